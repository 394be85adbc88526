// Any bytes as somebody's Markdown page, and as the body of a guide of our own.
#include "check_item.h"
#include "indexer/source/page_tree_source.h"
#include "indexer/source/passage_splitter.h"
#include "indexer/source/source_text.h"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace guidepost::indexer {
namespace {

void check_page(std::string_view bytes) {
  ProblemList problems("page.md");
  const auto guide = read_page({"page.md", "page", "page.md"}, bytes, problems);
  require(guide.has_value() != problems.rejected());
  if (!guide) return;
  require(guide->language.size() == 2);
  check_item(*guide);
  for (const Passage& passage : guide->passages) {
    require(passage.line != 0);
    require(passage.id.size() <= 200);
    require(passage.text.size() <= 8 * 1024);
  }
}

void check_guide(std::string_view bytes) {
  const auto text = source_text(bytes, "guide.md");
  if (!text) return;
  const auto blocks = markdown_blocks(*text, "guide.md", 1);
  if (!blocks) return;
  ProblemList problems("guide.md");
  check_passages(split_passages("guide", *blocks, problems), "guide");
}

}  // namespace
}  // namespace guidepost::indexer

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  guidepost::indexer::check_page(bytes);
  guidepost::indexer::check_guide(bytes);
  return 0;
}
