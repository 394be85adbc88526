// The block of a page that is being read: its text as it grows, the cells of a row, and the link that it stands in, which may go on in the next one.
#pragma once

#include "indexer/source/block_text.h"
#include "indexer/source/html_tree.h"
#include "indexer/source/markdown_blocks.h"

#include <cstddef>
#include <optional>
#include <string_view>

namespace guidepost::indexer {

class HtmlOpenBlock {
 public:
  /// What was open is dropped.
  void begin(BlockKind kind);

  /// The open block, which is over; nothing when it has no words.
  std::optional<Block> finish();

  bool is_open() const { return is_open_; }
  BlockKind kind() const { return block_.kind; }
  /// A heading or a row of a table is one line.
  bool has_lines() const;

  void set_level(unsigned level) { block_.level = level; }

  /// Where it begins, unless something was there before.
  void note_line(std::size_t line);

  /// <td> or <th> of an open row.
  void begin_cell(GumboTag cell);

  /// `link`: an <a> with a target; nodes must live until it ends.
  void begin_link(const GumboNode& link);
  /// Nothing happens when `node` is not the link.
  void end_link(const GumboNode& node);

  void add_image(std::string_view words);

  /// `line`: where the code begins.
  void add_code(std::string_view code, std::size_t line);

  BlockText& text() { return text_; }

 private:
  Block block_;
  BlockText text_;
  const GumboNode* link_ = nullptr;  // <a>, or none
  std::size_t cells_ = 0;            // of the open row
  bool is_head_ = true;              // all of the cells are <th>
  bool is_open_ = false;
};

}  // namespace guidepost::indexer
