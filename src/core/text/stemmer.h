// One word of one language to its stem, by Snowball ("porter2" for English).
#pragma once

#include <memory>
#include <string>
#include <string_view>

struct sb_stemmer;

namespace guidepost {

/// Not safe for several threads at once.
class Stemmer {
 public:
  /// `language`: ISO 639-1. A language without a stemmer leaves words as they are.
  explicit Stemmer(const std::string& language);

  std::string stem(std::string_view folded_word) const;

 private:
  struct Deleter {
    void operator()(sb_stemmer* stemmer) const;
  };
  std::unique_ptr<sb_stemmer, Deleter> stemmer_;
};

}  // namespace guidepost
