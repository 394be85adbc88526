// In how many documents each word stands, as people type it: what the dictionary is made of.
#pragma once

#include "core/index/dictionary.h"
#include "core/index/token_streams.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace guidepost::indexer {

/// Counts a word once a document, however often it stands there.
class WordCounts {
 public:
  void begin_document() { ++document_; }
  void add(std::string_view folded_word);

  void add_to(std::map<std::string, std::uint32_t>& totals) const;
  /// A word that is left in no document goes.
  void subtract_from(std::map<std::string, std::uint32_t>& totals) const;

 private:
  TermNumbering numbering_;
  std::vector<std::uint32_t> counts_;  // by number - 1
  std::vector<std::uint32_t> latest_;  // the document that counted last
  std::uint32_t document_ = 0;
};

}  // namespace guidepost::indexer
