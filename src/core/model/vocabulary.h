// The skill vocabulary: skills by id, and by any name a person gives them.
//
// "k8s", "K8S" and "Kubernetes" are one skill; "Node.js", "node js" and "NodeJS" are one name. Immutable; all threads may read.
#pragma once

#include "core/model/skill.h"
#include "core/text/beginning_index.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace guidepost {

class Vocabulary {
 public:
  /// Two skills that share a name: the first one keeps it.
  struct Clash {
    std::size_t first;  // indices into the skills as given
    std::size_t second;
    std::string name;
  };

  Vocabulary() = default;

  /// Takes any skills. Of those that share an id the first is kept.
  explicit Vocabulary(std::vector<Skill> skills);

  /// Sorted by id.
  std::span<const Skill> skills() const { return skills_; }

  /// The skill with this id, or nullptr. Lives as long as the vocabulary.
  const Skill* find(std::string_view id) const;

  /// The skill that `text` names: by id, label or alias in any spelling of name_key(); or nullptr.
  const Skill* named(std::string_view text) const;

  /// The id most like `text`, for "did you mean"; empty when nothing is near.
  std::string nearest_id(std::string_view text) const;

  /// Every pair of skills that share a name or id, in the order of `skills`.
  static std::vector<Clash> clashes(std::span<const Skill> skills);

 private:
  std::vector<Skill> skills_;
  BeginningIndex beginnings_;  // of ids
  std::unordered_map<std::string, std::size_t> by_name_;
};

}  // namespace guidepost
