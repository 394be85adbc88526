#include "core/search/group_scorer.h"

#include "core/search/numbers_where.h"
#include "core/search/ranking.h"

#include <algorithm>
#include <map>
#include <numeric>
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
  for (std::size_t i = 0; i < groups.size(); ++i) {
    const std::uint32_t bit = i < bits ? 1U << i : 0;
    if (statistics_.postings(groups[i]) <= most_postings_) {
      add(groups[i], bit);
    } else {
      add(affordable(groups[i]), bit);
    }
  }
}

/// The best alternative counts. Single terms of equal trust pool their frequencies, as if they were one term: counted apart, a rare misspelling
/// would outweigh the word.
void GroupScorer::add(const WordGroup& group, std::uint32_t bit) {
  if (group.alternatives.empty()) return;
  const std::size_t numbers = generation_.facets.document_count() + 1;
  if (weigh_ == Weigh::scores) scores_.resize(numbers, 0);
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
  }
  for (const auto& [terms, ways] : ways_by_terms) read_together(terms, ways);
  take_best(bit);
}

/// The rarest ways of saying the group, in their order: together as many as may be read, or one. Ways of the same terms are read once.
WordGroup GroupScorer::affordable(const WordGroup& group) {
  std::vector<std::size_t> order(group.alternatives.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::vector<std::size_t> postings;
  for (const Alternative& way : group.alternatives) postings.push_back(statistics_.postings(way));
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    if (postings[a] != postings[b]) return postings[a] < postings[b];
    return group.alternatives[a].terms < group.alternatives[b].terms;
  });
  std::vector<bool> is_kept(order.size(), false);
  std::size_t sum = 0;
  const std::vector<std::string>* last = nullptr;
  for (const std::size_t way : order) {
    const std::vector<std::string>& terms = group.alternatives[way].terms;
    if (last == nullptr || *last != terms) sum += postings[way];
    if (last != nullptr && sum > most_postings_) break;
    is_kept[way] = true;
    last = &terms;
  }
  WordGroup kept{group.text, group.kind, {}};
  for (std::size_t way = 0; way < order.size(); ++way) {
    if (is_kept[way]) kept.alternatives.push_back(group.alternatives[way]);
  }
  if (kept.alternatives.size() < group.alternatives.size()) is_exact_ = false;
  return kept;
}

void GroupScorer::mark_terms(const Segment& segment, const WordGroup& group, std::uint32_t bit) {
  std::uint32_t* const said = &said_[segment.first];
  for (const Alternative& way : group.alternatives) {
    if (way.terms.size() != 1) continue;
    segment.postings.find(way.terms.front())
        .each(
            [said, bit](std::uint32_t document, std::uint32_t /*wdf*/) { said[document] |= bit; });
  }
}

void GroupScorer::add_term(const Segment& segment, const std::string& term, double factor,
                           std::uint32_t bit) {
  const auto scale = static_cast<float>(factor);
  float* const scores = &scores_[segment.first];
  std::uint32_t* const said = &said_[segment.first];
  segment.postings.find(term).each([&](std::uint32_t document, std::uint32_t wdf) {
    scores[document] +=
        rounded(scale * statistics_.part(wdf, segment.postings.length_of(document)));
    said[document] |= bit;
  });
}

void GroupScorer::read_pool(const Segment& segment, const std::vector<std::string>& terms,
                            double factor) {
  const auto scale = static_cast<float>(factor);
  best_.resize(generation_.facets.document_count() + 1, 0);
  if (terms.size() == 1) {
    segment.postings.find(terms.front()).each([&](std::uint32_t document, std::uint32_t wdf) {
      raise(segment.first + document,
            scale * statistics_.part(wdf, segment.postings.length_of(document)));
    });
    return;
  }
  pooled_.resize(std::max<std::size_t>(pooled_.size(), segment.documents + std::size_t{1}), 0);
  std::vector<PostingList> lists;
  std::size_t postings = 0;
  for (const std::string& term : terms) {
    lists.push_back(segment.postings.find(term));
    postings += lists.back().size();
  }
  std::uint32_t* const pooled = pooled_.data();
  std::vector<std::uint32_t> documents;
  constexpr std::size_t few = 8;  // of so many documents one
  if (postings < segment.documents / few) {
    for (const PostingList& list : lists) {
      list.each([&](std::uint32_t document, std::uint32_t wdf) {
        if (pooled[document] == 0) documents.push_back(document);
        pooled[document] += wdf;
      });
    }
  } else {
    for (const PostingList& list : lists) {
      list.each([pooled](std::uint32_t document, std::uint32_t wdf) { pooled[document] += wdf; });
    }
    documents = numbers_where(1, segment.documents + std::size_t{1}, postings,
                              [pooled](std::size_t document) { return pooled[document] != 0; });
  }
  for (const std::uint32_t document : documents) {
    raise(segment.first + document,
          scale * statistics_.part(pooled_[document], segment.postings.length_of(document)));
    pooled_[document] = 0;
  }
}

