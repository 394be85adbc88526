#include "indexer/source/front_matter.h"

#include <algorithm>
#include <utility>

namespace guidepost::indexer {
namespace {

bool is_fence(std::string_view line) {
  return line.starts_with("---") && line.find_first_not_of(" \t", 3) == std::string_view::npos;
}

std::string_view first_line_of(std::string_view text) { return text.substr(0, text.find('\n')); }

}  // namespace

Result<FrontMatter> read_front_matter(std::string_view text, const std::string& file) {
  constexpr const char* form = "begin with `---`, lines like `id: my-id`, and `---`";
  if (text.find_first_not_of(" \t\n") == std::string_view::npos) {
    return failure(ErrorCode::bad_input, "the file is empty", form, {file, 1});
  }
  if (!is_fence(first_line_of(text))) {
    return failure(ErrorCode::bad_input, "no front matter: the first line is not `---`", form,
                   {file, 1});
  }
  const std::size_t yaml_begin = std::min(text.find('\n'), text.size() - 1) + 1;
  std::size_t line = 2;
  std::size_t begin = yaml_begin;
  while (begin < text.size() && !is_fence(first_line_of(text.substr(begin)))) {
    begin += first_line_of(text.substr(begin)).size() + 1;
    ++line;
  }
  if (begin >= text.size()) {
    return failure(ErrorCode::bad_input, "the front matter is not closed",
                   "add a line `---` after it", {file, 1});
  }
  const std::string_view yaml = text.substr(yaml_begin, begin - yaml_begin);
  if (yaml.size() > most_front_matter_bytes) {
    return failure(ErrorCode::bad_input,
                   "front matter larger than " + std::to_string(most_front_matter_bytes) + " bytes",
                   "move text to the body", {file, 1});
  }
  auto fields = parse_yaml(yaml, file, 2);
  if (!fields) return failure(std::move(fields).error());
  if (fields->kind == YamlValue::Kind::null) {
    fields->kind = YamlValue::Kind::map;  // empty front matter: every required key is missing
    fields->line = 1;
  }
  if (fields->kind != YamlValue::Kind::map) {
    return failure(ErrorCode::bad_input,
                   "the front matter is " + std::string(form_of(*fields)) + ", not keys and values",
                   "write lines like `id: my-id`", {file, fields->line});
  }
  const std::size_t close = begin + first_line_of(text.substr(begin)).size();
  return FrontMatter{std::move(*fields), text.substr(std::min(close + 1, text.size())), line + 1};
}

}  // namespace guidepost::indexer
