// What one pass over the sources tells: the names that texts may hold, and a hash of every document. Of texts only what roles are compared by, bounded.
#pragma once

#include "core/index/checksum.h"
#include "core/index/names.h"
#include "core/model/guide.h"
#include "core/model/skill.h"
#include "core/model/synonym_rule.h"
#include "indexer/source/source.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace guidepost::indexer {

/// What a role says about itself, for recommendations.
struct RoleText {
  std::string text;                   // tagline and text about the role as a whole
  std::vector<std::string> passages;  // the first ones of its page
};

/// A guide without its texts, but for a bounded part.
struct GuideHead {
  std::string id;
  std::string title;
  std::vector<std::string> aliases;
  std::string family;
  std::vector<std::string> levels;
  std::vector<SkillUse> skills;
  bool is_translation = false;  // it says again what another guide says

  /// What a person may begin to type: a question of it, or one of its sections.
  struct Phrase {
    std::string text;
    std::string anchor;
    bool is_question = false;
    std::string topic = {};   // of a section: its heading without the role
    bool is_of_role = false;  // `text` is the role's title and the topic
    std::size_t passages = 1;
  };
  std::vector<Phrase> phrases;
  std::size_t passages = 0;
  std::vector<std::string> leads_to;  // guides of its career path
  std::string language;
  RoleText about;
  std::string url;  // where the site shows it; empty: under our own paths
  SourcePlace where;
};

struct TipHead {
  std::string id;
  std::string title;
  std::string url;
};

/// A document that will be in the generation.
struct OutlinedDocument {
  Hash128 id;
  std::uint64_t source = 0;  // hash of what its item says
  std::uint64_t unit =
      0;  // SourceRead::unit, where passing over it loses nothing: no name, no problem; else 0
};

/// The lists of names are sorted by id; documents are in the order of the sources.
struct Outline {
  std::vector<Skill> skills;
  std::vector<GuideHead> guides;
  std::vector<TipHead> tips;
  std::vector<OutlinedDocument> documents;
  std::vector<SynonymRule> synonyms;  // in the order they were read
  std::vector<std::string> sources;   // paths as they were named
  std::size_t passages = 0;
  std::size_t rejected = 0;       // items left out
  std::vector<Problem> problems;  // in the order they were met; of very many, the first
  std::size_t further_problems = 0;

  /// Skills and roles by name.
  Names names() const;
};

GuideHead head_of(const Guide& guide);

/// At most `most_bytes` of texts.
RoleText role_text_of(const Guide& guide, std::size_t most_bytes);

}  // namespace guidepost::indexer
