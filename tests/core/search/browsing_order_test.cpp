// What somebody who asks for nothing is shown, where there is more than is kept in order.
#include "core/search/browsing_order.h"

#include "support/small_index.h"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

namespace guidepost {
namespace {

constexpr std::size_t count = BrowsingOrder::most + 300;

/// Four digits that sort as the number does.
std::string digits(std::size_t number) { return std::to_string(10'000 + number).substr(1); }

/// Tips whose titles count up while their lines count down; the last hundred titles are German, and one guide comes before all.
const test::SmallIndex& index() {
  static const test::SmallIndex small([] {
    std::string lines;
    for (std::size_t i = count; i > 0; --i) {
      const bool is_german = i > count - 100;
      lines += test::line("t" + digits(i), "tip", "Title " + digits(i), "Something to read.",
                          is_german ? R"(, "language": "de")" : R"(, "language": "en")");
    }
    return lines + test::line("zoologist", "guide", "Zoologist", "Counts animals.");
  }());
  return small;
}

std::vector<std::string> shown(SearchRequest request) {
  return test::ids_of(index().search(request));
}

TEST_CASE("guides come before tips, and tips by their titles", "[browsing_order]") {
  const BrowsingOrder order(index().generation());
  CHECK_FALSE(order.is_whole());
  REQUIRE(order.first().size() == BrowsingOrder::most);
  SearchRequest request;
  request.limit = 3;
  CHECK(shown(request) == std::vector<std::string>{"zoologist", "t0001", "t0002"});
  request.offset = 100;
  CHECK(shown(request) == std::vector<std::string>{"t0100", "t0101", "t0102"});
}

TEST_CASE("what is filtered is shown in the same order, however far behind it comes",
          "[browsing_order]") {
  SearchRequest request;
  request.limit = 2;
  request.filters = {{FacetField::language, "de"}};
  const std::string first = "t" + digits(count - 99);
  CHECK(shown(request) == std::vector<std::string>{first, "t" + digits(count - 98)});
  CHECK(index().search(request).total == 100);
}

TEST_CASE("what does not match is left out of it", "[browsing_order]") {
  SearchRequest request;
  request.text = "-zoologist";
  request.limit = 1;
  CHECK(shown(request) == std::vector<std::string>{"t0001"});
}

}  // namespace
}  // namespace guidepost
