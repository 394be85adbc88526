// A YAML mapping read key by key, each with the type its reader expects; what is wrong goes to the problem list with its line.
//
// A reader that finds something wrong reports it and returns an empty value, so that reading goes on and the author sees all of it.
#pragma once

#include "indexer/source/problem_list.h"
#include "indexer/source/yaml_value.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace guidepost::indexer {

enum class Need { required, optional };

/// A text of a list, and where it stands.
struct LineText {
  std::string text;
  std::size_t line = 0;
};

class YamlFields {
 public:
  /// Reports unknown keys (naming the nearest of `known`) and repeated ones. REQUIRES: `map` is a map. `map` and `problems` must
  /// outlive the fields.
  YamlFields(const YamlValue& map, std::span<const std::string_view> known, ProblemList& problems);

  /// The value of a key; nullptr when it is missing, reported if it is required. A key without a value counts as missing.
  const YamlValue* find(std::string_view key, Need need = Need::optional) const;

  /// The line of the key, or of the mapping where there is no such key.
  std::size_t line_of(std::string_view key) const;

  /// Text of 1 to `most_bytes` bytes; empty when there is none.
  std::string text(std::string_view key, Need need, std::size_t most_bytes) const;

  /// A list of texts that are not empty.
  std::vector<LineText> texts(std::string_view key) const;

  /// A whole number from `low` to `high`.
  std::optional<int> number(std::string_view key, Need need, int low, int high) const;

  /// true or false; false when there is none.
  bool flag(std::string_view key) const;

  /// A list; nullptr when there is none. `form` shows one item in the hint: "- {id: python, importance: 4}".
  const YamlValue* list(std::string_view key, Need need, std::string_view form) const;

  ProblemList& problems() const { return problems_; }

 private:
  const YamlEntry* entry(std::string_view key) const;

  const YamlValue& map_;
  ProblemList& problems_;
};

/// The texts without their lines.
std::vector<std::string> without_lines(std::vector<LineText> texts);

/// "did you mean `python`?", or "one of: a, b, c" when nothing is near.
std::string nearest_hint(std::string_view typed, std::span<const std::string_view> known);

}  // namespace guidepost::indexer
