#include "core/search/facets.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

namespace guidepost {
namespace {

constexpr std::size_t listed_values = 50;
constexpr std::size_t none = facet_field_count;

/// Which documents pass which filters.
class FilterTest {
 public:
  FilterTest(const FacetColumns& columns, std::span<const PlanFilter> filters) : columns_(columns) {
    for (const PlanFilter& filter : filters) {
      const auto field = static_cast<std::size_t>(filter.field);
      is_filtered_[field] = true;
      for (const std::string& value : filter.values) {
        if (const auto ordinal = columns.find(filter.field, value)) chosen_[field].insert(*ordinal);
      }
    }
  }

  /// The fields whose filter the document fails: none of them, exactly one (its index), or more (nothing).
  std::pair<bool, std::size_t> failed(std::uint32_t docid) const {
    std::size_t failed_field = none;
    for (const FacetField field : all_facet_fields) {
      const auto index = static_cast<std::size_t>(field);
      if (!is_filtered_[index] || has_chosen(field, docid)) continue;
      if (failed_field != none) return {false, none};
      failed_field = index;
    }
    return {true, failed_field};
  }

  bool is_chosen(FacetField field, std::uint32_t ordinal) const {
    return chosen_[static_cast<std::size_t>(field)].contains(ordinal);
  }

 private:
  bool has_chosen(FacetField field, std::uint32_t docid) const {
    const std::set<std::uint32_t>& chosen = chosen_[static_cast<std::size_t>(field)];
    const auto ordinals = columns_.ordinals(field, docid);
    return std::any_of(ordinals.begin(), ordinals.end(),
                       [&](std::uint32_t ordinal) { return chosen.contains(ordinal); });
  }

  const FacetColumns& columns_;
  std::array<bool, facet_field_count> is_filtered_{};
  std::array<std::set<std::uint32_t>, facet_field_count> chosen_;
};

/// Counts one field. With groups, a (value, group) pair counts once.
class FieldCounter {
 public:
  FieldCounter(const FacetColumns& columns, FacetField field)
      : columns_(columns), field_(field), counts_(columns.value_count(field), 0) {}

  void add(std::uint32_t docid) {
    for (const std::uint32_t ordinal : columns_.ordinals(field_, docid)) ++counts_[ordinal];
  }

  void add(std::uint32_t docid, std::uint64_t group) {
    for (const std::uint32_t ordinal : columns_.ordinals(field_, docid)) {
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

/// The guide of a document; a document of none is its own group, numbered behind all guides.
std::uint64_t group_of(const FacetColumns& columns, std::uint32_t docid) {
  const auto roles = columns.ordinals(FacetField::role, docid);
  return roles.empty() ? columns.value_count(FacetField::role) + std::uint64_t{docid} : roles[0];
}

}  // namespace

FacetResult count_facets(const FacetColumns& columns, std::span<const std::uint32_t> docids,
                         std::span<const PlanFilter> filters, std::span<const FacetField> wanted,
                         Group group) {
  const FilterTest test(columns, filters);
  std::vector<FieldCounter> counters;
  counters.reserve(wanted.size());
  for (const FacetField field : wanted) counters.emplace_back(columns, field);

  FacetResult result;
  std::set<std::uint64_t> groups;
  for (const std::uint32_t docid : docids) {
    const auto [fails_at_most_one, failed_field] = test.failed(docid);
    if (!fails_at_most_one) continue;
    const std::uint64_t own_group = group == Group::guide ? group_of(columns, docid) : 0;
    if (failed_field == none) {
      ++result.total;
      if (group == Group::guide) groups.insert(own_group);
    }
    for (std::size_t i = 0; i < wanted.size(); ++i) {
      if (failed_field != none && failed_field != static_cast<std::size_t>(wanted[i])) continue;
      if (group == Group::guide) {
        counters[i].add(docid, own_group);
      } else {
        counters[i].add(docid);
      }
    }
  }
  if (group == Group::guide) result.total = groups.size();
  for (const FieldCounter& counter : counters) result.facets.push_back(counter.finish(test));
  return result;
}

}  // namespace guidepost
