// The files that belong to a generation as a whole, made anew each time from what its segments and names say.
#pragma once

#include "core/index/facet_columns.h"
#include "core/index/manifest.h"
#include "core/recommend/skill_graph.h"
#include "indexer/outline.h"
#include "indexer/reading_context.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace guidepost::indexer {

/// What a person reads for each facet value.
FacetColumns::Labels facet_labels(const Outline& outline, const Names& names);

/// Which roles declare which skills, and which skills passages and tips name together.
SkillGraph skill_graph_of(const Outline& outline, const Names& names, const FacetColumns& facets);

/// Of every document by id, of the names and the synonyms: the same for the same content, whoever wrote it, in whatever order.
std::string content_hash_of(const Outline& outline, const ReadingContext& context);

/// How many documents of each kind there are; the rest of the manifest is left out.
Manifest counts_of(const Outline& outline);

}  // namespace guidepost::indexer
