#include "indexer/source/html_string.h"

#include "core/text/utf8.h"
#include "indexer/source/html_fragment.h"
#include "indexer/source/html_tag.h"

#include <algorithm>
#include <utility>

namespace guidepost::indexer {
namespace {

// A tag begins somewhere: "a < b" has none.
bool has_tag(std::string_view text) {
  for (std::size_t at = 0; (at = text.find('<', at)) != std::string_view::npos; ++at) {
    const char next = at + 1 < text.size() ? text[at + 1] : ' ';
    if (next == '/' || next == '!' || (next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z'))
      return true;
  }
  return false;
}

std::string_view without_white(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\n");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\n") - begin + 1);
}

// "- one", "* one" and "• one" are items.
std::string_view item_of_line(std::string_view line) {
  for (const std::string_view mark : {"- ", "* ", "\u2022", "\u00B7"}) {
    if (line.starts_with(mark)) return without_white(line.substr(mark.size()));
  }
  return {};
}

std::vector<Block> plain_blocks(std::string_view text, std::size_t line) {
  std::vector<Block> blocks;
  bool continues = false;
  const auto add = [&](BlockKind kind, std::string_view words) {
    Block block;
    block.kind = kind;
    block.text = words;
    block.line = line;
    blocks.push_back(std::move(block));
  };
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view words = without_white(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    if (const std::string_view item = item_of_line(words); !item.empty()) {
      add(BlockKind::item, item);
      continues = false;
    } else if (words.empty()) {
      continues = false;
    } else if (continues) {
      blocks.back().text += '\n';
      blocks.back().text += words;
    } else {
      add(BlockKind::paragraph, words);
      continues = true;
    }
  }
  return blocks;
}

}  // namespace

std::vector<Block> blocks_of_string(std::string_view text, std::size_t line) {
  std::string clean = clean_utf8(text);
  if (!has_tag(clean)) {
    clean = clean_utf8(decode_entities(clean));
    if (!has_tag(clean)) return plain_blocks(clean, line);
  }
  std::vector<Block> blocks = html_fragment_blocks(clean, line);
  for (Block& block : blocks) {
    block.line = line;
    block.text = clean_utf8(block.text);
  }
  return blocks;
}

std::string plain_text_of(std::string_view text) { return joined_text(blocks_of_string(text, 0)); }

}  // namespace guidepost::indexer
