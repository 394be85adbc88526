#include "core/recommend/neighbour_hash.h"

#include "core/index/checksum.h"
#include "core/index/record.h"
#include "core/recommend/recommend_weights.h"

#include <bit>

namespace guidepost {
namespace {

/// Raised when lists of the same input and weights would come out otherwise.
constexpr std::uint32_t lists_version = 3;

/// Every number of recommend_weights.h: a new one belongs here too.
void add_weights(RecordWriter& record) {
  const auto add = [&](float value) { record.u32(std::bit_cast<std::uint32_t>(value)); };
  for (const float weight : phrase_weights) add(weight);
  for (const float weight : technology_weights) add(weight);
  for (const float weight : role_weights) add(weight);
  for (const float weight :
       {crowd_weight, skill_label_repeats, skill_alias_repeats, skill_letters_idf, roles_shrinkage,
        passages_shrinkage, role_title_repeats, role_text_repeats, role_idf}) {
    add(weight);
  }
  for (const std::size_t count : {crowd, skill_dimensions, flip_least_pairs}) record.u64(count);
  for (const double share : {flip_least_share, role_dimensions}) record.f64(share);
}

std::uint32_t size_of(const auto& things) { return static_cast<std::uint32_t>(things.size()); }

}  // namespace

std::string neighbour_hash_of(const RecommendInput& input, std::string_view model_hash) {
  RecordWriter record;
  record.u32(lists_version);
  add_weights(record);
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
