// Any bytes as the file of a model or of lists, and a sound model with any of its bytes changed: what is opened can be asked everything.
#include "changed_bytes.h"
#include "check_item.h"
#include "core/recommend/neighbour_lists.h"
#include "core/recommend/role_estimate.h"
#include "core/recommend/role_skill_model.h"
#include "core/recommend/role_skill_model_builder.h"
#include "support/graph_of.h"

#include <unistd.h>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>

namespace guidepost {
namespace {

using indexer::require;

constexpr std::uint32_t skills = 5;
constexpr std::uint32_t roles = 8;  // the first five are a block by roles, the others one by skills

std::filesystem::path file_of(std::string_view bytes) {
  const auto file =
      std::filesystem::temp_directory_path() / ("guidepost-fuzz-" + std::to_string(::getpid()));
  std::ofstream(file, std::ios::binary)
      .write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  return file;
}

RecommendInput some_input() {
  RecommendInput input;
  for (std::uint32_t skill = 0; skill < skills; ++skill) {
    auto& one = input.skills.emplace_back();
    one.id = one.label = "rope knot " + std::to_string(skill);
    one.families = {"sea"};
  }
  for (std::uint32_t role = 0; role < roles; ++role) {
    auto& one = input.roles.emplace_back();
    one.id = one.title = "pilot " + std::to_string(role);
    one.source = role < 2 ? "a" : "b";
    if (role < 2) {
      for (std::uint32_t skill = 0; skill < 3; ++skill) input.needs.push_back({role, skill, 3});
    } else {
      input.needs.push_back({role, 3 + role % 2, 5});
    }
  }
  return input;
}

void check_model(std::string_view bytes, const SkillGraph& graph) {
  const auto model = RoleSkillModel::open(file_of(bytes), graph);
  if (!model) return;
  for (std::uint32_t role = 0; role < model->role_count(); ++role) {
    const RoleEstimate estimate(*model, role);
    for (std::uint32_t skill = 0; skill < model->skill_count(); ++skill) {
      require(std::isfinite(estimate.scores()[skill]));
      require(std::isfinite(estimate.shares_of(skill).score));
    }
  }
}

void check_lists(std::string_view bytes) {
  const auto lists = NeighbourLists::open(file_of(bytes), skills);
  if (!lists) return;
  for (std::uint32_t skill = 0; skill <= skills; ++skill) {
    for (const Neighbour& neighbour : lists->of(skill)) {
      require(neighbour.item < skills && std::isfinite(neighbour.score()));
    }
  }
}

std::string sound_model(const RecommendInput& input) {
  const auto file = file_of("");
  require(write_role_skill_model(input, "hash", file, 1).has_value());
  std::ifstream written(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(written), std::istreambuf_iterator<char>()};
}

}  // namespace
}  // namespace guidepost

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace guidepost;
  static const RecommendInput input = some_input();
  static const SkillGraph graph = test::graph_of(input);
  static const std::string sound = sound_model(input);
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  check_lists(bytes);
  check_model(bytes, graph);
  check_model(changed(sound, bytes), graph);
  return 0;
}
