#include "core/search/phrase_source.h"

#include <algorithm>

namespace guidepost {

PhraseSource::PhraseSource(const TokenStreams& streams, const std::vector<std::string>& terms)
    : streams_(streams) {
  for (const std::string& term : terms) phrase_.push_back(streams.id_of(term));
  if (std::find(phrase_.begin(), phrase_.end(), TermId{0}) != phrase_.end()) phrase_.clear();
}

void PhraseSource::init(const Xapian::Database& segment) {
  at_ = 0;
  last_ = phrase_.empty() ? 0 : segment.get_lastdocid();
}

void PhraseSource::next(double min_weight) { skip_to(at_ + 1, min_weight); }

void PhraseSource::skip_to(Xapian::docid document, double /*min_weight*/) {
  at_ = std::max(at_, document);
  while (at_ <= last_ && !holds(at_)) ++at_;
}

bool PhraseSource::check(Xapian::docid document, double /*min_weight*/) {
  at_ = std::max(at_, document);
  return at_ > last_ || holds(at_);
}

}  // namespace guidepost
