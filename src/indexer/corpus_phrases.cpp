#include "indexer/corpus_phrases.h"

#include "core/index/checksum.h"
#include "core/index/little_endian.h"
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

/// A word of one language.
struct KnownWord {
  std::string folded;
  Count count;
  std::uint32_t singular = 0;      // its number; its own where it is none
  std::uint32_t with_plurals = 0;  // texts, of a singular
  bool carries_meaning = false;
};

/// A word where it stands.
struct Standing {
  std::uint32_t word = 0;
  std::uint32_t begin = 0;  // bytes
  std::uint32_t end = 0;
  bool starts_sentence = false;
  bool ends_clause = false;
  bool is_joined = false;  // to the next, as in "kick-off"
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

/// The words of all texts, as numbers: texts are cut only once.
class Reading {
 public:
  explicit Reading(std::span<const PhraseText> texts) : texts_(texts) {
    for (const PhraseText& text : texts_) {
      ++texts_in_[text.language];
      std::vector<Standing> words;
      for (const Word& word : words_of(text.text)) {
        const std::uint32_t number = number_of(text.language, word.folded);
        words_[number].count.add(static_cast<std::uint32_t>(standing_.size() + 1));
        words.push_back({number, static_cast<std::uint32_t>(word.range.begin),
                         static_cast<std::uint32_t>(word.range.end), word.starts_sentence,
                         word.ends_clause, word.joiner != '\0'});
      }
      standing_.push_back(std::move(words));
    }
    for (const auto& [language, numbers] : numbers_) {
      for (const auto& [folded, number] : numbers) find_singular(numbers, words_[number]);
      for (const auto& [folded, number] : numbers) judge(language, words_[number]);
    }
  }

  std::size_t size() const { return texts_.size(); }
  const PhraseText& text(std::size_t number) const { return texts_[number]; }
  const std::vector<Standing>& words(std::size_t text) const { return standing_[text]; }
  const KnownWord& word(const Standing& at) const { return words_[at.word]; }
  std::uint32_t texts_in(const std::string& language) const { return texts_in_.at(language); }

  std::uint32_t least_texts_of(const std::string& language) const {
    const std::uint32_t least = language == "en" ? least_texts : least_texts_unknown;
    return std::max(least, texts_in(language) / texts_for_one_more);
  }

  template <typename Visit>
  void each_phrase(std::size_t text, const Visit& visit) const {
    const std::vector<Standing>& words = standing_[text];
    for (std::size_t begin = 0; begin < words.size(); ++begin) {
      if (!word(words[begin]).carries_meaning) continue;
      std::array<std::uint32_t, longest_phrase> numbers{};
      bool is_one_word = true;  // so far: "kick-off"
      for (std::size_t size = 1; size <= longest_phrase && begin + size <= words.size(); ++size) {
        const Standing& last = words[begin + size - 1];
        is_one_word = size == 1 || (is_one_word && words[begin + size - 2].is_joined);
        if (!is_one_word && word(last).carries_meaning) {
          numbers[size - 1] = word(last).singular;
          visit(Phrase{key_of(numbers, size), begin, size});
        }
        if (last.ends_clause) break;
        numbers[size - 1] = last.word;
      }
    }
  }

 private:
  std::uint32_t number_of(const std::string& language, const std::string& folded) {
    const auto [known, is_new] =
        numbers_[language].try_emplace(folded, static_cast<std::uint32_t>(words_.size()));
    if (is_new) words_.push_back({folded, {}, known->second, 0, false});
    return known->second;
  }

  void find_singular(const std::unordered_map<std::string, std::uint32_t>& numbers,
                     KnownWord& word) {
    const auto one = numbers.find(singular(word.folded));
    if (one != numbers.end()) word.singular = one->second;
    words_[word.singular].with_plurals += word.count.texts;
  }

  /// What a word does not reach with its plural, no phrase with it does.
  void judge(const std::string& language, KnownWord& word) const {
    const bool is_frequent = words_[word.singular].with_plurals >= least_texts_of(language);
    word.carries_meaning = is_frequent && may_end_phrase(language, word);
  }

  bool may_end_phrase(const std::string& language, const KnownWord& word) const {
    const std::string_view folded = word.folded;
    if (!has_letter(folded) || is_stop_word(folded)) return false;
    if (language == "en") {
      static_assert(std::is_sorted(empty_at_borders.begin(), empty_at_borders.end()));
      return folded.size() > 1 &&
             !std::binary_search(empty_at_borders.begin(), empty_at_borders.end(), folded);
    }
    if (folded.size() <= short_word) return false;
    return word.count.texts <= std::max(3.0, stop_word_share * texts_in(language));
  }

