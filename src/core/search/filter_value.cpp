#include "core/search/filter_value.h"

#include "core/index/schema.h"
#include "core/model/section_kind.h"
#include "core/text/lexicon.h"
#include "core/text/utf8.h"

#include <algorithm>
#include <vector>

namespace guidepost {
namespace {

/// The role that goes by this name. Its title decides where a skill shares the name: the lexicon knows it as the skill.
std::optional<std::string> role_named(const Generation& generation, const std::string& text) {
  const std::vector<Word> words = words_of(text);
  const auto name = words.empty()
                        ? std::nullopt
                        : generation.lexicon.longest_match(text, words, 0, Lexicon::Side::query);
  if (!name || name->words != words.size()) return std::nullopt;
  const std::string& unit = name->entry->unit;
  if (schema::is_role_unit(unit)) return std::string(schema::id_of_unit(unit));
  const std::string folded = fold(text);
  for (const RoleName& role : generation.names.roles) {
    if (fold(role.title) == folded) return role.id;
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::string> filter_value(const Generation& generation, FacetField field,
                                        const std::string& text) {
  const std::string folded = fold(text);
  if (generation.facets.find(field, folded)) return folded;
  if (generation.facets.find(field, text)) return text;
  // Of skills and roles there may be very many, and their labels are names.
  if (field == FacetField::skill) {
    const Skill* skill = generation.names.vocabulary.named(text);
    return skill != nullptr ? std::optional(skill->id) : std::nullopt;
  }
  if (field == FacetField::role) return role_named(generation, text);
  if (field == FacetField::section) {
    if (const auto kind = section_kind_of_heading(text); kind != SectionKind::other) {
      return std::string(name_of(kind));
    }
  }
  const std::string key = name_key(text);
  for (std::uint32_t ordinal = 0; ordinal < generation.facets.value_count(field); ++ordinal) {
    if (name_key(generation.facets.label(field, ordinal)) == key) {
      return generation.facets.value(field, ordinal);
    }
  }
  return std::nullopt;
}

void add_value(std::vector<PlanFilter>& filters, FacetField field, std::string value) {
  const auto same = std::find_if(filters.begin(), filters.end(),
                                 [&](const PlanFilter& filter) { return filter.field == field; });
  if (same == filters.end()) {
    filters.push_back({field, {std::move(value)}});
  } else {
    same->values.push_back(std::move(value));
  }
}

}  // namespace guidepost
