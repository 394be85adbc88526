#include "core/search/reranker.h"

#include "core/index/stored_document.h"
#include "core/search/candidates.h"
#include "core/search/name_features.h"
#include "core/search/prose.h"

#include <algorithm>
#include <array>
#include <utility>

namespace guidepost {
namespace {

using ranking::Feature;

/// The value that most documents have; none without values.
std::uint32_t most_frequent(const FacetColumns& facets, FacetField field) {
  std::uint32_t best = NameIndex::none;
  for (std::uint32_t value = 0; value < facets.value_count(field); ++value) {
    if (best == NameIndex::none ||
        facets.documents_with(field, value) > facets.documents_with(field, best)) {
      best = value;
    }
  }
  return best;
}

/// The direction in which the words go together; none where fewer than two are known: one alone says too little of what is meant.
std::optional<LatentQuery> latent_of(const std::vector<QueryWord>& words,
                                     const LatentIndex& latent) {
  LatentVector sum{};
  std::size_t known = 0;
  for (const QueryWord& word : words) {
    for (const StandIn& way : word.ways) {
      const auto term = latent.term_named(way.term);
      if (!term) continue;
      latent.directions().add_to(sum, *term, static_cast<float>(way.trust));
      ++known;
      break;
    }
  }
  constexpr std::size_t least_known = 2;
  if (known < least_known) return std::nullopt;
  normalise(sum);
  return LatentQuery(sum);
}

bool speaks(const Generation& generation, std::uint32_t document, std::uint32_t language) {
  return language != NameIndex::none &&
         generation.facets.first_ordinal(FacetField::language, document) == language;
}

}  // namespace

const RankedCandidate* Reranker::Ranked::find(std::uint32_t document) const {
  const auto found = std::lower_bound(
      candidates.begin(), candidates.end(), document,
      [](const RankedCandidate& candidate, std::uint32_t d) { return candidate.document < d; });
  return found == candidates.end() || found->document != document ? nullptr : &*found;
}

double Reranker::Ranked::text_score(const Generation& generation, std::uint32_t document,
                                    double bm25) const {
  if (document < text_scores.size() && text_scores[document] > 0) {
    bm25 = static_cast<double>(text_scores[document]);
  }
  const double share = most_text > 0 ? std::min(1.0, bm25 / most_text) : 0;
  const double language = speaks(generation, document, main_language) ? 1 : 0;
  return ranking::weights[static_cast<std::size_t>(Feature::text)] * share +
         ranking::weights[static_cast<std::size_t>(Feature::language)] * language;
}

/// One query's features.
class Reranker::Work {
 public:
  Work(const Generation& generation, const PostingExecutor& executor, const RankedQuery& query)
      : generation_(generation),
        executor_(executor),
        titles_(generation.titles),
        words_(query.variants.front()),
        subject_(titles_, query.subject),
        asked_(generation, query.asked),
        names_(query.names),
        may_mean_role_(query.may_mean_role),
        is_sentence_(query.is_sentence) {
    for (const auto& words : query.variants) scorers_.emplace_back(titles_, words);
    const FacetColumns& facets = generation.facets;
    for (const std::string& skill : query.skills) {
      if (const auto ordinal = facets.find(FacetField::skill, skill)) skills_.push_back(*ordinal);
    }
    for (const auto& [field, value] : query.traits) {
      if (const auto ordinal = facets.find(field, value)) traits_.emplace_back(field, *ordinal);
    }
    main_language_ = most_frequent(facets, FacetField::language);
    passage_type_ = facets.find(FacetField::type, name_of(DocumentType::passage));
    if (!query.asked.section && !query.asked.pay) latent_ = latent_of(words_, generation.latent);
  }

  Ranked run() {
    chosen_ =
        candidates_of(words_, scorers_, latent_ ? &*latent_ : nullptr, generation_, executor_);
    Ranked ranked;
    ranked.main_language = main_language_;
    ranked.most_text = executor_.most_score(text_groups(words_));
    const NameFeatures names(titles_, words_, scorers_, chosen_);
    ranked.candidates.reserve(chosen_.documents.size());
    for (const std::uint32_t document : chosen_.documents) {
      ranked.candidates.push_back(features_of(document, names, ranked.most_text));
    }
    add_latent(ranked.candidates);
    ranked.is_prose = is_prose(words_.size(), is_sentence_, ranked.candidates);
    if (ranked.is_prose) read_as_prose(ranked);
    ranked.text_scores = std::move(chosen_.text_scores);
    std::sort(ranked.candidates.begin(), ranked.candidates.end(),
              [](const auto& a, const auto& b) { return a.document < b.document; });
    return ranked;
  }

