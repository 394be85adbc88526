// Where documents come from, one at a time: a Markdown tree, JSON Lines, HTML pages, tables, ESCO, O*NET.
//
// A source never stops at something broken: what it cannot accept is a read without an item, and its problems say why. It streams: what
// it holds in memory does not grow with its input, but for what belongs to one item, or to a vocabulary.
#pragma once

#include "core/error.h"
#include "core/model/guide.h"
#include "core/model/skill.h"

#include <cstdint>
#include <filesystem>
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

using SourceItem = std::variant<Skill, Guide, Tip, LonePassage>;

/// Units of a source's bytes, such as lines, by their hash: those that the current generation was made from need not be read again.
class KnownUnits {
 public:
  virtual ~KnownUnits() = default;
  virtual bool knows(std::uint64_t unit) const = 0;
};

struct SourceRead {
  std::optional<SourceItem>
      item;  // absent: known, left out, or rejected: then at least one problem is an error
  std::vector<Problem> problems;  // in the order of their lines
  std::uint64_t unit =
      0;  // hash of all the bytes that the item was read from; 0: the source has no such units
  bool is_known = false;      // the unit was passed over
  SourcePlace known_at = {};  // where it stands
};

class Source {
 public:
  virtual ~Source() = default;

  /// The next item, accepted or rejected; nothing at the end, and ever after.
  virtual std::optional<SourceRead> next() = 0;

  /// From now on next() may pass over what `known` knows; nullptr: no longer. `known` must live until then.
  virtual void pass_over(const KnownUnits* known) { static_cast<void>(known); }

  /// Begins again. The same items come in the same order as long as the files stay as they are. A source is read twice: first for the
  /// names that texts may hold, then for the texts.
  virtual void rewind() = 0;

  /// How far next() has come, 0 to 1, for a progress bar.
  virtual double progress() const = 0;

  /// Every file the items come from, sorted: a run in which their bytes did not change has nothing to do.
  virtual std::vector<std::filesystem::path> files() const = 0;
};

}  // namespace guidepost::indexer
