#include "indexer/source/html_source.h"

#include "indexer/source/html_guide.h"
#include "indexer/source/input_file.h"
#include "indexer/source/page_files.h"
#include "indexer/source/problem_list.h"

#include <algorithm>
#include <string>
#include <system_error>

namespace guidepost::indexer {
namespace {

namespace fs = std::filesystem;

bool is_page(const fs::path& path) {
  const fs::path name = path.extension() == ".gz" ? path.stem() : path;
  return name.extension() == ".html" || name.extension() == ".htm";
}

/// "guides/backend/index.html" -> "guides/backend"
std::string id_of(const fs::path& relative) {
  fs::path path = relative.extension() == ".gz" ? fs::path(relative).replace_extension() : relative;
  path.replace_extension();
  if (path.filename() == "index" && path.has_parent_path()) path = path.parent_path();
  return page_id_of(path.generic_string());
}

}  // namespace

Result<std::unique_ptr<Source>> HtmlSource::open(const fs::path& root) {
  std::error_code error;
  if (!fs::is_directory(root, error)) {
    return std::unique_ptr<Source>(new HtmlSource({}, {root}));
  }
  std::vector<fs::path> files;
  for (fs::recursive_directory_iterator at(root, error), end; !error && at != end;
       at.increment(error)) {
    std::error_code ignored;
    if (at->path().filename().string().starts_with('.')) {
      at.disable_recursion_pending();
    } else if (is_page(at->path()) && !at->is_symlink(ignored) && at->is_regular_file(ignored)) {
      files.push_back(at->path());
    }
  }
  if (error) {
    return failure(ErrorCode::io_failed, "cannot be read: " + error.message(),
                   "check its permissions", {root.string(), 0});
  }
  if (files.empty()) {
    return failure(ErrorCode::bad_input, "there is no page (*.html) in it",
                   "name the folder that the site was built into", {root.string(), 0});
  }
  std::sort(files.begin(), files.end());
  return std::unique_ptr<Source>(new HtmlSource(root, std::move(files)));
}

std::optional<SourceRead> HtmlSource::next() {
  if (next_ == files_.size()) return std::nullopt;
  const fs::path& file = files_[next_++];
  ProblemList problems(file.string());
  SourceRead read;
  const fs::path relative = root_.empty() ? file.filename() : file.lexically_relative(root_);
  if (const auto bytes = read_input(file, most_html_bytes)) {
    read.item = read_html(id_of(relative), *bytes, problems);
  } else {
    problems.error(bytes.error());
  }
  if (problems.rejected()) read.item.reset();
  read.problems = std::move(problems).take();
  return read;
}

}  // namespace guidepost::indexer
