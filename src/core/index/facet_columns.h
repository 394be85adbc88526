// The facet values of every document, in memory: what makes counting exact and cheap.
//
// Documents are counted by Xapian's docid, which never leaves this library. Immutable; all threads may read.
#pragma once

#include "core/index/facet_field.h"
#include "core/result.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace guidepost {

/// The values of one document, per field, without repetition.
using DocumentFacets = std::array<std::vector<std::string>, facet_field_count>;

class FacetColumns {
 public:
  /// What a person reads for a value; a value without a label is its own.
  using Labels = std::array<std::map<std::string, std::string>, facet_field_count>;

  FacetColumns() = default;
  /// `documents[i]` is docid i + 1.
  FacetColumns(std::span<const DocumentFacets> documents, const Labels& labels);

  std::string encode() const;
  static Result<FacetColumns> decode(std::string_view bytes);

  std::size_t document_count() const { return documents_; }
  std::size_t value_count(FacetField field) const { return column(field).values.size(); }

  /// Ordinals are in the order of the values' bytes.
  const std::string& value(FacetField field, std::uint32_t ordinal) const {
    return column(field).values[ordinal];
  }
  const std::string& label(FacetField field, std::uint32_t ordinal) const {
    return column(field).labels[ordinal];
  }
  /// Ordinals of a document's values, ascending; empty for a docid there is not.
  std::span<const std::uint32_t> ordinals(FacetField field, std::uint32_t docid) const;

  std::optional<std::uint32_t> find(FacetField field, std::string_view value) const;

  /// How many documents have the value.
  std::uint32_t documents_with(FacetField field, std::uint32_t ordinal) const {
    return column(field).frequencies[ordinal];
  }

 private:
  struct Column {
    std::vector<std::string> values;  // sorted
    std::vector<std::string> labels;
    std::vector<std::uint32_t> frequencies;  // per value
    std::vector<std::uint32_t> begins;       // per document, into ordinals; one more at the end
    std::vector<std::uint32_t> ordinals;
  };

  const Column& column(FacetField field) const { return columns_[static_cast<std::size_t>(field)]; }
  static bool is_sound(const Column& column, std::size_t documents);
  static void count_documents(Column& column);

  std::size_t documents_ = 0;
  std::array<Column, facet_field_count> columns_;
};

}  // namespace guidepost
