// Words to stems, by language.
#include "core/text/stemmer.h"

#include <catch2/catch.hpp>

#include <sstream>
#include <string>
#include <utility>

namespace guidepost {

TEST_CASE("words of one family have one stem", "[stemmer]") {
  const auto [language, word, stem] = GENERATE(table<std::string, std::string, std::string>({
      {"en", "deployments", "deploy"},
      {"en", "deploying", "deploy"},
      {"en", "deploy", "deploy"},
      {"en", "negotiation", "negoti"},
      {"en", "skills", "skill"},
      {"de", "lernen", "lern"},
      {"fr", "continuation", "continu"},
      {"en", "", ""},
  }));
  CAPTURE(language, word);
  CHECK(Stemmer(language).stem(word) == stem);
}

TEST_CASE("every language of Snowball has a stemmer, by code and by name", "[stemmer]") {
  // A word that the language's stemmer shortens, without accents as fold() leaves it.
  const auto [codes, word, stem] = GENERATE(table<std::string, std::string, std::string>({
      {"ar ara arabic", "\u0627\u0644\u0645\u0647\u0646\u062f\u0633\u0648\u0646",
       "\u0645\u0647\u0646\u062f\u0633"},
      {"hy hye armenian", "\u057e\u0561\u0580\u0578\u0580\u0564\u0576\u0565\u0580", "\u057e\u0561"},
      {"eu eus basque", "langileak", "lan"},
      {"ca cat catalan", "enginyers", "enginy"},
      {"da dan danish", "udviklere", "udvikl"},
      {"nl nld dutch", "ontwikkelaars", "ontwikkelar"},
      {"en eng english en-GB en_US EN", "deployments", "deploy"},
      {"fi fin finnish", "kehittajien", "kehittaj"},
      {"fr fra french fr-CA", "developpeuses", "developp"},
      {"de deu german de-AT de_CH DE German", "entwicklern", "entwickl"},
      {"el ell greek", "\u03bc\u03b7\u03c7\u03b1\u03bd\u03b9\u03ba\u03bf\u03b9",
       "\u03bc\u03b7\u03c7\u03b1\u03bd\u03b9\u03ba"},
      {"hi hin hindi", "\u0905\u092d\u093f\u092f\u0902\u0924\u093e\u0913\u0902",
       "\u0905\u092d\u093f\u092f\u0902\u0924"},
      {"hu hun hungarian", "fejlesztoknek", "fejleszt"},
      {"id ind indonesian", "pengembangan", "embang"},
      {"ga gle irish", "bhfuinneoga", "fuinneoga"},
      {"it ita italian", "sviluppatori", "svilupp"},
      {"lt lit lithuanian", "programuotojas", "progr"},
      {"ne nep nepali",
       "\u0935\u093f\u0915\u093e\u0938\u0915\u0930\u094d\u0924\u093e\u0939\u0930\u0942",
       "\u0935\u093f\u0915\u093e\u0938\u0915\u0930\u094d\u0924\u093e"},
      {"no nor norwegian nb nn nb-NO", "utviklerne", "utviklern"},
      {"pt por portuguese pt-BR", "programadores", "program"},
      {"ro ron romanian", "dezvoltatori", "dezvolt"},
      {"ru rus russian", "\u0438\u043d\u0436\u0435\u043d\u0435\u0440\u044b",
       "\u0438\u043d\u0436\u0435\u043d\u0435\u0440"},
      {"sr srp serbian", "programerima", "programer"},
      {"es spa spanish es-419", "programadores", "program"},
      {"sv swe swedish", "utvecklare", "utveckl"},
      {"ta tam tamil", "\u0baa\u0bca\u0bb1\u0bbf\u0baf\u0bbe\u0bb3\u0bb0\u0bcd\u0b95\u0bb3\u0bcd",
       "\u0baa\u0bca\u0bb1\u0bbf\u0baf\u0bbe\u0bb3\u0bb0\u0bcd"},
      {"tr tur turkish", "muhendisler", "muhendis"},
      {"yi yid yiddish", "\u05d0\u05b7\u05e8\u05d1\u05e2\u05d8\u05e2\u05e8", "\u05d0\u05e8\u05d1"},
  }));
  std::istringstream all(codes);
  for (std::string code; all >> code;) {
    CAPTURE(code, word);
    CHECK(Stemmer(code).stem(word) == stem);
  }
  CHECK(Stemmer::languages().size() >= 27);
}

TEST_CASE("an ending is known though its accent is left out", "[stemmer]") {
  const auto [language, one, many] = GENERATE(table<std::string, std::string, std::string>({
      {"es", "programacion", "programaciones"},
      {"es", "decision", "decisiones"},
      {"pt", "programacao", "programacoes"},
      {"ca", "programacio", "programacions"},
      {"fr", "employee", "employees"},
  }));
  CAPTURE(one);
  CHECK(Stemmer(language).stem(one) == Stemmer(language).stem(many));
}

TEST_CASE("no word loses everything", "[stemmer]") {
  CHECK(Stemmer("tr").stem("lar\u0131") == "lar\u0131");
}

TEST_CASE("a language without a stemmer leaves words as they are", "[stemmer]") {
  const auto* language = GENERATE("xx", "", "english please", "\xff");
  CHECK(Stemmer(language).stem("deployments") == "deployments");
}

TEST_CASE("a stemmer can be moved and used again", "[stemmer]") {
  Stemmer first("en");
  CHECK(first.stem("skills") == "skill");
  const Stemmer second = std::move(first);
  CHECK(second.stem("skills") == "skill");
  CHECK(second.stem("interviews") == "interview");
}

}  // namespace guidepost
