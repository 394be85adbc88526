#include "indexer/corpus_phrases.h"

#include "core/index/checksum.h"
#include "core/text/analyzer.h"
#include "core/text/lexicon.h"
#include "core/text/tokenizer.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace guidepost::indexer {
namespace {

constexpr std::size_t longest_phrase = 4;
/// A phrase stands in at least so many texts, in so many of a large corpus, and in more where a language's stop words are only guessed.
constexpr std::uint32_t least_texts = 3;
constexpr std::uint32_t texts_for_one_more = 1000;
constexpr std::uint32_t least_texts_unknown = 5;
/// A word of another language than English is taken for one of its stop words when it is short or stands in so many texts.
constexpr double stop_word_share = 0.1;
constexpr std::size_t short_word = 3;
/// 0: as often as by chance, 1: never apart.
constexpr double least_information = 0.35;
/// A phrase that stands inside a longer one this often is a piece of it.
constexpr double piece_share = 0.7;

// Words that search well, but that no phrase worth completing begins or ends with: "half past", "six months", "nearly always".
constexpr std::array<std::string_view, 76> empty_at_borders{
    "able",  "ago",    "all",     "always",  "anything", "because", "before", "behind", "being",
    "both",  "day",    "days",    "each",    "else",     "enough",  "ever",   "every",  "few",
    "first", "five",   "four",    "half",    "her",      "here",    "his",    "hour",   "hours",
    "id",    "im",     "its",     "ive",     "last",     "late",    "less",   "like",   "looks",
    "many",  "minute", "minutes", "month",   "months",   "more",    "most",   "near",   "nearly",
    "never", "next",   "nobody",  "nothing", "one",      "only",    "or",     "other",  "others",
    "out",   "past",   "per",     "says",    "second",   "seconds", "six",    "ten",    "three",
    "two",   "under",  "up",      "upper",   "usual",    "usually", "week",   "weeks",  "went",
    "were",  "whom",   "year",    "years"};

struct Count {
  std::uint32_t texts = 0;
  std::uint32_t latest = 0;  // the text that counted last, from 1

  void add(std::uint32_t text) {
    if (latest == text) return;
    latest = text;
    ++texts;
  }
};

struct Phrase {
  std::uint64_t key;
  std::size_t begin;  // words [begin, begin + size)
  std::size_t size;
};

bool has_letter(std::string_view word) {
  return std::any_of(word.begin(), word.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
  });
}

std::string word_key(const std::string& language, std::string_view word) {
  return language + " " + std::string(word);
}

class Miner {
 public:
  explicit Miner(std::span<const PhraseText> texts) : texts_(texts) {
    std::uint32_t number = 0;
    for (const PhraseText& text : texts_) {
      ++number;
      ++texts_in_[text.language];
      for (const Word& word : words_of(text.text)) {
        words_[word_key(text.language, word.folded)].add(number);
      }
    }
    number = 0;
    for (const PhraseText& text : texts_) {
      ++number;
      each_phrase(text, [&](const std::vector<Word>&, const Phrase& phrase) {
        phrases_[phrase.key].add(number);
      });
    }
  }

  std::vector<CorpusPhrase> run(std::size_t most) {
    choose();
    drop_pieces();
    std::vector<CorpusPhrase> found;
    for (const auto& [key, chosen] : chosen_) {
      if (chosen.is_piece) continue;
      const auto by_count = [](const auto& a, const auto& b) { return a.second < b.second; };
      // At the beginning of a sentence a capital says nothing.
      const auto& forms = chosen.forms.empty() ? chosen.forms_of_beginnings : chosen.forms;
      const auto written = std::max_element(forms.begin(), forms.end(), by_count);
      found.push_back({written->first, phrases_.at(key).texts});
    }
    std::sort(found.begin(), found.end(), [](const CorpusPhrase& a, const CorpusPhrase& b) {
      return a.texts != b.texts ? a.texts > b.texts : a.text < b.text;
    });
    found.resize(std::min(found.size(), most));
    return found;
  }

 private:
  struct Chosen {
    std::map<std::string, std::size_t> forms;  // as written inside sentences, how often
    std::map<std::string, std::size_t> forms_of_beginnings;
    bool is_piece = false;
  };

  std::uint32_t least_texts_of(const std::string& language) const {
    const std::uint32_t least = language == "en" ? least_texts : least_texts_unknown;
    return std::max(least, texts_in_.at(language) / texts_for_one_more);
  }

