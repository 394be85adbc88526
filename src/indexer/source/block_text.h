// The text of one block as it grows.
//
// What separates two pieces is decided by what stands between them, and written only when the second one comes, so there is never
// anything to trim: "Draw  it", a soft break, "first." and a nested item "Boxes" become "Draw it first.\n- Boxes".
#pragma once

#include "indexer/source/block_words.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace guidepost::indexer {

class BlockText {
 public:
  enum class Gap { none, space, line, paragraph };

  /// At least this much stands before the next piece.
  void gap(Gap gap);

  /// What follows is a paragraph of its own, or the first one of the item just begun.
  void paragraph();

  /// What follows, up to end_item(), is a line that begins with "- ".
  void begin_item();
  void end_item();

  /// Words; any run of white space in them, no-break spaces included, is one space.
  void words(std::string_view text);

  /// A piece of a code block, kept as it is but for empty lines around the block.
  void code(std::string_view text);
  void end_code();

  /// " | ", between two cells of a table.
  void cell_border();

  /// What follows, up to the end, is a link's text, or an image's alternative text.
  void begin_link(std::string_view href) { block_words_.open_link(href); }
  void end_link() { block_words_.close_link(); }
  void begin_image() { block_words_.open_image(); }
  void end_image() { block_words_.close_image(); }

  bool has_words() const { return has_words_; }
  BlockRole role() const { return block_words_.role(); }

  /// What stands between the borders.
  std::vector<std::string> cells() const;

  std::string take() && { return std::move(text_); }

 private:
  void separate();

  std::string text_;
  BlockWords block_words_;
  std::vector<std::size_t> borders_;  // where they stand in the text
  Gap gap_ = Gap::none;
  bool item_ = false;     // a mark is due before the next piece
  bool in_code_ = false;  // something of the current code block is written
  bool has_words_ = false;
};

}  // namespace guidepost::indexer
