#include "core/index/facet_columns.h"

#include "core/index/record.h"

#include <algorithm>

namespace guidepost {

FacetColumnsBuilder::FacetColumnsBuilder() {
  for (Growing& field : fields_) field.begins.push_back(0);
}

FacetColumnsBuilder::FacetColumnsBuilder(const FacetColumns& columns)
    : cleared_(columns.documents_, false) {
  for (std::size_t field = 0; field < facet_field_count; ++field) {
    const FacetColumns::Column& column = columns.columns_[field];
    Growing& growing = fields_[field];
    growing.values = column.values;
    growing.begins = column.begins;
    growing.entries = column.ordinals;
    for (std::uint32_t number = 0; number < growing.values.size(); ++number) {
      growing.numbers.emplace(growing.values[number], number);
    }
    if (growing.begins.empty()) growing.begins.push_back(0);
  }
}

void FacetColumnsBuilder::add(const DocumentFacets& document) {
  for (std::size_t field = 0; field < facet_field_count; ++field) {
    Growing& growing = fields_[field];
    for (const std::string& value : document[field]) {
      const auto next = static_cast<std::uint32_t>(growing.values.size());
      const auto [known, is_new] = growing.numbers.try_emplace(value, next);
      if (is_new) growing.values.push_back(value);
      growing.entries.push_back(known->second);
    }
    growing.begins.push_back(static_cast<std::uint32_t>(growing.entries.size()));
  }
  cleared_.push_back(false);
}

void FacetColumnsBuilder::clear(std::uint32_t document) { cleared_[document - 1] = true; }

FacetColumns::Column FacetColumnsBuilder::finish(
    Growing growing, const std::map<std::string, std::string>& labels) const {
  std::vector<std::uint32_t> living(growing.values.size(), 0);
  for (std::size_t document = 0; document < cleared_.size(); ++document) {
    if (cleared_[document]) continue;
    for (std::size_t i = growing.begins[document]; i < growing.begins[document + 1]; ++i) {
      ++living[growing.entries[i]];
    }
  }
  std::vector<std::uint32_t> order;
  for (std::uint32_t number = 0; number < living.size(); ++number) {
    if (living[number] > 0) order.push_back(number);
  }
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return growing.values[a] < growing.values[b];
  });
  FacetColumns::Column column;
  std::vector<std::uint32_t> ordinal_of(growing.values.size(), 0);
  for (const std::uint32_t number : order) {
    ordinal_of[number] = static_cast<std::uint32_t>(column.values.size());
    column.values.push_back(growing.values[number]);
    const auto label = labels.find(column.values.back());
    column.labels.push_back(label == labels.end() ? column.values.back() : label->second);
  }
  column.begins.reserve(cleared_.size() + 1);
  column.begins.push_back(0);
  column.ordinals.reserve(growing.entries.size());
  for (std::size_t document = 0; document < cleared_.size(); ++document) {
    const auto begin = static_cast<std::ptrdiff_t>(column.ordinals.size());
    if (!cleared_[document]) {
      for (std::size_t i = growing.begins[document]; i < growing.begins[document + 1]; ++i) {
        column.ordinals.push_back(ordinal_of[growing.entries[i]]);
      }
      std::sort(column.ordinals.begin() + begin, column.ordinals.end());
      column.ordinals.erase(std::unique(column.ordinals.begin() + begin, column.ordinals.end()),
                            column.ordinals.end());
    }
    column.begins.push_back(static_cast<std::uint32_t>(column.ordinals.size()));
  }
  FacetColumns::summarise(column);
  return column;
}

FacetColumns FacetColumnsBuilder::finish(const FacetColumns::Labels& labels) && {
  FacetColumns columns;
  columns.documents_ = cleared_.size();
  for (std::size_t field = 0; field < facet_field_count; ++field) {
    columns.columns_[field] = finish(std::move(fields_[field]), labels[field]);
  }
  columns.list_rare_types();
  return columns;
}

FacetColumns::FacetColumns(std::span<const DocumentFacets> documents, const Labels& labels) {
  FacetColumnsBuilder builder;
  for (const DocumentFacets& document : documents) builder.add(document);
  *this = std::move(builder).finish(labels);
}

void FacetColumns::summarise(Column& column) {
  column.frequencies.assign(column.values.size(), 0);
  for (const std::uint32_t ordinal : column.ordinals) ++column.frequencies[ordinal];
  const auto second = std::adjacent_find(column.begins.begin(), column.begins.end(),
                                         [](auto begin, auto next) { return next != begin + 1; });
  column.has_one_each = second == column.begins.end();
}

