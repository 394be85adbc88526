#include "core/search/searcher.h"

#include "core/index/generation.h"
#include "core/index/schema.h"
#include "core/recommend/recommender.h"
#include "core/search/facets.h"
#include "core/search/hit_builder.h"
#include "core/search/interpreter.h"
#include "core/search/nearest.h"
#include "core/search/query_variants.h"
#include "core/search/ranked_documents.h"
#include "core/search/ranking.h"
#include "core/search/relaxation.h"
#include "core/search/reranker.h"
#include "core/search/xapian_executor.h"
#include "core/text/analyzer.h"
#include "core/text/edit_distance.h"
#include "core/text/name_words.h"
#include "core/text/utf8.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <unordered_set>

namespace guidepost {

struct Searcher::Parts {
  const Generation& generation;
  const Recommender& recommender;
  XapianExecutor executor;
  Analyzer analyzer;

  /// What a plan found, counted.
  struct Found {
    QueryPlan plan;
    Matches matches;           // what is nearly called so among them
    std::size_t together = 0;  // documents that the plan itself matches, whatever the filters
    FacetResult counts;
  };

  /// What the query's words rank, and which documents are shown beside those that a plan matches.
  struct Similar {
    std::optional<Reranker::Ranked> ranked;
    std::vector<std::uint32_t> shown;
  };

