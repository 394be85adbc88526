#include "core/eval/metrics.h"

#include <catch2/catch.hpp>

#include <cmath>

namespace guidepost {
namespace {

double value(const Scores& scores, Metric metric) {
  return scores[static_cast<std::size_t>(metric)];
}

}  // namespace

TEST_CASE("a ranking is measured as trec_eval measures it", "[metrics]") {
  // By hand: relevant a (2), b, c (1); ranked x, a, b.
  const Scores scores = scores_of({"x", "a", "b"}, {{"a", 2}, {"b", 1}, {"c", 1}});
  const double gain = 2 / std::log2(3) + 1 / std::log2(4);
  const double ideal = 2 + 1 / std::log2(3) + 1 / std::log2(4);
  CHECK(value(scores, Metric::ndcg10) == Approx(gain / ideal));
  CHECK(value(scores, Metric::mrr10) == Approx(0.5));
  CHECK(value(scores, Metric::map) == Approx((1.0 / 2 + 2.0 / 3) / 3));
  CHECK(value(scores, Metric::recall10) == Approx(2.0 / 3));
  CHECK(value(scores, Metric::success1) == 0);
  CHECK(value(scores, Metric::success10) == 1);
}

TEST_CASE("a document that is ranked twice counts once, where it stands first", "[metrics]") {
  const Scores scores = scores_of({"x", "x", "a", "a"}, {{"a", 1}});
  CHECK(value(scores, Metric::mrr10) == Approx(0.5));
  CHECK(value(scores, Metric::map) == Approx(0.5));
}

TEST_CASE("what is not judged relevant counts for nothing", "[metrics]") {
  CHECK(scores_of({"a"}, {}) == Scores{});
  CHECK(scores_of({"a"}, {{"a", 0}, {"b", -1}}) == Scores{});
  CHECK(scores_of(std::vector<std::string>{}, {{"a", 1}}) == Scores{});
}

TEST_CASE("a topic without an answer counts in the mean, one without a relevant document does not",
          "[metrics]") {
  const auto scores =
      scores_of({{"1", {"a"}}}, {{"1", {{"a", 1}}}, {"2", {{"b", 1}}}, {"3", {{"c", 0}}}});
  CHECK(scores.size() == 2);
  CHECK(value(mean_of(scores), Metric::ndcg10) == Approx(0.5));
}

TEST_CASE("chance explains differences that go both ways, not those that all go one way",
          "[metrics]") {
  CHECK(randomisation_test(std::vector<double>(40, 0.1)) < 0.001);
  std::vector<double> both;
  for (int i = 0; i < 40; ++i) both.push_back(i % 2 == 0 ? 0.1 : -0.1);
  CHECK(randomisation_test(both) > 0.9);
  CHECK(randomisation_test({}) == Approx(1));
}

}  // namespace guidepost
