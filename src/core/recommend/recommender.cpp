#include "core/recommend/recommender.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace guidepost {
namespace {

// What roles and passages are worth in a skill's score, and how many joint occurrences make us believe half of one. Roles are few and
// declare many skills each, so three shared roles say less than three shared passages.
constexpr double roles_share = 0.4;
constexpr double passages_share = 0.6;
constexpr double roles_shrinkage = 3;
constexpr double passages_shrinkage = 5;

constexpr double hits_shrinkage = 4;

constexpr std::size_t most_guides_in_a_reason = 6;
constexpr std::size_t most_from_names = 20;
constexpr double most_from_lists = 0.6;  // what the nearest of a list is worth beside hits
constexpr std::size_t few_hits = 10;     // below this many, a single one counts
constexpr double least_score = 0.08;     // what scores less is noise

/// Normalised pointwise mutual information (Bouma, GSCL 2009) of two sets of sizes `a` and `b` out of `of` that share `shared`,
/// shrunk towards 0 where `shared` is small. 0 to 1; 0 for what chance alone would give.
double association(double shared, double a, double b, double of, double shrinkage) {
  if (shared <= 0 || shared >= of) return 0;
  const double lift = shared * of / (a * b);
  const double npmi = std::log(lift) / -std::log(shared / of);
  return std::max(0.0, npmi) * shared / (shared + shrinkage);
}

double association(std::size_t shared, std::size_t a, std::size_t b, std::size_t of,
                   double shrinkage) {
  return association(static_cast<double>(shared), static_cast<double>(a), static_cast<double>(b),
                     static_cast<double>(of), shrinkage);
}

Reason reason_of(ReasonKind kind, std::size_t shared, std::size_t a, std::size_t b, std::size_t of,
                 double weight) {
  Reason reason;
  reason.kind = kind;
  reason.shared = shared;
  reason.of = of;
  reason.expected = static_cast<double>(a) * static_cast<double>(b) / static_cast<double>(of);
  reason.lift = static_cast<double>(shared) / reason.expected;
  reason.weight = weight;
  return reason;
}

void sort_best_first(std::vector<RelatedSkill>& skills) {
  std::sort(skills.begin(), skills.end(), [](const RelatedSkill& a, const RelatedSkill& b) {
    return a.score != b.score ? a.score > b.score : a.id < b.id;
  });
}

/// Relatedness of one skill to another, as reasons.
class PairReasons {
 public:
  explicit PairReasons(const SkillGraph& graph) : graph_(graph) {}

  /// Every skill that shares a role or a passage with `skill`, more often than chance would have it.
  std::map<std::uint32_t, std::vector<Reason>> of(std::uint32_t skill) const {
    std::map<std::uint32_t, std::vector<Reason>> reasons;
    add_roles(skill, reasons);
    add_passages(skill, reasons);
    return reasons;
  }

 private:
  void add_roles(std::uint32_t skill, std::map<std::uint32_t, std::vector<Reason>>& reasons) const {
    std::map<std::uint32_t, std::vector<std::string>> shared_roles;
    for (const SkillGraph::Use& role : graph_.roles_of(skill)) {
      for (const SkillGraph::Use& other : graph_.skills_of(role.index)) {
        shared_roles[other.index].push_back(graph_.role(role.index).id);
      }
    }
    const std::size_t own = graph_.roles_of(skill).size();
    for (auto& [other, roles] : shared_roles) {
      const std::size_t others = graph_.roles_of(other).size();
      const double weight = roles_share * association(roles.size(), own, others,
                                                      graph_.role_count(), roles_shrinkage);
      if (other == skill || weight <= 0) continue;
      Reason reason =
          reason_of(ReasonKind::roles, roles.size(), own, others, graph_.role_count(), weight);
      std::sort(roles.begin(), roles.end());
      roles.resize(std::min(roles.size(), most_guides_in_a_reason));
      reason.guides = std::move(roles);
      reasons[other].push_back(std::move(reason));
    }
  }

  void add_passages(std::uint32_t skill,
                    std::map<std::uint32_t, std::vector<Reason>>& reasons) const {
    const std::size_t own = graph_.passages_with(skill);
    for (const SkillGraph::Neighbour& neighbour : graph_.neighbours_of(skill)) {
      const std::size_t others = graph_.passages_with(neighbour.skill);
      const double weight =
          passages_share *
          association(neighbour.passages, own, others, graph_.passage_count(), passages_shrinkage);
      if (weight <= 0) continue;
      reasons[neighbour.skill].push_back(reason_of(ReasonKind::passages, neighbour.passages, own,
                                                   others, graph_.passage_count(), weight));
    }
  }

