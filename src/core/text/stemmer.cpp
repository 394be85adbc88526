#include "core/text/stemmer.h"

#include <libstemmer.h>

namespace guidepost {

Stemmer::Stemmer(const std::string& language)
    : stemmer_(sb_stemmer_new(language.c_str(), "UTF_8")) {}

void Stemmer::Deleter::operator()(sb_stemmer* stemmer) const { sb_stemmer_delete(stemmer); }

std::string Stemmer::stem(std::string_view folded_word) const {
  if (!stemmer_) return std::string(folded_word);
  // sb_symbol is unsigned char: the library's own view of UTF-8 bytes.
  const auto* bytes = reinterpret_cast<const sb_symbol*>(folded_word.data());
  const sb_symbol* stemmed =
      sb_stemmer_stem(stemmer_.get(), bytes, static_cast<int>(folded_word.size()));
  if (stemmed == nullptr) return std::string(folded_word);
  return {reinterpret_cast<const char*>(stemmed),
          static_cast<std::size_t>(sb_stemmer_length(stemmer_.get()))};
}

}  // namespace guidepost
