#include "core/recommend/alike_skills.h"

#include "core/index/checksum.h"
#include "core/index/little_endian.h"
#include "core/recommend/role_skill_weights.h"
#include "core/recommend/term_reader.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string_view>
#include <utility>

namespace guidepost {
namespace {

constexpr float label_repeats = 2;
/// A term that more skills hold tells little and costs most.
constexpr std::size_t longest_list = 2000;

SparseRows texts_of(const RecommendInput& input) {
  TermReader reader;
  SparseRows counts;
  for (const RecommendInput::Entry& skill : input.skills) {
    std::vector<SparseRows::Entry> row;
    count_into(row, reader.read(skill.label, skill.language), label_repeats);
    for (const std::string& alias : skill.aliases) {
      count_into(row, reader.read(alias, skill.language));
    }
    count_into(row, reader.read(skill.description, skill.language));
    counts.add(std::move(row));
  }
  return tf_idf(std::move(counts));
}

}  // namespace

SparseRows alike_skills(const RecommendInput& input) {
  const SparseRows texts = texts_of(input);
  const SparseRows inverted = texts.transposed();
  std::map<std::pair<std::string_view, std::string_view>, std::uint32_t> groups;
  std::vector<std::uint32_t> group_of;
  for (const RecommendInput::Entry& skill : input.skills) {
    const auto next = static_cast<std::uint32_t>(groups.size());
    group_of.push_back(groups.try_emplace({skill.source, skill.language}, next).first->second);
  }
  const RoleSkillWeights& weights = role_skill_weights;
  Tally tally(input.skills.size());
  SparseRows alike;
  for (std::uint32_t skill = 0; skill < input.skills.size(); ++skill) {
    tally.add_products(texts[skill], inverted, 1, longest_list);
    tally.rescore([&](std::uint32_t other, float cosine) {
      const bool counts =
          other != skill && group_of[other] == group_of[skill] && cosine > weights.least_likeness;
      return counts ? std::pow(cosine, weights.likeness_power) : 0.0F;
    });
    std::vector<SparseRows::Entry> row;
    for (const Tally::Scored& other : tally.take_best(weights.alike)) {
      row.push_back({other.item, other.score});
    }
    alike.add(std::move(row));
  }
  return alike;
}

SparseRows skill_groups(const RecommendInput& input) {
  std::map<std::pair<std::string_view, std::string_view>, std::vector<SparseRows::Entry>> groups;
  for (std::uint32_t skill = 0; skill < input.skills.size(); ++skill) {
    for (const std::string& family : input.skills[skill].families) {
      groups[{input.skills[skill].source, family}].push_back({skill, 1});
    }
  }
  SparseRows rows;
  for (auto& [name, members] : groups) {
    if (members.size() < 2 || members.size() > role_skill_weights.widest_group) continue;
    const float share = 1 / std::sqrt(static_cast<float>(members.size()));
    for (SparseRows::Entry& member : members) member.value = share;
    rows.add(std::move(members));
  }
  return rows;
}

std::vector<std::uint64_t> label_keys(const RecommendInput& input) {
  TermReader reader;
  std::vector<std::uint64_t> keys;
  for (const RecommendInput::Entry& skill : input.skills) {
    std::vector<std::uint32_t> words = reader.read(skill.label, skill.language).words;
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
    std::string bytes;
    append_little_endian(bytes, std::span<const std::uint32_t>(words));
    keys.push_back(words.empty() ? 0 : hash64(bytes));
  }
  return keys;
}

}  // namespace guidepost
