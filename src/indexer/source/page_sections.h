// A page cut at its headings, whatever their level.
#pragma once

#include "core/model/section_kind.h"
#include "indexer/source/markdown_blocks.h"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace guidepost::indexer {

/// A heading's text, and its anchor, have no more bytes than this where they stand on a passage.
inline constexpr std::size_t most_section_bytes = 200;

struct PageSection {
  SectionKind kind =
      SectionKind::other;  // of the heading, else of the nearest one above it that has a kind
  std::string title;       // the heading
  std::string anchor;      // empty for what stands before the first heading
  unsigned level = 0;      // of the heading; 0 before the first one
  std::size_t line = 0;
  std::span<const Block> blocks;  // without the heading, and without another heading
};

/// A heading without the signs that stand around its words: "[⬆] Questions ¶" -> "Questions".
std::string_view heading_words(std::string_view heading);

/// The sections in the order of the page; `heading_ids` as page_passages() has them. The spans point into `blocks`.
std::vector<PageSection> page_sections(const std::string& page_title, std::span<const Block> blocks,
                                       std::span<const std::string> heading_ids);

}  // namespace guidepost::indexer
