#include "indexer/source/page_tree_source.h"

#include "core/text/utf8.h"
#include "indexer/source/heading_id.h"
#include "indexer/source/input_file.h"
#include "indexer/source/json_text.h"
#include "indexer/source/markdown_blocks.h"
#include "indexer/source/page_head.h"
#include "indexer/source/page_language.h"
#include "indexer/source/page_markup.h"
#include "indexer/source/page_passages.h"
#include "indexer/source/page_sections.h"
#include "indexer/source/single_spaced.h"
#include "indexer/source/source_text.h"

#include <algorithm>
#include <utility>

namespace guidepost::indexer {
namespace {

constexpr std::size_t most_title_bytes = 200;

// Text of any encoding that can be read; an error in `problems` for what is none.
std::optional<std::string> text_of(std::string_view bytes, ProblemList& problems) {
  auto text = source_text(bytes, problems.file());
  if (text) return std::move(*text);
  const bool is_utf16 = bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
  const bool is_binary = bytes.find('\0') != std::string_view::npos;
  if (bytes.size() <= most_source_bytes && !is_utf16 && !is_binary) {
    auto clean = source_text(clean_utf8(bytes), problems.file());
    if (clean) {
      problems.warning(text.error().where.line, text.error().message + ", read as a space",
                       text.error().hint);
      return std::move(*clean);
    }
  }
  problems.error(std::move(text).error());
  return std::nullopt;
}

// "2021-08-29-salary_talk" -> "Salary talk"; for a folder's front page, the folder.
std::string title_of_name(const PageFile& file) {
  std::string_view name = file.id;
  if (const std::size_t slash = name.rfind('/'); slash != std::string_view::npos) {
    name.remove_prefix(slash + 1);
  }
  std::string words(name);
  const auto is_date = [](char c) { return (c >= '0' && c <= '9') || c == '-'; };
  const auto date_end = std::find_if_not(words.begin(), words.end(), is_date);
  if (date_end - words.begin() > 8 && date_end != words.end()) words.erase(words.begin(), date_end);
  std::replace_if(
      words.begin(), words.end(), [](char c) { return c == '-' || c == '_'; }, ' ');
  words = single_spaced(words);
  if (words.empty()) return file.id;
  if (words[0] >= 'a' && words[0] <= 'z') words[0] = static_cast<char>(words[0] - 'a' + 'A');
  return words;
}

std::string title_of(const PageHead& head, std::span<const Block> blocks, const PageFile& file) {
  std::string_view title = head.title;
  for (const Block& block : blocks) {
    if (block.kind != BlockKind::heading || block.text.empty()) continue;
    if (block.level == 1 && head.title.empty()) {
      title = heading_words(block.text);
      break;
    }
    if (title.empty()) title = heading_words(block.text);
  }
  std::string text = single_spaced(clean_utf8(title, most_title_bytes));
  return text.empty() ? clean_utf8(title_of_name(file), most_title_bytes) : text;
}

std::string language_of(const PageHead& head, const PageFile& file, ProblemList& problems) {
  if (!head.language.empty()) {
    if (auto language = language_of_tag(head.language)) return *language;
    problems.warning(1, "unknown language `" + head.language + "`",
                     "write a two-letter ISO 639-1 code, like `en`");
  }
  return language_of_path(file.relative).value_or("en");
}

// {"tags":["a","b"]}
std::string extra_of(const PageHead& head) {
  std::string object;
  const auto add = [&](std::string_view key, const std::vector<std::string>& texts) {
    if (texts.empty()) return;
    object += object.empty() ? '{' : ',';
    object += json_text(key) + ":[";
    for (std::size_t i = 0; i < texts.size(); ++i)
      object += (i == 0 ? "" : ",") + json_text(texts[i]);
    object += ']';
  };
  add("keywords", head.keywords);
  add("tags", head.tags);
  return object.empty() ? object : object + '}';
}

}  // namespace

std::optional<Guide> read_page(const PageFile& file, std::string_view bytes,
                               ProblemList& problems) {
  const auto text = text_of(bytes, problems);
  if (!text) return std::nullopt;
  if (text->find_first_not_of(" \t\n") == std::string::npos) {
    problems.error(1, "the file is empty", "write something, or remove it");
    return std::nullopt;
  }
  const PageHead head = read_page_head(*text, problems);
  const std::string markdown = plain_markdown(head.body);
  auto blocks = markdown_blocks(markdown, problems.file(), head.body_line, RawHtml::read);
  if (!blocks) {
    problems.error(std::move(blocks).error());
    return std::nullopt;
  }
  const std::vector<std::string> heading_ids = take_heading_ids(*blocks);
  Guide guide;
  guide.id = file.id;
  guide.title = title_of(head, *blocks, file);
  guide.tagline = head.description;
  guide.language = language_of(head, file, problems);
  guide.extra = extra_of(head);
  guide.passages = page_passages(guide.id, guide.title, *blocks, heading_ids, problems);
  guide.where = {problems.file(), 1};
  return guide;
}

Result<std::unique_ptr<Source>> PageTreeSource::open(const std::filesystem::path& root) {
  auto files = list_page_files(root);
  if (!files) return failure(std::move(files).error());
  return std::unique_ptr<Source>(new PageTreeSource(std::move(*files)));
}

std::optional<SourceRead> PageTreeSource::next() {
  if (next_ == size()) return std::nullopt;
  const std::size_t index = next_++;
  if (index < files_.unread.size()) {
    return SourceRead{std::nullopt, {{Severity::error, files_.unread[index]}}};
  }
  const PageFile& file = files_.files[index - files_.unread.size()];
  ProblemList problems(file.path.string());
  SourceRead read;
  if (auto bytes = read_input(file.path, most_source_bytes)) {
    if (auto guide = read_page(file, *bytes, problems)) read.item = std::move(*guide);
  } else {
    problems.error(std::move(bytes).error());
  }
  read.problems = std::move(problems).take();
  return read;
}

double PageTreeSource::progress() const {
  return static_cast<double>(next_) / static_cast<double>(size());
}

std::vector<std::filesystem::path> PageTreeSource::files() const {
  std::vector<std::filesystem::path> paths;
  paths.reserve(files_.files.size());
  for (const PageFile& file : files_.files) paths.push_back(file.path);
  std::sort(paths.begin(), paths.end());
  return paths;
}

}  // namespace guidepost::indexer
