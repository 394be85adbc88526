#include "indexer/source/passage_splitter.h"

#include "core/text/utf8.h"
#include "indexer/source/kebab_case.h"
#include "indexer/source/passage_anchors.h"

#include <cstddef>
#include <unordered_map>
#include <utility>

namespace guidepost::indexer {
namespace {

// A section's title stands on each of its passages, so one of a megabyte would be there a hundred thousand times.
constexpr std::size_t most_heading_bytes = 200;

struct Section {
  SectionKind kind;
  std::string title;
  std::string anchor;
  std::size_t line;
  std::span<const Block> blocks;
};

bool is_heading(const Block& block) { return block.kind == BlockKind::heading; }
bool begins_section(const Block& block) { return is_heading(block) && block.level == 2; }

class Splitter {
 public:
  Splitter(const std::string& guide_id, ProblemList& problems)
      : guide_id_(guide_id), problems_(problems) {}

  std::vector<Passage> split(std::span<const Block> blocks) && {
    // All section anchors first: they must not depend on which passages came before them.
    const std::vector<Section> sections = sections_of(blocks);
    for (const Section& section : sections) read(section);
    if (passages_.empty()) {
      problems_.error(0, "the guide has no passages",
                      "write text or a list under a heading like `## Overview`");
    }
    return std::move(passages_);
  }

 private:
  struct FirstUse {
    std::size_t line;
    std::size_t next_number;  // for the section that repeats it
  };

  std::vector<Section> sections_of(std::span<const Block> blocks) {
    std::vector<Section> sections;
    std::size_t begin = 0;
    while (begin < blocks.size() && !begins_section(blocks[begin])) ++begin;
    warn_of_text_before(blocks.first(begin));
    while (begin < blocks.size()) {
      std::size_t end = begin + 1;
      while (end < blocks.size() && !begins_section(blocks[end])) ++end;
      const Block& heading = blocks[begin];
      const SectionKind kind = section_kind_of_heading(heading.text);
      sections.push_back({kind, title_of(heading), section_anchor(kind, heading), heading.line,
                          blocks.subspan(begin + 1, end - begin - 1)});
      begin = end;
    }
    return sections;
  }

  std::string title_of(const Block& heading) {
    if (heading.text.size() <= most_heading_bytes) return heading.text;
    problems_.warning(
        heading.line,
        "a heading of more than " + std::to_string(most_heading_bytes) + " bytes is cut",
        "write a shorter one");
    return clean_utf8(heading.text, most_heading_bytes);
  }

  void warn_of_text_before(std::span<const Block> blocks) {
    for (const Block& block : blocks) {
      if (is_heading(block)) {
        warn_of_level_1(block);
        continue;
      }
      problems_.warning(block.line, "text before the first heading of level 2 is left out",
                        "put it under a heading like `## Overview`");
      return;
    }
  }

  void warn_of_level_1(const Block& heading) {
    if (heading.level != 1) return;
    problems_.warning(heading.line, "a heading of level 1 begins no section",
                      "write `## " + heading.text + "`, or remove it: the title is a key");
  }

  std::string section_anchor(SectionKind kind, const Block& heading) {
    std::string anchor(name_of(kind));
    if (kind == SectionKind::other) {
      if (std::string words = kebab_case(heading.text); !words.empty()) anchor = std::move(words);
    }
    const bool is_new = anchors_.take(anchor);
    const auto [first, is_first] = first_uses_.try_emplace(anchor, FirstUse{heading.line, 2});
    if (is_new) return anchor;
    problems_.warning(heading.line, "the section `" + anchor + "` is there twice",
                      is_first
                          ? "rename one"  // "Interview 2" beside two of "Interview"
                          : "join it with the one in line " + std::to_string(first->second.line));
    for (std::size_t& n = first->second.next_number;; ++n) {
      std::string numbered = anchor + "-" + std::to_string(n);
      if (anchors_.take(numbered)) return numbered;
    }
  }

  void read(const Section& section) {
    seen_.clear();
    const std::size_t before = passages_.size();
    const Block* title = nullptr;  // the heading below level 2 that we are under
    std::string title_text;        // what stands there
    std::size_t title_first = 0;   // the block after it
    const auto finish_title = [&](std::size_t end) {
      if (title == nullptr) return;
      if (is_question(section, *title)) {
        add_question(section, *title, title_text,
                     section.blocks.subspan(title_first, end - title_first));
      } else if (end == title_first) {
        problems_.warning(title->line, "nothing stands below this heading",
                          "write text, or remove it");
      }
      title = nullptr;
      title_text.clear();
    };
    for (std::size_t i = 0; i < section.blocks.size(); ++i) {
      const Block& block = section.blocks[i];
      const bool in_question = title != nullptr && is_question(section, *title);
      if (is_heading(block)) {
        if (in_question && block.level > 3) continue;  // a heading inside an answer
        finish_title(i);
        warn_of_level_1(block);
        if (block.level == 1) continue;
        title = &block;
        title_text = title_of(block);
        title_first = i + 1;
      } else if (!in_question && block.kind != BlockKind::table_head) {
        const auto form = block.kind == BlockKind::item ? PassageForm::tip : PassageForm::paragraph;
        add(section, form, title_text, block.text, block.line);
      }
    }
    finish_title(section.blocks.size());
    if (passages_.size() == before) {
      problems_.warning(section.line, "the section `" + section.title + "` is empty",
                        "write text or a list, or remove the heading");
    }
  }

  static bool is_question(const Section& section, const Block& heading) {
    return section.kind == SectionKind::faq && heading.level == 3;
  }

  void add_question(const Section& section, const Block& question, const std::string& title,
                    std::span<const Block> answer) {
    std::string text = joined_text(answer);
    if (text.empty()) {
      problems_.warning(question.line, "the question has no answer", "write one below it");
      return;
    }
    add(section, PassageForm::question, title, std::move(text), question.line);
  }

  void add(const Section& section, PassageForm form, const std::string& title, std::string text,
           std::size_t line) {
    const std::string words = passage_identity(title, text);
    if (const auto [first, is_new] = seen_.emplace(words, line); !is_new) {
      problems_.warning(line,
                        "the same passage stands in line " + std::to_string(first->second) +
                            " of this section; this one is left out",
                        "remove one of the two");
      return;
    }
    Passage passage;
    passage.anchor = anchors_.take_numbered(section.anchor, number_of_identity(words));
    passage.id = guide_id_ + "#" + passage.anchor;
    passage.section = section.kind;
    passage.section_title = section.title;
    passage.section_anchor = section.anchor;
    passage.form = form;
    passage.title = title;
    passage.text = std::move(text);
    passage.line = line;
    passages_.push_back(std::move(passage));
  }

  const std::string& guide_id_;
  ProblemList& problems_;
  std::vector<Passage> passages_;
  PassageAnchors anchors_;                                // of the page
  std::unordered_map<std::string, FirstUse> first_uses_;  // by section anchor
  std::unordered_map<std::string, std::size_t> seen_;     // identity -> line, of one section
};

}  // namespace

std::vector<Passage> split_passages(const std::string& guide_id, std::span<const Block> blocks,
                                    ProblemList& problems) {
  return Splitter(guide_id, problems).split(blocks);
}

}  // namespace guidepost::indexer
