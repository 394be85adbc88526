// All entries that complete what was typed, each with its best name and rank.
#pragma once

#include "core/suggest/name_fit.h"
#include "core/suggest/name_table.h"
#include "core/suggest/typed_reading.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace guidepost {

/// Smaller ranks first; no two entries have the same.
struct Completion {
  std::uint64_t rank = 0;
  std::uint32_t name = 0;     // in the table
  std::uint16_t reading = 0;  // which one it answers
  std::uint8_t at = 0;        // where the first typed word stands
  Fit fit = Fit::inside;
};

/// One question; the table must outlive it.
class CompletionSearch {
 public:
  /// As many completions as typed make further readings unnecessary.
  static constexpr std::size_t enough = 8;

  CompletionSearch(const NameTable& names, std::size_t entries)
      : names_(names), place_of_entry_(entries, nowhere) {}

  /// Completions in no order, one an entry. What answers as typed first; where that is fewer than `enough`, words joined or split; where it
  /// still is, with slips. `typed`: folded words, 1 to most_suggest_words.
  std::vector<Completion> run(const std::vector<std::string>& typed);

  /// By Completion::reading.
  const TypedReading& reading(std::size_t number) const { return readings_[number]; }

 private:
  static constexpr std::uint32_t nowhere = 0xffffffffU;

  void collect(TypedReading reading);
  void collect_places(const TypedReading& reading);
  void add_if_fit(const TypedReading& reading, std::uint32_t name);
  void add(const NameFit& fit, std::uint32_t name);

  const NameTable& names_;
  std::vector<std::uint32_t> place_of_entry_;  // in found_
  std::vector<Completion> found_;
  std::vector<TypedReading> readings_;
};

}  // namespace guidepost