/// `ways`: of the same terms, in a row or anywhere; the documents that hold them all are worked out once.
void GroupScorer::read_together(const std::vector<std::string>& terms,
                                const std::vector<Alternative>& ways) {
  best_.resize(generation_.facets.document_count() + 1, 0);
  std::vector<Scored> found;
  for (const Segment& segment : generation_.segments) append_together(segment, terms, found);
  double in_a_row = 0;
  double anywhere = 0;
  for (const Alternative& way : ways) {
    double& trust = way.together == Together::in_a_row ? in_a_row : anywhere;
    trust = std::max(trust, way.trust);
  }
  const auto scale = static_cast<float>(anywhere);
  if (anywhere > 0) {
    for (const Scored& one : found) raise(one.document, scale * one.score);
  }
  if (in_a_row == 0) return;
  const FacetColumns& facets = generation_.facets;
  if (facets.document_count() != generation_.document_count()) {
    std::erase_if(found, [&](const Scored& one) { return !facets.is_alive(one.document); });
  }
  const std::size_t all = found.size();
  keep_best_to_check(found);
  // Where the terms are enough anywhere, a phrase that was not looked for finds no document less.
  if (found.size() < all && anywhere == 0) is_exact_ = false;
  read_phrase(terms, in_a_row, found);
}

/// In how many documents phrases are still looked for is spent on the best, whatever segment they are in; ties go by id, as everywhere.
void GroupScorer::keep_best_to_check(std::vector<Scored>& found) {
  const std::size_t most = ranking::most_phrase_checks - phrase_checks_;
  if (found.size() > most) {
    const auto end = found.begin() + static_cast<std::ptrdiff_t>(most);
    std::nth_element(found.begin(), end, found.end(), [&](const Scored& a, const Scored& b) {
      if (a.score != b.score) return a.score > b.score;
      return generation_.is_id_before(a.document, b.document);
    });
    found.erase(end, found.end());
    std::sort(found.begin(), found.end(),
              [](const Scored& a, const Scored& b) { return a.document < b.document; });
  }
  phrase_checks_ += found.size();
}

/// `found`: documents that hold all terms, ascending.
void GroupScorer::read_phrase(const std::vector<std::string>& terms, double trust,
                              const std::vector<Scored>& found) {
  const auto scale = static_cast<float>(trust);
  auto one = found.begin();
  for (const Segment& segment : generation_.segments) {
    std::vector<TermId> phrase;
    phrase.reserve(terms.size());
    for (const std::string& term : terms) phrase.push_back(segment.tokens.id_of(term));
    const bool has_all = std::find(phrase.begin(), phrase.end(), TermId{0}) == phrase.end();
    for (; one != found.end() && one->document <= segment.first + segment.documents; ++one) {
      if (has_all && segment.tokens.holds_phrase(one->document - segment.first - 1, phrase)) {
        raise(one->document, scale * one->score);
      }
    }
  }
}

/// Appends the documents of the segment that hold all terms, ascending; each with the sum of their scores.
void GroupScorer::append_together(const Segment& segment, const std::vector<std::string>& terms,
                                  std::vector<Scored>& all) const {
  struct Read {
    PostingList list;
    std::size_t
        frequency;  // of the generation, so that sums are made in one order in every segment
    float factor;
  };
  std::vector<Read> lists;
  lists.reserve(terms.size());
  for (const std::string& term : terms) {
    lists.push_back({segment.postings.find(term), statistics_.frequency(term),
                     static_cast<float>(statistics_.idf(term))});
  }
  std::stable_sort(lists.begin(), lists.end(),
                   [](const Read& a, const Read& b) { return a.frequency < b.frequency; });
  const std::size_t begin = all.size();
  for (std::size_t i = 0; i < lists.size(); ++i) {
    const Read& read = lists[i];
    const auto score = [&](std::uint32_t document, std::uint32_t wdf) {
      return read.factor * statistics_.part(wdf, segment.postings.length_of(document));
    };
    if (i == 0) {
      all.reserve(begin + read.list.size());
      read.list.each([&](std::uint32_t document, std::uint32_t wdf) {
        all.push_back({segment.first + document, score(document, wdf)});
      });
      continue;
    }
    std::size_t at = begin;
    std::size_t kept = begin;
    read.list.each([&](std::uint32_t document, std::uint32_t wdf) {
      const std::uint32_t number = segment.first + document;
      while (at < all.size() && all[at].document < number) ++at;
      if (at == all.size() || all[at].document != number) return;
      all[kept++] = {number, all[at].score + score(document, wdf)};
      ++at;
    });
    all.resize(kept);
  }
}

void GroupScorer::raise(std::uint32_t document, float score) {
  float& best = best_[document];
  if (best == 0) touched_.push_back(document);
  best = std::max(best, score);
}

void GroupScorer::take_best(std::uint32_t bit) {
  for (const std::uint32_t document : touched_) {
    float& best = best_[document];
    if (weigh_ == Weigh::scores) scores_[document] += rounded(best);
    said_[document] |= bit;
    best = 0;
  }
  touched_.clear();
}

}  // namespace guidepost
