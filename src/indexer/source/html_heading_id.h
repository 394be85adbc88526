// Where a link to a heading of a page leads: its own id, or that of the section that it begins.
#pragma once

#include "indexer/source/html_tree.h"

#include <string>
#include <string_view>

namespace guidepost::indexer {

/// The id, or nothing where it is none that an address can hold.
std::string usable_id(std::string_view id);

/// Of a section that begins with the heading: <section id="pay"><h2>Pay</h2>. Empty where there is none.
std::string id_around(const GumboNode& heading);

}  // namespace guidepost::indexer
