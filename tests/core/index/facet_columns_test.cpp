// Facet values per document: what goes in comes out, in memory and through its bytes, and damaged bytes do not.
#include "core/index/facet_columns.h"

#include "core/index/record.h"
#include "support/dice.h"

#include <catch2/catch.hpp>

#include <cstddef>
#include <cstdint>
#include <limits>
#include <set>
#include <string>
#include <vector>

namespace guidepost {
namespace {

using test::Dice;

std::vector<std::string>& values(DocumentFacets& document, FacetField field) {
  return document[static_cast<std::size_t>(field)];
}

std::vector<std::string> values_of(const FacetColumns& columns, FacetField field,
                                   std::uint32_t docid) {
  std::vector<std::string> found;
  for (const std::uint32_t ordinal : columns.ordinals(field, docid)) {
    found.push_back(columns.value(field, ordinal));
  }
  return found;
}

/// Two documents: a tip for three levels, and a guide of a role with a label.
FacetColumns two_documents() {
  std::vector<DocumentFacets> documents(2);
  values(documents[0], FacetField::type) = {"tip"};
  values(documents[0], FacetField::level) = {"senior", "junior", "mid"};
  values(documents[1], FacetField::type) = {"guide"};
  values(documents[1], FacetField::role) = {"backend-developer"};
  values(documents[1], FacetField::level) = {"mid"};
  FacetColumns::Labels labels;
  labels[static_cast<std::size_t>(FacetField::role)]["backend-developer"] = "Backend Developer";
  labels[static_cast<std::size_t>(FacetField::role)]["nobody"] = "Nobody";
  return FacetColumns(documents, labels);
}

std::vector<DocumentFacets> random_documents(Dice& dice) {
  std::vector<DocumentFacets> documents(dice.roll(12));
  for (DocumentFacets& document : documents) {
    for (const FacetField field : all_facet_fields) {
      std::set<std::string> chosen;
      for (std::size_t i = dice.roll(3); i > 0; --i) chosen.insert(dice.word("abc", 1, 2));
      values(document, field).assign(chosen.begin(), chosen.end());
    }
  }
  return documents;
}

/// Everything a reader can ask, so that a damaged column that was believed is used.
std::size_t ask_everything(const FacetColumns& columns) {
  std::size_t asked = 0;
  for (const FacetField field : all_facet_fields) {
    for (std::uint32_t ordinal = 0; ordinal < columns.value_count(field); ++ordinal) {
      asked += columns.value(field, ordinal).size() + columns.label(field, ordinal).size();
      asked += columns.documents_with(field, ordinal);
    }
    for (std::uint32_t docid = 1; docid <= columns.document_count(); ++docid) {
      asked += values_of(columns, field, docid).size();
    }
  }
  return asked;
}

}  // namespace

TEST_CASE("a document has the values it was given, in the order of their bytes",
          "[facet_columns]") {
  const FacetColumns columns = two_documents();
  using Values = std::vector<std::string>;
  CHECK(columns.document_count() == 2);
  CHECK(values_of(columns, FacetField::level, 1) == Values{"junior", "mid", "senior"});
  CHECK(values_of(columns, FacetField::level, 2) == Values{"mid"});
  CHECK(values_of(columns, FacetField::role, 1).empty());
  CHECK(values_of(columns, FacetField::skill, 1).empty());
}

TEST_CASE("there is nothing of a document there is not", "[facet_columns]") {
  const std::uint32_t docid = GENERATE(0U, 3U, 0xFFFFFFFFU);
  CHECK(two_documents().ordinals(FacetField::type, docid).empty());
  CHECK(FacetColumns().ordinals(FacetField::type, docid).empty());
}

TEST_CASE("values are found by their bytes and counted by document", "[facet_columns]") {
  const FacetColumns columns = two_documents();
  const auto mid = columns.find(FacetField::level, "mid");
  REQUIRE(mid);
  CHECK(columns.documents_with(FacetField::level, *mid) == 2);
  const auto senior = columns.find(FacetField::level, "senior");
  REQUIRE(senior);
  CHECK(columns.documents_with(FacetField::level, *senior) == 1);
  CHECK_FALSE(columns.find(FacetField::level, "Mid"));
  CHECK_FALSE(columns.find(FacetField::level, "zzz"));
  CHECK_FALSE(columns.find(FacetField::kind, "mid"));
}

TEST_CASE("values are counted as one document after the other would count them",
          "[facet_columns]") {
  Dice dice(11);
  // One value each, of few and of very many; and any number of values.
  for (const std::size_t kinds :
       {std::size_t{3}, std::size_t{64}, std::size_t{65}, std::size_t{0}}) {
    std::vector<DocumentFacets> documents(300);
    for (DocumentFacets& document : documents) {
      std::vector<std::string>& own = values(document, FacetField::skill);
      const std::size_t count = kinds > 0 ? 1 : dice.roll(3);
      for (std::size_t i = 0; i < count; ++i) {
        own.push_back("s" + std::to_string(dice.roll(kinds > 0 ? kinds : 5) + 5 * i));
      }
    }
    const FacetColumns columns(documents, {});
    std::vector<std::uint32_t> asked{0, 301};  // numbers that there are not
    for (std::uint32_t document = 1; document <= 300; ++document) {
      if (dice.roll(2) == 0) asked.push_back(document);
    }
    const std::size_t count = columns.value_count(FacetField::skill);
    std::vector<std::uint32_t> expected(count, 7);  // what was counted before stays
    std::vector<std::uint32_t> counted(count, 7);
    for (const std::uint32_t document : asked) {
      for (const std::uint32_t ordinal : columns.ordinals(FacetField::skill, document)) {
        ++expected[ordinal];
      }
    }
    columns.count(FacetField::skill, asked, counted);
    CHECK(counted == expected);
  }
}

TEST_CASE("masks are removed by what a document has, and by what it has not", "[facet_columns]") {
  const FacetColumns columns = two_documents();
  std::vector<char> chosen(columns.value_count(FacetField::level), 0);
  chosen[*columns.find(FacetField::level, "senior")] = 1;
  std::vector<std::uint32_t> masks{9, 9, 9, 9};  // more than there are documents
  columns.remove(FacetColumns::Having::some, FacetField::level, chosen, masks);
  CHECK(masks == std::vector<std::uint32_t>{9, 0, 9, 9});
  masks = {9, 9, 9, 9};
  columns.remove(FacetColumns::Having::none, FacetField::level, chosen, masks);
  CHECK(masks == std::vector<std::uint32_t>{9, 9, 0, 9});
}

TEST_CASE("a value without a label is its own, a label without a value is none",
          "[facet_columns]") {
  const FacetColumns columns = two_documents();
  CHECK(columns.label(FacetField::role, 0) == "Backend Developer");
  CHECK(columns.label(FacetField::level, 0) == "junior");
  CHECK(columns.value_count(FacetField::role) == 1);
}

TEST_CASE("columns read back are those that were written", "[facet_columns]") {
  Dice dice(16);
  for (int round = 0; round < 50; ++round) {
    const std::vector<DocumentFacets> documents = random_documents(dice);
    const FacetColumns written(documents, {});
    const auto read = FacetColumns::decode(written.encode());
    REQUIRE(read);
    REQUIRE(read->encode() == written.encode());
    REQUIRE(read->document_count() == documents.size());
    for (const FacetField field : all_facet_fields) {
      for (std::uint32_t docid = 1; docid <= documents.size(); ++docid) {
        REQUIRE(values_of(*read, field, docid) ==
                documents[docid - 1][static_cast<std::size_t>(field)]);
      }
      REQUIRE(read->value_count(field) == written.value_count(field));
      for (std::uint32_t ordinal = 0; ordinal < read->value_count(field); ++ordinal) {
        REQUIRE(read->documents_with(field, ordinal) == written.documents_with(field, ordinal));
      }
    }
  }
  CHECK(FacetColumns::decode(FacetColumns(std::vector<DocumentFacets>{}, {}).encode()));
}

TEST_CASE("columns cut short, or with something behind them, are refused", "[facet_columns]") {
  const std::string bytes = two_documents().encode();
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    const auto read = FacetColumns::decode(bytes.substr(0, size));
    REQUIRE_FALSE(read);
    REQUIRE(read.error().code == ErrorCode::index_damaged);
  }
  CHECK_FALSE(FacetColumns::decode(bytes + "x"));
}

