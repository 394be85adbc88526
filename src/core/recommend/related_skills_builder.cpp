#include "core/recommend/related_skills_builder.h"

#include "core/recommend/in_parallel.h"
#include "core/recommend/recommend_weights.h"
#include "core/recommend/skill_pairs.h"
#include "core/text/lexicon.h"

#include <algorithm>
#include <numeric>
#include <string>
#include <vector>

namespace guidepost {
namespace {

constexpr std::size_t candidates_of_a_skill = 200;
constexpr std::size_t longest_list = 100;
constexpr std::size_t shortest_list = 40;
constexpr std::size_t most_entries = 900'000;  // of all lists, about 23 MB in the generation
/// How many more than are kept are looked at again once it is known how crowded each skill is.
constexpr double spare = 1.3;

/// The kept part that a measured part goes into.
constexpr std::array<RelatedPart, skill_part_count> kept_parts{
    RelatedPart::name,      // label
    RelatedPart::name,      // object
    RelatedPart::words,     // text
    RelatedPart::words,     // covered
    RelatedPart::words,     // covers
    RelatedPart::name,      // letters
    RelatedPart::topic,     // latent
    RelatedPart::mention,   // mention
    RelatedPart::partners,  // partners
    RelatedPart::partners,  // company
    RelatedPart::roles,     // roles
    RelatedPart::passages,  // together
    RelatedPart::taxonomy,  // taxonomy
    RelatedPart::declared,  // declared
    RelatedPart::flip,      // flip
};

/// A neighbour while there are very many of them.
struct Related {
  std::uint32_t other = 0;
  std::array<float, related_part_names.size()> parts{};

  float& operator[](RelatedPart part) { return parts[static_cast<std::size_t>(part)]; }
  float operator[](RelatedPart part) const { return parts[static_cast<std::size_t>(part)]; }
  float score() const { return std::accumulate(parts.begin(), parts.end(), 0.0F); }
  float without_flip() const { return score() - (*this)[RelatedPart::flip]; }
  /// What anyone can see, whatever the source declares.
  float plain() const {
    return without_flip() - (*this)[RelatedPart::partners] - (*this)[RelatedPart::declared];
  }
};

using List = std::vector<Related>;

Related weighed(const SkillPair& pair, const SkillWeights& weights) {
  Related related{pair.other, {}};
  for (std::size_t part = 0; part < skill_part_count; ++part) {
    related[kept_parts[part]] += weights[part] * pair.parts[part];
  }
  return related;
}

template <typename Score>
void sort_by(List& list, const Score& score) {
  std::sort(list.begin(), list.end(), [&](const Related& a, const Related& b) {
    return score(a) != score(b) ? score(a) > score(b) : a.other < b.other;
  });
}

/// Half of the places go to those that are best without the flip, the others to the best of the rest.
void keep_best(List& list, std::size_t most) {
  sort_by(list, [](const Related& one) { return one.without_flip(); });
  const auto sure = static_cast<std::ptrdiff_t>(std::min(most / 2, list.size()));
  const auto is_better = [](const Related& a, const Related& b) {
    return a.score() != b.score() ? a.score() > b.score() : a.other < b.other;
  };
  std::sort(list.begin() + sure, list.end(), is_better);
  list.resize(std::min(most, list.size()));
  std::sort(list.begin(), list.end(), is_better);
}

/// How near a skill is to its nearest, on average.
float crowd_of(const List& list) {
  if (list.empty()) return 0;
  std::vector<float> scores;
  scores.reserve(list.size());
  for (const Related& one : list) scores.push_back(one.plain());
  std::sort(scores.begin(), scores.end(), std::greater<>());
  scores.resize(std::min(scores.size(), crowd));
  return std::accumulate(scores.begin(), scores.end(), 0.0F) / static_cast<float>(crowd);
}

/// Takes from each what its crowd weighs, against the mean, so that it lifts as much as it lowers.
void weigh_crowds(std::vector<List>& lists, std::size_t most, std::size_t threads) {
  std::vector<float> crowds(lists.size());
  in_parallel(lists.size(), threads, [&](std::size_t begin, std::size_t end) {
    for (std::size_t skill = begin; skill < end; ++skill) crowds[skill] = crowd_of(lists[skill]);
  });
  const double sum = std::accumulate(crowds.begin(), crowds.end(), 0.0);
  const auto mean = static_cast<float>(sum / static_cast<double>(crowds.size()));
  in_parallel(lists.size(), threads, [&](std::size_t begin, std::size_t end) {
    for (std::size_t skill = begin; skill < end; ++skill) {
      for (Related& one : lists[skill]) {
        one[RelatedPart::crowd] = crowd_weight * (mean - crowds[one.other]);
      }
      keep_best(lists[skill], most);
    }
  });
}

std::vector<List> lists_of(const RecommendInput& input, std::size_t most, std::size_t threads) {
  std::vector<std::string> names;
  names.reserve(input.skills.size());
  for (const RecommendInput::Entry& skill : input.skills) names.push_back(name_key(skill.label));
  std::vector<List> lists(input.skills.size());
  const SkillPairs pairs(input, threads);
  in_parallel(lists.size(), threads, [&](std::size_t begin, std::size_t end) {
    SkillPairs::Workspace space(pairs);
    for (auto skill = static_cast<std::uint32_t>(begin); skill < end; ++skill) {
      const SkillWeights& weights =
          skill_weights(input.skills[skill].kind, pairs.pairs_knowledge_with_skill(skill));
      List list;
      for (const SkillPair& pair : pairs.of(skill, candidates_of_a_skill, weights, space)) {
        if (names[pair.other] == names[skill]) continue;
        list.push_back(weighed(pair, weights));
        if (list.back().without_flip() <= 0) list.pop_back();
      }
      keep_best(list, most);
      lists[skill] = List(list.begin(), list.end());
    }
  });
  return lists;
}

}  // namespace

std::size_t longest_related_list(std::size_t skills) {
  return skills == 0 ? longest_list
                     : std::clamp(most_entries / skills, shortest_list, longest_list);
}

NeighbourTable build_related_skills(const RecommendInput& input, std::size_t threads) {
  NeighbourTable table;
  table.parts.assign(related_part_names.begin(), related_part_names.end());
  table.of.resize(input.skills.size());
  if (input.skills.empty()) return table;
  const std::size_t most = longest_related_list(input.skills.size());
  std::vector<List> lists =
      lists_of(input, static_cast<std::size_t>(spare * static_cast<double>(most)), threads);
  weigh_crowds(lists, most, threads);
  for (std::size_t skill = 0; skill < lists.size(); ++skill) {
    table.of[skill].reserve(lists[skill].size());
    for (const Related& one : lists[skill]) {
      table.of[skill].push_back({one.other, {one.parts.begin(), one.parts.end()}});
    }
    List().swap(lists[skill]);
  }
  return table;
}

}  // namespace guidepost
