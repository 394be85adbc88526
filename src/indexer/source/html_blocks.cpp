#include "indexer/source/html_blocks.h"

#include "core/text/utf8.h"
#include "indexer/source/block_text.h"
#include "indexer/source/file_ending.h"
#include "indexer/source/html_flow.h"
#include "indexer/source/html_left_out.h"
#include "indexer/source/html_tables.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

namespace guidepost::indexer {
namespace {

constexpr std::size_t most_cells = 64;  // of a row; the others are one
constexpr std::size_t most_heading_id_bytes = 200;

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\n") == std::string_view::npos;
}

bool is_text(const GumboNode& node) {
  return node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE ||
         node.type == GUMBO_NODE_CDATA;
}

// What may have a header of its own, with its title in it; any other header is the site's.
bool is_article(const GumboNode& node) {
  const GumboTag tag = node.v.element.tag;
  return tag == GUMBO_TAG_ARTICLE || tag == GUMBO_TAG_MAIN || tag == GUMBO_TAG_SECTION ||
         html_attribute_has(node, "role", "main");
}

unsigned heading_level(GumboTag tag) {
  return tag >= GUMBO_TAG_H1 && tag <= GUMBO_TAG_H6
             ? static_cast<unsigned>(tag) - static_cast<unsigned>(GUMBO_TAG_H1) + 1
             : 0;
}

// What has a question in it, or a term that is explained.
bool is_term(GumboTag tag) { return tag == GUMBO_TAG_DT || tag == GUMBO_TAG_SUMMARY; }

// Elements that say nothing about blocks stand in a line of text.
bool is_inline(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_A:
    case GUMBO_TAG_ABBR:
    case GUMBO_TAG_ACRONYM:
    case GUMBO_TAG_B:
    case GUMBO_TAG_BDI:
    case GUMBO_TAG_BDO:
    case GUMBO_TAG_BIG:
    case GUMBO_TAG_BR:
    case GUMBO_TAG_BUTTON:
    case GUMBO_TAG_CITE:
    case GUMBO_TAG_CODE:
    case GUMBO_TAG_DATA:
    case GUMBO_TAG_DEL:
    case GUMBO_TAG_DFN:
    case GUMBO_TAG_EM:
    case GUMBO_TAG_FONT:
    case GUMBO_TAG_I:
    case GUMBO_TAG_IMG:
    case GUMBO_TAG_INS:
    case GUMBO_TAG_KBD:
    case GUMBO_TAG_LABEL:
    case GUMBO_TAG_MARK:
    case GUMBO_TAG_NOBR:
    case GUMBO_TAG_Q:
    case GUMBO_TAG_RB:
    case GUMBO_TAG_RUBY:
    case GUMBO_TAG_RT:
    case GUMBO_TAG_RP:
    case GUMBO_TAG_S:
    case GUMBO_TAG_SAMP:
    case GUMBO_TAG_SMALL:
    case GUMBO_TAG_SPAN:
    case GUMBO_TAG_STRIKE:
    case GUMBO_TAG_STRONG:
    case GUMBO_TAG_SUB:
    case GUMBO_TAG_SUP:
    case GUMBO_TAG_TIME:
    case GUMBO_TAG_TT:
    case GUMBO_TAG_U:
    case GUMBO_TAG_VAR:
    case GUMBO_TAG_WBR:
    case GUMBO_TAG_UNKNOWN:  // <my-icon>
      return true;
    default:
      return false;
  }
}

bool is_question(std::string_view text) {
  return text.ends_with('?') || text.ends_with("\uFF1F") || text.ends_with("\u061F");
}

std::string usable_id(std::string_view id) {
  if (id.size() > most_heading_id_bytes || clean_utf8(id) != id) return {};
  return id.find_first_of(" \t\n") == std::string_view::npos ? std::string(id) : std::string();
}

