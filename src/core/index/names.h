// What the index knows by name: the skill vocabulary and the roles' titles. A file of the generation.
#pragma once

#include "core/model/vocabulary.h"
#include "core/result.h"
#include "core/text/lexicon.h"

#include <string>
#include <string_view>
#include <vector>

namespace guidepost {

struct RoleName {
  std::string id;
  std::string title;
  std::vector<std::string> aliases;
};

struct Names {
  Vocabulary vocabulary;
  std::vector<RoleName> roles;  // sorted by id

  /// The role with this id, title or alias in any spelling; or nullptr.
  const RoleName* role_named(std::string_view text) const;
};

/// The lexicon of these names. A skill and a role that share a name: the skill keeps it.
Lexicon lexicon_of(const Names& names);

std::string encode(const Names& names);
Result<Names> decode_names(std::string_view bytes);

}  // namespace guidepost
