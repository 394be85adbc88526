#include "indexer/source/yaml_fields.h"

#include "core/text/edit_distance.h"

#include <algorithm>
#include <charconv>
#include <system_error>
#include <unordered_map>
#include <utility>

namespace guidepost::indexer {
namespace {

std::string in_backticks(std::string_view text) { return "`" + std::string(text) + "`"; }

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\n") == text.npos; }

}  // namespace

YamlFields::YamlFields(const YamlValue& map, std::span<const std::string_view> known,
                       ProblemList& problems)
    : map_(map), problems_(problems) {
  std::unordered_map<std::string_view, std::size_t> lines;
  for (const YamlEntry& entry : map.entries) {
    const auto [first, is_new] = lines.emplace(entry.key, entry.line);
    if (!is_new) {
      problems_.error(entry.line, "the key " + in_backticks(entry.key) + " is given twice",
                      "keep one; the first is in line " + std::to_string(first->second));
    } else if (std::find(known.begin(), known.end(), entry.key) == known.end()) {
      problems_.error(entry.line, "unknown key " + in_backticks(entry.key),
                      nearest_hint(entry.key, known));
    }
  }
}

const YamlEntry* YamlFields::entry(std::string_view key) const {
  const auto found = std::find_if(map_.entries.begin(), map_.entries.end(),
                                  [&](const YamlEntry& entry) { return entry.key == key; });
  return found == map_.entries.end() ? nullptr : &*found;
}

const YamlValue* YamlFields::find(std::string_view key, Need need) const {
  const YamlEntry* found = entry(key);
  if (found != nullptr && found->value.kind != YamlValue::Kind::null) return &found->value;
  if (need == Need::required) {
    problems_.error(line_of(key), (found ? "no value for " : "no ") + in_backticks(key),
                    found ? "write it after the colon"
                          : "add a line " + in_backticks(std::string(key) + ": ..."));
  }
  return nullptr;
}

std::size_t YamlFields::line_of(std::string_view key) const {
  const YamlEntry* found = entry(key);
  return found == nullptr ? map_.line : found->line;
}

std::string YamlFields::text(std::string_view key, Need need, std::size_t most_bytes) const {
  const YamlValue* value = find(key, need);
  if (value == nullptr) return {};
  if (!is_text(*value)) {
    problems_.error(value->line,
                    in_backticks(key) + " is " + std::string(form_of(*value)) + ", not text",
                    value->kind == YamlValue::Kind::scalar
                        ? "put it in quotes: `" + std::string(key) + ": \"" + value->text + "\"`"
                        : "write `" + std::string(key) + ": text`");
    return {};
  }
  if (is_blank(value->text)) {
    problems_.error(value->line, in_backticks(key) + " is empty",
                    "write a text or remove the line");
    return {};
  }
  if (value->text.size() > most_bytes) {
    problems_.error(value->line,
                    in_backticks(key) + " has " + std::to_string(value->text.size()) + " bytes",
                    "at most " + std::to_string(most_bytes) + " are allowed");
    return {};
  }
  return value->text;
}

const YamlValue* YamlFields::list(std::string_view key, Need need, std::string_view form) const {
  const YamlValue* value = find(key, need);
  if (value == nullptr || value->kind == YamlValue::Kind::list) return value;
  problems_.error(value->line,
                  in_backticks(key) + " is " + std::string(form_of(*value)) + ", not a list",
                  "write " + in_backticks(std::string(key) + ": " + std::string(form)));
  return nullptr;
}

std::vector<LineText> YamlFields::texts(std::string_view key) const {
  std::vector<LineText> texts;
  const YamlValue* value = list(key, Need::optional, "[one, two]");
  if (value == nullptr) return texts;
  for (const YamlValue& item : value->items) {
    if (!is_text(item)) {
      problems_.error(
          item.line,
          "an item of " + in_backticks(key) + " is " + std::string(form_of(item)) + ", not text",
          item.kind == YamlValue::Kind::scalar
              ? "put it in quotes: \"" + item.text + "\""
              : "write " + in_backticks(std::string(key) + ": [one, two]"));
    } else if (is_blank(item.text)) {
      problems_.error(item.line, "an item of " + in_backticks(key) + " is empty", "remove it");
    } else {
      texts.push_back({item.text, item.line});
    }
  }
  return texts;
}

std::optional<int> YamlFields::number(std::string_view key, Need need, int low, int high) const {
  const YamlValue* value = find(key, need);
  if (value == nullptr) return std::nullopt;
  const std::string range =
      "write a whole number from " + std::to_string(low) + " to " + std::to_string(high);
  const std::string& text = value->text;
  int number = 0;
  const auto [end, status] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (value->kind != YamlValue::Kind::scalar || value->style == YamlValue::Style::quoted ||
      status == std::errc::invalid_argument || end != text.data() + text.size()) {
    const bool is_number = form_of(*value) == "a number";
    problems_.error(value->line,
                    in_backticks(key) + " is " + (is_number ? text : std::string(form_of(*value))) +
                        ", not a whole number",
                    range + (value->style == YamlValue::Style::quoted ? ", without quotes" : ""));
    return std::nullopt;
  }
  if (status != std::errc{} || number < low || number > high) {
    problems_.error(value->line, in_backticks(key) + " is " + text, range);
    return std::nullopt;
  }
  return number;
}

bool YamlFields::flag(std::string_view key) const {
  const YamlValue* value = find(key);
  if (value == nullptr) return false;
  if (value->kind == YamlValue::Kind::scalar && value->style == YamlValue::Style::plain) {
    if (value->text == "true") return true;
    if (value->text == "false") return false;
  }
  problems_.error(value->line, in_backticks(key) + " is neither true nor false",
                  "write " + in_backticks(std::string(key) + ": true") + " or remove the line");
  return false;
}

std::vector<std::string> without_lines(std::vector<LineText> texts) {
  std::vector<std::string> plain;
  plain.reserve(texts.size());
  for (LineText& item : texts) plain.push_back(std::move(item.text));
  return plain;
}

std::string nearest_hint(std::string_view typed, std::span<const std::string_view> known) {
  if (const std::string near = nearest(typed, known); !near.empty()) {
    return "did you mean " + in_backticks(near) + "?";
  }
  std::string list;
  for (const std::string_view name : known) list += (list.empty() ? "" : ", ") + std::string(name);
  return "one of: " + list;
}

}  // namespace guidepost::indexer
