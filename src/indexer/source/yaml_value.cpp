#include "indexer/source/yaml_value.h"

#include "indexer/source/single_spaced.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <array>
#include <sstream>
#include <utility>

namespace guidepost::indexer {
namespace {

constexpr std::size_t deepest_nesting = 8;  // the grammar needs three

// yaml-cpp counts lines from 0, and says -1 where it does not know.
std::size_t line_of(const YAML::Mark& mark, std::size_t first_line) {
  return mark.line < 0 ? first_line : first_line + static_cast<std::size_t>(mark.line);
}

bool is_control(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (byte < 0x20 && c != '\t' && c != '\n') || byte == 0x7F;
}

// Builds the tree from yaml-cpp's events. It refuses by throwing what the parser itself throws, so there is one way out.
class TreeBuilder : public YAML::EventHandler {
 public:
  explicit TreeBuilder(std::size_t first_line) : first_line_(first_line) {
    root_.line = first_line;
  }

  YamlValue take() && { return std::move(root_); }

  void OnDocumentStart(const YAML::Mark&) override {}
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    refuse_anchor(mark, anchor);
    add(mark, {});
  }

  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
    throw YAML::ParserException(mark, "an alias (`*name`) is not allowed: write the value out");
  }

  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    refuse_anchor(mark, anchor);
    YamlValue scalar;
    scalar.kind = YamlValue::Kind::scalar;
    scalar.style = tag == "?" ? YamlValue::Style::plain : YamlValue::Style::quoted;
    scalar.text = single_spaced(value);
    // The file has none, but "\0" in quotes makes one.
    if (std::any_of(value.begin(), value.end(), is_control)) {
      throw YAML::ParserException(mark, "a control character in the text");
    }
    add(mark, std::move(scalar));
  }

  void OnSequenceStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    open(mark, anchor, YamlValue::Kind::list);
  }
  void OnMapStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    open(mark, anchor, YamlValue::Kind::map);
  }
  void OnSequenceEnd() override { close(); }
  void OnMapEnd() override { close(); }

 private:
  struct Open {
    YamlValue value;
    bool key_next = true;  // in a map: what comes is a key
  };

  static void refuse_anchor(const YAML::Mark& mark, YAML::anchor_t anchor) {
    if (anchor == YAML::NullAnchor) return;
    throw YAML::ParserException(mark, "an anchor (`&name`) is not allowed: quote the text");
  }

  void open(const YAML::Mark& mark, YAML::anchor_t anchor, YamlValue::Kind kind) {
    refuse_anchor(mark, anchor);
    if (!open_.empty() && open_.back().value.kind == YamlValue::Kind::map &&
        open_.back().key_next) {
      throw YAML::ParserException(mark, "a key must be text");
    }
    if (open_.size() >= deepest_nesting) throw YAML::ParserException(mark, "nested too deeply");
    YamlValue value;
    value.kind = kind;
    value.line = line_of(mark, first_line_);
    open_.push_back({std::move(value)});
  }

  void close() {
    YamlValue value = std::move(open_.back().value);
    open_.pop_back();
    place(std::move(value));
  }

  void add(const YAML::Mark& mark, YamlValue value) {
    value.line = line_of(mark, first_line_);
    place(std::move(value));
  }

  void place(YamlValue value) {
    if (open_.empty()) {
      root_ = std::move(value);
      return;
    }
    Open& parent = open_.back();
    if (parent.value.kind == YamlValue::Kind::list) {
      parent.value.items.push_back(std::move(value));
    } else if (parent.key_next) {
      parent.value.entries.push_back({std::move(value.text), {}, value.line});
      parent.key_next = false;
    } else {
      parent.value.entries.back().value = std::move(value);
      parent.key_next = true;
    }
  }

  std::size_t first_line_;
  std::vector<Open> open_;
  YamlValue root_;
};

// yaml-cpp takes some tabs for spaces and others not; YAML allows none. Nothing when there is none, else its line from 0.
Result<void> refuse_tabs(std::string_view yaml, const std::string& file, std::size_t first_line) {
  std::size_t line = first_line;
  for (std::size_t begin = 0; begin < yaml.size(); ++line) {
    const std::size_t end = std::min(yaml.find('\n', begin), yaml.size());
    const std::string_view text = yaml.substr(begin, end - begin);
    const std::size_t first = text.find_first_not_of(" \t");
    if (first != std::string_view::npos && text.substr(0, first).find('\t') != text.npos) {
      return failure(ErrorCode::bad_input, "a tab before the text", "indent with spaces",
                     {file, line});
    }
    begin = end + 1;
  }
  return {};
}

bool is_number(std::string_view text) {
  if (text.starts_with('-') || text.starts_with('+')) text.remove_prefix(1);
  constexpr std::array named{".inf", ".Inf", ".INF", ".nan", ".NaN", ".NAN"};
  if (std::find(named.begin(), named.end(), text) != named.end()) return true;
  if (text.starts_with("0x")) {
    return text.size() > 2 && text.find_first_not_of("0123456789abcdefABCDEF", 2) == text.npos;
  }
  std::size_t i = 0;
  const auto digits = [&] {
    const std::size_t from = i;
    while (i < text.size() && text[i] >= '0' && text[i] <= '9') ++i;
    return i - from;
  };
  std::size_t count = digits();
  if (i < text.size() && text[i] == '.') {
    ++i;
    count += digits();
  }
  if (count == 0) return false;
  if (i < text.size() && (text[i] == 'e' || text[i] == 'E')) {
    ++i;
    if (i < text.size() && (text[i] == '-' || text[i] == '+')) ++i;
    if (digits() == 0) return false;
  }
  return i == text.size();
}

bool is_truth(std::string_view text) {
  constexpr std::array words{"true", "True", "TRUE", "false", "False", "FALSE"};
  return std::find(words.begin(), words.end(), text) != words.end();
}

}  // namespace

Result<YamlValue> parse_yaml(std::string_view yaml, const std::string& file,
                             std::size_t first_line) {
  if (const auto clean = refuse_tabs(yaml, file, first_line); !clean) return failure(clean.error());
  // Before a line feed at the end yaml-cpp takes a quote that nobody closed for closed.
  yaml = yaml.substr(0, yaml.find_last_not_of(" \n") + 1);
  try {
    std::istringstream stream{std::string(yaml)};
    YAML::Parser parser(stream);
    TreeBuilder tree(first_line);
    parser.HandleNextDocument(tree);
    TreeBuilder second(first_line);
    if (parser.HandleNextDocument(second)) {
      return failure(ErrorCode::bad_input, "a second YAML document",
                     "remove the line `---` or `...` between them", {file, first_line});
    }
    return std::move(tree).take();
  } catch (const YAML::Exception& exception) {
    return failure(ErrorCode::bad_input, "not valid YAML: " + exception.msg,
                   "quote text that holds `: `, ` #` or begins with a sign, and check the indent",
                   {file, line_of(exception.mark, first_line)});
  }
}

bool is_text(const YamlValue& value) {
  if (value.kind != YamlValue::Kind::scalar) return false;
  return value.style == YamlValue::Style::quoted ||
         (!is_number(value.text) && !is_truth(value.text));
}

std::string_view form_of(const YamlValue& value) {
  switch (value.kind) {
    case YamlValue::Kind::null:
      return "nothing";
    case YamlValue::Kind::list:
      return "a list";
    case YamlValue::Kind::map:
      return "a mapping (`key: value`)";
    case YamlValue::Kind::scalar:
      break;
  }
  if (is_text(value)) return "text";
  return is_truth(value.text) ? "true or false" : "a number";
}

}  // namespace guidepost::indexer
