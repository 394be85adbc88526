#include "indexer/source/page_files.h"

#include "core/text/utf8.h"
#include "indexer/source/file_ending.h"

#include <xxhash.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <system_error>
#include <tuple>
#include <unordered_set>
#include <utility>

namespace guidepost::indexer {
namespace {

namespace fs = std::filesystem;

struct Format {
  std::array<std::string_view, 3> extensions;
  const char* missing;
  const char* hint;
};

constexpr Format markdown{{".md", ".markdown", ".mdx"},
                          "there is no *.md, *.markdown or *.mdx in it",
                          "name a directory of Markdown, or one file"};
constexpr Format html{{".html", ".htm", ".html"},
                      "there is no page (*.html) in it",
                      "name the folder that the site was built into, or one page"};

// `name` is that of the unpacked file.
bool is_page_name(std::string_view name, const Format& format) {
  const std::string extension = lower_case(fs::path(name).extension().string());
  return std::find(format.extensions.begin(), format.extensions.end(), extension) !=
         format.extensions.end();
}

// Folder by folder, from a list: a tree may be deeper than a stack.
class Lister {
 public:
  Lister(const fs::path& root, const Format& format) : format_(format), folders_{{root, ""}} {}

  PageFiles list() && {
    while (!folders_.empty()) {
      const auto [folder, relative] = std::move(folders_.back());
      folders_.pop_back();
      std::error_code status;
      fs::directory_iterator entry(folder, status);
      for (; !status && entry != fs::directory_iterator(); entry.increment(status)) {
        visit(*entry, relative);
      }
      if (status) {
        found_.unread.push_back({ErrorCode::io_failed,
                                 "cannot be read: " + status.message(),
                                 "check its permissions",
                                 {folder.string(), 0}});
      }
    }
    std::sort(found_.files.begin(), found_.files.end(), [](const PageFile& a, const PageFile& b) {
      return std::tie(a.relative, a.path) < std::tie(b.relative, b.path);
    });
    std::sort(found_.unread.begin(), found_.unread.end(),
              [](const Error& a, const Error& b) { return a.where.file < b.where.file; });
    return std::move(found_);
  }

 private:
  void visit(const fs::directory_entry& entry, const std::string& above) {
    const std::string name = entry.path().filename().string();
    if (name.starts_with('.') || name == "node_modules") return;
    const std::string relative = above.empty() ? name : above + "/" + name;
    std::error_code status;
    const fs::file_type type = entry.symlink_status(status).type();
    if (type == fs::file_type::directory) {
      folders_.emplace_back(entry.path(), relative);
    } else if (type == fs::file_type::regular && is_page_name(without_gz(name), format_)) {
      found_.files.push_back({entry.path(), {}, std::string(without_gz(relative))});
    }
  }

  const Format& format_;
  std::vector<std::pair<fs::path, std::string>> folders_;
  PageFiles found_;
};

bool is_front_page(std::string_view relative) {
  const std::string name = lower_case(fs::path(relative).stem().string());
  return name == "readme" || name == "index";
}

// The path without the extension.
std::string_view stem_of(std::string_view relative) {
  return relative.substr(0, relative.rfind('.'));
}

// What the file would like to be called, best first. The front page of the root has no folder to be called by.
std::array<std::string, 3> wishes_of(const std::string& relative) {
  const std::string_view stem = stem_of(relative);
  std::string best(stem);
  if (is_front_page(relative)) {
    const std::size_t slash = relative.rfind('/');
    best = slash == std::string::npos ? lower_case(stem) : relative.substr(0, slash);
  }
  return {page_id_of(best), page_id_of(stem), page_id_of(relative)};
}

std::string hash_of(std::string_view text) {
  constexpr std::string_view digits = "0123456789abcdef";
  XXH64_hash_t hash = XXH3_64bits(text.data(), text.size());
  std::string name;
  for (int i = 0; i < 16; ++i, hash >>= 4U) name += digits[hash & 15U];
  return name;
}

void name_pages(std::vector<PageFile>& files) {
  std::unordered_set<std::string> taken;
  const auto name = [&](PageFile& file) {
    for (std::string& wish : wishes_of(file.relative)) {
      if (!taken.insert(wish).second) continue;
      file.id = std::move(wish);
      return;
    }
    // "a b.md" beside "a-b.md", and both as .mdx, or packed: rare enough for a name nobody likes.
    for (std::string salt = file.relative; file.id.empty(); salt += '/') {
      std::string id = page_id_of(file.relative) + "-" + hash_of(salt);
      if (taken.insert(id).second) file.id = std::move(id);
    }
  };
  for (PageFile& file : files) {
    if (!is_front_page(file.relative)) name(file);
  }
  for (PageFile& file : files) {
    if (is_front_page(file.relative)) name(file);
  }
}

}  // namespace

std::string page_id_of(std::string_view text) {
  std::string id = clean_utf8(text);
  std::replace_if(
      id.begin(), id.end(), [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '#'; },
      '-');
  if (id.empty()) return "page";
  if (id.size() <= most_page_id_bytes) return id;
  const std::string hash = "-" + hash_of(text);
  return clean_utf8(id, most_page_id_bytes - hash.size()) + hash;
}

Result<PageFiles> list_page_files(const fs::path& root, PageFormat page_format) {
  const Format& format = page_format == PageFormat::html ? html : markdown;
  const SourcePlace place{root.string(), 0};
  std::error_code status;
  const fs::file_status found = fs::status(root, status);
  if (!fs::exists(found)) {
    const bool is_missing = found.type() == fs::file_type::not_found;
    return failure(
        ErrorCode::io_failed,
        is_missing ? "there is no such file or directory" : "cannot be read: " + status.message(),
        format.hint, place);
  }
  if (fs::is_regular_file(found)) {
    const std::string file = root.filename().string();
    const std::string name(without_gz(file));
    PageFiles single;
    single.files.push_back(
        {root, page_id_of(is_page_name(name, format) ? stem_of(name) : name), name});
    return single;
  }
  if (!fs::is_directory(found)) {
    return failure(ErrorCode::io_failed, "neither a file nor a directory", format.hint, place);
  }
  PageFiles files = Lister(root, format).list();
  if (files.files.empty() && !files.unread.empty()) return failure(files.unread.front());
  if (files.files.empty()) {
    return failure(ErrorCode::bad_input, format.missing, format.hint, place);
  }
  name_pages(files.files);
  return files;
}

}  // namespace guidepost::indexer
