// For every skill the skills related to it, and what the relation is made of: words, roles, passages, what is declared.
//
// A fixed linear mix (recommend_weights.h) of the parts of skill_pairs.h, over a few hundred candidates a skill. Runs when an index is built.
#pragma once

#include "core/recommend/neighbour_lists.h"
#include "core/recommend/recommend_input.h"

#include <array>
#include <cstddef>
#include <string_view>

namespace guidepost {

/// The parts of a relation as they are kept, in their order in the lists.
enum class RelatedPart : std::size_t {
  name,      // the names are alike, by word or by letter
  words,     // one's words are in the other's text
  topic,     // texts of the same subject, in other words
  mention,   // one's description names the other
  partners,  // declared to go with skills like the other
  roles,     // the same roles need both
  passages,  // the same passages name both
  taxonomy,  // declared as broader or narrower, or in the same group
  declared,  // declared to go together
  crowd,     // the other is near to fewer skills than usual (below 0: to more)
  flip,      // one is knowledge and the other a skill, in a source that relates nothing else
};
inline constexpr std::array<std::string_view, 11> related_part_names{
    "name",     "words",    "topic",    "mention", "partners", "roles",
    "passages", "taxonomy", "declared", "crowd",   "flip"};

/// How many others a list holds at most where there are so many skills: 100, fewer where they are many.
std::size_t longest_related_list(std::size_t skills);

/// A list for every skill of the input, by its number; parts are related_part_names. A list holds up to longest_related_list() others of the same
/// language, best first by the sum of all parts; it always holds those that are best without the flip, so that a reader may leave it out.
/// Skills with the same name are one thing and not related. Deterministic, whatever `threads` is. Costs about a third of a millisecond a skill.
NeighbourTable build_related_skills(const RecommendInput& input, std::size_t threads);

}  // namespace guidepost
