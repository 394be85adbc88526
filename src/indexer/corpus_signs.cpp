#include "indexer/corpus_signs.h"

#include "indexer/source/file_ending.h"
#include "indexer/source/input_file.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <set>
#include <string>
#include <string_view>
#include <system_error>

namespace guidepost::indexer {
namespace {

namespace fs = std::filesystem;

/// The keys that decide come first; lists of skills may follow.
constexpr std::size_t most_head_bytes = 16 * 1024;

/// Keys that only generators of sites know: Docusaurus, Jekyll, Hugo.
constexpr std::array<std::string_view, 5> foreign_keys{"slug", "sidebar_label", "sidebar_position",
                                                       "layout", "permalink"};

bool is_there(const fs::path& path) {
  std::error_code error;
  return fs::exists(path, error);
}

std::optional<fs::path> first_of(const fs::path& folder, std::initializer_list<const char*> names) {
  for (const char* name : names) {
    if (is_there(folder / name)) return folder / name;
  }
  return std::nullopt;
}

/// What cannot be read gives nothing away; the source will say why.
std::string head_of(const fs::path& file) {
  std::string head;
  auto input = InputFile::open(file);
  while (input && head.size() < most_head_bytes) {
    const auto piece = input->read(most_head_bytes - head.size());
    if (!piece || piece->empty()) break;
    head += *piece;
  }
  return head;
}

/// The next line of `text`, without what ends it.
std::string_view take_line(std::string_view& text) {
  std::string_view line = text.substr(0, text.find('\n'));
  text.remove_prefix(std::min(line.size() + 1, text.size()));
  line.remove_suffix(line.size() - std::min(line.size(), line.find_last_not_of(" \t\r") + 1));
  return line;
}

/// Those at the beginning of a line of the front matter; none without front matter.
std::set<std::string_view> keys_of(std::string_view head) {
  std::set<std::string_view> keys;
  if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
  if (take_line(head) != "---") return keys;
  while (!head.empty()) {
    const std::string_view line = take_line(head);
    if (line == "---") break;
    keys.insert(line.substr(0, line.find(':')));
  }
  return keys;
}

bool is_our_guide(const std::set<std::string_view>& keys) {
  return keys.contains("id") && keys.contains("title") && keys.contains("family");
}

bool is_our_tip(const std::set<std::string_view>& keys) {
  return keys.contains("id") && keys.contains("title") &&
         std::none_of(foreign_keys.begin(), foreign_keys.end(),
                      [&](std::string_view key) { return keys.contains(key); });
}

bool holds_ours(const fs::path& folder, bool (*is_ours)(const std::set<std::string_view>&)) {
  std::error_code error;
  for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
    const std::string name = at->path().filename().string();
    if (name.starts_with('.') || !without_gz(name).ends_with(".md")) continue;
    const std::string head = head_of(at->path());
    if (is_ours(keys_of(head))) return true;
  }
  return false;
}

}  // namespace

std::optional<fs::path> vocabulary_file(const fs::path& corpus) {
  return first_of(corpus, {"skills.yaml", "skills.yaml.gz"});
}

std::optional<fs::path> synonyms_file(const fs::path& corpus) {
  return first_of(corpus, {"synonyms.yaml", "synonyms.yaml.gz"});
}

bool has_corpus(const fs::path& directory) {
  const fs::path guides = directory / "guides";
  const fs::path tips = directory / "tips";
  if (vocabulary_file(directory) && (is_there(guides) || is_there(tips))) return true;
  return holds_ours(guides, is_our_guide) || holds_ours(tips, is_our_tip);
}

}  // namespace guidepost::indexer
