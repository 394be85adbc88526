// How near two skills are, part by part, and which pairs are worth looking at.
#pragma once

#include "core/recommend/skill_texts.h"
#include "core/recommend/skill_ties.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace guidepost {

/// What speaks for a pair (a, b); each is 0 to about 1.
enum class SkillPart : std::size_t {
  label,     // cosine of the labels
  object,    // the same, a skill's leading verb dropped
  text,      // cosine of label, aliases and description
  covered,   // share of a's label words that b's text holds
  covers,    // share of b's label words that a's text holds
  letters,   // cosine of four-letter runs of the names
  latent,    // cosine in the space of latent topics
  mention,   // one's description names the other
  partners,  // skills like a are declared to go with b
  company,   // a is declared to go with skills like b
  roles,     // square root of the cosine of the roles that need them
  together,  // square root of the cosine of the passages that name them
  taxonomy,  // declared broader, narrower, or narrower of the same
  declared,  // declared to go together
  flip,      // one is knowledge, the other a skill
};
inline constexpr std::size_t skill_part_count = 15;
inline constexpr std::array<std::string_view, skill_part_count> skill_part_names{
    "label",    "object",  "text",  "covered",  "covers",   "letters",  "latent", "mention",
    "partners", "company", "roles", "together", "taxonomy", "declared", "flip"};

using SkillWeights = std::array<float, skill_part_count>;

struct SkillPair {
  std::uint32_t other = 0;
  std::array<float, skill_part_count> parts{};

  float& operator[](SkillPart part) { return parts[static_cast<std::size_t>(part)]; }
  float operator[](SkillPart part) const { return parts[static_cast<std::size_t>(part)]; }
};

/// Immutable but for what a thread brings along.
class SkillPairs {
 public:
  SkillPairs(const RecommendInput& input, std::size_t threads);

  /// Whether the skill's source relates knowledge to skills and little else, as ESCO does.
  bool pairs_knowledge_with_skill(std::uint32_t skill) const {
    return sorts_[skill].pairs_knowledge_with_skill;
  }

  /// Room to work in, one for each thread.
  struct Workspace;

  /// About `most` others of the same language that may be related to `skill`, by number. Parts that weigh nothing are 0.
  std::vector<SkillPair> of(std::uint32_t skill, std::size_t most, const SkillWeights& weights,
                            Workspace& workspace) const;

 private:
  /// Which skills have an entry in a column.
  struct Inverted {
    SparseRows label;
    SparseRows text;
    SparseRows letters;
    SparseRows label_words;
    SparseRows roles;
    SparseRows named_by;
    SparseRows alike;
  };

  void find_alike(std::size_t threads);
  std::vector<std::uint32_t> candidates(std::uint32_t skill, std::size_t most,
                                        Workspace& workspace) const;
  void lay(std::uint32_t skill, Workspace& workspace) const;
  SkillPair pair(std::uint32_t a, std::uint32_t b, const SkillWeights& weights,
                 const Workspace& workspace) const;
  void compare_words(std::uint32_t b, const Workspace& workspace, SkillPair& pair) const;
  bool is_flip(std::uint32_t a, std::uint32_t b) const;

  /// What of a skill decides whether another may stand beside it; small, since it is asked for very often.
  struct Sort {
    std::uint16_t language = 0;
    std::uint16_t source = 0;
    SkillKind kind = SkillKind::skill;
    bool pairs_knowledge_with_skill = false;
  };

  std::size_t count_;
  std::size_t roles_;
  std::vector<Sort> sorts_;
  SkillTexts texts_;
  SkillTies ties_;
  Inverted inverted_;
  SparseRows
      alike_;  // row c: of the skills with partners those most like c, by the square of the mean of two cosines
};

/// What is known of the skill at hand, laid out to be compared with others.
struct SkillPairs::Workspace {
  explicit Workspace(const SkillPairs& pairs);

  Tally tally;
  Scattered label;
  Scattered object;
  Scattered text;
  Scattered letters;
  Scattered label_words;
  Scattered roles;
  Scattered together;
  Scattered taxonomy;
  Scattered declared;
  Scattered mentions;
  Scattered named_by;
  std::vector<float> reached;  // by skill: how much skills like this one are declared to go with it
  std::vector<std::uint32_t> reached_skills;
};

}  // namespace guidepost
