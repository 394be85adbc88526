// What else the words of a group may mean, as alternatives of the plan: always worth less than what was typed.
#pragma once

#include "core/index/generation.h"
#include "core/search/interpreter.h"
#include "core/text/analyzer.h"

#include <string>
#include <vector>

namespace guidepost {

class SynonymReader {
 public:
  /// All must outlive the reader.
  SynonymReader(const Generation& generation, const Analyzer& analyzer,
                const Interpreter::TermFrequency& frequency)
      : generation_(generation), analyzer_(analyzer), frequency_(frequency) {}

  /// Adds the meanings to `group`, whose first alternative is what was typed; at most ranking::max_meanings. Returns those that some document
  /// says.
  std::vector<std::string> add(const Synonyms::Match& synonym, WordGroup& group) const;

 private:
  bool add(std::vector<std::string> terms, double typed, WordGroup& group) const;
  double information(const std::vector<std::string>& terms) const;

  const Generation& generation_;
  const Analyzer& analyzer_;
  const Interpreter::TermFrequency& frequency_;
};

}  // namespace guidepost
