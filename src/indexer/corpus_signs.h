// What gives our corpus away: a vocabulary beside guides/ or tips/, or a file of our grammar in one of them.
//
//   guides/nurse.md with id, title and family   -> ours
//   guides/intro.md with id and title           -> Docusaurus, or anybody's
//   tips/calm.md with id and title              -> ours, unless it has a slug, a layout or the like
#pragma once

#include <filesystem>
#include <optional>

namespace guidepost::indexer {

/// The skills.yaml of a corpus, packed or not; nothing when there is none.
std::optional<std::filesystem::path> vocabulary_file(const std::filesystem::path& corpus);

/// The synonyms.yaml of a corpus, packed or not; nothing when there is none.
std::optional<std::filesystem::path> synonyms_file(const std::filesystem::path& corpus);

/// Reads the heads of the files in guides/ and tips/ up to the first that is ours.
bool has_corpus(const std::filesystem::path& directory);

}  // namespace guidepost::indexer
