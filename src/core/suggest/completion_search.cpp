#include "core/suggest/completion_search.h"

#include <algorithm>
#include <array>
#include <span>

namespace guidepost {
namespace {

constexpr std::size_t names_for_one_look_up = 8;

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

/// Whether each typed word can begin some word of a name, whichever: a few comparisons that spare most names the alignment.
class QuickTest {
 public:
  explicit QuickTest(const TypedReading& reading) : count_(reading.words.size()) {
    for (std::size_t i = 0; i < count_; ++i) {
      const std::vector<WordRange>& ranges = reading.words[i].ranges;
      begins_[i] = ranges.front().begin;
      sizes_[i] = ranges.back().end - ranges.front().begin;
    }
  }

  bool passes(std::span<const std::uint32_t> name) const {
    if (name.size() < count_) return false;
    for (std::size_t i = 0; i < count_; ++i) {
      bool is_there = false;
      for (const std::uint32_t word : name) is_there |= word - begins_[i] < sizes_[i];
      if (!is_there) return false;
    }
    return true;
  }

 private:
  std::size_t count_;
  std::array<std::uint32_t, most_suggest_words> begins_{};
  std::array<std::uint32_t, most_suggest_words> sizes_{};
};

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
  if (kept.words.size() == 1) return collect_places(kept);
  const QuickTest test(kept);
  // Very many names are read faster in their order than looked up one by one.
  if (places_of(rarest, names_) > names_.size() / names_for_one_look_up) {
    for (std::uint32_t name = 0; name < names_.size(); ++name) {
      if (test.passes(names_.words_of(name))) add_if_fit(kept, name);
    }
    return;
  }
  for (const WordRange& range : rarest.ranges) {
    for (const NamePlace place : names_.places(range)) {
      if (test.passes(names_.words_of(place.name()))) add_if_fit(kept, place.name());
    }
  }
}

/// For one word the place says it all.
void CompletionSearch::collect_places(const TypedReading& reading) {
  for (const WordRange& range : reading.words[0].ranges) {
    for (const NamePlace place : names_.places(range)) {
      const std::uint32_t name = place.name();
      add(fit_at(place.word(), range.edits, reading, names_.words_of(name),
                 names_.name(name).heading_at, names_.words()),
          name);
    }
  }
}

void CompletionSearch::add_if_fit(const TypedReading& reading, std::uint32_t name) {
  const auto fit =
      fit_of(reading, names_.words_of(name), names_.name(name).heading_at, names_.words());
  if (fit) add(*fit, name);
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
