#include "indexer/recommend_input_builder.h"

#include "indexer/skill_graph_builder.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace guidepost::indexer {
namespace {

/// The source that a file belongs to: the one whose path is the longest beginning of it.
std::string source_of(const SourcePlace& where, const Outline& outline) {
  std::string_view best;
  for (const std::string& source : outline.sources) {
    if (where.file.starts_with(source) && source.size() > best.size()) best = source;
  }
  return std::string(best);
}

RecommendInput::Role role_of(const GuideHead& guide, const Outline& outline) {
  RecommendInput::Role role;
  role.id = guide.id;
  role.title = guide.title;
  role.aliases = guide.aliases;
  role.levels = guide.levels;
  role.language = guide.language;
  role.text = guide.about.text;
  role.passages = guide.about.passages;
  role.leads_to = guide.leads_to;
  role.url = guide.url;
  role.source = source_of(guide.where, outline);
  return role;
}

RecommendInput::Entry entry_of(const Skill& skill, const Outline& outline) {
  return {skill.id,   skill.label,    skill.aliases,  skill.description,
          skill.kind, skill.families, skill.language, source_of(skill.where, outline)};
}

void add_needs(RecommendInput& input, const SkillGraph& graph) {
  for (std::uint32_t role = 0; role < graph.role_count(); ++role) {
    for (const SkillGraph::Use& use : graph.skills_of(role)) {
      input.needs.push_back({role, use.index, use.importance});
    }
  }
}

void add_relations(RecommendInput& input, const Skill& skill, std::uint32_t from,
                   const SkillGraph& graph) {
  for (const SkillRelation& relation : skill.relations) {
    const std::uint32_t to = graph.skill_index(relation.skill);
    if (to != graph.skill_count() && to != from)
      input.relations.push_back({from, to, relation.kind});
  }
}

void add_together(RecommendInput& input, const SkillGraph& graph) {
  input.passages = graph.passage_count();
  for (std::uint32_t skill = 0; skill < graph.skill_count(); ++skill) {
    input.passages_with_skill.push_back(graph.passages_with(skill));
    for (const SkillGraph::Neighbour& other : graph.neighbours_of(skill)) {
      if (other.skill > skill) input.together.push_back({skill, other.skill, other.passages});
    }
  }
}

}  // namespace

RecommendInput recommend_input_of(const Outline& outline, const Names& names,
                                  const SkillGraph& graph) {
  RecommendInput input;
  for (const GuideHead& guide : outline.guides) {
    if (!guide.is_translation) input.roles.push_back(role_of(guide, outline));
  }
  add_needs(input, graph);
  // The outline knows where a skill was read, the vocabulary which are left; both are sorted by id.
  auto read = outline.skills.begin();
  for (const Skill& skill : names.vocabulary.skills()) {
    read = std::find_if(read, outline.skills.end(),
                        [&](const Skill& one) { return one.id == skill.id; });
    const auto number = static_cast<std::uint32_t>(input.skills.size());
    input.skills.push_back(entry_of(read == outline.skills.end() ? skill : *read, outline));
    add_relations(input, skill, number, graph);
  }
  std::stable_sort(input.relations.begin(), input.relations.end(),
                   [](const auto& a, const auto& b) {
                     return a.from != b.from ? a.from < b.from : a.to < b.to;
                   });
  add_together(input, graph);
  return input;
}

RecommendInput needs_of(const Outline& outline, const Names& names) {
  RecommendInput input;
  SkillGraphBuilder graph(names.vocabulary);
  for (const GuideHead& guide : outline.guides) {
    if (guide.is_translation) continue;
    graph.add_role(guide);
    input.roles.emplace_back().source = source_of(guide.where, outline);
  }
  input.skills.resize(names.vocabulary.skills().size());
  add_needs(input, std::move(graph).build());
  return input;
}

}  // namespace guidepost::indexer
