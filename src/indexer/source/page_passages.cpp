#include "indexer/source/page_passages.h"

#include "core/text/utf8.h"
#include "indexer/source/block_words.h"
#include "indexer/source/heading_anchor.h"
#include "indexer/source/page_sections.h"
#include "indexer/source/passage_anchors.h"
#include "indexer/source/text_pieces.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace guidepost::indexer {
namespace {

constexpr std::size_t most_id_bytes = 200;
constexpr std::size_t most_number_bytes = 7;            // "-402913"
constexpr std::size_t most_bytes_with_code = 2 * 1024;  // of a paragraph and the code below it
constexpr std::size_t most_introduction = 40;
constexpr std::size_t telling_image = 25;  // bytes; "Logo" and "image-20210401" tell nothing
constexpr std::size_t most_passages = 100'000;

bool is_item(const Block& block) { return block.kind == BlockKind::item; }

// The colons of the scripts whose pages we have seen.
bool ends_with_colon(std::string_view text) {
  return text.ends_with(':') || text.ends_with("\uFF1A");
}

bool is_question(std::string_view heading) {
  return heading.ends_with('?') || heading.ends_with("\uFF1F") || heading.ends_with("\u061F");
}

// "Such as:" says nothing without the list below it, and the list says it all.
bool only_introduces(const Block& block, const Block* next) {
  if (block.kind != BlockKind::paragraph || block.text.size() >= most_introduction) return false;
  if (!ends_with_colon(block.text) || next == nullptr) return false;
  return is_item(*next) || next->kind == BlockKind::table_head ||
         next->kind == BlockKind::table_row;
}

// Code belongs to the paragraph above it, and to an item only where that says so.
bool introduces_code(const Block& block, const Block* next) {
  if (next == nullptr || next->kind != BlockKind::code) return false;
  if (block.text.size() + next->text.size() > most_bytes_with_code) return false;
  return block.kind == BlockKind::paragraph || (is_item(block) && ends_with_colon(block.text));
}

// Navigation: a table of contents, a line of badges or of languages, "Back to top", a list of the pages beside this one.
bool leads_elsewhere(const Block& block) {
  switch (block.role) {
    case BlockRole::text:
      return !has_word(block.text);
    case BlockRole::page_links:
      return true;
    case BlockRole::links:
      return block.kind == BlockKind::paragraph;
    case BlockRole::images:
      return block.text.size() < telling_image;
  }
  return false;
}

class PageReader {
 public:
  PageReader(const std::string& page_id, ProblemList& problems)
      : page_id_(page_id), problems_(problems) {}

  std::vector<Passage> read(std::span<const PageSection> sections) && {
    // All section anchors first: they must not depend on which passages came before them.
    for (const PageSection& section : sections) anchors_.take(section.anchor);
    for (const PageSection& section : sections) read(section);
    return std::move(passages_);
  }

 private:
  void read(const PageSection& section) {
    seen_.clear();
    std::vector<const Block*> blocks;
    for (const Block& block : section.blocks) {
      if (!leads_elsewhere(block)) blocks.push_back(&block);
    }
    if (is_question(section.title) && section.level != 0) {
      add_question(section, blocks);
      return;
    }
    const Block* head = nullptr;  // of the table we are in
    for (std::size_t i = 0; i < blocks.size();) {
      const Block& block = *blocks[i];
      if (block.kind == BlockKind::table_head) head = &block;
      if (block.kind != BlockKind::table_head && block.kind != BlockKind::table_row) head = nullptr;
      i += read_block(section, std::span(blocks).subspan(i), head);
    }
  }

  // Adds what the first of `blocks` begins; says how many that are.
  std::size_t read_block(const PageSection& section, std::span<const Block* const> blocks,
                         const Block* head) {
    const Block& block = *blocks.front();
    const Block* next = blocks.size() > 1 ? blocks[1] : nullptr;
    if (block.kind == BlockKind::table_head || only_introduces(block, next)) return 1;
    if (is_item(block) && block.role == BlockRole::links) return add_link_list(section, blocks);
    const PassageForm form = is_item(block) ? PassageForm::tip : PassageForm::paragraph;
    if (introduces_code(block, next)) {
      add(section, form, block.text + "\n\n" + next->text, block.line);
      return 2;
    }
    if (block.kind == BlockKind::table_row) {
      add(section, form, row_text(block, head), block.line);
    } else {
      add(section, form, block.text, block.line);
    }
    return 1;
  }

