#include "core/model/section_kind.h"

#include <catch2/catch.hpp>

#include <set>
#include <string>
#include <tuple>

namespace guidepost {
namespace {

TEST_CASE("a heading means its section kind however it is written", "[section_kind]") {
  const auto [heading, kind] = GENERATE(table<std::string, std::string>({
      {"Overview", "overview"},
      {"ABOUT", "overview"},
      {"Key skills", "skills"},
      {"Skills in context", "skills"},
      {"LinkedIn", "linkedin"},
      {"LinkedIn Optimization", "linkedin"},
      {"CV & Resume", "cv"},
      {"CV&Resume", "cv"},
      {"CV and R\u00E9sum\u00E9", "cv"},
      {"R\u00E9sum\u00E9", "cv"},
      {"Outreach strategy", "outreach"},
      {"  Interview   Prep: ", "interview"},
      {"Interviews", "interview"},
      {"A day in the role", "day"},
      {"A day as Backend Developer", "day"},
      {"A day in the life of a Nurse", "day"},
      {"Day in the life", "day"},
      {"Career-path", "career-path"},
      {"Progression", "career-path"},
      {"Common mistakes!", "mistakes"},
      {"Essential Tools", "tools"},
      {"F.A.Q.", "faq"},
      {"Frequently-asked questions", "faq"},
      {"Questions & answers", "faq"},
      // What only looks like one of them.
      {"A day assisting surgeons", "other"},
      {"A day as", "other"},
      {"Interview prep for managers", "other"},
      {"Pay and perks", "other"},
      {"Other", "other"},
      {"???", "other"},
      {"", "other"},
  }));
  CAPTURE(heading);
  CHECK(name_of(section_kind_of_heading(heading)) == kind);
}

TEST_CASE("a word of a query asks for a section, or does not", "[section_kind]") {
  const auto [word, kind] = GENERATE(table<std::string, std::string>({
      {"interview", "interview"},
      {"interviews", "interview"},
      {"interviewing", "interview"},
      {"cv", "cv"},
      {"resume", "cv"},
      {"resumes", "cv"},
      {"curriculum", "cv"},
      {"linkedin", "linkedin"},
      {"outreach", "outreach"},
      {"mistake", "mistakes"},
      {"mistakes", "mistakes"},
      {"faq", "faq"},
      {"tools", "tools"},
      {"overview", "overview"},
      {"progression", "career-path"},
      {"tool", "nothing"},
      {"skills", "nothing"},
      {"career", "nothing"},
      {"day", "nothing"},
      {"networking", "nothing"},
      {"python", "nothing"},
      {"interviewed-by", "nothing"},
      {"", "nothing"},
  }));
  CAPTURE(word);
  const auto asked = section_kind_of_word(word);
  CHECK((asked ? name_of(*asked) : "nothing") == kind);
}

TEST_CASE("every kind has a name of its own that leads back to it, and a label", "[section_kind]") {
  std::set<std::string> names;
  std::set<std::string> labels;
  for (const SectionKind kind : all_section_kinds) {
    names.emplace(name_of(kind));
    labels.emplace(label_of(kind));
    CHECK(section_kind_named(name_of(kind)) == kind);
  }
  CHECK(names.size() == all_section_kinds.size());
  CHECK(labels.size() == all_section_kinds.size());
  CHECK(section_kind_named("Interview") == std::nullopt);
  CHECK(section_kind_named("") == std::nullopt);
}

}  // namespace
}  // namespace guidepost