std::string FacetColumns::encode() const {
  RecordWriter writer;
  writer.u64(documents_);
  for (const Column& column : columns_) {
    writer.texts(column.values);
    writer.texts(column.labels);
    writer.u32s(column.begins);
    writer.u32s(column.ordinals);
  }
  return std::move(writer).bytes();
}

bool FacetColumns::is_sound(const Column& column, std::size_t documents) {
  return column.labels.size() == column.values.size() && !column.begins.empty() &&
         column.begins.size() - 1 == documents && column.begins.front() == 0 &&
         column.begins.back() == column.ordinals.size() &&
         std::is_sorted(column.begins.begin(), column.begins.end()) &&
         std::is_sorted(column.values.begin(), column.values.end()) &&
         std::all_of(column.ordinals.begin(), column.ordinals.end(),
                     [&](std::uint32_t ordinal) { return ordinal < column.values.size(); });
}

Result<FacetColumns> FacetColumns::decode(std::string_view bytes) {
  RecordReader reader(bytes);
  FacetColumns columns;
  columns.documents_ = reader.u64();
  bool sound = true;
  for (Column& column : columns.columns_) {
    column.values = reader.texts();
    column.labels = reader.texts();
    column.begins = reader.u32s();
    column.ordinals = reader.u32s();
    sound = sound && reader.ok() && is_sound(column, columns.documents_);
    if (!sound) break;
    summarise(column);
  }
  if (!sound || !reader.finished()) {
    return failure(ErrorCode::index_damaged, "the facet columns cannot be read",
                   "build the index again with `guidepost index`");
  }
  columns.list_rare_types();
  return columns;
}

void FacetColumns::list_rare_types() {
  const auto is_rare = [&](std::uint32_t type) {
    return type != none && documents_with(FacetField::type, type) <= most_of_a_rare_type;
  };
  for (std::uint32_t document = 1; document <= documents_; ++document) {
    if (is_rare(first_ordinal(FacetField::type, document))) rare_.push_back(document);
  }
}

/// Most documents have one of very few values, and a count that was just written is slow to read: neighbours count in tables of their own.
void FacetColumns::count_one_each(const Column& column, std::span<const std::uint32_t> documents,
                                  std::span<std::uint32_t> counts) {
  constexpr std::size_t tables = 4;
  constexpr std::size_t few = 64;
  const std::size_t all = column.ordinals.size();
  const auto is_there = [&](std::uint32_t document) { return document != 0 && document <= all; };
  if (column.values.size() > few) {
    for (const std::uint32_t document : documents) {
      if (is_there(document)) ++counts[column.ordinals[document - 1]];
    }
    return;
  }
  std::array<std::array<std::uint32_t, few>, tables> own{};
  for (std::size_t i = 0; i < documents.size(); ++i) {
    if (is_there(documents[i])) ++own[i % tables][column.ordinals[documents[i] - 1]];
  }
  for (std::size_t ordinal = 0; ordinal < counts.size(); ++ordinal) {
    for (const auto& table : own) counts[ordinal] += table[ordinal];
  }
}

void FacetColumns::count(FacetField field, std::span<const std::uint32_t> documents,
                         std::span<std::uint32_t> counts) const {
  const Column& own = column(field);
  if (own.ordinals.empty()) return;
  if (own.has_one_each) return count_one_each(own, documents, counts);
  for (const std::uint32_t document : documents) {
    if (document == 0 || document > documents_) continue;
    const std::uint32_t end = own.begins[document];
    for (std::uint32_t i = own.begins[document - 1]; i < end; ++i) ++counts[own.ordinals[i]];
  }
}

void FacetColumns::remove(Having having, FacetField field, std::span<const char> chosen,
                          std::span<std::uint32_t> masks) const {
  const Column& own = column(field);
  const bool is_to_go = having == Having::some;
  const std::size_t end = std::min(masks.size(), documents_ + 1);
  for (std::size_t document = 1; document < end; ++document) {
    if (masks[document] == 0) continue;
    const auto begin = own.ordinals.begin() + own.begins[document - 1];
    const bool has_some = std::any_of(begin, own.ordinals.begin() + own.begins[document],
                                      [&](std::uint32_t ordinal) { return chosen[ordinal] != 0; });
    if (has_some == is_to_go) masks[document] = 0;
  }
}

std::optional<std::uint32_t> FacetColumns::find(FacetField field, std::string_view value) const {
  const std::vector<std::string>& values = column(field).values;
  const auto at = std::lower_bound(values.begin(), values.end(), value);
  if (at == values.end() || *at != value) return std::nullopt;
  return static_cast<std::uint32_t>(at - values.begin());
}

}  // namespace guidepost
