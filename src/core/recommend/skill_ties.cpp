#include "core/recommend/skill_ties.h"

#include "core/recommend/recommend_weights.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace guidepost {
namespace {

using Row = std::vector<SparseRows::Entry>;

SparseRows from_rows(std::vector<Row> rows) {
  SparseRows result;
  for (Row& row : rows) result.add(std::move(row));
  return result;
}

SparseRows roles_of(const RecommendInput& input) {
  std::vector<Row> rows(input.skills.size());
  for (const RecommendInput::Need& need : input.needs) rows[need.skill].push_back({need.role, 1});
  for (Row& row : rows) {
    const float scale = 1 / std::sqrt(std::max(static_cast<float>(row.size()), 1.0F));
    for (SparseRows::Entry& entry : row) entry.value = scale;
  }
  return from_rows(std::move(rows));
}

SparseRows together_of(const RecommendInput& input) {
  std::vector<Row> rows(input.skills.size());
  for (const RecommendInput::Together& pair : input.together) {
    const float value = association(static_cast<float>(pair.passages),
                                    static_cast<float>(input.passages_with_skill[pair.from]),
                                    static_cast<float>(input.passages_with_skill[pair.to]),
                                    static_cast<float>(input.passages), passages_shrinkage);
    if (value <= 0) continue;
    rows[pair.from].push_back({pair.to, value});
    rows[pair.to].push_back({pair.from, value});
  }
  return from_rows(std::move(rows));
}

std::vector<float> populations_of(const RecommendInput& input) {
  std::map<std::string, std::vector<bool>> roles;
  for (const RecommendInput::Need& need : input.needs) {
    std::vector<bool>& of_source = roles[input.skills[need.skill].source];
    of_source.resize(input.roles.size());
    of_source[need.role] = true;
  }
  std::map<std::string, float> counts;
  for (const auto& [source, needed] : roles) {
    counts[source] = static_cast<float>(std::count(needed.begin(), needed.end(), true));
  }
  std::vector<float> result;
  for (const RecommendInput::Entry& skill : input.skills) result.push_back(counts[skill.source]);
  return result;
}

/// Each pair counts once however often and in whatever direction it is declared.
void keep_one_of_each(std::vector<Row>& rows) {
  for (Row& row : rows) {
    std::sort(row.begin(), row.end(), [](const auto& a, const auto& b) {
      return a.column != b.column ? a.column < b.column : a.value > b.value;
    });
    row.erase(std::unique(row.begin(), row.end(),
                          [](const auto& a, const auto& b) { return a.column == b.column; }),
              row.end());
  }
}

SparseRows partners_of(const RecommendInput& input) {
  std::vector<Row> rows(input.skills.size());
  for (const RecommendInput::Relation& relation : input.relations) {
    if (relation.kind == RelationKind::broader || relation.from == relation.to) continue;
    rows[relation.from].push_back({relation.to, 1});
    rows[relation.to].push_back({relation.from, 1});
  }
  keep_one_of_each(rows);
  return from_rows(std::move(rows));
}

SparseRows taxonomy_of(const RecommendInput& input) {
  constexpr std::size_t most_siblings = 60;  // more of them are a heap, not a family
  std::vector<Row> rows(input.skills.size());
  std::map<std::string, std::vector<std::uint32_t>> groups;
  for (const RecommendInput::Relation& relation : input.relations) {
    if (relation.kind != RelationKind::broader || relation.from == relation.to) continue;
    rows[relation.from].push_back({relation.to, 1});
    rows[relation.to].push_back({relation.from, 1});
    groups["b" + std::to_string(relation.to)].push_back(relation.from);
  }
  for (std::uint32_t skill = 0; skill < input.skills.size(); ++skill) {
    const RecommendInput::Entry& entry = input.skills[skill];
    for (const std::string& family : entry.families) {
      groups["f" + family + "\n" + entry.source].push_back(skill);
    }
  }
  for (const auto& [name, siblings] : groups) {
    if (siblings.size() > most_siblings) continue;
    const auto value =
        static_cast<float>(1 / std::log(std::exp(1.0) - 1 + static_cast<double>(siblings.size())));
    for (const std::uint32_t a : siblings) {
      for (const std::uint32_t b : siblings) {
        if (a != b) rows[a].push_back({b, value});
      }
    }
  }
  keep_one_of_each(rows);
  return from_rows(std::move(rows));
}

bool is_knowledge_and_skill(SkillKind a, SkillKind b) {
  return (a == SkillKind::knowledge && b == SkillKind::skill) ||
         (a == SkillKind::skill && b == SkillKind::knowledge);
}

std::vector<bool> sources_that_pair(const RecommendInput& input) {
  struct Declared {
    std::size_t pairs = 0;
    std::size_t mixed = 0;
  };
  std::map<std::string, Declared> by_source;
  for (const RecommendInput::Relation& relation : input.relations) {
    if (relation.kind == RelationKind::broader) continue;
    const RecommendInput::Entry& from = input.skills[relation.from];
    Declared& declared = by_source[from.source];
    ++declared.pairs;
    if (is_knowledge_and_skill(from.kind, input.skills[relation.to].kind)) ++declared.mixed;
  }
  std::vector<bool> result;
  result.reserve(input.skills.size());
  for (const RecommendInput::Entry& skill : input.skills) {
    const auto found = by_source.find(skill.source);
    result.push_back(found != by_source.end() && found->second.pairs >= flip_least_pairs &&
                     static_cast<double>(found->second.mixed) >=
                         flip_least_share * static_cast<double>(found->second.pairs));
  }
  return result;
}

}  // namespace

float association(float shared, float a, float b, float of, float shrinkage) {
  if (shared <= 0) return 0;
  const float size = std::sqrt(a * b);
  const float by_chance = size / std::max(of, size);
  return std::max(0.0F, shared / size - by_chance) * shared / (shared + shrinkage);
}

SkillTies::SkillTies(const RecommendInput& input)
    : roles(roles_of(input)),
      together(together_of(input)),
      partners(partners_of(input)),
      taxonomy(taxonomy_of(input)),
      population(populations_of(input)),
      pairs_knowledge_with_skill(sources_that_pair(input)) {}

}  // namespace guidepost
