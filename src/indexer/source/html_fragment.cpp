#include "indexer/source/html_fragment.h"

#include "indexer/source/block_text.h"
#include "indexer/source/html_tag.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace guidepost::indexer {
namespace {

constexpr std::size_t deepest_list = 32;  // deeper ones are read as if they were this deep
constexpr std::size_t most_cells = 64;    // the others are one

constexpr std::array<std::string_view, 30> block_names{
    "address", "article", "aside", "blockquote", "body",     "caption",    "center", "dd",
    "details", "div",     "dl",    "dt",         "fieldset", "figcaption", "figure", "footer",
    "form",    "header",  "hr",    "html",       "main",     "nav",        "p",      "picture",
    "section", "summary", "tbody", "tfoot",      "thead",    "video"};

// Their content is not for readers.
constexpr std::array<std::string_view, 9> silent_names{
    "head", "iframe", "noscript", "object", "script", "style", "svg", "template", "textarea"};

bool is_one_of(std::string_view name, auto names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

class FragmentReader {
 public:
  FragmentReader(std::string_view html, std::size_t line) : html_(html), line_(line) {}

  std::vector<Block> read() && {
    while (at_ < html_.size()) {
      const auto tag = html_tag(html_.substr(at_));
      if (tag) {
        if (tag->kind != HtmlTag::Kind::other) obey(*tag);
        advance(tag->size);
      } else {
        const std::size_t next = std::min(html_.find('<', at_ + 1), html_.size());
        add_text(html_.substr(at_, next - at_));
        advance(next - at_);
      }
      if (!silence_.empty()) pass_over_silence();
    }
    end_block();
    return std::move(blocks_);
  }

 private:
  void advance(std::size_t bytes) {
    const auto piece = html_.substr(at_, bytes);
    line_ += static_cast<std::size_t>(std::count(piece.begin(), piece.end(), '\n'));
    at_ += bytes;
  }

  void pass_over_silence() {
    const std::size_t end = html_.find("</" + std::exchange(silence_, {}), at_);
    advance(std::min(end, html_.size()) - at_);
  }

  void obey(const HtmlTag& tag) {
    const bool opens = tag.kind == HtmlTag::Kind::opening;
    const std::string& name = tag.name;
    if (opens && is_one_of(name, silent_names) && !tag.attributes.ends_with('/')) {
      silence_ = name;
    } else if (name == "br") {
      text_.gap(BlockText::Gap::line);
    } else if (name == "a") {
      if (opens) text_.begin_link(html_attribute(tag, "href").value_or(""));
      if (!opens) text_.end_link();
    } else if (name == "img" && opens) {
      add_image(tag);
    } else if (name == "li") {
      opens ? begin_item() : end_item();
    } else if (name == "ul" || name == "ol") {
      opens ? begin_list() : end_list();
    } else if (name == "tr" || name == "table") {
      end_block();
      if (opens && name == "tr") begin(BlockKind::table_row);
    } else if (name == "td" || name == "th") {
      if (opens) begin_cell(name);
    } else if (name == "pre") {
      end_block();
      if (opens) begin(BlockKind::code);
    } else if (name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6') {
      separate();
      if (opens && !is_inside()) {
        begin(BlockKind::heading);
        block_.level = static_cast<unsigned>(name[1] - '0');
      }
    } else if (is_one_of(name, block_names)) {
      separate();
    }
  }

  // Inside an item or a row everything belongs to it.
  bool is_inside() const {
    return is_open_ && (block_.kind == BlockKind::item || block_.kind == BlockKind::table_row ||
                        block_.kind == BlockKind::code);
  }

  void separate() {
    if (!is_inside()) {
      end_block();
    } else if (block_.kind == BlockKind::item) {
      text_.paragraph();
    } else {
      text_.gap(BlockText::Gap::space);
    }
  }

  void begin(BlockKind kind) {
    block_ = {};
    block_.kind = kind;
    text_ = {};
    is_open_ = true;
    cells_ = 0;
    is_head_ = true;
  }

  void end_block() {
    BlockText text = std::exchange(text_, {});
    if (!std::exchange(is_open_, false)) return;
    if (block_.kind == BlockKind::code) text.end_code();
    if (!text.has_words()) return;
    if (block_.kind == BlockKind::table_row) {
      block_.cells = text.cells();
      if (cells_ != 0 && is_head_) block_.kind = BlockKind::table_head;
    }
    block_.role = text.role();
    block_.text = std::move(text).take();
    blocks_.push_back(std::move(block_));
  }

  void begin_list() {
    if (lists_.size() < deepest_list) {
      lists_.push_back(false);
    } else {
      ++deeper_lists_;
    }
    if (!is_inside()) end_block();
  }

  void end_list() {
    if (deeper_lists_ != 0) {
      --deeper_lists_;
    } else if (!lists_.empty()) {
      end_item();
      lists_.pop_back();
    }
  }

  // An item whose end tag was left out ends where the next one begins.
  void begin_item() {
    if (is_open_ && block_.kind == BlockKind::table_row) {
      text_.gap(BlockText::Gap::space);
      return;
    }
    end_item();
    if (lists_.empty()) lists_.push_back(false);
    lists_.back() = true;
    const bool is_nested = std::count(lists_.begin(), lists_.end(), true) > 1;
    if (is_nested && is_inside()) {
      text_.begin_item();
    } else {
      end_block();
      begin(BlockKind::item);
    }
  }

  void end_item() {
    if (lists_.empty() || !lists_.back()) return;
    lists_.back() = false;
    if (std::count(lists_.begin(), lists_.end(), true) == 0) {
      end_block();
    } else {
      text_.end_item();
    }
  }

  void begin_cell(std::string_view name) {
    if (!is_open_ || block_.kind != BlockKind::table_row) {
      separate();
      return;
    }
    if (cells_ != 0 && cells_ < most_cells) text_.cell_border();
    ++cells_;
    is_head_ = is_head_ && name == "th";
  }

  void add_image(const HtmlTag& tag) {
    text_.begin_image();
    add_words(html_attribute(tag, "alt").value_or(""));
    text_.end_image();
  }

  void add_text(std::string_view text) {
    if (is_open_ && block_.kind == BlockKind::code) {
      if (block_.line == 0) {
        block_.line = line_;
        text.remove_prefix(std::min(text.find_first_not_of('\n'), text.size()));
      }
      if (!text.empty()) text_.code(decode_entities(text));
    } else {
      add_words(decode_entities(text), text);
    }
  }

  void add_words(std::string_view words, std::string_view source = {}) {
    const bool is_blank = words.find_first_not_of(" \t\n") == std::string_view::npos;
    if (!is_open_ && is_blank) return;
    if (!is_open_) begin_paragraph();
    if (block_.line == 0 && !is_blank) {
      const std::size_t first = std::min(source.find_first_not_of(" \t\n"), source.size());
      const auto above = source.substr(0, first);
      block_.line = line_ + static_cast<std::size_t>(std::count(above.begin(), above.end(), '\n'));
    }
    text_.words(words);
  }

  // The link or image around its first word was opened before it.
  void begin_paragraph() {
    BlockText opened = std::move(text_);
    begin(BlockKind::paragraph);
    text_ = std::move(opened);
  }

  std::string_view html_;
  std::size_t at_ = 0;
  std::size_t line_;
  std::vector<Block> blocks_;
  Block block_;
  BlockText text_;
  bool is_open_ = false;
  std::vector<bool> lists_;  // the open lists: whether an item of it is open
  std::size_t deeper_lists_ = 0;
  std::size_t cells_ = 0;  // of the open row
  bool is_head_ = true;    // all of them are <th>
  std::string silence_;    // the element whose content is passed over
};

}  // namespace

std::vector<Block> html_fragment_blocks(std::string_view html, std::size_t first_line) {
  return FragmentReader(html, first_line).read();
}

}  // namespace guidepost::indexer
