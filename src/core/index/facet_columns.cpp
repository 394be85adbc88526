#include "core/index/facet_columns.h"

#include "core/index/record.h"

#include <algorithm>
#include <set>

namespace guidepost {

FacetColumns::FacetColumns(std::span<const DocumentFacets> documents, const Labels& labels)
    : documents_(documents.size()) {
  for (std::size_t field = 0; field < facet_field_count; ++field) {
    Column& column = columns_[field];
    std::set<std::string_view> distinct;
    for (const DocumentFacets& document : documents) {
      distinct.insert(document[field].begin(), document[field].end());
    }
    column.values.assign(distinct.begin(), distinct.end());
    for (const std::string& value : column.values) {
      const auto label = labels[field].find(value);
      column.labels.push_back(label == labels[field].end() ? value : label->second);
    }
    column.begins.reserve(documents.size() + 1);
    column.begins.push_back(0);
    for (const DocumentFacets& document : documents) {
      std::set<std::uint32_t> ordinals;
      for (const std::string& value : document[field]) {
        const auto at = std::lower_bound(column.values.begin(), column.values.end(), value);
        ordinals.insert(static_cast<std::uint32_t>(at - column.values.begin()));
      }
      column.ordinals.insert(column.ordinals.end(), ordinals.begin(), ordinals.end());
      column.begins.push_back(static_cast<std::uint32_t>(column.ordinals.size()));
    }
    count_documents(column);
  }
}

void FacetColumns::count_documents(Column& column) {
  column.frequencies.assign(column.values.size(), 0);
  for (const std::uint32_t ordinal : column.ordinals) ++column.frequencies[ordinal];
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
    count_documents(column);
  }
  if (!sound || !reader.finished()) {
    return failure(ErrorCode::index_damaged, "the facet columns cannot be read",
                   "build the index again with `guidepost index`");
  }
  return columns;
}

std::span<const std::uint32_t> FacetColumns::ordinals(FacetField field, std::uint32_t docid) const {
  if (docid == 0 || docid > documents_) return {};
  const Column& of = column(field);
  const std::size_t begin = of.begins[docid - 1];
  return std::span(of.ordinals).subspan(begin, of.begins[docid] - begin);
}

std::optional<std::uint32_t> FacetColumns::find(FacetField field, std::string_view value) const {
  const std::vector<std::string>& values = column(field).values;
  const auto at = std::lower_bound(values.begin(), values.end(), value);
  if (at == values.end() || *at != value) return std::nullopt;
  return static_cast<std::uint32_t>(at - values.begin());
}

}  // namespace guidepost
