// The last part of a passage's anchor, from the passage's own words: "interview-402913".
//
// Never from its place: insert, move or delete its neighbours and a link to it still works. Two passages with the same number (one pair
// in a million) step aside in the order of the page.
#pragma once

#include <string>
#include <string_view>
#include <unordered_set>

namespace guidepost::indexer {

/// What makes two passages the same: their words. A passage that is re-wrapped or re-indented stays the same.
std::string passage_identity(std::string_view title, std::string_view text);

/// The number in an anchor: from the words of title and text, whatever the white space between them. 0 to 999999.
unsigned passage_number(std::string_view title, std::string_view text);

/// The same for a passage_identity().
unsigned number_of_identity(std::string_view identity);

/// The anchors that are taken on one page.
class PassageAnchors {
 public:
  /// Whether `anchor` was free. From now on it is taken.
  bool take(std::string anchor) { return taken_.insert(std::move(anchor)).second; }

  /// Takes "<section>-<number>", or the number alone where `section` is empty; the next number where that is taken.
  std::string take_numbered(std::string_view section, unsigned number);

 private:
  std::unordered_set<std::string> taken_;
};

}  // namespace guidepost::indexer
