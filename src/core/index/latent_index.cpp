#include "core/index/latent_index.h"

#include "core/index/record.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace guidepost {
namespace {

constexpr float most_steps = 127;
constexpr float steps_of_one = 8192;  // 96 of them times 127 fit a sum of 32 bits

}  // namespace

void normalise(LatentVector& vector) {
  float squares = 0;
  for (const float value : vector) squares += value * value;
  if (squares <= 0) return;
  const float scale = 1 / std::sqrt(squares);
  for (float& value : vector) value *= scale;
}

LatentQuery::LatentQuery(const LatentVector& direction) {
  for (std::size_t i = 0; i < latent_dimensions; ++i) {
    const float value = std::clamp(direction[i], -1.0F, 1.0F);
    steps_[i] = static_cast<std::int16_t>(std::lround(value * steps_of_one));
  }
}

float LatentQuery::times(const char* bytes) const {
  std::int32_t sum = 0;
  for (std::size_t i = 0; i < latent_dimensions; ++i) {
    sum += std::int32_t{steps_[i]} * std::int32_t{static_cast<std::int8_t>(bytes[i])};
  }
  return static_cast<float>(sum) / steps_of_one;
}

void LatentRows::add(const LatentVector& vector) {
  float most = 0;
  for (const float value : vector) most = std::max(most, std::abs(value));
  const float step = most / most_steps;
  scales_.push_back(step);
  for (const float value : vector) {
    const long steps = step > 0 ? std::lround(value / step) : 0;
    bytes_ += static_cast<char>(static_cast<std::int8_t>(steps));
  }
}

void LatentRows::add_to(LatentVector& sum, std::size_t row, float factor) const {
  const char* bytes = bytes_.data() + row * latent_dimensions;
  const float step = scales_[row] * factor;
  for (std::size_t i = 0; i < latent_dimensions; ++i) {
    sum[i] += step * static_cast<float>(static_cast<std::int8_t>(bytes[i]));
  }
}

float LatentRows::dot(const LatentQuery& query, std::size_t row) const {
  return query.times(bytes_.data() + row * latent_dimensions) * scales_[row];
}

void LatentRows::encode(RecordWriter& writer) const {
  std::vector<std::uint32_t> scales;
  scales.reserve(scales_.size());
  for (const float scale : scales_) scales.push_back(std::bit_cast<std::uint32_t>(scale));
  writer.u32s(scales);
  writer.text(bytes_);
}

LatentRows LatentRows::decode(RecordReader& reader) {
  LatentRows rows;
  for (const std::uint32_t scale : reader.u32s()) {
    rows.scales_.push_back(std::bit_cast<float>(scale));
  }
  rows.bytes_ = reader.text();
  return rows;
}

bool LatentRows::is_sound() const {
  return bytes_.size() == scales_.size() * latent_dimensions &&
         std::all_of(scales_.begin(), scales_.end(),
                     [](float scale) { return scale >= 0 && scale <= 1e6F; });
}

void LatentIndex::add(std::uint32_t document, const LatentVector& place) {
  documents_.push_back(document);
  places_.add(place);
}

std::string LatentIndex::encode() const {
  RecordWriter writer;
  writer.texts(terms_);
  directions_.encode(writer);
  writer.u32s(documents_);
  places_.encode(writer);
  return std::move(writer).bytes();
}

Result<LatentIndex> LatentIndex::decode(std::string_view bytes) {
  RecordReader reader(bytes);
  LatentIndex index;
  index.terms_ = reader.texts();
  index.directions_ = LatentRows::decode(reader);
  index.documents_ = reader.u32s();
  index.places_ = LatentRows::decode(reader);
  const bool is_sound = index.directions_.is_sound() && index.places_.is_sound() &&
                        index.directions_.size() == index.terms_.size() &&
                        index.places_.size() == index.documents_.size() &&
                        std::is_sorted(index.terms_.begin(), index.terms_.end()) &&
                        std::is_sorted(index.documents_.begin(), index.documents_.end());
  if (!reader.finished() || !is_sound) {
    return failure(ErrorCode::index_damaged, "the latent index cannot be read",
                   "build the index again with `guidepost index`");
  }
  return index;
}

std::optional<std::size_t> LatentIndex::term_named(std::string_view term) const {
  const auto found = std::lower_bound(terms_.begin(), terms_.end(), term);
  if (found == terms_.end() || *found != term) return std::nullopt;
  return static_cast<std::size_t>(found - terms_.begin());
}

float LatentIndex::cosine(const LatentQuery& query, std::uint32_t document) const {
  const auto found = std::lower_bound(documents_.begin(), documents_.end(), document);
  if (found == documents_.end() || *found != document) return 0;
  return places_.dot(query, static_cast<std::size_t>(found - documents_.begin()));
}

}  // namespace guidepost
