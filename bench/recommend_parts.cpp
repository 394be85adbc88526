// Writes what the nearness of pairs is made of, so that scripts/tune_related.py can find weights: every candidate of every wanted item with the parts
// of its score, as numbers of four bytes.
//
//   recommend_parts skills|roles INPUT WANTED OUTPUT
//
// INPUT has a record a line, fields by tabs, lists by the unit separator (0x1f):
//   skill id label kind source aliases description | role id title source level aliases text passages | need role skill importance |
//   relation from to kind
// WANTED: an id a line. OUTPUT: { wanted u32, other u32, part f32 ... } with the places of the ids among those of INPUT in order of bytes.
#include "core/recommend/role_pairs.h"
#include "core/recommend/skill_pairs.h"

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <fstream>
#include <iostream>
#include <string>
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
  std::sort(items.begin(), items.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
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
                              skill_kind_named(f[3]).value_or(SkillKind::skill), "en", f[4]});
    } else if (f[0] == "role") {
      RecommendInput::Role role{f[1], f[2], list(f[5]), "", list(f[4]), "en", f[6], list(f[7]), {}, f[3]};
      input.roles.push_back(std::move(role));
    } else {
      pairs.push_back(std::move(f));
    }
  }
  const auto skills = places(input.skills);
  const auto roles = places(input.roles);
  for (const auto& f : pairs) {
    if (f[0] == "need") {
      input.needs.push_back({roles.at(f[1]), skills.at(f[2]), static_cast<std::uint8_t>(std::stoi(f[3]))});
    } else {
      input.relations.push_back({skills.at(f[1]), skills.at(f[2]), relation_kind(f[3])});
    }
  }
  const auto by_pair = [](const auto& x) { return std::pair(x.role, x.skill); };
  std::sort(input.needs.begin(), input.needs.end(), [&](const auto& a, const auto& b) { return by_pair(a) < by_pair(b); });
  input.needs.erase(std::unique(input.needs.begin(), input.needs.end(), [&](const auto& a, const auto& b) { return by_pair(a) == by_pair(b); }), input.needs.end());
  input.passages_with_skill.resize(input.skills.size(), 0);
  return input;
}

template <typename Value>
void put(std::ofstream& out, Value value) {
  out.write(reinterpret_cast<const char*>(&value), sizeof value);
}

/// All pairs of the wanted items (of all when none is named), with their parts.
template <typename Pairs, typename Items>
void put_parts(const Pairs& pairs, const Items& items, std::vector<std::string> wanted,
               std::size_t most, std::ofstream& out) {
  std::unordered_map<std::string, std::uint32_t> by_id;
  for (std::uint32_t i = 0; i < items.size(); ++i) by_id.emplace(items[i].id, i);
  if (wanted.empty()) {
    for (const auto& item : items) wanted.push_back(item.id);
  }
  typename Pairs::Workspace space(pairs);
  for (const std::string& id : wanted) {
    const std::uint32_t item = by_id.at(id);
    for (const auto& pair : pairs.of(item, most, space)) {
      put(out, item);
      put(out, pair.other);
      for (const float part : pair.parts) put(out, part);
    }
  }
}

int run(const std::vector<std::string>& arguments) {
  constexpr std::size_t most_skills = 300;
  constexpr std::size_t most_roles = 1'000'000;
  const auto begin = std::chrono::steady_clock::now();
  const auto tell = [&](const char* what) {
    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - begin;
    std::cerr << what << " " << taken.count() << " s\n";
  };
  if (arguments.size() != 5) {
    std::cerr << "recommend_parts skills|roles INPUT WANTED OUTPUT\n";
    return 2;
  }
  const RecommendInput input = read_input(arguments[2]);
  tell("read");
  std::vector<std::string> wanted;
  std::ifstream lines(arguments[3]);
  for (std::string line; std::getline(lines, line);) wanted.push_back(line);
  std::ofstream out(arguments[4], std::ios::binary);
  if (arguments[1] == "skills") {
    const SkillPairs pairs(input);
    tell("skills compared by their texts");
    put_parts(pairs, input.skills, wanted, most_skills, out);
  } else {
    const RolePairs pairs(input);
    tell("roles compared by their texts");
    put_parts(pairs, input.roles, wanted, most_roles, out);
  }
  tell("done");
  return out.flush() ? 0 : 1;
}

}  // namespace
}  // namespace guidepost

int main(int count, char** words) { return guidepost::run({words, words + count}); }
