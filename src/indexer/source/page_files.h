// The pages below a folder, of Markdown or HTML, each with the id of its page.
//
//   interview/phone.md   -> interview/phone      README.md (of the root) -> readme
//   interview/index.md   -> interview            salary pay.mdx          -> salary-pay
//
// An id is the path as it is written, without the extension and ".gz"; a folder's README or index file is the folder. Where two files would have one id, the
// front page of a folder, then the one that sorts last, keeps more of its path.
#pragma once

#include "core/result.h"

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace guidepost::indexer {

/// A page's id has no more bytes than this; a longer one is cut and ends in a hash of the whole. With '#' and a passage's anchor behind it
/// there is still room in the 200 bytes of an id.
inline constexpr std::size_t most_page_id_bytes = 180;

struct PageFile {
  std::filesystem::path path;
  std::string id;
  std::string
      relative;  // to the root, parts separated by '/', without ".gz"; for a root that is a file, its name
};

struct PageFiles {
  std::vector<PageFile> files;  // sorted by `relative`, as bytes
  std::vector<Error> unread;    // folders that could not be listed
};

enum class PageFormat { markdown, html };

/// Files *.md, *.markdown and *.mdx, or *.html and *.htm, below `root`, in any case and packed (*.md.gz) too, or `root` itself when it is a file, whatever its name. Left out: names that begin with a
/// dot, folders `node_modules`, and what a symbolic link leads to. io_failed when `root` cannot be read.
Result<PageFiles> list_page_files(const std::filesystem::path& root,
                                  PageFormat format = PageFormat::markdown);

/// An id made of any text: no spaces, control characters or '#', and at most most_page_id_bytes.
std::string page_id_of(std::string_view text);

}  // namespace guidepost::indexer
