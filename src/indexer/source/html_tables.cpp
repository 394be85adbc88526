#include "indexer/source/html_tables.h"

namespace guidepost::indexer {
namespace {

bool is_alone_in(const GumboNode& item, const GumboNode& node) {
  const GumboVector& children = item.v.element.children;
  for (unsigned i = 0; i < children.length; ++i) {
    const auto* child = static_cast<const GumboNode*>(children.data[i]);
    if (child != &node && (is_element(*child) || child->type == GUMBO_NODE_TEXT)) return false;
  }
  return true;
}

}  // namespace

HtmlTables::HtmlTables(const GumboNode& content, Forms forms) {
  const GumboNode* passed_over = nullptr;
  HtmlWalk walk(content);
  for (auto step = walk.next(); step != HtmlWalk::Step::end; step = walk.next()) {
    const GumboNode& node = walk.node();
    if (!is_element(node)) continue;
    if (step == HtmlWalk::Step::leave) {
      if (passed_over != &node) leave(node);
    } else if (&node != &content && is_left_out(node, forms)) {
      passed_over = &node;
      walk.pass_over();
    } else {
      enter(node);
    }
  }
}

void HtmlTables::enter(const GumboNode& node) {
  const GumboTag tag = node.v.element.tag;
  const bool is_table = tag == GUMBO_TAG_TABLE;
  const bool is_heading = tag >= GUMBO_TAG_H1 && tag <= GUMBO_TAG_H6;
  if ((is_table || is_heading) && !tables_.empty()) layout_.insert(tables_.back());
  if (is_heading) arrange_items();
  if (tag == GUMBO_TAG_DETAILS && !items_.empty() && node.parent == items_.back() &&
      is_alone_in(*items_.back(), node)) {
    arrange_items();
  }
  if (tag == GUMBO_TAG_LI) items_.push_back(&node);
  if (!is_table) return;
  tables_.push_back(&node);
  if (html_attribute_has(node, "role", "presentation") ||
      html_attribute_has(node, "role", "none")) {
    layout_.insert(&node);
  }
}

void HtmlTables::leave(const GumboNode& node) {
  if (is_element(node, GUMBO_TAG_TABLE)) tables_.pop_back();
  if (is_element(node, GUMBO_TAG_LI)) items_.pop_back();
}

// All that are open; where one is known, so are those around it.
void HtmlTables::arrange_items() {
  for (auto item = items_.rbegin(); item != items_.rend(); ++item) {
    if (!layout_.insert(*item).second) return;
  }
}

bool HtmlTables::is_layout(const GumboNode& row) const {
  // <table><tbody><tr>: the parser puts in what is missing.
  const GumboNode* around = row.parent;
  for (int i = 0; i < 2 && around != nullptr; ++i, around = around->parent) {
    if (is_element(*around, GUMBO_TAG_TABLE)) return layout_.contains(around);
  }
  return false;
}

}  // namespace guidepost::indexer
