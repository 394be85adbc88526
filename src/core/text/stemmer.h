// One word of one language to its stem, by Snowball ("porter2" for English).
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

struct sb_stemmer;

namespace guidepost {

/// The language alone of a language tag, small: "de-AT" and "de_AT" -> "de", "English" -> "english".
std::string base_language(std::string_view tag);

/// Not safe for several threads at once.
class Stemmer {
 public:
  /// `language`: ISO 639 ("de", "deu", "de-AT") or its English name ("German"). A language without a stemmer leaves words as they are.
  explicit Stemmer(std::string_view language);

  /// The stem of a word as fold() leaves it, without accents; never empty for a word that is not.
  std::string stem(std::string_view folded_word) const;

  /// The names of all languages that have a stemmer, sorted.
  static std::vector<std::string> languages();

 private:
  struct Deleter {
    void operator()(sb_stemmer* stemmer) const;
  };
  std::string language_;
  std::unique_ptr<sb_stemmer, Deleter> stemmer_;
};

}  // namespace guidepost
