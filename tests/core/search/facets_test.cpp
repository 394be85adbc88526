// Facet counts against an independent count: for every value, by hand, of what choosing it would give.
#include "core/search/facets.h"

#include "support/dice.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace guidepost {
namespace {

using test::Dice;

std::vector<std::string>& values(DocumentFacets& document, FacetField field) {
  return document[static_cast<std::size_t>(field)];
}

bool has_one_of(const std::vector<std::string>& own, const std::vector<std::string>& wanted) {
  return std::any_of(own.begin(), own.end(), [&](const std::string& value) {
    return std::find(wanted.begin(), wanted.end(), value) != wanted.end();
  });
}

/// "role r1" for a document of guides, "document 7" for one of none.
std::string group_name(const DocumentFacets& document, std::uint32_t docid) {
  const auto& roles = document[static_cast<std::size_t>(FacetField::role)];
  if (roles.empty()) return "document " + std::to_string(docid);
  return "role " + *std::min_element(roles.begin(), roles.end());
}

struct Corpus {
  std::vector<DocumentFacets> documents;
  std::vector<std::uint32_t> found;
  std::vector<PlanFilter> filters;
};

/// Documents (or groups) among the found that pass every filter but those of `ignored`, and have `value` in it if there is one.
std::size_t count_by_hand(const Corpus& corpus, Group group, const FacetField* ignored,
                          const std::string& value) {
  std::set<std::string> counted;
  for (const std::uint32_t docid : corpus.found) {
    const DocumentFacets& document = corpus.documents[docid - 1];
    const bool passes =
        std::all_of(corpus.filters.begin(), corpus.filters.end(), [&](const PlanFilter& filter) {
          return (ignored != nullptr && filter.field == *ignored) ||
                 has_one_of(document[static_cast<std::size_t>(filter.field)], filter.values);
        });
    if (!passes) continue;
    if (ignored != nullptr && !has_one_of(document[static_cast<std::size_t>(*ignored)], {value})) {
      continue;
    }
    counted.insert(group == Group::guide ? group_name(document, docid) : std::to_string(docid));
  }
  return counted.size();
}

Corpus random_corpus(Dice& dice) {
  Corpus corpus;
  corpus.documents.resize(1 + dice.roll(40));
  for (DocumentFacets& document : corpus.documents) {
    for (const FacetField field : all_facet_fields) {
      const std::size_t most = field == FacetField::type ? 1 : dice.roll(3);
      std::set<std::string> chosen;
      for (std::size_t i = 0; i < most; ++i) chosen.insert("v" + std::to_string(dice.roll(4)));
      values(document, field).assign(chosen.begin(), chosen.end());
    }
  }
  for (std::uint32_t docid = 1; docid <= corpus.documents.size(); ++docid) {
    if (!dice.once_in(4)) corpus.found.push_back(docid);
  }
  for (const FacetField field : all_facet_fields) {
    if (!dice.once_in(3)) continue;
    PlanFilter filter{field, {"v" + std::to_string(dice.roll(5))}};  // v4 is never there
    if (dice.once_in(2)) filter.values.push_back("v" + std::to_string(dice.roll(4)));
    corpus.filters.push_back(filter);
  }
  return corpus;
}

FacetColumns columns_of(const std::vector<DocumentFacets>& documents) {
  return FacetColumns(documents, {});
}

bool is_selected(const Corpus& corpus, FacetField field, const std::string& value) {
  return std::any_of(corpus.filters.begin(), corpus.filters.end(), [&](const PlanFilter& filter) {
    return filter.field == field && has_one_of({value}, filter.values);
  });
}

/// One document of each of `count` values, and one more of the last, which is therefore the largest.
std::vector<DocumentFacets> documents_of_many_values(std::size_t count) {
  std::vector<DocumentFacets> documents(count + 1);
  for (std::size_t i = 0; i < count; ++i) {
    values(documents[i], FacetField::skill) = {"s" + std::to_string(100 + i)};
  }
  values(documents[count], FacetField::skill) = {"s" + std::to_string(99 + count)};
  return documents;
}

std::vector<std::uint32_t> all_of(const std::vector<DocumentFacets>& documents) {
  std::vector<std::uint32_t> docids(documents.size());
  for (std::uint32_t i = 0; i < docids.size(); ++i) docids[i] = i + 1;
  return docids;
}

}  // namespace

