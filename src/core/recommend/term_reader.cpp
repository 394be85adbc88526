#include "core/recommend/term_reader.h"

#include "core/text/tokenizer.h"

namespace guidepost {

TermText TermReader::read(std::string_view text, std::string_view language) {
  TermText terms;
  for (const Token& token : analyzer_.analyze(text, language, Lexicon::Side::text)) {
    if (is_stop_word(token.term)) continue;
    const auto number =
        numbers_.emplace(token.term, static_cast<std::uint32_t>(numbers_.size())).first->second;
    (token.kind == TokenKind::word ? terms.words : terms.joined).push_back(number);
  }
  return terms;
}

std::vector<std::uint32_t> TermReader::letters(std::string_view name) {
  constexpr std::size_t length = 4;
  std::string spelled = " ";
  for (const Word& word : words_of(name)) {
    if (!word.folded.empty()) spelled.append(word.folded).append(" ");
  }
  std::vector<std::uint32_t> grams;
  if (spelled.size() < 3) return grams;
  spelled.resize(std::max(spelled.size(), length), ' ');
  for (std::size_t at = 0; at + length <= spelled.size(); ++at) {
    std::uint32_t key = 0;
    for (std::size_t i = 0; i < length; ++i) {
      key = key << 8U | static_cast<unsigned char>(spelled[at + i]);
    }
    grams.push_back(
        letters_.emplace(key, static_cast<std::uint32_t>(letters_.size())).first->second);
  }
  return grams;
}

void count_into(std::vector<SparseRows::Entry>& counts, std::span<const std::uint32_t> terms,
                float weight) {
  for (const std::uint32_t term : terms) counts.push_back({term, weight});
}

void count_into(std::vector<SparseRows::Entry>& counts, const TermText& text, float weight) {
  count_into(counts, text.words, weight);
  count_into(counts, text.joined, weight);
}

}  // namespace guidepost
