// Any bytes as a latent index, and a sound one with any of its bytes changed: what is read can be asked everything.
#include "changed_bytes.h"
#include "check_item.h"
#include "core/index/latent_index.h"

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace guidepost {
namespace {

using indexer::require;

LatentVector direction(std::size_t seed) {
  LatentVector vector{};
  for (std::size_t i = 0; i < latent_dimensions; ++i) {
    vector[i] = static_cast<float>((seed * 31 + i * 17) % 41) / 20 - 1;
  }
  normalise(vector);
  return vector;
}

std::string sound_index() {
  LatentRows directions;
  for (std::size_t term = 0; term < 3; ++term) directions.add(direction(term));
  LatentIndex index({"dive", "diver", "reef"}, directions);
  for (const std::uint32_t document : {2U, 3U, 4'000'000'000U}) {
    index.add(document, direction(document));
  }
  return index.encode();
}

void check(std::string_view bytes) {
  const auto index = LatentIndex::decode(bytes);
  if (!index) return;
  LatentVector sum{};
  for (const std::string_view term : {"dive", "diver", "reef", ""}) {
    if (const auto row = index->term_named(term)) index->directions().add_to(sum, *row, 1);
  }
  normalise(sum);
  const LatentQuery query(sum);
  index->each_place(query, [&](std::uint32_t document, float cosine) {
    require(std::isfinite(cosine));
    require(std::isfinite(index->cosine(query, document)));
  });
  require(LatentIndex::decode(index->encode()).has_value());
}

}  // namespace
}  // namespace guidepost

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace guidepost;
  static const std::string sound = sound_index();
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  check(bytes);
  check(changed(sound, bytes));
  return 0;
}
