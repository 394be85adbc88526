#include "indexer/source/json_ld_value.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace guidepost::indexer {
namespace {

using nlohmann::json;

// Brackets inside texts do not count.
bool is_nested_deeper(std::string_view text, std::size_t most) {
  std::size_t depth = 0;
  bool in_text = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (in_text) {
      if (c == '\\') ++i;
      if (c == '"') in_text = false;
    } else if (c == '"') {
      in_text = true;
    } else if (c == '{' || c == '[') {
      if (++depth > most) return true;
    } else if ((c == '}' || c == ']') && depth != 0) {
      --depth;
    }
  }
  return false;
}

// "//<![CDATA[ {...} //]]>" -> "{...}". In a page the mark is "<!?CDATA[", see html_tree.cpp.
std::string_view unwrapped(std::string_view script) {
  constexpr std::string_view mark = "CDATA[";
  const std::size_t wrapped = script.find(mark);
  if (wrapped != std::string_view::npos && wrapped < script.find_first_of("{\"")) {
    script.remove_prefix(wrapped + mark.size());
    script = script.substr(0, script.rfind("]]>"));
  }
  const std::size_t first = script.find_first_of("{[");
  const std::size_t last = script.find_last_of("}]");
  if (first == std::string_view::npos || last == std::string_view::npos || last < first) {
    return script;
  }
  return script.substr(first, last - first + 1);
}

}  // namespace

json parse_json_ld(std::string_view script, std::size_t deepest) {
  std::string text(unwrapped(script));
  std::replace_if(
      text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20U; }, ' ');
  if (is_nested_deeper(text, deepest)) return json(json::value_t::discarded);
  return json::parse(text, nullptr, false);
}

bool is_type(const json& object, std::string_view type) {
  for (const json* value : each_of(member(object, "@type"))) {
    const auto* name = value->get_ptr<const std::string*>();
    if (name == nullptr) continue;
    const std::size_t mark = name->find_last_of("/:#");
    const std::string_view last =
        std::string_view(*name).substr(mark == std::string::npos ? 0 : mark + 1);
    if (last == type) return true;
  }
  return false;
}

const json& member(const json& object, const char* key) {
  static const json none;
  if (!object.is_object()) return none;
  const auto found = object.find(key);
  return found == object.end() ? none : *found;
}

std::vector<const json*> each_of(const json& value) {
  std::vector<const json*> values;
  if (value.is_array()) {
    values.reserve(value.size());
    for (const json& entry : value) values.push_back(&entry);
  } else if (!value.is_null()) {
    values.push_back(&value);
  }
  return values;
}

std::string_view text_of(const json& value) {
  for (const json* entry : each_of(value)) {
    if (const auto* text = entry->get_ptr<const std::string*>()) return *text;
    for (const char* key : {"name", "@value", "text"}) {
      if (const auto* text = member(*entry, key).get_ptr<const std::string*>()) return *text;
    }
  }
  return {};
}

std::optional<double> number_of(const json& value) {
  double number = 0;
  if (value.is_number()) {
    number = value.get<double>();
  } else if (const auto* text = value.get_ptr<const std::string*>()) {
    std::string digits = *text;
    std::erase(digits, ',');
    const bool is_number = !digits.empty() && digits.size() < 20 &&
                           digits.find_first_not_of("0123456789.") == std::string::npos;
    if (!is_number) return std::nullopt;
    char* end = nullptr;
    number = std::strtod(digits.c_str(), &end);
    if (*end != '\0') return std::nullopt;
  } else {
    return std::nullopt;
  }
  if (!std::isfinite(number)) return std::nullopt;
  return number;
}

}  // namespace guidepost::indexer
