#include "server/shown_words.h"

#include "core/text/utf8.h"

namespace guidepost::server {
namespace {

constexpr std::size_t shown_bytes = 100;

}  // namespace

std::string in_quotes(std::string_view text) { return "\"" + clean_utf8(text, shown_bytes) + "\""; }

std::string listed(std::span<const std::string_view> words) {
  std::string text;
  for (const std::string_view word : words) {
    if (!text.empty()) text += ", ";
    text += word;
  }
  return text;
}

}  // namespace guidepost::server
