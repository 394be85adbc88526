// Markdown as a flat list of blocks of plain text, each with the line it begins on.
//
// Emphasis, links and inline code are their text, an image is its alternative text, HTML is dropped or read, a soft line break is a space and
// a hard one a line feed. What stands inside a list item or a quote belongs to it:
//
//   - Draw it first.      -> item "Draw it first.\n- Boxes\n- Arrows"
//     - Boxes
//     - Arrows
//
// The dialect is GitHub's, by md4c; its C interface does not leave markdown_blocks.cpp.
#pragma once

#include "core/result.h"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace guidepost::indexer {

enum class BlockKind { heading, paragraph, item, quote, code, table_head, table_row };

/// Whether a block says something of its own (text, or nothing at all), or only leads somewhere: `links` has no words outside links,
/// `page_links` none outside links into its own page or to pages beside it, as a table of contents has, `images` none but alternative
/// texts.
enum class BlockRole { text, links, page_links, images };

struct Block {
  BlockKind kind = BlockKind::paragraph;
  unsigned level = 0;  // of a heading, 1 to 6
  std::string
      text;  // never blank, but for a heading; paragraphs inside are separated by an empty line
  std::size_t line = 0;  // in the file, from 1
  BlockRole role = BlockRole::text;
  std::vector<std::string> cells;  // of a table's head or row, as many as it has columns
};

/// What becomes of HTML between Markdown: nothing, as our own grammar wants it, or the blocks that html_fragment_blocks() finds.
enum class RawHtml { dropped, read };

/// Blocks in the order of the text. REQUIRES: valid UTF-8 with line feeds only (source_text()). Lines count from `first_line`.
/// bad_input, with the line, for what only a hostile or broken file has: nesting deeper than 32 levels, a table of more than 64
/// columns.
Result<std::vector<Block>> markdown_blocks(std::string_view markdown, const std::string& file,
                                           std::size_t first_line,
                                           RawHtml raw_html = RawHtml::dropped);

/// The blocks as one text: items are lines that begin with "- ", everything else is a paragraph.
std::string joined_text(std::span<const Block> blocks);

}  // namespace guidepost::indexer
