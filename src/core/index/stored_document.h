// What Xapian keeps of a document for showing it: a guide, a passage, a skill or a tip.
#pragma once

#include "core/model/guide.h"
#include "core/model/skill.h"
#include "core/result.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guidepost {

enum class DocumentType { guide, passage, skill, tip };

inline constexpr std::array all_document_types{DocumentType::guide, DocumentType::passage,
                                               DocumentType::skill, DocumentType::tip};

std::string_view name_of(DocumentType type);

struct StoredDocument {
  DocumentType type = DocumentType::passage;
  std::string id;
  std::string title;
  std::string text;                // shown and highlighted
  std::string guide, guide_title;  // of a guide and its passages
  std::string section_title, section_anchor, anchor;
  PassageForm form = PassageForm::paragraph;
  std::string kind;  // of a skill
  std::string language;
  std::vector<std::string> sections;  // kind names; the first is the one shown
  std::vector<std::string> families;
  std::vector<std::string> levels;
  std::vector<std::string> skills;  // ids; of a guide the most important first, else sorted
  std::string detail;               // of a guide: encode_guide()
};

/// Where the demo site, and any site that follows its paths, shows the document.
std::string url_of(const StoredDocument& document);

std::string encode(const StoredDocument& document);
Result<StoredDocument> decode_document(std::string_view bytes);

/// A guide without the content of its passages, which are documents of their own: of those, only their ids are kept.
std::string encode_guide(const Guide& guide);
Result<Guide> decode_guide(std::string_view bytes);

Passage passage_of(const StoredDocument& document);
Tip tip_of(const StoredDocument& document);

}  // namespace guidepost
