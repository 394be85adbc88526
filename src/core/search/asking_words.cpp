#include "core/search/asking_words.h"

#include "core/model/pay_question.h"
#include "core/model/section_intent.h"

#include <algorithm>
#include <string>
#include <vector>

namespace guidepost {
namespace {

void read_sections(std::span<const std::string> folded, Reading& reading) {
  for (std::size_t i = 0; i < folded.size();) {
    const auto intent = section_intent_at(folded, i);
    if (!intent) {
      ++i;
      continue;
    }
    if (!reading.interpretation.section) reading.interpretation.section = intent->kind;
    for (std::size_t j = i; j < i + intent->words; ++j) reading.asking.insert(folded[j]);
    i += intent->words;
  }
}

void read_pay(std::span<const std::string> folded, Reading& reading) {
  if (std::none_of(folded.begin(), folded.end(), asks_about_pay)) return;
  reading.asks_about_pay = true;
  for (const std::string& word : folded) {
    if (asks_about_pay(word) || goes_with_pay(word)) reading.asking.insert(word);
  }
}

}  // namespace

void read_asking_words(std::span<const Word> words, Reading& reading) {
  std::vector<std::string> folded;
  folded.reserve(words.size());
  for (const Word& word : words) folded.push_back(word.folded);
  read_sections(folded, reading);
  read_pay(folded, reading);
}

}  // namespace guidepost
