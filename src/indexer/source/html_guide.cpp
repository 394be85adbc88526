#include "indexer/source/html_guide.h"

#include "core/text/utf8.h"
#include "indexer/source/extra_keys.h"
#include "indexer/source/html_blocks.h"
#include "indexer/source/html_charset.h"
#include "indexer/source/html_page.h"
#include "indexer/source/json_ld.h"
#include "indexer/source/page_language.h"
#include "indexer/source/page_passages.h"
#include "indexer/source/page_sections.h"
#include "indexer/source/passage_anchors.h"
#include "indexer/source/single_spaced.h"
#include "indexer/source/text_pieces.h"

#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

namespace guidepost::indexer {
namespace {

constexpr std::size_t most_title_bytes = 200;
constexpr std::size_t most_extra_bytes = 64 * 1024;

bool has_text(const HtmlContent& content) {
  return std::any_of(content.blocks.begin(), content.blocks.end(),
                     [](const Block& block) { return block.kind != BlockKind::heading; });
}

// Some pages leave their <main> to a script, and some stand inside one <form>.
HtmlContent content_of(const HtmlPage& page) {
  HtmlContent content = html_blocks(*page.content);
  if (!has_text(content)) content = html_blocks(*page.body);
  if (!has_text(content)) content = html_blocks(*page.content, Forms::read);
  if (!has_text(content)) content = html_blocks(*page.body, Forms::read);
  return content;
}

std::string title_of(const HtmlPage& page, const JsonLd& data, std::span<const Block> blocks,
                     const std::string& id) {
  std::string title = data.title;
  if (title.empty() && page.has_og_title) title = page.title;
  for (const Block& block : blocks) {
    if (!title.empty()) break;
    if (block.kind == BlockKind::heading && block.level == 1) {
      title = single_spaced(heading_words(block.text));
    }
  }
  if (title.empty()) title = page.title;
  return clean_utf8(title.empty() ? id : title, most_title_bytes);
}

// Adds the sections of the structured data, but for what the page shows as well.
void add_blocks(const JsonLd& data, HtmlContent& content) {
  std::unordered_set<std::string> shown;
  for (const Block& block : content.blocks) shown.insert(single_spaced(block.text));
  std::vector<Block> headings;  // those that a text would stand under and that are not added yet
  for (const Block& block : data.blocks) {
    if (block.kind == BlockKind::heading) {
      while (!headings.empty() && headings.back().level >= block.level) headings.pop_back();
      headings.push_back(block);
    } else if (!shown.contains(single_spaced(block.text))) {
      for (Block& heading : std::exchange(headings, {})) {
        content.blocks.push_back(std::move(heading));
        content.heading_ids.emplace_back();
      }
      content.blocks.push_back(block);
    }
  }
}

// Adds the questions that the page does not show.
void add_questions(const JsonLd& data, Guide& guide) {
  std::unordered_set<std::string> shown;
  PassageAnchors anchors;
  for (const Passage& passage : guide.passages) {
    anchors.take(passage.anchor);
    shown.insert(passage_identity({}, passage.text));
    if (passage.form == PassageForm::question) shown.insert(fold(single_spaced(passage.title)));
  }
  for (const JsonLd::Question& question : data.questions) {
    const bool is_new_text = shown.insert(passage_identity({}, question.text)).second;
    const bool is_new_title = shown.insert(fold(single_spaced(question.title))).second;
    if (!is_new_text || !is_new_title) continue;
    for (const std::string_view piece : pieces_of(question.text, most_passage_bytes)) {
      Passage passage;
      passage.title = question.title;
      passage.text = piece;
      passage.section = SectionKind::faq;
      passage.section_title = label_of(SectionKind::faq);
      passage.form = PassageForm::question;
      passage.line = question.line;
      passage.anchor = anchors.take_numbered(name_of(SectionKind::faq),
                                             passage_number(passage.title, passage.text));
      passage.id = guide.id + "#" + passage.anchor;
      guide.passages.push_back(std::move(passage));
    }
  }
}

void add_data(JsonLd data, Guide& guide) {
  add_questions(data, guide);
  guide.aliases = std::move(data.aliases);
  std::erase(guide.aliases, guide.title);
  guide.text = std::move(data.text);
  guide.salary = std::move(data.salary);
  for (std::string& skill : data.skills) guide.skills.push_back({std::move(skill), 3});
  ExtraKeys extra(most_extra_bytes);
  for (const auto& [key, value] : data.extra) extra.add(key, value);
  guide.extra = extra.object();
}

}  // namespace

std::optional<Guide> read_html(const std::string& id, std::string_view bytes, ProblemList& problems,
                               const HtmlLimits& limits, const std::string& language) {
  if (bytes.size() > most_html_bytes) {
    problems.error(0, "is larger than " + std::to_string(most_html_bytes) + " bytes", "split it");
    return std::nullopt;
  }
  const auto text = html_utf8(bytes, problems);
  if (!text) return std::nullopt;
  const auto tree = HtmlTree::parse(*text, problems.file(), limits);
  if (!tree) {
    problems.error(tree.error());
    return std::nullopt;
  }
  const HtmlPage page = read_html_page(*tree);
  if (page.is_noindex) {
    problems.warning(0, "the page asks not to be indexed (robots: noindex) and is left out",
                     "remove that from its head to have it found");
    return std::nullopt;
  }
  JsonLd data;
  for (const HtmlPage::Script& script : page.json_ld) {
    read_json_ld(script.json, script.line, data, problems);
  }
  HtmlContent content = content_of(page);
  Guide guide;
  guide.id = id;
  guide.title = title_of(page, data, content.blocks, id);
  guide.tagline = page.description;
  guide.language = language_of_tag(page.language).value_or(language);
  guide.url = page.url;
  guide.where = {problems.file(), 1};
  add_blocks(data, content);
  guide.passages =
      page_passages(guide.id, guide.title, content.blocks, content.heading_ids, problems);
  add_data(std::move(data), guide);
  if (guide.passages.empty() && guide.text.empty()) {
    problems.error(0, "the page has no text", "leave it out, or save it with its text");
    return std::nullopt;
  }
  return guide;
}

}  // namespace guidepost::indexer
