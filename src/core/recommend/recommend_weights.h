// The weights of related skills and similar roles, each with its reason. scripts/tune_related.py finds them anew.
//
// Related skills have two columns. ESCO's skills and knowledge are phrases, told apart by their words; its own declared pairs teach the first column.
// Technologies are proper names, told apart by what their descriptions are about; the development judgements of topics teach the second, checked by
// halves. Neither source has passages or declared groups: what those and roles are worth was chosen on declared pairs of the corpus that were left
// out. The weights of roles are the mean of what either half of the development judgements teaches.
#pragma once

#include "core/model/skill.h"
#include "core/recommend/role_pairs.h"
#include "core/recommend/skill_pairs.h"

#include <array>
#include <cstddef>

namespace guidepost {

inline constexpr SkillWeights phrase_weights{
    0.4F,  // label: most of it is in object and covered
    2.4F,  // object: "use Python" and "Python" are of one thing, whatever is done with it
    2.5F,  // text
    3.4F,  // covered: a label of common words is not near because one of them is shared
    3.1F,  // covers
    0,     // letters: nothing once words are in
    0.5F,  // latent: little beside words in ESCO, much in the corpus with its short descriptions
    0.5F,  // mention
    2.3F,  // partners
    1.8F,  // company
    1.2F,  // roles
    4,     // together
    1,  // taxonomy: where a source groups its skills it says something about them, but seldom more
    6,  // declared: what the source says itself comes first
    4.2F,  // flip
};
inline constexpr SkillWeights technology_weights{
    0,     // label: a shared word in two proper names says nothing that letters do not
    0,     // object: technologies have no verb
    0.1F,  // text: what it says beyond latent
    0.4F,  // covered
    2.6F,  // covers: its name is written in the text of this one
    3,     // letters: reactjs, react-native
    7,     // latent
    0.7F,  // mention
    2.3F,  // partners: as for phrases; technologies have too few declared pairs to tell
    1.8F,  // company
    6,     // roles: what O*NET's technologies have instead of a description
    4,     // together
    2,     // taxonomy: most technologies of O*NET are known by their commodity and roles alone
    6,     // declared
    0,     // flip: no technology is knowledge or a skill
};

/// `pairs_knowledge_with_skill`: of a source like ESCO, which taught the first column.
constexpr const SkillWeights& skill_weights(SkillKind kind, bool pairs_knowledge_with_skill) {
  const bool is_phrase = pairs_knowledge_with_skill && kind != SkillKind::technology;
  return is_phrase ? phrase_weights : technology_weights;
}

/// What the mean nearness of a skill to its own neighbours takes from every nearness to it: skills that are near to everything are not related to all
/// of it. Conneau et al., "Word translation without parallel data", 2018, section 2.3, one-sided.
inline constexpr float crowd_weight = 0.25F;
inline constexpr std::size_t crowd = 30;

inline constexpr std::array<float, role_part_count> role_weights{
    7.5F,   // latent
    10.5F,  // letters: titles that share a part of a word
    8,      // passages: the same tasks
    2.7F,   // knowledge
    1,  // needs: free on O*NET up to about here, and the only profile that ESCO and the corpus have
    0.3F,  // level
};

// Fields of a skill's text: what its label and its aliases count against a word of the description.
inline constexpr float skill_label_repeats = 2;
inline constexpr float skill_alias_repeats = 1;
inline constexpr float skill_letters_idf = 1;
inline constexpr std::size_t skill_dimensions = 100;

// So many roles or passages that two skills share make us believe half of it.
inline constexpr float roles_shrinkage = 0.5F;
inline constexpr float passages_shrinkage = 2;

// A source whose declared relations are nearly all between knowledge and a skill means that by "related".
inline constexpr std::size_t flip_least_pairs = 100;
inline constexpr double flip_least_share = 0.9;

// Fields of a role's text; a word of an alias or a passage counts once.
inline constexpr float role_title_repeats = 3;
inline constexpr float role_text_repeats = 2;
// Names and passages of roles: a damped idf, since what is rare in them is often incidental.
inline constexpr float role_idf = 0.5F;
// The space of n roles has role_dimensions * sqrt(n) dimensions: 64 for O*NET, where 60 to 80 are best.
inline constexpr double role_dimensions = 2;

}  // namespace guidepost
