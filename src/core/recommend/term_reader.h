// Texts as numbered terms: words as the analyzer stems them, and runs of four letters.
#pragma once

#include "core/recommend/text_space.h"
#include "core/text/analyzer.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace guidepost {

/// The terms of one text. Words too common to tell anything are left out.
struct TermText {
  std::vector<std::uint32_t> words;   // in order, so that runs of them can be compared
  std::vector<std::uint32_t> joined;  // words written together: "frontend" of "front-end"
};

/// Numbers terms from 0 in the order it meets them. One thread at a time.
class TermReader {
 public:
  TermReader() : analyzer_(lexicon_) {}
  TermReader(const TermReader&) = delete;
  TermReader& operator=(const TermReader&) = delete;

  TermText read(std::string_view text, std::string_view language);
  std::size_t terms() const { return numbers_.size(); }

  /// Runs of four bytes of the folded text, word borders among them (" go " is one); any text has one at least, unless it has no word.
  std::vector<std::uint32_t> letters(std::string_view name);

 private:
  Lexicon lexicon_;
  Analyzer analyzer_;
  std::unordered_map<std::string, std::uint32_t> numbers_;
  std::unordered_map<std::uint32_t, std::uint32_t> letters_;
};

/// Appends the terms, each `weight` times.
void count_into(std::vector<SparseRows::Entry>& counts, std::span<const std::uint32_t> terms,
                float weight = 1);
void count_into(std::vector<SparseRows::Entry>& counts, const TermText& text, float weight = 1);

}  // namespace guidepost
