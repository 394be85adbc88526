#include "indexer/source/page_head.h"

#include "core/text/utf8.h"
#include "indexer/source/front_matter.h"
#include "indexer/source/single_spaced.h"
#include "indexer/source/yaml_value.h"

#include <algorithm>
#include <utility>

namespace guidepost::indexer {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr std::size_t most_text_bytes = 300;
constexpr std::size_t most_tag_bytes = 100;
constexpr std::size_t most_tags = 50;

struct Span {
  std::string_view fields;
  std::string_view body;
  std::size_t body_line = 1;
};

std::string_view first_line_of(std::string_view text) { return text.substr(0, text.find('\n')); }

bool is_mark(std::string_view line, std::string_view mark) {
  return line.starts_with(mark) && line.find_first_not_of(" \t", mark.size()) == npos;
}

// The lines between two marks at the top; an empty body view (of no text) when they are not there.
bool split_head(std::string_view text, std::string_view mark, Span& span) {
  if (!is_mark(first_line_of(text), mark)) return false;
  const std::size_t begin = std::min(first_line_of(text).size() + 1, text.size());
  std::size_t line = 2;
  for (std::size_t at = begin; at < text.size(); ++line) {
    if (at - begin > most_front_matter_bytes) return false;
    const std::string_view here = first_line_of(text.substr(at));
    const std::size_t next = std::min(at + here.size() + 1, text.size());
    if (is_mark(here, mark) || (mark == "---" && is_mark(here, "..."))) {
      span = {text.substr(begin, at - begin), text.substr(next), line + 1};
      return true;
    }
    at = next;
  }
  return false;
}

std::string tidy(std::string_view text, std::size_t most_bytes) {
  return single_spaced(clean_utf8(text, most_bytes));
}

bool is_key(std::string_view key) {
  return !key.empty() && std::all_of(key.begin(), key.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '-';
  });
}

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t");
  if (first == npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

// "Text" -> Text. Inside quotes nothing is undone but \" and '': titles have no other.
std::string unquoted(std::string_view value) {
  value = trimmed(value);
  if (value.size() < 2 || (value[0] != '"' && value[0] != '\'') || value.back() != value[0]) {
    return std::string(value);
  }
  const char quote = value[0];
  const char escape = quote == '"' ? '\\' : '\'';
  value = value.substr(1, value.size() - 2);
  std::string text;
  for (std::size_t i = 0; i < value.size(); ++i) {
    const bool is_escape = value[i] == escape && i + 1 < value.size() &&
                           (value[i + 1] == quote || value[i + 1] == escape);
    text += value[is_escape ? ++i : i];
  }
  return text;
}

// `[one, "two"]`, or `one, two`.
std::vector<std::string> list_of(std::string_view value) {
  value = trimmed(value);
  if (value.starts_with('[')) value.remove_prefix(1);
  if (value.ends_with(']')) value.remove_suffix(1);
  std::vector<std::string> texts;
  while (!value.empty() && texts.size() < most_tags) {
    const std::size_t end = std::min(value.find(','), value.size());
    std::string text = tidy(unquoted(value.substr(0, end)), most_tag_bytes);
    if (!text.empty()) texts.push_back(std::move(text));
    value.remove_prefix(std::min(end + 1, value.size()));
  }
  return texts;
}

void set_text(PageHead& head, std::string_view key, std::string_view value) {
  std::string& field = key == "title"         ? head.title
                       : key == "description" ? head.description
                                              : head.language;
  if (field.empty()) field = tidy(value, most_text_bytes);
}

bool is_text_key(std::string_view key) {
  return key == "title" || key == "description" || key == "language" || key == "lang";
}

void set_list(PageHead& head, std::string_view key, std::vector<std::string> texts) {
  std::vector<std::string>& field = key == "tags" ? head.tags : head.keywords;
  if (field.empty()) field = std::move(texts);
}

bool is_list_key(std::string_view key) { return key == "tags" || key == "keywords"; }

void read_yaml(const YamlValue& fields, PageHead& head) {
  for (const YamlEntry& entry : fields.entries) {
    const YamlValue& value = entry.value;
    if (is_text_key(entry.key) && value.kind == YamlValue::Kind::scalar) {
      set_text(head, entry.key, value.text);
    } else if (is_list_key(entry.key) && value.kind == YamlValue::Kind::scalar) {
      set_list(head, entry.key, list_of(value.text));
    } else if (is_list_key(entry.key) && value.kind == YamlValue::Kind::list) {
      std::vector<std::string> texts;
      for (const YamlValue& item : value.items) {
        if (item.kind != YamlValue::Kind::scalar || texts.size() == most_tags) continue;
        if (std::string text = tidy(item.text, most_tag_bytes); !text.empty()) {
          texts.push_back(std::move(text));
        }
      }
      set_list(head, entry.key, std::move(texts));
    }
  }
}

// Lines `key: value` (or `key = value`) that begin at the margin. Whether there was any key.
bool read_lines(std::string_view fields, char separator, PageHead& head) {
  bool has_key = false;
  while (!fields.empty()) {
    const std::string_view line = first_line_of(fields);
    fields.remove_prefix(std::min(line.size() + 1, fields.size()));
    if (separator == '=' && line.starts_with('[')) break;  // a table: its keys are not the page's
    const std::size_t at = line.find(separator);
    if (at == npos) continue;
    const std::string_view key =
        separator == '=' ? trimmed(line.substr(0, at)) : line.substr(0, at);
    if (!is_key(key)) continue;
    has_key = true;
    if (is_text_key(key)) set_text(head, key, unquoted(line.substr(at + 1)));
    if (is_list_key(key)) set_list(head, key, list_of(line.substr(at + 1)));
  }
  return has_key;
}

}  // namespace

PageHead read_page_head(std::string_view text, ProblemList& problems) {
  PageHead head;
  head.body = text;
  Span span;
  if (split_head(text, "+++", span)) {
    if (!read_lines(span.fields, '=', head)) return head;
  } else if (split_head(text, "---", span)) {
    const auto fields = parse_yaml(span.fields, problems.file(), 2);
    if (fields && fields->kind == YamlValue::Kind::map) {
      read_yaml(*fields, head);
    } else if (fields && fields->kind != YamlValue::Kind::null) {
      return head;  // a page that begins with a rule
    } else if (!fields) {
      if (!read_lines(span.fields, ':', head)) return head;
      problems.warning(fields.error().where.line,
                       "the front matter is not YAML: " + fields.error().message,
                       "put values with a colon, a quote or a bracket in quotes");
    }
  } else {
    return head;
  }
  head.body = span.body;
  head.body_line = span.body_line;
  return head;
}

}  // namespace guidepost::indexer
