#include "core/search/helping_passages.h"

#include "core/model/section_kind.h"
#include "core/text/utf8.h"

#include <algorithm>
#include <utility>

namespace guidepost {
namespace {

constexpr std::size_t passages_a_skill = 2;
constexpr std::size_t looked_at = 8;  // hits of each search
constexpr std::size_t often = 2;      // times the skill is named where it is the subject

/// The name stands in the text, not inside a longer word.
bool names(const std::string& folded_text, const std::string& folded_name) {
  const auto is_of_word = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
           static_cast<unsigned char>(c) >= 0x80;
  };
  for (std::size_t at = folded_text.find(folded_name); at != std::string::npos;
       at = folded_text.find(folded_name, at + 1)) {
    const std::size_t end = at + folded_name.size();
    const bool begins = at == 0 || !is_of_word(folded_text[at - 1]);
    const bool ends = end == folded_text.size() || !is_of_word(folded_text[end]);
    if (begins && ends) return true;
  }
  return false;
}

/// How much a hit is about the skill: below 0 for one of a list of skills.
int subject_points(const Hit& hit, const Skill& skill) {
  int points = hit.type == "tip" ? 1 : 0;
  const std::string name = fold(skill.label);
  const std::string title = fold(hit.title);
  if (!name.empty() && names(title, name)) {
    points += 3;
  } else if (names(title, "skills")) {
    points -= 3;  // "Which skills does it take?"
  }
  if (hit.snippet_highlights.size() >= often) points += 1;
  switch (section_kind_named(hit.section).value_or(SectionKind::other)) {
    case SectionKind::skills:
      return points - 3;
    case SectionKind::tools:
    case SectionKind::faq:
    case SectionKind::day:
    case SectionKind::mistakes:
    case SectionKind::interview:
      return points + 1;
    case SectionKind::overview:
    case SectionKind::linkedin:
    case SectionKind::cv:
    case SectionKind::outreach:
    case SectionKind::career_path:
    case SectionKind::other:
      return points;
  }
  return points;
}

struct Candidate {
  HelpingPassage passage;
  int points = 0;
  int pass = 0;  // 0: of the role's own guide
};

bool is_better(const Candidate& a, const Candidate& b) {
  const bool a_lists = a.points < 0;
  const bool b_lists = b.points < 0;
  if (a_lists != b_lists) return b_lists;
  return a.pass != b.pass ? a.pass < b.pass : a.points > b.points;
}

}  // namespace

Result<HelpingPassages> helping_passages(const Searcher& searcher, const Skill& skill,
                                         std::string_view role, std::size_t limit) {
  SearchRequest request;
  request.text = skill.label;
  request.limit = std::max(limit, looked_at);
  request.filters = {{FacetField::type, "passage"},
                     {FacetField::type, "tip"},
                     {FacetField::skill, skill.id},
                     {FacetField::language, skill.language},
                     {FacetField::role, std::string(role)}};
  std::vector<Candidate> found;
  std::size_t about = 0;
  for (int pass = 0; pass < 2 && about < limit; ++pass) {
    if (pass == 1) request.filters.pop_back();  // of any role
    const auto answer = searcher.search(request);
    if (!answer) return failure(answer.error());
    if (answer->match == MatchQuality::nearest) continue;
    for (const Hit& hit : answer->hits) {
      const bool is_new = std::none_of(found.begin(), found.end(), [&](const Candidate& one) {
        return one.passage.id == hit.id;
      });
      if (!is_new) continue;
      const int points = subject_points(hit, skill);
      if (points >= 0) ++about;
      found.push_back({{hit.id, hit.type, hit.title, hit.guide, hit.url}, points, pass});
    }
  }
  std::stable_sort(found.begin(), found.end(), is_better);
  HelpingPassages help;
  for (std::size_t i = 0; i < found.size() && i < limit; ++i) {
    help.push_back(std::move(found[i].passage));
  }
  return help;
}

Result<std::vector<HelpingPassages>> help_with_gap(const Searcher& searcher,
                                                   const Vocabulary& vocabulary,
                                                   const GapAnswer& gap) {
  std::vector<HelpingPassages> help;
  for (const GapStep& step : gap.missing) {
    if (help.size() == most_helped) break;
    HelpingPassages& of_step = help.emplace_back();
    const Skill* skill = vocabulary.find(step.skill.id);
    if (skill == nullptr) continue;
    auto passages = helping_passages(searcher, *skill, gap.role, passages_a_skill);
    if (!passages) return failure(passages.error());
    of_step = std::move(*passages);
  }
  return help;
}

}  // namespace guidepost
