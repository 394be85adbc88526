// The fields whose values are counted, filtered and asked for inside a query: `role:backend-developer`.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace guidepost {

enum class FacetField { type, section, role, skill, family, level, language, kind };

inline constexpr std::array all_facet_fields{
    FacetField::type,   FacetField::section, FacetField::role,     FacetField::skill,
    FacetField::family, FacetField::level,   FacetField::language, FacetField::kind};

inline constexpr std::size_t facet_field_count = all_facet_fields.size();

std::string_view name_of(FacetField field);
std::optional<FacetField> facet_field_named(std::string_view name);

}  // namespace guidepost
