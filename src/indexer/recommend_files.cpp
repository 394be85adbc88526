#include "indexer/recommend_files.h"

#include "core/recommend/neighbour_hash.h"
#include "core/recommend/neighbour_lists.h"
#include "core/recommend/related_skills_builder.h"
#include "core/recommend/role_cards.h"
#include "core/recommend/role_skill_hash.h"
#include "core/recommend/role_skill_model.h"
#include "core/recommend/role_skill_model_builder.h"
#include "core/recommend/similar_roles_builder.h"

#include <string>

namespace guidepost::indexer {
namespace {

Result<void> write_model(const GenerationWriter& writer, const Generation* previous,
                         const RecommendInput& input, const std::string& hash, std::size_t jobs) {
  if (previous != nullptr) {
    const auto before = previous->path / generation_file::role_skills;
    if (RoleSkillModel::source_hash_of(before) == hash) return writer.link_file(before);
  }
  return write_role_skill_model(input, hash, writer.path() / generation_file::role_skills, jobs);
}

Result<void> write_lists(const GenerationWriter& writer, const Generation* previous,
                         const RecommendInput& input, const std::string& source, std::size_t jobs) {
  if (previous != nullptr) {
    const auto before =
        read_generation_file(previous->path, previous->manifest, generation_file::recommend_source);
    if (before && *before == source) {
      return writer.link_file(previous->path / generation_file::related_skills).and_then([&] {
        return writer.link_file(previous->path / generation_file::similar_roles);
      });
    }
  }
  return write_neighbour_lists(build_related_skills(input, jobs),
                               writer.path() / generation_file::related_skills)
      .and_then([&] {
        return write_neighbour_lists(build_similar_roles(input, jobs),
                                     writer.path() / generation_file::similar_roles);
      });
}

}  // namespace

Result<void> write_recommend_files(const GenerationWriter& writer, const Generation* previous,
                                   const RecommendInput& input, std::size_t jobs) {
  const std::string model_hash = role_skill_hash_of(input);
  const std::string source = neighbour_hash_of(input, model_hash);
  return writer.write(generation_file::roles, encode(role_cards_of(input)))
      .and_then([&] { return write_model(writer, previous, input, model_hash, jobs); })
      .and_then([&] { return writer.write(generation_file::recommend_source, source); })
      .and_then([&] { return write_lists(writer, previous, input, source, jobs); });
}

}  // namespace guidepost::indexer
