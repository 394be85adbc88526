#include "core/search/searcher.h"

#include "core/index/generation.h"
#include "core/recommend/recommender.h"
#include "core/search/common_words.h"
#include "core/search/filter_value.h"
#include "core/search/finder.h"
#include "core/search/hit_builder.h"
#include "core/search/interpreter.h"
#include "core/search/nearest.h"
#include "core/search/posting_executor.h"
#include "core/search/ranking.h"
#include "core/search/similar.h"
#include "core/text/analyzer.h"
#include "core/text/edit_distance.h"
#include "core/text/utf8.h"

#include <algorithm>
#include <cmath>

namespace guidepost {

struct Searcher::Parts {
  const Generation& generation;
  const BrowsingOrder& browsing;
  const Recommender& recommender;
  PostingExecutor executor;
  Analyzer analyzer;

  Result<void> add_hits(const Found& found, const Reranker::Ranked* ranked,
                        const SearchRequest& request, SearchAnswer& answer) const;
  std::vector<RelatedSkill> related(const Found& found, const Interpretation& reading) const;
  Result<StoredDocument> document(std::string_view id, DocumentType type,
                                  std::string_view noun) const;
};

namespace {

/// Filters of the request join those written in the query: alternatives within a field.
void add_filters(const std::vector<Filter>& filters, QueryPlan& plan) {
  for (const Filter& filter : filters) add_value(plan.filters, filter.field, filter.value);
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

Searcher::Searcher(Searcher&&) noexcept = default;
Searcher& Searcher::operator=(Searcher&&) noexcept = default;
Searcher::~Searcher() = default;

Searcher::Searcher(const Generation& generation, const BrowsingOrder& browsing,
                   const Recommender& recommender)
    : parts_(new Parts{generation, browsing, recommender, PostingExecutor(generation),
                       Analyzer(generation.lexicon)}) {}

Result<void> Searcher::Parts::add_hits(const Found& found, const Reranker::Ranked* ranked,
                                       const SearchRequest& request, SearchAnswer& answer) const {
  std::set<std::string> marked = marked_terms(found.plan);
  if (ranked != nullptr) add_stand_ins(ranked->words, marked);
  const std::size_t end = std::min(request.offset + request.limit, found.best.size());
  std::vector<std::uint32_t> shown;
  DocumentReader reader;
  for (std::size_t i = request.offset; i < end; ++i) {
    const Match& match = found.best[i];
    Hit hit;
    if (request.detail == Detail::full) {
      const auto stored = generation.document(match.document, reader);
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
  std::vector<Explanation> explanations = executor.explain(found.scored, shown);
  for (std::size_t i = 0; i < shown.size(); ++i) {
    answer.hits[i].explanation = std::move(explanations[i]);
  }
  return {};
}

std::vector<RelatedSkill> Searcher::Parts::related(const Found& found,
                                                   const Interpretation& reading) const {
  const FacetColumns& columns = generation.facets;
  const auto guide = columns.find(FacetField::type, name_of(DocumentType::guide));
  const auto skill = columns.find(FacetField::type, name_of(DocumentType::skill));
  std::vector<HitSkills> hits;
  for (std::size_t i = 0; i < found.best.size() && i < ranking::related_hits; ++i) {
    const std::uint32_t document = found.best[i].document;
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
  answer.interpretation = reading.interpretation;
  answer.did_you_mean = std::move(reading.did_you_mean);
  add_filters(request.filters, reading.plan);

  leave_out_common(reading.plan.required, parts_->executor, ranking::most_postings,
                   answer.interpretation);
  const Similar similar =
      similar_to(reading, request, parts_->generation, parts_->executor, parts_->analyzer);
  Found found = Finder(parts_->generation, parts_->executor, parts_->browsing, request, similar)
                    .find(std::move(reading.plan));
  answer.match = found.match;
  answer.total = found.counts.total;
  answer.is_exact = found.is_exact;
  answer.facets = std::move(found.counts.facets);
  answer.interpretation.steps = std::move(found.steps);
  const bool is_nothing =
      answer.match == MatchQuality::nearest || answer.match == MatchQuality::none;
  if (is_nothing && !reading.wanted.empty() && request.detail == Detail::full) {
    answer.nearest =
        nearest_to(reading.wanted, best_partial(similar), parts_->generation, parts_->analyzer);
  }
  // What is shown although nothing matched was not ranked.
  const bool is_ranked = similar.ranked && !is_nothing;
  auto added = parts_->add_hits(found, is_ranked ? &*similar.ranked : nullptr, request, answer);
  if (!added) return failure(added.error());
  if (request.detail == Detail::ids) return answer;
  if (answer.match == MatchQuality::all || answer.match == MatchQuality::partial) {
    answer.related_skills = parts_->related(found, answer.interpretation);
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
  DocumentReader reader;
  for (Passage& passage : guide->passages) {
    const std::uint32_t number = parts_->generation.number_of(passage.id);
    const auto own = parts_->generation.document(number, reader);
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
