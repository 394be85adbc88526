// Writes what the nearness of pairs is made of, so that scripts/tune_related.py can find weights: every candidate of every wanted item with the parts
// of its score, as numbers of four bytes.
//
//   recommend_parts skills|roles|related|similar INPUT WANTED OUTPUT
//
// INPUT has a record a line, fields by tabs, lists by the unit separator (0x1f):
//   skill id label kind source aliases description families | role id title source level aliases text passages | need role skill importance |
//   relation from to kind | together skill skill passages | with skill passages | passages count
// WANTED: an id a line. OUTPUT: { wanted u32, other u32, part f32 ... } with the places of the ids among those of INPUT in order of bytes.
#include "core/recommend/related_skills_builder.h"
#include "core/recommend/role_pairs.h"
#include "core/recommend/similar_roles_builder.h"
#include "core/recommend/skill_pairs.h"

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <fstream>
#include <iostream>
#include <numeric>
#include <string>
#include <thread>
#include <unordered_map>
#include <vector>

namespace guidepost {
namespace {

std::vector<std::string> split(const std::string& text, char separator) {
  std::vector<std::string> fields;
  std::size_t begin = 0;
  for (std::size_t end = 0; end != std::string::npos; begin = end + 1) {
    end = text.find(separator, begin);
    fields.push_back(text.substr(begin, end == std::string::npos ? end : end - begin));
  }
  return fields;
}

std::vector<std::string> list(const std::string& text) {
  return text.empty() ? std::vector<std::string>{} : split(text, '\x1f');
}

template <typename Items>
std::unordered_map<std::string, std::uint32_t> places(Items& items) {
  std::stable_sort(items.begin(), items.end(),
                   [](const auto& a, const auto& b) { return a.id < b.id; });
  // Of items that share an id the first is kept, as the vocabulary does.
  items.erase(std::unique(items.begin(), items.end(),
                          [](const auto& a, const auto& b) { return a.id == b.id; }),
              items.end());
  std::unordered_map<std::string, std::uint32_t> result;
  for (const auto& item : items) {
    result.emplace(item.id, static_cast<std::uint32_t>(result.size()));
  }
  return result;
}

RelationKind relation_kind(const std::string& name) {
  for (const RelationKind kind :
       {RelationKind::broader, RelationKind::essential, RelationKind::optional}) {
    if (name == name_of(kind)) return kind;
  }
  return RelationKind::related;
}

RecommendInput read_input(const std::string& file) {
  RecommendInput input;
  std::ifstream lines(file);
  std::vector<std::vector<std::string>> pairs;
  for (std::string line; std::getline(lines, line);) {
    std::vector<std::string> f = split(line, '\t');
    if (f[0] == "skill") {
      input.skills.push_back({f[1], f[2], list(f[5]), f[6],
                              skill_kind_named(f[3]).value_or(SkillKind::skill), list(f[7]), "en",
                              f[4]});
    } else if (f[0] == "role") {
      RecommendInput::Role& role = input.roles.emplace_back();
      role.id = f[1];
      role.title = f[2];
      role.source = f[3];
      role.levels = list(f[4]);
      role.aliases = list(f[5]);
      role.text = f[6];
      role.passages = list(f[7]);
    } else {
      pairs.push_back(std::move(f));
    }
  }
  const auto skills = places(input.skills);
  const auto roles = places(input.roles);
  input.passages_with_skill.resize(input.skills.size(), 0);
  for (const auto& f : pairs) {
    if (f[0] == "need") {
      input.needs.push_back(
          {roles.at(f[1]), skills.at(f[2]), static_cast<std::uint8_t>(std::stoi(f[3]))});
    } else if (f[0] == "together") {
      input.together.push_back(
          {skills.at(f[1]), skills.at(f[2]), static_cast<std::uint32_t>(std::stoul(f[3]))});
    } else if (f[0] == "passages") {
      input.passages = static_cast<std::uint32_t>(std::stoul(f[1]));
    } else if (f[0] == "with") {
      input.passages_with_skill[skills.at(f[1])] = static_cast<std::uint32_t>(std::stoul(f[2]));
    } else {
      input.relations.push_back({skills.at(f[1]), skills.at(f[2]), relation_kind(f[3])});
    }
  }
  const auto by_pair = [](const auto& x) { return std::pair(x.role, x.skill); };
  std::sort(input.needs.begin(), input.needs.end(),
            [&](const auto& a, const auto& b) { return by_pair(a) < by_pair(b); });
  input.needs.erase(
      std::unique(input.needs.begin(), input.needs.end(),
                  [&](const auto& a, const auto& b) { return by_pair(a) == by_pair(b); }),
      input.needs.end());
  return input;
}

template <typename Value>
void put(std::ofstream& out, Value value) {
  out.write(reinterpret_cast<const char*>(&value), sizeof value);
}

/// The places of the wanted ids, of all when none is wanted.
template <typename Items>
std::vector<std::uint32_t> places_of(const std::string& file, const Items& items) {
  std::unordered_map<std::string, std::uint32_t> by_id;
  for (std::uint32_t i = 0; i < items.size(); ++i) by_id.emplace(items[i].id, i);
  std::vector<std::uint32_t> result;
  std::ifstream lines(file);
  for (std::string line; std::getline(lines, line);) result.push_back(by_id.at(line));
  if (result.empty()) {
    result.resize(items.size());
    std::iota(result.begin(), result.end(), 0U);
  }
  return result;
}

template <typename Pairs>
void put_parts(std::uint32_t item, const Pairs& pairs, std::ofstream& out) {
  for (const auto& pair : pairs) {
    put(out, item);
    put(out, pair.other);
    for (const float part : pair.parts) put(out, part);
  }
}

void put_skill_parts(const RecommendInput& input, const std::string& wanted, std::ofstream& out) {
  constexpr std::size_t most = 300;
  SkillWeights all;
  all.fill(1);
  const SkillPairs pairs(input, 1);
  SkillPairs::Workspace space(pairs);
  for (const std::uint32_t skill : places_of(wanted, input.skills)) {
    put_parts(skill, pairs.of(skill, most, all, space), out);
  }
}

void put_role_parts(const RecommendInput& input, const std::string& wanted, std::ofstream& out) {
  const RolePairs pairs(input);
  RolePairs::Workspace space(pairs);
  for (const std::uint32_t role : places_of(wanted, input.roles)) {
    put_parts(role, pairs.of(role, input.roles.size(), space), out);
  }
}

/// The lists as an index would hold them: wanted id, other id, parts.
template <typename Items>
void put_lists(const NeighbourTable& table, const Items& items, const std::string& wanted,
               std::ofstream& out) {
  out << "wanted\tother";
  for (const std::string& part : table.parts) out << '\t' << part;
  out << '\n';
  for (const std::uint32_t item : places_of(wanted, items)) {
    for (const Neighbour& other : table.of[item]) {
      out << items[item].id << '\t' << items[other.item].id;
      for (const float part : other.parts) out << '\t' << part;
      out << '\n';
    }
  }
}

int run(const std::vector<std::string>& arguments) {
  const std::string what = arguments.size() == 5 ? arguments[1] : "";
  const auto input = what.empty() ? RecommendInput{} : read_input(arguments[2]);
  std::ofstream out(what.empty() ? "" : arguments[4], std::ios::binary);
  const std::size_t threads = std::max(1U, std::thread::hardware_concurrency());
  const auto begin = std::chrono::steady_clock::now();
  if (what == "skills") {
    put_skill_parts(input, arguments[3], out);
  } else if (what == "roles") {
    put_role_parts(input, arguments[3], out);
  } else if (what == "related" || what == "similar") {
    const NeighbourTable table = what == "related" ? build_related_skills(input, threads)
                                                   : build_similar_roles(input, threads);
    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - begin;
    std::cerr << what << " built in " << taken.count() << " s\n";
    what == "related" ? put_lists(table, input.skills, arguments[3], out)
                      : put_lists(table, input.roles, arguments[3], out);
  } else {
    std::cerr << "recommend_parts skills|roles|related|similar INPUT WANTED OUTPUT\n";
    return 2;
  }
  return out.flush() ? 0 : 1;
}

}  // namespace
}  // namespace guidepost

int main(int count, char** words) { return guidepost::run({words, words + count}); }
