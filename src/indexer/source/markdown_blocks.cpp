#include "indexer/source/markdown_blocks.h"

#include "indexer/source/block_text.h"
#include "indexer/source/html_entity.h"
#include "indexer/source/source_lines.h"

#include <md4c.h>

#include <algorithm>
#include <optional>
#include <utility>

namespace guidepost::indexer {
namespace {

constexpr std::size_t deepest_nesting = 32;
constexpr std::size_t deepest_block = 2 * deepest_nesting + 8;  // a list level is two blocks
constexpr unsigned most_columns = 64;

// How many containers (quotes, items) the marks at the head of a line open.
std::size_t marks_at_head_of(std::string_view line) {
  std::size_t marks = 0;
  std::size_t i = 0;
  const auto at = [&](std::size_t place) { return place < line.size() ? line[place] : '\n'; };
  const auto is_gap = [&](std::size_t place) {
    return at(place) == ' ' || at(place) == '\t' || at(place) == '\n';
  };
  for (;;) {
    while (at(i) == ' ' || at(i) == '\t') ++i;
    std::size_t end = i;
    while (at(end) >= '0' && at(end) <= '9') ++end;
    const bool is_ordered = end > i && (at(end) == '.' || at(end) == ')') && is_gap(end + 1);
    const bool is_bullet =
        (at(i) == '-' || at(i) == '*' || at(i) == '+') && is_gap(i + 1) && i < line.size();
    if (!is_ordered && !is_bullet && at(i) != '>') return marks;
    i = is_ordered ? end + 1 : i + 1;
    ++marks;
  }
}

bool is_rule(std::string_view line) {
  return line.find_first_not_of("- ") == line.npos || line.find_first_not_of("* ") == line.npos;
}

// md4c opens every container of a line before it tells anyone, at a cost that grows with the square of their number, so a line of a
// hundred thousand `>` is refused before md4c sees it.
std::optional<std::size_t> first_line_too_deep(std::string_view markdown, std::size_t line) {
  for (std::size_t begin = 0; begin < markdown.size(); ++line) {
    const std::size_t end = std::min(markdown.find('\n', begin), markdown.size());
    const std::string_view text = markdown.substr(begin, end - begin);
    if (marks_at_head_of(text) > deepest_nesting && !is_rule(text)) return line;
    begin = end + 1;
  }
  return std::nullopt;
}

// Listens to md4c. A block that becomes one of ours "owns" everything inside it.
class BlockReader {
 public:
  BlockReader(std::string_view markdown, std::size_t first_line)
      : lines_(markdown, first_line), last_line_(first_line - 1) {}

  std::vector<Block> take() && { return std::move(blocks_); }
  std::size_t last_line() const { return std::max<std::size_t>(last_line_, 1); }
  const std::string& refusal() const { return refusal_; }

  bool enter(MD_BLOCKTYPE type, const void* detail) {
    if (++depth_ > deepest_block) return refuse("nested too deeply");
    if (type == MD_BLOCK_TABLE) {
      const auto* table = static_cast<const MD_BLOCK_TABLE_DETAIL*>(detail);
      if (table->col_count > most_columns) return refuse("a table with too many columns");
    }
    if (type == MD_BLOCK_THEAD) row_kind_ = BlockKind::table_head;
    if (type == MD_BLOCK_TBODY) row_kind_ = BlockKind::table_row;
    if (type == MD_BLOCK_TR) cells_ = 0;
    if (owner_depth_ == 0) {
      begin_block(type, detail);
    } else {
      enter_inside(type);
    }
    if (type == MD_BLOCK_CODE) begin_code(static_cast<const MD_BLOCK_CODE_DETAIL*>(detail));
    return true;
  }

  void leave(MD_BLOCKTYPE type) {
    if (type == MD_BLOCK_CODE) {
      in_code_ = false;
      text_.end_code();
    }
    if (depth_ == owner_depth_) {
      end_block();
    } else if (owner_depth_ != 0) {
      if (type == MD_BLOCK_LI) text_.end_item();
    }
    --depth_;
  }

  void text(MD_TEXTTYPE type, std::string_view text) {
    place(text);
    switch (type) {
      case MD_TEXT_BR:
        text_.gap(BlockText::Gap::line);
        break;
      case MD_TEXT_SOFTBR:
        text_.gap(BlockText::Gap::space);
        break;
      case MD_TEXT_ENTITY:
        text_.words(decode_entity(text));
        break;
      case MD_TEXT_HTML:  // dropped, but "a<br>b" are two words
        if (text.starts_with("<br") || text.starts_with("<BR")) text_.gap(BlockText::Gap::line);
        break;
      case MD_TEXT_CODE:
        if (in_code_) {
          text_.code(text);
        } else {
          text_.words(text);
        }
        break;
      case MD_TEXT_NORMAL:
      case MD_TEXT_NULLCHAR:
      case MD_TEXT_LATEXMATH:
        text_.words(text);
        break;
    }
  }

 private:
  bool refuse(std::string why) {
    refusal_ = std::move(why);
    return false;
  }

