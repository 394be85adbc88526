#include "core/text/edit_distance.h"

#include "core/text/character_class.h"

#include <algorithm>
#include <cstdlib>
#include <vector>

namespace guidepost {
namespace {

template <typename Text>
std::string nearest_of(std::string_view typed, std::span<const Text> candidates) {
  std::size_t limit = std::max<std::size_t>(1, typed.size() / 3);
  std::string best;
  for (const Text& candidate : candidates) {
    const auto distance = edit_distance(typed, candidate, limit);
    if (!distance) continue;
    best = std::string(candidate);
    if (*distance == 0) break;
    limit = *distance - 1;  // only a nearer one replaces it
  }
  return best;
}

}  // namespace

std::optional<std::size_t> edit_distance(std::string_view a, std::string_view b,
                                         std::size_t limit) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > limit) return std::nullopt;

  // Three rows of the usual table: two back (for swaps), one back, and the one being filled.
  std::vector<std::size_t> before_last(a.size() + 1);
  std::vector<std::size_t> last(a.size() + 1);
  std::vector<std::size_t> row(a.size() + 1);
  for (std::size_t i = 0; i <= a.size(); ++i) last[i] = i;
  for (std::size_t j = 1; j <= b.size(); ++j) {
    row[0] = j;
    std::size_t smallest = row[0];
    for (std::size_t i = 1; i <= a.size(); ++i) {
      const std::size_t substitution = last[i - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[i] = std::min({substitution, last[i] + 1, row[i - 1] + 1});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        row[i] = std::min(row[i], before_last[i - 2] + 1);
      }
      smallest = std::min(smallest, row[i]);
    }
    if (smallest > limit) return std::nullopt;
    std::swap(before_last, last);
    std::swap(last, row);
  }
  if (last[a.size()] > limit) return std::nullopt;
  return last[a.size()];
}

std::size_t forgiven_edits(std::string_view word) {
  constexpr std::size_t longest = 32;
  // A character more or less is another word where two are cut from a run.
  if (word.size() < 4 || word.size() > longest || is_unspaced(word)) return 0;
  if (std::any_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; })) return 0;
  return word.size() < 8 ? 1 : 2;
}

std::string nearest(std::string_view typed, std::span<const std::string> candidates) {
  return nearest_of(typed, candidates);
}

std::string nearest(std::string_view typed, std::span<const std::string_view> candidates) {
  return nearest_of(typed, candidates);
}

}  // namespace guidepost
