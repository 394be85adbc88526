#include "core/model/section_intent.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace guidepost {
namespace {

struct Phrase {
  std::string_view words;
  SectionKind kind;
};

// What guides answer under their headings. A word that alone says too little ("career", "day", "cold") says it beside another. Left out,
// because measured worse: "how to become" (the guide itself is the answer) and "salary" (one question of many under FAQ).
constexpr std::array phrases{
    Phrase{"career ladder", SectionKind::career_path},
    Phrase{"career path", SectionKind::career_path},
    Phrase{"career paths", SectionKind::career_path},
    Phrase{"career progression", SectionKind::career_path},
    Phrase{"career growth", SectionKind::career_path},
    Phrase{"career steps", SectionKind::career_path},
    Phrase{"motivation letter", SectionKind::cv},
    Phrase{"cover letter", SectionKind::cv},
    Phrase{"cover letters", SectionKind::cv},
    Phrase{"a day as", SectionKind::day},
    Phrase{"daily routine", SectionKind::day},
    Phrase{"daily tasks", SectionKind::day},
    Phrase{"daily work", SectionKind::day},
    Phrase{"day in the life", SectionKind::day},
    Phrase{"day to day", SectionKind::day},
    Phrase{"do all day", SectionKind::day},
    Phrase{"typical day", SectionKind::day},
    Phrase{"cold email", SectionKind::outreach},
    Phrase{"cold emails", SectionKind::outreach},
    Phrase{"cold message", SectionKind::outreach},
    Phrase{"cold messages", SectionKind::outreach},
    Phrase{"cold outreach", SectionKind::outreach},
    Phrase{"approach companies", SectionKind::outreach},
    Phrase{"reach out", SectionKind::outreach},
    Phrase{"key skills", SectionKind::skills},
    Phrase{"required skills", SectionKind::skills},
    Phrase{"skills needed", SectionKind::skills},
    Phrase{"skills required", SectionKind::skills},
    Phrase{"what skills", SectionKind::skills},
    Phrase{"common mistakes", SectionKind::mistakes},
    Phrase{"interview questions", SectionKind::interview},
    Phrase{"interview prep", SectionKind::interview},
    Phrase{"interview preparation", SectionKind::interview},
    Phrase{"phone screen", SectionKind::interview},
};
constexpr std::size_t longest_phrase = 4;

/// "what does a data engineer do": the name stands inside.
std::optional<SectionIntent> what_somebody_does(std::span<const std::string> words,
                                                std::size_t at) {
  const bool asks = words.size() - at >= 4 && words[at] == "what" &&
                    (words[at + 1] == "does" || words[at + 1] == "do");
  if (!asks || words.back() != "do") return std::nullopt;
  return SectionIntent{SectionKind::day, at, 2};
}

}  // namespace

std::optional<SectionIntent> section_intent_at(std::span<const std::string> words, std::size_t at) {
  std::optional<SectionIntent> best = what_somebody_does(words, at);
  if (!best) {
    if (const auto kind = section_kind_of_word(words[at])) best = SectionIntent{*kind, at, 1};
  }
  std::string run;
  for (std::size_t count = 1; count <= longest_phrase && at + count <= words.size(); ++count) {
    if (count > 1) run += ' ';
    run += words[at + count - 1];
    const auto* phrase = std::find_if(phrases.begin(), phrases.end(),
                                      [&](const Phrase& known) { return known.words == run; });
    if (phrase != phrases.end()) best = SectionIntent{phrase->kind, at, count};
  }
  return best;
}

std::optional<SectionIntent> section_intent_of(std::span<const std::string> words) {
  for (std::size_t at = 0; at < words.size(); ++at) {
    if (auto intent = section_intent_at(words, at)) return intent;
  }
  return std::nullopt;
}

}  // namespace guidepost
