#include "core/text/utf8.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cstdint>

namespace guidepost {
namespace {

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// Letters that carry their mark inside, where Unicode sees no letter with a mark: who has no such key types the other.
std::u16string_view plain_letters(UChar32 code_point) {
  switch (code_point) {
    case 0x00E6:  // ae
      return u"ae";
    case 0x0153:  // oe
      return u"oe";
    case 0x00F8:  // o with stroke
      return u"o";
    case 0x0142:  // l with stroke
      return u"l";
    case 0x0111:  // d with stroke
    case 0x00F0:  // eth
      return u"d";
    case 0x00FE:  // thorn
      return u"th";
    case 0x0131:  // dotless i
      return u"i";
    case 0x0127:  // h with stroke
      return u"h";
    default:
      return {};
  }
}

/// Whether a mark above or below its letter only says how it sounds, so that people leave it out. In Devanagari, Thai or kana it is a vowel or
/// another letter; of Cyrillic letters only the stressed ones and the one with two dots are written without.
bool is_accent(UChar32 mark, UChar32 letter) {
  const auto type = u_charType(mark);
  if (type == U_ENCLOSING_MARK) return true;
  if (type != U_NON_SPACING_MARK) return false;
  UErrorCode status = U_ZERO_ERROR;
  switch (uscript_getScript(letter, &status)) {
    case USCRIPT_CYRILLIC:
      return mark == 0x0300 || mark == 0x0301 || (mark == 0x0308 && letter == 0x0435);
    case USCRIPT_LATIN:
    case USCRIPT_GREEK:
    case USCRIPT_HEBREW:
    case USCRIPT_ARABIC:
    case USCRIPT_COMMON:
    case USCRIPT_INHERITED:
      return true;
    default:
      return false;
  }
}

bool is_printable_ascii(char c) { return c >= ' ' && c <= '~'; }

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
    std::size_t plain_end = at;
    while (plain_end < bytes.size() && is_printable_ascii(bytes[plain_end])) ++plain_end;
    if (plain_end > at) {
      clean += bytes.substr(at, std::min(plain_end - at, max_bytes - clean.size()));
      if (clean.size() == max_bytes) break;
      at = plain_end;
      continue;
    }
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
  constexpr UChar32 tatweel = 0x0640;  // stretches an Arabic word, says nothing
  icu::UnicodeString bare;
  UChar32 letter = ' ';
  for (std::int32_t i = 0; i < parts.length();) {
    const UChar32 code_point = parts.char32At(i);
    i += U16_LENGTH(code_point);
    if (is_accent(code_point, letter) || code_point == tatweel) continue;
    if ((U_GET_GC_MASK(code_point) & U_GC_M_MASK) == 0) letter = code_point;
    const std::u16string_view plain = plain_letters(code_point);
    if (plain.empty()) {
      bare.append(code_point);
    } else {
      bare.append(plain.data(), static_cast<std::int32_t>(plain.size()));
    }
  }
  normalized(compose, bare).toUTF8String(folded);
  return folded;
}

}  // namespace guidepost