  static std::uint64_t key_of(const std::array<std::uint32_t, longest_phrase>& numbers,
                              std::size_t size) {
    std::string bytes;
    for (std::size_t i = 0; i < size; ++i) append_little_endian(bytes, numbers[i]);
    return hash64(bytes);
  }

  std::span<const PhraseText> texts_;
  std::map<std::string, std::uint32_t> texts_in_;                                  // by language
  std::map<std::string, std::unordered_map<std::string, std::uint32_t>> numbers_;  // by language
  std::vector<KnownWord> words_;
  std::vector<std::vector<Standing>> standing_;  // by text
};

class Miner {
 public:
  explicit Miner(std::span<const PhraseText> texts) : reading_(texts) {
    for (std::size_t text = 0; text < reading_.size(); ++text) {
      reading_.each_phrase(text, [&](const Phrase& phrase) {
        counts_[phrase.key].add(static_cast<std::uint32_t>(text + 1));
      });
    }
  }

  std::vector<CorpusPhrase> run(std::size_t most) {
    for (std::size_t text = 0; text < reading_.size(); ++text) choose(text);
    for (std::size_t text = 0; text < reading_.size(); ++text) drop_pieces(text);
    std::vector<CorpusPhrase> found;
    for (const auto& [key, chosen] : chosen_) {
      if (chosen.is_piece) continue;
      const auto by_count = [](const auto& a, const auto& b) { return a.second < b.second; };
      // At the beginning of a sentence a capital says nothing.
      const auto& forms = chosen.forms.empty() ? chosen.forms_of_beginnings : chosen.forms;
      const auto written = std::max_element(forms.begin(), forms.end(), by_count);
      found.push_back({written->first, counts_.at(key).texts});
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

  double information(std::size_t text, const Phrase& phrase) const {
    const double all = reading_.texts_in(reading_.text(text).language);
    const double together = std::log(counts_.at(phrase.key).texts / all);
    if (together == 0) return 0;
    double apart = 0;
    double counted = 0;
    for (std::size_t i = phrase.begin; i < phrase.begin + phrase.size; ++i) {
      const KnownWord& word = reading_.word(reading_.words(text)[i]);
      if (!word.carries_meaning) continue;  // "of" tells nothing
      apart += std::log(word.count.texts / all);
      ++counted;
    }
    return (together - apart) / (-together * (counted - 1));
  }

  void choose(std::size_t text) {
    const std::vector<Standing>& words = reading_.words(text);
    const PhraseText& source = reading_.text(text);
    const std::uint32_t least = reading_.least_texts_of(source.language);
    reading_.each_phrase(text, [&](const Phrase& phrase) {
      if (counts_.at(phrase.key).texts < least) return;
      if (information(text, phrase) < least_information) return;
      const Standing& first = words[phrase.begin];
      const Standing& last = words[phrase.begin + phrase.size - 1];
      std::string written = source.text.substr(first.begin, last.end - first.begin);
      if (written.find('\n') != std::string::npos) return;
      Chosen& chosen = chosen_[phrase.key];
      ++(first.starts_sentence ? chosen.forms_of_beginnings : chosen.forms)[std::move(written)];
    });
  }

  void drop_pieces(std::size_t text) {
    std::vector<Phrase> here;
    reading_.each_phrase(text, [&](const Phrase& phrase) {
      if (chosen_.contains(phrase.key)) here.push_back(phrase);
    });
    // They come in the order of their first words, so what a phrase holds begins where it does, or soon after.
    auto first = here.begin();
    for (const Phrase& longer : here) {
      while (first->begin < longer.begin) ++first;
      const std::size_t end = longer.begin + longer.size;
      for (auto shorter = first; shorter != here.end() && shorter->begin < end; ++shorter) {
        const bool is_inside = shorter->size < longer.size && shorter->begin + shorter->size <= end;
        if (is_inside &&
            counts_.at(longer.key).texts >= piece_share * counts_.at(shorter->key).texts) {
          chosen_.at(shorter->key).is_piece = true;
        }
      }
    }
  }

  Reading reading_;
  std::unordered_map<std::uint64_t, Count> counts_;  // of phrases
  std::map<std::uint64_t, Chosen> chosen_;
};

}  // namespace

std::vector<CorpusPhrase> frequent_phrases(std::span<const PhraseText> texts, std::size_t most) {
  return Miner(texts).run(most);
}

}  // namespace guidepost::indexer
