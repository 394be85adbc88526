// What holds for every text, tried on many that nobody would write: pieces of all scripts and spellings, and any bytes.
#include "core/text/analyzer.h"
#include "core/text/utf8.h"
#include "support/dice.h"
#include "support/small_names.h"

#include <catch2/catch.hpp>
#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <set>
#include <string>
#include <vector>

namespace guidepost {
namespace {

const std::vector<std::string>& languages() {
  static const std::vector<std::string> some{"en", "de", "fr", "tr", "ru", "ja", "xx", "hi", ""};
  return some;
}

const std::vector<std::string>& pieces() {
  static const std::vector<std::string> all{"node",
                                            ".",
                                            "js",
                                            " ",
                                            "c",
                                            "++",
                                            "-",
                                            "\u00e9",
                                            "\u0301",
                                            "go",
                                            "/",
                                            "rest api",
                                            "s",
                                            "\u65e5",
                                            "'",
                                            "17",
                                            ",",
                                            "000",
                                            "k",
                                            "u.s.",
                                            "&",
                                            "(",
                                            ")",
                                            "\n",
                                            "\n\n",
                                            "\u2019",
                                            "ll",
                                            "l'",
                                            "front",
                                            "end",
                                            "software",
                                            "entwickler",
                                            "innen",
                                            "\uac1c",
                                            "\u0e07\u0e32\u0e19",
                                            "\u0439",
                                            "\u0e4d",
                                            "\u3099",
                                            "\u30ab",
                                            "\ufb01",
                                            "\uff23",
                                            "\u2122",
                                            "\u00ad",
                                            "\u00df",
                                            "\u03c3",
                                            "\u0627\u0644",
                                            "\U0001F680",
                                            "#",
                                            "_",
                                            "\ufe0f",
                                            "\u200d",
                                            "\u0130",
                                            "\u0131",
                                            "\u0915\u093f",
                                            "\u0587",
                                            "\u1e9e"};
  return all;
}

std::string text_of(test::Dice& dice) { return dice.text(pieces(), 0, 14); }

std::string any_text_of(test::Dice& dice) {
  if (dice.once_in(4)) return dice.bytes(30);
  if (dice.once_in(4)) {  // any characters
    icu::UnicodeString text;
    const std::size_t count = dice.roll(12);
    for (std::size_t i = 0; i < count; ++i) {
      text.append(static_cast<UChar32>(dice.roll(dice.once_in(3) ? 0x110000 : 0x3000)));
    }
    std::string bytes;
    text.toUTF8String(bytes);
    return bytes;
  }
  return text_of(dice);
}

std::string terms(const std::vector<Token>& tokens) {
  std::string row;
  for (const Token& token : tokens) row += std::to_string(token.position) + ":" + token.term + " ";
  return row;
}

std::string upper(const std::string& text) {
  std::string bytes;
  icu::UnicodeString::fromUTF8(text).toUpper(icu::Locale::getRoot()).toUTF8String(bytes);
  return bytes;
}

std::string normalized(const icu::Normalizer2* form, const std::string& text) {
  UErrorCode status = U_ZERO_ERROR;
  std::string bytes;
  form->normalize(icu::UnicodeString::fromUTF8(text), status).toUTF8String(bytes);
  return bytes;
}

}  // namespace

TEST_CASE("tokens come by position, on character borders, and fit into the index",
          "[analyzer][property]") {
  constexpr std::size_t longest_term = 245;  // Xapian's limit
  test::Dice dice(12);
  const Analyzer analyzer(test::small_lexicon());
  for (int round = 0; round < 6000; ++round) {
    const std::string text = any_text_of(dice);
    const std::string& language = languages()[dice.roll(languages().size())];
    CAPTURE(text, language);
    std::size_t last_position = 0;
    std::size_t last_begin = 0;
    for (const Token& token : analyzer.analyze(text, language, Lexicon::Side::text)) {
      REQUIRE(token.position >= last_position);
      REQUIRE(token.range.begin >= last_begin);
      REQUIRE(token.range.begin < token.range.end);
      REQUIRE(token.range.end <= text.size());
      REQUIRE_FALSE(token.term.empty());
      REQUIRE(token.term.size() <= longest_term);
      REQUIRE_FALSE(first_invalid_utf8(token.term));
      if (token.words == 1) {
        REQUIRE_FALSE(first_invalid_utf8(
            text.substr(token.range.begin, token.range.end - token.range.begin)));
      }
      last_position = token.position;
      last_begin = token.range.begin;
    }
  }
}

TEST_CASE("a query has all the tokens that the same text has", "[analyzer][property]") {
  test::Dice dice(13);
  const Lexicon no_names;
  const Analyzer nameless(no_names);
  const Analyzer analyzer(test::small_lexicon());
  for (int round = 0; round < 3000; ++round) {
    const std::string text = any_text_of(dice);
    CAPTURE(text);
    CHECK(terms(nameless.analyze(text, "en", Lexicon::Side::text)) ==
          terms(nameless.analyze(text, "en", Lexicon::Side::query)));
    // With names they differ in the names alone: their case matters in a text.
    const auto words_in = [&](Lexicon::Side side) {
      std::vector<Token> tokens = analyzer.analyze(text, "en", side);
      std::erase_if(tokens, [](const Token& token) { return token.kind == TokenKind::unit; });
      return terms(tokens);
    };
    CHECK(words_in(Lexicon::Side::text) == words_in(Lexicon::Side::query));
  }
}

TEST_CASE("every word of a text is found by the term it has alone", "[analyzer][property]") {
  // What the query side does: it cuts the query into words and asks for the term of each.
  test::Dice dice(14);
  const Analyzer analyzer(test::small_lexicon());
  for (int round = 0; round < 3000; ++round) {
    const std::string text = any_text_of(dice);
    const std::string& language = languages()[dice.roll(languages().size())];
    CAPTURE(text, language);
    std::set<std::string> indexed;
    for (const Token& token : analyzer.analyze(text, language, Lexicon::Side::text)) {
      indexed.insert(token.term);
    }
    for (const Word& word : words_of(text)) {
      CAPTURE(word.folded);
      CHECK(indexed.contains(analyzer.term_of(word.folded, language)));
      CHECK((language == "en" || indexed.contains(word.folded)));
    }
  }
}

TEST_CASE("composed and decomposed characters are the same", "[analyzer][property]") {
  test::Dice dice(15);
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* compose = icu::Normalizer2::getNFCInstance(status);
  const icu::Normalizer2* decompose = icu::Normalizer2::getNFDInstance(status);
  REQUIRE(U_SUCCESS(status));
  const Analyzer analyzer(test::small_lexicon());
  for (int round = 0; round < 4000; ++round) {
    const std::string text = dice.once_in(2) ? text_of(dice) : clean_utf8(any_text_of(dice));
    const std::string& language = languages()[dice.roll(languages().size())];
    CAPTURE(text, language);
    CHECK(terms(analyzer.analyze(normalized(compose, text), language, Lexicon::Side::text)) ==
          terms(analyzer.analyze(normalized(decompose, text), language, Lexicon::Side::text)));
  }
}

TEST_CASE("capitals make no other words", "[analyzer][property]") {
  test::Dice dice(16);
  const Analyzer analyzer(test::small_lexicon());
  for (int round = 0; round < 4000; ++round) {
    const std::string text = text_of(dice);
    CAPTURE(text);
    CHECK(terms(analyzer.analyze(text, "de", Lexicon::Side::query)) ==
          terms(analyzer.analyze(upper(text), "de", Lexicon::Side::query)));
  }
}

TEST_CASE("two paragraphs have the tokens of each", "[analyzer][property]") {
  // Paragraphs, not lines: a name may be broken over two lines of running text.
  test::Dice dice(17);
  const Analyzer analyzer(test::small_lexicon());
  for (int round = 0; round < 3000; ++round) {
    const std::string first = any_text_of(dice);
    const std::string second = any_text_of(dice);
    CAPTURE(first, second);
    std::vector<Token> apart = analyzer.analyze(first, "de", Lexicon::Side::text);
    const std::size_t words = words_of(first).size();
    for (Token& token : analyzer.analyze(second, "de", Lexicon::Side::text)) {
      token.position += words;
      apart.push_back(std::move(token));
    }
    CHECK(terms(analyzer.analyze(first + "\n\n" + second, "de", Lexicon::Side::text)) ==
          terms(apart));
  }
}

}  // namespace guidepost
