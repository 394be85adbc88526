// The order of a page's blocks. A block has no end, so an answer goes on to the next heading; where the page says that it ends before,
// the question and its answer stand behind the section that they interrupt:
//
//   <h2>Pay</h2>                      ## Pay
//   <details>                         Text.
//     <summary>Is it good?</summary>  ###### Is it good?
//     Yes.                            Yes.
//   </details>
//   <p>Text.</p>
#pragma once

#include "indexer/source/html_blocks.h"

#include <cstddef>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

namespace guidepost::indexer {

class HtmlFlow {
 public:
  /// `heading_id` is that of a heading.
  void add(Block block, std::string heading_id) {
    Part& part = parts_.back();
    if (block.kind == BlockKind::heading) {
      append(part.content, std::exchange(part.questions, {}));
      part.content.heading_ids.push_back(std::move(heading_id));
    }
    part.content.blocks.push_back(std::move(block));
  }

  /// `around` ends the answer, unless another question does.
  void begin_question(Block question, std::string heading_id, const GumboNode* around) {
    leave(around);
    if (parts_.size() < deepest_question) parts_.push_back({around, {}, {}});
    add(std::move(question), std::move(heading_id));
  }

  bool is_answer_in(const GumboNode* around) const { return parts_.back().around == around; }

  /// Ends the answer in `around`, if there is one.
  void leave(const GumboNode* around) {
    if (parts_.size() == 1 || !is_answer_in(around)) return;
    Part part = std::move(parts_.back());
    parts_.pop_back();
    append(part.content, std::move(part.questions));
    append(parts_.back().questions, std::move(part.content));
  }

  HtmlContent take() && {
    while (parts_.size() > 1) leave(parts_.back().around);
    append(parts_.front().content, std::move(parts_.front().questions));
    return std::move(parts_.front().content);
  }

 private:
  // A question inside so many answers is one more heading: blocks are moved once for each of them.
  static constexpr std::size_t deepest_question = 8;

  struct Part {
    const GumboNode* around;  // of the first one, which is the page: nullptr
    HtmlContent content;
    HtmlContent questions;  // wait for the end of the section
  };

  static void append(HtmlContent& content, HtmlContent more) {
    const auto add_all = [](auto& all, auto& others) {
      all.insert(all.end(), std::make_move_iterator(others.begin()),
                 std::make_move_iterator(others.end()));
    };
    add_all(content.blocks, more.blocks);
    add_all(content.heading_ids, more.heading_ids);
  }

  std::vector<Part> parts_{{nullptr, {}, {}}};
};

}  // namespace guidepost::indexer