  Result<Found> find(QueryPlan plan, const SearchRequest& request, const Similar& similar) const;
  Result<Found> find_best(QueryPlan plan, const SearchRequest& request, const Similar& similar,
                          SearchAnswer& answer) const;
  Result<Found> find_nearest(Found nothing, const SearchRequest& request,
                             SearchAnswer& answer) const;
  std::size_t frequency(const WordGroup& group) const;
  Result<void> add_hits(const Found& found, const Reranker::Ranked* ranked,
                        const SearchRequest& request, SearchAnswer& answer) const;
  Result<Similar> similar_to(const Reading& reading, const Interpretation& interpretation,
                             const SearchRequest& request) const;
  void rank(const Reranker::Ranked& ranked, const std::vector<std::uint32_t>& shown,
            std::size_t most, Group group, const QueryPlan& plan, Matches& matches) const;
  std::vector<RelatedSkill> related(const Found& found, const Interpretation& reading) const;
  Result<StoredDocument> document(std::string_view id, DocumentType type,
                                  std::string_view noun) const;
};

namespace {

/// Filters of the request join those written in the query: alternatives within a field.
void add_filters(const std::vector<Filter>& filters, QueryPlan& plan) {
  for (const Filter& filter : filters) {
    const auto same =
        std::find_if(plan.filters.begin(), plan.filters.end(),
                     [&](const PlanFilter& known) { return known.field == filter.field; });
    if (same == plan.filters.end()) {
      plan.filters.push_back({filter.field, {filter.value}});
    } else {
      same->values.push_back(filter.value);
    }
  }
}

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

/// Words that say what is wanted of a role, not which: "nurse interview questions".
bool asks_for_advice(std::string_view folded_word) {
  constexpr std::array<std::string_view, 12> words{"advice",   "example",   "examples", "guide",
                                                   "job",      "jobs",      "prep",     "profile",
                                                   "question", "questions", "tip",      "tips"};
  return std::find(words.begin(), words.end(), folded_word) != words.end();
}

/// Candidates that have some of the words, the best first.
std::vector<std::uint32_t> best_partial(const std::optional<Reranker::Ranked>& ranked) {
  std::vector<std::pair<double, std::uint32_t>> best;
  if (ranked) {
    constexpr auto everywhere = static_cast<std::size_t>(ranking::Feature::everywhere);
    for (const RankedCandidate& candidate : ranked->candidates) {
      if (candidate.features[everywhere] == 0) continue;
      best.emplace_back(-candidate.similarity(), candidate.document);
    }
  }
  std::sort(best.begin(), best.end());
  std::vector<std::uint32_t> documents;
  documents.reserve(best.size());
  for (const auto& [score, document] : best) documents.push_back(document);
  return documents;
}

/// Words that were found instead of those typed are marked too, where they were trusted at all.
void add_stand_ins(const std::vector<QueryWord>& words, std::set<std::string>& marked) {
  constexpr double least_trust = 0.5;
  for (const QueryWord& word : words) {
    for (const StandIn& way : word.ways) {
      if (way.trust >= least_trust) marked.insert(way.term);
    }
  }
}

/// The sum that ranked the hit. Without a candidate it is the text's share alone.
void explain_hit(const NameIndex& titles, const RankedCandidate* candidate, Hit& hit) {
  Explanation explanation{"score", hit.score, {}};
  if (candidate == nullptr) {
    explanation.parts.push_back({"text and language", hit.score, {}});
    hit.explanation = std::move(explanation);
    return;
  }
  hit.features.assign(candidate->features.begin(), candidate->features.end());
  for (std::size_t i = 0; i < candidate->features.size(); ++i) {
    if (candidate->features[i] == 0) continue;
    std::string name(name_of(static_cast<ranking::Feature>(i)));
    if (static_cast<ranking::Feature>(i) == ranking::Feature::name &&
        candidate->best_name != NameIndex::none) {
      name += ": " + std::string(titles.text_of(candidate->best_name));
    }
    explanation.parts.push_back(
        {std::move(name), ranking::weights[i] * candidate->features[i], {}});
  }
  hit.explanation = std::move(explanation);
}

}  // namespace

Searcher::Searcher(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Searcher::Searcher(Searcher&&) noexcept = default;
Searcher& Searcher::operator=(Searcher&&) noexcept = default;
Searcher::~Searcher() = default;

Result<Searcher> Searcher::open(const Generation& generation, const Recommender& recommender) {
  auto executor = XapianExecutor::open(generation);
  if (!executor) return failure(executor.error());
  return Searcher(std::unique_ptr<Parts>(
      new Parts{generation, recommender, std::move(*executor), Analyzer(generation.lexicon)}));
}

std::size_t Searcher::Parts::frequency(const WordGroup& group) const {
  std::size_t most = 0;
  for (const Alternative& alternative : group.alternatives) {
    std::size_t least = executor.document_count();
    for (const std::string& term : alternative.terms) {
      least = std::min(least, executor.frequency(term));
    }
    most = std::max(most, least);
  }
  return most;
}

Result<Searcher::Parts::Found> Searcher::Parts::find(QueryPlan plan, const SearchRequest& request,
                                                     const Similar& similar) const {
  const std::size_t most = std::max(request.offset + request.limit, ranking::related_hits);
  auto matches = executor.run(plan, most, request.sort, request.group);
  if (!matches) return failure(matches.error());
  const std::size_t together = matches->documents.size();
  if (similar.ranked) rank(*similar.ranked, similar.shown, most, request.group, plan, *matches);
  FacetResult counts = count_facets(generation.facets, matches->documents, plan.filters,
                                    request.facets, request.group);
  return Found{std::move(plan), std::move(*matches), together, std::move(counts)};
}

Result<Searcher::Parts::Found> Searcher::Parts::find_best(QueryPlan plan,
                                                          const SearchRequest& request,
                                                          const Similar& similar,
                                                          SearchAnswer& answer) const {
  std::vector<RelaxationStep>& steps = answer.interpretation.steps;
  const QueryPlan original = plan;
  auto found = find(std::move(plan), request, similar);
  if (!found) return found;
  if (original.required.empty()) {
    answer.match = found->counts.total > 0 ? MatchQuality::everything : MatchQuality::none;
    return found;
  }
  answer.match = MatchQuality::all;
  steps.push_back(step_of(found->plan, original, found->counts.total));
  // Enough is decided without the filters: otherwise a facet that counts one document would lead to a page with more.
  const auto is_enough = [](const Found& some) {
    return some.together >= ranking::enough_hits && some.counts.total > 0;
  };
  if (is_enough(*found)) return found;

  Relaxation relaxation(original, executor.document_count(),
                        [&](const WordGroup& group) { return frequency(group); });
  while (!is_enough(*found)) {
    auto looser = relaxation.next();
    if (!looser) break;
    auto wider = find(std::move(*looser), request, similar);
    if (!wider) return wider;
    steps.push_back(step_of(wider->plan, original, wider->counts.total));
    if (wider->together <= found->together) continue;
    relaxation.keep();
    found = std::move(wider);
    answer.match = MatchQuality::partial;
  }
  if (found->together == 0) answer.match = MatchQuality::partial;  // only what is nearly called so
  if (found->counts.total > 0) return found;
  return find_nearest(std::move(*found), request, answer);
}

Result<Searcher::Parts::Found> Searcher::Parts::find_nearest(Found nothing,
                                                             const SearchRequest& request,
                                                             SearchAnswer& answer) const {
  // Within the filters, guides before anything else: they are the site's own answer to "what is there?".
  QueryPlan plan;
  plan.filters = nothing.plan.filters;
  plan.excluded = nothing.plan.excluded;
  plan.excluded_filters = nothing.plan.excluded_filters;
  const bool chose_type = std::any_of(plan.filters.begin(), plan.filters.end(),
                                      [](const auto& f) { return f.field == FacetField::type; });
  std::optional<Found> nearest;
  if (!chose_type) {
    QueryPlan guides = plan;
    guides.filters.push_back({FacetField::type, {std::string(name_of(DocumentType::guide))}});
    auto found = find(std::move(guides), request, {});
    if (!found) return found;
    if (found->counts.total > 0) nearest = std::move(*found);
  }
  if (!nearest) {
    auto found = find(std::move(plan), request, {});
    if (!found) return found;
    nearest = std::move(*found);
  }
  answer.match = nearest->counts.total > 0 ? MatchQuality::nearest : MatchQuality::none;
  // The words do match outside the filters: their counts say which filter to loosen.
  if (!nothing.matches.documents.empty()) nearest->counts.facets = std::move(nothing.counts.facets);
  return std::move(*nearest);
}

Result<Searcher::Parts::Similar> Searcher::Parts::similar_to(const Reading& reading,
                                                             const Interpretation& interpretation,
                                                             const SearchRequest& request) const {
  Similar similar;
  if (request.sort != Sort::relevance || reading.wanted.empty()) return similar;
  RankedQuery query;
  query.variants =
      query_variants(reading.wanted, request.typing, generation, analyzer,
                     [this](const std::string& term) { return executor.frequency(term); });
  query.subject = query.variants.front();
  std::erase_if(query.subject, [&](const QueryWord& word) {
    return reading.asking.contains(word.folded) || section_kind_of_word(word.folded) ||
           is_stop_word(word.folded) || asks_for_advice(word.folded);
  });
  query.section = interpretation.section;
  for (const ReadName& name : interpretation.skills) query.skills.push_back(name.id);
  query.may_mean_role = !interpretation.roles.empty() || interpretation.skills.empty();
  query.names = interpretation.skills.size() + interpretation.roles.size();
  auto ranked = Reranker(generation, executor).rank(std::move(query));
  if (!ranked) return failure(ranked.error());
  similar.ranked = std::move(*ranked);
  if (!similar.ranked || reading.is_strict) return similar;
  double best = 0;
  for (const RankedCandidate& candidate : similar.ranked->candidates) {
    best = std::max(best, candidate.similarity());
  }
  const double least = std::min(ranking::least_score, ranking::least_share_of_best * best);
  for (const RankedCandidate& candidate : similar.ranked->candidates) {
    if (similar.ranked->is_prose || candidate.similarity() >= least) {
      similar.shown.push_back(candidate.document);
    }
  }
  return similar;
}

void Searcher::Parts::rank(const Reranker::Ranked& ranked, const std::vector<std::uint32_t>& shown,
                           std::size_t most, Group group, const QueryPlan& plan,
                           Matches& matches) const {
  std::vector<Match> all;
  all.reserve(matches.documents.size() + shown.size());
  for (std::size_t i = 0; i < matches.documents.size(); ++i) {
    const std::uint32_t document = matches.documents[i];
    const RankedCandidate* candidate = ranked.find(document);
    all.push_back({document, candidate != nullptr
                                 ? candidate->score()
                                 : ranked.text_score(generation, document, matches.scores[i])});
  }
  const std::unordered_set<std::uint32_t> matched(matches.documents.begin(),
                                                  matches.documents.end());
  const bool is_enough =
      matches.documents.size() >= ranking::many_hits && ranked.words.size() <= ranking::short_query;
  for (const std::uint32_t document : shown) {
    if (matched.contains(document)) continue;
    const RankedCandidate& candidate = *ranked.find(document);
    constexpr auto name = static_cast<std::size_t>(ranking::Feature::name);
    if (is_enough && candidate.features[name] < ranking::least_name_beside) continue;
    all.push_back({document, candidate.score()});
    matches.documents.push_back(document);
  }
  matches.best = best_of(generation, all, plan.filters, most, Ranking::by_score, group);
}

Result<void> Searcher::Parts::add_hits(const Found& found, const Reranker::Ranked* ranked,
                                       const SearchRequest& request, SearchAnswer& answer) const {
  std::set<std::string> marked = marked_terms(found.plan);
  if (ranked != nullptr) add_stand_ins(ranked->words, marked);
  const std::size_t end = std::min(request.offset + request.limit, found.matches.best.size());
  std::vector<std::uint32_t> shown;
  for (std::size_t i = request.offset; i < end; ++i) {
    const Match& match = found.matches.best[i];
    Hit hit;
    if (request.detail == Detail::full) {
      const auto stored = generation.document(match.document);
      if (!stored) return failure(stored.error());
      hit = hit_of(*stored, marked, generation, analyzer);
    } else {
      hit.id = generation.id_of(match.document);
    }
    hit.score = match.score;
    shown.push_back(match.document);
    answer.hits.push_back(std::move(hit));
  }
  if (request.explain == Explain::no || shown.empty()) return {};
  if (ranked != nullptr) {
    for (std::size_t i = 0; i < shown.size(); ++i) {
      explain_hit(generation.titles, ranked->find(shown[i]), answer.hits[i]);
    }
    return {};
  }
  auto explanations = executor.explain(found.plan, shown);
  if (!explanations) return failure(explanations.error());
  for (std::size_t i = 0; i < shown.size(); ++i) {
    answer.hits[i].explanation = std::move((*explanations)[i]);
  }
  return {};
}

std::vector<RelatedSkill> Searcher::Parts::related(const Found& found,
                                                   const Interpretation& reading) const {
  const FacetColumns& columns = generation.facets;
  const auto guide = columns.find(FacetField::type, name_of(DocumentType::guide));
  const auto skill = columns.find(FacetField::type, name_of(DocumentType::skill));
  std::vector<HitSkills> hits;
  for (std::size_t i = 0; i < found.matches.best.size() && i < ranking::related_hits; ++i) {
    const std::uint32_t document = found.matches.best[i].document;
    const auto types = columns.ordinals(FacetField::type, document);
    // A guide declares twenty skills and a skill is itself: only what is written about counts.
    if (types.empty() || types[0] == guide || types[0] == skill) continue;
    HitSkills hit;
    hit.weight = 1 / std::log2(static_cast<double>(hits.size()) + 2);
    const auto roles = columns.ordinals(FacetField::role, document);
    if (!roles.empty()) hit.guide = columns.value(FacetField::role, roles[0]);
    for (const std::uint32_t ordinal : columns.ordinals(FacetField::skill, document)) {
      hit.skills.push_back(columns.value(FacetField::skill, ordinal));
    }
    hits.push_back(std::move(hit));
  }
  std::vector<std::string> named;
  for (const ReadName& name : reading.skills) named.push_back(name.id);
  return recommender.related_to_hits(hits, named, ranking::related_limit);
}

Result<SearchAnswer> Searcher::search(const SearchRequest& asked) const {
  SearchRequest request = asked;
  request.limit = std::min(request.limit, SearchRequest::max_limit);
  request.offset = std::min(request.offset, SearchRequest::max_offset);

  SearchAnswer answer;
  answer.query = clean_utf8(request.text, SearchRequest::max_text_bytes);
  answer.offset = request.offset;
  answer.limit = request.limit;
  answer.generation = parts_->generation.manifest.generation;
  const Interpreter interpreter(
      parts_->generation, parts_->analyzer,
      [this](const std::string& term) { return parts_->executor.frequency(term); });
  Reading reading = interpreter.read(answer.query, request.typing);
  answer.interpretation = std::move(reading.interpretation);
  answer.did_you_mean = std::move(reading.did_you_mean);
  add_filters(request.filters, reading.plan);

  const auto similar = parts_->similar_to(reading, answer.interpretation, request);
  if (!similar) return failure(similar.error());
  auto found = parts_->find_best(std::move(reading.plan), request, *similar, answer);
  if (!found) return failure(found.error());
  answer.total = found->counts.total;
  answer.facets = std::move(found->counts.facets);
  const bool is_nothing =
      answer.match == MatchQuality::nearest || answer.match == MatchQuality::none;
  if (is_nothing && !reading.wanted.empty() && request.detail == Detail::full) {
    answer.nearest = nearest_to(reading.wanted, best_partial(similar->ranked), parts_->generation,
                                parts_->analyzer);
  }
  // What is shown although nothing matched was not ranked.
  const bool is_ranked = similar->ranked && answer.match != MatchQuality::nearest &&
                         answer.match != MatchQuality::none;
  auto added = parts_->add_hits(*found, is_ranked ? &*similar->ranked : nullptr, request, answer);
  if (!added) return failure(added.error());
  if (request.detail == Detail::ids) return answer;
  if (answer.match == MatchQuality::all || answer.match == MatchQuality::partial) {
    answer.related_skills = parts_->related(*found, answer.interpretation);
  }
  return answer;
}

Result<StoredDocument> Searcher::Parts::document(std::string_view id, DocumentType type,
                                                 std::string_view noun) const {
  if (const std::uint32_t number = generation.number_of(id); number != 0) {
    auto stored = generation.document(number);
    if (!stored || stored->type == type) return stored;
  }
  std::vector<std::string_view> ids;
  for (const RoleName& role : generation.names.roles) ids.push_back(role.id);
  const std::string near =
      type == DocumentType::guide ? nearest(id, std::span<const std::string_view>(ids)) : "";
  return failure(ErrorCode::not_found,
                 "there is no " + std::string(noun) + " \"" + clean_utf8(id, 100) + "\"",
                 near.empty() ? "search for it with /v1/search" : "did you mean \"" + near + "\"?");
}

Result<Guide> Searcher::guide(std::string_view id) const {
  const auto stored = parts_->document(id, DocumentType::guide, "guide");
  if (!stored) return failure(stored.error());
  auto guide = decode_guide(stored->detail);
  if (!guide) return guide;
  for (Passage& passage : guide->passages) {
    const std::uint32_t number = parts_->generation.number_of(passage.id);
    const auto own = parts_->generation.document(number);
    if (!own) return failure(own.error());
    passage = passage_of(*own);
  }
  return guide;
}

Result<Tip> Searcher::tip(std::string_view id) const {
  const auto stored = parts_->document(id, DocumentType::tip, "tip");
  if (!stored) return failure(stored.error());
  return tip_of(*stored);
}

}  // namespace guidepost
