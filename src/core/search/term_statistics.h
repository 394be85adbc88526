// What the scores of a query are made of: counts of the living documents of all segments.
#pragma once

#include "core/index/generation.h"
#include "core/search/query_plan.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace guidepost {

/// Robertson & Zaragoza's idf, kept above 0 for words that most documents hold.
double inverse_document_frequency(double documents, double documents_with_term);

/// Immutable; all threads may call.
class TermStatistics {
 public:
  /// The generation must outlive it.
  explicit TermStatistics(const Generation& generation);

  /// Living documents that hold the term; 0 for a term there is not.
  std::size_t frequency(const std::string& term) const;

  double idf(const std::string& term) const;
  /// Of terms that count as one: as if each were strewn over the documents without regard to the others.
  double idf(const std::vector<std::string>& terms) const;

  /// How many postings are read for a group, and for one way of saying it.
  std::size_t postings(const WordGroup& group) const;
  std::size_t postings(const Alternative& way) const;

  /// BM25's share of a term of factor 1 in a document of this length, 0 to k1 + 1.
  float part(std::uint32_t wdf, std::uint32_t length) const {
    const auto frequency = static_cast<float>(wdf);
    const float saturation =
        length < saturations_.size() ? saturations_[length] : saturation_of(length);
    return most_part_ * frequency / (saturation + frequency);
  }

 private:
  float saturation_of(std::uint32_t length) const;

  const Generation& generation_;
  double average_length_ = 1;
  float most_part_;
  std::vector<float> saturations_;  // by length of a document
};

}  // namespace guidepost
