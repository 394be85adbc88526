// The executor against Xapian: the same texts, the same questions, the same documents and weights.
#include "core/search/posting_executor.h"

#include "core/search/group_scorer.h"
#include "core/search/ranking.h"
#include "support/dice.h"
#include "support/generation_of_texts.h"
#include "support/temporary_directory.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <map>
#include <string>

namespace guidepost {
namespace {

using Xapian::Query;

std::vector<test::Texts> random_texts(test::Dice& dice) {
  std::vector<test::Texts> segments(2);
  for (int i = 0; i < 200; ++i) {
    std::vector<std::string>& words = segments[i < 130 ? 0 : 1].emplace_back();
    for (std::size_t count = 1 + dice.roll(60); count > 0; --count) {
      words.push_back("w" + std::to_string(dice.roll(1 + dice.roll(50))));
    }
  }
  return segments;
}

/// A word counts as often as a query says it.
constexpr double k3 = 1.0;

std::map<std::uint32_t, double> found_by_xapian(const Xapian::Database& database,
                                                const Query& query) {
  Xapian::Enquire enquire(database);
  enquire.set_query(query);
  enquire.set_weighting_scheme(
      Xapian::BM25Weight(ranking::k1, 0, k3, ranking::b, ranking::min_normalised_length));
  const Xapian::MSet found = enquire.get_mset(0, database.get_doccount());
  std::map<std::uint32_t, double> weights;
  for (auto at = found.begin(); at != found.end(); ++at) weights[*at] = at.get_weight();
  return weights;
}

WordGroup word(const std::string& term) {
  return {term, GroupKind::word, {{{term}, Together::in_a_row, 1}}};
}

WordGroup words(const std::vector<std::string>& terms, Together together) {
  return {"words", GroupKind::word, {{terms, together, 1}}};
}

std::map<std::uint32_t, double> found_by_us(const PostingExecutor& executor,
                                            const QueryPlan& plan) {
  const Evaluation evaluation = executor.evaluate(plan, executor.admission(plan), Bonus::count);
  std::map<std::uint32_t, double> scores;
  for (const std::uint32_t document : evaluation.documents_with(evaluation.bits_of(plan))) {
    scores[document] = static_cast<double>(evaluation.scores[document]);
  }
  return scores;
}

void check_same(const std::map<std::uint32_t, double>& ours,
                const std::map<std::uint32_t, double>& theirs) {
  REQUIRE(ours.size() == theirs.size());
  for (const auto& [document, weight] : theirs) {
    CAPTURE(document);
    REQUIRE(ours.contains(document));
    CHECK(ours.at(document) == Approx(weight).margin(2e-4));
  }
}

struct Both {
  explicit Both(std::uint32_t seed) {
    test::Dice dice(seed);
    texts = random_texts(dice);
    generation = test::generation_of(texts, directory.path());
    database = test::xapian_of(texts);
  }
  test::TemporaryDirectory directory;
  std::vector<test::Texts> texts;
  std::unique_ptr<Generation> generation;
  Xapian::WritableDatabase database;
};

std::string term(std::size_t number) { return "w" + std::to_string(number); }

}  // namespace

TEST_CASE("a word finds the documents that Xapian finds, at Xapian's weights",
          "[posting_executor]") {
  const Both both(5);
  const PostingExecutor executor(*both.generation);
  for (std::size_t i = 0; i < 50; ++i) {
    CAPTURE(term(i));
    QueryPlan plan;
    plan.required = {word(term(i))};
    CHECK(executor.frequency(term(i)) == both.database.get_termfreq(term(i)));
    check_same(found_by_us(executor, plan), found_by_xapian(both.database, Query(term(i))));
  }
}

TEST_CASE("several words are found together, exclusions left out, as Xapian does",
          "[posting_executor]") {
  const Both both(6);
  const PostingExecutor executor(*both.generation);
  test::Dice dice(7);
  for (int i = 0; i < 50; ++i) {
    const std::string a = term(dice.roll(20));
    const std::string b = term(20 + dice.roll(20));
    const std::string c = term(40 + dice.roll(10));
    CAPTURE(a, b, c);
    QueryPlan plan;
    plan.required = {word(a), word(b)};
    plan.excluded = {word(c)};
    const Query query(Query::OP_AND_NOT, Query(Query::OP_AND, Query(a), Query(b)), Query(c));
    check_same(found_by_us(executor, plan), found_by_xapian(both.database, query));
  }
}

TEST_CASE("a phrase is where its words stand in a row, and nowhere else", "[posting_executor]") {
  const Both both(8);
  const PostingExecutor executor(*both.generation);
  test::Dice dice(9);
  for (int i = 0; i < 50; ++i) {
    const std::vector<std::string> terms{term(dice.roll(6)), term(dice.roll(6))};
    if (terms[0] == terms[1]) continue;
    QueryPlan plan;
    plan.required = {words(terms, Together::in_a_row)};
    const Query query(Query::OP_PHRASE, terms.begin(), terms.end(), 2);
    check_same(found_by_us(executor, plan), found_by_xapian(both.database, query));
    plan.required = {words(terms, Together::anywhere)};
    check_same(found_by_us(executor, plan),
               found_by_xapian(both.database, Query(Query::OP_AND, terms.begin(), terms.end())));
  }
}

/// More texts that hold "big" and "data", side by side in every third, than phrases are looked for in.
test::Texts texts_of_common_words() {
  test::Dice dice(17);
  test::Texts texts;
  for (std::size_t i = 0; i < ranking::most_phrase_checks + 2'000; ++i) {
    std::vector<std::string>& words = texts.emplace_back();
    words = i % 3 == 0 ? std::vector<std::string>{"big", "data"}
                       : std::vector<std::string>{"data", "very", "big"};
    for (std::size_t count = dice.roll(6); count > 0; --count) words.emplace_back("filler");
  }
  return texts;
}

TEST_CASE("in which documents a common phrase is looked for does not depend on their segments",
          "[posting_executor]") {
  const test::Texts texts = texts_of_common_words();
  const auto middle = texts.begin() + static_cast<std::ptrdiff_t>(texts.size() - 500);
  const test::TemporaryDirectory one_directory;
  const test::TemporaryDirectory two_directory;
  const auto one = test::generation_of({texts}, one_directory.path());
  const auto two = test::generation_of(
      {test::Texts(texts.begin(), middle), test::Texts(middle, texts.end())}, two_directory.path());
  QueryPlan plan;
  plan.required = {words({"big", "data"}, Together::in_a_row)};
  const auto in_one = found_by_us(PostingExecutor(*one), plan);
  CHECK(in_one == found_by_us(PostingExecutor(*two), plan));
  CHECK(in_one.rbegin()->first > texts.size() - 500);  // the last segment has its share
}

TEST_CASE("totals are exact where the words of a phrase are enough anywhere",
          "[posting_executor]") {
  const test::TemporaryDirectory directory;
  const auto generation = test::generation_of({texts_of_common_words()}, directory.path());
  const PostingExecutor executor(*generation);
  QueryPlan plan;
  plan.required = {words({"big", "data"}, Together::in_a_row)};
  const Admission all = executor.admission(plan);
  CHECK_FALSE(executor.evaluate(plan, all, Bonus::skip).is_exact);
  plan.required[0].alternatives.push_back({{"big", "data"}, Together::anywhere, 0.5});
  const Evaluation either = executor.evaluate(plan, all, Bonus::skip);
  CHECK(either.is_exact);
  CHECK(either.count(either.bits_of(plan)) == generation->document_count());
}

TEST_CASE("the best way of saying a word counts, once", "[posting_executor]") {
  const Both both(10);
  const PostingExecutor executor(*both.generation);
  const std::vector<float> one = executor.scores_of({word("w3")});
  const std::vector<float> other = executor.scores_of({word("w30")});
  WordGroup group = word("w3");
  group.alternatives.push_back({{"w30"}, Together::in_a_row, 0.5});
  const std::vector<float> either = executor.scores_of({group});
  for (std::size_t document = 0; document < either.size(); ++document) {
    CHECK(either[document] == Approx(std::max(one[document], other[document] / 2)).margin(2e-4));
  }
}

TEST_CASE("the order of words does not change a score by a bit", "[posting_executor]") {
  const Both both(11);
  const PostingExecutor executor(*both.generation);
  std::vector<WordGroup> groups{word("w0"), word("w1"), word("w2"), word("w7")};
  const std::vector<float> scores = executor.scores_of(groups);
  for (int i = 0; i < 23; ++i) {
    std::next_permutation(groups.begin(), groups.end(),
                          [](const auto& a, const auto& b) { return a.text < b.text; });
    CHECK(executor.scores_of(groups) == scores);
  }
}

TEST_CASE("what is required of fewer words matches what Xapian finds for those",
          "[posting_executor]") {
  const Both both(12);
  const PostingExecutor executor(*both.generation);
  QueryPlan plan;
  plan.required = {word("w1"), word("w20"), word("w30")};
  const Evaluation evaluation = executor.evaluate(plan, executor.admission(plan), Bonus::skip);
  QueryPlan looser = plan;
  looser.required.erase(looser.required.begin() + 1);
  const Query query(Query::OP_AND, Query("w1"), Query("w30"));
  const std::uint32_t bits = evaluation.bits_of(looser);
  CHECK(evaluation.count(bits) == found_by_xapian(both.database, query).size());
  CHECK(evaluation.documents_with(bits).size() == evaluation.count(bits));
}

TEST_CASE("a plan without words matches everything but what is excluded", "[posting_executor]") {
  const Both both(13);
  const PostingExecutor executor(*both.generation);
  QueryPlan plan;
  CHECK(found_by_us(executor, plan).size() == 200);
  plan.excluded = {word("w0")};
  CHECK(found_by_us(executor, plan).size() == 200 - both.database.get_termfreq("w0"));
}

TEST_CASE("the parts of an explanation add up to the score", "[posting_executor]") {
  const Both both(14);
  const PostingExecutor executor(*both.generation);
  QueryPlan plan;
  plan.required = {word("w1"), word("w2")};
  plan.optional = {word("w5")};
  plan.neighbours = {{{"w1", "w2"}, Together::in_a_row, 0.3}};
  for (const auto& [document, score] : found_by_us(executor, plan)) {
    const Explanation explanation = executor.explain(plan, {document}).front();
    double sum = 0;
    for (const Explanation& part : explanation.parts) sum += part.value;
    CHECK(sum == Approx(score).margin(1e-6));
    CHECK(explanation.value == Approx(score).margin(1e-6));
  }
}

TEST_CASE("an explanation has no part for what was too much to read", "[posting_executor]") {
  const Both both(16);
  const PostingExecutor executor(*both.generation);
  QueryPlan plan;
  plan.required = {word("w1")};
  for (std::size_t i = 2; i < 50; ++i) plan.optional.push_back(word(term(i)));
  REQUIRE(executor.affordable(plan.optional, 1'000'000).size() < plan.optional.size());
  for (const auto& [document, score] : found_by_us(executor, plan)) {
    CHECK(executor.explain(plan, {document}).front().value == Approx(score).margin(1e-5));
  }
}

TEST_CASE("a rarer term is worth more, and the commonest still something", "[term_statistics]") {
  CHECK(inverse_document_frequency(1000, 1) > inverse_document_frequency(1000, 10));
  CHECK(inverse_document_frequency(1000, 1000) > 0);
}

TEST_CASE(
    "of a list too long to be read its commonest words are left out, and the count is inexact",
    "[posting_executor]") {
  const Both both(16);
  const TermStatistics statistics(*both.generation);
  WordGroup list = word("w0");
  for (const char* other : {"w30", "w1", "w40"}) {
    list.alternatives.push_back({{other}, Together::in_a_row, 1});
  }
  const std::size_t rare = statistics.frequency("w30") + statistics.frequency("w40");
  REQUIRE(statistics.frequency("w1") > 1);
  GroupScorer scorer(*both.generation, statistics, Weigh::scores, rare + 1);
  scorer.add({&list, 1});
  CHECK_FALSE(scorer.is_exact());
  GroupScorer rarer(*both.generation, statistics, Weigh::scores, rare + 1);
  WordGroup without = word("w30");
  without.alternatives.push_back({{"w40"}, Together::in_a_row, 1});
  rarer.add({&without, 1});
  CHECK(rarer.is_exact());
  CHECK(scorer.take_said() == rarer.take_said());
  CHECK(scorer.take_scores() == rarer.take_scores());

  GroupScorer least(*both.generation, statistics, Weigh::presence, 1);
  least.add({&list, 1});
  const std::vector<std::uint32_t> said = least.take_said();
  CHECK(std::count(said.begin(), said.end(), 1U) >= 1);  // never all of them
}

TEST_CASE("of many words the commonest are left out when reading all would take long",
          "[posting_executor]") {
  const Both both(15);
  const PostingExecutor executor(*both.generation);
  CHECK(executor.affordable({word("w0"), word("w40")}, 1'000'000).size() == 2);
  const std::vector<WordGroup> rarer = executor.affordable({word("w0"), word("w40")}, 1);
  REQUIRE(rarer.size() == 1);
  CHECK(rarer.front().text == "w40");
  std::vector<WordGroup> many;
  for (std::size_t i = 0; i < 40; ++i) many.push_back(word(term(i)));
  const std::vector<WordGroup> kept = executor.affordable(many, 1'000'000);
  CHECK(kept.size() == 32);
  CHECK(kept.front().text != "w0");
}

}  // namespace guidepost
