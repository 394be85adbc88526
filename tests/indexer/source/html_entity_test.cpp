#include "indexer/source/html_entity.h"

#include <catch2/catch.hpp>

#include <string>

namespace guidepost::indexer {
namespace {

TEST_CASE("a character reference is its character", "[html_entity]") {
  const auto [reference, text] = GENERATE(table<std::string, std::string>({
      {"&amp;", "&"},
      {"&nbsp;", "\u00A0"},
      {"&eacute;", "\u00E9"},
      {"&yuml;", "\u00FF"},
      {"&mdash;", "\u2014"},
      {"&euro;", "\u20AC"},
      {"&#233;", "\u00E9"},
      {"&#x20AC;", "\u20AC"},
      {"&#X1F600;", "\U0001F600"},
      {"&#0;", "\uFFFD"},
      {"&#7;", " "},
      {"&#x85;", " "},
      {"&#xD800;", "\uFFFD"},
      {"&#x110000;", "\uFFFD"},
      {"&#99999999999;", "\uFFFD"},
      {"&unknown;", "&unknown;"},
      {"&AMP", "&AMP"},
      {"", ""},
  }));
  CAPTURE(reference);
  CHECK(decode_entity(reference) == text);
}

}  // namespace
}  // namespace guidepost::indexer
