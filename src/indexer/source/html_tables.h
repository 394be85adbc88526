// Which tables of a page arrange it, and which hold data. The rows of the former are no rows: a page from 2003 is one table of one row.
#pragma once

#include "indexer/source/html_tree.h"

#include <unordered_set>

namespace guidepost::indexer {

class HtmlTables {
 public:
  explicit HtmlTables(const GumboNode& content);

  /// Whether the table of a row holds another table or a heading, or says that it is for presentation.
  bool is_layout(const GumboNode& row) const;

 private:
  std::unordered_set<const GumboNode*> layout_tables_;
};

}  // namespace guidepost::indexer
