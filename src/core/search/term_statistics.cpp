#include "core/search/term_statistics.h"

#include "core/search/ranking.h"

#include <algorithm>
#include <cmath>

namespace guidepost {
namespace {

constexpr std::uint32_t usual_lengths = 4096;

}  // namespace

double inverse_document_frequency(double documents, double documents_with_term) {
  double odds = (documents - documents_with_term + 0.5) / (documents_with_term + 0.5);
  if (odds < 2) odds = odds * 0.5 + 1;
  return std::log(odds);
}

TermStatistics::TermStatistics(const Generation& generation)
    : generation_(generation), most_part_(static_cast<float>(ranking::k1 + 1)) {
  double length = 0;
  for (const Segment& segment : generation.segments) {
    length += static_cast<double>(segment.postings.total_length());
  }
  length -= static_cast<double>(generation.removed.length);
  const auto documents = static_cast<double>(generation.document_count());
  if (documents > 0 && length > 0) average_length_ = length / documents;
  saturations_.reserve(usual_lengths);
  for (std::uint32_t i = 0; i < usual_lengths; ++i) saturations_.push_back(saturation_of(i));
}

float TermStatistics::saturation_of(std::uint32_t length) const {
  const double relative =
      std::max(static_cast<double>(length) / average_length_, ranking::min_normalised_length);
  return static_cast<float>(ranking::k1 * ((1 - ranking::b) + ranking::b * relative));
}

std::size_t TermStatistics::frequency(const std::string& term) const {
  std::size_t documents = 0;
  for (const Segment& segment : generation_.segments) {
    documents += segment.postings.find(term).size();
  }
  return documents - std::min<std::size_t>(documents, generation_.removed.documents_with(term));
}

double TermStatistics::idf(const std::string& term) const {
  return inverse_document_frequency(static_cast<double>(generation_.document_count()),
                                    static_cast<double>(frequency(term)));
}

double TermStatistics::idf(const std::vector<std::string>& terms) const {
  const auto documents = static_cast<double>(generation_.document_count());
  double without = 1;
  for (const std::string& term : terms) {
    without *= 1 - static_cast<double>(frequency(term)) / documents;
  }
  return inverse_document_frequency(documents, documents * (1 - without));
}

std::size_t TermStatistics::postings(const WordGroup& group) const {
  std::size_t sum = 0;
  for (const Alternative& way : group.alternatives) sum += postings(way);
  return sum;
}

std::size_t TermStatistics::postings(const Alternative& way) const {
  std::size_t sum = 0;
  for (const std::string& term : way.terms) sum += frequency(term);
  return sum;
}

}  // namespace guidepost
