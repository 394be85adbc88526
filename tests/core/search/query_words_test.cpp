// What may stand for the words of a query, over a small real index. A row shows a word's ways with their trust, the best first.
#include "core/search/query_words.h"

#include "core/search/query_variants.h"
#include "core/search/ranking.h"
#include "support/small_index.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <string>

namespace guidepost {
namespace {

const test::SmallIndex& index() {
  static const test::SmallIndex small(
      test::line("support", "guide", "Technical support", "Answers the telephone.",
                 R"(, "aliases": ["Technician support", "Tech support"])") +
          test::line("analyst", "guide", "Data analyst", "Asks data for a salary.") +
          test::line("bench", "guide", "Laboratory worker", "Pours.") +
          test::line("vitae", "guide", "Curriculum vitae", "About a cv.") +
          test::line("home", "guide", "Remote worker",
                     "Work from home, machine learning, at any date.") +
          test::line("kubernetes", "skill", "Kubernetes", "Containers.", R"(, "aliases": ["k8s"])"),
      "- salary => pay, data\n- [cv, curriculum vitae]\n- work from home => remote\n");
  return small;
}

std::size_t frequency(const std::string& term) {
  return index().generation().titles.term_named(term) != NameIndex::none ||
                 index().generation().dictionary.documents_with(term) > 0
             ? 1
             : 0;
}

std::vector<QueryWord> words_of_query(const std::string& text, Typing typing = Typing::finished) {
  const Analyzer analyzer(index().generation().lexicon);
  return query_words(text, typing, index().generation(), analyzer, frequency);
}

double trust_in(const QueryWord& word, const std::string& term) {
  const auto way = std::find_if(word.ways.begin(), word.ways.end(),
                                [&](const StandIn& each) { return each.term == term; });
  return way == word.ways.end() ? 0 : way->trust;
}

}  // namespace

TEST_CASE("a clipped word is met by what it is short for, where anything is", "[query_words]") {
  const auto words = words_of_query("data lab mgr");
  REQUIRE(words.size() == 3);
  CHECK(trust_in(words[1], "laboratori") == ranking::trust::clipped);
  CHECK(trust_in(words[2], "manag") == 0);  // nothing here is a manager
}

TEST_CASE("a slip in the first letter is trusted less than one behind it", "[query_words]") {
  // "remote", once with another first letter and once with another last one.
  CHECK(trust_in(words_of_query("zemote")[0], "remot") == Approx(0.7));
  CHECK(trust_in(words_of_query("remotz")[0], "remot") == Approx(0.9));
}

TEST_CASE("a known word is trusted most, and what stands in for it less", "[query_words]") {
  const auto words = words_of_query("technician support");
  REQUIRE(words.size() == 2);
  CHECK(words[0].ways.front().term == "technician");
  CHECK(words[0].ways.front().trust == 1);
  for (const QueryWord& word : words) {
    for (std::size_t i = 1; i < word.ways.size(); ++i) {
      CHECK(word.ways[i].trust < 1);
      CHECK(word.ways[i].trust <= word.ways[i - 1].trust);
    }
  }
  CHECK(trust_in(words[0], "technic") > 0);  // names of one document use both
}

TEST_CASE("an unknown word is read as the nearest ones", "[query_words]") {
  const auto words = words_of_query("suport");
  REQUIRE(words.size() == 1);
  CHECK(trust_in(words[0], "support") == ranking::trust::one_edit);
}

TEST_CASE("words with digits, short words and known words have no edits", "[query_words]") {
  CHECK(words_of_query("k9s")[0].ways.empty());
  CHECK(words_of_query("dat")[0].ways.empty());
  REQUIRE(index().generation().dictionary.documents_with("date") > 0);
  CHECK(trust_in(words_of_query("data")[0], "date") == 0);
}

TEST_CASE("words are split and joined where that makes them known", "[query_words]") {
  const auto split = words_of_query("machinelearning");
  REQUIRE(split.size() == 2);
  CHECK(split[0].folded == "machine");
  const auto joined = words_of_query("kuber netes");
  REQUIRE(joined.size() == 1);
  CHECK(joined[0].folded == "kubernetes");
}

TEST_CASE("one edit is likelier than a space that was left out", "[query_words]") {
  static const test::SmallIndex passes(
      test::line("a", "guide", "Passenger transport", "Anger is no pass.") +
      test::line("b", "guide", "Driver", "A passenger waits."));
  const Analyzer analyzer(passes.generation().lexicon);
  const auto words = query_words("passanger", Typing::finished, passes.generation(), analyzer,
                                 [](const std::string&) { return 0; });
  REQUIRE(words.size() == 1);
  CHECK(trust_in(words[0], "passeng") == ranking::trust::one_edit);
}

TEST_CASE("a word that hardly anything has may be a slip for one that very much has",
          "[query_words]") {
  std::string lines = test::line("slip", "guide", "Advisor", "About enegry once.");
  for (int i = 0; i < 60; ++i) {
    lines += test::line("e" + std::to_string(i), "passage", "Talk", "On energy, and on some rain.");
  }
  lines += test::line("rein", "passage", "Talk", "Rein in.");
  const test::SmallIndex small(lines + test::line("rein2", "passage", "Talk", "Reins, a rein.") +
                               test::line("rein3", "passage", "Talk", "A rein."));
  const Analyzer analyzer(small.generation().lexicon);
  const auto words = query_words("enegry rein", Typing::finished, small.generation(), analyzer,
                                 [](const std::string&) { return 1; });
  REQUIRE(words.size() == 2);
  CHECK(words[0].ways.front().term == "enegri");
  CHECK(trust_in(words[0], "energi") == ranking::trust::likelier_word);
  CHECK(trust_in(words[1], "rain") == 0);  // three documents have it: a word of its own
}

TEST_CASE("the name of a skill stands for it under any other", "[query_words]") {
  CHECK(trust_in(words_of_query("k8s")[0], "USkubernetes") == ranking::name_trust);
}

TEST_CASE("the last word may be the beginning of one while it is typed", "[query_words]") {
  const auto finished = words_of_query("data anal");
  const auto typing = words_of_query("data anal", Typing::in_progress);
  CHECK(trust_in(finished[1], "analyst") < trust_in(typing[1], "analyst"));
}

TEST_CASE("a synonym of one word is a way, less trusted than the word", "[query_words]") {
  const auto words = words_of_query("salary");
  CHECK(trust_in(words[0], "data") == ranking::trust::synonym);
  CHECK(trust_in(words[0], "salari") == 1);
  CHECK(trust_in(words_of_query("data")[0], "salari") == 0);  // one way
}

TEST_CASE("what several words mean stands for each of them that carries something",
          "[query_words]") {
  const auto words = words_of_query("work from home");
  REQUIRE(words.size() == 2);
  CHECK(trust_in(words[0], "remot") == ranking::trust::synonym);
  CHECK(trust_in(words[1], "remot") == ranking::trust::synonym);
  CHECK(trust_in(words_of_query("work home")[0], "remot") == 0);
}

TEST_CASE("a synonym of several words is a phrase and a variant of the query", "[query_words]") {
  const Analyzer analyzer(index().generation().lexicon);
  const auto variants =
      query_variants("cv data", Typing::finished, index().generation(), analyzer, frequency);
  REQUIRE(variants.size() == 2);
  REQUIRE(variants[0].size() == 2);
  REQUIRE(variants[0][0].phrases.size() == 1);
  CHECK(variants[0][0].phrases[0].terms.size() == 2);
  REQUIRE(variants[1].size() == 3);
  CHECK(variants[1][0].folded == "curriculum");
  CHECK_FALSE(variants[1][0].is_typed);
  CHECK(variants[1][0].ways.front().trust == ranking::trust::synonym);
  CHECK(variants[1][2].is_typed);
  CHECK(variants[1][2].ways.front().trust == 1);
}

const test::SmallIndex& technologies() {
  static const test::SmallIndex small(
      test::line("source2", "skill", "Source 2 Engine", "An engine for games.") +
      test::line("d", "skill", "D", "A language.", R"(, "aliases": ["d-language"])") +
      test::line("jam", "skill", "AdventureX 2025", "An adventure with an x.") +
      test::line("special", "skill", "Microelectronics", "At the micro scale.") +
      test::line("postgres", "skill", "PostgreSQL", "A database.") +
      test::line("java", "skill", "Java", "A javascript is no script in java.") +
      test::line("app", "skill", "Apples", "For each application an app.") +
      test::line("log4", "skill", "Log", "It has nothing to do with log4.") +
      test::line("web", "skill", "Web pages", "A webpage, or a web page; engine2 is another."));
  return small;
}

std::vector<std::vector<QueryWord>> variants_of(const std::string& text) {
  const Generation& generation = technologies().generation();
  const Analyzer analyzer(generation.lexicon);
  return query_variants(text, Typing::finished, generation, analyzer, [&](const std::string& term) {
    return generation.titles.term_named(term) != NameIndex::none ||
                   generation.dictionary.documents_with(term) > 0
               ? 1
               : 0;
  });
}

TEST_CASE("a single letter is joined to its neighbour in a variant where a name is written so",
          "[query_words]") {
  const auto variants = variants_of("adventure x");
  REQUIRE(variants.size() == 2);
  CHECK(variants[0].size() == 2);  // as typed as well
  REQUIRE(variants[1].size() == 1);
  CHECK(variants[1][0].folded == "adventurex");
  CHECK(variants_of("adventure d").size() == 1);
  CHECK(variants_of("source 2").size() == 1);  // no letter
}

TEST_CASE("a word with lang behind it is the language", "[query_words]") {
  const auto words = variants_of("dlang").front();
  REQUIRE(words.size() == 2);
  CHECK(words[0].folded == "d");
  CHECK(words[1].folded == "language");
  CHECK(variants_of("xlang").front().size() == 1);       // nothing is called X
  CHECK(variants_of("enginelang").front().size() == 1);  // nothing is called just that
}

TEST_CASE("a word that is cut short stands for the whole", "[query_words]") {
  CHECK(trust_in(variants_of("micro").front()[0], "microelectron") == ranking::trust::cut_short);
  CHECK(trust_in(variants_of("microelectronics").front()[0], "micro") == 0);
  CHECK(trust_in(variants_of("micr").front()[0], "microelectron") == 0);  // too short to tell
}

TEST_CASE("a word that no name holds is taken apart in a variant", "[query_words]") {
  const auto digits = variants_of("engine2");
  REQUIRE(digits.size() == 2);
  CHECK(digits[0].size() == 1);  // as typed as well
  REQUIRE(digits[1].size() == 2);
  CHECK(digits[1][0].folded == "engine");
  CHECK(digits[1][1].folded == "2");
  const auto words = variants_of("webpage");
  REQUIRE(words.size() == 2);
  REQUIRE(words[1].size() == 2);
  CHECK(words[1][1].folded == "page");
  CHECK_FALSE(words[1][1].is_typed);
  CHECK(words[1][1].ways.front().trust == ranking::trust::taken_apart);
  CHECK(variants_of("log4").size() == 1);  // too short: a name of its own
  CHECK(variants_of("engine").size() == 1);
}

TEST_CASE("a slip, a word that is being typed and a name are not taken apart", "[query_words]") {
  CHECK(variants_of("webpages").size() == 1);    // one edit from a word
  CHECK(variants_of("javascript").size() == 1);  // no script of Java
  const Generation& generation = technologies().generation();
  const Analyzer analyzer(generation.lexicon);
  CHECK(
      query_variants("webpage", Typing::in_progress, generation, analyzer, [](const std::string&) {
        return 1;
      }).size() == 1);
}

TEST_CASE("a first letter and an end name the whole", "[query_words]") {
  const SearchAnswer answer = technologies().search("psql");
  REQUIRE_FALSE(answer.hits.empty());
  CHECK(answer.hits[0].id == "postgres");
}

TEST_CASE("of very many unknown words only some are looked for", "[query_words]") {
  std::string text;
  for (char c = 'b'; c < 'b' + 20; ++c) text += std::string("support") + c + " ";
  const auto words = words_of_query(text);
  CHECK(words.size() <= ranking::max_words);
  CHECK(trust_in(words[0], "support") == ranking::trust::one_edit);
  CHECK(trust_in(words.back(), "support") < ranking::trust::one_edit);
}

}  // namespace guidepost
