#include "core/search/group_scorer.h"

#include "core/search/ranking.h"

#include <algorithm>
#include <map>
#include <utility>

namespace guidepost {
namespace {

/// To a multiple of 2^-15, so that sums up to 256 are exact and do not depend on the order of a query's words. The sum with 1.5 * 2^8 has no
/// bits below that (Dekker, "A floating-point technique for extending the available precision", 1971).
float rounded(float score) {
  constexpr float no_finer = 384;
  return (score + no_finer) - no_finer;
}

}  // namespace

WordGroup group_of(const Alternative& way) { return {{}, GroupKind::word, {way}}; }

std::vector<float> GroupScorer::take_scores() {
  scores_.resize(generation_.facets.document_count() + 1, 0);
  return std::exchange(scores_, {});
}

std::vector<std::uint32_t> GroupScorer::take_said() {
  said_.resize(generation_.facets.document_count() + 1, 0);
  return std::exchange(said_, {});
}

void GroupScorer::add(std::span<const WordGroup> groups) {
  constexpr std::size_t bits = 32;
  for (std::size_t i = 0; i < groups.size(); ++i) add(groups[i], i < bits ? 1U << i : 0);
}

/// The best alternative counts. Single terms of equal trust pool their frequencies, as if they were one term: counted apart, a rare misspelling
/// would outweigh the word.
void GroupScorer::add(const WordGroup& group, std::uint32_t bit) {
  if (group.alternatives.empty()) return;
  const std::size_t numbers = generation_.facets.document_count() + 1;
  scores_.resize(numbers, 0);
  said_.resize(numbers, 0);
  std::map<double, std::vector<std::string>> terms_by_trust;
  std::map<std::vector<std::string>, std::vector<Alternative>> ways_by_terms;
  for (const Alternative& way : group.alternatives) {
    if (way.terms.size() == 1) {
      terms_by_trust[way.trust].push_back(way.terms.front());
    } else {
      ways_by_terms[way.terms].push_back(way);
    }
  }
  const bool is_one_term = group.alternatives.size() == 1 && terms_by_trust.size() == 1;
  for (const Segment& segment : generation_.segments) {
    if (weigh_ == Weigh::presence) {
      mark_terms(segment, group, bit);
    } else if (is_one_term) {
      const Alternative& way = group.alternatives.front();
      add_term(segment, way.terms.front(), way.trust * statistics_.idf(way.terms.front()), bit);
    } else {
      for (const auto& [trust, terms] : terms_by_trust) {
        const double idf =
            terms.size() == 1 ? statistics_.idf(terms.front()) : statistics_.idf(terms);
        read_pool(segment, terms, trust * idf);
      }
    }
    for (const auto& [terms, ways] : ways_by_terms) read_together(segment, terms, ways);
    take_best(segment, bit);
  }
}

void GroupScorer::mark_terms(const Segment& segment, const WordGroup& group, std::uint32_t bit) {
  for (const Alternative& way : group.alternatives) {
    if (way.terms.size() != 1) continue;
    segment.postings.find(way.terms.front())
        .each([&](std::uint32_t document, std::uint32_t /*wdf*/) {
          said_[segment.first + document] |= bit;
        });
  }
}

void GroupScorer::add_term(const Segment& segment, const std::string& term, double factor,
                           std::uint32_t bit) {
  const auto scale = static_cast<float>(factor);
  segment.postings.find(term).each([&](std::uint32_t document, std::uint32_t wdf) {
    const std::uint32_t number = segment.first + document;
    scores_[number] += rounded(scale * statistics_.part(wdf, segment.postings.length_of(document)));
    said_[number] |= bit;
  });
}

void GroupScorer::read_pool(const Segment& segment, const std::vector<std::string>& terms,
                            double factor) {
  const auto scale = static_cast<float>(factor);
  best_.resize(std::max<std::size_t>(best_.size(), segment.documents + std::size_t{1}), 0);
  if (terms.size() == 1) {
    segment.postings.find(terms.front()).each([&](std::uint32_t document, std::uint32_t wdf) {
      raise(document, scale * statistics_.part(wdf, segment.postings.length_of(document)));
    });
    return;
  }
  pooled_.resize(std::max<std::size_t>(pooled_.size(), segment.documents + std::size_t{1}), 0);
  std::vector<std::uint32_t> documents;
  for (const std::string& term : terms) {
    segment.postings.find(term).each([&](std::uint32_t document, std::uint32_t wdf) {
      if (pooled_[document] == 0) documents.push_back(document);
      pooled_[document] += wdf;
    });
  }
  for (const std::uint32_t document : documents) {
    raise(document,
          scale * statistics_.part(pooled_[document], segment.postings.length_of(document)));
    pooled_[document] = 0;
  }
}

/// `ways`: of the same terms, in a row or anywhere; the documents that hold them all are worked out once.
void GroupScorer::read_together(const Segment& segment, const std::vector<std::string>& terms,
                                const std::vector<Alternative>& ways) {
  std::vector<Scored> found = together(segment, terms);
  best_.resize(std::max<std::size_t>(best_.size(), segment.documents + std::size_t{1}), 0);
  double in_a_row = 0;
  for (const Alternative& way : ways) {
    if (way.together == Together::in_a_row) {
      in_a_row = std::max(in_a_row, way.trust);
      continue;
    }
    const auto trust = static_cast<float>(way.trust);
    for (const Scored& one : found) raise(one.document, trust * one.score);
  }
  if (in_a_row > 0) read_phrase(segment, terms, in_a_row, std::move(found));
}

/// `found`: the documents that hold all terms.
void GroupScorer::read_phrase(const Segment& segment, const std::vector<std::string>& terms,
                              double trust, std::vector<Scored> found) {
  std::vector<TermId> phrase;
  phrase.reserve(terms.size());
  for (const std::string& term : terms) phrase.push_back(segment.tokens.id_of(term));
  if (std::find(phrase.begin(), phrase.end(), TermId{0}) != phrase.end()) return;
  const std::size_t most = ranking::most_phrase_checks - phrase_checks_;
  if (found.size() > most) {
    const auto end = found.begin() + static_cast<std::ptrdiff_t>(most);
    std::nth_element(found.begin(), end, found.end(), [](const Scored& a, const Scored& b) {
      return a.score != b.score ? a.score > b.score : a.document < b.document;
    });
    found.erase(end, found.end());
    is_exact_ = false;
  }
  phrase_checks_ += found.size();
  const auto scale = static_cast<float>(trust);
  for (const Scored& one : found) {
    if (segment.tokens.holds_phrase(one.document - 1, phrase)) {
      raise(one.document, scale * one.score);
    }
  }
}

/// The documents that hold all terms, ascending; each with the sum of their scores.
std::vector<GroupScorer::Scored> GroupScorer::together(
    const Segment& segment, const std::vector<std::string>& terms) const {
  std::vector<std::pair<PostingList, float>> lists;
  lists.reserve(terms.size());
  for (const std::string& term : terms) {
    lists.emplace_back(segment.postings.find(term), static_cast<float>(statistics_.idf(term)));
  }
  std::stable_sort(lists.begin(), lists.end(),
                   [](const auto& a, const auto& b) { return a.first.size() < b.first.size(); });
  std::vector<Scored> found;
  found.reserve(lists.front().first.size());
  for (std::size_t i = 0; i < lists.size(); ++i) {
    const auto& [list, factor] = lists[i];
    const auto score = [&, scale = factor](std::uint32_t document, std::uint32_t wdf) {
      return scale * statistics_.part(wdf, segment.postings.length_of(document));
    };
    if (i == 0) {
      list.each([&](std::uint32_t document, std::uint32_t wdf) {
        found.push_back({document, score(document, wdf)});
      });
      continue;
    }
    std::size_t at = 0;
    std::size_t kept = 0;
    list.each([&](std::uint32_t document, std::uint32_t wdf) {
      while (at < found.size() && found[at].document < document) ++at;
      if (at == found.size() || found[at].document != document) return;
      found[kept++] = {document, found[at].score + score(document, wdf)};
      ++at;
    });
    found.resize(kept);
  }
  return found;
}

void GroupScorer::raise(std::uint32_t document, float score) {
  float& best = best_[document];
  if (best == 0) touched_.push_back(document);
  best = std::max(best, score);
}

void GroupScorer::take_best(const Segment& segment, std::uint32_t bit) {
  for (const std::uint32_t document : touched_) {
    float& best = best_[document];
    scores_[segment.first + document] += rounded(best);
    said_[segment.first + document] |= bit;
    best = 0;
  }
  touched_.clear();
}

}  // namespace guidepost
