// A reader's hold on a generation: while it lasts, nobody removes the directory.
#pragma once

#include "core/result.h"

#include <filesystem>
#include <optional>

namespace guidepost {

/// A shared flock(2) on the generation's directory. The kernel gives it back when the process ends, however it ends.
class GenerationLease {
 public:
  /// index_missing when the directory is not there, or is being removed.
  static Result<GenerationLease> take(const std::filesystem::path& generation);

  /// For whoever removes it: nothing when some process has the generation open, or it is not there. While this lasts nobody can open it;
  /// who tries waits, and then finds it gone.
  static std::optional<GenerationLease> take_to_remove(const std::filesystem::path& generation);

  GenerationLease() = default;
  GenerationLease(GenerationLease&& other) noexcept;
  GenerationLease& operator=(GenerationLease&& other) noexcept;
  ~GenerationLease();

 private:
  int descriptor_ = -1;
};

}  // namespace guidepost
