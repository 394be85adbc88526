// How good a ranking is against judgements; the conventions are those of trec_eval -c.
#pragma once

#include "core/eval/trec.h"

#include <array>
#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace guidepost {

/// nDCG: gain = grade, discount 1 / log2(rank + 1) (Järvelin & Kekäläinen, "Cumulated gain-based evaluation of IR techniques", 2002).
/// MAP looks at the first thousand; recall and success at the rank in their names.
enum class Metric { ndcg10, mrr10, map, recall10, recall20, recall100, success1, success10 };
inline constexpr std::size_t metric_count = 8;

std::string_view name_of(Metric metric);

/// By metric; each 0 to 1.
using Scores = std::array<double, metric_count>;

/// Of one topic. All are 0 when nothing is judged relevant; a document that is ranked twice counts where it stands first.
Scores scores_of(const std::vector<std::string>& ranking, const std::map<std::string, int>& grades);

/// Of every topic with a relevant document; one that the run does not answer has zeros.
std::map<std::string, Scores> scores_of(const Rankings& rankings, const Judgements& judgements);

Scores mean_of(const std::map<std::string, Scores>& scores);

/// Two-sided p-value of the difference of means, by flipping the signs of the topics' differences at random (Smucker, Allan, Carterette,
/// "A comparison of statistical significance tests for information retrieval evaluation", CIKM 2007). Deterministic.
double randomisation_test(const std::vector<double>& differences, std::size_t rounds = 10'000);

}  // namespace guidepost