// A section that begins with the heading: <section id="pay"><h2>Pay</h2>.
std::string id_around(const GumboNode& heading) {
  const GumboNode* around = heading.parent;
  if (around == nullptr || !is_element(*around)) return {};
  const GumboTag tag = around->v.element.tag;
  if (tag != GUMBO_TAG_SECTION && tag != GUMBO_TAG_DIV && tag != GUMBO_TAG_ARTICLE &&
      tag != GUMBO_TAG_LI && tag != GUMBO_TAG_DETAILS) {
    return {};
  }
  const GumboVector& children = around->v.element.children;
  for (unsigned i = 0; i < children.length; ++i) {
    const auto* child = static_cast<const GumboNode*>(children.data[i]);
    if (child == &heading) return usable_id(html_attribute_of(*around, "id"));
    if (is_element(*child) || child->type == GUMBO_NODE_TEXT) return {};
  }
  return {};
}

// One element "owns" a block, and everything inside it belongs to that block.
class BlockCollector {
 public:
  BlockCollector(const GumboNode& content, Forms forms)
      : walk_(content), content_(&content), forms_(forms), tables_(content, forms) {}

  HtmlContent collect() && {
    for (;;) {
      switch (walk_.next()) {
        case HtmlWalk::Step::enter:
          enter(walk_.node());
          break;
        case HtmlWalk::Step::leave:
          leave(walk_.node());
          break;
        case HtmlWalk::Step::end:
          end_block();
          flush_term();
          return std::move(flow_).take();
      }
    }
  }

 private:
  void enter(const GumboNode& node) {
    if (is_text(node)) {
      add_text(node);
    } else if (!is_element(node)) {
      return;
    } else if (&node != content_ && passes_over(node)) {
      walk_.pass_over();
      passed_over_ = &node;
    } else {
      enter_element(node);
    }
  }

  bool passes_over(const GumboNode& node) const {
    if (is_left_out(node, forms_)) return true;
    if (is_element(node, GUMBO_TAG_HEADER) && articles_ == 0) return true;
    return is_element(node, GUMBO_TAG_BUTTON) && !is_in_heading();
  }

  // Or in what may become one.
  bool is_in_heading() const {
    return owner_ != nullptr &&
           (block_.kind == BlockKind::heading || is_term(owner_->v.element.tag));
  }

  void enter_element(const GumboNode& node) {
    const GumboTag tag = node.v.element.tag;
    if (tag == GUMBO_TAG_HEADER && header_ == nullptr) header_ = &node;
    if (is_article(node)) ++articles_;
    if (tag == GUMBO_TAG_BR) {
      add_break();
    } else if (tag == GUMBO_TAG_A) {
      enter_link(node);
    } else if (tag == GUMBO_TAG_IMG) {
      add_image(node);
    } else if (owner_ != nullptr) {
      enter_inside(node, tag);
    } else if (!is_inline(tag)) {
      end_block();
      if (const auto kind = kind_of(node, tag)) begin_owned(node, tag, *kind);
    }
  }

  void begin_owned(const GumboNode& node, GumboTag tag, BlockKind kind) {
    begin_block(kind);
    owner_ = &node;
    if (tag == GUMBO_TAG_PRE) code_ = &node;
    block_.level = heading_level(tag);
    if (is_term(tag)) flow_.leave(node.parent);
    if (!is_in_heading()) return;
    heading_id_ = usable_id(html_attribute_of(node, "id"));
    if (heading_id_.empty()) heading_id_ = id_around(node);
    if (heading_id_.empty()) heading_id_ = std::exchange(id_above_, {});
  }

  std::optional<BlockKind> kind_of(const GumboNode& node, GumboTag tag) const {
    if (heading_level(tag) != 0) return BlockKind::heading;
    switch (tag) {
      case GUMBO_TAG_LI:
        if (tables_.is_layout_item(node)) return std::nullopt;
        return BlockKind::item;
      case GUMBO_TAG_DD:
        return BlockKind::item;
      case GUMBO_TAG_DT:
      case GUMBO_TAG_SUMMARY:
        return BlockKind::paragraph;
      case GUMBO_TAG_BLOCKQUOTE:
        return BlockKind::quote;
      case GUMBO_TAG_PRE:
        return BlockKind::code;
      case GUMBO_TAG_TR:
        if (tables_.is_layout(node)) return std::nullopt;
        return BlockKind::table_row;
      default:
        return std::nullopt;
    }
  }

