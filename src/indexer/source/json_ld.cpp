#include "indexer/source/json_ld.h"

#include "core/text/utf8.h"
#include "indexer/source/html_string.h"
#include "indexer/source/json_ld_value.h"
#include "indexer/source/single_spaced.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <initializer_list>

namespace guidepost::indexer {
namespace {

using nlohmann::json;

constexpr std::size_t most_title_bytes = 300;
constexpr std::size_t most_text_bytes = 200'000;
constexpr std::size_t most_skill_bytes = 200;
constexpr std::size_t most_skills = 300;
constexpr std::size_t most_aliases = 50;
constexpr std::size_t most_questions = 1'000;
constexpr std::size_t most_extra_value_bytes = 4'096;

std::string short_text(std::string_view text, std::size_t most) {
  // Entities and tags are longer than what they stand for.
  return clean_utf8(single_spaced(plain_text_of(clean_utf8(text, 16 * most))), most);
}

std::string long_text(std::string_view text) {
  return plain_text_of(clean_utf8(text, most_text_bytes));
}

void add_unique(std::vector<std::string>& names, std::string name, std::size_t most) {
  if (name.empty() || names.size() >= most) return;
  if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(std::move(name));
}

// Where the entry ends that `text` begins with; a comma in brackets is part of it: "Cloud (AWS, GCP), SQL".
std::size_t end_of_entry(std::string_view text) {
  const std::size_t end = std::min(text.find_first_of(",;\n"), text.size());
  std::size_t open = 0;
  for (std::size_t i = 0; i < std::min(text.size(), most_skill_bytes); ++i) {
    const char c = text[i];
    if (c == '\n' || (open == 0 && (c == ',' || c == ';'))) return open == 0 ? i : end;
    if (c == '(' || c == '[') ++open;
    if ((c == ')' || c == ']') && open != 0) --open;
  }
  return open == 0 && text.size() <= most_skill_bytes ? text.size() : end;
}

// "SQL, Python; Teamwork" is three skills, a list has one or more in each entry, and an entry may be HTML of a list.
void read_skills(const json& value, std::vector<std::string>& skills) {
  for (const json* entry : each_of(value)) {
    const std::string text = long_text(text_of(*entry));
    std::string_view rest = text;
    while (!rest.empty() && skills.size() < most_skills) {
      const std::size_t end = end_of_entry(rest);
      std::string_view one = rest.substr(0, end);
      rest.remove_prefix(std::min(end + 1, rest.size()));
      if (one.starts_with("- ")) one.remove_prefix(2);
      std::string name = single_spaced(one);
      if (name.ends_with('.')) name.pop_back();
      if (name.size() <= most_skill_bytes) add_unique(skills, std::move(name), most_skills);
    }
  }
}

std::optional<double> first_number(const json& object, std::initializer_list<const char*> keys) {
  for (const char* key : keys) {
    if (const auto number = number_of(member(object, key))) return number;
  }
  return std::nullopt;
}

bool is_a_year(const json& object) {
  const std::string_view unit = text_of(member(object, "unitText"));
  const std::string_view duration = text_of(member(object, "duration"));
  return (unit.empty() || unit == "YEAR" || unit == "ANN" || unit == "Year" || unit == "year") &&
         (duration.empty() || duration == "P1Y");
}

bool is_currency(std::string_view code) {
  return code.size() == 3 &&
         std::all_of(code.begin(), code.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

bool is_pay(double amount) { return amount >= 0 && amount <= 2e9; }

// A MonetaryAmountDistribution, or a MonetaryAmount with its QuantitativeValue. Pay by the hour or month is no Salary.
std::optional<Salary> salary_of(const json& amount) {
  const json& inner = member(amount, "value");
  const json& range = inner.is_object() ? inner : amount;
  const auto median = first_number(range, {"median", "value"});
  const auto single = median ? median : number_of(inner);
  const auto low = first_number(range, {"percentile10", "minValue", "percentile25"});
  const auto high = first_number(range, {"percentile90", "maxValue", "percentile75"});
  const std::string_view currency = text_of(member(amount, "currency"));
  if (!is_currency(currency) || !is_a_year(amount) || !is_a_year(range)) return std::nullopt;
  const auto least = low ? low : single ? single : high;
  const auto most = high ? high : single ? single : low;
  if (!least || !most || !is_pay(*least) || !is_pay(*most) || *least > *most) return std::nullopt;
  Salary salary;
  salary.low = static_cast<int>(std::lround(*least));
  salary.high = static_cast<int>(std::lround(*most));
  salary.currency = currency;
  salary.basis = "structured data of the page";
  return salary;
}

void read_salary(const json& value, const json& place, JsonLd& found) {
  for (const json* amount : each_of(value)) {
    if (found.salary) return;
    found.salary = salary_of(*amount);
    if (found.salary) found.salary->region = short_text(text_of(place), most_title_bytes);
  }
}

// The place's name, or the most exact part of its address that is one.
const json& place_of(const json& role) {
  for (const char* key : {"occupationLocation", "jobLocation"}) {
    for (const json* place : each_of(member(role, key))) {
      const json& address = member(*place, "address");
      for (const char* part : {"addressRegion", "addressCountry"}) {
        if (!text_of(member(address, part)).empty()) return member(address, part);
      }
      if (!text_of(*place).empty()) return *place;
    }
  }
  return member(role, "");
}

void keep(const json& role, const char* key, JsonLd& found) {
  const json& value = member(role, key);
  if (value.is_null()) return;
  std::string text = value.dump(-1, ' ', false, json::error_handler_t::replace);
  if (text.size() <= most_extra_value_bytes) found.extra.emplace_back(key, std::move(text));
}

void add_section(std::string_view heading, const json& value, std::size_t line, JsonLd& found) {
  std::vector<Block> blocks;
  for (const json* entry : each_of(value)) {
    const std::string text = clean_utf8(text_of(*entry), most_text_bytes);
    for (Block& block : blocks_of_string(text, line)) blocks.push_back(std::move(block));
  }
  if (blocks.empty()) return;
  Block title;
  title.kind = BlockKind::heading;
  title.level = 2;
  title.text = heading;
  title.line = line;
  found.blocks.push_back(std::move(title));
  for (Block& block : blocks) {
    if (block.kind == BlockKind::heading) block.level = std::max(block.level, 3U);
    found.blocks.push_back(std::move(block));
  }
}

void read_sections(const json& role, std::size_t line, JsonLd& found) {
  struct Section {
    const char* key;
    std::string_view heading;
  };
  constexpr std::array<Section, 5> sections{{{"responsibilities", "Responsibilities"},
                                             {"qualifications", "Qualifications"},
                                             {"educationRequirements", "Education"},
                                             {"experienceRequirements", "Experience"},
                                             {"jobBenefits", "Benefits"}}};
  for (const Section& section : sections) {
    add_section(section.heading, member(role, section.key), line, found);
  }
}

// Of several roles on one page the first is the page's.
void read_role(const json& role, bool is_posting, std::size_t line, JsonLd& found) {
  if (!found.title.empty()) return;
  const json& name = member(role, is_posting ? "title" : "name");
  found.title = short_text(text_of(name), most_title_bytes);
  if (found.title.empty()) found.title = short_text(text_of(role), most_title_bytes);
  if (found.title.empty()) return;
  for (const json* alias : each_of(member(role, "alternateName"))) {
    add_unique(found.aliases, short_text(text_of(*alias), most_title_bytes), most_aliases);
  }
  read_skills(member(role, "skills"), found.skills);
  read_salary(member(role, is_posting ? "baseSalary" : "estimatedSalary"), place_of(role), found);
  read_salary(member(role, is_posting ? "estimatedSalary" : "baseSalary"), place_of(role), found);
  keep(role, "occupationalCategory", found);
  if (is_posting) {
    add_section("Description", member(role, "description"), line, found);
    const json& company = member(role, "hiringOrganization");
    if (const std::string_view text = text_of(company); !text.empty()) {
      keep(json{{"hiringOrganization", text}}, "hiringOrganization", found);
    }
    for (const char* key : {"jobLocation", "datePosted", "validThrough", "employmentType"}) {
      keep(role, key, found);
    }
  } else {
    found.text = long_text(text_of(member(role, "description")));
  }
  read_sections(role, line, found);
}

void read_question(const json& question, std::size_t line, JsonLd& found) {
  if (found.questions.size() >= most_questions) return;
  std::string title = short_text(text_of(question), most_title_bytes);
  for (const char* key : {"acceptedAnswer", "suggestedAnswer"}) {
    for (const json* answer : each_of(member(question, key))) {
      const json& text = member(*answer, "text");
      std::string words = long_text(text_of(text.is_null() ? *answer : text));
      if (title.empty() || words.empty()) continue;
      found.questions.push_back({std::move(title), std::move(words), line});
      return;
    }
  }
}

}  // namespace

void read_json_ld(std::string_view script, std::size_t line, JsonLd& found, ProblemList& problems) {
  if (script.size() > most_json_ld_bytes) {
    problems.warning(
        line, "JSON-LD of more than " + std::to_string(most_json_ld_bytes) + " bytes is left out",
        "make it smaller");
    return;
  }
  const json root = parse_json_ld(script, deepest_json_ld);
  if (root.is_discarded()) {
    problems.warning(line, "the JSON-LD is not JSON, and is left out", "mend it or remove it");
    return;
  }
  // What is found inside waits for its turn behind what is already waiting, so the order is that of the script.
  std::vector<const json*> waiting{&root};
  for (std::size_t i = 0; i < waiting.size(); ++i) {
    const json& value = *waiting[i];
    if (value.is_array()) {
      for (const json& entry : value) waiting.push_back(&entry);
    } else if (is_type(value, "Question")) {
      read_question(value, line, found);
    } else if (is_type(value, "Occupation")) {
      read_role(value, false, line, found);
    } else if (is_type(value, "JobPosting")) {
      read_role(value, true, line, found);
    } else {
      for (const char* key : {"@graph", "mainEntity"}) {
        for (const json* entry : each_of(member(value, key))) waiting.push_back(entry);
      }
    }
  }
}

}  // namespace guidepost::indexer
