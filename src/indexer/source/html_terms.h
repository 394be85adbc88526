// Terms of a page and what they mean: a question is a heading, any other term waits for its description.
//
//   <dt>Low <dd>10                 -> item "Low: 10"
//   <dt>Is it hard? <dd>Yes.       -> heading "Is it hard?", paragraph "Yes."
#pragma once

#include "indexer/source/html_flow.h"
#include "indexer/source/html_tree.h"
#include "indexer/source/markdown_blocks.h"

#include <optional>
#include <string>

namespace guidepost::indexer {

class HtmlTerms {
 public:
  /// `flow` must outlive it.
  explicit HtmlTerms(HtmlFlow& flow) : flow_(flow) {}

  /// The block of a <dt> or <summary>; nothing when it has no words. `heading_id` is what leads to it, should it be a question.
  void end_term(const GumboNode& node, std::optional<Block> block, std::string heading_id);

  /// The block of a <dd>, likewise.
  void end_description(const GumboNode& node, std::optional<Block> block);

  /// A term that waits has no description.
  void flush();

 private:
  HtmlFlow& flow_;
  Block term_;  // a <dt> without its <dd>
};

}  // namespace guidepost::indexer
