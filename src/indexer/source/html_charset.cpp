#include "indexer/source/html_charset.h"

#include "core/text/utf8.h"

#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>

namespace guidepost::indexer {
namespace {

constexpr std::size_t head_bytes = 4096;

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

std::string lower_case(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(), lower);
  return result;
}

struct Label {
  std::string_view label;  // what pages say
  const char* name;        // what browsers take it for
};

// Where the WHATWG's Encoding Standard and ICU do not mean the same by a name.
constexpr std::array<Label, 17> labels{
    {{"ascii", "windows-1252"},
     {"us-ascii", "windows-1252"},
     {"iso-8859-1", "windows-1252"},
     {"iso8859-1", "windows-1252"},
     {"latin1", "windows-1252"},
     {"iso-8859-9", "windows-1254"},
     {"iso-8859-11", "windows-874"},
     {"tis-620", "windows-874"},
     {"gb2312", "gb18030"},
     {"gbk", "gb18030"},
     {"euc-kr", "windows-949"},
     {"ks_c_5601-1987", "windows-949"},
     {"shift_jis", "windows-31j"},
     {"sjis", "windows-31j"},
     {"utf-16", "utf-8"},  // or the declaration could not be read
     {"utf-16le", "utf-8"},
     {"utf-16be", "utf-8"}}};

std::string converter_name(std::string_view label) {
  std::string name = lower_case(label);
  const auto known = std::find_if(labels.begin(), labels.end(),
                                  [&](const Label& entry) { return entry.label == name; });
  return known == labels.end() ? name : std::string(known->name);
}

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};

// Nothing for a name that ICU does not know.
std::optional<std::string> converted(std::string_view bytes, const std::string& name) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, CloseConverter> converter(ucnv_open(name.c_str(), &status));
  if (U_FAILURE(status)) return std::nullopt;
  const icu::UnicodeString text(bytes.data(), static_cast<std::int32_t>(bytes.size()),
                                converter.get(), status);
  if (U_FAILURE(status)) return std::nullopt;
  std::string utf8;
  text.toUTF8String(utf8);
  return utf8;
}

std::size_t line_at(std::string_view bytes, std::size_t offset) {
  const std::string_view above = bytes.substr(0, offset);
  return 1 + static_cast<std::size_t>(std::count(above.begin(), above.end(), '\n'));
}

// What stands behind `charset` and `=` in one tag.
std::string_view charset_in(std::string_view tag) {
  constexpr std::string_view white = " \t\n\f\r";
  const std::string small = lower_case(tag);
  for (std::size_t at = 0; (at = small.find("charset", at)) != std::string::npos;) {
    at += std::string_view("charset").size();
    const std::size_t sign = small.find_first_not_of(white, at);
    if (sign == std::string::npos || small[sign] != '=') continue;
    std::size_t begin = small.find_first_not_of(white, sign + 1);
    if (begin == std::string::npos) return {};
    if (small[begin] == '"' || small[begin] == '\'') ++begin;
    const std::size_t end = std::min(small.find_first_of(" \t\n\f\r\"';/>", begin), small.size());
    return tag.substr(begin, end - begin);
  }
  return {};
}

}  // namespace

std::string_view declared_charset(std::string_view html) {
  const std::string_view head = html.substr(0, head_bytes);
  const std::string small = lower_case(head);
  for (std::size_t at = 0; (at = small.find('<', at)) != std::string::npos; ++at) {
    if (small.compare(at, 4, "<!--") == 0) {
      at = small.find("-->", at + 2);  // <!--> is a whole one
      if (at == std::string::npos) return {};
    } else if (small.compare(at, 5, "<meta") == 0) {
      const std::size_t end = std::min(small.find('>', at), small.size());
      if (const auto name = charset_in(head.substr(at, end - at)); !name.empty()) return name;
    }
  }
  return {};
}

std::optional<std::string> html_utf8(std::string_view bytes, ProblemList& problems) {
  if (bytes.starts_with("\xFF\xFE")) return converted(bytes.substr(2), "UTF-16LE");
  if (bytes.starts_with("\xFE\xFF")) return converted(bytes.substr(2), "UTF-16BE");
  const bool has_mark = bytes.starts_with("\xEF\xBB\xBF");
  if (has_mark) bytes.remove_prefix(3);
  const std::string_view declared = has_mark ? "utf-8" : declared_charset(bytes);
  const std::string name = converter_name(declared.empty() ? "utf-8" : declared);
  if (name != "utf-8" && name != "utf8") {
    if (auto text = converted(bytes, name)) return text;
    problems.error(line_at(bytes, static_cast<std::size_t>(declared.data() - bytes.data())),
                   "unknown charset `" + clean_utf8(declared, 40) + "`",
                   "save the page as UTF-8 and write <meta charset=\"utf-8\">");
    return std::nullopt;
  }
  if (const auto bad = first_invalid_utf8(bytes)) {
    const std::size_t line = line_at(bytes, *bad);
    if (declared.empty()) {
      problems.error(line, "not UTF-8, and the page names no charset",
                     "save it as UTF-8, or write <meta charset=\"...\"> at its beginning");
      return std::nullopt;
    }
    problems.warning(line, "not UTF-8, as the page says it is", "save the page as UTF-8");
  }
  return std::string(bytes);
}

}  // namespace guidepost::indexer
