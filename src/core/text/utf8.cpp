#include "core/text/utf8.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cstdint>

namespace guidepost {
namespace {

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

char lower_ascii(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

icu::UnicodeString normalized(const icu::Normalizer2* normalizer, const icu::UnicodeString& text) {
  UErrorCode status = U_ZERO_ERROR;
  icu::UnicodeString result = normalizer->normalize(text, status);
  return U_SUCCESS(status) ? result : text;
}

}  // namespace

CodePoint code_point_at(std::string_view text, std::size_t at) {
  const std::string_view rest = text.substr(at, 4);
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(rest.data());
  const auto length = static_cast<std::int32_t>(rest.size());
  std::int32_t offset = 0;
  UChar32 value = 0;
  U8_NEXT(bytes, offset, length, value);
  return {value, at + static_cast<std::size_t>(offset)};
}

bool is_accent(std::int32_t code_point) {
  return code_point >= 0 && u_charType(code_point) == U_NON_SPACING_MARK;
}

std::optional<std::size_t> first_invalid_utf8(std::string_view bytes) {
  for (std::size_t at = 0; at < bytes.size();) {
    if (static_cast<unsigned char>(bytes[at]) < 0x80) {
      ++at;
      continue;
    }
    const CodePoint code_point = code_point_at(bytes, at);
    if (code_point.value < 0) return at;
    at = code_point.end;
  }
  return std::nullopt;
}

std::string clean_utf8(std::string_view bytes, std::size_t max_bytes) {
  std::string clean;
  clean.reserve(std::min(bytes.size(), max_bytes));
  for (std::size_t at = 0; at < bytes.size();) {
    const CodePoint code_point = code_point_at(bytes, at);
    const bool kept =
        code_point.value >= 0 && (code_point.value == '\t' || code_point.value == '\n' ||
                                  u_charType(code_point.value) != U_CONTROL_CHAR);
    const std::string_view piece =
        kept ? bytes.substr(at, code_point.end - at) : std::string_view(" ");
    if (clean.size() + piece.size() > max_bytes) break;
    clean += piece;
    at = code_point.end;
  }
  return clean;
}

std::string fold(std::string_view utf8) {
  std::string folded;
  if (is_ascii(utf8)) {
    folded.resize(utf8.size());
    std::transform(utf8.begin(), utf8.end(), folded.begin(), lower_ascii);
    return folded;
  }
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* casefold = icu::Normalizer2::getNFKCCasefoldInstance(status);
  const icu::Normalizer2* decompose = icu::Normalizer2::getNFDInstance(status);
  const icu::Normalizer2* compose = icu::Normalizer2::getNFCInstance(status);
  if (U_FAILURE(status)) return std::string(utf8);

  const auto source = icu::UnicodeString::fromUTF8(
      icu::StringPiece(utf8.data(), static_cast<std::int32_t>(utf8.size())));
  const icu::UnicodeString parts = normalized(decompose, normalized(casefold, source));
  icu::UnicodeString bare;
  for (std::int32_t i = 0; i < parts.length();) {
    const UChar32 code_point = parts.char32At(i);
    if (!is_accent(code_point)) bare.append(code_point);
    i += U16_LENGTH(code_point);
  }
  normalized(compose, bare).toUTF8String(folded);
  return folded;
}

}  // namespace guidepost
