// What a visitor asks of a role comes before what only shares the words: its pay, its level.
#include "support/small_index.h"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

namespace guidepost {
namespace {

std::string passage(const std::string& id, const std::string& guide, const std::string& section,
                    const std::string& title, const std::string& body) {
  return test::line(id, "passage", title, body,
                    R"(, "guide": ")" + guide + R"(", "section": ")" + section + "\"");
}

const test::SmallIndex& index() {
  std::string lines = test::line("data-analyst", "guide", "Data Analyst", "Answers questions.",
                                 R"(, "level": ["junior", "senior"])") +
                      test::line("data-engineer", "guide", "Data Engineer", "Moves records.",
                                 R"(, "level": ["junior", "senior"])") +
                      test::line("production", "guide", "Production Analyst", "Watches lines.") +
                      test::line("product", "guide", "Product Analyst", "Watches use.") +
                      test::line("engineering", "skill", "Engineering", "Building.");
  lines += passage("analyst-pay", "data-analyst", "faq", "How well paid is data analysis?",
                   "From 38,000 to 66,000 a year.");
  lines += passage("analyst-other", "data-analyst", "faq", "Does a data analyst need a degree?",
                   "A salary follows work, not paper.");
  lines += passage("engineer-pay", "data-engineer", "faq",
                   "What is the average salary for a Data Engineer?", "From 48,000 a year.");
  lines += passage("engineer-path", "data-engineer", "faq",
                   "Which career path can a Data Engineer follow over the years?",
                   "Typical steps are Junior, Data Engineer, Senior and Lead.");
  lines += passage("production-pay", "production", "faq",
                   "What salary can a Production Analyst ask for?", "From 40,000 a year.");
  lines += passage("product-pay", "product", "faq", "What are product analysts paid?",
                   "From 41,000 a year.");
  static const test::SmallIndex small(lines);
  return small;
}

std::vector<std::string> found(const std::string& query) {
  return test::ids_of(index().search(query));
}

std::string first(const std::string& query) {
  const std::vector<std::string> ids = found(query);
  return ids.empty() ? "" : ids.front();
}

}  // namespace

TEST_CASE("who asks what a role is paid is answered before what shares more words",
          "[asked_passages]") {
  CHECK(first("data analyst salary") == "analyst-pay");
  CHECK(first("average salary data analyst") == "analyst-pay");
  CHECK(first("how much does a data analyst earn") == "analyst-pay");
  CHECK(first("data engineer gehalt") == "engineer-pay");
}

TEST_CASE("pay is that of the role that is named, whatever has the same stems",
          "[asked_passages]") {
  CHECK(first("product analyst salary") == "product-pay");
  CHECK(first("production analyst salary") == "production-pay");
}

TEST_CASE("a level does not keep a role's guide from the first place", "[asked_passages]") {
  CHECK(first("senior data engineer") == "data-engineer");
}

}  // namespace guidepost
