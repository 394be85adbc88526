#include "core/index/synonyms.h"

#include "core/index/record.h"
#include "core/text/lexicon.h"

#include <algorithm>
#include <cstdint>
#include <utility>

namespace guidepost {
namespace {

std::string expression_of(std::string_view text) {
  std::string expression;
  for (const Word& word : words_of(text)) {
    if (!expression.empty()) expression += ' ';
    expression += word.folded;
  }
  return expression;
}

bool has_no_words(const std::string& text) { return words_of(text).empty(); }

}  // namespace

Synonyms::Synonyms(const std::vector<SynonymRule>& rules) {
  for (const SynonymRule& rule : rules) {
    for (const std::string& from : rule.from) {
      const std::string expression = expression_of(from);
      if (expression.empty()) continue;
      std::vector<std::string>& meanings = meanings_[expression];
      for (const std::string& to : rule.to) {
        const std::string meaning = expression_of(to);
        const bool is_known =
            meaning.empty() || meaning == expression ||
            std::any_of(meanings.begin(), meanings.end(),
                        [&](const std::string& known) { return expression_of(known) == meaning; });
        if (!is_known) meanings.push_back(to);
      }
      if (meanings.empty()) meanings_.erase(expression);
    }
  }
}

std::optional<Synonyms::Match> Synonyms::longest_match(std::span<const Word> words,
                                                       std::size_t at) const {
  std::optional<Match> best;
  std::string expression;
  const std::size_t most = std::min(words.size() - at, SynonymRule::max_words);
  for (std::size_t count = 1; count <= most; ++count) {
    const std::string& last = words[at + count - 1].folded;
    if (!expression.empty()) expression += ' ';
    const std::size_t before = expression.size();
    expression += last;
    auto found = meanings_.lower_bound(expression);
    const bool goes_on = found != meanings_.end() && found->first.starts_with(expression);
    if (found != meanings_.end() && found->first != expression) found = meanings_.end();
    if (found == meanings_.end()) {
      found = meanings_.find(expression.substr(0, before) + singular(last));
    }
    if (found != meanings_.end()) best = Match{count, found->second};
    if (!goes_on) break;
  }
  return best;
}

std::string Synonyms::encode() const {
  RecordWriter writer;
  writer.u32(static_cast<std::uint32_t>(meanings_.size()));
  for (const auto& [expression, meanings] : meanings_) {
    writer.text(expression);
    writer.texts(meanings);
  }
  return std::move(writer).bytes();
}

Result<Synonyms> Synonyms::decode(std::string_view bytes) {
  RecordReader reader(bytes);
  Synonyms synonyms;
  const std::size_t count = reader.count(8);
  bool sound = true;
  for (std::size_t i = 0; i < count && reader.ok(); ++i) {
    std::string expression = reader.text();
    std::vector<std::string> meanings = reader.texts();
    sound = sound && !expression.empty() && !meanings.empty() &&
            std::none_of(meanings.begin(), meanings.end(), has_no_words) &&
            (synonyms.meanings_.empty() || synonyms.meanings_.rbegin()->first < expression);
    synonyms.meanings_.emplace_hint(synonyms.meanings_.end(), std::move(expression),
                                    std::move(meanings));
  }
  if (!sound || !reader.finished()) {
    return failure(ErrorCode::index_damaged, "the synonyms cannot be read",
                   "build the index again with `guidepost index`");
  }
  return synonyms;
}

}  // namespace guidepost
