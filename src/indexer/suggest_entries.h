// What can be completed in a generation: its roles, skills, sections, questions and tips by name, and the phrases its texts repeat.
#pragma once

#include "core/index/catalogue.h"
#include "core/index/manifest.h"
#include "core/recommend/skill_graph.h"
#include "core/result.h"
#include "core/suggest/suggest_entry.h"
#include "indexer/corpus_phrases.h"
#include "indexer/outline.h"

#include <cstddef>
#include <filesystem>
#include <span>
#include <vector>

namespace guidepost::indexer {

/// However large the corpus is: sections, and phrases of all sorts, the most useful first.
inline constexpr std::size_t most_section_entries = 10000;
inline constexpr std::size_t most_phrase_entries = 10000;

/// What passages and tips of the generation in `path` repeat. Of very many documents those with the smallest hashes of ids are read, so that it
/// follows from the content alone. index_damaged when one cannot be read.
Result<std::vector<CorpusPhrase>> phrases_of(const std::filesystem::path& path,
                                             std::span<const ManifestSegment> segments,
                                             std::span<const CatalogueEntry> catalogue);

/// In the order of is_more_useful().
std::vector<SuggestEntry> suggest_entries_of(const Outline& outline, const SkillGraph& graph,
                                             const std::vector<CorpusPhrase>& phrases);

}  // namespace guidepost::indexer
