#include "indexer/source/flat_item.h"

#include "core/index/schema.h"
#include "core/model/guide.h"
#include "core/model/section_kind.h"
#include "core/text/utf8.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace guidepost::indexer {
namespace {

constexpr std::size_t most_body_bytes = 1'000'000;
constexpr std::size_t most_title_bytes = 1'000;
constexpr std::size_t most_short_bytes = 200;
constexpr std::size_t most_url_bytes = 2'000;
constexpr std::size_t most_entries = 1'000;

bool is_control(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte < 0x20U || byte == 0x7fU;
}

/// Checks and cleans the fields of one item.
class Reader {
 public:
  Reader(FlatItem& flat, ProblemList& problems) : flat_(flat), problems_(problems) {}

  bool check() {
    if (flat_.id.empty()) return refuse("has no id", "give it one that no other has");
    if (flat_.id.size() > schema::max_id_bytes) {
      return refuse("the id has " + std::to_string(flat_.id.size()) + " bytes",
                    "give it at most " + std::to_string(schema::max_id_bytes));
    }
    if (std::any_of(flat_.id.begin(), flat_.id.end(), is_control) ||
        clean_utf8(flat_.id, flat_.id.size()) != flat_.id) {
      return refuse("the id holds control characters or is no UTF-8", "give it a plain one");
    }
    clean(flat_.title, "title", most_title_bytes);
    clean_body();
    if (flat_.title.empty() && flat_.body.empty()) {
      return refuse(flat_.id + " has neither title nor body", "give it one of them");
    }
    clean(flat_.section, "section", most_title_bytes);
    clean(flat_.guide, "guide", most_short_bytes);
    clean(flat_.url, "url", most_url_bytes);
    clean(flat_.family, "family", most_short_bytes);
    clean(flat_.kind, "kind", most_short_bytes);
    clean_list(flat_.levels, "level");
    clean_list(flat_.aliases, "aliases");
    clean_skills();
    read_language();
    return true;
  }

  bool refuse(std::string message, std::string hint) {
    problems_.error(flat_.line, std::move(message), std::move(hint));
    return false;
  }

 private:
  void clean(std::string& text, std::string_view name, std::size_t most) {
    const bool is_plain = text.size() <= most && std::none_of(text.begin(), text.end(), [](char c) {
                            return is_control(c) || static_cast<unsigned char>(c) >= 0x80U;
                          });
    if (!is_plain) {
      if (text.size() > most) warn_of_cut(name, most);
      text = clean_utf8(text, most);
      std::replace_if(text.begin(), text.end(), is_control, ' ');
    }
    trim(text);
  }

  /// Lines of a body mean something.
  void clean_body() {
    std::string& body = flat_.body;
    if (body.size() > most_body_bytes) warn_of_cut("body", most_body_bytes);
    const bool is_ascii = std::all_of(body.begin(), body.end(),
                                      [](char c) { return static_cast<unsigned char>(c) < 0x80U; });
    if (!is_ascii || body.size() > most_body_bytes) body = clean_utf8(body, most_body_bytes);
    std::erase(body, '\r');
    std::replace_if(
        body.begin(), body.end(), [](char c) { return is_control(c) && c != '\n' && c != '\t'; },
        ' ');
    trim(body);
  }

  static void trim(std::string& text) {
    constexpr std::string_view white = " \t\n";
    const std::size_t begin = text.find_first_not_of(white);
    if (begin == std::string::npos) {
      text.clear();
      return;
    }
    text.erase(text.find_last_not_of(white) + 1);
    text.erase(0, begin);
  }

  void warn_of_cut(std::string_view name, std::size_t most) {
    problems_.warning(flat_.line,
                      "the " + std::string(name) + " of " + flat_.id + " is cut to " +
                          std::to_string(most) + " bytes",
                      "split it");
  }

  template <typename Entry>
  void cut_list(std::vector<Entry>& entries, std::string_view name) {
    if (entries.size() <= most_entries) return;
    problems_.warning(flat_.line,
                      "of the " + std::string(name) + " of " + flat_.id + " the first " +
                          std::to_string(most_entries) + " are kept",
                      "name fewer");
    entries.resize(most_entries);
  }

  void clean_list(std::vector<std::string>& entries, std::string_view name) {
    cut_list(entries, name);
    for (std::string& entry : entries) clean(entry, name, most_short_bytes);
    std::erase_if(entries, [](const std::string& entry) { return entry.empty(); });
  }

  void clean_skills() {
    cut_list(flat_.skills, "skills");
    for (SkillUse& use : flat_.skills) {
      clean(use.skill, "skills", most_short_bytes);
      use.importance = std::clamp(use.importance, 1, 5);
    }
    std::erase_if(flat_.skills, [](const SkillUse& use) { return use.skill.empty(); });
  }

