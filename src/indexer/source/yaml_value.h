// YAML as a plain tree with line numbers: the subset that people write by hand.
//
// Anchors and aliases are refused, so ten lines cannot grow into a billion; so are tabs before text, keys that are not plain text, a
// second document, and nesting deeper than anything the grammar has. yaml-cpp and its exceptions do not leave yaml_value.cpp.
#pragma once

#include "core/result.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace guidepost::indexer {

struct YamlEntry;

struct YamlValue {
  enum class Kind { null, scalar, list, map };
  enum class Style { plain, quoted };  // quoted: "12" is text where 12 is a number

  Kind kind = Kind::null;
  Style style = Style::plain;
  std::string text;              // of a scalar, single_spaced()
  std::vector<YamlValue> items;  // of a list
  std::vector<YamlEntry>
      entries;  // of a map, in the order of the file; a repeated key is there twice
  std::size_t line = 0;
};

struct YamlEntry {
  std::string key;
  YamlValue value;
  std::size_t line = 0;
};

/// The one document in `yaml`; an empty one is null. Lines count from `first_line` (where `yaml` begins in `file`). bad_input, with
/// the line, for anything else.
Result<YamlValue> parse_yaml(std::string_view yaml, const std::string& file,
                             std::size_t first_line);

/// Whether a scalar is text: quoted, or neither a number nor true/false (YAML 1.2, so `no` is text).
bool is_text(const YamlValue& value);

/// What stands there, for a message: "a number", "a list".
std::string_view form_of(const YamlValue& value);

}  // namespace guidepost::indexer