TEST_CASE("a facet's counts are what choosing each of its values would give", "[facets]") {
  const Group group = GENERATE(Group::none, Group::guide);
  Dice dice(20240611);
  for (int round = 0; round < 150; ++round) {
    const Corpus corpus = random_corpus(dice);
    const FacetResult result = count_facets(columns_of(corpus.documents), corpus.found,
                                            corpus.filters, all_facet_fields, group);
    CAPTURE(round);
    REQUIRE(result.total == count_by_hand(corpus, group, nullptr, ""));
    REQUIRE(result.facets.size() == all_facet_fields.size());
    for (std::size_t i = 0; i < all_facet_fields.size(); ++i) {
      const FacetField field = all_facet_fields[i];
      const FacetCounts& facet = result.facets[i];
      std::map<std::string, std::size_t> counted;
      for (const FacetValue& value : facet.values) {
        counted[value.value] = value.count;
        REQUIRE(value.selected == is_selected(corpus, field, value.value));
      }
      std::map<std::string, std::size_t> expected;
      const FacetColumns columns = columns_of(corpus.documents);
      for (std::uint32_t ordinal = 0; ordinal < columns.value_count(field); ++ordinal) {
        const std::string& value = columns.value(field, ordinal);
        const std::size_t count = count_by_hand(corpus, group, &field, value);
        if (count > 0 || is_selected(corpus, field, value)) expected[value] = count;
      }
      CAPTURE(name_of(field));
      REQUIRE(counted == expected);
      REQUIRE(facet.total == expected.size());
    }
  }
}

TEST_CASE("of nearly all documents the counts are those of the documents themselves", "[facets]") {
  Dice dice(7);
  std::vector<DocumentFacets> documents(200);
  for (DocumentFacets& document : documents) {
    values(document, FacetField::skill) = {"s" + std::to_string(dice.roll(9))};
  }
  values(documents[17], FacetField::skill).clear();  // a dead one
  const FacetColumns columns = columns_of(documents);
  std::vector<std::uint32_t> found = all_of(documents);
  found.erase(found.begin() + 5, found.begin() + 25);
  const std::array wanted{FacetField::skill};
  const FacetResult result = count_facets(columns, found, {}, wanted, Group::none);
  std::map<std::string, std::size_t> by_hand;
  for (const std::uint32_t document : found) {
    for (const std::string& skill : values(documents[document - 1], FacetField::skill)) {
      ++by_hand[skill];
    }
  }
  REQUIRE(result.facets.size() == 1);
  CHECK(result.facets[0].values.size() == by_hand.size());
  for (const FacetValue& value : result.facets[0].values) {
    CHECK(value.count == by_hand[value.value]);
  }
}

TEST_CASE("values are listed largest first, equals by name", "[facets]") {
  std::vector<DocumentFacets> documents(4);
  values(documents[0], FacetField::level) = {"senior"};
  values(documents[1], FacetField::level) = {"mid", "junior"};
  values(documents[2], FacetField::level) = {"senior"};
  const std::vector<FacetField> wanted{FacetField::level};
  const FacetResult result =
      count_facets(columns_of(documents), all_of(documents), {}, wanted, Group::none);
  REQUIRE(result.facets.size() == 1);
  std::vector<std::string> listed;
  for (const FacetValue& value : result.facets[0].values) listed.push_back(value.value);
  CHECK(listed == std::vector<std::string>{"senior", "junior", "mid"});
}

TEST_CASE("at most fifty values are listed and all are counted", "[facets]") {
  const std::vector<DocumentFacets> documents = documents_of_many_values(60);
  const std::vector<FacetField> wanted{FacetField::skill};
  const FacetResult result =
      count_facets(columns_of(documents), all_of(documents), {}, wanted, Group::none);
  CHECK(result.facets[0].values.size() == 50);
  CHECK(result.facets[0].total == 60);
  CHECK(result.facets[0].values.front().value == "s159");
  CHECK(result.facets[0].values.front().count == 2);
}

TEST_CASE("a selected value is listed however small it is", "[facets]") {
  const std::vector<DocumentFacets> documents = documents_of_many_values(60);
  const std::vector<FacetField> wanted{FacetField::skill};
  const std::vector<PlanFilter> filters{{FacetField::skill, {"s158"}}};
  const FacetResult result =
      count_facets(columns_of(documents), all_of(documents), filters, wanted, Group::none);
  CHECK(result.total == 1);
  REQUIRE(result.facets[0].values.size() == 51);
  CHECK(result.facets[0].values.back().value == "s158");
  CHECK(result.facets[0].values.back().selected);
}

TEST_CASE("only the fields asked for are counted, in the order asked", "[facets]") {
  std::vector<DocumentFacets> documents(1);
  values(documents[0], FacetField::type) = {"tip"};
  const std::vector<FacetField> wanted{FacetField::language, FacetField::type};
  const FacetResult result =
      count_facets(columns_of(documents), all_of(documents), {}, wanted, Group::none);
  REQUIRE(result.facets.size() == 2);
  CHECK(result.facets[0].field == FacetField::language);
  CHECK(result.facets[0].values.empty());
  CHECK(result.facets[1].field == FacetField::type);
  CHECK(result.facets[1].values.size() == 1);
}

}  // namespace guidepost
