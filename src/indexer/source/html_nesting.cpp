#include "indexer/source/html_nesting.h"

#include <algorithm>
#include <array>
#include <string>

namespace guidepost::indexer {
namespace {

// Without content, or closed by what follows them.
constexpr std::array<std::string_view, 38> uncounted_names{
    "area",   "base",  "body",  "br",    "col",   "colgroup", "dd",  "dt",   "embed",  "frame",
    "head",   "hr",    "html",  "img",   "input", "keygen",   "li",  "link", "meta",   "optgroup",
    "option", "p",     "param", "path",  "rb",    "rp",       "rt",  "rtc",  "source", "tbody",
    "td",     "tfoot", "th",    "thead", "tr",    "track",    "use", "wbr"};

// Their content is text.
constexpr std::array<std::string_view, 8> raw_names{"iframe", "noembed",  "noframes", "script",
                                                    "style",  "textarea", "title",    "xmp"};

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

// The name of a tag, in lower case; longer ones than any that is known are cut.
std::string name_at(std::string_view html, std::size_t at) {
  constexpr std::size_t longest = 16;
  std::string name;
  for (; at < html.size() && name.size() < longest; ++at) {
    const char c = html[at];
    if (c == '>' || c == '/' || c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r') break;
    name += lower(c);
  }
  return name;
}

// Where "</name" begins at or behind `at`.
std::size_t end_tag_of(std::string_view html, std::string_view name, std::size_t at) {
  for (; (at = html.find("</", at)) != std::string_view::npos; at += 2) {
    const std::string_view found = html.substr(at + 2, name.size());
    if (std::equal(found.begin(), found.end(), name.begin(), name.end(),
                   [](char a, char b) { return lower(a) == b; })) {
      return at;
    }
  }
  return html.size();
}

bool is_one_of(std::string_view name, const auto& names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

std::optional<std::size_t> first_line_nested_deeper(std::string_view html, std::size_t most) {
  std::size_t open = 0;
  std::size_t end =
      0;  // the first `>` behind the tag; looked for once, however many tags are not closed
  for (std::size_t at = 0; (at = html.find('<', at)) != std::string_view::npos;) {
    if (html.substr(at).starts_with("<!--")) {
      at = std::min(html.find("-->", at + 2), html.size());
      continue;
    }
    ++at;
    const bool closes = at < html.size() && html[at] == '/';
    if (closes) ++at;
    if (at >= html.size() || !is_letter(html[at])) continue;
    const std::string name = name_at(html, at);
    if (end < at) end = std::min(html.find('>', at), html.size());
    const bool is_empty = end < html.size() && html[end - 1] == '/';
    if (is_one_of(name, uncounted_names)) continue;
    if (closes) {
      if (open != 0) --open;
    } else if (is_one_of(name, raw_names)) {
      at = end_tag_of(html, name, at);
      if (at < html.size()) at += 2;
    } else if (!is_empty && ++open > most) {
      const auto here = html.begin() + static_cast<std::ptrdiff_t>(at);
      return 1 + static_cast<std::size_t>(std::count(html.begin(), here, '\n'));
    }
  }
  return std::nullopt;
}

}  // namespace guidepost::indexer
