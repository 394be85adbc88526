#include "core/text/stemmer.h"

#include "core/text/utf8.h"

#include <libstemmer.h>

#include <algorithm>
#include <array>

namespace guidepost {
namespace {

/// Snowball knows Norwegian by one code, documents say which of its two written forms they are in.
std::string snowball_name(std::string_view tag) {
  std::string name = base_language(tag);
  if (name == "nb" || name == "nn" || name == "nob" || name == "nno") name = "no";
  return name;
}

/// Endings that Snowball knows with their accent only. Words come without it, because people leave it out.
struct Ending {
  std::string_view language;
  std::string_view folded;
  std::string_view written;
};

constexpr std::array<Ending, 9> accented_endings{{
    {"ca", "cio", "ci\u00f3"},
    {"es", "cion", "ci\u00f3n"},
    {"es", "sion", "si\u00f3n"},
    {"fr", "ee", "\u00e9e"},
    {"fr", "ees", "\u00e9es"},
    {"pt", "cao", "\u00e7\u00e3o"},
    {"pt", "coes", "\u00e7\u00f5es"},
    {"pt", "sao", "s\u00e3o"},
    {"pt", "soes", "s\u00f5es"},
}};

std::string with_accent(std::string_view language, std::string_view folded_word) {
  std::string word(folded_word);
  for (const Ending& ending : accented_endings) {
    if (ending.language != language || !word.ends_with(ending.folded)) continue;
    word.replace(word.size() - ending.folded.size(), ending.folded.size(), ending.written);
    break;
  }
  return word;
}

}  // namespace

std::string base_language(std::string_view tag) {
  std::string language(tag.substr(0, tag.find_first_of("-_")));
  for (char& c : language) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return language;
}

Stemmer::Stemmer(std::string_view language)
    : language_(snowball_name(language)), stemmer_(sb_stemmer_new(language_.c_str(), "UTF_8")) {}

void Stemmer::Deleter::operator()(sb_stemmer* stemmer) const { sb_stemmer_delete(stemmer); }

std::string Stemmer::stem(std::string_view folded_word) const {
  if (!stemmer_ || folded_word.empty()) return std::string(folded_word);
  const std::string word = with_accent(language_, folded_word);
  // sb_symbol is unsigned char: the library's own view of UTF-8 bytes.
  const auto* bytes = reinterpret_cast<const sb_symbol*>(word.data());
  const sb_symbol* stemmed = sb_stemmer_stem(stemmer_.get(), bytes, static_cast<int>(word.size()));
  if (stemmed == nullptr) return std::string(folded_word);
  const std::string_view stem(reinterpret_cast<const char*>(stemmed),
                              static_cast<std::size_t>(sb_stemmer_length(stemmer_.get())));
  // Some leave nothing of a word that is all ending ("lar\u0131" in Turkish).
  if (stem.empty()) return std::string(folded_word);
  return word == folded_word ? std::string(stem) : fold(stem);
}

std::vector<std::string> Stemmer::languages() {
  std::vector<std::string> names;
  for (const char** name = sb_stemmer_list(); *name != nullptr; ++name) names.emplace_back(*name);
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace guidepost
