#include "indexer/source/page_markup.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>

namespace guidepost::indexer {
namespace {

constexpr auto npos = std::string_view::npos;
constexpr std::size_t most_tag_bytes =
    2'048;                                    // of JSX, so that a brace nobody closes costs no more
constexpr std::size_t most_mark_bytes = 512;  // between braces
constexpr std::size_t telling_title = 20;     // bytes; "Note" and "Expert tip" tell nothing

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t");
  if (first == npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

// The run of backticks or tildes that begins a fence; empty for any other line.
std::string_view fence_of(std::string_view line) {
  const std::size_t first = line.find_first_not_of(" \t>");
  if (first == npos || (line[first] != '`' && line[first] != '~')) return {};
  const std::size_t end = std::min(line.find_first_not_of(line[first], first), line.size());
  const std::string_view fence = line.substr(first, end - first);
  if (fence.size() < 3) return {};
  return fence[0] == '`' && line.find('`', end) != npos ? std::string_view{} : fence;
}

bool closes(std::string_view line, std::string_view fence) {
  const std::string_view own = fence_of(line);
  if (own.size() < fence.size() || own[0] != fence[0]) return false;
  const auto behind = static_cast<std::size_t>(own.data() + own.size() - line.data());
  return trimmed(line.substr(behind)).empty();
}

bool is_import(std::string_view line) {
  if (!line.starts_with("import ") && !line.starts_with("import{")) return false;
  const char last = trimmed(line).back();
  return last == '\'' || last == '"' || last == ';' || last == '{';
}

bool is_export(std::string_view line) {
  constexpr std::array<std::string_view, 8> forms{
      "export const ", "export let ",   "export var ", "export default ",
      "export {",      "export class ", "export * ",   "export function "};
  return line.starts_with("export async ") ||
         std::any_of(forms.begin(), forms.end(),
                     [&](std::string_view form) { return line.starts_with(form); });
}

bool is_contents_mark(std::string_view line) {
  return line == "[TOC]" || line == "[toc]" || line == "[[_TOC_]]" || line == "[[toc]]";
}

// The title of `:::tip Title`, `:::tip[Title]`, `!!! note "Title"`; nothing for any other line.
std::optional<std::string_view> admonition_title(std::string_view line) {
  if (!line.starts_with(":::") && !line.starts_with("!!! ") && !line.starts_with("??? ") &&
      !line.starts_with("???+ ")) {
    return std::nullopt;
  }
  line.remove_prefix(std::min(line.find_first_not_of(":!?+ "), line.size()));
  line.remove_prefix(std::min(line.find_first_of(" [{"), line.size()));
  if (line.starts_with('{')) return "";
  const std::size_t first = line.find_first_not_of(" [\"");
  const std::size_t last = line.find_last_not_of(" ]\"");
  return first == npos || last < first ? "" : line.substr(first, last - first + 1);
}

class Cleaner {
 public:
  explicit Cleaner(std::string_view text) : text_(text) { clean_.reserve(text.size()); }

  std::string clean() && {
    while (at_ < text_.size()) {
      const std::size_t end = std::min(text_.find('\n', at_), text_.size());
      read_line(text_.substr(at_, end - at_));
      if (at_ < text_.size()) clean_ += text_[at_++];  // the line feed
    }
    return std::move(clean_);
  }

 private:
  // Reads from at_ to the line's end, or further where a mark spans lines.
  void read_line(std::string_view line) {
    const std::string_view words = trimmed(line);
    const bool after_blank = after_blank_;
    after_blank_ = words.empty();
    if (!fence_.empty()) {
      if (closes(line, fence_)) fence_ = {};
      copy(line.size());
    } else if (in_module_ && !words.empty()) {
      drop(line.size());
    } else if (after_blank && !words.empty() && (is_import(line) || is_export(line))) {
      in_module_ = true;  // MDX: up to the next blank line
      drop(line.size());
    } else if (const auto fence = fence_of(line); !fence.empty()) {
      fence_ = fence;
      copy(line.size());
    } else if (const auto title = admonition_title(words)) {
      if (title->size() >= telling_title) clean_ += *title;
      drop(line.size());
    } else if (is_contents_mark(words)) {
      drop(line.size());
    } else {
      in_module_ = false;
      read_words(line);
    }
  }

  void read_words(std::string_view line) {
    if (const std::size_t mark = line.find("> [!"); mark < 4) {
      copy(mark + 1);
      drop(line.size() - mark - 1);
      return;
    }
    const std::size_t begin = at_;
    while (at_ < text_.size() && text_[at_] != '\n') {
      const char c = text_[at_];
      const std::string_view rest = text_.substr(at_);
      if (c == '\\' && rest.size() > 1 && rest[1] != '\n') {
        copy(2);
      } else if (c == '`') {
        copy(size_of_code(rest));
      } else if (c == '{') {
        pass_mark(rest);
      } else if (c == '<') {
        pass_tag(rest, trimmed(text_.substr(begin, at_ - begin)).empty());
      } else if (c == '[' && rest.starts_with("[^")) {
        pass_footnote(rest);
      } else {
        copy(1);
      }
    }
  }

  // Of code between backticks on one line, or of the run of backticks alone.
  static std::size_t size_of_code(std::string_view rest) {
    const std::size_t line = std::min(rest.find('\n'), rest.size());
    const std::size_t run = std::min(rest.find_first_not_of('`'), line);
    for (std::size_t at = run; (at = rest.substr(0, line).find('`', at)) != npos;) {
      const std::size_t end = std::min(rest.find_first_not_of('`', at), line);
      if (end - at == run) return end;
      at = end;
    }
    return run;
  }

  void pass_mark(std::string_view rest) {
    struct Mark {
      std::string_view begin, end;
    };
    constexpr std::array<Mark, 4> marks{{{"{%", "%}"}, {"{{", "}}"}, {"{/*", "*/}"}, {"{:", "}"}}};
    for (const Mark& mark : marks) {
      if (!rest.starts_with(mark.begin)) continue;
      const std::size_t end = rest.substr(0, most_mark_bytes).find(mark.end, mark.begin.size());
      const bool is_one_line = mark.begin != "{/*";
      if (end == npos || (is_one_line && rest.substr(0, end).find('\n') != npos)) break;
      drop(end + mark.end.size());
      return;
    }
    copy(1);
  }

  // A tag with an expression in it is none to Markdown, and would be shown as text.
  void pass_tag(std::string_view rest, bool begins_line) {
    const std::size_t size = size_of_expression_tag(rest);
    if (size == 0) {
      copy(1);
      return;
    }
    if (begins_line) clean_ += rest.starts_with("</") ? "</div>" : "<div>";
    drop(size);
  }

  static std::size_t size_of_expression_tag(std::string_view rest) {
    const std::string_view text = rest.substr(0, most_tag_bytes);
    if (text.size() < 4 || !is_letter(text[1])) return 0;
    std::size_t depth = 0;
    bool has_expression = false;
    for (std::size_t at = 1; at < text.size(); ++at) {
      const char c = text[at];
      if (c == '{') {
        if (!has_expression && text[at - 1] != '=' && text[at - 1] != ' ') return 0;
        has_expression = true;
        ++depth;
      } else if (c == '}' && depth != 0) {
        --depth;
      } else if (depth == 0 && c == '<') {
        return 0;
      } else if (depth == 0 && c == '>') {
        return has_expression ? at + 1 : 0;
      } else if (c == '\n' && text[at - 1] == '\n') {
        return 0;
      }
    }
    return 0;
  }

  void pass_footnote(std::string_view rest) {
    const std::size_t end = rest.substr(0, 64).find(']');
    const std::size_t space = rest.substr(0, 64).find_first_of(" \n");
    if (end == npos || end == 2 || space < end) {
      copy(1);
      return;
    }
    const bool is_note = rest.substr(end + 1).starts_with(':');
    drop(end + (is_note ? 2 : 1));
  }

  void copy(std::size_t bytes) {
    clean_ += text_.substr(at_, bytes);
    at_ += std::min(bytes, text_.size() - at_);
  }

  // Line feeds stay, so that lines keep their numbers.
  void drop(std::size_t bytes) {
    const std::string_view dropped = text_.substr(at_, bytes);
    clean_.append(static_cast<std::size_t>(std::count(dropped.begin(), dropped.end(), '\n')), '\n');
    at_ += dropped.size();
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::string clean_;
  std::string_view fence_;  // the open one
  bool in_module_ = false;
  bool after_blank_ = true;
};

}  // namespace

std::string plain_markdown(std::string_view text) { return Cleaner(text).clean(); }

}  // namespace guidepost::indexer
