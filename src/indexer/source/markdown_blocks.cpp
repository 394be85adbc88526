#include "indexer/source/markdown_blocks.h"

#include "indexer/source/block_text.h"
#include "indexer/source/html_entity.h"
#include "indexer/source/html_fragment.h"
#include "indexer/source/html_tag.h"
#include "indexer/source/markdown_nesting.h"
#include "indexer/source/source_lines.h"

#include <md4c.h>

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

namespace guidepost::indexer {
namespace {

constexpr std::size_t deepest_block = 2 * deepest_nesting + 8;  // a list level is two blocks
constexpr unsigned most_columns = 64;

// Listens to md4c. A block that becomes one of ours "owns" everything inside it.
class BlockReader {
 public:
  BlockReader(std::string_view markdown, std::size_t first_line, RawHtml raw_html)
      : lines_(markdown, first_line), raw_html_(raw_html), last_line_(first_line - 1) {}

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
    in_html_ = in_html_ || type == MD_BLOCK_HTML;
    if (type == MD_BLOCK_CODE) begin_code(static_cast<const MD_BLOCK_CODE_DETAIL*>(detail));
    return true;
  }

  void leave(MD_BLOCKTYPE type) {
    if (type == MD_BLOCK_CODE) {
      in_code_ = false;
      text_.end_code();
    }
    if (type == MD_BLOCK_HTML) end_html();
    if (depth_ == owner_depth_) {
      end_block();
    } else if (owner_depth_ != 0) {
      if (type == MD_BLOCK_LI) text_.end_item();
    }
    --depth_;
  }

  void enter_span(MD_SPANTYPE type, const void* detail) {
    if (type == MD_SPAN_IMG) text_.begin_image();
    if (type != MD_SPAN_A) return;
    const MD_ATTRIBUTE& href = static_cast<const MD_SPAN_A_DETAIL*>(detail)->href;
    text_.begin_link({href.text, href.size});
  }

  void leave_span(MD_SPANTYPE type) {
    if (type == MD_SPAN_IMG) text_.end_image();
    if (type == MD_SPAN_A) text_.end_link();
  }

  void text(MD_TEXTTYPE type, std::string_view text) {
    if (in_html_) {
      add_html(text);
      return;
    }
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
      case MD_TEXT_HTML:
        add_tag(text);
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
    block_ = {};
    block_.kind = *kind;
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

  // A tag inside a paragraph. Dropped tags leave a line break all the same: "a<br>b" are two words.
  void add_tag(std::string_view text) {
    const auto tag = html_tag(text);
    if (!tag) return;
    if (tag->name == "br") text_.gap(BlockText::Gap::line);
    if (raw_html_ == RawHtml::dropped) return;
    if (tag->name == "a" && tag->kind == HtmlTag::Kind::opening) {
      text_.begin_link(html_attribute(*tag, "href").value_or(""));
    }
    if (tag->name == "a" && tag->kind == HtmlTag::Kind::closing) text_.end_link();
    if (tag->name == "img") {
      text_.begin_image();
      text_.words(html_attribute(*tag, "alt").value_or(""));
      text_.end_image();
    }
  }

  void add_html(std::string_view text) {
    const auto line = lines_.line_of(text.data());
    if (line) last_line_ = std::max(last_line_, *line);
    if (raw_html_ == RawHtml::dropped) return;
    // Indentation comes before it and points nowhere.
    if (line && html_line_ == 0) html_line_ = *line;
    html_ += text;
  }

  void end_html() {
    in_html_ = false;
    for (Block& block : html_fragment_blocks(
             std::exchange(html_, {}), std::max<std::size_t>(std::exchange(html_line_, 0), 1))) {
      if (owner_depth_ == 0) {
        blocks_.push_back(std::move(block));
        continue;
      }
      if (block_.line == 0) block_.line = block.line;
      text_.paragraph();
      text_.words(block.text);
    }
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
    block_.role = text_.role();
    if (block_.kind == BlockKind::table_head || block_.kind == BlockKind::table_row) {
      block_.cells = text_.cells();
    }
    block_.text = std::move(text_).take();
    blocks_.push_back(std::move(block_));
  }

  SourceLines lines_;
  RawHtml raw_html_;
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
  bool in_html_ = false;
  std::string html_;  // of the block of raw HTML that is open
  std::size_t html_line_ = 0;
};

BlockReader& reader(void* self) { return *static_cast<BlockReader*>(self); }

int enter_block(MD_BLOCKTYPE type, void* detail, void* self) {
  return reader(self).enter(type, detail) ? 0 : -1;  // md4c passes over what is above 0
}
int leave_block(MD_BLOCKTYPE type, void*, void* self) {
  reader(self).leave(type);
  return 0;
}
int enter_span(MD_SPANTYPE type, void* detail, void* self) {
  reader(self).enter_span(type, detail);
  return 0;
}
int leave_span(MD_SPANTYPE type, void*, void* self) {
  reader(self).leave_span(type);
  return 0;
}
int text(MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* self) {
  reader(self).text(type, {text, size});
  return 0;
}

}  // namespace

Result<std::vector<Block>> markdown_blocks(std::string_view markdown, const std::string& file,
                                           std::size_t first_line, RawHtml raw_html) {
  if (const auto line = first_line_too_deep(markdown, first_line)) {
    return failure(ErrorCode::bad_input, "nested too deeply", "remove levels", {file, *line});
  }
  MD_PARSER parser{};
  parser.flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS;
  parser.enter_block = enter_block;
  parser.leave_block = leave_block;
  parser.enter_span = enter_span;
  parser.leave_span = leave_span;
  parser.text = text;
  BlockReader blocks(markdown, first_line, raw_html);
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
