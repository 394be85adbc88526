#include "indexer/source/passage_anchors.h"

#include "indexer/source/single_spaced.h"

#include <xxhash.h>

namespace guidepost::indexer {
namespace {

constexpr unsigned anchor_numbers = 1'000'000;

}  // namespace

std::string passage_identity(std::string_view title, std::string_view text) {
  return single_spaced(title) + "\n" + single_spaced(text);
}

unsigned number_of_identity(std::string_view identity) {
  return static_cast<unsigned>(XXH3_64bits(identity.data(), identity.size()) % anchor_numbers);
}

unsigned passage_number(std::string_view title, std::string_view text) {
  return number_of_identity(passage_identity(title, text));
}

std::string PassageAnchors::take_numbered(std::string_view section, unsigned number) {
  for (;; number = (number + 1) % anchor_numbers) {
    std::string anchor(section);
    if (!anchor.empty()) anchor += '-';
    anchor += std::to_string(number);
    if (taken_.insert(anchor).second) return anchor;
  }
}

}  // namespace guidepost::indexer
