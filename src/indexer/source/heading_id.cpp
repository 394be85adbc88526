#include "indexer/source/heading_id.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace guidepost::indexer {
namespace {

constexpr auto npos = std::string_view::npos;

// Takes `{...}` off the end of `text`; returns the id in it.
std::string take_id(std::string& text) {
  if (!text.ends_with('}')) return {};
  const std::size_t open = text.rfind('{');
  if (open == npos) return {};
  std::string_view inside = std::string_view(text).substr(open + 1, text.size() - open - 2);
  if (inside.starts_with(':')) inside.remove_prefix(1);
  inside.remove_prefix(std::min(inside.find_first_not_of(' '), inside.size()));
  if (!inside.starts_with('#') && !inside.starts_with('.')) return {};
  std::string id;
  if (const std::size_t mark = inside.find('#'); mark != npos) {
    id = inside.substr(mark + 1, inside.find(' ', mark) - mark - 1);
  }
  text.resize(open);
  text.resize(text.find_last_not_of(' ') + 1);
  return id;
}

}  // namespace

std::vector<std::string> take_heading_ids(std::span<Block> blocks) {
  std::vector<std::string> ids;
  for (Block& block : blocks) {
    if (block.kind == BlockKind::heading) ids.push_back(take_id(block.text));
  }
  return ids;
}

}  // namespace guidepost::indexer
