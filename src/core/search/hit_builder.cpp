#include "core/search/hit_builder.h"

#include "core/search/ranking.h"
#include "core/search/snippet.h"

namespace guidepost {
namespace {

void add_terms(const std::vector<WordGroup>& groups, std::set<std::string>& terms) {
  for (const WordGroup& group : groups) {
    for (const Alternative& alternative : group.alternatives) {
      if (alternative.trust <= ranking::everyday_word_trust) continue;
      terms.insert(alternative.terms.begin(), alternative.terms.end());
    }
  }
}

}  // namespace

std::set<std::string> marked_terms(const QueryPlan& plan) {
  std::set<std::string> terms;
  add_terms(plan.required, terms);
  add_terms(plan.optional, terms);
  return terms;
}

Hit hit_of(const StoredDocument& document, const std::set<std::string>& marked,
           const Generation& generation, const Analyzer& analyzer) {
  Hit hit;
  hit.id = document.id;
  hit.type = name_of(document.type);
  hit.title = document.title;
  hit.guide = document.guide;
  hit.guide_title = document.guide_title;
  if (!document.sections.empty()) {
    hit.section = document.sections.front();
    const auto kind = section_kind_named(hit.section);
    hit.section_title = document.section_title;
    hit.section_anchor = document.section_anchor;
    if (hit.section_title.empty() && kind) hit.section_title = label_of(*kind);
  }
  const bool is_guide = document.type == DocumentType::guide;
  if (is_guide && !document.families.empty()) hit.family = document.families.front();
  hit.kind = document.kind;
  hit.url = url_of(document);
  hit.extra = document.extra;
  hit.title_highlights = find_highlights(document.title, document.language, marked, analyzer);
  Snippet snippet = best_window(document.text,
                                find_highlights(document.text, document.language, marked, analyzer),
                                ranking::snippet_bytes);
  hit.snippet = std::move(snippet.text);
  hit.snippet_highlights = std::move(snippet.highlights);
  for (const std::string& id : skills_of(document)) {
    if (const Skill* skill = generation.names.vocabulary.find(id)) {
      hit.skills.push_back({skill->id, skill->label});
    }
  }
  return hit;
}

}  // namespace guidepost
