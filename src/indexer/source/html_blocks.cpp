#include "indexer/source/html_blocks.h"

#include "core/text/utf8.h"
#include "indexer/source/html_elements.h"
#include "indexer/source/html_flow.h"
#include "indexer/source/html_heading_id.h"
#include "indexer/source/html_left_out.h"
#include "indexer/source/html_open_block.h"
#include "indexer/source/html_tables.h"
#include "indexer/source/html_terms.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

namespace guidepost::indexer {
namespace {

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\n") == std::string_view::npos;
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
          terms_.flush();
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
           (block_.kind() == BlockKind::heading || is_term(owner_->v.element.tag));
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
    block_.set_level(heading_level(tag));
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
    if (block_.kind() == BlockKind::table_row && (tag == GUMBO_TAG_TD || tag == GUMBO_TAG_TH) &&
        node.parent == owner_) {
      block_.begin_cell(tag);
    } else if (tag == GUMBO_TAG_LI && block_.has_lines()) {
      block_.text().begin_item();
    } else if (tag == GUMBO_TAG_PRE && block_.has_lines()) {
      block_.text().paragraph();
      code_ = &node;
    } else if (tag == GUMBO_TAG_TR && block_.has_lines()) {
      block_.text().gap(BlockText::Gap::line);
    } else if (!is_inline(tag)) {
      separate(tag);
    }
  }

  void separate(GumboTag tag) {
    const bool is_cell = tag == GUMBO_TAG_TD || tag == GUMBO_TAG_TH;
    if (block_.has_lines() && !is_cell) {
      block_.text().paragraph();
    } else {
      block_.text().gap(BlockText::Gap::space);
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
      block_.text().end_code();
      code_ = nullptr;
    }
    if (header_ == &node) header_ = nullptr;
    if (is_article(node)) --articles_;
    block_.end_link(node);
    if (owner_ == &node) {
      end_owned(node);
    } else if (owner_ == nullptr) {
      if (!is_inline(tag)) end_block();
      if (tag == GUMBO_TAG_DL) terms_.flush();
      flow_.leave(&node);
    } else if (tag == GUMBO_TAG_LI && block_.has_lines()) {
      block_.text().end_item();
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
    if (has_html_attribute(node, "href")) block_.begin_link(node);
  }

  void add_break() {
    if (code_ != nullptr) {
      block_.text().code("\n");
      return;
    }
    // Two in a row are how paragraphs were made before there was CSS.
    if (++breaks_ > 1 && owner_ == nullptr) {
      end_block();
    } else if (breaks_ > 1 && block_.has_lines()) {
      block_.text().gap(BlockText::Gap::paragraph);
    } else {
      block_.text().gap(BlockText::Gap::line);
    }
  }

  void add_image(const GumboNode& node) {
    const std::string words = clean_utf8(html_attribute_of(node, "alt"));
    if (is_blank(words) || is_silent()) return;
    id_above_.clear();
    begin_paragraph(line_of(node));
    block_.add_image(words);
  }

  void add_text(const GumboNode& node) {
    const std::string text = clean_utf8(node.v.text.text);
    if (is_silent()) return;
    if (!is_blank(text)) id_above_.clear();
    if (code_ != nullptr) {
      block_.add_code(text, line_of(node));
      return;
    }
    if (is_blank(text)) {
      if (owner_ != nullptr || block_.is_open()) block_.text().words(text);
      return;
    }
    breaks_ = 0;
    const auto above = static_cast<std::size_t>(std::count(
        text.begin(), text.begin() + static_cast<std::ptrdiff_t>(text.find_first_not_of(" \t\n")),
        '\n'));
    begin_paragraph(line_of(node) + above);
    block_.text().words(text);
  }

  // Of an article's header only the headings are the page's.
  bool is_silent() const {
    return header_ != nullptr && (owner_ == nullptr || block_.kind() != BlockKind::heading);
  }

  void begin_paragraph(std::size_t line) {
    if (owner_ == nullptr && !block_.is_open()) begin_block(BlockKind::paragraph);
    block_.note_line(line);
  }

  void begin_block(BlockKind kind) {
    block_.begin(kind);
    breaks_ = 0;
    heading_id_.clear();
  }

  void end_owned(const GumboNode& node) {
    const GumboTag tag = node.v.element.tag;
    owner_ = nullptr;
    code_ = nullptr;
    if (is_term(tag)) {
      terms_.end_term(node, finished(), std::exchange(heading_id_, {}));
    } else if (tag == GUMBO_TAG_DD) {
      terms_.end_description(node, finished());
    } else {
      end_block();
    }
  }

  void end_block() {
    if (auto block = finished()) flow_.add(std::move(*block), std::exchange(heading_id_, {}));
  }

  std::optional<Block> finished() {
    breaks_ = 0;
    return block_.finish();
  }

  HtmlWalk walk_;
  const GumboNode* content_;
  Forms forms_;
  HtmlTables tables_;
  HtmlFlow flow_;
  HtmlTerms terms_{flow_};
  HtmlOpenBlock block_;
  std::string heading_id_;
  std::string id_above_;  // of an <a> with nothing behind it yet
  const GumboNode* owner_ = nullptr;
  const GumboNode* code_ = nullptr;         // <pre>, or none
  const GumboNode* header_ = nullptr;       // the outer one
  const GumboNode* passed_over_ = nullptr;  // entered, and about to be left
  std::size_t articles_ = 0;                // open ones
  unsigned breaks_ = 0;                     // <br> since the last word
};

}  // namespace

HtmlContent html_blocks(const GumboNode& content, Forms forms) {
  return BlockCollector(content, forms).collect();
}

}  // namespace guidepost::indexer
