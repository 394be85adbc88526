#include "core/search/facet_words.h"

#include "core/index/schema.h"
#include "core/text/lexicon.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <string>

namespace guidepost {
namespace {

struct LevelName {
  std::string_view key;  // name_key() of what is typed
  std::string_view level;
  bool is_before_role =
      false;  // says it only in front of a role: "staff engineer", but "staff training"
};

constexpr std::array level_names{
    LevelName{"intern", "intern"},
    LevelName{"internship", "intern"},
    LevelName{"interns", "intern"},
    LevelName{"internships", "intern"},
    LevelName{"trainee", "intern"},
    LevelName{"junior", "junior"},
    LevelName{"jr", "junior"},
    LevelName{"entrylevel", "junior"},
    LevelName{"graduate", "junior"},
    LevelName{"midlevel", "mid"},
    LevelName{"intermediate", "mid"},
    LevelName{"senior", "senior"},
    LevelName{"sr", "senior"},
    LevelName{"mid", "mid", true},
    LevelName{"lead", "lead", true},
    LevelName{"staff", "staff", true},
    LevelName{"principal", "principal", true},
};

class FacetWordReader {
 public:
  FacetWordReader(const Generation& generation, std::string_view text, std::span<const Word> words)
      : generation_(generation), text_(text), words_(words) {}

  void read(Interpretation& interpretation) const {
    for (std::size_t at = 0; at < words_.size();) {
      if (const auto name = name_at(at)) {
        at += name->words;
      } else if (const std::size_t level = read_level(at, interpretation.levels); level != 0) {
        at += level;
      } else {
        at += std::max<std::size_t>(1, read_family(at, interpretation.families));
      }
    }
  }

 private:
  std::optional<Lexicon::Match> name_at(std::size_t at) const {
    return generation_.lexicon.longest_match(text_, words_, at, Lexicon::Side::query);
  }

  std::string typed(std::size_t at, std::size_t count) const {
    const std::size_t begin = words_[at].range.begin;
    return std::string(text_.substr(begin, words_[at + count - 1].range.end - begin));
  }

  /// How many words name it; 0 when they name none.
  std::size_t read_level(std::size_t at, std::vector<ReadName>& levels) const {
    constexpr std::size_t most_words = 2;
    std::string key;
    for (std::size_t count = 1; count <= most_words && at + count <= words_.size(); ++count) {
      key += words_[at + count - 1].folded;
      const auto* known = std::find_if(level_names.begin(), level_names.end(),
                                       [&](const LevelName& name) { return name.key == key; });
      if (known == level_names.end()) continue;
      if (known->is_before_role && !is_role(at + count)) continue;
      if (add(FacetField::level, known->level, typed(at, count), levels)) return count;
    }
    return 0;
  }

  bool is_role(std::size_t at) const {
    if (at >= words_.size()) return false;
    const auto name = name_at(at);
    return name && schema::is_role_unit(name->entry->unit);
  }

  /// Families are ids or plain words: "real-estate", "Real estate".
  std::size_t read_family(std::size_t at, std::vector<ReadName>& families) const {
    constexpr std::size_t most_words = 3;
    std::string id;
    std::string label;
    for (std::size_t count = 1; count <= most_words && at + count <= words_.size(); ++count) {
      const std::string& word = words_[at + count - 1].folded;
      id += (count > 1 ? "-" : "") + word;
      label += (count > 1 ? " " : "") + word;
      const std::string text = typed(at, count);
      for (const std::string& family : {id, label, text}) {
        if (add(FacetField::family, family, text, families)) return count;
      }
    }
    return 0;
  }

  bool add(FacetField field, std::string_view value, std::string text,
           std::vector<ReadName>& names) const {
    const auto ordinal = generation_.facets.find(field, value);
    if (!ordinal) return false;
    const bool is_known = std::any_of(names.begin(), names.end(),
                                      [&](const ReadName& name) { return name.id == value; });
    if (!is_known) {
      names.push_back(
          {std::string(value), generation_.facets.label(field, *ordinal), std::move(text)});
    }
    return true;
  }

  const Generation& generation_;
  std::string_view text_;
  std::span<const Word> words_;
};

}  // namespace

void read_facet_words(const Generation& generation, std::string_view text,
                      const std::vector<Word>& words, Interpretation& interpretation) {
  FacetWordReader(generation, text, words).read(interpretation);
}

}  // namespace guidepost