  void begin_block(MD_BLOCKTYPE type, const void* detail) {
    const auto kind = [&]() -> std::optional<BlockKind> {
      switch (type) {
        case MD_BLOCK_H:
          return BlockKind::heading;
        case MD_BLOCK_P:
          return BlockKind::paragraph;
        case MD_BLOCK_LI:
          return BlockKind::item;
        case MD_BLOCK_QUOTE:
          return BlockKind::quote;
        case MD_BLOCK_CODE:
          return BlockKind::code;
        case MD_BLOCK_TR:
          return row_kind_;
        default:
          return std::nullopt;
      }
    }();
    if (!kind) return;
    block_ = {*kind, 0, {}, 0};
    if (type == MD_BLOCK_H) block_.level = static_cast<const MD_BLOCK_H_DETAIL*>(detail)->level;
    text_ = {};
    owner_depth_ = depth_;
  }

  void enter_inside(MD_BLOCKTYPE type) {
    if (type == MD_BLOCK_P || type == MD_BLOCK_H || type == MD_BLOCK_CODE) text_.paragraph();
    if (type == MD_BLOCK_LI) text_.begin_item();
    if (type == MD_BLOCK_TR) text_.gap(BlockText::Gap::line);
    if ((type == MD_BLOCK_TH || type == MD_BLOCK_TD) && cells_++ > 0) text_.cell_border();
  }

  void begin_code(const MD_BLOCK_CODE_DETAIL* code) {
    in_code_ = true;
    lines_above_text_ = 0;
    if (code->info.size > 0) place({code->info.text, code->info.size});
    lines_above_text_ = code->fence_char == '\0' ? 0 : 1;
  }

  // The first piece of text that points into the source says where the block begins. Empty lines of code and its opening fence come
  // before that piece and point nowhere.
  void place(std::string_view text) {
    const auto line = lines_.line_of(text.data());
    if (line) last_line_ = std::max(last_line_, *line);
    if (owner_depth_ == 0 || block_.line != 0) return;
    if (line) {
      block_.line = *line - (in_code_ ? lines_above_text_ : 0);
    } else if (in_code_ && text == "\n") {
      ++lines_above_text_;
    }
  }

  void end_block() {
    owner_depth_ = 0;
    if (block_.kind != BlockKind::heading && !text_.has_words()) return;
    if (block_.line == 0) block_.line = lines_.next_heading(last_line_);
    last_line_ = std::max(last_line_, block_.line);
    block_.text = std::move(text_).take();
    blocks_.push_back(std::move(block_));
  }

  SourceLines lines_;
  std::vector<Block> blocks_;
  Block block_;
  BlockText text_;
  BlockKind row_kind_ = BlockKind::table_row;
  std::string refusal_;
  std::size_t depth_ = 0;
  std::size_t owner_depth_ = 0;  // 0: no block of ours is open
  std::size_t last_line_;
  std::size_t lines_above_text_ = 0;
  unsigned cells_ = 0;
  bool in_code_ = false;
};

BlockReader& reader(void* self) { return *static_cast<BlockReader*>(self); }

int enter_block(MD_BLOCKTYPE type, void* detail, void* self) {
  return reader(self).enter(type, detail) ? 0 : -1;  // md4c passes over what is above 0
}
int leave_block(MD_BLOCKTYPE type, void*, void* self) {
  reader(self).leave(type);
  return 0;
}
int span(MD_SPANTYPE, void*, void*) { return 0; }
int text(MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* self) {
  reader(self).text(type, {text, size});
  return 0;
}

}  // namespace

Result<std::vector<Block>> markdown_blocks(std::string_view markdown, const std::string& file,
                                           std::size_t first_line) {
  if (const auto line = first_line_too_deep(markdown, first_line)) {
    return failure(ErrorCode::bad_input, "nested too deeply", "remove levels", {file, *line});
  }
  MD_PARSER parser{};
  parser.flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS;
  parser.enter_block = enter_block;
  parser.leave_block = leave_block;
  parser.enter_span = span;
  parser.leave_span = span;
  parser.text = text;
  BlockReader blocks(markdown, first_line);
  if (md_parse(markdown.data(), static_cast<MD_SIZE>(markdown.size()), &parser, &blocks) != 0) {
    const std::string& why = blocks.refusal();
    return failure(ErrorCode::bad_input, why.empty() ? "cannot be read as Markdown" : why,
                   "write it more simply", {file, blocks.last_line()});
  }
  return std::move(blocks).take();
}

std::string joined_text(std::span<const Block> blocks) {
  enum class Run { none, items, rows };  // what stands line under line
  const auto run_of = [](BlockKind kind) {
    if (kind == BlockKind::item) return Run::items;
    const bool is_row = kind == BlockKind::table_head || kind == BlockKind::table_row;
    return is_row ? Run::rows : Run::none;
  };
  std::string text;
  Run before = Run::none;
  for (const Block& block : blocks) {
    if (block.text.empty()) continue;
    const Run run = run_of(block.kind);
    if (!text.empty()) text += run == before && run != Run::none ? "\n" : "\n\n";
    if (block.kind == BlockKind::item) text += "- ";
    text += block.text;
    before = run;
  }
  return text;
}

}  // namespace guidepost::indexer
