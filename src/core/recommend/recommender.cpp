#include "core/recommend/recommender.h"

#include "core/recommend/pair_evidence.h"
#include "core/recommend/related_skills_builder.h"
#include "core/recommend/same_thing.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace guidepost {
namespace {

constexpr double hits_shrinkage = 4;

constexpr std::size_t most_from_names = 20;
constexpr double most_from_lists = 0.6;  // what the nearest of a list is worth beside hits
constexpr std::size_t few_hits = 10;     // below this many, a single one counts
constexpr double least_score = 0.08;     // what scores less is noise

/// Normalised pointwise mutual information (Bouma, GSCL 2009) of two sets of sizes `a` and `b` out of `of` that share `shared`,
/// shrunk towards 0 where `shared` is small. 0 to 1; 0 for what chance alone would give.
double shrunken_npmi(double shared, double a, double b, double of, double shrinkage) {
  if (shared <= 0 || shared >= of) return 0;
  const double lift = shared * of / (a * b);
  const double npmi = std::log(lift) / -std::log(shared / of);
  return std::max(0.0, npmi) * shared / (shared + shrinkage);
}

void sort_best_first(std::vector<RelatedSkill>& skills) {
  std::sort(skills.begin(), skills.end(), [](const RelatedSkill& a, const RelatedSkill& b) {
    return a.score != b.score ? a.score > b.score : a.id < b.id;
  });
}

/// The skill with its score; what weighs most is said first.
RelatedSkill related_skill(const Skill& skill, std::vector<Reason> reasons) {
  RelatedSkill related{skill.id, skill.label, skill.kind, 0, std::move(reasons)};
  for (const Reason& reason : related.reasons) related.score += reason.weight;
  std::stable_sort(related.reasons.begin(), related.reasons.end(),
                   [](const Reason& a, const Reason& b) { return a.weight > b.weight; });
  return related;
}

}  // namespace

Result<RelatedAnswer> Recommender::related(std::span<const std::string> skills,
                                           std::size_t limit) const {
  std::set<std::uint32_t> given;
  for (const std::string& id : skills) {
    const std::uint32_t index = graph_.skill_index(id);
    if (index == graph_.skill_count()) {
      const std::string near = vocabulary_.nearest_id(id);
      return failure(ErrorCode::not_found, "there is no skill \"" + id + "\"",
                     near.empty() ? "search for it" : "did you mean \"" + near + "\"?");
    }
    given.insert(index);
  }
  return near_to(given, limit, Total::counted);
}

RelatedAnswer Recommender::near_to(const std::set<std::uint32_t>& given, std::size_t limit,
                                   Total total) const {
  // Several skills: each contributes its share, so that the weights of all reasons still add up to the score.
  struct Near {
    std::uint32_t to;  // one of the given
    Neighbour neighbour;
  };
  RelatedAnswer answer;
  std::map<std::uint32_t, std::vector<Near>> near;
  for (const std::uint32_t skill : given) {
    std::vector<Neighbour> list = lists_.of(skill);
    if (list.size() >= longest_related_list(lists_.size())) answer.is_exact = false;
    for (Neighbour& neighbour : list) {
      if (given.contains(neighbour.item)) continue;
      std::vector<Near>& of_item = near[neighbour.item];
      of_item.push_back({skill, std::move(neighbour)});
    }
  }
  std::vector<std::pair<double, std::uint32_t>> order;  // minus the score, for ascending order
  for (const auto& [other, of_given] : near) {
    double score = 0;
    for (const Near& one : of_given) score += one.neighbour.score();
    order.emplace_back(-score, other);
  }
  std::sort(order.begin(), order.end());  // skills are numbered by id

  ThingsShown shown;
  for (const auto& [score, other] : order) {
    const Skill* skill = vocabulary_.find(graph_.skill_id(other));
    if (skill == nullptr || !shown.add(skill->label)) continue;
    if (answer.total++ >= limit) {
      if (total == Total::not_wanted) break;
      continue;
    }
    std::vector<Reason> reasons;
    for (const Near& one : near[other]) {
      add_reasons(one.to, one.neighbour, 1 / static_cast<double>(given.size()), reasons);
    }
    answer.related.push_back(related_skill(*skill, std::move(reasons)));
  }
  return answer;
}

