#include "indexer/source/html_tag.h"

#include "indexer/source/html_entity.h"

#include <algorithm>

namespace guidepost::indexer {
namespace {

constexpr std::size_t longest_entity = 32;

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n'; }
bool is_name(char c) {
  return is_letter(c) || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.' || c == ':';
}
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool is_same(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return lower(x) == lower(y); });
}

// Where the tag's `>` stands, quoted ones passed over; npos when there is none. A `<` outside quotes is another tag's: this one has no
// end, and we need not look for it through the whole of a file of them.
std::size_t end_of_tag(std::string_view text, std::size_t at) {
  char quote = '\0';
  for (; at < text.size(); ++at) {
    const char c = text[at];
    if (quote != '\0') {
      if (c == quote) quote = '\0';
    } else if (c == '"' || c == '\'') {
      quote = c;
    } else if (c == '<') {
      break;
    } else if (c == '>') {
      return at;
    }
  }
  return std::string_view::npos;
}

// A comment without an end goes on to the end of the text, as in a browser.
HtmlTag up_to(std::string_view text, std::string_view end) {
  HtmlTag tag;
  const std::size_t found = text.find(end, 2);
  tag.size = found == std::string_view::npos ? text.size() : found + end.size();
  return tag;
}

}  // namespace

std::optional<HtmlTag> html_tag(std::string_view text) {
  if (text.size() < 3 || text[0] != '<') return std::nullopt;
  if (text.starts_with("<!--")) return up_to(text, "-->");
  if (text[1] == '!' || text[1] == '?') return up_to(text, ">");
  HtmlTag tag;
  tag.kind = text[1] == '/' ? HtmlTag::Kind::closing : HtmlTag::Kind::opening;
  const std::size_t begin = tag.kind == HtmlTag::Kind::closing ? 2 : 1;
  if (text[begin] == '>') {  // a fragment of JSX
    tag.kind = HtmlTag::Kind::other;
    tag.size = begin + 1;
    return tag;
  }
  if (!is_letter(text[begin])) return std::nullopt;
  std::size_t end = begin;
  while (end < text.size() && is_name(text[end])) tag.name += lower(text[end++]);
  const std::size_t close = end_of_tag(text, end);
  if (close == std::string_view::npos) return std::nullopt;
  tag.attributes = text.substr(end, close - end);
  tag.size = close + 1;
  return tag;
}

std::optional<std::string> html_attribute(const HtmlTag& tag, std::string_view name) {
  const std::string_view all = tag.attributes;
  for (std::size_t at = 0; at < all.size();) {
    while (at < all.size() && !is_name(all[at])) ++at;
    const std::size_t begin = at;
    while (at < all.size() && is_name(all[at])) ++at;
    const std::string_view found = all.substr(begin, at - begin);
    while (at < all.size() && is_space(all[at])) ++at;
    if (at >= all.size() || all[at] != '=') continue;
    ++at;
    while (at < all.size() && is_space(all[at])) ++at;
    std::size_t value = at;
    std::size_t end = all.size();
    if (at < all.size() && (all[at] == '"' || all[at] == '\'')) {
      value = at + 1;
      end = std::min(all.find(all[at], value), all.size());
      at = std::min(end + 1, all.size());
    } else {
      while (at < all.size() && !is_space(all[at])) ++at;
      end = at;
    }
    if (is_same(found, name)) return decode_entities(all.substr(value, end - value));
  }
  return std::nullopt;
}

std::string decode_entities(std::string_view text) {
  std::string decoded;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t next = std::min(text.find('&', at), text.size());
    decoded += text.substr(at, next - at);
    at = next;
    if (at == text.size()) break;
    const std::size_t end = text.substr(at, longest_entity).find(';');
    if (end == std::string_view::npos) {
      decoded += text[at++];
    } else {
      const std::string_view reference = text.substr(at, end + 1);
      // "AT&T; and" holds none.
      const bool is_reference = std::all_of(reference.begin() + 1, reference.end() - 1,
                                            [](char c) { return is_name(c) || c == '#'; });
      decoded += is_reference ? decode_entity(reference) : std::string(reference);
      at += reference.size();
    }
  }
  return decoded;
}

}  // namespace guidepost::indexer
