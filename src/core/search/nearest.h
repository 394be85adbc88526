// What comes nearest to a query that finds nothing: words, skills and roles, each with the reason why it is shown.
//
//   "kubernetez wizzard"  -> word "kubernetes" (spelling), skill Kubernetes (letters)
//   "\"quantum basket weaving\" python"  -> roles and skills of what has some of the words (related)
#pragma once

#include "core/index/generation.h"
#include "core/text/analyzer.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace guidepost {

enum class Nearness {
  spelling,    // a word of the index that is spelt nearly so
  substitute,  // a word that names have where others have the one that was typed
  letters,     // a name that shares letters with the query
  related,     // of documents that have some of the words
  popular,     // nothing is near: what most documents are about
};

struct NearWord {
  std::string text;
  std::string typed;  // the word that it is near to
  Nearness because = Nearness::spelling;
};

struct NearName {
  std::string id;
  std::string label;
  Nearness because = Nearness::letters;
};

/// Each list the nearest first. Where nothing is near there are no words, and the skills and roles that most documents are about.
struct Nearest {
  std::vector<NearWord> words;
  std::vector<NearName> skills;
  std::vector<NearName> roles;

  static constexpr std::size_t most = 5;  // of each list
};

/// `text`: the words that were looked for. `partial`: documents that have some of them, the best first.
Nearest nearest_to(std::string_view text, std::span<const std::uint32_t> partial,
                   const Generation& generation, const Analyzer& analyzer);

}  // namespace guidepost
