// Texts as points in a space of terms: sparse rows, tf-idf weights, cosines, and inverted lists that find what is near.
//
// Salton and Buckley, "Term-weighting approaches in automatic text retrieval", 1988. The weight of a term is its damped frequency times idf^exponent
// with idf = ln((1 + N) / (1 + df)); rows have length 1, so a dot product is a cosine.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace guidepost {

/// Rows of a sparse matrix. Columns of a row ascend, each once.
class SparseRows {
 public:
  struct Entry {
    std::uint32_t column = 0;
    float value = 0;
  };

  /// Appends a row; `entries` in any order, values of equal columns are added up.
  void add(std::vector<Entry> entries);

  std::size_t size() const { return begins_.size() - 1; }
  /// One more than the largest column; 0 when there are no entries.
  std::size_t columns() const { return columns_; }
  std::span<const Entry> operator[](std::size_t row) const {
    return {entries_.data() + begins_[row], begins_[row + 1] - begins_[row]};
  }
  std::span<Entry> row(std::size_t row) {
    return {entries_.data() + begins_[row], begins_[row + 1] - begins_[row]};
  }

  /// Columns become rows, `rows` of them at least: the inverted lists.
  SparseRows transposed(std::size_t rows = 0) const;

 private:
  std::vector<std::size_t> begins_{0};
  std::vector<Entry> entries_;
  std::size_t columns_ = 0;
};

/// ln((1 + N) / (1 + df)) of each column.
std::vector<float> idf_of(const SparseRows& counts);

/// How often a term occurs, damped: 1 + ln tf, or its square root, which leaves more to terms that a long text repeats.
enum class TermFrequency { logarithm, root };

/// Counts become weights, each row of length 1 (an empty row stays empty).
SparseRows tf_idf(SparseRows counts, float idf_exponent = 1,
                  TermFrequency frequency = TermFrequency::logarithm);

/// One row laid out densely, to be compared with many others.
class Scattered {
 public:
  explicit Scattered(std::size_t columns) : values_(columns, 0) {}

  /// Lays out `row` in place of the one before. Columns must be below `columns`.
  void lay(std::span<const SparseRows::Entry> row);
  float dot(std::span<const SparseRows::Entry> row) const;
  float at(std::uint32_t column) const { return values_[column]; }
  bool holds(std::uint32_t column) const { return values_[column] != 0; }

 private:
  std::vector<float> values_;
  std::vector<std::uint32_t> laid_;
};

/// Scores of items, gathered from inverted lists.
class Tally {
 public:
  explicit Tally(std::size_t items) : scores_(items, 0), is_touched_(items, 0) {}

  void add(std::uint32_t item, float score) {
    if (is_touched_[item] == 0) {
      is_touched_[item] = 1;
      touched_.push_back(item);
    }
    scores_[item] += score;
  }
  /// Adds factor * (row . item) for every item; terms whose list is longer than `longest` are passed over: they tell little and cost most.
  void add_products(std::span<const SparseRows::Entry> row, const SparseRows& inverted,
                    float factor, std::size_t longest);

  /// `score`: (item, score so far) -> score, for every item that has one.
  template <typename Score>
  void rescore(const Score& score) {
    for (const std::uint32_t item : touched_) scores_[item] = score(item, scores_[item]);
  }

  struct Scored {
    std::uint32_t item = 0;
    float score = 0;
  };
  /// The `most` items of the highest positive scores, ties to the smaller number, by number; then everything is forgotten.
  std::vector<Scored> take_best(std::size_t most);

 private:
  std::vector<float> scores_;
  std::vector<char> is_touched_;
  std::vector<std::uint32_t> touched_;
};

}  // namespace guidepost
