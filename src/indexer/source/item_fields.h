// The keys of front matter that guides and tips share, each checked against the grammar of corpus/README.md.
#pragma once

#include "core/model/section_kind.h"
#include "core/model/vocabulary.h"
#include "indexer/source/yaml_fields.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace guidepost::indexer {

/// What a file may refer to. File names are ids, so every guide's id is known before the first one is read.
struct KnownIds {
  const Vocabulary& vocabulary;
  std::vector<std::string> guides;  // sorted
};

inline constexpr std::size_t most_title_bytes = 120;

/// The id: kebab case, equal to `file_id` (the name of the file without ".md"), and no skill's: ids are unique over guides, tips and
/// skills together.
std::string read_id(const YamlFields& fields, std::string_view file_id,
                    const Vocabulary& vocabulary);

/// Levels of the grammar, each once.
std::vector<std::string> read_levels(const YamlFields& fields);

/// A level that stands at `line`; reported when it is not one of the grammar's.
void check_level(const std::string& level, std::size_t line, ProblemList& problems);

/// An ISO 639-1 code; "en" when there is none.
std::string read_language(const YamlFields& fields);

/// Reports an id that is no skill, naming the nearest one.
void check_skill(const std::string& id, std::size_t line, const Vocabulary& vocabulary,
                 ProblemList& problems);

/// Reports a family that is not in kebab case.
void check_family(const std::string& family, std::size_t line, ProblemList& problems);

}  // namespace guidepost::indexer
