#include "indexer/source/tip_fields.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace guidepost::indexer {
namespace {

constexpr std::array<std::string_view, 7> tip_keys{"id",       "title",  "skills",  "sections",
                                                   "families", "levels", "language"};

std::vector<std::string> read_skills(const YamlFields& fields, const Vocabulary& vocabulary) {
  std::vector<std::string> skills;
  for (LineText& skill : fields.texts("skills")) {
    check_skill(skill.text, skill.line, vocabulary, fields.problems());
    if (std::find(skills.begin(), skills.end(), skill.text) != skills.end()) {
      fields.problems().error(skill.line, "the skill `" + skill.text + "` is given twice",
                              "keep one");
      continue;
    }
    skills.push_back(std::move(skill.text));
  }
  return skills;
}

std::vector<SectionKind> read_sections(const YamlFields& fields) {
  std::vector<SectionKind> kinds;
  for (const LineText& section : fields.texts("sections")) {
    const std::optional<SectionKind> kind = section_kind_named(section.text);
    if (!kind) {
      std::vector<std::string_view> names;
      names.reserve(all_section_kinds.size());
      for (const SectionKind known : all_section_kinds) names.push_back(name_of(known));
      fields.problems().error(section.line, "unknown section `" + section.text + "`",
                              nearest_hint(section.text, names));
    } else if (std::find(kinds.begin(), kinds.end(), *kind) == kinds.end()) {
      kinds.push_back(*kind);
    }
  }
  return kinds;
}

std::vector<std::string> read_families(const YamlFields& fields) {
  std::vector<std::string> families;
  for (LineText& family : fields.texts("families")) {
    check_family(family.text, family.line, fields.problems());
    families.push_back(std::move(family.text));
  }
  return families;
}

}  // namespace

Tip read_tip_fields(const YamlValue& front_matter, std::string_view file_id, const KnownIds& known,
                    ProblemList& problems) {
  const YamlFields fields(front_matter, tip_keys, problems);
  Tip tip;
  tip.where = {problems.file(), 1};
  tip.id = read_id(fields, file_id, known.vocabulary);
  if (std::binary_search(known.guides.begin(), known.guides.end(), tip.id)) {
    problems.error(fields.line_of("id"), "the id `" + tip.id + "` is taken by a guide",
                   "rename the file and its id");
  }
  tip.title = fields.text("title", Need::required, most_title_bytes);
  tip.skills = read_skills(fields, known.vocabulary);
  tip.sections = read_sections(fields);
  tip.families = read_families(fields);
  tip.levels = read_levels(fields);
  tip.language = read_language(fields);
  return tip;
}

}  // namespace guidepost::indexer
