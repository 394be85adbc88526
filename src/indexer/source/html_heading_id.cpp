#include "indexer/source/html_heading_id.h"

#include "core/text/utf8.h"

namespace guidepost::indexer {
namespace {

constexpr std::size_t most_heading_id_bytes = 200;

}  // namespace

std::string usable_id(std::string_view id) {
  if (id.size() > most_heading_id_bytes || clean_utf8(id) != id) return {};
  return id.find_first_of(" \t\n") == std::string_view::npos ? std::string(id) : std::string();
}

std::string id_around(const GumboNode& heading) {
  const GumboNode* around = heading.parent;
  if (around == nullptr || !is_element(*around)) return {};
  const GumboTag tag = around->v.element.tag;
  if (tag != GUMBO_TAG_SECTION && tag != GUMBO_TAG_DIV && tag != GUMBO_TAG_ARTICLE &&
      tag != GUMBO_TAG_LI && tag != GUMBO_TAG_DETAILS) {
    return {};
  }
  const GumboVector& children = around->v.element.children;
  for (unsigned i = 0; i < children.length; ++i) {
    const auto* child = static_cast<const GumboNode*>(children.data[i]);
    if (child == &heading) return usable_id(html_attribute_of(*around, "id"));
    if (is_element(*child) || child->type == GUMBO_NODE_TEXT) return {};
  }
  return {};
}

}  // namespace guidepost::indexer