  bool carries_meaning(const PhraseText& text, std::string_view word) const {
    if (!has_letter(word) || is_stop_word(word)) return false;
    if (text.language == "en") {
      static_assert(std::is_sorted(empty_at_borders.begin(), empty_at_borders.end()));
      return word.size() > 1 &&
             !std::binary_search(empty_at_borders.begin(), empty_at_borders.end(), word);
    }
    if (word.size() <= short_word) return false;
    const double all = texts_in_.at(text.language);
    return words_.at(word_key(text.language, word)).texts <= std::max(3.0, stop_word_share * all);
  }

  template <typename Visit>
  void each_phrase(const PhraseText& text, const Visit& visit) const {
    const std::vector<Word> words = words_of(text.text);
    std::vector<bool> meaningful;
    for (const Word& word : words) meaningful.push_back(carries_meaning(text, word.folded));
    for (std::size_t begin = 0; begin < words.size(); ++begin) {
      if (!meaningful[begin]) continue;
      std::string folded = text.language;
      bool is_one_word = true;  // so far: "kick-off"
      for (std::size_t size = 1; size <= longest_phrase && begin + size <= words.size(); ++size) {
        const Word& last = words[begin + size - 1];
        is_one_word = size == 1 || (is_one_word && words[begin + size - 2].joiner != '\0');
        if (!is_one_word && meaningful[begin + size - 1]) {
          visit(words, {hash64(folded + " " + singular(last.folded)), begin, size});
        }
        if (last.ends_clause) break;
        folded += " " + last.folded;
      }
    }
  }

  double information(const PhraseText& text, const std::vector<Word>& words,
                     const Phrase& phrase) const {
    const double all = texts_in_.at(text.language);
    const double together = std::log(phrases_.at(phrase.key).texts / all);
    if (together == 0) return 0;
    double apart = 0;
    double counted = 0;
    for (std::size_t i = phrase.begin; i < phrase.begin + phrase.size; ++i) {
      if (!carries_meaning(text, words[i].folded)) continue;  // "of" tells nothing
      apart += std::log(words_.at(word_key(text.language, words[i].folded)).texts / all);
      ++counted;
    }
    return (together - apart) / (-together * (counted - 1));
  }

  void choose() {
    for (const PhraseText& text : texts_) {
      each_phrase(text, [&](const std::vector<Word>& words, const Phrase& phrase) {
        if (phrases_.at(phrase.key).texts < least_texts_of(text.language)) return;
        if (information(text, words, phrase) < least_information) return;
        const std::size_t begin = words[phrase.begin].range.begin;
        const std::size_t end = words[phrase.begin + phrase.size - 1].range.end;
        std::string written = text.text.substr(begin, end - begin);
        if (written.find('\n') != std::string::npos) return;
        Chosen& chosen = chosen_[phrase.key];
        ++(words[phrase.begin].starts_sentence ? chosen.forms_of_beginnings
                                               : chosen.forms)[std::move(written)];
      });
    }
  }

  void drop_pieces() {
    for (const PhraseText& text : texts_) {
      std::vector<Phrase> here;
      each_phrase(text, [&](const std::vector<Word>&, const Phrase& phrase) {
        if (chosen_.contains(phrase.key)) here.push_back(phrase);
      });
      for (const Phrase& longer : here) {
        for (const Phrase& shorter : here) {
          const bool is_inside = shorter.size < longer.size && shorter.begin >= longer.begin &&
                                 shorter.begin + shorter.size <= longer.begin + longer.size;
          if (is_inside &&
              phrases_.at(longer.key).texts >= piece_share * phrases_.at(shorter.key).texts) {
            chosen_.at(shorter.key).is_piece = true;
          }
        }
      }
    }
  }

  std::span<const PhraseText> texts_;
  std::map<std::string, std::uint32_t> texts_in_;  // by language
  std::unordered_map<std::string, Count> words_;   // by language and word
  std::unordered_map<std::uint64_t, Count> phrases_;
  std::map<std::uint64_t, Chosen> chosen_;
};

}  // namespace

std::vector<CorpusPhrase> frequent_phrases(std::span<const PhraseText> texts, std::size_t most) {
  return Miner(texts).run(most);
}

}  // namespace guidepost::indexer
