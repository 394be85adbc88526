// The content of one generation: everything anew, or one more segment beside those of the generation before. Both give the same documents and
// the same scores.
#pragma once

#include "core/index/generation.h"
#include "core/index/manifest.h"
#include "core/result.h"
#include "indexer/generation_writer.h"
#include "indexer/outline_reader.h"
#include "indexer/reading_context.h"
#include "indexer/source_set.h"

#include <cstddef>

namespace guidepost::indexer {

/// Analyses and writes every document of the sources. `previous`: whose model is taken over where it would come out the same; may be nullptr.
Result<Manifest> build_all(const GenerationWriter& writer, const Generation* previous,
                           SourceSet& sources, OutlineReader& reader, const ReadingContext& context,
                           std::size_t jobs, const Progress& progress);

/// Why the difference cannot be written beside `previous`; empty when it can.
std::string why_not_beside(const Generation& previous, const Outline& outline,
                           const Difference& difference, const ReadingContext& context);

/// Analyses and writes what differs, and takes the rest over. REQUIRES: why_not_beside() is empty.
Result<Manifest> build_beside(const GenerationWriter& writer, const Generation& previous,
                              const Outline& outline, Difference difference,
                              const ReadingContext& context, std::size_t jobs,
                              const Progress& progress);

}  // namespace guidepost::indexer
