// Which tables and list items of a page arrange it, and which hold data. The rows of the former are no rows: a page from 2003 is one table
// of one row, and some lists of questions are an <li> with a heading each.
#pragma once

#include "indexer/source/html_blocks.h"
#include "indexer/source/html_tree.h"

#include <unordered_set>
#include <vector>

namespace guidepost::indexer {

class HtmlTables {
 public:
  HtmlTables(const GumboNode& content, Forms forms);

  /// Whether the table of a row holds another table or a heading, or says that it is for presentation.
  bool is_layout(const GumboNode& row) const;

  /// Whether an <li> holds a heading, or nothing but a <details>.
  bool is_layout_item(const GumboNode& item) const { return layout_.contains(&item); }

 private:
  void enter(const GumboNode& node);
  void leave(const GumboNode& node);
  void arrange_items();

  std::vector<const GumboNode*> tables_;  // open ones, as are the items
  std::vector<const GumboNode*> items_;
  std::unordered_set<const GumboNode*> layout_;
};

}  // namespace guidepost::indexer
