#include "core/suggest/name_fit.h"

namespace guidepost {
namespace {

class Alignment {
 public:
  Alignment(const TypedReading& typed, std::span<const std::uint32_t> name)
      : typed_(typed), name_(name) {}

  bool in_order() {
    std::size_t next = 0;
    for (std::size_t i = 0; i < typed_.words.size(); i += run_at(i)) {
      while (next < name_.size() && !place(i, next)) ++next;
      if (next >= name_.size()) return false;
      next += run_at(i);
    }
    return true;
  }

  bool in_any_order() {
    taken_ = 0;
    fit_.edits = 0;
    for (const std::uint8_t i : typed_.rarest_first) {
      if (typed_.words[i].follows) continue;
      std::size_t at = 0;
      while (at < name_.size() && !place(i, at)) ++at;
      if (at == name_.size()) return false;
    }
    return true;
  }

  NameFit& fit() { return fit_; }

 private:
  /// How many words from `i` on must stand together: each split word has one behind it.
  std::size_t run_at(std::size_t i) const {
    return i + 1 < typed_.words.size() && typed_.words[i + 1].follows ? 2 : 1;
  }

  /// Puts the words that begin with `i` at `at`, where they fit and nothing is yet.
  bool place(std::size_t i, std::size_t at) {
    const std::size_t count = run_at(i);
    if (at + count > name_.size()) return false;
    std::uint32_t edits = 0;
    std::uint32_t wanted = 0;
    for (std::size_t k = 0; k < count; ++k) {
      const auto distance = typed_.words[i + k].edits_to(name_[at + k]);
      if (!distance) return false;
      edits += *distance;
      wanted |= 1U << (at + k);
    }
    if ((taken_ & wanted) != 0) return false;
    taken_ |= wanted;
    fit_.edits += edits;
    for (std::size_t k = 0; k < count; ++k) fit_.at[i + k] = static_cast<std::uint8_t>(at + k);
    return true;
  }

  const TypedReading& typed_;
  std::span<const std::uint32_t> name_;
  NameFit fit_{};
  std::uint32_t taken_ = 0;  // a bit for each word of the name
};

bool stands_together_from(std::size_t first, const NameFit& fit, std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) {
    if (fit.at[i] != first + i) return false;
  }
  return true;
}

bool is_whole(const TypedReading& typed, std::span<const std::uint32_t> name,
              const WordTable& words) {
  if (typed.words.size() != name.size()) return false;
  for (std::size_t i = 0; i < name.size(); ++i) {
    if (words.word(name[i]) != typed.words[i].text) return false;
  }
  return true;
}

}  // namespace

std::optional<NameFit> fit_of(const TypedReading& typed, std::span<const std::uint32_t> name,
                              std::uint32_t heading_at, const WordTable& words) {
  const std::size_t count = typed.words.size();
  if (count > name.size() || count > most_suggest_words) return std::nullopt;
  Alignment alignment(typed, name);
  NameFit& fit = alignment.fit();
  if (!alignment.in_order()) {
    if (count == 1 || !alignment.in_any_order()) return std::nullopt;
    fit.fit = Fit::reordered;
  } else if (stands_together_from(0, fit, count)) {
    fit.fit = is_whole(typed, name, words) ? Fit::whole : Fit::start;
  } else if (heading_at != 0 && stands_together_from(heading_at, fit, count)) {
    fit.fit = Fit::start;
  } else {
    fit.fit = fit.at[0] == 0 ? Fit::first : Fit::inside;
  }
  return fit;
}

NameFit fit_at(std::uint32_t at, std::uint32_t edits, const TypedReading& typed,
               std::span<const std::uint32_t> name, std::uint32_t heading_at,
               const WordTable& words) {
  NameFit fit{};
  fit.edits = edits;
  fit.at[0] = static_cast<std::uint8_t>(at);
  if (at == 0) {
    fit.fit = is_whole(typed, name, words) ? Fit::whole : Fit::start;
  } else {
    fit.fit = at == heading_at ? Fit::start : Fit::inside;
  }
  return fit;
}

}  // namespace guidepost
