// What the engine understood of a query: reported in every answer.
#pragma once

#include "core/model/section_kind.h"
#include "core/text/byte_range.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace guidepost {

enum class WordReading {
  typed,      // searched as it stands
  corrected,  // unknown; searched as the nearest known word
  prefix,     // searched as the beginning of words
  stop_word,  // too common to search
  unknown,    // nothing like it is in the index
};

struct ReadWord {
  std::string text;     // as typed
  std::string read_as;  // as searched
  WordReading how = WordReading::typed;
};

/// A skill or role recognised in the query.
struct ReadName {
  std::string id;
  std::string label;
  std::string text;  // the words that named it
};

/// Words that somebody's rules take for others as well.
struct ReadSynonym {
  std::string text;                   // as typed
  std::vector<std::string> meanings;  // what they were searched as beside themselves
};

struct ReadFilter {
  std::string field;
  std::string value;
};

/// One attempt: what had to be found together, what was given up, and how many documents did it.
struct RelaxationStep {
  std::vector<std::string> required;
  std::vector<std::string> dropped;
  std::size_t total = 0;
};

struct Interpretation {
  std::vector<ReadWord> words;
  std::vector<ReadName> skills;
  std::vector<ReadName> roles;
  std::optional<SectionKind> section;
  std::vector<ReadName> levels;  // by facet value
  std::vector<ReadName> families;
  std::vector<ReadSynonym> synonyms;
  std::vector<std::vector<std::string>>
      any_of;  // alternatives and lists: each is found with one of them
  std::vector<std::string> phrases;
  std::vector<std::string> excluded;
  std::vector<ReadFilter> filters;  // written inside the query
  std::vector<RelaxationStep> steps;
};

struct WordChange {
  std::string from;
  std::string to;
  ByteRange at;  // in DidYouMean::text
};

struct DidYouMean {
  std::string text;
  std::vector<WordChange> changes;
};

}  // namespace guidepost
