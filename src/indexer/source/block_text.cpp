#include "indexer/source/block_text.h"

#include <algorithm>

namespace guidepost::indexer {
namespace {

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n'; }

}  // namespace

void BlockText::gap(Gap gap) { gap_ = std::max(gap_, gap); }

void BlockText::paragraph() {
  if (!item_) gap(Gap::paragraph);
}

void BlockText::begin_item() {
  gap_ = Gap::line;  // a list stands close, whatever stood before it
  item_ = true;
}

void BlockText::end_item() {
  item_ = false;  // an item without text leaves no mark
  gap(Gap::line);
}

void BlockText::words(std::string_view text) {
  block_words_.add(text);
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text.substr(i).starts_with("\u00A0")) {
      gap(Gap::space);
      ++i;  // two bytes
    } else if (is_space(text[i])) {
      gap(Gap::space);
    } else {
      separate();
      text_ += text[i];
      has_words_ = true;
    }
  }
}

void BlockText::code(std::string_view text) {
  if (!in_code_) {
    if (std::all_of(text.begin(), text.end(), is_space)) return;
    separate();
  }
  block_words_.add(text);
  text_ += text;
  in_code_ = has_words_ = true;
}

void BlockText::end_code() {
  if (in_code_) text_.erase(text_.find_last_not_of(" \t\n") + 1);
  in_code_ = false;
  gap(Gap::paragraph);
}

void BlockText::cell_border() {
  gap(Gap::space);
  separate();
  borders_.push_back(text_.size());
  text_ += '|';
  gap(Gap::space);
}

std::vector<std::string> BlockText::cells() const {
  std::vector<std::string> cells;
  std::size_t begin = 0;
  const auto add = [&](std::size_t end) {
    const std::string_view cell = std::string_view(text_).substr(begin, end - begin);
    const std::size_t first = cell.find_first_not_of(" \n");
    const std::size_t last = cell.find_last_not_of(" \n");
    cells.emplace_back(first == cell.npos ? "" : cell.substr(first, last - first + 1));
    begin = end + 1;
  };
  for (const std::size_t border : borders_) add(border);
  add(std::max(begin, text_.size()));
  return cells;
}

void BlockText::separate() {
  if (!text_.empty()) {
    if (gap_ == Gap::space) text_ += ' ';
    if (gap_ >= Gap::line) text_ += '\n';
    if (gap_ == Gap::paragraph) text_ += '\n';
  }
  if (item_) text_ += "- ";
  gap_ = Gap::none;
  item_ = false;
}

}  // namespace guidepost::indexer
