# The warnings every target of ours is compiled with; errors in the presets and in CI, never in a packager's plain build.
add_library(guidepost_warnings INTERFACE)
target_compile_options(guidepost_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wnon-virtual-dtor -Wold-style-cast
  # GCC 12 sees overlaps that are not there in `"literal" + std::string` (its bug 105651).
  $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>
  $<$<BOOL:${GUIDEPOST_WERROR}>:-Werror>)
