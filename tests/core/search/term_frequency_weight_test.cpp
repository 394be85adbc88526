// Our BM25 against Xapian's own, on a database of one segment where both have the same statistics.
#include "core/search/term_frequency_weight.h"

#include "core/search/ranking.h"
#include "support/dice.h"

#include <catch2/catch.hpp>

#include <map>
#include <string>

namespace guidepost {
namespace {

Xapian::WritableDatabase random_database(test::Dice& dice) {
  Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
  for (int i = 0; i < 200; ++i) {
    Xapian::Document document;
    for (std::size_t words = 1 + dice.roll(60); words > 0; --words) {
      document.add_term("w" + std::to_string(dice.roll(1 + dice.roll(50))));
    }
    database.add_document(document);
  }
  return database;
}

std::map<Xapian::docid, double> weights(const Xapian::Database& database,
                                        const Xapian::Query& query, const Xapian::Weight& weight) {
  Xapian::Enquire enquire(database);
  enquire.set_query(query);
  enquire.set_weighting_scheme(weight);
  const Xapian::MSet found = enquire.get_mset(0, database.get_doccount());
  std::map<Xapian::docid, double> by_document;
  for (auto at = found.begin(); at != found.end(); ++at) by_document[*at] = at.get_weight();
  return by_document;
}

}  // namespace

TEST_CASE("a term weighs what Xapian's BM25 gives it", "[term_frequency_weight]") {
  test::Dice dice(5);
  const Xapian::WritableDatabase database = random_database(dice);
  const double documents = database.get_doccount();
  for (int i = 0; i < 50; ++i) {
    const std::string term = "w" + std::to_string(i);
    const auto theirs = weights(database, Xapian::Query(term),
                                Xapian::BM25Weight(ranking::k1, 0, ranking::k3, ranking::b,
                                                   ranking::min_normalised_length));
    const double idf = inverse_document_frequency(documents, database.get_termfreq(term));
    const auto ours =
        weights(database, Xapian::Query(Xapian::Query::OP_SCALE_WEIGHT, Xapian::Query(term), idf),
                TermFrequencyWeight(database.get_average_length()));
    REQUIRE(ours.size() == theirs.size());
    for (const auto& [document, weight] : theirs) {
      CAPTURE(term, document);
      CHECK(ours.at(document) == Approx(weight).margin(1e-6));
    }
  }
}

TEST_CASE("a weight is a multiple of 2^-24, so sums of weights are exact in any order",
          "[term_frequency_weight]") {
  TermFrequencyWeight weight(17.3);
  weight.init(3.14159);
  for (Xapian::termcount wdf = 1; wdf < 50; ++wdf) {
    const double grid = weight.get_sumpart(wdf, 3 * wdf, 1) * 16777216;
    CHECK(grid == static_cast<double>(static_cast<long long>(grid)));
    CHECK(weight.get_sumpart(wdf, 3 * wdf, 1) <= weight.get_maxpart());
  }
  CHECK(weight.get_sumpart(2, 10, 1) > weight.get_sumpart(1, 10, 1));
  CHECK(weight.get_sumpart(1, 10, 1) > weight.get_sumpart(1, 100, 1));
}

TEST_CASE("a rarer term is worth more, and the commonest still something",
          "[term_frequency_weight]") {
  CHECK(inverse_document_frequency(1000, 1) > inverse_document_frequency(1000, 10));
  CHECK(inverse_document_frequency(1000, 1000) > 0);
  CHECK(TermFrequencyWeight(0).name() == "guidepost::TermFrequencyWeight");  // an empty index
}

}  // namespace guidepost
