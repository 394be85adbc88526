#include "core/recommend/role_skill_hash.h"

#include "core/index/checksum.h"
#include "core/index/little_endian.h"
#include "core/recommend/role_skill_file.h"
#include "core/recommend/role_skill_weights.h"

#include <bit>
#include <string_view>
#include <vector>

namespace guidepost {
namespace {

void add(Checksum& checksum, std::string_view text) {
  std::string size;
  append_little_endian(size, std::uint64_t{text.size()});
  checksum.add(size);
  checksum.add(text);
}

void add(Checksum& checksum, const std::vector<std::string>& texts) {
  add(checksum, std::to_string(texts.size()));
  for (const std::string& text : texts) add(checksum, text);
}

/// Those the file is made with: with others it would come out another.
void add(Checksum& checksum, const RoleSkillWeights& weights) {
  std::vector<float> numbers(weights.need.begin(), weights.need.end());
  numbers.insert(numbers.end(), {weights.ridge, weights.common, weights.role_text,
                                 weights.likeness_power, weights.least_likeness});
  std::string bytes;
  for (const float number : numbers) {
    append_little_endian(bytes, std::bit_cast<std::uint32_t>(number));
  }
  for (const std::size_t number : {weights.alike, weights.most_rows, weights.widest_group}) {
    append_little_endian(bytes, std::uint64_t{number});
  }
  checksum.add(bytes);
}

}  // namespace

std::string role_skill_hash_of(const RecommendInput& input) {
  Checksum checksum;
  add(checksum, std::to_string(role_skill_file::version));
  add(checksum, role_skill_weights);
  add(checksum, std::to_string(input.roles.size()));
  for (const RecommendInput::Role& role : input.roles) {
    for (const std::string* text :
         {&role.id, &role.title, &role.language, &role.text, &role.source}) {
      add(checksum, *text);
    }
    add(checksum, role.aliases);
    add(checksum, role.passages);
  }
  add(checksum, std::to_string(input.skills.size()));
  for (const RecommendInput::Entry& skill : input.skills) {
    for (const std::string* text :
         {&skill.id, &skill.label, &skill.language, &skill.description, &skill.source}) {
      add(checksum, *text);
    }
    add(checksum, skill.aliases);
    add(checksum, skill.families);
  }
  std::string needs;
  for (const RecommendInput::Need& need : input.needs) {
    append_little_endian(needs, need.role);
    append_little_endian(needs, need.skill);
    needs += static_cast<char>(need.importance);
  }
  add(checksum, needs);
  return checksum.hex();
}

}  // namespace guidepost
