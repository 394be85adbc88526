// A tip's front matter -> the Tip it describes, every rule of the grammar checked.
#pragma once

#include "core/model/guide.h"
#include "indexer/source/item_fields.h"
#include "indexer/source/problem_list.h"
#include "indexer/source/yaml_value.h"

#include <string_view>

namespace guidepost::indexer {

/// Everything but the text. REQUIRES: `front_matter` is a map. When `problems` has an error afterwards the tip must not be used.
Tip read_tip_fields(const YamlValue& front_matter, std::string_view file_id, const KnownIds& known,
                    ProblemList& problems);

}  // namespace guidepost::indexer
