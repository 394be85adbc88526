#include "core/search/facets.h"

#include "core/search/filter_test.h"
#include "core/search/numbers_where.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>
#include <vector>

namespace guidepost {
namespace {

constexpr std::size_t listed_values = 50;

/// A field's values with a count, or chosen: the largest first.
FacetCounts listed(const FacetColumns& columns, FacetField field,
                   const std::vector<std::uint32_t>& counts, const FilterTest& filters) {
  FacetCounts facet{field, 0, {}};
  std::vector<std::uint32_t> ordinals;
  for (std::uint32_t ordinal = 0; ordinal < counts.size(); ++ordinal) {
    if (counts[ordinal] != 0 || filters.is_chosen(field, ordinal)) ordinals.push_back(ordinal);
  }
  facet.total = ordinals.size();
  // Ordinals are in the order of the values.
  const auto is_before = [&](std::uint32_t a, std::uint32_t b) {
    return counts[a] != counts[b] ? counts[a] > counts[b] : a < b;
  };
  const std::size_t shown = std::min(listed_values, ordinals.size());
  std::partial_sort(ordinals.begin(), ordinals.begin() + static_cast<std::ptrdiff_t>(shown),
                    ordinals.end(), is_before);
  const auto rest = ordinals.begin() + static_cast<std::ptrdiff_t>(shown);
  const auto end = std::remove_if(rest, ordinals.end(), [&](std::uint32_t ordinal) {
    return !filters.is_chosen(field, ordinal);
  });
  std::sort(rest, end, is_before);
  ordinals.erase(end, ordinals.end());
  for (const std::uint32_t ordinal : ordinals) {
    facet.values.push_back({columns.value(field, ordinal), columns.label(field, ordinal),
                            counts[ordinal], filters.is_chosen(field, ordinal)});
  }
  return facet;
}

/// A group: the documents of one guide, or a document of none.
using Groups = std::vector<std::uint64_t>;

/// Each (value, group) once.
std::vector<std::uint32_t> count_groups(const FacetColumns& columns, FacetField field,
                                        std::span<const std::uint32_t> documents,
                                        const Groups& groups) {
  std::vector<std::pair<std::uint32_t, std::uint64_t>> seen;
  for (std::size_t i = 0; i < documents.size(); ++i) {
    for (const std::uint32_t ordinal : columns.ordinals(field, documents[i])) {
      seen.emplace_back(ordinal, groups[i]);
    }
  }
  std::sort(seen.begin(), seen.end());
  seen.erase(std::unique(seen.begin(), seen.end()), seen.end());
  std::vector<std::uint32_t> counts(columns.value_count(field), 0);
  for (const auto& [ordinal, group] : seen) ++counts[ordinal];
  return counts;
}

Groups groups_of(const FacetColumns& columns, std::span<const std::uint32_t> documents) {
  Groups groups;
  groups.reserve(documents.size());
  for (const std::uint32_t document : documents) groups.push_back(group_of(columns, document));
  return groups;
}

/// Counts by field and ordinal. Of most documents those that are missing are counted instead, and taken from the counts of all.
class Counter {
 public:
  Counter(const FacetColumns& columns, std::span<const std::uint32_t> documents)
      : columns_(columns), documents_(documents) {
    const std::size_t all = columns.document_count();
    is_of_missing_ = documents.size() > all / 2;
    if (!is_of_missing_) return;
    std::vector<char> is_counted(all + 1, 0);
    for (const std::uint32_t document : documents) is_counted[document] = 1;
    missing_ = numbers_where(1, all + 1, all - documents.size(),
                             [&](std::size_t document) { return is_counted[document] == 0; });
  }

  std::vector<std::uint32_t> counts(FacetField field) const {
    std::vector<std::uint32_t> counts(columns_.value_count(field), 0);
    columns_.count(field, is_of_missing_ ? missing_ : documents_, counts);
    if (!is_of_missing_) return counts;
    for (std::uint32_t ordinal = 0; ordinal < counts.size(); ++ordinal) {
      counts[ordinal] = columns_.documents_with(field, ordinal) - counts[ordinal];
    }
    return counts;
  }

 private:
  const FacetColumns& columns_;
  std::span<const std::uint32_t> documents_;
  bool is_of_missing_ = false;
  std::vector<std::uint32_t> missing_;
};

}  // namespace

FacetResult count_facets(const FacetColumns& columns, std::span<const std::uint32_t> documents,
                         std::span<const PlanFilter> filters, std::span<const FacetField> wanted,
                         Group group) {
  const FilterTest test(columns, filters);
  // Those that pass every filter, and for each field those that its own filter alone keeps out.
  std::vector<std::uint32_t> passing;
  std::array<std::vector<std::uint32_t>, facet_field_count> failing;
  if (!filters.empty()) {
    for (const std::uint32_t document : documents) {
      const auto [fails_at_most_one, failed_field] = test.failed(document);
      if (!fails_at_most_one) continue;
      (failed_field == FilterTest::none ? passing : failing[failed_field]).push_back(document);
    }
    documents = passing;
  }
  FacetResult result;
  const Groups groups = group == Group::guide ? groups_of(columns, documents) : Groups();
  result.total =
      group == Group::guide ? std::set(groups.begin(), groups.end()).size() : documents.size();
  const Counter counter(columns, documents);
  for (const FacetField field : wanted) {
    const std::vector<std::uint32_t>& others = failing[static_cast<std::size_t>(field)];
    if (group == Group::guide) {
      std::vector<std::uint32_t> all(documents.begin(), documents.end());
      all.insert(all.end(), others.begin(), others.end());
      result.facets.push_back(
          listed(columns, field, count_groups(columns, field, all, groups_of(columns, all)), test));
      continue;
    }
    std::vector<std::uint32_t> counts = counter.counts(field);
    columns.count(field, others, counts);
    result.facets.push_back(listed(columns, field, counts, test));
  }
  return result;
}

}  // namespace guidepost
