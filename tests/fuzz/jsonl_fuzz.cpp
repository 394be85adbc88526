// Any bytes as a file of JSON Lines: each line is an item that keeps its promises, or a problem that says why not.
#include "check_item.h"
#include "indexer/source/jsonl_source.h"
#include "indexer/source/problem_list.h"

#include <cstddef>
#include <cstdint>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace guidepost::indexer;
  std::string_view rest(reinterpret_cast<const char*>(data), size);
  JsonlParser parser;
  for (std::size_t number = 1; !rest.empty(); ++number) {
    const std::size_t end = rest.find('\n');
    ProblemList problems("items.jsonl");
    const auto item = parser.parse(rest.substr(0, end), number, problems);
    require(item.has_value() || problems.rejected());
    if (item) check_item(*item);
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
  }
  return 0;
}