/// The parts of a nearness to `skill`, with what roles and passages share as evidence for theirs.
void Recommender::add_reasons(std::uint32_t skill, const Neighbour& neighbour, double share,
                              std::vector<Reason>& reasons) const {
  const std::string& id = graph_.skill_id(skill);
  const Skill* known = vocabulary_.find(id);
  for (std::size_t i = 0; i < neighbour.parts.size(); ++i) {
    if (neighbour.parts[i] == 0) continue;
    const std::string& part = lists_.parts()[i];
    Reason reason;
    if (part == "roles") {
      reason = roles_with_both(graph_, skill, neighbour.item);
    } else if (part == "passages") {
      reason = passages_with_both(graph_, skill, neighbour.item);
    } else {
      reason.kind = ReasonKind::part;
      reason.part = part;
    }
    reason.weight = static_cast<double>(neighbour.parts[i]) * share;
    if (share < 1) {  // there are several it could be of
      reason.skill = id;
      reason.label = known == nullptr ? id : known->label;
    }
    reasons.push_back(std::move(reason));
  }
}

std::vector<RelatedSkill> Recommender::related_to_hits(std::span<const HitSkills> hits,
                                                       std::span<const std::string> named,
                                                       std::size_t limit) const {
  std::map<std::string, std::vector<Reason>> reasons = reasons_of_hits(hits);
  std::set<std::uint32_t> known;
  for (const std::string& id : named) {
    reasons.erase(id);
    const std::uint32_t index = graph_.skill_index(id);
    if (index != graph_.skill_count()) known.insert(index);
  }
  if (!known.empty()) {
    std::vector<RelatedSkill> near = near_to(known, most_from_names, Total::not_wanted).related;
    // The lists have a scale of their own.
    const double best = near.empty() ? 0 : near.front().score;
    const double scale = best > 0 ? most_from_lists / best : 0;
    for (RelatedSkill& skill : near) {
      for (Reason& reason : skill.reasons) {
        reason.weight *= scale;
        reasons[skill.id].push_back(std::move(reason));
      }
    }
  }
  std::vector<RelatedSkill> related;
  for (auto& [id, of_skill] : reasons) {
    const Skill* skill = vocabulary_.find(id);
    if (skill == nullptr) continue;
    RelatedSkill one = related_skill(*skill, std::move(of_skill));
    if (one.score >= least_score) related.push_back(std::move(one));
  }
  sort_best_first(related);
  ThingsShown shown;
  std::erase_if(related, [&](const RelatedSkill& skill) { return !shown.add(skill.label); });
  related.resize(std::min(related.size(), limit));
  return related;
}

std::map<std::string, std::vector<Reason>> Recommender::reasons_of_hits(
    std::span<const HitSkills> hits) const {
  struct Tally {
    std::size_t hits = 0;
    double weight = 0;
    std::set<std::string> guides;
  };
  std::map<std::string, Tally> tallies;
  double all_weight = 0;
  for (const HitSkills& hit : hits) {
    all_weight += hit.weight;
    for (const std::string& skill : hit.skills) {
      Tally& tally = tallies[skill];
      ++tally.hits;
      tally.weight += hit.weight;
      if (!hit.guide.empty()) tally.guides.insert(hit.guide);
    }
  }
  // One hit says little, unless there are hardly more.
  const std::size_t least_hits = hits.size() < few_hits ? 1 : 2;
  std::map<std::string, std::vector<Reason>> reasons;
  for (const auto& [id, tally] : tallies) {
    const std::uint32_t index = graph_.skill_index(id);
    if (index == graph_.skill_count() || tally.hits < least_hits) continue;
    const std::size_t everywhere = std::max<std::size_t>(graph_.passages_with(index), tally.hits);
    const std::size_t population = std::max<std::size_t>(graph_.passage_count(), hits.size());
    // The best hits count for more, so the shared occurrences are weighted ones.
    const auto best_hits = static_cast<double>(hits.size());
    const double weight = shrunken_npmi(tally.weight / all_weight * best_hits, best_hits,
                                        static_cast<double>(everywhere),
                                        static_cast<double>(population), hits_shrinkage);
    Reason reason =
        counted_reason(ReasonKind::hits, tally.hits, hits.size(), everywhere, population);
    if (reason.lift <= 1 || weight <= 0) continue;
    reason.weight = weight;
    reason.of = hits.size();
    reason.elsewhere = everywhere - tally.hits;
    for (const std::string& guide : tally.guides) {
      if (reason.guides.size() < most_guides_in_a_reason) reason.guides.push_back(guide);
    }
    reasons[id].push_back(std::move(reason));
  }
  return reasons;
}

std::vector<RoleUse> Recommender::roles_with(std::string_view skill) const {
  std::vector<RoleUse> roles;
  const std::uint32_t index = graph_.skill_index(skill);
  if (index == graph_.skill_count()) return roles;
  for (const SkillGraph::Use& use : graph_.roles_of(index)) {
    const SkillGraph::Role& role = graph_.role(use.index);
    roles.push_back({role.id, role.title, use.importance});
  }
  std::sort(roles.begin(), roles.end(), [](const RoleUse& a, const RoleUse& b) {
    return a.importance != b.importance ? a.importance > b.importance : a.title < b.title;
  });
  return roles;
}

}  // namespace guidepost
