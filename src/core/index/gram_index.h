// Names by the n-grams of their letters, and how near a text is to each: the cosine of both, grams weighted by their idf.
//
// Most grams are rare, and read name by name. The few that very many names hold ("er", "in ") would take most of the time: each name keeps them as
// bits, which bound every cosine at once, and are counted only where that bound is of interest.
#pragma once

#include "core/index/letter_grams.h"
#include "core/index/record.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

namespace guidepost {

/// Immutable; all threads may read. Names are numbered from 0.
class GramIndex {
 public:
  GramIndex() = default;
  /// `text_of`: folded words with a space between, of each of `names` names.
  GramIndex(std::uint32_t names, const std::function<std::string_view(std::uint32_t)>& text_of);

  void encode(RecordWriter& writer) const;
  /// REQUIRES: is_sound() before anything is asked of it, and then index().
  static GramIndex decode(RecordReader& reader);
  bool is_sound(std::size_t names) const;
  void index(std::size_t names);

  bool empty() const { return keys_.empty(); }

 private:
  friend class GramCosines;

  static constexpr std::size_t words_of_bits = 2;
  static constexpr std::size_t most_common = 64 * words_of_bits;
  using Bits = std::array<std::uint64_t, words_of_bits>;
  static constexpr std::uint16_t rare = 0xffff;

  std::uint32_t named(std::uint64_t key) const;
  void index_common(std::size_t names);

  std::vector<std::uint64_t> keys_;  // sorted
  std::vector<std::uint32_t> begins_;
  std::vector<std::uint32_t> names_;

  // Not stored.
  std::vector<float> idf_;
  std::vector<float> inverse_norms_;      // of names
  std::vector<std::uint16_t> common_at_;  // of grams: their bit, or rare
  std::vector<Bits> common_;              // of names
};

/// How near one text is to each name, 0 to 1; for one thread.
class GramCosines {
 public:
  /// Of an index that holds nothing.
  GramCosines() = default;
  /// `text`: folded words with a space between. `grams` must outlive this.
  GramCosines(const GramIndex& grams, std::string_view text);

  /// Whether the index holds no letters at all: too many names, or none.
  bool empty() const { return least_.empty(); }

  float of(std::uint32_t name) const {
    float shared = 0;
    for (const Piece& piece : pieces_) {
      shared += piece.sums[byte_of(grams_->common_[name], piece.byte)];
    }
    return least_[name] + shared * grams_->inverse_norms_[name];
  }

  bool is_above(std::uint32_t name, float value) const {
    return is_maybe_above(name, value) && of(name) > value;
  }
  /// False where it surely is not, and where there are no letters; sooner known.
  bool is_maybe_above(std::uint32_t name, float value) const {
    return name < least_.size() && most(name) > value;
  }

  /// `take(name, least)` for each name, ascending, that is at least so near, where that is above `floor()`.
  template <typename Floor, typename Take>
  void each_surely_above(Floor&& floor, Take&& take) const {
    each_bounded(0, floor, [&](std::uint32_t name) { take(name, least_[name]); });
  }

  /// `take(name)` for each name, ascending, that may be nearer than `floor()`.
  template <typename Floor, typename Take>
  void each_maybe_above(Floor&& floor, Take&& take) const {
    each_bounded(most_shared_, floor, take);
  }

 private:
  /// What eight common grams add, for each way in which a name may have them.
  struct Piece {
    std::size_t byte = 0;
    std::array<float, 256> sums{};
  };

  static std::size_t byte_of(const GramIndex::Bits& bits, std::size_t byte) {
    return (bits[byte / 8] >> (8 * (byte % 8))) & 0xffU;
  }

  /// At least the cosine: rounding keeps the order of sums of which one has all that the other has.
  float most(std::uint32_t name) const {
    return least_[name] + most_shared_ * grams_->inverse_norms_[name];
  }

  template <typename Floor, typename Take>
  void each_bounded(float shared, Floor&& floor, Take&& take) const {
    constexpr std::uint32_t block = 64;
    const auto size = static_cast<std::uint32_t>(least_.size());
    const float* norms = grams_ == nullptr ? nullptr : grams_->inverse_norms_.data();
    for (std::uint32_t begin = 0; begin < size; begin += block) {
      const std::uint32_t end = std::min(begin + block, size);
      const float above = floor();
      // Counted without a branch, so that the compiler looks at several at once: most blocks have none.
      std::uint32_t count = 0;
      for (std::uint32_t name = begin; name < end; ++name) {
        count += least_[name] + shared * norms[name] > above ? 1U : 0U;
      }
      if (count == 0) continue;
      for (std::uint32_t name = begin; name < end; ++name) {
        if (least_[name] + shared * norms[name] > above) take(name);
      }
    }
  }

  const GramIndex* grams_ = nullptr;
  std::vector<float> least_;  // by name: its cosine, were it not for the common grams
  std::vector<Piece> pieces_;
  float most_shared_ = 0;  // what all common grams of the text add to a name of norm 1
};

}  // namespace guidepost
