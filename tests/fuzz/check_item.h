// What every reader of somebody's files promises of an item, whatever bytes it read; a broken promise ends the process, and the fuzzer
// keeps the input.
#pragma once

#include "indexer/source/source.h"

#include <string_view>
#include <vector>

namespace guidepost::indexer {

void require(bool holds);

/// Valid UTF-8 without control characters but tab and line feed.
void require_clean(std::string_view text);

/// Their ids are unique and follow from their guide's, their texts are clean and not blank.
void check_passages(const std::vector<Passage>& passages, std::string_view guide);

void check_item(const SourceItem& item);

}  // namespace guidepost::indexer
