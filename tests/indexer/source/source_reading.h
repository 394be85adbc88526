// What tests of sources share: a small vocabulary, reading a source to its end, and problems in a form that rows can spell out.
#pragma once

#include "core/model/vocabulary.h"
#include "indexer/source/source.h"

#include <string>
#include <utility>
#include <vector>

namespace guidepost::indexer {

/// "error 3: no title; add a line ...", one problem a line.
inline std::string spelled(const std::vector<Problem>& problems) {
  std::string lines;
  for (const Problem& problem : problems) {
    const Error& error = problem.error;
    if (!lines.empty()) lines += '\n';
    lines += problem.severity == Severity::error ? "error " : "warning ";
    lines += std::to_string(error.where.line) + ": " + error.message;
    if (!error.hint.empty()) lines += "; " + error.hint;
  }
  return lines;
}

inline std::vector<SourceRead> read_all(Source& source) {
  std::vector<SourceRead> reads;
  while (auto read = source.next()) reads.push_back(std::move(*read));
  return reads;
}

inline Vocabulary small_vocabulary() {
  return Vocabulary({{"python", "Python", SkillKind::technology, "A language.", {"python3"}},
                     {"sql", "SQL", SkillKind::technology, "A query language.", {}},
                     {"nodejs", "Node.js", SkillKind::technology, "A runtime.", {"node"}},
                     {"negotiation", "Negotiation", SkillKind::skill, "Agreeing.", {}}});
}

}  // namespace guidepost::indexer
