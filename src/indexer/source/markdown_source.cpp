#include "indexer/source/markdown_source.h"

#include "indexer/source/file_ending.h"
#include "indexer/source/front_matter.h"
#include "indexer/source/guide_fields.h"
#include "indexer/source/markdown_blocks.h"
#include "indexer/source/passage_splitter.h"
#include "indexer/source/source_text.h"
#include "indexer/source/tip_fields.h"

#include <algorithm>
#include <system_error>
#include <utility>

namespace guidepost::indexer {
namespace {

std::filesystem::path unpacked_name(const std::filesystem::path& file) {
  const std::string name = file.filename().string();
  return without_gz(name);
}

std::string id_of(const std::filesystem::path& file) { return unpacked_name(file).stem().string(); }

}  // namespace

MarkdownSource::MarkdownSource(std::vector<File> files, KnownIds known)
    : files_(std::move(files)), known_(std::move(known)) {}

Result<void> MarkdownSource::list(const std::filesystem::path& directory, Kind kind,
                                  std::vector<File>& files) {
  namespace fs = std::filesystem;
  const std::size_t before = files.size();
  std::error_code status;
  if (!fs::exists(directory, status) && !status) return {};  // guides without tips, or tips alone
  fs::directory_iterator entry(directory, status);
  for (; !status && entry != fs::directory_iterator(); entry.increment(status)) {
    const fs::path name = entry->path().filename();
    if (unpacked_name(name).extension() == ".md" && !name.string().starts_with('.')) {
      files.push_back({directory / name, kind});
    }
  }
  if (status) {
    return failure(ErrorCode::io_failed, "cannot be read: " + status.message(),
                   "check its permissions", {directory.string(), 0});
  }
  std::sort(files.begin() + static_cast<std::ptrdiff_t>(before), files.end(),
            [](const File& a, const File& b) { return a.path < b.path; });
  return {};
}

Result<std::unique_ptr<Source>> MarkdownSource::open(const std::filesystem::path& corpus,
                                                     const Vocabulary& vocabulary) {
  const SourcePlace place{corpus.string(), 0};
  std::error_code status;
  if (!std::filesystem::is_directory(corpus, status)) {
    const bool is_there = std::filesystem::exists(corpus, status);
    return failure(ErrorCode::io_failed,
                   status     ? "cannot be read: " + status.message()
                   : is_there ? "not a directory"
                              : "there is no such directory",
                   "name a directory that holds guides/ and tips/", place);
  }
  std::vector<File> files;
  if (auto listed = list(corpus / "guides", Kind::guide, files); !listed) {
    return failure(listed.error());
  }
  KnownIds known{vocabulary, {}};
  for (const File& file : files) known.guides.push_back(id_of(file.path));
  std::sort(known.guides.begin(), known.guides.end());
  if (auto listed = list(corpus / "tips", Kind::tip, files); !listed) {
    return failure(listed.error());
  }
  if (files.empty()) {
    return failure(ErrorCode::bad_input, "there is nothing in guides/*.md or tips/*.md",
                   "name a directory that holds guides/ and tips/", place);
  }
  return std::unique_ptr<Source>(new MarkdownSource(std::move(files), std::move(known)));
}

std::optional<SourceItem> MarkdownSource::read(const File& file, ProblemList& problems) const {
  const std::string id = id_of(file.path);
  const auto text = read_source_text(file.path);
  if (!text) {
    problems.error(text.error());
    return std::nullopt;
  }
  const auto front = read_front_matter(*text, problems.file());
  if (!front) {
    problems.error(front.error());
    return std::nullopt;
  }
  const auto blocks = markdown_blocks(front->body, problems.file(), front->body_line);
  if (!blocks) problems.error(blocks.error());
  if (file.kind == Kind::guide) {
    Guide guide = read_guide_fields(front->fields, id, known_, problems);
    if (blocks) guide.passages = split_passages(guide.id, *blocks, problems);
    return guide;
  }
  Tip tip = read_tip_fields(front->fields, id, known_, problems);
  if (blocks) {
    tip.text = joined_text(*blocks);
    if (tip.text.empty()) {
      problems.error(front->body_line, "the tip has no text", "write it below the front matter");
    }
  }
  return tip;
}

std::optional<SourceRead> MarkdownSource::next() {
  if (next_ == files_.size()) return std::nullopt;
  const File& file = files_[next_++];
  ProblemList problems(file.path.string());
  SourceRead result;
  result.item = read(file, problems);
  if (problems.rejected()) result.item.reset();
  result.problems = std::move(problems).take();
  return result;
}

double MarkdownSource::progress() const {
  return static_cast<double>(next_) / static_cast<double>(files_.size());
}

std::vector<std::filesystem::path> MarkdownSource::files() const {
  std::vector<std::filesystem::path> paths;
  paths.reserve(files_.size());
  for (const File& file : files_) paths.push_back(file.path);
  std::sort(paths.begin(), paths.end());
  return paths;
}

}  // namespace guidepost::indexer
