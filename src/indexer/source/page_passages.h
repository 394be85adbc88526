// A page of anybody's Markdown or HTML as passages. Where passage_splitter reads our own grammar, here a heading of any level begins a
// section, and nothing is an error:
//
//   # Load balancing         -> no passage
//   Spread the requests.     -> paragraph of the section "Load balancing", anchor "load-balancing"
//   - [Top](#top)            -> left out: a link into the same page is navigation
//   - Round robin is simple. -> tip of it
//   ### Is it enough?        -> question, with everything up to the next heading as its answer
//
// A section's anchor is the one that the page has when it is shown, so that a link to the section works on the author's own site.
#pragma once

#include "core/model/passage.h"
#include "indexer/source/markdown_blocks.h"
#include "indexer/source/problem_list.h"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace guidepost::indexer {

/// A passage has no more bytes than this; a longer one is cut where lines or sentences end.
inline constexpr std::size_t most_passage_bytes = 8 * 1024;

/// The passages of the page in its order; none when it has no text. Ids are unique on the page and begin with `page_id` and '#'.
/// `page_title` is the section of what stands before the first heading; that section's anchor is empty. `heading_ids`: the explicit id
/// of the first, second, ... heading of `blocks`, empty where it has none; may be shorter than the headings are many. What is left out
/// because it stands there twice is a warning.
std::vector<Passage> page_passages(const std::string& page_id, const std::string& page_title,
                                   std::span<const Block> blocks,
                                   std::span<const std::string> heading_ids, ProblemList& problems);

}  // namespace guidepost::indexer
