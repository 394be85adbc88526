// What section a query asks for, as rows: the section, and the words that ask.
#include "core/model/section_intent.h"

#include "core/text/tokenizer.h"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

namespace guidepost {
namespace {

std::string read(const std::string& query) {
  std::vector<std::string> words;
  for (const Word& word : words_of(query)) words.push_back(word.folded);
  const auto intent = section_intent_of(words);
  if (!intent) return "";
  std::string row(name_of(intent->kind));
  for (std::size_t i = 0; i < intent->words; ++i) row += " " + words[intent->first + i];
  return row;
}

struct Row {
  std::string query;
  std::string intent;
};

}  // namespace

TEST_CASE("a query asks for a section by one word or by several", "[section_intent]") {
  const Row row = GENERATE(values<Row>({
      {"data analyst interview", "interview interview"},
      {"soc analyst interview questions", "interview interview questions"},
      {"data scientist career path", "career-path career path"},
      {"day in the life of a network engineer", "day day in the life"},
      {"typical day of a full stack developer", "day typical day"},
      {"a day as a ux designer", "day a day as"},
      {"what does a data engineer do", "day what does"},
      {"what does an operations manager do all day", "day do all day"},
      {"cover letter for nurses", "cv cover letter"},
      {"Cold Email template", "outreach cold email"},
      {"devops common mistakes", "mistakes common mistakes"},
      {"résumé", "cv resume"},
      {"Bewerbung als Pflegefachkraft", "cv bewerbung"},
      {"llm engineer key skills", "skills key skills"},
      {"phone screen or interview", "interview phone screen"},  // the first that asks
  }));
  CAPTURE(row.query);
  CHECK(read(row.query) == row.intent);
}

TEST_CASE("words of a subject ask for no section", "[section_intent]") {
  const auto* query =
      GENERATE("", "career in law", "day trading", "cold chain logistics", "letter of offer",
               "soft skills", "what does this mean", "how to become a data engineer", "what do");
  CAPTURE(query);
  CHECK(read(query).empty());
}

}  // namespace guidepost
