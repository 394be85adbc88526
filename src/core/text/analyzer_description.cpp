#include "core/text/analyzer.h"

#include <unicode/uchar.h>
#include <unicode/uvernum.h>

#include <array>

namespace guidepost {
namespace {

/// A sentence for every rule, so that one that changed shows.
constexpr std::string_view sample =
    "Na\u00efve r\u00e9sum\u00e9s, \ufb01nance \uff33\uff31\uff2c m\u00b2 Stra\u00dfe "
    "\u0141\u00f3d\u017a. "
    "C++17, C#, F#, .NET, ASP.NET, Node.js, CI/CD, TCP/IP, R&D, R & D, PL/SQL, Objective-C, k8s, "
    "x86-64, snake_case.\n\n"
    "10K, $120k, 120,000, 401(k), A/B tests; U.S.A., e.g. the driver's, she'll, O'Reilly, "
    "l'ing\u00e9nieur. "
    "Front-end, front end, frontend, dev ops, java script, getUserName, #DataScience, JavaScript, "
    "Redis.\n\n"
    "Softwareentwicklerinnen, Krankenpfleger. \u8f6f\u4ef6\u5de5\u7a0b\u5e08 \u30c7\u30fc\u30bf "
    "\uac1c\ubc1c\uc790 \u0e07\u0e32\u0e19 \u0445\u043e\u0440\u043e\u0448\u0438\u0439 "
    "\u0438\u043d\u0436\u0435\u043d\u0435\u0440\u044b "
    "\u0645\u0647\u0646\u062f\u0633\u0648\u0646 "
    "\u03bc\u03b7\u03c7\u03b1\u03bd\u03b9\u03ba\u03bf\u03af "
    "programadores, d\u00e9veloppeuses, sviluppatori, ontwikkelaars, utvecklare, "
    "kehitt\u00e4j\u00e4t, m\u00fchendisler.";

}  // namespace

std::string analyzer_description() {
  std::string description = "analyzer " + std::to_string(analyzer_version);
  UVersionInfo unicode;
  u_getUnicodeVersion(unicode);
  for (const std::uint8_t part : unicode) description += "." + std::to_string(part);
  const Lexicon no_names;
  const Analyzer analyzer(no_names);
  const auto add = [&](std::string_view language) {
    description += "\n" + std::string(language) + ":";
    for (const Token& token : analyzer.analyze(sample, language, Lexicon::Side::text)) {
      description += " " + token.term + "@" + std::to_string(token.position);
      if (is_stop_word(token.term)) description += "!";
    }
  };
  add("");
  for (const std::string& language : Stemmer::languages()) add(language);
  return description;
}

}  // namespace guidepost
