// The smallest thing a person can be shown: one tip, one mistake, one FAQ answer, one paragraph.
#pragma once

#include "core/model/section_kind.h"

#include <string>
#include <string_view>
#include <vector>

namespace guidepost {

/// What stood in the source: a list item, a paragraph, or a question with its answer.
enum class PassageForm { tip, paragraph, question };

std::string_view name_of(PassageForm form);

struct Passage {
  std::string id;      // "<guide>#<anchor>"
  std::string anchor;  // "<section>-<n>", n from the passage's own words: stable while they are
  SectionKind section = SectionKind::other;
  std::string section_title;   // the heading as written: "A day as Backend Developer"
  std::string section_anchor;  // "day"
  PassageForm form = PassageForm::paragraph;
  std::string title;  // the question, or the heading above; may be empty
  std::string text;   // plain text, paragraphs separated by an empty line
  std::vector<std::string>
      skills;  // a source: those declared; the indexer adds the recognised ones, sorted by id
  std::size_t line = 0;  // where it begins in its file, from 1
};

}  // namespace guidepost
