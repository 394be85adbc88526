// The anchors that GitHub, and the renderers that follow it, give to the headings of a page.
//
//   "Load balancing"   -> load-balancing        "C++ & Qt"    -> c--qt
//   "Load balancing"   -> load-balancing-1      "Über uns 🎉" -> über-uns-
//
// The rule: lower case; letters, marks, digits and connectors (such as '_') of any script stay, so does '-'; a space becomes '-'; the
// rest goes.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace guidepost::indexer {

/// The anchor of a heading that stands alone; empty when nothing of it stays ("???").
std::string heading_anchor(std::string_view heading);

/// Anchors of one page, each given once.
class HeadingAnchors {
 public:
  /// The anchor of the next heading: that of its text, or its explicit id if it has one; with "-1", "-2", ... where it is taken. A
  /// heading of which nothing stays is a "section". Cut to `most_bytes`.
  std::string next(std::string_view heading, std::string_view explicit_id, std::size_t most_bytes);

 private:
  std::unordered_set<std::string> taken_;
  std::unordered_map<std::string, std::size_t> numbers_;  // the last one given to an anchor
};

}  // namespace guidepost::indexer
