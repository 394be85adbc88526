#include "indexer/recommend_files.h"

#include "core/index/checksum.h"
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

/// Raised when lists of the same input would come out otherwise.
constexpr std::size_t lists_version = 1;

Result<void> write_model(const GenerationWriter& writer, const Generation* previous,
                         const RecommendInput& input, const std::string& hash, std::size_t jobs) {
  if (previous != nullptr) {
    const auto before = previous->path / generation_file::role_skills;
    if (RoleSkillModel::source_hash_of(before) == hash) return writer.link_file(before);
  }
  return write_role_skill_model(input, hash, writer.path() / generation_file::role_skills, jobs);
}

/// Of everything that the lists are built from.
std::string source_of_lists(const RecommendInput& input, const std::string& model_hash) {
  Checksum checksum;
  const auto add = [&](std::size_t number) { checksum.add(std::to_string(number) + ","); };
  add(lists_version);
  checksum.add(model_hash);
  for (const RecommendInput::Role& role : input.roles) {
    for (const std::string& level : role.levels) checksum.add(level + "\n");
    checksum.add("\n");
  }
  for (const RecommendInput::Relation& relation : input.relations) {
    for (const std::size_t part : {std::size_t{relation.from}, std::size_t{relation.to},
                                   static_cast<std::size_t>(relation.kind)}) {
      add(part);
    }
  }
  for (const RecommendInput::Together& pair : input.together) {
    for (const std::size_t part :
         {std::size_t{pair.from}, std::size_t{pair.to}, std::size_t{pair.passages}}) {
      add(part);
    }
  }
  for (const std::uint32_t passages : input.passages_with_skill) add(passages);
  add(input.passages);
  return checksum.hex();
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
  const std::string source = source_of_lists(input, model_hash);
  return writer.write(generation_file::roles, encode(role_cards_of(input)))
      .and_then([&] { return write_model(writer, previous, input, model_hash, jobs); })
      .and_then([&] { return writer.write(generation_file::recommend_source, source); })
      .and_then([&] { return write_lists(writer, previous, input, source, jobs); });
}

}  // namespace guidepost::indexer