  void enter_inside(const GumboNode& node, GumboTag tag) {
    if (code_ != nullptr) return;
    if (is_in_heading() && heading_id_.empty()) {
      heading_id_ = usable_id(html_attribute_of(node, "id"));
    }
    if (block_.kind == BlockKind::table_row && (tag == GUMBO_TAG_TD || tag == GUMBO_TAG_TH) &&
        node.parent == owner_) {
      if (cells_ != 0 && cells_ < most_cells) text_.cell_border();
      ++cells_;
      is_head_ = is_head_ && tag == GUMBO_TAG_TH;
    } else if (tag == GUMBO_TAG_LI && has_lines()) {
      text_.begin_item();
    } else if (tag == GUMBO_TAG_PRE && has_lines()) {
      text_.paragraph();
      code_ = &node;
    } else if (tag == GUMBO_TAG_TR && has_lines()) {
      text_.gap(BlockText::Gap::line);
    } else if (!is_inline(tag)) {
      separate(tag);
    }
  }

  // A heading or a row of a table is one line.
  bool has_lines() const {
    return block_.kind == BlockKind::item || block_.kind == BlockKind::quote;
  }

  void separate(GumboTag tag) {
    const bool is_cell = tag == GUMBO_TAG_TD || tag == GUMBO_TAG_TH;
    if (has_lines() && !is_cell) {
      text_.paragraph();
    } else {
      text_.gap(BlockText::Gap::space);
    }
  }

  void leave(const GumboNode& node) {
    if (!is_element(node)) return;
    if (passed_over_ == &node) {
      passed_over_ = nullptr;
      return;
    }
    const GumboTag tag = node.v.element.tag;
    if (code_ == &node) {
      text_.end_code();
      code_ = nullptr;
    }
    if (header_ == &node) header_ = nullptr;
    if (is_article(node)) --articles_;
    if (link_ == &node) {
      text_.end_link();
      link_ = nullptr;
    }
    if (owner_ == &node) {
      end_owned(node);
    } else if (owner_ == nullptr) {
      if (!is_inline(tag)) end_block();
      if (tag == GUMBO_TAG_DL) flush_term();
      flow_.leave(&node);
    } else if (tag == GUMBO_TAG_LI && has_lines()) {
      text_.end_item();
    } else if (!is_inline(tag) && code_ == nullptr) {
      separate(tag);
    }
  }

  void enter_link(const GumboNode& node) {
    std::string id = usable_id(html_attribute_of(node, "id"));
    if (id.empty()) id = usable_id(html_attribute_of(node, "name"));
    if (owner_ == nullptr && !id.empty()) {
      id_above_ = std::move(id);
    } else if (is_in_heading() && heading_id_.empty()) {
      heading_id_ = std::move(id);
    }
    if (!has_html_attribute(node, "href")) return;
    link_ = &node;
    text_.begin_link(html_attribute_of(node, "href"));
  }

  void add_break() {
    if (code_ != nullptr) {
      text_.code("\n");
      return;
    }
    // Two in a row are how paragraphs were made before there was CSS.
    if (++breaks_ > 1 && owner_ == nullptr) {
      end_block();
    } else if (breaks_ > 1 && has_lines()) {
      text_.gap(BlockText::Gap::paragraph);
    } else {
      text_.gap(BlockText::Gap::line);
    }
  }

  void add_image(const GumboNode& node) {
    const std::string words = clean_utf8(html_attribute_of(node, "alt"));
    if (is_blank(words) || is_silent()) return;
    id_above_.clear();
    begin_paragraph(line_of(node));
    text_.begin_image();
    text_.words(words);
    text_.end_image();
  }

  void add_text(const GumboNode& node) {
    const std::string text = clean_utf8(node.v.text.text);
    if (is_silent()) return;
    if (!is_blank(text)) id_above_.clear();
    if (code_ != nullptr) {
      add_code(text, line_of(node));
      return;
    }
    if (is_blank(text)) {
      if (owner_ != nullptr || is_open_) text_.words(text);
      return;
    }
    breaks_ = 0;
    const auto above = static_cast<std::size_t>(std::count(
        text.begin(), text.begin() + static_cast<std::ptrdiff_t>(text.find_first_not_of(" \t\n")),
        '\n'));
    begin_paragraph(line_of(node) + above);
    text_.words(text);
  }

  void add_code(std::string_view text, std::size_t line) {
    if (block_.line == 0) {
      const std::size_t begin = std::min(text.find_first_not_of('\n'), text.size());
      text.remove_prefix(begin);
      line += begin;
      if (!is_blank(text)) block_.line = line;
    }
    if (!text.empty()) text_.code(text);
  }

