// Which phrases a handful of texts repeat.
#include "indexer/corpus_phrases.h"

#include <catch2/catch.hpp>

#include <chrono>
#include <string>
#include <vector>

namespace guidepost::indexer {
namespace {

std::vector<std::string> phrases_in(const std::vector<PhraseText>& texts, std::size_t most = 20) {
  std::vector<std::string> found;
  for (const CorpusPhrase& phrase : frequent_phrases(texts, most)) {
    found.push_back(phrase.text + " " + std::to_string(phrase.texts));
  }
  return found;
}

/// The texts among others that have nothing to do with them: what is everywhere is no phrase.
std::vector<PhraseText> among_others(std::vector<PhraseText> texts) {
  for (char letter = 'a'; letter <= 'z'; ++letter) {
    texts.push_back({std::string(3, letter), "en"});
  }
  return texts;
}

using Found = std::vector<std::string>;

}  // namespace

TEST_CASE("what three texts have in common is a phrase, written as most write it",
          "[corpus_phrases]") {
  const auto texts = among_others({{"Ask the hiring manager first.", "en"},
                                   {"Hiring managers read it.", "en"},
                                   {"Write to the hiring manager. Twice a week, write.", "en"},
                                   {"A code review twice a month", "en"}});
  CHECK(phrases_in(texts) == Found{"hiring manager 3"});
}

TEST_CASE("a phrase keeps inside a clause, and begins and ends with a word that means something",
          "[corpus_phrases]") {
  const auto texts = among_others({{"the source of truth, quokka", "en"},
                                   {"one source of truth; quokka", "en"},
                                   {"a source of truth. quokka", "en"}});
  CHECK(phrases_in(texts) == Found{"source of truth 3"});
}

TEST_CASE("a piece of a longer phrase is none of its own", "[corpus_phrases]") {
  const auto texts = among_others({{"site reliability engineering", "en"},
                                   {"my site reliability engineering", "en"},
                                   {"do site reliability engineering now", "en"}});
  CHECK(phrases_in(texts) == Found{"site reliability engineering 3"});
}

TEST_CASE("a long text without a full stop is mined as fast as its words are many",
          "[corpus_phrases]") {
  std::string endless;
  for (int i = 0; i < 40'000; ++i) endless += "numbat bilby of quokka ";  // 1 MB
  const auto texts = among_others({{endless, "en"}, {endless, "en"}, {endless, "en"}});
  const auto begin = std::chrono::steady_clock::now();
  CHECK_FALSE(phrases_in(texts).empty());
  CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(10));
}

TEST_CASE("a text counts once, and languages count apart", "[corpus_phrases]") {
  const auto texts = among_others({{"quokka wombat, quokka wombat, quokka wombat", "en"},
                                   {"quokka wombat", "en"},
                                   {"quokka wombat", "de"}});
  CHECK(phrases_in(texts).empty());
}

TEST_CASE("the phrases of most texts come first, and no more than asked for", "[corpus_phrases]") {
  auto texts = among_others({{"quokka wombat", "en"}});
  for (int i = 0; i < 3; ++i)
    texts.push_back({"quokka wombat; numbat bilby; dunnart potoroo", "en"});
  CHECK(phrases_in(texts) == Found{"quokka wombat 4", "dunnart potoroo 3", "numbat bilby 3"});
  CHECK(phrases_in(texts, 1) == Found{"quokka wombat 4"});
  CHECK(phrases_in({}).empty());
}

}  // namespace guidepost::indexer
