// BM25's part that depends on the document; what depends on the collection comes from outside as a scale.
//
// Robertson & Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009. Xapian's own BM25Weight takes its statistics from the
// database at hand; a generation has several, with dead documents among theirs, so document frequencies are counted by us (executor) and put on
// each leaf by OP_SCALE_WEIGHT. Parts are rounded to multiples of 2^-24: sums of those are exact in any order, so equal documents have equal
// scores whatever segment they are in and however Xapian arranges its tree.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <string>

namespace guidepost {

/// What one occurrence in ever fewer documents is worth: Xapian's BM25Weight's formula, with its floor for terms in more than a third of them.
double inverse_document_frequency(double documents, double documents_with_term);

class TermFrequencyWeight : public Xapian::Weight {
 public:
  /// `average_length`: mean of the documents' weighted lengths.
  explicit TermFrequencyWeight(double average_length);

  std::string name() const override { return "guidepost::TermFrequencyWeight"; }
  TermFrequencyWeight* clone() const override { return new TermFrequencyWeight(average_length_); }
  void init(double factor) override { factor_ = factor; }
  double get_sumpart(Xapian::termcount wdf, Xapian::termcount length,
                     Xapian::termcount unique_terms) const override;
  double get_maxpart() const override;
  double get_sumextra(Xapian::termcount, Xapian::termcount) const override { return 0; }
  double get_maxextra() const override { return 0; }

 private:
  double average_length_;
  double factor_ = 0;
};

}  // namespace guidepost
