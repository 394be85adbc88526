#include "core/search/asked_passages.h"

#include "core/model/pay_question.h"

#include <algorithm>
#include <string_view>

namespace guidepost {
namespace {

bool has_pay_word(std::string_view name) {
  while (!name.empty()) {
    const std::size_t end = std::min(name.find(' '), name.size());
    if (asks_about_pay(name.substr(0, end))) return true;
    name.remove_prefix(std::min(end + 1, name.size()));
  }
  return false;
}

}  // namespace

AskedPassages::AskedPassages(const Generation& generation, const Asked& asked)
    : generation_(generation) {
  const FacetColumns& facets = generation.facets;
  if (asked.section) section_ = facets.find(FacetField::section, name_of(*asked.section));
  if (asked.pay) faq_ = facets.find(FacetField::section, name_of(SectionKind::faq));
  for (const std::string& role : asked.roles) {
    if (const auto ordinal = facets.find(FacetField::role, role)) roles_.push_back(*ordinal);
  }
}

bool AskedPassages::is_of_section(std::uint32_t document) const {
  return is_of(section_, document);
}

bool AskedPassages::is_about_pay(std::uint32_t document) const {
  if (!is_of(faq_, document) || !may_be_meant(document)) return false;
  const NameIndex::Range range = generation_.titles.names_of(document);
  for (std::uint32_t name = range.first; name < range.first + range.count; ++name) {
    if (has_pay_word(generation_.titles.text_of(name))) return true;
  }
  return false;
}

/// "product manager salary" names one role: "production manager" has the same stems, and is another.
bool AskedPassages::may_be_meant(std::uint32_t document) const {
  if (roles_.empty()) return true;
  const auto own = generation_.facets.ordinals(FacetField::role, document);
  return std::any_of(own.begin(), own.end(), [&](std::uint32_t role) {
    return std::find(roles_.begin(), roles_.end(), role) != roles_.end();
  });
}

bool AskedPassages::is_of(std::optional<std::uint32_t> section, std::uint32_t document) const {
  if (!section) return false;
  const auto own = generation_.facets.ordinals(FacetField::section, document);
  return std::find(own.begin(), own.end(), *section) != own.end();
}

}  // namespace guidepost
