#include "core/search/posting_executor.h"

#include "core/search/filter_test.h"
#include "core/search/group_scorer.h"
#include "core/search/numbers_where.h"
#include "core/search/ranking.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace guidepost {
namespace {

constexpr std::uint32_t all_bits = 0xffffffffU;
constexpr std::size_t most_groups = 32;  // bits of Evaluation::said

/// Those that said has bits for.
std::vector<WordGroup> required_of(const QueryPlan& plan) {
  std::vector<WordGroup> groups = plan.required;
  if (groups.size() > most_groups) groups.resize(most_groups);
  return groups;
}

}  // namespace

std::uint32_t Evaluation::bits_of(const QueryPlan& plan) const {
  std::uint32_t bits = 0;
  for (std::size_t i = 0; i < groups.size(); ++i) {
    const bool is_required =
        std::find(plan.required.begin(), plan.required.end(), groups[i]) != plan.required.end();
    if (is_required) bits |= 1U << i;
  }
  return bits;
}

std::vector<std::uint32_t> Evaluation::documents_with(std::uint32_t bits) const {
  return numbers_where(1, said.size(), count(bits),
                       [&](std::size_t document) { return says(said[document], bits); });
}

std::size_t count_of(const std::vector<std::uint32_t>& said, std::uint32_t bits) {
  // In blocks whose sums have as many bits as what is summed: so the compiler takes several documents at once. Each relaxation counts them all.
  constexpr std::size_t block = 4096;
  std::size_t count = 0;
  for (std::size_t begin = 0; begin < said.size(); begin += block) {
    const std::size_t end = std::min(said.size(), begin + block);
    std::uint32_t own = 0;
    for (std::size_t i = begin; i < end; ++i) own += says(said[i], bits) ? 1U : 0U;
    count += own;
  }
  return count;
}

PostingExecutor::PostingExecutor(const Generation& generation)
    : generation_(&generation), statistics_(generation) {}

std::vector<WordGroup> PostingExecutor::affordable(const std::vector<WordGroup>& groups,
                                                   std::size_t most) const {
  std::vector<std::size_t> postings;
  postings.reserve(groups.size());
  for (const WordGroup& group : groups) postings.push_back(statistics_.postings(group));
  std::vector<std::size_t> order(groups.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return postings[a] < postings[b]; });
  std::vector<bool> is_kept(groups.size(), false);
  std::size_t sum = 0;
  for (std::size_t i = 0; i < order.size() && i < most_groups; ++i) {
    sum += postings[order[i]];
    if (i > 0 && sum > most) break;
    is_kept[order[i]] = true;
  }
  std::vector<WordGroup> kept;
  for (std::size_t i = 0; i < groups.size(); ++i) {
    if (is_kept[i]) kept.push_back(groups[i]);
  }
  return kept;
}

Admission PostingExecutor::admission(const QueryPlan& plan) const {
  Admission admission;
  const FacetColumns& facets = generation_->facets;
  const bool has_dead = facets.document_count() != generation_->document_count();
  if (!has_dead && plan.excluded.empty() && plan.excluded_filters.empty()) return admission;
  std::vector<std::uint32_t>& masks = admission.masks;
  masks.assign(facets.document_count() + 1, all_bits);
  if (has_dead) {
    for (std::uint32_t document = 1; document < masks.size(); ++document) {
      if (!facets.is_alive(document)) masks[document] = 0;
    }
  }
  if (!plan.excluded.empty()) {
    const auto groups = affordable(plan.excluded, ranking::most_excluded_postings);
    GroupScorer excluded(*generation_, statistics_, Weigh::presence,
                         ranking::most_excluded_postings);
    excluded.add(groups);
    admission.is_exact = excluded.is_exact() && groups.size() == plan.excluded.size();
    const std::vector<std::uint32_t> out = excluded.take_said();
    for (std::size_t i = 0; i < masks.size(); ++i) masks[i] &= out[i] == 0 ? all_bits : 0U;
  }
  FilterTest(facets, plan.excluded_filters).remove_passing(masks);
  return admission;
}

Evaluation PostingExecutor::evaluate(const QueryPlan& plan, const Admission& admission,
                                     Bonus bonus) const {
  Evaluation evaluation;
  evaluation.groups = required_of(plan);
  GroupScorer scorer(*generation_, statistics_, Weigh::scores);
  scorer.add(evaluation.groups);
  evaluation.is_exact = scorer.is_exact() && admission.is_exact;
  evaluation.said = scorer.take_said();
  std::vector<std::uint32_t>& said = evaluation.said;
  if (evaluation.groups.empty()) std::fill(said.begin(), said.end(), all_bits);
  said[0] = 0;
  for (std::size_t i = 0; i < admission.masks.size(); ++i) said[i] &= admission.masks[i];
  if (bonus == Bonus::count) scorer.add(bonuses_of(plan));
  evaluation.scores = scorer.take_scores();
  return evaluation;
}

std::vector<WordGroup> PostingExecutor::bonuses_of(const QueryPlan& plan) const {
  std::vector<WordGroup> bonuses = affordable(plan.optional, ranking::most_postings_for_order);
  for (WordGroup& group : bonuses) group.text += " (optional)";
  std::vector<WordGroup> pairs;
  for (const Alternative& pair : plan.neighbours) {
    pairs.push_back(group_of(pair));
    pairs.back().text = "side by side: " + pair.terms[0] + " " + pair.terms[1];
  }
  for (WordGroup& pair : affordable(pairs, ranking::most_postings_for_order)) {
    bonuses.push_back(std::move(pair));
  }
  return bonuses;
}

std::vector<float> PostingExecutor::scores_of(const std::vector<WordGroup>& groups) const {
  GroupScorer scorer(*generation_, statistics_, Weigh::scores);
  scorer.add(groups);
  return scorer.take_scores();
}

double PostingExecutor::most_score(const std::vector<WordGroup>& groups) const {
  double sum = 0;
  for (const WordGroup& group : groups) {
    double best = 0;
    for (const Alternative& way : group.alternatives) {
      best = std::max(best, way.trust * statistics_.idf(way.terms.front()));
    }
    sum += best * (ranking::k1 + 1);
  }
  return sum;
}

std::vector<Explanation> PostingExecutor::explain(
    const QueryPlan& plan, const std::vector<std::uint32_t>& documents) const {
  std::vector<Explanation> explanations(documents.size(), Explanation{"score", 0, {}});
  std::vector<WordGroup> groups = required_of(plan);
  for (WordGroup& group : bonuses_of(plan)) groups.push_back(std::move(group));
  GroupScorer scorer(*generation_, statistics_, Weigh::scores);
  for (const WordGroup& group : groups) {
    scorer.add({&group, 1});
    const std::vector<float> scores = scorer.take_scores();
    for (std::size_t i = 0; i < documents.size(); ++i) {
      const auto value = static_cast<double>(scores[documents[i]]);
      if (value == 0) continue;
      explanations[i].parts.push_back({group.text, value, {}});
      explanations[i].value += value;
    }
  }
  return explanations;
}

}  // namespace guidepost
