#include "indexer/source/html_left_out.h"

#include "indexer/source/file_ending.h"

#include <string_view>

namespace guidepost::indexer {
namespace {

// The parser knows it by its name only.
bool is_dialog(const GumboNode& element) {
  if (element.v.element.tag != GUMBO_TAG_UNKNOWN) return false;
  GumboStringPiece name = element.v.element.original_tag;
  // The parser asserts that its own piece is a whole tag; of a broken page it is not always.
  const bool is_whole = name.data != nullptr && name.length >= 2 && name.data[0] == '<' &&
                        name.data[name.length - 1] == '>';
  if (!is_whole) return false;
  gumbo_tag_from_original_text(&name);
  return name.data != nullptr && lower_case({name.data, name.length}) == "dialog";
}

}  // namespace

bool is_hidden(const GumboNode& element) {
  if (html_attribute_has(element, "aria-hidden", "true")) return true;
  if (has_html_attribute(element, "hidden")) {
    return !html_attribute_has(element, "hidden", "until-found");
  }
  return is_dialog(element) && !has_html_attribute(element, "open");
}

bool is_left_out(const GumboNode& element, Forms forms) {
  if (!is_element(element)) return false;
  if (element.type == GUMBO_NODE_TEMPLATE || is_hidden(element)) return true;
  for (const std::string_view role : {"navigation", "banner", "contentinfo", "search"}) {
    if (html_attribute_has(element, "role", role)) return true;
  }
  switch (element.v.element.tag) {
    case GUMBO_TAG_NAV:
    case GUMBO_TAG_FOOTER:
    case GUMBO_TAG_ASIDE:
    case GUMBO_TAG_HEAD:
    case GUMBO_TAG_SCRIPT:
    case GUMBO_TAG_STYLE:
    case GUMBO_TAG_TEMPLATE:
    case GUMBO_TAG_NOSCRIPT:
    case GUMBO_TAG_SVG:
    case GUMBO_TAG_IFRAME:
    case GUMBO_TAG_NOFRAMES:
    case GUMBO_TAG_NOEMBED:
    case GUMBO_TAG_OBJECT:
    case GUMBO_TAG_APPLET:
    case GUMBO_TAG_AUDIO:
    case GUMBO_TAG_VIDEO:
    case GUMBO_TAG_CANVAS:
    case GUMBO_TAG_SELECT:
    case GUMBO_TAG_TEXTAREA:
    case GUMBO_TAG_DATALIST:
    case GUMBO_TAG_TITLE:
      return true;
    case GUMBO_TAG_FORM:
      return forms == Forms::left_out;
    default:
      return false;
  }
}

}  // namespace guidepost::indexer
