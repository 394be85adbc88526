// Any bytes as somebody's page of HTML, its structured data included.
#include "check_item.h"
#include "indexer/source/html_guide.h"

#include <cstddef>
#include <cstdint>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace guidepost::indexer;
  ProblemList problems("page.html");
  const auto guide = read_html("page", {reinterpret_cast<const char*>(data), size}, problems);
  require(!guide || !problems.rejected());
  if (guide) check_item(*guide);
  return 0;
}
