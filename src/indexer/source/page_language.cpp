#include "indexer/source/page_language.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace guidepost::indexer {
namespace {

struct Language {
  std::string_view code;
  std::string_view name;
};

constexpr Language languages[] = {
    {"af", "afrikaans"},  {"am", "amharic"},    {"ar", "arabic"},     {"az", "azerbaijani"},
    {"be", "belarusian"}, {"bg", "bulgarian"},  {"bn", "bengali"},    {"bs", "bosnian"},
    {"ca", "catalan"},    {"cs", "czech"},      {"cy", "welsh"},      {"da", "danish"},
    {"de", "german"},     {"el", "greek"},      {"en", "english"},    {"es", "spanish"},
    {"et", "estonian"},   {"eu", "basque"},     {"fa", "persian"},    {"fa", "farsi"},
    {"fi", "finnish"},    {"fr", "french"},     {"ga", "irish"},      {"gl", "galician"},
    {"gu", "gujarati"},   {"he", "hebrew"},     {"hi", "hindi"},      {"hr", "croatian"},
    {"hu", "hungarian"},  {"hy", "armenian"},   {"id", "indonesian"}, {"is", "icelandic"},
    {"it", "italian"},    {"ja", "japanese"},   {"ka", "georgian"},   {"kk", "kazakh"},
    {"km", "khmer"},      {"kn", "kannada"},    {"ko", "korean"},     {"lt", "lithuanian"},
    {"lv", "latvian"},    {"mk", "macedonian"}, {"ml", "malayalam"},  {"mn", "mongolian"},
    {"mr", "marathi"},    {"ms", "malay"},      {"my", "burmese"},    {"nb", "bokmal"},
    {"ne", "nepali"},     {"nl", "dutch"},      {"no", "norwegian"},  {"pa", "punjabi"},
    {"pl", "polish"},     {"pt", "portuguese"}, {"ro", "romanian"},   {"ru", "russian"},
    {"si", "sinhala"},    {"sk", "slovak"},     {"sk", "slovakian"},  {"sl", "slovenian"},
    {"sl", "slovene"},    {"sq", "albanian"},   {"sr", "serbian"},    {"sv", "swedish"},
    {"sw", "swahili"},    {"ta", "tamil"},      {"te", "telugu"},     {"th", "thai"},
    {"tl", "tagalog"},    {"tr", "turkish"},    {"uk", "ukrainian"},  {"ur", "urdu"},
    {"uz", "uzbek"},      {"vi", "vietnamese"}, {"zh", "chinese"}};

// Codes that file names mean something else by.
constexpr std::array<std::string_view, 25> words{
    "am", "ar", "be", "ca", "cs", "da", "et", "eu", "he", "hi", "hr", "id", "is",
    "it", "ml", "ms", "my", "no", "pa", "si", "ta", "te", "tl", "uk", "vi"};

constexpr std::array<std::string_view, 9> translation_folders{
    "translations", "translation", "translated", "i18n", "l10n",
    "locales",      "locale",      "intl",       "lang"};

bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

std::string lower_case(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (is_upper(c)) c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

bool is_one_of(std::string_view text, auto list) {
  return std::find(list.begin(), list.end(), text) != list.end();
}

std::optional<std::string> language_named(std::string_view name) {
  for (const Language& language : languages) {
    if (language.name == name) return std::string(language.code);
  }
  return std::nullopt;
}

enum class Trust { low, high };  // high: where translations stand

// "ja", "pt-BR", "zh-Hans", "zh_Hant_TW"; where translations stand also "german" and "SERBIAN-Latin".
std::optional<std::string> language_of_name(std::string_view name, Trust trust) {
  const std::string_view first = name.substr(0, name.find_first_of("-_"));
  if (trust == Trust::high) {
    if (auto named = language_named(lower_case(first))) return named;
    return language_of_tag(name);
  }
  if (first.size() != 2 || !is_lower(first[0]) || !is_lower(first[1])) return std::nullopt;
  const std::string_view rest = name.substr(first.size());
  const bool has_country = rest.size() == 3 && is_upper(rest[1]) && is_upper(rest[2]);
  const bool has_script = rest.size() >= 5 && is_upper(rest[1]) && is_lower(rest[2]);
  if (!has_country && !has_script && (!rest.empty() || is_one_of(first, words))) {
    return std::nullopt;
  }
  return language_of_tag(name);
}

// The tag behind the last part of "README-pt-BR", "guide.ja" that is no tag.
std::optional<std::string> language_of_stem(std::string_view stem, Trust trust) {
  if (auto whole = language_of_name(stem, trust)) return whole;
  for (std::size_t at = stem.find_first_of("-_."); at != std::string_view::npos;
       at = stem.find_first_of("-_.", at + 1)) {
    const std::string base = lower_case(stem.substr(0, at));
    const bool is_front_page = base == "readme" || base == "index";
    if (auto language =
            language_of_name(stem.substr(at + 1), is_front_page ? Trust::high : trust)) {
      return language;
    }
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::string> language_of_tag(std::string_view tag) {
  const std::string lower = lower_case(tag);
  const std::size_t size = std::min(lower.find_first_of("-_"), lower.size());
  const std::string_view code = std::string_view(lower).substr(0, size);
  // Behind the code: scripts and countries.
  for (std::size_t begin = size; begin < lower.size();) {
    const std::size_t end = std::min(lower.find_first_of("-_", begin + 1), lower.size());
    const std::size_t letters = end - begin - 1;
    if (letters < 2 || letters > 8) return std::nullopt;
    begin = end;
  }
  for (const Language& language : languages) {
    if (language.code == code) return std::string(code);
  }
  return std::nullopt;
}

std::optional<std::string> language_of_path(std::string_view path) {
  Trust trust = Trust::low;
  std::optional<std::string> language;
  while (true) {
    const std::size_t slash = path.find('/');
    if (slash == std::string_view::npos) break;
    const std::string_view part = path.substr(0, slash);
    path.remove_prefix(slash + 1);
    if (is_one_of(lower_case(part), translation_folders)) {
      trust = Trust::high;
    } else if (auto found = language_of_name(part, trust)) {
      language = std::move(found);
    }
  }
  const std::string_view stem = path.substr(0, path.rfind('.'));
  if (auto found = language_of_stem(stem, language ? Trust::low : trust)) return found;
  return language;
}

}  // namespace guidepost::indexer
