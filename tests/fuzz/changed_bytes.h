// A sound file with some of its bytes changed, as made-up bytes say.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace guidepost {

/// Three bytes a change: where, and what to. REQUIRES: `sound` is not empty.
inline std::string changed(std::string sound, std::string_view changes) {
  for (; changes.size() >= 3; changes.remove_prefix(3)) {
    const auto high = static_cast<unsigned char>(changes[0]);
    const auto low = static_cast<unsigned char>(changes[1]);
    sound[(std::size_t{high} * 256 + low) % sound.size()] = changes[2];
  }
  return sound;
}

}  // namespace guidepost
