// One complete, verified, immutable index, opened for reading.
//
//   manifest.json   versions, counts, checksum of every other file
//   xapian/         the documents
//   facets          facet columns        words   dictionary       names   skills and roles
//   suggest         suggester            skills  skill graph      (read by the engine)
#pragma once

#include "core/index/dictionary.h"
#include "core/index/facet_columns.h"
#include "core/index/manifest.h"
#include "core/index/names.h"
#include "core/result.h"
#include "core/text/lexicon.h"

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace guidepost {

/// The files of a generation, by the name of what they hold.
namespace generation_file {
inline constexpr std::string_view manifest = "manifest.json";
inline constexpr std::string_view xapian = "xapian";
inline constexpr std::string_view facets = "facets";
inline constexpr std::string_view words = "words";
inline constexpr std::string_view names = "names";
inline constexpr std::string_view suggest = "suggest";
inline constexpr std::string_view skills = "skills";
}  // namespace generation_file

struct Generation {
  std::filesystem::path path;
  Manifest manifest;
  Names names;
  Lexicon lexicon;
  FacetColumns facets;
  Dictionary dictionary;
};

/// Reads and checks the manifest (schema version included) and every file but Xapian's, which are opened by each searcher.
/// index_missing, index_damaged or index_incompatible say why not.
Result<std::unique_ptr<const Generation>> open_generation(const std::filesystem::path& path);

/// The bytes of one file of a generation, checked against its manifest.
Result<std::string> read_generation_file(const std::filesystem::path& path,
                                         const Manifest& manifest, std::string_view name);

/// Checks every file's size and checksum, and Xapian's own structure. Takes as long as reading it all.
Result<void> verify_generation(const std::filesystem::path& path);

}  // namespace guidepost
