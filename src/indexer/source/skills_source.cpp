#include "indexer/source/skills_source.h"

#include "core/model/vocabulary.h"
#include "core/text/edit_distance.h"
#include "indexer/source/kebab_case.h"
#include "indexer/source/problem_list.h"
#include "indexer/source/source_text.h"
#include "indexer/source/yaml_fields.h"
#include "indexer/source/yaml_value.h"

#include <array>
#include <map>
#include <set>
#include <span>
#include <string>
#include <utility>

namespace guidepost::indexer {
namespace {

constexpr std::array<std::string_view, 8> skill_keys{
    "id", "label", "kind", "description", "aliases", "exact_case", "broader", "related"};
constexpr std::size_t most_name_bytes = 120;
constexpr std::size_t most_description_bytes = 200;
constexpr const char* entry_form =
    "write `- id: python`, with label, kind and description below it";

// An entry as read so far.
struct Entry {
  std::size_t line;
  Skill skill;
  ProblemList problems;
};

void read_id(const YamlFields& fields, Skill& skill) {
  skill.id = fields.text("id", Need::required, 4 * most_id_bytes);
  if (skill.id.empty() || is_kebab_case(skill.id)) return;
  std::string hint = "use a-z, 0-9 and single hyphens, at most 80 bytes";
  if (const std::string form = kebab_case(skill.id); !form.empty()) hint += ", like `" + form + "`";
  fields.problems().error(fields.line_of("id"), "the id `" + skill.id + "` is not in kebab case",
                          hint);
}

void read_kind(const YamlFields& fields, Skill& skill) {
  const std::string name = fields.text("kind", Need::required, most_name_bytes);
  if (name.empty()) return;
  if (const auto kind = skill_kind_named(name)) {
    skill.kind = *kind;
    return;
  }
  std::vector<std::string_view> names;
  names.reserve(all_skill_kinds.size());
  for (const SkillKind kind : all_skill_kinds) names.push_back(name_of(kind));
  fields.problems().error(fields.line_of("kind"), "unknown kind `" + name + "`",
                          nearest_hint(name, names));
}

Entry read_entry(const YamlValue& value, const std::string& file) {
  Entry entry{value.line, {}, ProblemList(file)};
  entry.skill.where = {file, value.line};
  if (value.kind != YamlValue::Kind::map) {
    entry.problems.error(value.line, "an entry is " + std::string(form_of(value)) + ", not a skill",
                         entry_form);
    return entry;
  }
  const YamlFields fields(value, skill_keys, entry.problems);
  read_id(fields, entry.skill);
  entry.skill.label = fields.text("label", Need::required, most_name_bytes);
  read_kind(fields, entry.skill);
  entry.skill.description = fields.text("description", Need::required, most_description_bytes);
  entry.skill.aliases = without_lines(fields.texts("aliases"));
  entry.skill.case_rule = fields.flag("exact_case") ? CaseRule::exact : CaseRule::any;
  if (std::string id = fields.text("broader", Need::optional, 4 * most_id_bytes); !id.empty()) {
    entry.skill.relations.push_back({std::move(id), RelationKind::broader});
  }
  for (std::string& id : without_lines(fields.texts("related"))) {
    entry.skill.relations.push_back({std::move(id), RelationKind::related});
  }
  return entry;
}

void reject_clashes(std::vector<Entry>& entries) {
  std::vector<Skill> skills;
  std::vector<std::size_t> origin;  // skill -> entry: only accepted ones can take a name
  for (std::size_t i = 0; i < entries.size(); ++i) {
    if (entries[i].problems.rejected()) continue;
    skills.push_back(entries[i].skill);
    origin.push_back(i);
  }
  for (const Vocabulary::Clash& clash : Vocabulary::clashes(skills)) {
    const Entry& first = entries[origin[clash.first]];
    Entry& second = entries[origin[clash.second]];
    second.problems.error(second.line,
                          "the name `" + clash.name + "` of `" + second.skill.id +
                              "` is taken by `" + first.skill.id + "`",
                          "remove it from one; the first is in line " + std::to_string(first.line));
  }
}

/// What a skill is filed under, by id.
using Broader = std::map<std::string, std::string, std::less<>>;

bool leads_back(const Broader& broader, const std::string& id) {
  // As many steps as there are skills, or a cycle that begins further up would never end.
  auto at = broader.find(id);
  for (std::size_t step = 0; at != broader.end() && step <= broader.size(); ++step) {
    if (at->second == id) return true;
    at = broader.find(at->second);
  }
  return false;
}

void reject_lost_relations(std::vector<Entry>& entries) {
  std::vector<std::string> ids;
  Broader broader;
  for (const Entry& entry : entries) {
    if (entry.problems.rejected()) continue;
    ids.push_back(entry.skill.id);
    for (const SkillRelation& relation : entry.skill.relations) {
      if (relation.kind == RelationKind::broader) broader.emplace(entry.skill.id, relation.skill);
    }
  }
  const std::set<std::string_view> known(ids.begin(), ids.end());
  for (Entry& entry : entries) {
    if (entry.problems.rejected()) continue;
    for (const SkillRelation& relation : entry.skill.relations) {
      const std::string key(name_of(relation.kind));
      if (relation.skill == entry.skill.id) {
        entry.problems.error(entry.line, "`" + key + "` of `" + entry.skill.id + "` is itself",
                             "remove it");
      } else if (!known.contains(relation.skill)) {
        const std::string near = nearest(relation.skill, std::span<const std::string>(ids));
        entry.problems.error(
            entry.line, "`" + key + "` names no skill: `" + relation.skill + "`",
            near.empty() ? "add it, or remove the key" : "did you mean `" + near + "`?");
      }
    }
    if (leads_back(broader, entry.skill.id)) {
      entry.problems.error(entry.line, "`broader` of `" + entry.skill.id + "` leads back to it",
                           "break the circle");
    }
  }
}

std::vector<Entry> read_entries(const std::string& text, const std::string& file) {
  std::vector<Entry> entries;
  const auto refuse = [&](std::size_t line) -> ProblemList& {
    entries.push_back({line, {}, ProblemList(file)});
    return entries.back().problems;
  };
  const auto root = parse_yaml(text, file, 1);
  if (!root) {
    refuse(1).error(root.error());
  } else if (root->kind != YamlValue::Kind::list) {
    refuse(root->line)
        .error(root->line, "the file is " + std::string(form_of(*root)) + ", not a list",
               entry_form);
  } else {
    for (const YamlValue& value : root->items) entries.push_back(read_entry(value, file));
    reject_clashes(entries);
    reject_lost_relations(entries);
  }
  return entries;
}

// One read an entry; one that says why when the file is no list. An error when it cannot be read at all.
Result<std::vector<SourceRead>> read_file(const std::filesystem::path& file) {
  std::vector<SourceRead> reads;
  const auto text = read_source_text(file);
  if (!text) {
    if (text.error().code == ErrorCode::io_failed) return failure(text.error());
    reads.push_back({std::nullopt, {{Severity::error, text.error()}}});
    return reads;
  }
  for (Entry& entry : read_entries(*text, file.string())) {
    SourceRead read;
    if (!entry.problems.rejected()) read.item = std::move(entry.skill);
    read.problems = std::move(entry.problems).take();
    reads.push_back(std::move(read));
  }
  return reads;
}

}  // namespace

SkillsSource::SkillsSource(std::filesystem::path file, std::vector<SourceRead> reads)
    : file_(std::move(file)), reads_(std::move(reads)) {}

Result<std::unique_ptr<Source>> SkillsSource::open(const std::filesystem::path& file) {
  auto reads = read_file(file);
  if (!reads) return failure(std::move(reads).error());
  return std::unique_ptr<Source>(new SkillsSource(file, std::move(*reads)));
}

std::optional<SourceRead> SkillsSource::next() {
  if (next_ == reads_.size()) return std::nullopt;
  return std::move(reads_[next_++]);
}

void SkillsSource::rewind() {
  next_ = 0;
  auto reads = read_file(file_);
  if (reads) {
    reads_ = std::move(*reads);
  } else {
    reads_.clear();
    reads_.push_back({std::nullopt, {{Severity::error, std::move(reads).error()}}});
  }
}

double SkillsSource::progress() const {
  return reads_.empty() ? 1.0 : static_cast<double>(next_) / static_cast<double>(reads_.size());
}

}  // namespace guidepost::indexer
