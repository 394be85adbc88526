#include "core/search/facets.h"

#include "core/search/filter_test.h"

#include <algorithm>
#include <set>
#include <utility>

namespace guidepost {
namespace {

constexpr std::size_t listed_values = 50;
/// Counts one field. With groups, a (value, group) pair counts once.
class FieldCounter {
 public:
  FieldCounter(const FacetColumns& columns, FacetField field)
      : columns_(columns), field_(field), counts_(columns.value_count(field), 0) {}

  void add(std::uint32_t document) {
    for (const std::uint32_t ordinal : columns_.ordinals(field_, document)) ++counts_[ordinal];
  }

  void add(std::uint32_t document, std::uint64_t group) {
    for (const std::uint32_t ordinal : columns_.ordinals(field_, document)) {
      if (seen_.insert({ordinal, group}).second) ++counts_[ordinal];
    }
  }

  FacetCounts finish(const FilterTest& filters) const {
    FacetCounts facet{field_, 0, {}};
    for (std::uint32_t ordinal = 0; ordinal < counts_.size(); ++ordinal) {
      const bool is_selected = filters.is_chosen(field_, ordinal);
      if (counts_[ordinal] == 0 && !is_selected) continue;
      facet.values.push_back({columns_.value(field_, ordinal), columns_.label(field_, ordinal),
                              counts_[ordinal], is_selected});
    }
    facet.total = facet.values.size();
    std::sort(facet.values.begin(), facet.values.end(),
              [](const FacetValue& a, const FacetValue& b) {
                return a.count != b.count ? a.count > b.count : a.value < b.value;
              });
    std::size_t rank = 0;
    std::erase_if(facet.values, [&](const FacetValue& value) {
      return ++rank > listed_values && !value.selected;
    });
    return facet;
  }

 private:
  const FacetColumns& columns_;
  FacetField field_;
  std::vector<std::size_t> counts_;
  std::set<std::pair<std::uint32_t, std::uint64_t>> seen_;
};

}  // namespace

FacetResult count_facets(const FacetColumns& columns, std::span<const std::uint32_t> documents,
                         std::span<const PlanFilter> filters, std::span<const FacetField> wanted,
                         Group group) {
  const FilterTest test(columns, filters);
  std::vector<FieldCounter> counters;
  counters.reserve(wanted.size());
  for (const FacetField field : wanted) counters.emplace_back(columns, field);

  FacetResult result;
  std::set<std::uint64_t> groups;
  for (const std::uint32_t document : documents) {
    const auto [fails_at_most_one, failed_field] = test.failed(document);
    if (!fails_at_most_one) continue;
    const std::uint64_t own_group = group == Group::guide ? group_of(columns, document) : 0;
    if (failed_field == FilterTest::none) {
      ++result.total;
      if (group == Group::guide) groups.insert(own_group);
    }
    for (std::size_t i = 0; i < wanted.size(); ++i) {
      if (failed_field != FilterTest::none && failed_field != static_cast<std::size_t>(wanted[i]))
        continue;
      if (group == Group::guide) {
        counters[i].add(document, own_group);
      } else {
        counters[i].add(document);
      }
    }
  }
  if (group == Group::guide) result.total = groups.size();
  for (const FieldCounter& counter : counters) result.facets.push_back(counter.finish(test));
  return result;
}

}  // namespace guidepost
