// Career-like passages in any number, the same on every machine: what throughput and latency are measured on.
//
// Texts are made of whole sentences, phrases and words of a seed text (the corpus), with rare words derived from its own: word frequencies
// follow Zipf's law and the vocabulary goes on growing as it does in real text (Heaps). All integers, own generator: no library decides.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace guidepost::bench {

/// splitmix64 (Steele, Lea, Flood, OOPSLA 2014).
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : state_(seed) {}
  std::uint64_t next();
  /// 0 to below - 1.
  std::size_t below(std::size_t bound) { return static_cast<std::size_t>(next() % bound); }
  /// Skewed: small numbers are frequent, as 1 / (n + 1).
  std::size_t zipf(std::size_t bound);

 private:
  std::uint64_t state_;
};

class PassageGenerator {
 public:
  /// Takes the texts of `corpus`/guides and `corpus`/tips as its seed. Throws std::runtime_error when there are none.
  PassageGenerator(const std::filesystem::path& corpus, std::uint64_t seed);

  /// The passage with this number as a JSON Lines document, without line end. Another `edition` gives another text under the same id.
  std::string passage(std::uint64_t number, std::uint64_t edition = 0) const;

  /// Whether the passage is among the `per_mille` of all that change in an edition.
  bool changes(std::uint64_t number, std::uint64_t edition, unsigned per_mille) const;

 private:
  std::string body(Dice& dice, std::uint64_t number) const;
  std::string rare_word(Dice& dice, std::uint64_t number) const;

  std::uint64_t seed_;
  std::vector<std::string> words_;  // in the order of the text: frequent ones are there often
  std::vector<std::string> sentences_;
  std::vector<std::string> distinct_;
};

}  // namespace guidepost::bench
