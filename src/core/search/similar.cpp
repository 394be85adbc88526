#include "core/search/similar.h"

#include "core/model/section_kind.h"
#include "core/search/prose.h"
#include "core/search/query_variants.h"
#include "core/search/ranking.h"
#include "core/text/tokenizer.h"

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <string_view>
#include <utility>

namespace guidepost {
namespace {

/// Words that say what is wanted of a role, not which: "nurse interview questions".
bool asks_for_advice(std::string_view folded_word) {
  constexpr std::array<std::string_view, 12> words{"advice",   "example",   "examples", "guide",
                                                   "job",      "jobs",      "prep",     "profile",
                                                   "question", "questions", "tip",      "tips"};
  return std::find(words.begin(), words.end(), folded_word) != words.end();
}

/// Whether the name is nothing but words that ask for something: "cv" names a skill too, but "junior developer cv" is about a developer's.
bool only_asks(const ReadName& name, const Reading& reading) {
  const std::vector<Word> words = words_of(name.text);
  return std::all_of(words.begin(), words.end(),
                     [&](const Word& word) { return reading.asking.contains(word.folded); });
}

/// A level says which of a role's holders, not which role: no guide is called "Senior Data Engineer". Trusted less than what was typed.
std::vector<QueryWord> without_levels(std::vector<QueryWord> words,
                                      const std::vector<ReadName>& levels) {
  std::set<std::string> said;
  for (const ReadName& level : levels) {
    for (const Word& word : words_of(level.text)) said.insert(word.folded);
  }
  std::erase_if(words, [&](const QueryWord& word) { return said.contains(word.folded); });
  for (QueryWord& word : words) {
    word.is_typed = false;
    for (StandIn& way : word.ways) way.trust *= ranking::name_trust;
  }
  return words;
}

RankedQuery ranked_query(const Reading& reading, const SearchRequest& request,
                         const Generation& generation, const PostingExecutor& executor,
                         const Analyzer& analyzer) {
  const Interpretation& interpretation = reading.interpretation;
  RankedQuery query;
  query.variants =
      query_variants(reading.wanted, request.typing, generation, analyzer,
                     [&](const std::string& term) { return executor.frequency(term); });
  query.subject = query.variants.front();
  std::erase_if(query.subject, [&](const QueryWord& word) {
    return reading.asking.contains(word.folded) || section_kind_of_word(word.folded) ||
           is_stop_word(word.folded) || asks_for_advice(word.folded);
  });
  query.asked = {interpretation.section, reading.asks_about_pay, {}};
  for (const ReadName& name : interpretation.roles) query.asked.roles.push_back(name.id);
  for (const ReadName& name : interpretation.skills) {
    if (query.subject.empty() || !only_asks(name, reading)) query.skills.push_back(name.id);
  }
  for (const ReadName& level : interpretation.levels) {
    query.traits.emplace_back(FacetField::level, level.id);
  }
  for (const ReadName& family : interpretation.families) {
    query.traits.emplace_back(FacetField::family, family.id);
  }
  query.is_sentence = ends_like_sentence(request.text);
  query.may_mean_role = !interpretation.roles.empty() || query.skills.empty();
  query.names = query.skills.size() + interpretation.roles.size();
  if (!interpretation.levels.empty()) {
    query.subject = without_levels(std::move(query.subject), interpretation.levels);
    if (!interpretation.roles.empty()) {
      query.variants.push_back(without_levels(query.variants.front(), interpretation.levels));
    }
  }
  return query;
}

}  // namespace

Similar similar_to(const Reading& reading, const SearchRequest& request,
                   const Generation& generation, const PostingExecutor& executor,
                   const Analyzer& analyzer) {
  Similar similar;
  if (request.sort != Sort::relevance || reading.wanted.empty()) return similar;
  similar.ranked = Reranker(generation, executor)
                       .rank(ranked_query(reading, request, generation, executor, analyzer));
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

std::vector<std::uint32_t> best_partial(const Similar& similar) {
  std::vector<std::pair<double, std::uint32_t>> best;
  if (similar.ranked) {
    constexpr auto everywhere = static_cast<std::size_t>(ranking::Feature::everywhere);
    for (const RankedCandidate& candidate : similar.ranked->candidates) {
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

}  // namespace guidepost
