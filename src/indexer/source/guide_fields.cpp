#include "indexer/source/guide_fields.h"

#include "core/text/edit_distance.h"

#include <algorithm>
#include <array>
#include <limits>
#include <optional>
#include <unordered_map>
#include <utility>

namespace guidepost::indexer {
namespace {

constexpr std::array<std::string_view, 12> guide_keys{
    "id",       "title",  "tagline", "aliases",     "family", "levels",
    "language", "skills", "tools",   "career_path", "salary", "translation_of"};
constexpr std::array<std::string_view, 2> skill_keys{"id", "importance"};
constexpr std::array<std::string_view, 3> step_keys{"title", "level", "role"};
constexpr std::array<std::string_view, 5> salary_keys{"low", "high", "currency", "region", "basis"};

constexpr std::size_t most_tagline_bytes = 200;
constexpr std::size_t most_text_bytes = 200;  // of a name that the grammar leaves open

constexpr std::string_view skill_form = "- {id: python, importance: 4}";
constexpr std::string_view step_form = "- {title: Senior Nurse, level: senior}";

// Each item of a list that must be a mapping, handed to `read` with its fields.
template <typename Read>
void for_each_map(const YamlValue& list, std::string_view key, std::string_view form,
                  std::span<const std::string_view> keys, ProblemList& problems, Read read) {
  for (const YamlValue& item : list.items) {
    if (item.kind == YamlValue::Kind::map) {
      read(YamlFields(item, keys, problems), item.line);
      continue;
    }
    const std::string name =
        item.kind == YamlValue::Kind::scalar ? "`" + item.text + "`" : std::string(form_of(item));
    problems.error(item.line,
                   "an item of `" + std::string(key) + "` is " + name + ", not a mapping",
                   "write `" + std::string(form) + "`");
  }
}

std::vector<SkillUse> read_skills(const YamlFields& fields, const Vocabulary& vocabulary) {
  std::vector<SkillUse> uses;
  const YamlValue* list = fields.list("skills", Need::required, "[{id: python, importance: 4}]");
  if (list == nullptr) return uses;
  ProblemList& problems = fields.problems();
  if (list->items.empty()) {
    problems.error(list->line, "`skills` is empty", "write `" + std::string(skill_form) + "`");
  }
  std::unordered_map<std::string, std::size_t> lines;
  for_each_map(*list, "skills", skill_form, skill_keys, problems,
               [&](const YamlFields& item, std::size_t line) {
                 std::string id = item.text("id", Need::required, most_text_bytes);
                 const auto importance = item.number("importance", Need::required, 1, 5);
                 if (id.empty()) return;
                 check_skill(id, line, vocabulary, problems);
                 if (const auto [first, is_new] = lines.emplace(id, line); !is_new) {
                   problems.error(
                       line, "the skill `" + id + "` is given twice",
                       "keep one; the first is in line " + std::to_string(first->second));
                 }
                 uses.push_back({std::move(id), importance.value_or(3)});
               });
  return uses;
}

void check_role(const std::string& role, std::size_t line, const KnownIds& known,
                ProblemList& problems) {
  if (std::binary_search(known.guides.begin(), known.guides.end(), role)) return;
  const std::string near = nearest(role, std::span<const std::string>(known.guides));
  problems.error(line, "no guide has the id `" + role + "`",
                 near.empty() ? "remove `role`: a step may have no guide of its own"
                              : "did you mean `" + near + "`? Or remove `role`");
}

std::vector<CareerStep> read_career_path(const YamlFields& fields, const KnownIds& known) {
  std::vector<CareerStep> steps;
  const YamlValue* list =
      fields.list("career_path", Need::optional, "[{title: Senior Nurse, level: senior}]");
  if (list == nullptr) return steps;
  for_each_map(*list, "career_path", step_form, step_keys, fields.problems(),
               [&](const YamlFields& item, std::size_t) {
                 CareerStep step;
                 step.title = item.text("title", Need::required, most_title_bytes);
                 step.level = item.text("level", Need::optional, most_text_bytes);
                 step.guide = item.text("role", Need::optional, most_text_bytes);
                 if (!step.level.empty()) {
                   check_level(step.level, item.line_of("level"), fields.problems());
                 }
                 if (!step.guide.empty()) {
                   check_role(step.guide, item.line_of("role"), known, fields.problems());
                 }
                 steps.push_back(std::move(step));
               });
  return steps;
}

bool is_currency(const std::string& code) {
  return code.size() == 3 &&
         std::all_of(code.begin(), code.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

std::optional<Salary> read_salary(const YamlFields& fields) {
  const YamlValue* value = fields.find("salary");
  if (value == nullptr) return std::nullopt;
  ProblemList& problems = fields.problems();
  if (value->kind != YamlValue::Kind::map) {
    problems.error(value->line, "`salary` is " + std::string(form_of(*value)) + ", not a mapping",
                   "write `salary: {low: 50000, high: 95000, currency: EUR, region: Europe, "
                   "basis: editorial estimate}`");
    return std::nullopt;
  }
  const YamlFields item(*value, salary_keys, problems);
  constexpr int most = std::numeric_limits<int>::max();
  const auto low = item.number("low", Need::required, 0, most);
  const auto high = item.number("high", Need::required, 0, most);
  Salary salary{low.value_or(0), high.value_or(0),
                item.text("currency", Need::required, most_text_bytes),
                item.text("region", Need::required, most_text_bytes),
                item.text("basis", Need::required, most_text_bytes)};
  if (low && high && *low > *high) {
    problems.error(item.line_of("low"),
                   "the salary's low end, " + std::to_string(*low) + ", is above its high end, " +
                       std::to_string(*high),
                   "swap them");
  }
  if (!salary.currency.empty() && !is_currency(salary.currency)) {
    problems.error(item.line_of("currency"), "the currency `" + salary.currency + "` is no code",
                   "write three capital letters, like `EUR`");
  }
  return salary;
}

std::string read_translation_of(const YamlFields& fields, const KnownIds& known) {
  std::string id = fields.text("translation_of", Need::optional, most_text_bytes);
  if (id.empty() || std::binary_search(known.guides.begin(), known.guides.end(), id)) return id;
  const std::string near = nearest(id, std::span<const std::string>(known.guides));
  fields.problems().error(
      fields.line_of("translation_of"), "no guide has the id `" + id + "`",
      near.empty() ? "name the guide that this one translates" : "did you mean `" + near + "`?");
  return {};
}

}  // namespace

Guide read_guide_fields(const YamlValue& front_matter, std::string_view file_id,
                        const KnownIds& known, ProblemList& problems) {
  const YamlFields fields(front_matter, guide_keys, problems);
  Guide guide;
  guide.where = {problems.file(), 1};
  guide.id = read_id(fields, file_id, known.vocabulary);
  guide.title = fields.text("title", Need::required, most_title_bytes);
  guide.tagline = fields.text("tagline", Need::optional, most_tagline_bytes);
  guide.aliases = without_lines(fields.texts("aliases"));
  guide.family = fields.text("family", Need::required, most_text_bytes);
  if (!guide.family.empty()) check_family(guide.family, fields.line_of("family"), problems);
  guide.levels = read_levels(fields);
  guide.language = read_language(fields);
  guide.skills = read_skills(fields, known.vocabulary);
  guide.tools = without_lines(fields.texts("tools"));
  guide.career_path = read_career_path(fields, known);
  guide.salary = read_salary(fields);
  guide.translation_of = read_translation_of(fields, known);
  return guide;
}

}  // namespace guidepost::indexer
