// The documents of one segment that hold terms in a row, as a part of a Xapian query.
//
// Costly by itself: it belongs behind an OP_AND of the same terms, which asks it only about documents that hold them all.
#pragma once

#include "core/index/token_streams.h"

#include <xapian.h>

#include <string>
#include <vector>

namespace guidepost {

/// `streams` must outlive the source.
class PhraseSource : public Xapian::PostingSource {
 public:
  PhraseSource(const TokenStreams& streams, const std::vector<std::string>& terms);

  Xapian::doccount get_termfreq_min() const override { return 0; }
  Xapian::doccount get_termfreq_est() const override { return last_; }
  Xapian::doccount get_termfreq_max() const override { return last_; }
  void init(const Xapian::Database& segment) override;
  void next(double min_weight) override;
  void skip_to(Xapian::docid document, double min_weight) override;
  bool check(Xapian::docid document, double min_weight) override;
  bool at_end() const override { return at_ > last_; }
  Xapian::docid get_docid() const override { return at_; }
  std::string get_description() const override { return "PhraseSource"; }

 private:
  bool holds(Xapian::docid document) const { return streams_.holds_phrase(document - 1, phrase_); }

  const TokenStreams& streams_;
  std::vector<TermId> phrase_;  // empty when the segment lacks one of the terms
  Xapian::docid at_ = 0;
  Xapian::docid last_ = 0;
};

}  // namespace guidepost
