#include "indexer/suggest_builder.h"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace guidepost::indexer {
namespace {

/// How often each skill is declared (by importance) or named.
std::map<std::string, double> usefulness(std::span<const Guide> guides, std::span<const Tip> tips) {
  std::map<std::string, double> weights;
  for (const Guide& guide : guides) {
    for (const SkillUse& use : guide.skills) weights[use.skill] += use.importance;
    for (const Passage& passage : guide.passages) {
      for (const std::string& skill : passage.skills) weights[skill] += 1;
    }
  }
  for (const Tip& tip : tips) {
    for (const std::string& skill : tip.skills) weights[skill] += 1;
  }
  return weights;
}

void add_phrases(const Guide& guide, std::vector<SuggestEntry>& entries) {
  const std::string url = "/guides/" + guide.id;
  std::set<std::string> anchors;
  for (const Passage& passage : guide.passages) {
    if (passage.form == PassageForm::question) {
      entries.push_back(
          {passage.title, SuggestionType::phrase, "", url + "#" + passage.anchor, {}, 2});
    }
    const bool names_the_role = passage.section_title.find(guide.title) != std::string::npos;
    if (anchors.insert(passage.section_anchor).second) {
      entries.push_back(
          {names_the_role ? passage.section_title : guide.title + ": " + passage.section_title,
           SuggestionType::phrase,
           "",
           url + "#" + passage.section_anchor,
           {},
           1});
    }
  }
}

}  // namespace

Suggester suggester_of(const Vocabulary& vocabulary, std::span<const Guide> guides,
                       std::span<const Tip> tips) {
  const std::map<std::string, double> weights = usefulness(guides, tips);
  std::vector<SuggestEntry> entries;
  for (const Guide& guide : guides) {
    entries.push_back({guide.title, SuggestionType::role, guide.id, "/guides/" + guide.id,
                       guide.aliases, static_cast<double>(guide.passages.size())});
    add_phrases(guide, entries);
  }
  for (const Skill& skill : vocabulary.skills()) {
    const auto weight = weights.find(skill.id);
    entries.push_back({skill.label, SuggestionType::skill, skill.id, "/skills/" + skill.id,
                       skill.aliases, weight == weights.end() ? 0 : weight->second});
  }
  for (const Tip& tip : tips) {
    entries.push_back({tip.title, SuggestionType::phrase, "", "/tips/" + tip.id, {}, 3});
  }
  return Suggester(std::move(entries));
}

}  // namespace guidepost::indexer
