#include "core/model/section_kind.h"

#include "core/text/utf8.h"

#include <string>

namespace guidepost {
namespace {

struct Meaning {
  std::string_view text;
  SectionKind kind;
};

// The table of corpus/README.md in the form of comparable(). A heading that is not here is `other`, so adding one here means adding
// it there.
constexpr Meaning headings[] = {
    {"overview", SectionKind::overview},
    {"about", SectionKind::overview},
    {"summary", SectionKind::overview},
    {"introduction", SectionKind::overview},
    {"skills", SectionKind::skills},
    {"key skills", SectionKind::skills},
    {"skills in context", SectionKind::skills},
    {"linkedin", SectionKind::linkedin},
    {"linkedin optimisation", SectionKind::linkedin},
    {"linkedin optimization", SectionKind::linkedin},
    {"linkedin profile", SectionKind::linkedin},
    {"cv", SectionKind::cv},
    {"cv and resume", SectionKind::cv},
    {"resume", SectionKind::cv},
    {"outreach", SectionKind::outreach},
    {"outreach strategy", SectionKind::outreach},
    {"networking", SectionKind::outreach},
    {"interview", SectionKind::interview},
    {"interview prep", SectionKind::interview},
    {"interview preparation", SectionKind::interview},
    {"interviews", SectionKind::interview},
    {"a day in the role", SectionKind::day},
    {"day in the life", SectionKind::day},
    {"a day in the life", SectionKind::day},
    {"career path", SectionKind::career_path},
    {"career", SectionKind::career_path},
    {"progression", SectionKind::career_path},
    {"common mistakes", SectionKind::mistakes},
    {"mistakes", SectionKind::mistakes},
    {"tools", SectionKind::tools},
    {"essential tools", SectionKind::tools},
    {"faq", SectionKind::faq},
    {"frequently asked questions", SectionKind::faq},
    {"questions and answers", SectionKind::faq},
    // German
    {"uberblick", SectionKind::overview},
    {"fahigkeiten", SectionKind::skills},
    {"linkedin profil", SectionKind::linkedin},
    {"lebenslauf", SectionKind::cv},
    {"kontaktaufnahme", SectionKind::outreach},
    {"vorstellungsgesprach", SectionKind::interview},
    {"karriereweg", SectionKind::career_path},
    {"haufige fehler", SectionKind::mistakes},
    {"werkzeuge", SectionKind::tools},
    {"haufige fragen", SectionKind::faq},
    // Spanish
    {"resumen", SectionKind::overview},
    {"habilidades", SectionKind::skills},
    {"perfil de linkedin", SectionKind::linkedin},
    {"curriculum", SectionKind::cv},
    {"contacto y networking", SectionKind::outreach},
    {"entrevista", SectionKind::interview},
    {"trayectoria", SectionKind::career_path},
    {"errores frecuentes", SectionKind::mistakes},
    {"herramientas", SectionKind::tools},
    {"preguntas frecuentes", SectionKind::faq},
};

// What stands before the name of a role. The space at the end keeps "A day assisting ..." out.
constexpr std::string_view day_prefixes[] = {"a day as ", "a day in the life of ",
                                             "day in the life of ", "ein tag als ", "un dia como "};

// Words that ask for a section wherever they stand in a query. Left out, because they are more often part of a subject than the name
// of a section: "skills" (soft skills), "tool" (build tool), "day" (day trading), "career" (a career in law), "about", "summary",
// "networking" (a skill of its own) and "questions" (beside "interview" it adds nothing).
constexpr Meaning query_words[] = {
    {"overview", SectionKind::overview},
    {"linkedin", SectionKind::linkedin},
    {"cv", SectionKind::cv},
    {"cvs", SectionKind::cv},
    {"resume", SectionKind::cv},
    {"resumes", SectionKind::cv},
    {"curriculum", SectionKind::cv},
    {"outreach", SectionKind::outreach},
    {"interview", SectionKind::interview},
    {"interviews", SectionKind::interview},
    {"interviewing", SectionKind::interview},
    {"interviewer", SectionKind::interview},
    {"interviewers", SectionKind::interview},
    {"progression", SectionKind::career_path},
    {"mistake", SectionKind::mistakes},
    {"mistakes", SectionKind::mistakes},
    {"tools", SectionKind::tools},
    {"faq", SectionKind::faq},
    {"faqs", SectionKind::faq},
    {"anschreiben", SectionKind::cv},
    {"bewerbung", SectionKind::cv},
    {"lebenslauf", SectionKind::cv},
    {"vorstellungsgesprach", SectionKind::interview},
    {"werkzeuge", SectionKind::tools},
    {"entrevista", SectionKind::interview},
    {"herramientas", SectionKind::tools},
};

bool is_letter_or_digit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}

// Folded words with one space between: "CV & Résumé:" -> "cv and resume", "F.A.Q." -> "faq", "Career-path" -> "career path".
std::string comparable(std::string_view heading) {
  std::string words;
  bool gap = false;
  const auto add = [&](std::string_view piece) {
    if (gap && !words.empty()) words += ' ';
    gap = false;
    words += piece;
  };
  const std::string folded = fold(heading);
  for (std::size_t i = 0; i < folded.size(); ++i) {
    const char c = folded[i];
    if (is_letter_or_digit(c)) {
      add(std::string_view(folded).substr(i, 1));
    } else if (c == '&') {
      gap = true;
      add("and");
      gap = true;
    } else if (c != '.' && c != '\'') {  // these two stand inside words
      gap = true;
    }
  }
  return words;
}

}  // namespace

