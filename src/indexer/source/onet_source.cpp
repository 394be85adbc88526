#include "indexer/source/onet_source.h"

#include "core/index/schema.h"
#include "indexer/source/kebab_case.h"
#include "indexer/source/official_table.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace guidepost::indexer {
namespace {

constexpr CsvDialect dialect{'\t', false};

constexpr OfficialTable occupation_table{"Occupation Data.txt",
                                         {"O*NET-SOC Code", "Title", "Description"}};
constexpr OfficialTable alternate_table{"Alternate Titles.txt",
                                        {"O*NET-SOC Code", "Alternate Title", "Short Title"}};
constexpr OfficialTable reported_table{"Sample of Reported Titles.txt",
                                       {"O*NET-SOC Code", "Reported Job Title"}};
constexpr OfficialTable task_table{"Task Statements.txt",
                                   {"O*NET-SOC Code", "Task ID", "Task", "Task Type"}};
constexpr OfficialTable technology_table{"Technology Skills.txt",
                                         {"O*NET-SOC Code", "Example", "Commodity Code",
                                          "Commodity Title", "Hot Technology", "In Demand"}};
constexpr OfficialTable knowledge_table{"Knowledge.txt",
                                        {"O*NET-SOC Code", "Element ID", "Element Name", "Scale ID",
                                         "Data Value", "Recommend Suppress"}};
constexpr OfficialTable skill_table{"Skills.txt", knowledge_table.columns};
constexpr OfficialTable zone_table{"Job Zones.txt", {"O*NET-SOC Code", "Job Zone"}};

constexpr std::array all_tables{occupation_table, alternate_table, reported_table, task_table,
                                technology_table, knowledge_table, skill_table,    zone_table};

constexpr const char* mend = "mend the record, or download the file again";

/// Of the five-point importance scale: "somewhat important" is 2.
constexpr double least_importance = 2;
constexpr int wanted_technology = 4;
constexpr int other_technology = 3;

/// The major groups of the Standard Occupational Classification 2018 (U.S. Bureau of Labor Statistics), by their first two digits.
constexpr std::array<std::pair<std::string_view, std::string_view>, 23> major_groups{{
    {"11", "management"},
    {"13", "business-and-financial-operations"},
    {"15", "computer-and-mathematical"},
    {"17", "architecture-and-engineering"},
    {"19", "life-physical-and-social-science"},
    {"21", "community-and-social-service"},
    {"23", "legal"},
    {"25", "educational-instruction-and-library"},
    {"27", "arts-design-entertainment-sports-and-media"},
    {"29", "healthcare-practitioners-and-technical"},
    {"31", "healthcare-support"},
    {"33", "protective-service"},
    {"35", "food-preparation-and-serving"},
    {"37", "building-and-grounds-cleaning-and-maintenance"},
    {"39", "personal-care-and-service"},
    {"41", "sales"},
    {"43", "office-and-administrative-support"},
    {"45", "farming-fishing-and-forestry"},
    {"47", "construction-and-extraction"},
    {"49", "installation-maintenance-and-repair"},
    {"51", "production"},
    {"53", "transportation-and-material-moving"},
    {"55", "military-specific"},
}};

std::string family_of(std::string_view code) {
  for (const auto& [digits, family] : major_groups) {
    if (code.starts_with(digits)) return std::string(family);
  }
  return {};
}

struct Task {
  std::string id;
  std::string text;
  bool is_core = false;
  std::size_t line = 0;
};

struct Occupation {
  Guide guide;
  std::vector<Task> tasks;
  std::set<std::string> names;  // given already, the title among them
  std::set<std::string> task_ids;
};

struct Technology {
  Skill skill;
  std::string commodity;
  bool is_hot = false;
};

class OnetReader {
 public:
  OnetReader(const std::filesystem::path& directory, LoadReport& report)
      : directory_(directory), report_(report) {}

  Result<std::vector<SourceItem>> read() {
    return read_occupations()
        .and_then([&] { return read_titles(alternate_table); })
        .and_then([&] { return read_titles(reported_table); })
        .and_then([&] { return read_tasks(); })
        .and_then([&] { return read_technologies(); })
        .and_then([&] { return read_elements(knowledge_table, SkillKind::knowledge); })
        .and_then([&] { return read_elements(skill_table, SkillKind::skill); })
        .and_then([&] { return read_job_zones(); })
        .map([&] { return items(); });
  }

