// How deep a page of HTML is nested, before anybody makes a tree of it.
//
// An estimate that is right for every page whose end tags are there: what HTML closes by itself (<p>, <li>, <td>) does not count, nor does
// what stands in scripts and comments. Whoever wants to deceive it can, so whoever makes the tree has limits of his own.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace guidepost::indexer {

/// The line on which more than `most` elements are open, from 1; nothing when there is none.
std::optional<std::size_t> first_line_nested_deeper(std::string_view html, std::size_t most);

}  // namespace guidepost::indexer
