// What is kept of a document for showing it: a guide, a passage, a skill or a tip. Everything it is found by can be made from it again.
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
  std::vector<std::string> skills;      // ids declared; of a guide the most important first
  std::vector<std::string> recognised;  // ids of further skills that its text names, sorted
  std::vector<std::string> aliases;     // further names
  std::string url;                      // where the site shows it; empty: under our own paths
  std::string extra;   // a JSON object of what only the source understands; may be empty
  std::string detail;  // of a guide: encode_guide()
};

/// Declared and recognised, each once: of a guide the most important first, else sorted.
std::vector<std::string> skills_of(const StoredDocument& document);

/// Where the demo site shows what has this id: any id, percent-encoded. Empty for a passage, which is a place on its guide's page.
std::string page_path(DocumentType type, std::string_view id);

/// Where the site shows the document: as the source says, else where the demo site does. Empty for a passage of no page.
std::string url_of(const StoredDocument& document);

std::string encode(const StoredDocument& document);
Result<StoredDocument> decode_document(std::string_view bytes);

/// A guide without the content of its passages, which are documents of their own: of those, only their ids are kept.
std::string encode_guide(const Guide& guide);
Result<Guide> decode_guide(std::string_view bytes);

Passage passage_of(const StoredDocument& document);
Tip tip_of(const StoredDocument& document);

}  // namespace guidepost
