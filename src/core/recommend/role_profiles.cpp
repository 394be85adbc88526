#include "core/recommend/role_profiles.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <utility>

namespace guidepost {
namespace {

using Row = std::vector<SparseRows::Entry>;

constexpr double least_density = 0.25;
constexpr std::size_t least_skills = 10;  // in a smaller table any few needs are dense
constexpr double least_importance = 1;

/// What the roles of one source need of the skills of one kind.
struct Table {
  std::vector<std::uint32_t> roles;                 // with any such need, ascending
  std::map<std::uint32_t, std::size_t> roles_with;  // by skill
  std::size_t needs = 0;

  bool is_rated() const {
    const double cells = static_cast<double>(roles.size()) * static_cast<double>(roles_with.size());
    return roles_with.size() >= least_skills && static_cast<double>(needs) >= least_density * cells;
  }
};

using Tables = std::map<std::pair<std::string, SkillKind>, Table>;

Tables tables_of(const RecommendInput& input) {
  Tables tables;
  for (const RecommendInput::Need& need : input.needs) {
    Table& table = tables[{input.roles[need.role].source, input.skills[need.skill].kind}];
    if (table.roles.empty() || table.roles.back() != need.role) table.roles.push_back(need.role);
    ++table.roles_with[need.skill];
    ++table.needs;
  }
  return tables;
}

SparseRows of_length_one(std::vector<Row> rows) {
  SparseRows result;
  for (Row& row : rows) {
    double squares = 0;
    for (const SparseRows::Entry& entry : row) {
      squares += static_cast<double>(entry.value) * entry.value;
    }
    if (squares <= 0) row.clear();
    const auto scale = static_cast<float>(1 / std::sqrt(std::max(squares, 1e-12)));
    for (SparseRows::Entry& entry : row) entry.value *= scale;
    result.add(std::move(row));
  }
  return result;
}

}  // namespace

SparseRows rated_profiles(const RecommendInput& input, SkillKind kind) {
  struct Sums {
    double sum = 0;
    double squares = 0;
  };
  const Tables tables = tables_of(input);
  std::map<std::pair<const Table*, std::uint32_t>, Sums> sums;
  const auto rated = [&](const RecommendInput::Need& need) -> const Table* {
    const SkillKind own = input.skills[need.skill].kind;
    const Table& table = tables.at({input.roles[need.role].source, own});
    return own == kind && table.is_rated() ? &table : nullptr;
  };
  for (const RecommendInput::Need& need : input.needs) {
    if (const Table* table = rated(need)) {
      Sums& of_skill = sums[{table, need.skill}];
      const double value = need.importance - least_importance;
      of_skill.sum += value;
      of_skill.squares += value * value;
    }
  }
  std::vector<Row> rows(input.roles.size());
  for (const auto& [key, of_skill] : sums) {
    const auto count = static_cast<double>(key.first->roles.size());
    const double mean = of_skill.sum / count;
    const double deviation = std::sqrt(std::max(of_skill.squares / count - mean * mean, 1e-6));
    for (const std::uint32_t role : key.first->roles) {
      rows[role].push_back({key.second, static_cast<float>(-mean / deviation)});
    }
  }
  for (const RecommendInput::Need& need : input.needs) {
    if (const Table* table = rated(need)) {
      const Sums& of_skill = sums[{table, need.skill}];
      const auto count = static_cast<double>(table->roles.size());
      const double mean = of_skill.sum / count;
      const double deviation = std::sqrt(std::max(of_skill.squares / count - mean * mean, 1e-6));
      rows[need.role].push_back(
          {need.skill, static_cast<float>((need.importance - least_importance) / deviation)});
    }
  }
  // add() sums what the same skill has: (value - mean) / deviation.
  SparseRows summed;
  for (Row& row : rows) summed.add(std::move(row));
  std::vector<Row> result;
  for (std::size_t role = 0; role < summed.size(); ++role) {
    result.emplace_back(summed[role].begin(), summed[role].end());
  }
  return of_length_one(std::move(result));
}

SparseRows need_profiles(const RecommendInput& input) {
  const Tables tables = tables_of(input);
  std::map<std::string, double> roles;
  for (const RecommendInput::Role& role : input.roles) ++roles[role.source];
  std::vector<Row> rows(input.roles.size());
  for (const RecommendInput::Need& need : input.needs) {
    const std::string& source = input.roles[need.role].source;
    const Table& table = tables.at({source, input.skills[need.skill].kind});
    if (table.is_rated()) continue;
    const double idf =
        std::log((1 + roles[source]) / (1 + static_cast<double>(table.roles_with.at(need.skill))));
    rows[need.role].push_back({need.skill, static_cast<float>(need.importance * idf)});
  }
  return of_length_one(std::move(rows));
}

}  // namespace guidepost
