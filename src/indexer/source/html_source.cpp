#include "indexer/source/html_source.h"

#include "indexer/source/html_guide.h"
#include "indexer/source/input_file.h"
#include "indexer/source/page_language.h"
#include "indexer/source/problem_list.h"

#include <algorithm>
#include <string>

namespace guidepost::indexer {
namespace fs = std::filesystem;

Result<std::unique_ptr<Source>> HtmlSource::open(const fs::path& root) {
  auto files = list_page_files(root, PageFormat::html);
  if (!files) return failure(std::move(files).error());
  return std::unique_ptr<Source>(new HtmlSource(std::move(*files)));
}

std::optional<SourceRead> HtmlSource::next() {
  if (next_ == size()) return std::nullopt;
  const std::size_t index = next_++;
  if (index < files_.unread.size()) {
    return SourceRead{std::nullopt, {{Severity::error, files_.unread[index]}}};
  }
  const PageFile& file = files_.files[index - files_.unread.size()];
  ProblemList problems(file.path.string());
  SourceRead read;
  if (auto bytes = read_input(file.path, most_html_bytes)) {
    const std::string language = language_of_path(file.relative).value_or("en");
    read.item = read_html(file.id, *bytes, problems, {}, language);
  } else {
    problems.error(std::move(bytes).error());
  }
  if (problems.rejected()) read.item.reset();
  read.problems = std::move(problems).take();
  return read;
}

double HtmlSource::progress() const {
  return static_cast<double>(next_) / static_cast<double>(size());
}

std::vector<fs::path> HtmlSource::files() const {
  std::vector<fs::path> paths;
  paths.reserve(files_.files.size());
  for (const PageFile& file : files_.files) paths.push_back(file.path);
  std::sort(paths.begin(), paths.end());
  return paths;
}

}  // namespace guidepost::indexer
