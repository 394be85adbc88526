// Which elements of a page of HTML are not read: what leads around the site, what is no text, and what nobody sees.
#pragma once

#include "indexer/source/html_tree.h"

namespace guidepost::indexer {

/// A form may hold the whole page, as ASP.NET's do.
enum class Forms { left_out, read };

/// Whether html_blocks() passes over an element and all it holds.
bool is_left_out(const GumboNode& element, Forms forms);

/// Whether a person does not see an element, or only when a script shows it. What a search is meant to find (hidden="until-found") is not
/// hidden.
bool is_hidden(const GumboNode& element);

}  // namespace guidepost::indexer
