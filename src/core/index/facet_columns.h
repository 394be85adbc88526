// The facet values of every document, in memory: what makes counting exact and cheap.
//
// Documents are known by their number in the generation, from 1, which never leaves this library. Immutable; all threads may read.
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
#include <unordered_map>
#include <vector>

namespace guidepost {

/// The values of one document, per field, without repetition.
using DocumentFacets = std::array<std::vector<std::string>, facet_field_count>;

class FacetColumns {
 public:
  /// What a person reads for a value; a value without a label is its own.
  using Labels = std::array<std::map<std::string, std::string>, facet_field_count>;

  FacetColumns() = default;
  /// `documents[i]` has the number i + 1.
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
  /// Ordinals of a document's values, ascending; empty for a number there is not.
  std::span<const std::uint32_t> ordinals(FacetField field, std::uint32_t document) const {
    if (document == 0 || document > documents_) return {};
    const Column& of = column(field);
    const std::size_t begin = of.begins[document - 1];
    return std::span(of.ordinals).subspan(begin, of.begins[document] - begin);
  }

  static constexpr std::uint32_t none = 0xffffffffU;

  /// The first of those; none where there is none.
  std::uint32_t first_ordinal(FacetField field, std::uint32_t document) const {
    if (document == 0 || document > documents_) return none;
    const Column& of = column(field);
    const std::uint32_t begin = of.begins[document - 1];
    return begin == of.begins[document] ? none : of.ordinals[begin];
  }

  /// Adds to `counts`, by ordinal, how many of the documents have each value. Nothing else of a query is done as often.
  void count(FacetField field, std::span<const std::uint32_t> documents,
             std::span<std::uint32_t> counts) const;

  /// Of the chosen values.
  enum class Having { some, none };

  /// Takes away the masks (by number of a document) of those documents. `chosen`: by ordinal.
  void remove(Having having, FacetField field, std::span<const char> chosen,
              std::span<std::uint32_t> masks) const;

  /// Whether the document is there. One that was replaced or dropped keeps its number, without values; every living one has a type.
  bool is_alive(std::uint32_t document) const {
    return first_ordinal(FacetField::type, document) != none;
  }

  static constexpr std::uint32_t most_of_a_rare_type = 1000;

  /// The documents of types that so few have, ascending.
  std::span<const std::uint32_t> documents_of_rare_types() const { return rare_; }

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
    bool has_one_each = false;  // every document has exactly one value
  };

  const Column& column(FacetField field) const { return columns_[static_cast<std::size_t>(field)]; }
  static bool is_sound(const Column& column, std::size_t documents);
  static void summarise(Column& column);
  static void count_one_each(const Column& column, std::span<const std::uint32_t> documents,
                             std::span<std::uint32_t> counts);
  void list_rare_types();

  std::size_t documents_ = 0;
  std::array<Column, facet_field_count> columns_;
  std::vector<std::uint32_t> rare_;

  friend class FacetColumnsBuilder;
};

/// Gathers columns document by document; memory grows with distinct values and numbers, not with the values' texts.
class FacetColumnsBuilder {
 public:
  FacetColumnsBuilder();
  /// Goes on where another generation's columns end.
  explicit FacetColumnsBuilder(const FacetColumns& columns);

  /// The next document.
  void add(const DocumentFacets& document);

  /// Takes a document's values away: it is no longer alive.
  void clear(std::uint32_t document);

  /// Values that no living document has are not among the columns.
  FacetColumns finish(const FacetColumns::Labels& labels) &&;

 private:
  struct Growing {
    std::unordered_map<std::string, std::uint32_t> numbers;
    std::vector<std::string> values;     // by number
    std::vector<std::uint32_t> begins;   // per document, into entries; one more at the end
    std::vector<std::uint32_t> entries;  // numbers of values
  };

  FacetColumns::Column finish(Growing growing,
                              const std::map<std::string, std::string>& labels) const;

  std::array<Growing, facet_field_count> fields_;
  std::vector<bool> cleared_;  // per document
};

}  // namespace guidepost
