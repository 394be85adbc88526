#include "core/suggest/completion_search.h"

#include <algorithm>

namespace guidepost {
namespace {

/// First how it was read, then how many edits that took, how well the name fits, whether it is an alias, and last how useful the entry is.
std::uint64_t rank_of(Manner manner, const NameFit& fit, const NameTable::Name& name) {
  const auto edits = std::min<std::uint64_t>(fit.edits, 63);
  const std::uint64_t is_alias = name.alias != 0 ? 1 : 0;
  return static_cast<std::uint64_t>(manner) << 44U | edits << 38U |
         static_cast<std::uint64_t>(fit.fit) << 34U | is_alias << 33U | name.entry;
}

std::size_t places_of(const TypedWord& word, const NameTable& names) {
  std::size_t places = 0;
  for (const WordRange& range : word.ranges) places += names.places(range).size();
  return places;
}

}  // namespace

std::vector<Completion> CompletionSearch::run(const std::vector<std::string>& typed) {
  const WordTable& words = names_.words();
  if (auto reading = read_as_typed(typed, words)) collect(std::move(*reading));
  if (typed.size() == 1) {
    readings_.push_back({Manner::as_typed, {{typed[0], {}}}, {}});
    for (const std::uint32_t name : names_.with_initials(typed[0])) {
      NameFit fit{};
      fit.fit = Fit::initials;
      add(fit, name);
    }
  }
  if (found_.size() < enough) {
    for (TypedReading& reading : read_joined_or_split(typed, words)) collect(std::move(reading));
  }
  if (found_.size() < enough) {
    if (auto reading = read_with_slips(typed, words)) collect(std::move(*reading));
  }
  return std::move(found_);
}

void CompletionSearch::collect(TypedReading reading) {
  readings_.push_back(std::move(reading));
  const TypedReading& kept = readings_.back();
  // The word with the fewest places is looked up, the others are compared.
  const TypedWord& rarest = *std::min_element(kept.words.begin(), kept.words.end(),
                                              [&](const TypedWord& a, const TypedWord& b) {
                                                return places_of(a, names_) < places_of(b, names_);
                                              });
  const bool is_alone = kept.words.size() == 1;  // then the place says it all
  for (const WordRange& range : rarest.ranges) {
    for (const NamePlace place : names_.places(range)) {
      const std::uint32_t name = place.name();
      const auto words = names_.words_of(name);
      const std::uint32_t heading_at = names_.name(name).heading_at;
      if (is_alone) {
        add(fit_at(place.word(), range.edits, kept, words, heading_at, names_.words()), name);
      } else if (const auto fit = fit_of(kept, words, heading_at, names_.words())) {
        add(*fit, name);
      }
    }
  }
}

void CompletionSearch::add(const NameFit& fit, std::uint32_t name) {
  const NameTable::Name& of = names_.name(name);
  const auto reading = static_cast<std::uint16_t>(readings_.size() - 1);
  const Completion completion{rank_of(readings_.back().manner, fit, of), name, reading, fit.at[0],
                              fit.fit};
  std::uint32_t& place = place_of_entry_[of.entry];
  if (place == nowhere) {
    place = static_cast<std::uint32_t>(found_.size());
    found_.push_back(completion);
    return;
  }
  Completion& known = found_[place];
  // Aliases of one rank: the first the source gave.
  const bool is_better =
      completion.rank != known.rank ? completion.rank < known.rank : completion.name < known.name;
  if (is_better) known = completion;
}

}  // namespace guidepost
