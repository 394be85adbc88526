#include "indexer/source/kebab_case.h"

#include "core/text/utf8.h"

namespace guidepost::indexer {
namespace {

bool is_id_character(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

}  // namespace

bool is_kebab_case(std::string_view text) {
  if (text.empty() || text.size() > most_id_bytes) return false;
  char before = '-';
  for (const char c : text) {
    if (!is_id_character(c) && (c != '-' || before == '-')) return false;
    before = c;
  }
  return before != '-';
}

std::string kebab_case(std::string_view text) {
  std::string id;
  bool gap = false;
  for (const char c : fold(text)) {
    if (!is_id_character(c)) {
      gap = c != '\'' || gap;  // "what's next" -> "whats-next"
      continue;
    }
    if (id.size() + 2 > most_id_bytes) break;
    if (gap && !id.empty()) id += '-';
    gap = false;
    id += c;
  }
  return id;
}

}  // namespace guidepost::indexer
