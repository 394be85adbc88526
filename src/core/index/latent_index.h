// Which documents keep company with the words of a query, whether or not they have them: "paragliding instructor" lies near what is said of
// skydiving. A file of the generation.
//
// Deerwester et al., "Indexing by latent semantic analysis", 1990: terms that stand in the same documents point in the same direction; a query
// and a document are sums of the directions of their terms. Those of documents are kept, bytes instead of floats.
#pragma once

#include "core/result.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace guidepost {

class RecordReader;
class RecordWriter;

inline constexpr std::size_t latent_dimensions = 96;
using LatentVector = std::array<float, latent_dimensions>;

/// Becomes of length 1; stays 0.
void normalise(LatentVector& vector);

/// A vector of length 1 in whole steps: products of whole numbers are added several at a time.
class LatentQuery {
 public:
  explicit LatentQuery(const LatentVector& direction);
  /// What the sum of its steps times those of another is worth, for each step of the other.
  float times(const char* bytes) const;

 private:
  std::array<std::int16_t, latent_dimensions> steps_{};
};

/// Many vectors, a byte a number.
class LatentRows {
 public:
  void add(const LatentVector& vector);
  std::size_t size() const { return scales_.size(); }
  void add_to(LatentVector& sum, std::size_t row, float factor) const;
  float dot(const LatentQuery& query, std::size_t row) const;

  void encode(RecordWriter& writer) const;
  static LatentRows decode(RecordReader& reader);
  bool is_sound() const;

 private:
  std::vector<float> scales_;  // what one step of a row's bytes is worth
  std::string bytes_;
};

/// Immutable; all threads may read.
class LatentIndex {
 public:
  /// Of nothing.
  LatentIndex() = default;
  /// `terms` ascend, each with the direction in which a document goes that has it once; `document`s are added ascending.
  LatentIndex(std::vector<std::string> terms, LatentRows directions)
      : terms_(std::move(terms)), directions_(std::move(directions)) {}
  void add(std::uint32_t document, const LatentVector& place);

  std::string encode() const;
  /// index_damaged when it is no such index.
  static Result<LatentIndex> decode(std::string_view bytes);

  bool empty() const { return documents_.empty(); }
  std::optional<std::size_t> term_named(std::string_view term) const;
  const LatentRows& directions() const { return directions_; }

  /// `take(document, cosine)` for each document that has a place.
  template <typename Take>
  void each_place(const LatentQuery& query, Take&& take) const {
    for (std::size_t i = 0; i < documents_.size(); ++i) {
      take(documents_[i], places_.dot(query, i));
    }
  }

  /// Cosine with a document; 0 for one that has no place.
  float cosine(const LatentQuery& query, std::uint32_t document) const;

 private:
  std::vector<std::string> terms_;
  LatentRows directions_;
  std::vector<std::uint32_t> documents_;  // ascending
  LatentRows places_;
};

}  // namespace guidepost
