// The generations of an index directory and the pointer to the current one.
//
//   index/CURRENT                         "000007\n"; replaced by one rename, so a reader sees the old generation or the new one
//   index/generations/000007/             complete, verified, immutable
//   index/generations/000008.partial/     being built, or left by a build that was killed; no reader looks at it
//   index/LOCK                            held by the one process that writes
#pragma once

#include "core/result.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace guidepost {

class IndexDirectory {
 public:
  explicit IndexDirectory(std::filesystem::path root) : root_(std::move(root)) {}

  const std::filesystem::path& root() const { return root_; }
  std::filesystem::path lock_file() const { return root_ / "LOCK"; }
  std::filesystem::path generations_path() const { return root_ / "generations"; }
  std::filesystem::path path_of(std::string_view generation) const;
  std::filesystem::path partial_path_of(std::string_view generation) const;

  /// The name in CURRENT. index_missing when nothing was ever published here; index_damaged when it names no generation.
  Result<std::string> current() const;

  /// Complete generations, oldest first.
  std::vector<std::string> generations() const;

  /// A name that no generation, complete or partial, has yet: "000008".
  std::string next_name() const;

  /// Makes the partial generation complete and current: one rename each, both durable before it returns. Only the lock's holder may.
  Result<void> publish(const std::string& generation) const;

  /// Makes a complete generation current. Durable when it returns. Only the lock's holder may.
  Result<void> make_current(const std::string& generation) const;

  struct Removal {
    std::vector<std::string> removed;
    std::vector<std::string> served;  // would have gone, but a process has them open
  };

  /// Removes what builds left behind, and all complete generations but the newest `keep`; never the current one, never one that is being
  /// served. Only the lock's holder may.
  Removal remove_old(std::size_t keep) const;

 private:
  std::filesystem::path root_;
};

}  // namespace guidepost
