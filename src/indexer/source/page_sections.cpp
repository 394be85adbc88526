#include "indexer/source/page_sections.h"

#include "core/text/utf8.h"
#include "indexer/source/block_words.h"
#include "indexer/source/heading_anchor.h"

#include <algorithm>
#include <array>
#include <utility>

namespace guidepost::indexer {
namespace {

// What the open headings mean, by level: "### Phone screen" below "## Interview" is about interviews.
class OpenKinds {
 public:
  SectionKind enter(unsigned level, SectionKind own) {
    const std::size_t depth = std::clamp<std::size_t>(level, 1, kinds_.size()) - 1;
    const SectionKind above = depth == 0 ? SectionKind::other : kinds_[depth - 1];
    const SectionKind kind = own == SectionKind::other ? above : own;
    std::fill(kinds_.begin() + static_cast<std::ptrdiff_t>(depth), kinds_.end(), kind);
    return kind;
  }

 private:
  std::array<SectionKind, 6> kinds_ = [] {
    std::array<SectionKind, 6> kinds{};
    kinds.fill(SectionKind::other);
    return kinds;
  }();
};

}  // namespace

std::string_view heading_words(std::string_view heading) {
  const auto is_sign = [](std::string_view word) {
    const auto is_ascii = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
    return word == "#" || (!std::all_of(word.begin(), word.end(), is_ascii) && !has_word(word));
  };
  constexpr auto npos = std::string_view::npos;
  std::string_view words = heading;
  for (std::size_t end; (end = words.find(' ')) != npos && is_sign(words.substr(0, end));) {
    words.remove_prefix(end + 1);
  }
  for (std::size_t gap; (gap = words.rfind(' ')) != npos && is_sign(words.substr(gap + 1));) {
    words.remove_suffix(words.size() - gap);
  }
  return words;
}

std::vector<PageSection> page_sections(const std::string& page_title, std::span<const Block> blocks,
                                       std::span<const std::string> heading_ids) {
  std::vector<PageSection> sections;
  HeadingAnchors anchors;
  OpenKinds kinds;
  std::size_t heading_number = 0;
  const auto begin_section = [&](const Block& heading) {
    PageSection section;
    section.title = clean_utf8(heading.text.empty() ? page_title : heading_words(heading.text),
                               most_section_bytes);
    section.kind = kinds.enter(heading.level, section_kind_of_heading(section.title));
    const std::string_view id =
        heading_number < heading_ids.size() ? heading_ids[heading_number] : std::string_view{};
    ++heading_number;
    section.anchor = anchors.next(heading.text, id, most_section_bytes);
    section.level = heading.level;
    section.line = heading.line;
    sections.push_back(std::move(section));
  };
  std::size_t begin = 0;
  while (begin < blocks.size()) {
    if (blocks[begin].kind == BlockKind::heading) {
      begin_section(blocks[begin++]);
    } else {
      PageSection top;
      top.title = clean_utf8(page_title, most_section_bytes);
      top.kind = section_kind_of_heading(top.title);
      top.line = blocks[begin].line;
      sections.push_back(std::move(top));
    }
    std::size_t end = begin;
    while (end < blocks.size() && blocks[end].kind != BlockKind::heading) ++end;
    sections.back().blocks = blocks.subspan(begin, end - begin);
    begin = end;
  }
  return sections;
}

}  // namespace guidepost::indexer
