// Cosines of letters against those worked out gram by gram, and the bounds by which most names are passed over.
#include "core/index/gram_index.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <map>
#include <random>
#include <string>
#include <vector>

namespace guidepost {
namespace {

/// Names of a few of forty syllables: more than 256 grams, of which the most are in many names.
std::vector<std::string> made_up_names(std::size_t count) {
  std::mt19937 random(7);
  const std::string consonants = "bdfgklmnprst";
  const std::string vowels = "aeio";
  std::vector<std::string> syllables;
  for (const char a : consonants) {
    for (const char b : vowels) syllables.push_back({a, b});
  }
  std::vector<std::string> names;
  for (std::size_t i = 0; i < count; ++i) {
    std::string name;
    const std::size_t length = 2 + random() % 6;
    for (std::size_t at = 0; at < length; ++at) {
      if (at > 0 && random() % 3 == 0) name += ' ';
      name += syllables[random() % syllables.size()];
    }
    names.push_back(name);
  }
  return names;
}

GramIndex index_of(const std::vector<std::string>& names) {
  GramIndex grams(static_cast<std::uint32_t>(names.size()),
                  [&](std::uint32_t name) { return std::string_view(names[name]); });
  grams.index(names.size());
  return grams;
}

/// As the definition says: no bits, no bounds.
std::vector<double> cosines_by_definition(const std::vector<std::string>& names,
                                          const std::string& text) {
  std::map<std::uint64_t, double> counts;
  for (const std::string& name : names) {
    for (const std::uint64_t gram : letter_grams(name)) ++counts[gram];
  }
  const auto idf = [&](std::uint64_t gram) {
    const auto found = counts.find(gram);
    const double with = found == counts.end() ? 0 : found->second;
    return std::log((1 + static_cast<double>(names.size())) / (1 + with)) + 1;
  };
  const auto norm = [&](const std::vector<std::uint64_t>& grams) {
    double squares = 0;
    for (const std::uint64_t gram : grams) squares += idf(gram) * idf(gram);
    return std::sqrt(squares);
  };
  const std::vector<std::uint64_t> of_text = letter_grams(text);
  std::vector<double> cosines;
  for (const std::string& name : names) {
    const std::vector<std::uint64_t> of_name = letter_grams(name);
    std::vector<std::uint64_t> shared;
    std::set_intersection(of_text.begin(), of_text.end(), of_name.begin(), of_name.end(),
                          std::back_inserter(shared));
    double product = 0;
    for (const std::uint64_t gram : shared) product += idf(gram) * idf(gram);
    cosines.push_back(product == 0 ? 0 : product / norm(of_text) / norm(of_name));
  }
  return cosines;
}

using Numbers = std::vector<std::uint32_t>;

}  // namespace

TEST_CASE("a cosine is that of the grams of both, common ones included", "[gram_index]") {
  const std::vector<std::string> names = made_up_names(500);
  const GramIndex grams = index_of(names);
  for (const std::string text : {names[3].c_str(), "bado rite", "ba", "xyz", "xyz bado"}) {
    const GramCosines cosines(grams, text);
    const std::vector<double> expected = cosines_by_definition(names, text);
    for (std::uint32_t name = 0; name < names.size(); ++name) {
      CAPTURE(text, names[name]);
      CHECK(static_cast<double>(cosines.of(name)) == Approx(expected[name]).margin(1e-5));
    }
  }
}

TEST_CASE("no name that is near enough is passed over", "[gram_index]") {
  const std::vector<std::string> names = made_up_names(1000);
  const GramIndex grams = index_of(names);
  for (const std::string& text : made_up_names(20)) {
    const GramCosines cosines(grams, text);
    for (const float floor : {0.1F, 0.3F, 0.6F}) {
      Numbers near;
      for (std::uint32_t name = 0; name < names.size(); ++name) {
        CHECK(cosines.is_above(name, floor) == (cosines.of(name) > floor));
        if (cosines.of(name) > floor) near.push_back(name);
      }
      Numbers maybe;
      cosines.each_maybe_above([&] { return floor; },
                               [&](std::uint32_t name) { maybe.push_back(name); });
      CHECK(std::includes(maybe.begin(), maybe.end(), near.begin(), near.end()));
      Numbers surely;
      cosines.each_surely_above([&] { return floor; },
                                [&](std::uint32_t name, float least) {
                                  CHECK(cosines.of(name) >= least);
                                  surely.push_back(name);
                                });
      CHECK(std::includes(near.begin(), near.end(), surely.begin(), surely.end()));
    }
  }
}

TEST_CASE("names without letters have no cosines", "[gram_index]") {
  CHECK(GramCosines().empty());
  CHECK_FALSE(GramCosines().is_above(0, 0.1F));
  CHECK_FALSE(GramCosines(index_of({}), "react").is_maybe_above(7, 0.1F));
  CHECK(GramCosines(index_of({}), "react").empty());
  Numbers seen;
  GramCosines().each_maybe_above([] { return 0.0F; },
                                 [&](std::uint32_t name) { seen.push_back(name); });
  CHECK(seen.empty());
}

}  // namespace guidepost