 private:
  std::size_t type_of(std::uint32_t document) const {
    const auto types = generation_.facets.ordinals(FacetField::type, document);
    return types.empty() ? 0 : types[0];
  }

  RankedCandidate features_of(std::uint32_t document, const NameFeatures& names, double most_text) {
    RankedCandidate candidate;
    candidate.document = document;
    Features& features = candidate.features;
    at(features, Feature::text) = text_share(document, most_text);
    names.add(document, candidate);
    add_shares(document, features);
    if (speaks(generation_, document, main_language_)) at(features, Feature::language) = 1;
    at(features, Feature::level) = share_of_traits(document);
    if (passage_type_ && type_of(document) == *passage_type_) {
      at(features, Feature::role) = role_similarity(document);
    }
    const bool is_answer = at(features, Feature::role) > 0 && asked_.is_about_pay(document);
    if (is_answer || asked_.is_of_section(document)) {
      at(features, Feature::section) = 1;
      at(features, Feature::asked) =
          std::max(at(features, Feature::role), share_of_skills(document));
    }
    return candidate;
  }

  /// Of pages, where neither a section nor pay is asked for, nothing is called just what was typed, and nothing compares what was named:
  /// what is known needs no company.
  void add_latent(std::vector<RankedCandidate>& candidates) const {
    if (!latent_) return;
    const bool is_known = std::any_of(candidates.begin(), candidates.end(), [](auto& candidate) {
      return at(candidate.features, Feature::exact) >= 1 ||
             at(candidate.features, Feature::beside) > 0;
    });
    if (is_known) return;
    for (RankedCandidate& candidate : candidates) {
      const float cosine = generation_.latent.cosine(*latent_, candidate.document);
      at(candidate.features, Feature::latent) = std::clamp(static_cast<double>(cosine), 0.0, 1.0);
    }
  }

  double text_share(std::uint32_t document, double most_text) const {
    if (most_text <= 0) return 0;
    return std::min(1.0, static_cast<double>(chosen_.text_scores[document]) / most_text);
  }

  /// Share of the query, by rarity and trust, that stands anywhere in the document.
  void add_shares(std::uint32_t document, Features& features) {
    const Segment* segment = generation_.segment_of(document);
    const double query_weight = scorers_.front().query_weight();
    if (segment == nullptr || query_weight <= 0) return;
    const SegmentWays& ways = ways_in(*segment);
    std::vector<double>& found = found_;
    found.assign(words_.size(), 0);
    const std::uint64_t at_segment = document - segment->first - 1;
    std::size_t missing = words_.size();  // words that may still be found better
    segment->tokens.each_term(at_segment, [&](TermId term) {
      if (!ways.maybe[term % ways.maybe.size()]) return true;
      const auto uses = ways.by_term.find(term);
      if (uses == ways.by_term.end()) return true;
      for (const auto& [word, trust] : uses->second) {
        if (trust <= found[word]) continue;
        found[word] = trust;
        if (trust >= words_[word].ways.front().trust) --missing;
      }
      return missing > 0;
    });
    for (const SegmentPhrase& phrase : ways.phrases) {
      if (found[phrase.word] < phrase.trust &&
          segment->tokens.holds_phrase(at_segment, phrase.terms)) {
        found[phrase.word] = phrase.trust;
      }
    }
    double covered = 0;
    for (std::size_t i = 0; i < words_.size(); ++i) covered += words_[i].idf * found[i];
    at(features, Feature::everywhere) = covered / query_weight;
    constexpr double nearly_as_typed = 0.9;
    const bool has_all = std::all_of(found.begin(), found.end(),
                                     [](double trust) { return trust >= nearly_as_typed; });
    const bool is_passage = passage_type_ && type_of(document) == *passage_type_;
    if (!has_all || !is_passage) return;
    at(features, Feature::whole) = 1;
    if (names_ > 1) at(features, Feature::beside) = 1;
  }

  /// Several words in a row that stand in for one of the query's, by their number in a segment.
  struct SegmentPhrase {
    std::size_t word = 0;
    double trust = 0;
    std::vector<TermId> terms;
  };

  /// The query's words and stand-ins by their number in a segment. `maybe` spares most tokens the look-up.
  struct SegmentWays {
    std::unordered_map<TermId, std::vector<std::pair<std::size_t, double>>> by_term;
    std::array<bool, 1024> maybe{};
    std::vector<SegmentPhrase> phrases;  // those whose words the segment has
  };

