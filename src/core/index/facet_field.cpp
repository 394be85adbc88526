#include "core/index/facet_field.h"

namespace guidepost {

std::string_view name_of(FacetField field) {
  switch (field) {
    case FacetField::type:
      return "type";
    case FacetField::section:
      return "section";
    case FacetField::role:
      return "role";
    case FacetField::skill:
      return "skill";
    case FacetField::family:
      return "family";
    case FacetField::level:
      return "level";
    case FacetField::language:
      return "language";
    case FacetField::kind:
      return "kind";
  }
  return "type";
}

std::optional<FacetField> facet_field_named(std::string_view name) {
  for (const FacetField field : all_facet_fields) {
    if (name_of(field) == name) return field;
  }
  return std::nullopt;
}

}  // namespace guidepost
