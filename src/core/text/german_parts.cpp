#include "core/text/german_parts.h"

#include <algorithm>
#include <array>
#include <optional>

namespace guidepost {
namespace {

// Both sorted, folded.
constexpr std::array<std::string_view, 82> occupations{
    "administrator",   "analyst",      "anwalt",        "arbeiter",
    "architekt",       "arzt",         "assistent",     "ausbilder",
    "backer",          "bauer",        "beauftragter",  "berater",
    "betreuer",        "controller",   "designer",      "dozent",
    "einkaufer",       "elektriker",   "elektroniker",  "entwickler",
    "erzieher",        "fachfrau",     "fachkraft",     "fachmann",
    "fahrer",          "forscher",     "fotograf",      "gestalter",
    "handler",         "handwerker",   "helfer",        "informatiker",
    "ingenieur",       "installateur", "journalist",    "kauffrau",
    "kaufmann",        "koch",         "konstrukteur",  "kraft",
    "lackierer",       "lehrer",       "lehrling",      "leiter",
    "makler",          "maler",        "manager",       "mechaniker",
    "mechatroniker",   "meister",      "metzger",       "mitarbeiter",
    "monteur",         "padagoge",     "pfleger",       "physiker",
    "planer",          "praktikant",   "programmierer", "prufer",
    "psychologe",      "redakteur",    "referent",      "richter",
    "sachbearbeiter",  "schlosser",    "schreiner",     "schweisser",
    "sekretar",        "spezialist",   "techniker",     "tester",
    "therapeut",       "tischler",     "trainer",       "ubersetzer",
    "verkaufer",       "vertreter",    "verwalter",     "wirt",
    "wissenschaftler", "zeichner"};

constexpr std::array<std::string_view, 177> other_words{
    "abteilung",     "agentur",      "alltag",       "alten",          "anlagen",
    "anschreiben",   "anwendung",    "anzeige",      "arbeit",         "architektur",
    "ausbildung",    "auto",         "automobil",    "back",           "bahn",
    "bank",          "bau",          "bauingenieur", "beratung",       "berufs",
    "beschreibung",  "betreuung",    "betrieb",      "bewerbung",      "bild",
    "bildung",       "bio",          "buch",         "buro",           "chef",
    "chemie",        "daten",        "datenbank",    "dienst",         "digital",
    "druck",         "einkauf",      "elektro",      "energie",        "entwicklung",
    "erfahrung",     "erziehung",    "export",       "fabrik",         "fach",
    "fahrzeug",      "familien",     "fertigung",    "film",           "finanz",
    "flug",          "forschung",    "fort",         "frontend",       "garten",
    "gehalt",        "gesellschaft", "gesprach",     "gesundheit",     "grund",
    "gruppe",        "handel",       "haus",         "heil",           "heizung",
    "hochschul",     "hotel",        "immobilien",   "import",         "industrie",
    "informatik",    "internet",     "kenntnisse",   "kinder",         "klinik",
    "kommunikation", "konstruktion", "konto",        "kosten",         "kranken",
    "kredit",        "kunden",       "kunst",        "kurier",         "labor",
    "lager",         "land",         "landschaft",   "lebenslauf",     "lebensmittel",
    "leistung",      "leitung",      "logistik",     "losung",         "luft",
    "marketing",     "markt",        "maschinen",    "maschinenbau",   "medien",
    "medizin",       "messe",        "metall",       "mobel",          "mode",
    "musik",         "netz",         "netzwerk",     "offentlichkeit", "online",
    "orchester",     "organisation", "patent",       "personal",       "pflege",
    "physik",        "plan",         "planung",      "platz",          "produkt",
    "produktion",    "projekt",      "prozess",      "prufung",        "qualitat",
    "recht",         "restaurant",   "schicht",      "schiff",         "schreiben",
    "schul",         "schule",       "schulung",     "schutz",         "sicherheit",
    "software",      "sozial",       "sport",        "sprach",         "sprache",
    "stadt",         "stelle",       "stellen",      "steuer",         "strasse",
    "studium",       "system",       "technik",      "test",           "text",
    "tier",          "umwelt",       "unternehmen",  "unterricht",     "veranstaltung",
    "verarbeitung",  "verhandlung",  "verkauf",      "verlag",         "vermogen",
    "versicherung",  "vertrieb",     "verwaltung",   "vorstellung",    "wasser",
    "web",           "weiter",       "werbung",      "werk",           "werkzeug",
    "wirtschaft",    "wissen",       "wohnung",      "zahn",           "zeit",
    "zeitung",       "zimmer"};

constexpr std::size_t shortest_part = 3;
constexpr std::size_t longest_word = 48;
constexpr std::size_t most_parts = 4;

bool is_occupation(std::string_view word) {
  static_assert(std::is_sorted(occupations.begin(), occupations.end()));
  return std::binary_search(occupations.begin(), occupations.end(), word);
}

bool is_known(std::string_view word) {
  static_assert(std::is_sorted(other_words.begin(), other_words.end()));
  return is_occupation(word) || std::binary_search(other_words.begin(), other_words.end(), word);
}

/// The known word that `word` is, perhaps with letters that link it to what follows, or in the feminine or plural at the end.
std::optional<std::string_view> known_form(std::string_view word,
                                           std::initializer_list<std::string_view> endings) {
  if (is_known(word)) return word;
  for (const std::string_view ending : endings) {
    if (!word.ends_with(ending)) continue;
    const std::string_view stem = word.substr(0, word.size() - ending.size());
    if (is_known(stem)) return stem;
  }
  return std::nullopt;
}

std::optional<std::string_view> linked(std::string_view word) {
  return known_form(word, {"s", "es", "n", "en", "er"});
}

std::optional<std::string_view> last(std::string_view word) {
  return known_form(word, {"in", "innen", "e", "en", "er", "ern", "n", "s", "es"});
}

/// Splits all of `word` into known parts, the longest first part first; nothing when that is not possible. Words are short.
bool split(std::string_view word, std::vector<std::string>& parts) {
  if (const auto whole = last(word)) {
    parts.emplace_back(*whole);
    return true;
  }
  if (parts.size() + 1 >= most_parts) return false;
  for (std::size_t at = word.size(); at-- > shortest_part;) {
    const auto first = word.size() - at < shortest_part ? std::nullopt : linked(word.substr(0, at));
    if (!first) continue;
    parts.emplace_back(*first);
    if (split(word.substr(at), parts)) return true;
    parts.pop_back();
  }
  return false;
}

/// The occupation that a word of unknown parts ends with.
std::optional<std::string_view> ending_occupation(std::string_view word) {
  constexpr std::size_t shortest_rest = 4;
  constexpr std::size_t shortest_sure = 7;  // "maler" ends "optimaler", "tester" ends "leichtester"
  constexpr std::array<std::string_view, 3> sure{"fahrer", "lehrer", "leiter"};
  for (const std::string_view ending : {"", "in", "innen", "n", "en", "e", "s"}) {
    if (!word.ends_with(ending)) continue;
    const std::string_view stem = word.substr(0, word.size() - ending.size());
    for (std::size_t at = shortest_rest; at < stem.size(); ++at) {
      const std::string_view found = stem.substr(at);
      const bool is_sure =
          found.size() >= shortest_sure || std::find(sure.begin(), sure.end(), found) != sure.end();
      if (is_sure && is_occupation(found)) return found;
    }
  }
  return std::nullopt;
}

}  // namespace

std::vector<std::string> german_parts(std::string_view folded_word) {
  std::vector<std::string> parts;
  if (folded_word.size() > longest_word) return parts;
  if (!split(folded_word, parts)) {
    if (const auto occupation = ending_occupation(folded_word)) parts.emplace_back(*occupation);
  }
  std::erase(parts, folded_word);
  return parts;
}

}  // namespace guidepost
