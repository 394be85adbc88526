#include "core/search/term_frequency_weight.h"

#include "core/search/ranking.h"

#include <algorithm>
#include <cmath>

namespace guidepost {
namespace {

constexpr double grid = 16'777'216;  // 2^24

}  // namespace

double inverse_document_frequency(double documents, double documents_with_term) {
  double odds = (documents - documents_with_term + 0.5) / (documents_with_term + 0.5);
  if (odds < 2) odds = odds * 0.5 + 1;
  return std::log(odds);
}

TermFrequencyWeight::TermFrequencyWeight(double average_length)
    : average_length_(average_length > 0 ? average_length : 1) {
  need_stat(WDF);
  need_stat(DOC_LENGTH);
}

double TermFrequencyWeight::get_sumpart(Xapian::termcount wdf, Xapian::termcount length,
                                        Xapian::termcount /*unique_terms*/) const {
  const double frequency = wdf;
  const double relative =
      std::max(static_cast<double>(length) / average_length_, ranking::min_normalised_length);
  const double saturation = ranking::k1 * ((1 - ranking::b) + ranking::b * relative);
  const double part = factor_ * (ranking::k1 + 1) * frequency / (saturation + frequency);
  return std::round(part * grid) / grid;
}

double TermFrequencyWeight::get_maxpart() const {
  return std::ceil(factor_ * (ranking::k1 + 1) * grid) / grid;
}

}  // namespace guidepost
