// The text of one block as it grows.
//
// What separates two pieces is decided by what stands between them, and written only when the second one comes, so there is never
// anything to trim: "Draw  it", a soft break, "first." and a nested item "Boxes" become "Draw it first.\n- Boxes".
#pragma once

#include <string>
#include <string_view>

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

  bool has_words() const { return has_words_; }
  std::string take() && { return std::move(text_); }

 private:
  void separate();

  std::string text_;
  Gap gap_ = Gap::none;
  bool item_ = false;     // a mark is due before the next piece
  bool in_code_ = false;  // something of the current code block is written
  bool has_words_ = false;
};

}  // namespace guidepost::indexer
