#include "indexer/source/html_open_block.h"

#include <algorithm>
#include <utility>

namespace guidepost::indexer {
namespace {

constexpr std::size_t most_cells = 64;  // of a row; the others are one

}  // namespace

void HtmlOpenBlock::begin(BlockKind kind) {
  block_ = {};
  block_.kind = kind;
  text_ = {};
  if (link_ != nullptr) text_.begin_link(html_attribute_of(*link_, "href"));
  is_open_ = true;
  cells_ = 0;
  is_head_ = true;
}

std::optional<Block> HtmlOpenBlock::finish() {
  BlockText text = std::exchange(text_, {});
  if (link_ != nullptr) text_.begin_link(html_attribute_of(*link_, "href"));
  if (!std::exchange(is_open_, false) || !text.has_words()) return std::nullopt;
  if (block_.kind == BlockKind::table_row) {
    block_.cells = text.cells();
    if (cells_ != 0 && is_head_) block_.kind = BlockKind::table_head;
  }
  block_.role = text.role();
  block_.text = std::move(text).take();
  return std::exchange(block_, {});
}

bool HtmlOpenBlock::has_lines() const {
  return block_.kind == BlockKind::item || block_.kind == BlockKind::quote;
}

void HtmlOpenBlock::note_line(std::size_t line) {
  if (block_.line == 0) block_.line = line;
}

void HtmlOpenBlock::begin_cell(GumboTag cell) {
  if (cells_ != 0 && cells_ < most_cells) text_.cell_border();
  ++cells_;
  is_head_ = is_head_ && cell == GUMBO_TAG_TH;
}

void HtmlOpenBlock::begin_link(const GumboNode& link) {
  link_ = &link;
  text_.begin_link(html_attribute_of(link, "href"));
}

void HtmlOpenBlock::end_link(const GumboNode& node) {
  if (link_ != &node) return;
  text_.end_link();
  link_ = nullptr;
}

void HtmlOpenBlock::add_image(std::string_view words) {
  text_.begin_image();
  text_.words(words);
  text_.end_image();
}

void HtmlOpenBlock::add_code(std::string_view code, std::size_t line) {
  if (block_.line == 0) {
    const std::size_t begin = std::min(code.find_first_not_of('\n'), code.size());
    code.remove_prefix(begin);
    line += begin;
    if (code.find_first_not_of(" \t\n") != std::string_view::npos) block_.line = line;
  }
  if (!code.empty()) text_.code(code);
}

}  // namespace guidepost::indexer
