#include "indexer/suggest_entries.h"

#include "core/index/document_store.h"
#include "core/index/segment.h"
#include "core/index/stored_document.h"
#include "core/text/lexicon.h"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace guidepost::indexer {
namespace {

constexpr std::size_t most_texts_read = 8192;
constexpr std::size_t most_corpus_phrases = 2000;
constexpr std::size_t most_section_aliases = 3;

std::string page_of(DocumentType type, const std::string& id, const std::string& url) {
  StoredDocument page;
  page.type = type;
  page.id = id;
  page.url = url;
  return url_of(page);
}

std::string search_for(const std::string& text) {
  std::string url = "/?q=";
  constexpr std::string_view digits = "0123456789ABCDEF";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    const bool is_plain =
        (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (is_plain) {
      url += c;
    } else if (c == ' ') {
      url += '+';
    } else {
      url += {'%', digits[byte >> 4U], digits[byte & 15U]};
    }
  }
  return url;
}

/// The section of a role is asked for by the role's other names too.
std::vector<std::string> aliases_of(const GuideHead& guide, const GuideHead::Phrase& section) {
  std::vector<std::string> aliases;
  if (!section.is_of_role) aliases.push_back(guide.title + ": " + section.topic);
  for (const std::string& alias : guide.aliases) {
    if (aliases.size() == most_section_aliases) break;
    aliases.push_back(alias + ": " + section.topic);
  }
  return aliases;
}

/// Of each text the most useful, and of all the `most` most useful.
void keep_best(std::vector<SuggestEntry>& entries, std::size_t most) {
  std::sort(entries.begin(), entries.end(), is_more_useful);
  std::unordered_set<std::string> texts;
  std::erase_if(entries, [&](const SuggestEntry& entry) {
    return !texts.insert(name_key(entry.text)).second;
  });
  entries.resize(std::min(entries.size(), most));
}

class EntryList {
 public:
  explicit EntryList(const Outline& outline) : outline_(outline) {
    for (const GuideHead& guide : outline.guides) {
      for (const std::string& id : guide.leads_to) ++leading_to_[id];
    }
  }

  void add_guides() {
    for (const GuideHead& guide : outline_.guides) {
      const auto leading = leading_to_.find(guide.id);
      const double weight = static_cast<double>(guide.passages) +
                            (leading == leading_to_.end() ? 0.0 : leading->second);
      const std::string url = page_of(DocumentType::guide, guide.id, guide.url);
      note(guide.title, guide.aliases);
      named_.push_back({guide.title, SuggestionType::role, guide.id, url, guide.aliases, weight});
      for (const GuideHead::Phrase& phrase : guide.phrases) {
        const std::string place = url + "#" + phrase.anchor;
        if (phrase.is_question) {
          phrases_.push_back({phrase.text, SuggestionType::phrase, "", place, {}, 1});
        } else {
          // Of the sections of one guide the one that says most comes first.
          const double share =
              static_cast<double>(phrase.passages) / static_cast<double>(guide.passages + 1);
          sections_.push_back({phrase.text, SuggestionType::section, "", place,
                               aliases_of(guide, phrase), weight + share});
        }
      }
    }
  }

  /// A skill weighs what declares it, by importance, and what names it.
  void add_skills(const SkillGraph& graph) {
    for (const Skill& skill : outline_.skills) {
      const std::uint32_t index = graph.skill_index(skill.id);
      double weight = graph.passages_with(index);
      for (const SkillGraph::Use& use : graph.roles_of(index)) weight += use.importance;
      note(skill.label, skill.aliases);
      named_.push_back({skill.label, SuggestionType::skill, skill.id,
                        page_of(DocumentType::skill, skill.id, skill.url), skill.aliases, weight});
    }
  }

  void add_phrases(const std::vector<CorpusPhrase>& phrases) {
    for (const TipHead& tip : outline_.tips) {
      phrases_.push_back({tip.title,
                          SuggestionType::phrase,
                          "",
                          page_of(DocumentType::tip, tip.id, tip.url),
                          {},
                          3});
    }
    for (const CorpusPhrase& phrase : phrases) {
      if (names_.contains(name_key(phrase.text))) continue;  // the page itself is better
      phrases_.push_back({phrase.text,
                          SuggestionType::phrase,
                          "",
                          search_for(phrase.text),
                          {},
                          static_cast<double>(phrase.texts)});
    }
  }

  std::vector<SuggestEntry> finish() && {
    keep_best(sections_, most_section_entries);
    keep_best(phrases_, most_phrase_entries);
    std::move(sections_.begin(), sections_.end(), std::back_inserter(named_));
    std::move(phrases_.begin(), phrases_.end(), std::back_inserter(named_));
    std::sort(named_.begin(), named_.end(), is_more_useful);
    return std::move(named_);
  }

 private:
  void note(const std::string& name, const std::vector<std::string>& aliases) {
    for (const std::string& key : recognised_keys(name)) names_.insert(key);
    for (const std::string& alias : aliases) names_.insert(name_key(alias));
  }

  const Outline& outline_;
  std::unordered_map<std::string, std::uint32_t> leading_to_;
  std::unordered_set<std::string> names_;
  std::vector<SuggestEntry> named_, sections_, phrases_;
};

}  // namespace

Result<std::vector<CorpusPhrase>> phrases_of(const std::filesystem::path& path,
                                             std::span<const ManifestSegment> segments,
                                             std::span<const CatalogueEntry> catalogue) {
  std::vector<CatalogueEntry> chosen(catalogue.begin(), catalogue.end());
  const auto end =
      chosen.begin() + static_cast<std::ptrdiff_t>(std::min(most_texts_read, chosen.size()));
  std::nth_element(chosen.begin(), end, chosen.end(),
                   [](const auto& a, const auto& b) { return a.id < b.id; });
  chosen.erase(end, chosen.end());
  std::sort(chosen.begin(), chosen.end(),
            [](const auto& a, const auto& b) { return a.document < b.document; });

  std::vector<PhraseText> texts;
  std::uint32_t first = 0;
  auto next = chosen.begin();
  for (const ManifestSegment& segment : segments) {
    const auto store = DocumentStore::open(path / segment.name / segment_file::documents);
    if (!store) return failure(store.error());
    for (; next != chosen.end() && next->document <= first + segment.documents; ++next) {
      auto document = store->at(next->document - first - 1);
      if (!document) return failure(document.error());
      if (document->type != DocumentType::passage && document->type != DocumentType::tip) continue;
      // The heading of a section stands on every passage of it.
      const bool has_own_title = document->title != document->section_title;
      texts.push_back({(has_own_title ? document->title + "\n\n" : "") + document->text,
                       std::move(document->language)});
    }
    first += segment.documents;
  }
  return frequent_phrases(texts, most_corpus_phrases);
}

std::vector<SuggestEntry> suggest_entries_of(const Outline& outline, const SkillGraph& graph,
                                             const std::vector<CorpusPhrase>& phrases) {
  EntryList list(outline);
  list.add_guides();
  list.add_skills(graph);
  list.add_phrases(phrases);
  return std::move(list).finish();
}

}  // namespace guidepost::indexer
