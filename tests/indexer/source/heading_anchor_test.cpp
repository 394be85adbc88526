#include "indexer/source/heading_anchor.h"

#include <catch2/catch.hpp>

#include <string>

namespace guidepost::indexer {
namespace {

TEST_CASE("an anchor is the heading as GitHub links to it", "[heading_anchor]") {
  const auto [heading, anchor] = GENERATE(table<std::string, std::string>({
      {"Load balancing", "load-balancing"},
      {"C++ & Qt", "c--qt"},
      {"CP - consistency and partition tolerance", "cp---consistency-and-partition-tolerance"},
      {"What's next?", "whats-next"},
      {"snake_case, kebab-case", "snake_case-kebab-case"},
      {"1. Plan your time", "1-plan-your-time"},
      {"Über uns", "über-uns"},
      {"ÉTÉ", "été"},
      {"システム設計 入門", "システム設計-入門"},
      {"प्रश्न", "प्रश्न"},  // vowel signs are marks
      {"اسئلة تطرحها", "اسئلة-تطرحها"},
      {"\U0001F680 Launch", "-launch"},
      {"Launch \u2764\uFE0F", "launch-"},  // an emoji and its variation selector
      {"???", ""},
      {"", ""},
      {"a\xFF"
       "b",
       "ab"},
  }));
  CAPTURE(heading);
  CHECK(heading_anchor(heading) == anchor);
}

TEST_CASE("each anchor of a page is given once", "[heading_anchor]") {
  HeadingAnchors anchors;
  CHECK(anchors.next("FAQ", "", 200) == "faq");
  CHECK(anchors.next("FAQ", "", 200) == "faq-1");
  CHECK(anchors.next("FAQ 2", "", 200) == "faq-2");
  CHECK(anchors.next("FAQ", "", 200) == "faq-3");
  CHECK(anchors.next("Plan", "faq", 200) == "faq-4");
  CHECK(anchors.next("Plan your time", "plan", 200) == "plan");
  CHECK(anchors.next("???", "", 200) == "section");
  CHECK(anchors.next("!!!", "", 200) == "section-1");
}

TEST_CASE("a long anchor is cut between two characters", "[heading_anchor]") {
  HeadingAnchors anchors;
  CHECK(anchors.next("ééééé", "", 5) == "éé");
  CHECK(anchors.next("ééééé", "", 5) == "éé-1");
  CHECK(heading_anchor(std::string(1'000'000, 'x')).size() <= 65'536);
}

TEST_CASE("a hundred thousand headings of one name have anchors in no time", "[heading_anchor]") {
  HeadingAnchors anchors;
  std::string last;
  for (int i = 0; i < 100'000; ++i) last = anchors.next("a", "", 200);
  CHECK(last == "a-99999");
}

}  // namespace
}  // namespace guidepost::indexer
