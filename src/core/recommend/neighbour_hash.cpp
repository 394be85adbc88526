#include "core/recommend/neighbour_hash.h"

#include "core/index/checksum.h"
#include "core/index/record.h"
#include "core/recommend/recommend_weights.h"

#include <cstddef>

namespace guidepost {
namespace {

/// Raised when lists of the same input and weights would come out otherwise.
constexpr std::uint32_t lists_version = 3;

std::uint32_t size_of(const auto& things) { return static_cast<std::uint32_t>(things.size()); }

}  // namespace

std::vector<double> neighbour_weights() {
  std::vector<double> weights;
  const auto add = [&](const auto&... values) {
    (weights.push_back(static_cast<double>(values)), ...);
  };
  for (const float weight : phrase_weights) add(weight);
  for (const float weight : technology_weights) add(weight);
  add(crowd_weight, crowd);
  for (const float weight : role_weights) add(weight);
  add(skill_label_repeats, skill_alias_repeats, skill_letters_idf, skill_dimensions);
  add(roles_shrinkage, passages_shrinkage, flip_least_pairs, flip_least_share);
  add(role_title_repeats, role_text_repeats, role_idf, role_dimensions);
  return weights;
}

std::string neighbour_hash_of(const RecommendInput& input, std::string_view model_hash) {
  return neighbour_hash_of(input, model_hash, neighbour_weights());
}

std::string neighbour_hash_of(const RecommendInput& input, std::string_view model_hash,
                              std::span<const double> weights) {
  RecordWriter record;
  record.u32(lists_version);
  for (const double weight : weights) record.f64(weight);
  record.text(model_hash);
  record.u32(size_of(input.roles));
  for (const RecommendInput::Role& role : input.roles) record.texts(role.levels);
  record.u32(size_of(input.skills));
  for (const RecommendInput::Entry& skill : input.skills) {
    record.u8(static_cast<std::uint8_t>(skill.kind));
  }
  record.u32(size_of(input.relations));
  for (const RecommendInput::Relation& relation : input.relations) {
    record.u32(relation.from);
    record.u32(relation.to);
    record.u8(static_cast<std::uint8_t>(relation.kind));
  }
  record.u32(size_of(input.together));
  for (const RecommendInput::Together& pair : input.together) {
    record.u32(pair.from);
    record.u32(pair.to);
    record.u32(pair.passages);
  }
  record.u32s(input.passages_with_skill);
  record.u32(input.passages);
  return checksum_of(record.bytes());
}

}  // namespace guidepost
