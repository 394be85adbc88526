#include "indexer/source/html_tables.h"

#include <vector>

namespace guidepost::indexer {

HtmlTables::HtmlTables(const GumboNode& content) {
  std::vector<const GumboNode*> open;
  HtmlWalk walk(content);
  for (auto step = walk.next(); step != HtmlWalk::Step::end; step = walk.next()) {
    const GumboNode& node = walk.node();
    if (!is_element(node)) continue;
    const GumboTag tag = node.v.element.tag;
    const bool is_table = tag == GUMBO_TAG_TABLE;
    if (step == HtmlWalk::Step::leave) {
      if (is_table) open.pop_back();
      continue;
    }
    const bool is_heading = tag >= GUMBO_TAG_H1 && tag <= GUMBO_TAG_H6;
    if ((is_table || is_heading) && !open.empty()) layout_tables_.insert(open.back());
    if (!is_table) continue;
    open.push_back(&node);
    if (html_attribute_has(node, "role", "presentation") ||
        html_attribute_has(node, "role", "none")) {
      layout_tables_.insert(&node);
    }
  }
}

bool HtmlTables::is_layout(const GumboNode& row) const {
  // <table><tbody><tr>: the parser puts in what is missing.
  const GumboNode* around = row.parent;
  for (int i = 0; i < 2 && around != nullptr; ++i, around = around->parent) {
    if (is_element(*around, GUMBO_TAG_TABLE)) return layout_tables_.contains(around);
  }
  return false;
}

}  // namespace guidepost::indexer