 private:
  Result<void> read(const OfficialTable& table,
                    const std::function<void(const OfficialRecord&, ProblemList&)>& take) {
    const auto file = find_table(directory_, std::string(table.name));
    if (!file) return {};
    ProblemList problems(file->string(), LoadReport::most_of_a_table);
    unknown_ = 0;
    auto done = read_table(*file, dialect, table, problems,
                           [&](const OfficialRecord& record) { take(record, problems); });
    if (unknown_ > 0) {
      problems.warning(0,
                       std::to_string(unknown_) + " records name an occupation that is not there",
                       "download all files of the same release");
    }
    report_.add(std::move(problems));
    return done;
  }

  /// The occupation with this code, or nullptr, counted.
  Occupation* occupation(const std::string& code) {
    const auto found = occupations_.find(code);
    if (found != occupations_.end()) return &found->second;
    ++unknown_;
    return nullptr;
  }

  Result<void> read_occupations() {
    return read(occupation_table, [&](const OfficialRecord& record, ProblemList& problems) {
      Occupation occupation;
      Guide& guide = occupation.guide;
      guide.id = tidy_line(record[0]);
      guide.title = tidy_line(record[1]);
      guide.text = tidy_text(record[2]);
      guide.family = family_of(guide.id);
      guide.where = {problems.file(), record.line()};
      if (guide.id.empty() || guide.title.empty()) {
        problems.error(record.line(), "the occupation has no code or no title", mend);
        return;
      }
      if (occupations_.contains(guide.id)) {
        problems.error(record.line(), "the occupation " + guide.id + " is there twice", mend);
        return;
      }
      occupation.names.insert(guide.title);
      const std::string code = guide.id;
      occupations_.emplace(code, std::move(occupation));
    });
  }

  Result<void> read_titles(const OfficialTable& table) {
    return read(table, [&](const OfficialRecord& record, ProblemList&) {
      Occupation* of = occupation(tidy_line(record[0]));
      if (of == nullptr) return;
      for (std::size_t i = 1; i < record.size(); ++i) {
        std::string title = tidy_line(record[i]);
        if (title.empty() || title == "n/a" || !of->names.insert(title).second) continue;
        of->guide.aliases.push_back(std::move(title));
      }
    });
  }

  Result<void> read_tasks() {
    return read(task_table, [&](const OfficialRecord& record, ProblemList& problems) {
      Occupation* of = occupation(tidy_line(record[0]));
      if (of == nullptr) return;
      Task task{tidy_line(record[1]), tidy_text(record[2]), record[3] == "Core", record.line()};
      if (task.id.empty() || task.text.empty()) {
        problems.error(record.line(), "the task has no id or no text", mend);
        return;
      }
      if (!of->task_ids.insert(task.id).second) {
        problems.error(record.line(), "the task " + task.id + " is there twice", mend);
        return;
      }
      of->tasks.push_back(std::move(task));
    });
  }

  Result<void> read_technologies() {
    return read(technology_table, [&](const OfficialRecord& record, ProblemList& problems) {
      Occupation* of = occupation(tidy_line(record[0]));
      const std::string name = tidy_line(record[1]);
      if (of == nullptr) return;
      if (name.empty()) {
        problems.error(record.line(), "the technology has no name", mend);
        return;
      }
      if (name.size() > schema::max_id_bytes) {
        problems.error(record.line(), "the technology's name is too long for an id", "shorten it");
        return;
      }
      Technology& technology = technologies_[name];
      if (technology.skill.id.empty()) {
        technology.skill.id = technology.skill.label = name;
        technology.skill.kind = SkillKind::technology;
        technology.skill.where = {problems.file(), record.line()};
        technology.commodity = tidy_line(record[2]);
        if (std::string family = kebab_case(tidy_line(record[3])); !family.empty()) {
          technology.skill.families = {std::move(family)};
        }
      }
      technology.is_hot = technology.is_hot || record[4] == "Y";
      const bool is_wanted = record[4] == "Y" || record[5] == "Y";
      of->guide.skills.push_back({name, is_wanted ? wanted_technology : other_technology});
    });
  }