std::string_view name_of(SectionKind kind) {
  switch (kind) {
    case SectionKind::overview:
      return "overview";
    case SectionKind::skills:
      return "skills";
    case SectionKind::linkedin:
      return "linkedin";
    case SectionKind::cv:
      return "cv";
    case SectionKind::outreach:
      return "outreach";
    case SectionKind::interview:
      return "interview";
    case SectionKind::day:
      return "day";
    case SectionKind::career_path:
      return "career-path";
    case SectionKind::mistakes:
      return "mistakes";
    case SectionKind::tools:
      return "tools";
    case SectionKind::faq:
      return "faq";
    case SectionKind::other:
      return "other";
  }
  return "other";
}

std::string_view label_of(SectionKind kind) {
  switch (kind) {
    case SectionKind::overview:
      return "Overview";
    case SectionKind::skills:
      return "Skills";
    case SectionKind::linkedin:
      return "LinkedIn";
    case SectionKind::cv:
      return "CV and resume";
    case SectionKind::outreach:
      return "Outreach";
    case SectionKind::interview:
      return "Interview";
    case SectionKind::day:
      return "A day in the role";
    case SectionKind::career_path:
      return "Career path";
    case SectionKind::mistakes:
      return "Common mistakes";
    case SectionKind::tools:
      return "Tools";
    case SectionKind::faq:
      return "FAQ";
    case SectionKind::other:
      return "Other";
  }
  return "Other";
}

std::optional<SectionKind> section_kind_named(std::string_view name) {
  for (const SectionKind kind : all_section_kinds) {
    if (name_of(kind) == name) return kind;
  }
  return std::nullopt;
}

SectionKind section_kind_of_heading(std::string_view heading) {
  const std::string words = comparable(heading);
  for (const Meaning& meaning : headings) {
    if (meaning.text == words) return meaning.kind;
  }
  for (const std::string_view prefix : day_prefixes) {
    if (std::string_view(words).starts_with(prefix)) return SectionKind::day;
  }
  return SectionKind::other;
}

std::optional<SectionKind> section_kind_of_word(std::string_view folded_word) {
  for (const Meaning& meaning : query_words) {
    if (meaning.text == folded_word) return meaning.kind;
  }
  return std::nullopt;
}

}  // namespace guidepost
