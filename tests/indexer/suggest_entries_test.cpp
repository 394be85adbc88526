// What can be completed of an outline.
#include "indexer/suggest_entries.h"

#include "indexer/skill_graph_builder.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <string>
#include <vector>

namespace guidepost::indexer {
namespace {

Passage passage(SectionKind kind, const std::string& heading, const std::string& anchor) {
  Passage one;
  one.section = kind;
  one.section_title = heading;
  one.section_anchor = anchor;
  one.anchor = anchor + "-1";
  one.text = "text";
  return one;
}

Outline outline() {
  Guide backend;
  backend.id = "backend";
  backend.title = "Backend Developer";
  backend.aliases = {"server developer"};
  backend.passages = {passage(SectionKind::interview, "Interview Prep", "interview"),
                      passage(SectionKind::interview, "Interview Prep", "interview"),
                      passage(SectionKind::day, "A day as Backend Developer", "day"),
                      passage(SectionKind::faq, "FAQ", "faq")};
  backend.passages.back().form = PassageForm::question;
  backend.passages.back().title = "Do I need a degree?";
  Guide cto;
  cto.id = "cto";
  cto.title = "CTO";
  cto.url = "https://example.org/cto";
  Outline one;
  one.guides = {head_of(backend), head_of(cto)};
  one.guides[1].leads_to = {"backend"};
  one.skills.emplace_back();
  one.skills.back().id = "sql";
  one.skills.back().label = "SQL";
  one.tips = {{"cold-email", "Write a cold email", ""}};
  return one;
}

std::vector<std::string> rows(const std::vector<CorpusPhrase>& phrases) {
  std::vector<std::string> all;
  const Outline names = outline();
  const SkillGraph graph = SkillGraphBuilder(names.names().vocabulary).build();
  for (const SuggestEntry& entry : suggest_entries_of(names, graph, phrases)) {
    std::string row = std::string(name_of(entry.type)) + " " + entry.text + " " + entry.url;
    for (const std::string& alias : entry.aliases) row += " / " + alias;
    all.push_back(row);
  }
  return all;
}

}  // namespace

TEST_CASE("roles, skills, sections, questions and tips can be completed", "[suggest_entries]") {
  CHECK(rows({}) ==
        std::vector<std::string>{
            "role Backend Developer /guides/backend / server developer",
            "role CTO https://example.org/cto", "skill SQL /skills/sql",
            "section Backend Developer: Interview Prep /guides/backend#interview / server "
            "developer: Interview Prep",
            "section Backend Developer: FAQ /guides/backend#faq / server developer: FAQ",
            "section A day as Backend Developer /guides/backend#day / Backend Developer: A day in "
            "the role / server developer: A day in the role",
            "phrase Write a cold email /tips/cold-email",
            "phrase Do I need a degree? /guides/backend#faq-1"});
}

TEST_CASE("a section goes by the first three further names of its guide", "[suggest_entries]") {
  Outline one;
  one.guides.emplace_back();
  one.guides[0].title = "CTO";
  one.guides[0].aliases = {"a", "b", "c", "d"};
  one.guides[0].phrases = {{"CTO: FAQ", "faq", false, "FAQ", true}};
  const auto entries = suggest_entries_of(one, SkillGraph(), {});
  REQUIRE(entries.size() == 2);
  CHECK(entries[1].aliases == std::vector<std::string>{"a: FAQ", "b: FAQ", "c: FAQ"});
}

TEST_CASE("a phrase of the corpus is a search, unless it is a name or there already",
          "[suggest_entries]") {
  const auto all = rows({{"hiring manager", 9},
                         {"C++ & caf\u00e9", 8},
                         {"sql", 7},
                         {"server developer", 6},
                         {"write a cold email", 5}});
  CHECK(std::vector<std::string>(all.end() - 4, all.end()) ==
        std::vector<std::string>{"phrase hiring manager /?q=hiring+manager",
                                 "phrase C++ & caf\u00e9 /?q=C%2B%2B+%26+caf%C3%A9",
                                 "phrase write a cold email /?q=write+a+cold+email",
                                 "phrase Do I need a degree? /guides/backend#faq-1"});
}

TEST_CASE("however many guides there are, sections and questions stay within their bounds",
          "[suggest_entries]") {
  Outline many;
  for (std::size_t i = 0; i < most_section_entries + 10; ++i) {
    GuideHead guide;
    guide.id = "g" + std::to_string(i);
    guide.title = "Guide " + std::to_string(i);
    guide.passages = i;
    guide.phrases = {{guide.title + ": FAQ", "faq", false, "FAQ", true},
                     {"Question " + std::to_string(i) + "?", "faq-1", true}};
    many.guides.push_back(guide);
  }
  const auto entries = suggest_entries_of(many, SkillGraph(), {});
  const auto count = [&](SuggestionType type) {
    return static_cast<std::size_t>(
        std::count_if(entries.begin(), entries.end(),
                      [&](const SuggestEntry& entry) { return entry.type == type; }));
  };
  CHECK(count(SuggestionType::role) == most_section_entries + 10);
  CHECK(count(SuggestionType::section) == most_section_entries);
  CHECK(count(SuggestionType::phrase) == most_phrase_entries);
  const auto section = std::find_if(entries.begin(), entries.end(), [](const SuggestEntry& entry) {
    return entry.type == SuggestionType::section;
  });
  CHECK(section->text == "Guide 10009: FAQ");  // the most useful stay
}

}  // namespace guidepost::indexer