  // Of an article's header only the headings are the page's.
  bool is_silent() const {
    return header_ != nullptr && (owner_ == nullptr || block_.kind != BlockKind::heading);
  }

  void begin_paragraph(std::size_t line) {
    if (owner_ == nullptr && !is_open_) begin_block(BlockKind::paragraph);
    if (block_.line == 0) block_.line = line;
  }

  void begin_block(BlockKind kind) {
    block_ = {};
    block_.kind = kind;
    text_ = {};
    if (link_ != nullptr) text_.begin_link(html_attribute_of(*link_, "href"));
    is_open_ = true;
    cells_ = 0;
    is_head_ = true;
    breaks_ = 0;
    heading_id_.clear();
  }

  void end_owned(const GumboNode& node) {
    const GumboTag tag = node.v.element.tag;
    owner_ = nullptr;
    code_ = nullptr;
    if (is_term(tag)) {
      end_term(node);
    } else if (tag == GUMBO_TAG_DD) {
      end_description(node);
    } else {
      end_block();
    }
  }

  // A question is a heading; any other term waits for what it means.
  void end_term(const GumboNode& node) {
    auto block = finished();
    if (!block) return;
    if (is_question(block->text)) {
      flush_term();
      block->kind = BlockKind::heading;
      block->level = 6;
      std::replace(block->text.begin(), block->text.end(), '\n', ' ');
      flow_.begin_question(std::move(*block), std::exchange(heading_id_, {}), node.parent);
    } else if (is_element(node, GUMBO_TAG_DT)) {
      flush_term();
      term_ = std::move(*block);
    } else {
      flow_.add(std::move(*block), {});
    }
  }

  void end_description(const GumboNode& node) {
    auto block = finished();
    if (!block) {
      flush_term();
      return;
    }
    if (!term_.text.empty()) {
      const Block term = std::exchange(term_, {});
      block->text = term.text + (term.text.ends_with(':') ? " " : ": ") + block->text;
      block->line = term.line;
      block->role = BlockRole::text;
    } else if (flow_.is_answer_in(node.parent)) {
      block->kind = BlockKind::paragraph;
    }
    flow_.add(std::move(*block), {});
  }

  void flush_term() {
    if (!term_.text.empty()) flow_.add(std::exchange(term_, {}), {});
  }

  void end_block() {
    if (auto block = finished()) flow_.add(std::move(*block), std::exchange(heading_id_, {}));
  }

  // The open block, which is over; nothing when it has no words.
  std::optional<Block> finished() {
    BlockText text = std::exchange(text_, {});
    if (link_ != nullptr) text_.begin_link(html_attribute_of(*link_, "href"));
    breaks_ = 0;
    if (!std::exchange(is_open_, false) || !text.has_words()) return std::nullopt;
    if (block_.kind == BlockKind::table_row) {
      block_.cells = text.cells();
      if (cells_ != 0 && is_head_) block_.kind = BlockKind::table_head;
    }
    block_.role = text.role();
    block_.text = std::move(text).take();
    return std::exchange(block_, {});
  }

  HtmlWalk walk_;
  const GumboNode* content_;
  Forms forms_;
  HtmlTables tables_;
  HtmlFlow flow_;
  Block block_;
  Block term_;  // a <dt> without its <dd>
  BlockText text_;
  std::string heading_id_;
  std::string id_above_;  // of an <a> with nothing behind it yet
  const GumboNode* owner_ = nullptr;
  const GumboNode* code_ = nullptr;         // <pre>, or none
  const GumboNode* link_ = nullptr;         // <a>, or none
  const GumboNode* header_ = nullptr;       // the outer one
  const GumboNode* passed_over_ = nullptr;  // entered, and about to be left
  std::size_t cells_ = 0;                   // of the open row
  std::size_t articles_ = 0;                // open ones
  unsigned breaks_ = 0;                     // <br> since the last word
  bool is_head_ = true;                     // all of the cells are <th>
  bool is_open_ = false;
};

}  // namespace

HtmlContent html_blocks(const GumboNode& content, Forms forms) {
  return BlockCollector(content, forms).collect();
}

}  // namespace guidepost::indexer
