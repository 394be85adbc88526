#include "indexer/recommend_files.h"

#include "core/recommend/role_cards.h"
#include "core/recommend/role_skill_hash.h"
#include "core/recommend/role_skill_model.h"
#include "core/recommend/role_skill_model_builder.h"

namespace guidepost::indexer {
namespace {

Result<void> write_model(const GenerationWriter& writer, const Generation* previous,
                         const RecommendInput& input, std::size_t jobs) {
  const std::string hash = role_skill_hash_of(input);
  if (previous != nullptr) {
    const auto before = previous->path / generation_file::role_skills;
    if (RoleSkillModel::source_hash_of(before) == hash) return writer.link_file(before);
  }
  return write_role_skill_model(input, hash, writer.path() / generation_file::role_skills, jobs);
}

}  // namespace

Result<void> write_recommend_files(const GenerationWriter& writer, const Generation* previous,
                                   const RecommendInput& input, std::size_t jobs) {
  return writer.write(generation_file::roles, encode(role_cards_of(input))).and_then([&] {
    return write_model(writer, previous, input, jobs);
  });
}

}  // namespace guidepost::indexer