  Result<void> read_elements(const OfficialTable& table, SkillKind kind) {
    return read(table, [&](const OfficialRecord& record, ProblemList& problems) {
      if (record[3] != "IM" || record[5] == "Y") return;
      Occupation* of = occupation(tidy_line(record[0]));
      if (of == nullptr) return;
      const std::string id = tidy_line(record[1]);
      const std::string label = tidy_line(record[2]);
      if (id.empty() || label.empty()) {
        problems.error(record.line(), "the element has no id or no name", mend);
        return;
      }
      Skill& element = elements_[id];
      if (element.id.empty()) {
        element.id = id;
        element.label = label;
        element.kind = kind;
        element.where = {problems.file(), record.line()};
      }
      double value = 0;
      const std::string& text = record[4];
      std::from_chars(text.data(), text.data() + text.size(), value);
      if (value < least_importance) return;
      const int importance = std::clamp(static_cast<int>(std::lround(value)), 1, 5);
      of->guide.skills.push_back({id, importance});
    });
  }

  Result<void> read_job_zones() {
    return read(zone_table, [&](const OfficialRecord& record, ProblemList&) {
      Occupation* of = occupation(tidy_line(record[0]));
      const std::string zone = tidy_line(record[1]);
      if (of != nullptr && !zone.empty()) of->guide.levels = {"job-zone-" + zone};
    });
  }

  static void add_passages(Occupation& occupation) {
    std::stable_sort(occupation.tasks.begin(), occupation.tasks.end(),
                     [](const Task& a, const Task& b) { return a.is_core && !b.is_core; });
    for (Task& task : occupation.tasks) {
      Passage passage;
      passage.anchor = "day-" + task.id;
      passage.id = occupation.guide.id + "#" + passage.anchor;
      passage.section = SectionKind::day;
      passage.section_title = "Tasks";
      passage.section_anchor = "day";
      passage.form = PassageForm::tip;
      passage.text = std::move(task.text);
      passage.line = task.line;
      occupation.guide.passages.push_back(std::move(passage));
    }
  }

  std::vector<SourceItem> items() {
    std::vector<SourceItem> items;
    for (auto& [name, technology] : technologies_) {
      const nlohmann::ordered_json extra{{"commodity_code", technology.commodity},
                                         {"hot_technology", technology.is_hot}};
      technology.skill.extra = extra.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
      items.emplace_back(std::move(technology.skill));
    }
    for (auto& [id, element] : elements_) items.emplace_back(std::move(element));
    for (auto& [code, occupation] : occupations_) {
      std::vector<SkillUse>& skills = occupation.guide.skills;
      std::stable_sort(skills.begin(), skills.end(), [](const SkillUse& a, const SkillUse& b) {
        return a.importance > b.importance;
      });
      add_passages(occupation);
      items.emplace_back(std::move(occupation.guide));
    }
    return items;
  }

  const std::filesystem::path& directory_;
  LoadReport& report_;
  std::size_t unknown_ = 0;  // records of the current table that lead nowhere
  std::map<std::string, Occupation> occupations_;
  std::map<std::string, Technology> technologies_;
  std::map<std::string, Skill> elements_;
};

}  // namespace

Result<std::unique_ptr<Source>> OnetSource::open(const std::filesystem::path& directory) {
  std::vector<std::filesystem::path> files;
  if (!find_table(directory, std::string(occupation_table.name))) {
    return failure(ErrorCode::bad_input, "there is no \"Occupation Data.txt\"",
                   "download the database as text files and unpack it here",
                   {directory.string(), 0});
  }
  for (const OfficialTable& table : all_tables) {
    auto file = find_table(directory, std::string(table.name));
    if (!file) continue;
    if (auto sound = check_table(*file, dialect, table); !sound) return failure(sound.error());
    files.push_back(std::move(*file));
  }
  std::sort(files.begin(), files.end());
  return std::unique_ptr<Source>(new OnetSource(std::move(files), directory));
}

Result<std::vector<SourceItem>> OnetSource::load(LoadReport& report) {
  return OnetReader(directory_, report).read();
}

}  // namespace guidepost::indexer
