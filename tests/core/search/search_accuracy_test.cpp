// Whole answers in which one rule of the ranking decides.
#include "support/small_index.h"

#include <catch2/catch.hpp>

#include <string>

namespace guidepost {
TEST_CASE("words that a filter leaves nothing of are given up for others", "[search_accuracy]") {
  std::string lines;
  for (const std::string id : {"a", "b", "c"}) {
    lines += test::line(id, "skill", "Regeneration " + id, "A manager may know it.");
    lines += test::line("guide-" + id, "guide", "Plant manager " + id, "Looks after plants.");
  }
  const test::SmallIndex index(lines);
  SearchRequest request;
  request.text = "regeneration manager";
  request.filters = {{FacetField::type, "guide"}};
  request.sort = Sort::title;  // by words alone
  const SearchAnswer answer = index.search(request);
  CHECK(answer.match == MatchQuality::partial);
  CHECK(answer.total == 3);
}

}  // namespace guidepost
