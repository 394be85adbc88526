#include "indexer/source/html_terms.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace guidepost::indexer {
namespace {

bool is_question(std::string_view text) {
  return text.ends_with('?') || text.ends_with("\uFF1F") || text.ends_with("\u061F");
}

}  // namespace

void HtmlTerms::end_term(const GumboNode& node, std::optional<Block> block,
                         std::string heading_id) {
  if (!block) return;
  if (is_question(block->text)) {
    flush();
    block->kind = BlockKind::heading;
    block->level = 6;
    std::replace(block->text.begin(), block->text.end(), '\n', ' ');
    flow_.begin_question(std::move(*block), std::move(heading_id), node.parent);
  } else if (is_element(node, GUMBO_TAG_DT)) {
    flush();
    term_ = std::move(*block);
  } else {
    flow_.add(std::move(*block), {});
  }
}

void HtmlTerms::end_description(const GumboNode& node, std::optional<Block> block) {
  if (!block) {
    flush();
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

void HtmlTerms::flush() {
  if (!term_.text.empty()) flow_.add(std::exchange(term_, {}), {});
}

}  // namespace guidepost::indexer
