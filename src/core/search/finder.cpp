#include "core/search/finder.h"

#include "core/index/stored_document.h"
#include "core/search/ranking.h"
#include "core/search/relaxation.h"

#include <algorithm>
#include <string>
#include <utility>

namespace guidepost {
namespace {

RelaxationStep step_of(const QueryPlan& plan, const QueryPlan& original, std::size_t total) {
  RelaxationStep step;
  step.total = total;
  for (const WordGroup& group : original.required) {
    const bool is_required =
        std::any_of(plan.required.begin(), plan.required.end(),
                    [&](const WordGroup& kept) { return kept.text == group.text; });
    (is_required ? step.required : step.dropped).push_back(group.text);
  }
  return step;
}

/// What is shown first of what is nearest is not what somebody chose. The counts stay: they are what choosing another value shows.
void choose_no_type(FacetResult& counts) {
  for (FacetCounts& facet : counts.facets) {
    if (facet.field != FacetField::type) continue;
    for (FacetValue& value : facet.values) value.selected = false;
  }
}

Ranking ranking_of(const QueryPlan& plan, Sort sort) {
  switch (sort) {
    case Sort::relevance:
      return plan.required.empty() ? Ranking::for_browsing : Ranking::by_score;
    case Sort::title:
      return Ranking::by_title;
    case Sort::title_descending:
      return Ranking::by_title_backward;
  }
  return Ranking::by_score;
}

}  // namespace

Found Finder::find(QueryPlan plan) const {
  QueryPlan asked = plan;
  const Admission admission = executor_.admission(plan);
  if (plan.required.empty()) {
    Found found = everything(std::move(plan), admission);
    found.match = found.counts.total > 0 ? MatchQuality::everything : MatchQuality::none;
    return found;
  }
  // Where names rank, the plan's bonuses rank nothing.
  const Words words = words_of(plan, admission, similar_.ranked ? Bonus::skip : Bonus::count);
  Found found;
  finish(relax(tally(std::move(plan), words), words, found), words, found);
  found.scored = std::move(asked);
  if (found.matched == 0) found.match = MatchQuality::partial;  // only what is nearly called so
  return found.counts.total > 0 ? found : nearest(std::move(found), admission);
}

Finder::Words Finder::words_of(const QueryPlan& plan, const Admission& admission,
                               Bonus bonus) const {
  Words words{executor_.evaluate(plan, admission, bonus), {}};
  if (plan.filters.empty()) return words;
  const FilterTest test(generation_.facets, plan.filters);
  words.within = words.evaluation.said;
  test.remove_failing(words.within);
  return words;
}

Finder::Tally Finder::tally(QueryPlan plan, const Words& words) const {
  Tally tally;
  tally.bits = words.evaluation.bits_of(plan);
  tally.matched = words.evaluation.count(tally.bits);
  tally.total = words.within.empty() ? tally.matched : count_of(words.within, tally.bits);
  if (similar_.ranked) {
    tally.beside = shown_beside(tally.bits, tally.matched, words.evaluation.said);
  }
  const FilterTest test(generation_.facets, plan.filters);
  tally.total += static_cast<std::size_t>(
      std::count_if(tally.beside.begin(), tally.beside.end(),
                    [&](std::uint32_t document) { return test.passes(document); }));
  tally.plan = std::move(plan);
  return tally;
}

/// What is called nearly as the query says, beside what holds its words.
std::vector<std::uint32_t> Finder::shown_beside(std::uint32_t bits, std::size_t matched,
                                                const std::vector<std::uint32_t>& said) const {
  const Reranker::Ranked& ranked = *similar_.ranked;
  const bool has_enough =
      matched >= ranking::many_hits && ranked.words.size() <= ranking::short_query;
  std::vector<std::uint32_t> beside;
  for (const std::uint32_t document : similar_.shown) {
    if (says(said[document], bits)) continue;
    constexpr auto name = static_cast<std::size_t>(ranking::Feature::name);
    const bool is_wanted =
        !has_enough || ranked.find(document)->features[name] >= ranking::least_name_beside;
    if (is_wanted) beside.push_back(document);
  }
  return beside;
}

/// Enough is decided without the filters: otherwise a facet that counts one document would lead to a page with more. Only where nothing passes
/// them, which no count leads to, words are given up for what does: "regeneration manager" among roles is a manager, though no role regenerates.
Finder::Tally Finder::relax(const Tally& asked, const Words& words, Found& found) const {
  const RelaxationStep first = step_of(asked.plan, asked.plan, asked.total);
  found.steps = {first};
  Tally tally = loosen(asked, words, found, &Tally::matched, ranking::enough_hits);
  if (tally.total > 0) return tally;
  std::vector<RelaxationStep> steps = std::exchange(found.steps, {first});
  Tally within = loosen(asked, words, found, &Tally::total, 1);
  if (within.total > 0) return within;
  found.steps = std::move(steps);
  return tally;
}

/// Gives up what is worth least until there are `enough`; a step that gives no more is not taken.
Finder::Tally Finder::loosen(Tally tally, const Words& words, Found& found,
                             std::size_t Tally::*count, std::size_t enough) const {
  if (tally.*count >= enough) return tally;
  const QueryPlan original = tally.plan;
  Relaxation relaxation(original, executor_.document_count(),
                        [&](const WordGroup& group) { return frequency(group); });
  while (tally.*count < enough) {
    auto looser = relaxation.next();
    if (!looser) break;
    Tally wider = this->tally(std::move(*looser), words);
    found.steps.push_back(step_of(wider.plan, original, wider.total));
    if (wider.*count <= tally.*count) continue;
    relaxation.keep();
    tally = std::move(wider);
    found.match = MatchQuality::partial;
  }
  return tally;
}

void Finder::finish(Tally tally, const Words& words, Found& found) const {
  const Evaluation& evaluation = words.evaluation;
  std::vector<std::uint32_t> documents = evaluation.documents_with(tally.bits);
  documents.insert(documents.end(), tally.beside.begin(), tally.beside.end());
  found.matched = tally.matched;
  found.documents = documents.size();
  found.is_exact = evaluation.is_exact;
  found.best = order(tally, words, documents);
  found.counts = count_facets(generation_.facets, documents, tally.plan.filters, request_.facets,
                              request_.group);
  found.plan = std::move(tally.plan);
}

/// Guides before anything else: they are the site's own answer to "what is there?".
Found Finder::nearest(Found nothing, const Admission& admission) const {
  QueryPlan plan;
  plan.filters = nothing.plan.filters;
  plan.excluded = nothing.plan.excluded;
  plan.excluded_filters = nothing.plan.excluded_filters;
  const bool chose_type = std::any_of(plan.filters.begin(), plan.filters.end(),
                                      [](const auto& f) { return f.field == FacetField::type; });
  Found found;
  const std::string guide(name_of(DocumentType::guide));
  if (!chose_type && generation_.facets.find(FacetField::type, guide)) {
    QueryPlan guides = plan;
    guides.filters.push_back({FacetField::type, {guide}});
    found = everything(std::move(guides), admission);
    choose_no_type(found.counts);
  }
  if (found.counts.total == 0) found = everything(std::move(plan), admission);
  found.match = found.counts.total > 0 ? MatchQuality::nearest : MatchQuality::none;
  // The words do match outside the filters: their counts say which filter to loosen.
  if (nothing.documents > 0) found.counts.facets = std::move(nothing.counts.facets);
  found.steps = std::move(nothing.steps);
  return found;
}

Found Finder::everything(QueryPlan plan, const Admission& admission) const {
  const Similar nothing;
  const Finder unranked(generation_, executor_, browsing_, request_, nothing);
  const Words words{executor_.evaluate(plan, admission, Bonus::count), {}};
  Found found;
  unranked.finish(unranked.tally(std::move(plan), words), words, found);
  found.scored = found.plan;
  return found;
}

/// Of the documents that come first for somebody who asks for nothing those that match.
std::vector<Match> Finder::browse(const Tally& tally, const Words& words, std::size_t most) const {
  BestMatches best(generation_, tally.plan.filters, most, Ranking::for_browsing, request_.group);
  for (const std::uint32_t document : browsing_.first()) {
    if (!says(words.evaluation.said[document], tally.bits)) continue;
    best.add({document, static_cast<double>(words.evaluation.scores[document])});
  }
  return std::move(best).finish();
}

std::vector<Match> Finder::order(const Tally& tally, const Words& words,
                                 const std::vector<std::uint32_t>& documents) const {
  const std::size_t most = std::max(request_.offset + request_.limit, ranking::related_hits);
  const Ranking ranking = ranking_of(tally.plan, request_.sort);
  const std::vector<float>& scores = words.evaluation.scores;
  if (ranking == Ranking::for_browsing) {
    std::vector<Match> first = browse(tally, words, most);
    if (first.size() == most || browsing_.is_whole()) return first;
  }
  BestMatches best(generation_, tally.plan.filters, most, ranking, request_.group);
  if (!similar_.ranked) {
    for (const std::uint32_t document : documents) {
      best.add({document, static_cast<double>(scores[document])});
    }
    return std::move(best).finish();
  }
  const Reranker::Ranked& ranked = *similar_.ranked;
  auto candidate = ranked.candidates.begin();
  for (std::size_t i = 0; i < tally.matched; ++i) {
    const std::uint32_t document = documents[i];
    while (candidate != ranked.candidates.end() && candidate->document < document) ++candidate;
    const bool is_candidate =
        candidate != ranked.candidates.end() && candidate->document == document;
    const auto bm25 = static_cast<double>(scores[document]);
    best.add({document,
              is_candidate ? candidate->score() : ranked.text_score(generation_, document, bm25)});
  }
  for (const std::uint32_t document : tally.beside) {
    best.add({document, ranked.find(document)->score()});
  }
  return std::move(best).finish();
}

std::size_t Finder::frequency(const WordGroup& group) const {
  std::size_t most = 0;
  for (const Alternative& alternative : group.alternatives) {
    std::size_t least = executor_.document_count();
    for (const std::string& term : alternative.terms) {
      least = std::min(least, executor_.frequency(term));
    }
    most = std::max(most, least);
  }
  return most;
}

}  // namespace guidepost
