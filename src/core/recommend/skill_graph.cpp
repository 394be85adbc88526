#include "core/recommend/skill_graph.h"

#include "core/index/record.h"

#include <algorithm>

namespace guidepost {
namespace {

bool is_sound(const SkillGraph::Parts& parts) {
  const std::size_t skills = parts.skills.size();
  if (parts.skills_of_role.size() != parts.roles.size()) return false;
  if (parts.passages_with_skill.size() != skills || parts.neighbours.size() != skills) return false;
  if (!std::is_sorted(parts.skills.begin(), parts.skills.end())) return false;
  for (const auto& uses : parts.skills_of_role) {
    for (const auto& use : uses) {
      if (use.index >= skills) return false;
    }
  }
  for (const auto& neighbours : parts.neighbours) {
    for (const auto& neighbour : neighbours) {
      if (neighbour.skill >= skills) return false;
    }
  }
  return true;
}

}  // namespace

SkillGraph::SkillGraph(Parts parts) : parts_(std::move(parts)) {
  roles_of_skill_.resize(parts_.skills.size());
  for (std::size_t role = 0; role < parts_.roles.size(); ++role) {
    for (const Use& use : parts_.skills_of_role[role]) {
      roles_of_skill_[use.index].push_back({static_cast<std::uint32_t>(role), use.importance});
    }
  }
}

std::uint32_t SkillGraph::skill_index(std::string_view id) const {
  const auto at = std::lower_bound(parts_.skills.begin(), parts_.skills.end(), id);
  const bool found = at != parts_.skills.end() && *at == id;
  return static_cast<std::uint32_t>(found ? at - parts_.skills.begin()
                                          : static_cast<std::ptrdiff_t>(parts_.skills.size()));
}

std::string SkillGraph::encode() const {
  RecordWriter writer;
  writer.texts(parts_.skills);
  writer.u32(static_cast<std::uint32_t>(parts_.roles.size()));
  for (std::size_t role = 0; role < parts_.roles.size(); ++role) {
    writer.text(parts_.roles[role].id);
    writer.text(parts_.roles[role].title);
    writer.u32(static_cast<std::uint32_t>(parts_.skills_of_role[role].size()));
    for (const Use& use : parts_.skills_of_role[role]) {
      writer.u32(use.index);
      writer.u8(use.importance);
    }
  }
  writer.u32s(parts_.passages_with_skill);
  for (const auto& neighbours : parts_.neighbours) {
    writer.u32(static_cast<std::uint32_t>(neighbours.size()));
    for (const Neighbour& neighbour : neighbours) {
      writer.u32(neighbour.skill);
      writer.u32(neighbour.passages);
    }
  }
  writer.u32(parts_.passages);
  return std::move(writer).bytes();
}

Result<SkillGraph> SkillGraph::decode(std::string_view bytes) {
  RecordReader reader(bytes);
  Parts parts;
  parts.skills = reader.texts();
  const std::size_t roles = reader.count(12);
  for (std::size_t i = 0; i < roles && reader.ok(); ++i) {
    Role role;
    role.id = reader.text();
    role.title = reader.text();
    parts.roles.push_back(std::move(role));
    std::vector<Use> uses(reader.count(5));
    for (Use& use : uses) {
      use.index = reader.u32();
      use.importance = reader.u8();
    }
    parts.skills_of_role.push_back(std::move(uses));
  }
  parts.passages_with_skill = reader.u32s();
  for (std::size_t i = 0; i < parts.skills.size() && reader.ok(); ++i) {
    std::vector<Neighbour> neighbours(reader.count(8));
    for (Neighbour& neighbour : neighbours) {
      neighbour.skill = reader.u32();
      neighbour.passages = reader.u32();
    }
    parts.neighbours.push_back(std::move(neighbours));
  }
  parts.passages = reader.u32();
  if (!reader.finished() || !is_sound(parts)) {
    return failure(ErrorCode::index_damaged, "the skill graph cannot be read",
                   "build the index again with `guidepost index`");
  }
  return SkillGraph(std::move(parts));
}

}  // namespace guidepost