  // Names of pages elsewhere say little one by one: "Further reading" is one passage.
  std::size_t add_link_list(const PageSection& section, std::span<const Block* const> blocks) {
    std::size_t count = 0;
    std::string text;
    for (; count < blocks.size(); ++count) {
      const Block& block = *blocks[count];
      if (!is_item(block) || block.role != BlockRole::links) break;
      if (count != 0 && text.size() + block.text.size() > most_bytes_with_code) break;
      if (count != 0) text += '\n';
      text += "- " + block.text;
    }
    if (count == 1) text = blocks.front()->text;
    add(section, PassageForm::tip, text, blocks.front()->line);
    return count;
  }

  // "Speed: fast | Memory: little"; a column without a heading is its value alone.
  static std::string row_text(const Block& row, const Block* head) {
    if (head == nullptr || head->cells.empty() || row.cells.empty()) return row.text;
    std::string text;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      if (row.cells[i].empty()) continue;
      if (!text.empty()) text += " | ";
      if (i < head->cells.size() && !head->cells[i].empty() &&
          head->cells[i].size() <= most_introduction) {
        text += head->cells[i] + ": ";
      }
      text += row.cells[i];
    }
    return text;
  }

  void add_question(const PageSection& section, std::span<const Block* const> blocks) {
    std::vector<Block> answer;
    answer.reserve(blocks.size());
    for (const Block* block : blocks) answer.push_back(*block);
    if (answer.empty()) return;
    add(section, PassageForm::question, joined_text(answer), section.line);
  }

  void add(const PageSection& section, PassageForm form, const std::string& text,
           std::size_t line) {
    for (const std::string_view piece : pieces_of(text, most_passage_bytes)) {
      add_piece(section, form, std::string(piece), line);
      line += static_cast<std::size_t>(std::count(piece.begin(), piece.end(), '\n'));
    }
  }

  void add_piece(const PageSection& section, PassageForm form, std::string text, std::size_t line) {
    if (!has_word(text)) return;
    if (passages_.size() == most_passages) {
      if (!std::exchange(is_full_, true)) {
        problems_.warning(line, "more passages than a page may have; the others are left out",
                          "split the page");
      }
      return;
    }
    Passage passage;
    if (form == PassageForm::question || section.level > 2) passage.title = section.title;
    const std::string identity = passage_identity(passage.title, text);
    if (const auto [first, is_new] = seen_.emplace(identity, line); !is_new) {
      problems_.warning(line,
                        "the same text stands in line " + std::to_string(first->second) +
                            " of this section; this one is left out",
                        "remove one of the two");
      return;
    }
    passage.anchor = anchors_.take_numbered(anchor_base(section), number_of_identity(identity));
    passage.id = page_id_ + "#" + passage.anchor;
    passage.section = section.kind;
    passage.section_title = section.title;
    passage.section_anchor = section.anchor;
    passage.form = form;
    passage.text = std::move(text);
    passage.line = line;
    passages_.push_back(std::move(passage));
  }

  // As much of the section's anchor as an id has room for.
  std::string anchor_base(const PageSection& section) const {
    const std::size_t taken = page_id_.size() + 1 + most_number_bytes;
    return clean_utf8(section.anchor, most_id_bytes - std::min(taken, most_id_bytes));
  }

  const std::string& page_id_;
  ProblemList& problems_;
  std::vector<Passage> passages_;
  PassageAnchors anchors_;                             // of the page
  std::unordered_map<std::string, std::size_t> seen_;  // identity -> line, of one section
  bool is_full_ = false;
};

}  // namespace

std::vector<Passage> page_passages(const std::string& page_id, const std::string& page_title,
                                   std::span<const Block> blocks,
                                   std::span<const std::string> heading_ids,
                                   ProblemList& problems) {
  const std::vector<PageSection> sections = page_sections(page_title, blocks, heading_ids);
  return PageReader(page_id, problems).read(sections);
}

}  // namespace guidepost::indexer