  void read_language() {
    std::string& language = flat_.language;
    std::transform(language.begin(), language.end(), language.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    language.resize(std::min(language.find_first_of("-_"), language.size()));  // "en-GB" is "en"
    const bool is_code =
        language.size() >= 2 && language.size() <= 3 &&
        std::all_of(language.begin(), language.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    if (is_code) return;
    if (!language.empty()) {
      problems_.warning(flat_.line, "the language of " + flat_.id + " is no code",
                        "write one like `en` or `de`");
    }
    language = "en";
  }

  FlatItem& flat_;
  ProblemList& problems_;
};

std::vector<std::string> skill_names(std::vector<SkillUse> uses) {
  std::vector<std::string> names;
  names.reserve(uses.size());
  for (SkillUse& use : uses) names.push_back(std::move(use.skill));
  return names;
}

std::vector<std::string> families_of(std::string family) {
  if (family.empty()) return {};
  return {std::move(family)};
}

SectionKind section_of(const std::string& section) {
  if (const auto kind = section_kind_named(section)) return *kind;
  return section.empty() ? SectionKind::other : section_kind_of_heading(section);
}

LonePassage passage_of(FlatItem flat) {
  LonePassage lone;
  Passage& passage = lone.passage;
  passage.section = section_of(flat.section);
  const bool is_kind = section_kind_named(flat.section).has_value();
  passage.section_title = is_kind && passage.section != SectionKind::other
                              ? std::string(label_of(passage.section))
                              : flat.section;
  if (!flat.guide.empty() && flat.id.starts_with(flat.guide + "#")) {
    passage.anchor = flat.id.substr(flat.guide.size() + 1);
  }
  passage.id = std::move(flat.id);
  passage.title = std::move(flat.title);
  passage.text = std::move(flat.body);
  passage.skills = skill_names(std::move(flat.skills));
  passage.line = flat.line;
  lone.guide = std::move(flat.guide);
  lone.aliases = std::move(flat.aliases);
  lone.families = families_of(std::move(flat.family));
  lone.levels = std::move(flat.levels);
  lone.language = std::move(flat.language);
  lone.url = std::move(flat.url);
  lone.extra = std::move(flat.extra);
  return lone;
}

Guide guide_of(FlatItem flat) {
  Guide guide;
  guide.title = flat.title.empty() ? flat.id : std::move(flat.title);
  guide.id = std::move(flat.id);
  guide.text = std::move(flat.body);
  guide.aliases = std::move(flat.aliases);
  guide.family = std::move(flat.family);
  guide.levels = std::move(flat.levels);
  guide.language = std::move(flat.language);
  guide.skills = std::move(flat.skills);
  guide.url = std::move(flat.url);
  guide.extra = std::move(flat.extra);
  return guide;
}

Tip tip_of(FlatItem flat) {
  Tip tip;
  tip.title = flat.title.empty() ? flat.id : std::move(flat.title);
  tip.id = std::move(flat.id);
  tip.text = std::move(flat.body);
  tip.skills = skill_names(std::move(flat.skills));
  if (!flat.section.empty()) tip.sections = {section_of(flat.section)};
  tip.families = families_of(std::move(flat.family));
  tip.levels = std::move(flat.levels);
  tip.language = std::move(flat.language);
  tip.aliases = std::move(flat.aliases);
  tip.url = std::move(flat.url);
  tip.extra = std::move(flat.extra);
  return tip;
}

Skill skill_of(FlatItem flat, SkillKind kind) {
  Skill skill;
  skill.label = flat.title.empty() ? flat.id : std::move(flat.title);
  skill.id = std::move(flat.id);
  skill.kind = kind;
  skill.description = std::move(flat.body);
  skill.aliases = std::move(flat.aliases);
  skill.language = std::move(flat.language);
  skill.families = families_of(std::move(flat.family));
  skill.url = std::move(flat.url);
  skill.extra = std::move(flat.extra);
  return skill;
}

template <typename Item>
SourceItem placed(Item item, const std::string& file, std::size_t line) {
  item.where = {file, line};
  return item;
}

}  // namespace

std::optional<SourceItem> item_of(FlatItem flat, ProblemList& problems) {
  Reader reader(flat, problems);
  if (!reader.check()) return std::nullopt;
  const std::size_t line = flat.line;
  const std::string type = flat.type;
  if (type.empty() || type == "passage") {
    return placed(passage_of(std::move(flat)), problems.file(), line);
  }
  if (type == "guide") return placed(guide_of(std::move(flat)), problems.file(), line);
  if (type == "tip") return placed(tip_of(std::move(flat)), problems.file(), line);
  if (type != "skill") {
    reader.refuse(flat.id + " has the unknown type " + clean_utf8(type, most_short_bytes),
                  "write guide, passage, skill or tip");
    return std::nullopt;
  }
  const auto kind = flat.kind.empty() ? SkillKind::skill : skill_kind_named(flat.kind);
  if (!kind) {
    reader.refuse(flat.id + " has the unknown kind " + flat.kind,
                  "write technology, knowledge, skill, language or certificate");
    return std::nullopt;
  }
  return placed(skill_of(std::move(flat), *kind), problems.file(), line);
}

}  // namespace guidepost::indexer
