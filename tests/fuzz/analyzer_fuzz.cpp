// Any bytes as a text in some language, chosen by the first byte: what must hold of its words and tokens, on both sides of the index.
#include "check_item.h"
#include "core/text/analyzer.h"
#include "core/text/name_words.h"
#include "core/text/utf8.h"
#include "support/small_names.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace guidepost::indexer {
namespace {

constexpr std::size_t longest_term = 245;  // Xapian's limit

std::string_view language_for(std::uint8_t byte) {
  constexpr std::array<std::string_view, 12> languages{"en", "de", "fr", "tr", "ru", "ja",
                                                       "xx", "hi", "ar", "hu", "ta", "en-GB"};
  return languages[byte % languages.size()];
}

void check_tokens(std::string_view text, const std::vector<Token>& tokens) {
  std::size_t last_position = 0;
  std::size_t last_begin = 0;
  for (const Token& token : tokens) {
    require(token.position >= last_position && token.words > 0);
    require(token.range.begin >= last_begin && token.range.begin < token.range.end);
    require(token.range.end <= text.size());
    require(!token.term.empty() && token.term.size() <= longest_term);
    require(!first_invalid_utf8(token.term));
    if (token.words == 1) {
      require(
          !first_invalid_utf8(text.substr(token.range.begin, token.range.end - token.range.begin)));
    }
    last_position = token.position;
    last_begin = token.range.begin;
  }
}

/// Whoever asks for a word of the text finds it.
void check_words(std::string_view text, std::string_view language, const Analyzer& analyzer,
                 const std::vector<Token>& tokens) {
  std::set<std::string_view> terms;
  for (const Token& token : tokens) terms.insert(token.term);
  for (const Word& word : words_of(text)) {
    require(!word.folded.empty() && word.folded.size() <= max_word_bytes);
    require(terms.contains(analyzer.term_of(word.folded, language)));
  }
}

void check_text(std::string_view text, std::string_view language) {
  static const Lexicon& lexicon = test::small_lexicon();
  const Analyzer analyzer(lexicon);
  const std::vector<Token> tokens = analyzer.analyze(text, language, Lexicon::Side::text);
  check_tokens(text, tokens);
  check_tokens(text, analyzer.analyze(text, language, Lexicon::Side::query));
  check_words(text, language, analyzer, tokens);
  for (const NameWord& word : name_words(text, language, analyzer)) {
    require(!word.folded.empty() && !word.term.empty());
  }
}

}  // namespace
}  // namespace guidepost::indexer

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string text(data + 1, data + size);
  guidepost::indexer::check_text(text, guidepost::indexer::language_for(data[0]));
  return 0;
}
