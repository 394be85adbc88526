#include "indexer/source/esco_source.h"

#include "indexer/source/kebab_case.h"
#include "indexer/source/official_table.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <string_view>
#include <system_error>
#include <unordered_map>
#include <utility>

namespace guidepost::indexer {
namespace {

constexpr CsvDialect dialect{',', true};

constexpr OfficialTable occupation_table{
    "occupations",
    {"conceptUri", "iscoGroup", "preferredLabel", "altLabels", "hiddenLabels", "description",
     "definition", "code", "status"}};
constexpr OfficialTable skill_table{"skills",
                                    {"conceptUri", "skillType", "preferredLabel", "altLabels",
                                     "hiddenLabels", "description", "definition", "status"}};
constexpr OfficialTable use_table{"occupationSkillRelations",
                                  {"occupationUri", "relationType", "skillUri"}};
constexpr OfficialTable broader_table{"broaderRelationsSkillPillar", {"conceptUri", "broaderUri"}};
constexpr OfficialTable relation_table{"skillSkillRelations",
                                       {"originalSkillUri", "relationType", "relatedSkillUri"}};
constexpr OfficialTable group_table{"skillGroups", {"conceptUri", "preferredLabel"}};
constexpr OfficialTable isco_table{"ISCOGroups",
                                   {"code", "preferredLabel", "altLabels", "description"}};

constexpr std::array all_tables{occupation_table, skill_table, use_table, broader_table,
                                relation_table,   group_table, isco_table};
constexpr std::size_t required_tables = 2;  // the first ones

constexpr const char* mend = "mend the record, or download the file again";

constexpr int essential_importance = 5;
constexpr int optional_importance = 2;

std::string id_of_uri(std::string_view uri) {
  const std::size_t slash = uri.rfind('/');
  return tidy_line(slash == std::string_view::npos ? uri : uri.substr(slash + 1));
}

/// Labels stand on lines of their own, or between bars; each once, and not the preferred one again.
void add_labels(std::string_view cell, const std::string& preferred,
                std::vector<std::string>& labels) {
  while (!cell.empty()) {
    const std::size_t end = std::min(cell.find_first_of("\n|"), cell.size());
    std::string label = tidy_line(cell.substr(0, end));
    cell.remove_prefix(std::min(end + 1, cell.size()));
    const bool is_known = std::find(labels.begin(), labels.end(), label) != labels.end();
    if (!label.empty() && label != preferred && !is_known) labels.push_back(std::move(label));
  }
}

/// Reads the tables, in the order in which they need each other.
class EscoReader {
 public:
  EscoReader(const std::map<std::string, std::filesystem::path>& tables, std::string language,
             LoadReport& report)
      : tables_(tables), language_(std::move(language)), report_(report) {}

  Result<std::vector<SourceItem>> read() {
    return read_groups()
        .and_then([&] { return read_isco(); })
        .and_then([&] { return read_skills(); })
        .and_then([&] { return read_broader(); })
        .and_then([&] { return read_skill_relations(); })
        .and_then([&] { return read_occupations(); })
        .and_then([&] { return read_occupation_skills(); })
        .map([&] { return items(); });
  }

 private:
  Result<void> read(const OfficialTable& table,
                    const std::function<void(const OfficialRecord&, ProblemList&)>& take) {
    const auto file = tables_.find(std::string(table.name));
    if (file == tables_.end()) return {};
    ProblemList problems(file->second.string(), LoadReport::most_of_a_table);
    unknown_ = 0;
    auto done = read_table(file->second, dialect, table, problems,
                           [&](const OfficialRecord& record) { take(record, problems); });
    if (unknown_ > 0) {
      problems.warning(0, std::to_string(unknown_) + " relations name something that is not there",
                       "download all files of the same release");
    }
    report_.add(std::move(problems));
    return done;
  }

  Result<void> read_groups() {
    return read(group_table, [&](const OfficialRecord& record, ProblemList& problems) {
      const std::string id = id_of_uri(record[0]);
      const std::string label = tidy_line(record[1]);
      if (id.empty() || label.empty()) {
        problems.error(record.line(), "the skill group has no URI or no preferred label", mend);
        return;
      }
      groups_.emplace(id, kebab_case(label));
    });
  }

