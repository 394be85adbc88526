// Any bytes as the head of a page, strict and lenient, and as YAML.
#include "check_item.h"
#include "indexer/source/front_matter.h"
#include "indexer/source/page_head.h"
#include "indexer/source/source_text.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace guidepost::indexer {
namespace {

std::size_t lines_of(std::string_view text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

// A body is the end of the text, and begins on the line it says.
void check_body(std::string_view text, std::string_view body, std::size_t body_line) {
  require(text.ends_with(body));
  const std::string_view head = text.substr(0, text.size() - body.size());
  const bool is_cut_short =
      !head.empty() && !head.ends_with('\n');  // the closing mark ends the file
  require(body_line == 1 + lines_of(head) + (is_cut_short ? 1 : 0));
}

void check_text(const std::string& text, std::size_t most_bytes) {
  require(text.size() <= most_bytes);
  require_clean(text);
  require(text.find('\n') == std::string::npos);
}

void check_lenient(const std::string& text) {
  ProblemList problems("page.md");
  const PageHead head = read_page_head(text, problems);
  require(!problems.rejected());
  check_body(text, head.body, head.body_line);
  check_text(head.title, 300);
  check_text(head.description, 300);
  check_text(head.language, 300);
  for (const auto* list : {&head.tags, &head.keywords}) {
    require(list->size() <= 50);
    for (const std::string& item : *list) {
      require(!item.empty());
      check_text(item, 100);
    }
  }
}

void check_strict(const std::string& text) {
  const auto front = read_front_matter(text, "guide.md");
  if (!front) {
    require(!front.error().message.empty());
    return;
  }
  require(front->fields.kind == YamlValue::Kind::map);
  check_body(text, front->body, front->body_line);
}

}  // namespace
}  // namespace guidepost::indexer

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace guidepost::indexer;
  const auto text = source_text({reinterpret_cast<const char*>(data), size}, "page.md");
  if (!text) return 0;
  check_lenient(*text);
  check_strict(*text);
  if (const auto yaml = parse_yaml(*text, "page.md", 1)) require(yaml->line <= size + 2);
  return 0;
}
