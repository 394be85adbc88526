#include "core/index/name_types.h"

#include <algorithm>

namespace guidepost {

NameTypes::NameTypes(const NameIndex& names, const FacetColumns& facets)
    : counts_(std::min<std::size_t>(facets.value_count(FacetField::type), none), 0) {
  types_.reserve(names.size());
  for (std::uint32_t name = 0; name < names.size(); ++name) {
    const std::uint32_t type = facets.first_ordinal(FacetField::type, names.document_of(name));
    types_.push_back(type < counts_.size() ? static_cast<std::uint8_t>(type) : none);
    if (type < counts_.size()) ++counts_[type];
  }
  for (std::uint32_t name = 0; name < names.size(); ++name) {
    if (types_[name] != none && is_rare(types_[name])) rare_.push_back(name);
  }
}

}  // namespace guidepost