  Result<void> read_isco() {
    return read(isco_table, [&](const OfficialRecord& record, ProblemList& problems) {
      const std::string code = tidy_line(record[0]);
      LonePassage group;
      group.passage.id = "isco:" + code;
      group.passage.title = tidy_line(record[1]);
      group.passage.text = tidy_text(record[3]);
      if (code.empty() || group.passage.title.empty()) {
        problems.error(record.line(), "the ISCO group has no code or no preferred label", mend);
        return;
      }
      add_labels(record[2], group.passage.title, group.aliases);
      group.language = language_;
      group.where = {problems.file(), record.line()};
      if (code.size() == 1) families_.emplace(code, kebab_case(group.passage.title));
      isco_.push_back(std::move(group));
    });
  }

  Result<void> read_skills() {
    return read(skill_table, [&](const OfficialRecord& record, ProblemList& problems) {
      if (record[7] == "obsolete") return;
      Skill skill;
      skill.id = id_of_uri(record[0]);
      skill.label = tidy_line(record[2]);
      if (skill.id.empty() || skill.label.empty()) {
        problems.error(record.line(), "the skill has no URI or no preferred label", mend);
        return;
      }
      skill.kind = record[1] == "knowledge" ? SkillKind::knowledge : SkillKind::skill;
      add_labels(record[3], skill.label, skill.aliases);
      add_labels(record[4], skill.label, skill.aliases);
      skill.description = tidy_text(record[5].empty() ? record[6] : record[5]);
      skill.language = language_;
      skill.where = {problems.file(), record.line()};
      skill_places_.emplace(skill.id, skills_.size());
      skills_.push_back(std::move(skill));
    });
  }

  Result<void> read_broader() {
    return read(broader_table, [&](const OfficialRecord& record, ProblemList&) {
      const auto narrow = skill_places_.find(id_of_uri(record[0]));
      if (narrow == skill_places_.end()) return;  // relations among groups
      Skill& skill = skills_[narrow->second];
      std::string broad = id_of_uri(record[1]);
      if (const auto group = groups_.find(broad);
          group != groups_.end() && !group->second.empty()) {
        skill.families.push_back(group->second);
      }
      skill.relations.push_back({std::move(broad), RelationKind::broader});
    });
  }

  Result<void> read_skill_relations() {
    return read(relation_table, [&](const OfficialRecord& record, ProblemList&) {
      const auto from = skill_places_.find(id_of_uri(record[0]));
      const std::string to = id_of_uri(record[2]);
      if (from == skill_places_.end() || !skill_places_.contains(to)) {
        ++unknown_;
        return;
      }
      const RelationKind kind =
          record[1] == "essential" ? RelationKind::essential : RelationKind::optional;
      skills_[from->second].relations.push_back({to, kind});
    });
  }

  Result<void> read_occupations() {
    return read(occupation_table, [&](const OfficialRecord& record, ProblemList& problems) {
      if (record[8] == "obsolete") return;
      Guide guide;
      guide.id = id_of_uri(record[0]);
      guide.title = tidy_line(record[2]);
      if (guide.id.empty() || guide.title.empty()) {
        problems.error(record.line(), "the occupation has no URI or no preferred label", mend);
        return;
      }
      add_labels(record[3], guide.title, guide.aliases);
      add_labels(record[4], guide.title, guide.aliases);
      guide.text = tidy_text(record[5].empty() ? record[6] : record[5]);
      const std::string isco = tidy_line(record[1]);
      if (const auto family = families_.find(isco.substr(0, 1)); family != families_.end()) {
        guide.family = family->second;
      }
      guide.language = language_;
      guide.where = {problems.file(), record.line()};
      const nlohmann::ordered_json extra{
          {"code", tidy_line(record[7])}, {"isco", isco}, {"uri", tidy_line(record[0])}};
      guide.extra = extra.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
      guide_places_.emplace(guide.id, guides_.size());
      guides_.push_back(std::move(guide));
    });
  }

