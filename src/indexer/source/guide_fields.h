// A guide's front matter -> the Guide it describes, every rule of the grammar's table checked.
#pragma once

#include "core/model/guide.h"
#include "indexer/source/item_fields.h"
#include "indexer/source/problem_list.h"
#include "indexer/source/yaml_value.h"

#include <string_view>

namespace guidepost::indexer {

/// Everything but the passages. REQUIRES: `front_matter` is a map. When `problems` has an error afterwards the guide must not be used.
Guide read_guide_fields(const YamlValue& front_matter, std::string_view file_id,
                        const KnownIds& known, ProblemList& problems);

}  // namespace guidepost::indexer