TEST_CASE("a document count that the columns do not have is refused", "[facet_columns]") {
  const std::uint64_t claimed =
      GENERATE(std::uint64_t{0}, std::uint64_t{1}, std::uint64_t{3}, std::uint64_t{1} << 32U,
               std::numeric_limits<std::uint64_t>::max());
  RecordWriter count;
  count.u64(claimed);
  std::string bytes = two_documents().encode();
  bytes.replace(0, 8, count.bytes());
  CHECK_FALSE(FacetColumns::decode(bytes));
}

TEST_CASE("columns that hold nothing at all are refused, whatever they claim", "[facet_columns]") {
  RecordWriter writer;
  writer.u64(std::numeric_limits<std::uint64_t>::max());  // one more would be 0
  for (std::size_t field = 0; field < facet_field_count; ++field) {
    writer.texts({});
    writer.texts({});
    writer.u32s({});
    writer.u32s({});
  }
  CHECK_FALSE(FacetColumns::decode(writer.bytes()));
}

TEST_CASE("a column whose parts contradict each other is refused", "[facet_columns]") {
  struct Damage {
    const char* what;
    std::vector<std::string> values;
    std::vector<std::string> labels;
    std::vector<std::uint32_t> begins;
    std::vector<std::uint32_t> ordinals;
  };
  const std::vector<Damage> damages{
      {"a label too few", {"a", "b"}, {"a"}, {0, 1}, {0}},
      {"values not sorted", {"b", "a"}, {"b", "a"}, {0, 1}, {0}},
      {"a value that is not there", {"a"}, {"a"}, {0, 1}, {1}},
      {"begins late", {"a"}, {"a"}, {1, 1}, {0}},
      {"ends behind the ordinals", {"a"}, {"a"}, {0, 2}, {0}},
      {"ends before the ordinals", {"a"}, {"a"}, {0, 0}, {0}},
      {"a document too many", {"a"}, {"a"}, {0, 1, 1}, {0}},
      {"no documents", {"a"}, {"a"}, {}, {0}},
  };
  for (const Damage& damage : damages) {
    RecordWriter writer;
    writer.u64(1);
    writer.texts(damage.values);
    writer.texts(damage.labels);
    writer.u32s(damage.begins);
    writer.u32s(damage.ordinals);
    for (std::size_t field = 1; field < facet_field_count; ++field) {
      writer.texts({});
      writer.texts({});
      writer.u32s({0, 0});
      writer.u32s({});
    }
    CAPTURE(damage.what);
    CHECK_FALSE(FacetColumns::decode(writer.bytes()));
  }
}

TEST_CASE("columns with one byte changed are refused or can be used", "[facet_columns]") {
  const std::string good = two_documents().encode();
  for (std::size_t at = 0; at < good.size(); ++at) {
    for (const int flip : {0x01, 0x80, 0xFF}) {
      std::string bytes = good;
      bytes[at] = static_cast<char>(bytes[at] ^ flip);
      const auto read = FacetColumns::decode(bytes);
      if (read) REQUIRE(ask_everything(*read) > 0);
    }
  }
}

}  // namespace guidepost
