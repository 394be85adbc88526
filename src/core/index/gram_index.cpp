#include "core/index/gram_index.h"

#include "core/index/number_lists.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <numeric>
#include <unordered_map>

namespace guidepost {

GramIndex::GramIndex(std::uint32_t names,
                     const std::function<std::string_view(std::uint32_t)>& text_of) {
  // Two passes over the letters: a list of all grams of all names would be ten times as large.
  std::unordered_map<std::uint64_t, std::uint32_t> counts;
  for (std::uint32_t name = 0; name < names; ++name) {
    for (const std::uint64_t gram : letter_grams(text_of(name))) ++counts[gram];
  }
  for (const auto& [gram, count] : counts) keys_.push_back(gram);
  std::sort(keys_.begin(), keys_.end());
  begins_.push_back(0);
  for (const std::uint64_t gram : keys_) {
    std::uint32_t& count = counts[gram];
    const std::uint32_t begin = begins_.back();
    begins_.push_back(begin + count);
    count = begin;  // from here on: where the next name goes
  }
  names_.resize(begins_.back());
  for (std::uint32_t name = 0; name < names; ++name) {
    for (const std::uint64_t gram : letter_grams(text_of(name))) names_[counts[gram]++] = name;
  }
}

void GramIndex::encode(RecordWriter& writer) const {
  writer.u64s(keys_);
  writer.u32s(begins_);
  writer.u32s(names_);
}

GramIndex GramIndex::decode(RecordReader& reader) {
  GramIndex grams;
  grams.keys_ = reader.u64s();
  grams.begins_ = reader.u32s();
  grams.names_ = reader.u32s();
  return grams;
}

bool GramIndex::is_sound(std::size_t names) const {
  return std::is_sorted(keys_.begin(), keys_.end()) &&
         is_cut(begins_, keys_.size(), names_.size()) && are_below(names_, names);
}

void GramIndex::index(std::size_t names) {
  if (keys_.empty()) return;
  idf_.reserve(keys_.size());
  inverse_norms_.assign(names, 0);
  for (std::size_t gram = 0; gram < keys_.size(); ++gram) {
    const auto count = static_cast<double>(begins_[gram + 1] - begins_[gram]);
    const auto idf =
        static_cast<float>(std::log((1 + static_cast<double>(names)) / (1 + count)) + 1);
    idf_.push_back(idf);
    for (std::uint32_t i = begins_[gram]; i < begins_[gram + 1]; ++i) {
      inverse_norms_[names_[i]] += idf * idf;
    }
  }
  for (float& norm : inverse_norms_) norm = norm > 0 ? 1 / std::sqrt(norm) : 0;
  index_common(names);
}

void GramIndex::index_common(std::size_t names) {
  std::vector<std::uint32_t> order(keys_.size());
  std::iota(order.begin(), order.end(), 0U);
  const auto size = [&](std::uint32_t gram) { return begins_[gram + 1] - begins_[gram]; };
  const std::size_t count = std::min(most_common, order.size());
  std::partial_sort(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(count), order.end(),
                    [&](std::uint32_t a, std::uint32_t b) {
                      return size(a) != size(b) ? size(a) > size(b) : a < b;
                    });
  common_at_.assign(keys_.size(), rare);
  common_.assign(names, {});
  for (std::size_t at = 0; at < count; ++at) {
    const std::uint32_t gram = order[at];
    common_at_[gram] = static_cast<std::uint16_t>(at);
    for (std::uint32_t i = begins_[gram]; i < begins_[gram + 1]; ++i) {
      common_[names_[i]][at / 64] |= std::uint64_t{1} << (at % 64);
    }
  }
}

std::uint32_t GramIndex::named(std::uint64_t key) const {
  const auto at = std::lower_bound(keys_.begin(), keys_.end(), key);
  const bool is_known = at != keys_.end() && *at == key;
  return static_cast<std::uint32_t>((is_known ? at : keys_.end()) - keys_.begin());
}

GramCosines::GramCosines(const GramIndex& grams, std::string_view text) : grams_(&grams) {
  if (grams.empty()) return;
  least_.assign(grams.inverse_norms_.size(), 0);
  std::array<float, GramIndex::most_common> common{};
  double squares = 0;
  for (const std::uint64_t key : letter_grams(text)) {
    const std::uint32_t gram = grams.named(key);
    if (gram == grams.keys_.size()) {
      // What no name holds is as rare as can be, and counts against all of them.
      const double idf = std::log(1 + static_cast<double>(least_.size())) + 1;
      squares += idf * idf;
      continue;
    }
    const float idf = grams.idf_[gram];
    squares += static_cast<double>(idf) * static_cast<double>(idf);
    const float weight = idf * idf;
    if (const std::uint16_t at = grams.common_at_[gram]; at != GramIndex::rare) {
      common[at] = weight;
      continue;
    }
    for (std::uint32_t i = grams.begins_[gram]; i < grams.begins_[gram + 1]; ++i) {
      least_[grams.names_[i]] += weight;
    }
  }
  const float scale = squares > 0 ? static_cast<float>(1 / std::sqrt(squares)) : 0;
  for (std::size_t name = 0; name < least_.size(); ++name) {
    least_[name] *= scale * grams.inverse_norms_[name];
  }
  for (std::size_t byte = 0; byte < common.size() / 8; ++byte) {
    Piece piece{byte, {}};
    for (std::size_t bits = 1; bits < piece.sums.size(); ++bits) {
      const auto lowest = static_cast<std::size_t>(std::countr_zero(bits));
      piece.sums[bits] = piece.sums[bits & (bits - 1)] + scale * common[8 * byte + lowest];
    }
    if (piece.sums.back() == 0) continue;
    most_shared_ += piece.sums.back();
    pieces_.push_back(piece);
  }
}

}  // namespace guidepost
