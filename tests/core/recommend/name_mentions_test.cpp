// Which names are written in which texts.
#include "core/recommend/name_mentions.h"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

namespace guidepost {
namespace {

/// What the text of the last item names, of items with these names.
std::vector<std::pair<std::uint32_t, float>> named(const std::vector<std::string>& names,
                                                   const std::string& text) {
  TermReader reader;
  std::vector<ItemName> items;
  std::vector<TermText> texts(names.size() + 1);
  for (std::uint32_t i = 0; i < names.size(); ++i) {
    items.push_back({i, reader.read(names[i], "en")});
  }
  texts.back() = reader.read(text, "en");
  const SparseRows found = mentions(texts, items);
  std::vector<std::pair<std::uint32_t, float>> result;
  for (const SparseRows::Entry& entry : found[names.size()]) {
    result.emplace_back(entry.column, entry.value);
  }
  return result;
}

using Named = std::vector<std::pair<std::uint32_t, float>>;

TEST_CASE("a text names what it spells out, as often as it does", "[name_mentions]") {
  CHECK(named({"Python", "Django"}, "Django is a framework for Python, and only for Python.") ==
        Named{{0, 2}, {1, 1}});
}

TEST_CASE("the longest name at a place counts alone", "[name_mentions]") {
  CHECK(named({"machine learning", "learning"}, "Methods of machine learning") == Named{{0, 1}});
}

TEST_CASE("a name is found however its words are joined", "[name_mentions]") {
  CHECK(named({"nodejs"}, "Servers in Node.js") == Named{{0, 1}});
  CHECK(named({"front-end"}, "A frontend framework") == Named{{0, 1}});
}

TEST_CASE("a name that two items have counts for both", "[name_mentions]") {
  CHECK(named({"Mercury", "mercury"}, "Made of mercury") == Named{{0, 1}, {1, 1}});
}

TEST_CASE("an item does not name itself, and nothing names nothing", "[name_mentions]") {
  TermReader reader;
  const std::vector<TermText> texts{reader.read("Python is Python", "en")};
  const std::vector<ItemName> names{{0, reader.read("Python", "en")}, {0, reader.read("", "en")}};
  CHECK(mentions(texts, names)[0].empty());
}

}  // namespace
}  // namespace guidepost
