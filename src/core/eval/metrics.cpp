#include "core/eval/metrics.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <random>
#include <set>

namespace guidepost {
namespace {

constexpr std::size_t average_precision_depth = 1000;

double discounted(int grade, std::size_t rank) {
  return grade / std::log2(static_cast<double>(rank) + 1);
}

double ideal_gain(const std::map<std::string, int>& grades, std::size_t depth) {
  std::vector<int> best;
  for (const auto& [document, grade] : grades) {
    if (grade > 0) best.push_back(grade);
  }
  std::sort(best.rbegin(), best.rend());
  if (best.size() > depth) best.resize(depth);
  double gain = 0;
  for (std::size_t i = 0; i < best.size(); ++i) gain += discounted(best[i], i + 1);
  return gain;
}

}  // namespace

std::string_view name_of(Metric metric) {
  switch (metric) {
    case Metric::ndcg10:
      return "nDCG@10";
    case Metric::mrr10:
      return "MRR@10";
    case Metric::map:
      return "MAP";
    case Metric::recall10:
      return "recall@10";
    case Metric::recall20:
      return "recall@20";
    case Metric::recall100:
      return "recall@100";
    case Metric::success1:
      return "success@1";
    case Metric::success10:
      return "success@10";
  }
  return "nDCG@10";
}

Scores scores_of(const std::vector<std::string>& ranking,
                 const std::map<std::string, int>& grades) {
  Scores scores{};
  const auto at = [&](Metric metric) -> double& {
    return scores[static_cast<std::size_t>(metric)];
  };
  const auto relevant = static_cast<double>(std::count_if(
      grades.begin(), grades.end(), [](const auto& judged) { return judged.second > 0; }));
  if (relevant == 0) return scores;
  std::set<std::string_view> seen;
  std::size_t rank = 0;
  double hits = 0;
  for (const std::string& document : ranking) {
    if (!seen.insert(document).second) continue;
    if (++rank > average_precision_depth) break;
    const auto judged = grades.find(document);
    if (judged == grades.end() || judged->second <= 0) continue;
    ++hits;
    at(Metric::map) += hits / static_cast<double>(rank) / relevant;
    if (rank <= 10) at(Metric::ndcg10) += discounted(judged->second, rank);
    if (hits == 1 && rank <= 10) at(Metric::mrr10) = 1 / static_cast<double>(rank);
    if (rank <= 1) at(Metric::success1) = 1;
    if (rank <= 10) at(Metric::success10) = 1;
    if (rank <= 10) at(Metric::recall10) += 1 / relevant;
    if (rank <= 20) at(Metric::recall20) += 1 / relevant;
    if (rank <= 100) at(Metric::recall100) += 1 / relevant;
  }
  at(Metric::ndcg10) /= ideal_gain(grades, 10);
  return scores;
}

std::map<std::string, Scores> scores_of(const Rankings& rankings, const Judgements& judgements) {
  std::map<std::string, Scores> scores;
  static const std::vector<std::string> no_answer;
  for (const auto& [topic, grades] : judgements) {
    const bool has_relevant = std::any_of(grades.begin(), grades.end(),
                                          [](const auto& judged) { return judged.second > 0; });
    if (!has_relevant) continue;
    const auto ranking = rankings.find(topic);
    scores[topic] = scores_of(ranking == rankings.end() ? no_answer : ranking->second, grades);
  }
  return scores;
}

Scores mean_of(const std::map<std::string, Scores>& scores) {
  Scores mean{};
  for (const auto& [topic, one] : scores) {
    for (std::size_t i = 0; i < metric_count; ++i) mean[i] += one[i];
  }
  for (double& value : mean) value /= static_cast<double>(std::max<std::size_t>(1, scores.size()));
  return mean;
}

double randomisation_test(const std::vector<double>& differences, std::size_t rounds) {
  double sum = 0;
  for (const double difference : differences) sum += difference;
  std::mt19937_64 random(20260101);
  std::size_t as_large = 0;
  for (std::size_t round = 0; round < rounds; ++round) {
    double flipped = 0;
    std::uint64_t signs = 0;
    for (std::size_t i = 0; i < differences.size(); ++i) {
      if (i % 64 == 0) signs = random();
      flipped += (signs & 1U) != 0 ? differences[i] : -differences[i];
      signs >>= 1U;
    }
    constexpr double rounding = 1e-12;
    if (std::fabs(flipped) >= std::fabs(sum) - rounding) ++as_large;
  }
  // The observed assignment is one of them.
  return static_cast<double>(as_large + 1) / static_cast<double>(rounds + 1);
}

}  // namespace guidepost
