// What a page says in JSON-LD with the words of schema.org: <script type="application/ld+json">.
//
//   FAQPage      -> questions with their answers
//   Occupation   -> a role: title, text, skills, pay
//   JobPosting   -> a role: title, skills, pay, and sections of text
//
// Anything else in it is passed over. Values may be texts, objects or lists of them, and texts may be HTML.
#pragma once

#include "core/model/guide.h"
#include "indexer/source/markdown_blocks.h"
#include "indexer/source/problem_list.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace guidepost::indexer {

/// A script with more bytes is left out, with a warning, and so is one that is nested deeper.
inline constexpr std::size_t most_json_ld_bytes = 1024 * 1024;
inline constexpr std::size_t deepest_json_ld = 64;

struct JsonLd {
  struct Question {
    std::string title;
    std::string text;  // paragraphs separated by an empty line
    std::size_t line = 0;
  };

  std::vector<Question> questions;
  std::string title;  // of the first role, as all below; empty without one
  std::vector<std::string> aliases;
  std::string text;
  std::vector<std::string> skills;
  std::optional<Salary> salary;
  std::vector<Block> blocks;  // "Description", "Responsibilities", ... as headings, with their text
  std::vector<std::pair<std::string, std::string>> extra;  // key -> JSON
};

/// Adds what one script says, which begins on `line` of its page. What cannot be read is a warning. All texts are clean.
void read_json_ld(std::string_view script, std::size_t line, JsonLd& found, ProblemList& problems);

}  // namespace guidepost::indexer
