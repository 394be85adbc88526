// The recommender's files of a new generation. What took long and would come out the same is taken over from the generation before.
#pragma once

#include "core/index/generation.h"
#include "core/recommend/recommend_input.h"
#include "core/result.h"
#include "indexer/generation_writer.h"

#include <cstddef>

namespace guidepost::indexer {

/// `previous`: may be nullptr.
Result<void> write_recommend_files(const GenerationWriter& writer, const Generation* previous,
                                   const RecommendInput& input, std::size_t jobs);

}  // namespace guidepost::indexer