  const SegmentWays& ways_in(const Segment& segment) {
    const auto [known, is_new] = ways_.try_emplace(&segment);
    if (!is_new) return known->second;
    SegmentWays& ways = known->second;
    for (std::size_t i = 0; i < words_.size(); ++i) {
      for (const StandIn& way : words_[i].ways) {
        const TermId term = segment.tokens.id_of(way.term);
        if (term == 0) continue;
        ways.by_term[term].emplace_back(i, way.trust);
        ways.maybe[term % ways.maybe.size()] = true;
      }
      for (const PhraseStandIn& phrase : words_[i].phrases) {
        SegmentPhrase here{i, phrase.trust, {}};
        for (const auto& term : phrase.terms) here.terms.push_back(segment.tokens.id_of(term));
        const bool has_all = std::find(here.terms.begin(), here.terms.end(), 0) == here.terms.end();
        if (has_all && !here.terms.empty()) ways.phrases.push_back(std::move(here));
      }
    }
    return ways;
  }

  /// Of the levels and families that the query names, how many are the document's.
  double share_of_traits(std::uint32_t document) const {
    if (traits_.empty()) return 0;
    const auto shared = std::count_if(traits_.begin(), traits_.end(), [&](const auto& trait) {
      const auto own = generation_.facets.ordinals(trait.first, document);
      return std::find(own.begin(), own.end(), trait.second) != own.end();
    });
    return static_cast<double>(shared) / static_cast<double>(traits_.size());
  }

  /// Of the skills that the query names, how many the document is about.
  double share_of_skills(std::uint32_t document) const {
    if (skills_.empty()) return 0;
    const auto own = generation_.facets.ordinals(FacetField::skill, document);
    const auto shared = std::count_if(skills_.begin(), skills_.end(), [&](std::uint32_t skill) {
      return std::find(own.begin(), own.end(), skill) != own.end();
    });
    return static_cast<double>(shared) / static_cast<double>(skills_.size());
  }

  /// How well the query names the guide that a passage belongs to.
  double role_similarity(std::uint32_t document) {
    if (!may_mean_role_) return 0;
    const auto roles = generation_.facets.ordinals(FacetField::role, document);
    if (roles.empty()) return 0;
    const auto [known, is_new] = roles_.try_emplace(roles[0], 0);
    if (is_new) {
      const std::uint32_t guide =
          generation_.number_of(generation_.facets.value(FacetField::role, roles[0]));
      if (guide == 0) return 0;
      const NameIndex::Range range = titles_.names_of(guide);
      for (std::uint32_t name = range.first; name < range.first + range.count; ++name) {
        if (!chosen_.is_compared(name)) continue;
        known->second = std::max(known->second, subject_.match(name).similarity);
      }
    }
    return known->second < ranking::least_role ? 0 : known->second;
  }

  void read_as_prose(Ranked& ranked) const {
    ranked.candidates.clear();
    for (const std::uint32_t document : chosen_.by_text) {
      RankedCandidate candidate;
      candidate.document = document;
      at(candidate.features, Feature::text) = text_share(document, ranked.most_text);
      if (speaks(generation_, document, main_language_)) {
        at(candidate.features, Feature::language) = 1;
      }
      ranked.candidates.push_back(candidate);
    }
  }

  const Generation& generation_;
  const PostingExecutor& executor_;
  const NameIndex& titles_;
  const std::vector<QueryWord>& words_;
  std::vector<NameScorer> scorers_;  // of each variant
  NameScorer subject_;
  AskedPassages asked_;
  std::size_t names_ = 0;
  bool may_mean_role_ = true;
  bool is_sentence_ = false;
  std::vector<std::pair<FacetField, std::uint32_t>> traits_;
  std::vector<std::uint32_t> skills_;  // ordinals of those that the query names
  std::uint32_t main_language_ = NameIndex::none;
  std::optional<std::uint32_t> passage_type_;
  Candidates chosen_;
  std::optional<LatentQuery> latent_;  // of the query's words
  std::map<const Segment*, SegmentWays> ways_;
  std::vector<double>
      found_;  // by word of the query: how far the document that is looked at has it
  std::map<std::uint32_t, double> roles_;
};

std::optional<Reranker::Ranked> Reranker::rank(RankedQuery query) const {
  std::erase_if(query.variants, [](const auto& words) { return words.empty(); });
  if (query.variants.empty()) return std::nullopt;
  Ranked ranked = Work(generation_, executor_, query).run();
  ranked.words = std::move(query.variants.front());
  return ranked;
}

}  // namespace guidepost
