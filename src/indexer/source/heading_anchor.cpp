#include "indexer/source/heading_anchor.h"

#include "core/text/utf8.h"

#include <unicode/locid.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <cstdint>

namespace guidepost::indexer {
namespace {

constexpr std::uint32_t kept_characters = U_GC_L_MASK | U_GC_M_MASK | U_GC_ND_MASK | U_GC_PC_MASK;

std::string lower_case(std::string_view text) {
  std::string lower;
  const icu::StringPiece piece(text.data(), static_cast<std::int32_t>(text.size()));
  icu::UnicodeString::fromUTF8(piece).toLower(icu::Locale::getRoot()).toUTF8String(lower);
  return lower;
}

}  // namespace

std::string heading_anchor(std::string_view heading) {
  constexpr std::size_t longest_heading = 65'536;
  const std::string lower = lower_case(heading.substr(0, longest_heading));
  std::string anchor;
  for (std::size_t at = 0; at < lower.size();) {
    const CodePoint code_point = code_point_at(lower, at);
    if (code_point.value == ' ') {
      anchor += '-';
    } else if (code_point.value == '-' ||
               (code_point.value >= 0 && code_point.value != 0xFFFD &&
                (U_GET_GC_MASK(code_point.value) & kept_characters) != 0)) {
      // A variation selector is a mark, but what it varies (an emoji) is gone.
      if (code_point.value < 0xFE00 || code_point.value > 0xFE0F) {
        anchor.append(lower, at, code_point.end - at);
      }
    }
    at = code_point.end;
  }
  return anchor;
}

std::string HeadingAnchors::next(std::string_view heading, std::string_view explicit_id,
                                 std::size_t most_bytes) {
  std::string anchor =
      clean_utf8(explicit_id.empty() ? heading_anchor(heading) : explicit_id, most_bytes);
  if (anchor.empty()) anchor = "section";
  if (taken_.insert(anchor).second) return anchor;
  for (std::size_t& number = numbers_[anchor];;) {
    std::string numbered = anchor + "-" + std::to_string(++number);
    if (taken_.insert(numbered).second) return numbered;
  }
}

}  // namespace guidepost::indexer
