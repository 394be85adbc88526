// Randomness that is the same on every machine and every day: a failure of a property is found again by running the test again.
#pragma once

#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace guidepost::test {

class Dice {
 public:
  explicit Dice(std::uint32_t seed) : engine_(seed) {}

  /// 0 to `sides` - 1. The standard's distributions differ between libraries, the engine does not.
  std::size_t roll(std::size_t sides) { return static_cast<std::size_t>(engine_()) % sides; }

  /// True once in `times`.
  bool once_in(std::size_t times) { return roll(times) == 0; }

  /// `most` or fewer pieces of `alphabet`, at least `least`.
  std::string text(const std::vector<std::string>& alphabet, std::size_t least, std::size_t most) {
    std::string made;
    const std::size_t count = least + roll(most - least + 1);
    for (std::size_t i = 0; i < count; ++i) made += alphabet[roll(alphabet.size())];
    return made;
  }

  /// As text(), of single letters.
  std::string word(std::string_view letters, std::size_t least, std::size_t most) {
    std::string made;
    const std::size_t count = least + roll(most - least + 1);
    for (std::size_t i = 0; i < count; ++i) made += letters[roll(letters.size())];
    return made;
  }

  std::string bytes(std::size_t most) {
    std::string made;
    const std::size_t count = roll(most + 1);
    for (std::size_t i = 0; i < count; ++i) made += static_cast<char>(roll(256));
    return made;
  }

 private:
  std::mt19937 engine_;
};

}  // namespace guidepost::test
