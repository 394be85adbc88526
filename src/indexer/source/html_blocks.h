// What a person reads of a page of HTML, as blocks.
//
//   <h2 id="pay">Pay</h2>          -> heading "Pay", id "pay"
//   <p>Good<br>pay.</p>            -> paragraph "Good\npay."
//   <ul><li>One<ul><li>Two</ul>    -> item "One\n- Two"
//   <tr><td>Low<td>10              -> row "Low | 10"
//   <dl><dt>Low<dd>10</dl>         -> item "Low: 10"
//   <summary>Is it hard?</summary> -> heading "Is it hard?", and so is a question in a <dt>; html_flow.h says where its answer ends
//   <nav>...</nav>                 -> nothing
#pragma once

#include "indexer/source/html_left_out.h"
#include "indexer/source/html_tree.h"
#include "indexer/source/markdown_blocks.h"

#include <string>
#include <vector>

namespace guidepost::indexer {

struct HtmlContent {
  std::vector<Block> blocks;
  std::vector<std::string>
      heading_ids;  // of each block that is a heading: where a link to it leads; empty: nowhere
};

/// The blocks inside a node of a tree, in the order of the page but for questions whose answer has an end: they come last in their section.
/// Left out: navigation, headers (of an article all but its headings), footers, asides, scripts, drawings, controls, and what is hidden.
HtmlContent html_blocks(const GumboNode& content, Forms forms = Forms::left_out);

}  // namespace guidepost::indexer
