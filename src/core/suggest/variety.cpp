#include "core/suggest/variety.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>

namespace guidepost {
namespace {

/// Numbers from 1 for texts in the order they are met.
class Numbers {
 public:
  std::uint32_t of(std::string_view text) {
    return numbers_.try_emplace(text, static_cast<std::uint32_t>(numbers_.size() + 1))
        .first->second;
  }

 private:
  std::unordered_map<std::string_view, std::uint32_t> numbers_;
};

/// Whether one more of this kind may stand here; counts it.
bool still_fits(std::vector<std::uint32_t>& shown, std::uint32_t kind) {
  if (kind == 0) return true;
  if (std::count(shown.begin(), shown.end(), kind) >=
      static_cast<std::ptrdiff_t>(Variety::most_alike)) {
    return false;
  }
  shown.push_back(kind);
  return true;
}

}  // namespace

Variety::Variety(std::span<const SuggestEntry> entries) {
  Numbers pages;
  Numbers topics;
  kinds_.reserve(entries.size());
  for (const SuggestEntry& entry : entries) {
    const std::string_view url = entry.url;
    const std::size_t hash = url.find('#');
    Kinds kinds;
    if (hash != std::string_view::npos || entry.type == SuggestionType::role) {
      kinds.page = pages.of(url.substr(0, hash));
    }
    if (hash != std::string_view::npos && entry.type == SuggestionType::section) {
      kinds.topic = topics.of(url.substr(hash));
    }
    kinds_.push_back(kinds);
  }
}

std::vector<std::size_t> Variety::order_of(std::span<const std::uint32_t> entries) const {
  std::vector<std::size_t> first;
  std::vector<std::size_t> behind;
  std::vector<std::uint32_t> pages;
  std::vector<std::uint32_t> topics;
  for (std::size_t place = 0; place < entries.size(); ++place) {
    const Kinds& kinds = kinds_[entries[place]];
    const bool fits = still_fits(pages, kinds.page) && still_fits(topics, kinds.topic);
    (fits ? first : behind).push_back(place);
  }
  first.insert(first.end(), behind.begin(), behind.end());
  return first;
}

}  // namespace guidepost
