// One role's guide, and the free-standing tip: plain values, as the grammar of corpus/README.md describes them.
#pragma once

#include "core/error.h"
#include "core/model/passage.h"
#include "core/model/section_kind.h"
#include "core/model/skill.h"

#include <optional>
#include <string>
#include <vector>

namespace guidepost {

/// A career step. `guide` is empty where the step has no guide of its own; `level` may be empty.
struct CareerStep {
  std::string title;
  std::string level;
  std::string guide;
};

/// A year's pay before tax. `basis` says where the range comes from ("editorial estimate").
struct Salary {
  int low = 0;
  int high = 0;
  std::string currency;
  std::string region;
  std::string basis;
};

struct Guide {
  std::string id;
  std::string title;
  std::string tagline;
  std::vector<std::string> aliases;
  std::string family;
  std::vector<std::string> levels;
  std::string language = "en";
  std::vector<SkillUse> skills;  // in the order of the file
  std::vector<std::string> tools;
  std::vector<CareerStep> career_path;
  std::optional<Salary> salary;
  std::string translation_of;  // id of the guide that this one is in another language; empty: none
  std::string text;            // about the role as a whole, beside the passages; may be empty
  std::vector<Passage> passages;  // in the order of the page
  std::string url;                // where the site shows it; empty: under guidepost's own paths
  std::string extra;  // keys of the source that mean nothing to us, as one JSON object; empty: none
  SourcePlace where;
};

/// A passage that came by itself, not inside its guide. `guide` may be empty, or name a guide of any source.
struct LonePassage {
  Passage passage;  // `passage.id` is the id the source gave
  std::string guide;
  std::vector<std::string> aliases;  // further titles it is found by
  std::vector<std::string> families;
  std::vector<std::string> levels;
  std::string language = "en";
  std::string url;
  std::string extra;
  SourcePlace where;
};

struct Tip {
  std::string id;
  std::string title;
  std::string text;  // paragraphs separated by an empty line, list items begin with "- "
  std::vector<std::string> skills;
  std::vector<SectionKind> sections;
  std::vector<std::string> families;
  std::vector<std::string> levels;
  std::string language = "en";
  std::vector<std::string> aliases;  // further titles it is found by
  std::string url;
  std::string extra;
  SourcePlace where;
};

}  // namespace guidepost
