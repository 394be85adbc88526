// Where documents come from, one at a time: a Markdown tree, the skill vocabulary, and whatever is added beside them.
//
// A source never stops at something broken. What it cannot accept is a read without an item, and its problems say why.
#pragma once

#include "core/error.h"
#include "core/model/guide.h"
#include "core/model/skill.h"

#include <cstddef>
#include <optional>
#include <variant>
#include <vector>

namespace guidepost::indexer {

enum class Severity { warning, error };

/// Something to tell whoever wrote the source. `error.where` says where.
struct Problem {
  Severity severity = Severity::error;
  Error error;
};

using SourceItem = std::variant<Skill, Guide, Tip>;

struct SourceRead {
  std::optional<SourceItem> item;  // absent: rejected, and at least one problem is an error
  std::vector<Problem> problems;   // in the order of their lines
};

class Source {
 public:
  virtual ~Source() = default;

  /// The next item, accepted or rejected; nothing at the end, and ever after.
  virtual std::optional<SourceRead> next() = 0;

  /// How many reads to expect in all, for a progress bar.
  virtual std::size_t size_hint() const = 0;
};

}  // namespace guidepost::indexer
