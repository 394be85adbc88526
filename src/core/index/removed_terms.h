// What documents that were replaced or dropped since their segment was written still add to its statistics.
//
// A segment is never rewritten, so its postings go on counting dead documents; taken off here, every statistic is that of the living ones, and
// scores are those of an index built anew.
#pragma once

#include "core/result.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace guidepost {

/// Plain value; all threads may read.
struct RemovedTerms {
  std::map<std::string, std::uint32_t, std::less<>> documents;  // dead documents that hold the term
  std::uint64_t length = 0;                                     // of all dead documents

  std::uint32_t documents_with(std::string_view term) const {
    const auto found = documents.find(term);
    return found == documents.end() ? 0 : found->second;
  }
};

std::string encode(const RemovedTerms& removed);
Result<RemovedTerms> decode_removed_terms(std::string_view bytes);

}  // namespace guidepost