  const SkillGraph& graph_;
};

}  // namespace

Result<RelatedAnswer> Recommender::related(std::span<const std::string> skills,
                                           std::size_t limit) const {
  std::set<std::uint32_t> given;
  for (const std::string& id : skills) {
    const std::uint32_t index = graph_.skill_index(id);
    if (index == graph_.skill_count()) {
      const std::string near = vocabulary_.nearest_id(id);
      return failure(ErrorCode::not_found, "there is no skill \"" + id + "\"",
                     near.empty() ? "see GET /v1/skills" : "did you mean \"" + near + "\"?");
    }
    given.insert(index);
  }

  // Several skills: each contributes its share, so that the weights of all reasons still add up to the score.
  std::map<std::uint32_t, std::vector<Reason>> reasons;
  for (const std::uint32_t skill : given) {
    for (auto& [other, of_pair] : reasons_of(skill)) {
      if (given.contains(other)) continue;
      for (Reason& reason : of_pair) {
        reason.weight /= static_cast<double>(given.size());
        if (given.size() > 1) {
          reason.skill = graph_.skill_id(skill);
          const Skill* known = vocabulary_.find(reason.skill);
          reason.label = known == nullptr ? reason.skill : known->label;
        }
        reasons[other].push_back(std::move(reason));
      }
    }
  }

  RelatedAnswer answer;
  for (auto& [index, of_skill] : reasons) {
    const Skill* skill = vocabulary_.find(graph_.skill_id(index));
    if (skill == nullptr) continue;
    RelatedSkill related{skill->id, skill->label, skill->kind, 0, std::move(of_skill)};
    for (const Reason& reason : related.reasons) related.score += reason.weight;
    answer.related.push_back(std::move(related));
  }
  sort_best_first(answer.related);
  answer.total = answer.related.size();
  answer.related.resize(std::min(answer.related.size(), limit));
  return answer;
}

/// The parts of the lists, with what roles and passages share as evidence for theirs.
Recommender::Reasons Recommender::reasons_of(std::uint32_t skill) const {
  Reasons counted = PairReasons(graph_).of(skill);
  if (related_.size() == 0) return counted;
  Reasons reasons;
  for (const Neighbour& neighbour : related_.of(skill)) {
    std::vector<Reason>& of_pair = reasons[neighbour.item];
    for (std::size_t i = 0; i < neighbour.parts.size(); ++i) {
      const auto weight = static_cast<double>(neighbour.parts[i]);
      if (weight == 0) continue;
      Reason reason;
      const std::string& part = related_.parts()[i];
      reason.kind = part == "roles"      ? ReasonKind::roles
                    : part == "passages" ? ReasonKind::passages
                                         : ReasonKind::part;
      for (const Reason& evidence : counted[neighbour.item]) {
        if (evidence.kind == reason.kind) reason = evidence;
      }
      reason.part = part;
      reason.weight = weight;
      of_pair.push_back(std::move(reason));
    }
    if (of_pair.empty()) reasons.erase(neighbour.item);
  }
  return reasons;
}

std::vector<RelatedSkill> Recommender::related_to_hits(std::span<const HitSkills> hits,
                                                       std::span<const std::string> named,
                                                       std::size_t limit) const {
  std::map<std::string, std::vector<Reason>> reasons = reasons_of_hits(hits);
  std::vector<std::string> known;
  for (const std::string& id : named) {
    reasons.erase(id);
    if (graph_.skill_index(id) != graph_.skill_count()) known.push_back(id);
  }
  if (!known.empty()) {
    // Every id is known, so this cannot fail.
    std::vector<RelatedSkill> near =
        related(known, most_from_names).value_or(RelatedAnswer{}).related;
    // The lists have a scale of their own.
    const double scale = related_.size() == 0 || near.empty() || near.front().score <= 0
                             ? 1
                             : most_from_lists / near.front().score;
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
    RelatedSkill one{skill->id, skill->label, skill->kind, 0, std::move(of_skill)};
    for (const Reason& reason : one.reasons) one.score += reason.weight;
    if (one.score >= least_score) related.push_back(std::move(one));
  }
  sort_best_first(related);
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
    const double weight = association(tally.weight / all_weight * best_hits, best_hits,
                                      static_cast<double>(everywhere),
                                      static_cast<double>(population), hits_shrinkage);
    Reason reason =
        reason_of(ReasonKind::hits, tally.hits, hits.size(), everywhere, population, weight);
    if (reason.lift <= 1 || weight <= 0) continue;
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
