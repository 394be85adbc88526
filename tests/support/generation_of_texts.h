// A generation made of texts alone, on disk but for what a search of postings does not read: every document is a passage, every word a term.
#pragma once

#include "core/index/generation.h"

#include <xapian.h>

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace guidepost::test {

using Texts = std::vector<std::vector<std::string>>;

/// One segment for each of `segments`, in `directory`, which must live as long.
std::unique_ptr<Generation> generation_of(const std::vector<Texts>& segments,
                                          const std::filesystem::path& directory);

/// The same texts in Xapian.
Xapian::WritableDatabase xapian_of(const std::vector<Texts>& segments);

}  // namespace guidepost::test
