// A guide's body as passages: sections by level-2 headings, one passage an item, paragraph, quote, table row or code block, and in the
// FAQ one a question. The grammar is corpus/README.md.
//
// A passage's anchor comes from its own words, see passage_anchors.h.
#pragma once

#include "core/model/passage.h"
#include "indexer/source/markdown_blocks.h"
#include "indexer/source/problem_list.h"

#include <span>
#include <string>
#include <vector>

namespace guidepost::indexer {

/// The passages of the guide `guide_id` in the order of the page. Anchors are unique on the page, section anchors included. What the
/// grammar warns of, and no passage at all (an error), goes to `problems`.
std::vector<Passage> split_passages(const std::string& guide_id, std::span<const Block> blocks,
                                    ProblemList& problems);

}  // namespace guidepost::indexer
