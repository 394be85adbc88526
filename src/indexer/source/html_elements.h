// What the elements of a page are to its text: part of a line, a heading, a term, what an article is in.
#pragma once

#include "indexer/source/html_tree.h"

namespace guidepost::indexer {

bool is_text(const GumboNode& node);

/// What may have a header of its own, with its title in it; any other header is the site's.
bool is_article(const GumboNode& element);

/// 1 to 6, and 0 of what is no heading.
unsigned heading_level(GumboTag tag);

/// What has a question in it, or a term that is explained.
bool is_term(GumboTag tag);

/// Elements that say nothing about blocks stand in a line of text.
bool is_inline(GumboTag tag);

}  // namespace guidepost::indexer