  Result<void> read_occupation_skills() {
    return read(use_table, [&](const OfficialRecord& record, ProblemList&) {
      const auto guide = guide_places_.find(id_of_uri(record[0]));
      std::string skill = id_of_uri(record[2]);
      if (guide == guide_places_.end() || !skill_places_.contains(skill)) {
        ++unknown_;
        return;
      }
      const int importance = record[1] == "essential" ? essential_importance : optional_importance;
      guides_[guide->second].skills.push_back({std::move(skill), importance});
    });
  }

  std::vector<SourceItem> items() {
    std::vector<SourceItem> items;
    items.reserve(skills_.size() + isco_.size() + guides_.size());
    for (Skill& skill : skills_) {
      std::sort(skill.families.begin(), skill.families.end());
      skill.families.erase(std::unique(skill.families.begin(), skill.families.end()),
                           skill.families.end());
      items.emplace_back(std::move(skill));
    }
    for (LonePassage& group : isco_) items.emplace_back(std::move(group));
    for (Guide& guide : guides_) {
      std::stable_sort(
          guide.skills.begin(), guide.skills.end(),
          [](const SkillUse& a, const SkillUse& b) { return a.importance > b.importance; });
      items.emplace_back(std::move(guide));
    }
    return items;
  }

  const std::map<std::string, std::filesystem::path>& tables_;
  std::string language_;
  LoadReport& report_;
  std::size_t unknown_ = 0;  // relations of the current table that lead nowhere
  std::vector<Skill> skills_;
  std::vector<LonePassage> isco_;
  std::vector<Guide> guides_;
  std::unordered_map<std::string, std::size_t> skill_places_;
  std::unordered_map<std::string, std::size_t> guide_places_;
  std::unordered_map<std::string, std::string> groups_;    // id -> family
  std::unordered_map<std::string, std::string> families_;  // code of an ISCO major group -> family
};

/// "en" of "occupations_en.csv.gz"; nothing for any other name.
std::optional<std::string> language_of(const std::string& name) {
  constexpr std::string_view begin = "occupations_";
  const std::size_t end = name.find(".csv");
  if (!name.starts_with(begin) || end == std::string::npos || end <= begin.size()) return {};
  return name.substr(begin.size(), end - begin.size());
}

}  // namespace

Result<std::unique_ptr<Source>> EscoSource::open(const std::filesystem::path& directory) {
  std::set<std::string> languages;
  std::error_code error;
  for (std::filesystem::directory_iterator at(directory, error), end; !error && at != end;
       at.increment(error)) {
    if (auto language = language_of(at->path().filename().string())) {
      languages.insert(std::move(*language));
    }
  }
  if (languages.empty()) {
    return failure(ErrorCode::bad_input, "there is no occupations_<language>.csv",
                   "download the classification in CSV and unpack it here",
                   {directory.string(), 0});
  }
  const std::string language = languages.contains("en") ? "en" : *languages.begin();
  Tables tables;
  std::vector<std::filesystem::path> files;
  for (std::size_t i = 0; i < all_tables.size(); ++i) {
    const std::string name = std::string(all_tables[i].name) + "_" + language + ".csv";
    const auto file = find_table(directory, name);
    if (!file && i < required_tables) {
      return failure(ErrorCode::bad_input, "there is no " + name,
                     "download the classification in CSV and unpack it here",
                     {directory.string(), 0});
    }
    if (!file) continue;
    if (auto sound = check_table(*file, dialect, all_tables[i]); !sound) {
      return failure(sound.error());
    }
    tables.emplace(all_tables[i].name, *file);
    files.push_back(*file);
  }
  std::sort(files.begin(), files.end());
  return std::unique_ptr<Source>(new EscoSource(std::move(files), std::move(tables), language));
}

Result<std::vector<SourceItem>> EscoSource::load(LoadReport& report) {
  return EscoReader(tables_, language_, report).read();
}

}  // namespace guidepost::indexer
