#include "indexer/source/source_text.h"

#include "core/text/utf8.h"
#include "indexer/source/input_file.h"

#include <algorithm>
#include <optional>

namespace guidepost::indexer {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

std::size_t line_at(std::string_view bytes, std::size_t offset) {
  const auto end = bytes.begin() + static_cast<std::ptrdiff_t>(offset);
  return 1 + static_cast<std::size_t>(std::count(bytes.begin(), end, '\n'));
}

std::string hex(unsigned value) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  return {digits[(value >> 4U) & 15U], digits[value & 15U]};
}

struct ControlCharacter {
  std::size_t offset;
  unsigned code;
};

// C0 but tab and line ends, DEL, and C1 (two bytes in UTF-8: C2 80 to C2 9F).
std::optional<ControlCharacter> first_control(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if ((byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r') || byte == 0x7F) {
      return ControlCharacter{i, byte};
    }
    if (byte == 0xC2 && i + 1 < text.size()) {
      const auto second = static_cast<unsigned char>(text[i + 1]);
      if (second < 0xA0) return ControlCharacter{i, second};
    }
  }
  return std::nullopt;
}

// CRLF and a lone CR become LF, so that nothing after this knows about line ends.
std::string with_line_feeds(std::string_view text) {
  std::string lines;
  lines.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\r') {
      lines += text[i];
    } else if (i + 1 == text.size() || text[i + 1] != '\n') {
      lines += '\n';
    }
  }
  return lines;
}

}  // namespace

Result<std::string> source_text(std::string_view bytes, const std::string& file) {
  if (bytes.size() > most_source_bytes) {
    return failure(ErrorCode::bad_input,
                   "larger than " + std::to_string(most_source_bytes) + " bytes",
                   "split it into several files", {file, 0});
  }
  if (bytes.starts_with(byte_order_mark)) bytes.remove_prefix(byte_order_mark.size());
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
    return failure(ErrorCode::bad_input, "UTF-16, not UTF-8", "save the file as UTF-8", {file, 1});
  }
  if (const auto bad = first_invalid_utf8(bytes)) {
    const auto byte = static_cast<unsigned char>(bytes[*bad]);
    return failure(ErrorCode::bad_input, "not UTF-8 (byte 0x" + hex(byte) + ")",
                   "save the file as UTF-8", {file, line_at(bytes, *bad)});
  }
  if (const auto control = first_control(bytes)) {
    return failure(ErrorCode::bad_input, "control character U+00" + hex(control->code), "remove it",
                   {file, line_at(bytes, control->offset)});
  }
  return with_line_feeds(bytes);
}

Result<std::string> read_source_text(const std::filesystem::path& path) {
  const auto bytes = read_input(path, most_source_bytes);
  if (!bytes) return failure(bytes.error());
  return source_text(*bytes, path.string());
}

}  // namespace guidepost::indexer
