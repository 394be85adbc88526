// UTF-8 from outside: any bytes in, valid and comparable text out.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace guidepost {

struct CodePoint {
  std::int32_t value = -1;  // negative where the bytes are ill-formed
  std::size_t end = 0;      // offset behind it; always larger than where it began
};

/// The code point that begins at `at`, which must be inside the text.
CodePoint code_point_at(std::string_view text, std::size_t at);

/// Whether it is a mark on the character before ("e" and U+0301 are one character to a reader). False for a negative value.
bool is_accent(std::int32_t code_point);

/// The offset of the first byte that is not part of well-formed UTF-8; nothing when all of it is.
std::optional<std::size_t> first_invalid_utf8(std::string_view bytes);

/// `bytes` with every ill-formed sequence and every control character but tab and line feed replaced by a space, cut to at most
/// `max_bytes` on a character border.
std::string clean_utf8(std::string_view bytes, std::size_t max_bytes = std::string_view::npos);

/// The form in which words are compared: compatibility-normalised, case-folded, without accents ("Résumé" -> "resume", "ﬁ" -> "fi",
/// "ß" -> "ss", "Łódź" -> "lodz"). Marks that make another letter stay: "й", "が", the vowels of Hindi and Thai. Ill-formed bytes become U+FFFD.
std::string fold(std::string_view utf8);

}  // namespace guidepost
