// A text in the form its words are cut from, and the way back to the bytes it came from.
//
//   "ﬁnance ＳＱＬ m² front‑end" -> "finance sql m2 front-end"; bytes 0..1 of it are bytes 0..2 of the source
//
// Unicode's compatibility composition and case folding (NFKC_Casefold, UAX #15 and chapter 3.13) by ICU, whose record of edits is the map.
// ASCII is left as it is, capitals included: most texts are nothing else, and cost nothing.
#pragma once

#include "core/text/byte_range.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace guidepost {

class ComparableText {
 public:
  /// Any bytes. `source` must outlive it.
  explicit ComparableText(std::string_view source);
  ComparableText(const ComparableText&) = delete;  // text_ may point into made_
  ComparableText& operator=(const ComparableText&) = delete;

  /// Ill-formed bytes stay ill-formed. Lives as long as this and its source.
  std::string_view text() const { return text_; }

  /// The bytes of the source that text().substr(begin, end - begin) was made of: whole characters. REQUIRES: begin < end.
  ByteRange source_range(std::size_t begin, std::size_t end) const;

  /// Whether what stands at `at` was raised in the source: "²".
  bool is_superscript(std::size_t at) const;

 private:
  /// What is not byte for byte the same; between two of them, everything is.
  struct Change {
    std::size_t begin = 0, end = 0;  // in text_
    ByteRange source;
  };

  std::size_t read_run(std::size_t at);
  void normalize(ByteRange run);
  void replace(ByteRange source, std::string_view by);
  const Change* change_before(std::size_t at) const;

  std::string_view source_;
  std::string made_;
  std::vector<Change> changes_;
  std::string_view text_;
};

}  // namespace guidepost
