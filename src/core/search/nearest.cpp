#include "core/search/nearest.h"

#include "core/index/stored_document.h"
#include "core/search/ranking.h"
#include "core/text/edit_distance.h"
#include "core/text/name_words.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <optional>
#include <utility>

namespace guidepost {
namespace {

constexpr std::size_t most_words_read = 8;
constexpr std::size_t most_spellings_read = 4;  // each walks the dictionary, three edits wide
constexpr std::size_t most_names_read = 60;
constexpr std::size_t most_partial = 20;
constexpr std::size_t most_of_a_word = 2;

class NearestReader {
 public:
  NearestReader(const Generation& generation, const Analyzer& analyzer)
      : generation_(generation),
        analyzer_(analyzer),
        guide_(generation.facets.find(FacetField::type, name_of(DocumentType::guide))),
        skill_(generation.facets.find(FacetField::type, name_of(DocumentType::skill))) {}

  void read_words(const std::vector<NameWord>& words) {
    for (std::size_t i = 0; i < words.size() && i < most_words_read; ++i) {
      if (generation_.dictionary.documents_with(words[i].folded) == 0) {
        read_spelling(words[i].folded);
      } else {
        read_substitutes(words[i]);
      }
    }
  }

  void read_letters(const std::string& spelled) {
    const GramCosines cosines(generation_.titles.grams(), spelled);
    std::vector<std::pair<float, std::uint32_t>> near;
    constexpr auto least = static_cast<float>(ranking::least_letters);
    cosines.each_maybe_above([] { return least; },
                             [&](std::uint32_t name) {
                               const float cosine = cosines.of(name);
                               if (cosine > least) near.emplace_back(-cosine, name);
                             });
    std::sort(near.begin(), near.end());
    if (near.size() > most_names_read) near.resize(most_names_read);
    for (const auto& [cosine, name] : near) add_document(generation_.titles.document_of(name));
  }

  /// The skills and roles that most of the documents have, those at the front counting more.
  void read_related(std::span<const std::uint32_t> partial) {
    std::map<std::uint32_t, double> skills;
    std::map<std::uint32_t, double> roles;
    for (std::size_t i = 0; i < std::min(partial.size(), most_partial); ++i) {
      const double weight = 1 / std::log2(static_cast<double>(i) + 2);
      const FacetColumns& facets = generation_.facets;
      // A guide declares twenty skills: what is written about one says more.
      const bool is_guide = is_of(partial[i], guide_);
      for (const std::uint32_t role : facets.ordinals(FacetField::role, partial[i])) {
        roles[role] += weight;
      }
      if (is_guide) continue;
      for (const std::uint32_t skill : facets.ordinals(FacetField::skill, partial[i])) {
        skills[skill] += weight;
      }
    }
    add_heaviest(FacetField::skill, skills, Nearness::related, nearest_.skills);
    add_heaviest(FacetField::role, roles, Nearness::related, nearest_.roles);
  }

  /// Where nothing came near: what most documents are about, which does not claim to be like what was typed.
  void read_popular() {
    if (!nearest_.words.empty() || !nearest_.skills.empty() || !nearest_.roles.empty()) return;
    add_heaviest(FacetField::skill, usage_of(FacetField::skill), Nearness::popular,
                 nearest_.skills);
    add_heaviest(FacetField::role, usage_of(FacetField::role), Nearness::popular, nearest_.roles);
  }

  Nearest take() && { return std::move(nearest_); }

 private:
  void add_word(std::string text, const std::string& typed, Nearness because) {
    const bool is_known = std::any_of(nearest_.words.begin(), nearest_.words.end(),
                                      [&](const NearWord& word) { return word.text == text; });
    if (is_known || text == typed || nearest_.words.size() == Nearest::most) return;
    nearest_.words.push_back({std::move(text), typed, because});
  }

  /// From six letters on one edit more than a correction forgives: here nothing is searched instead, only shown.
  void read_spelling(const std::string& folded) {
    constexpr std::size_t long_enough = 6;
    const std::size_t forgiven = forgiven_edits(folded);
    if (forgiven == 0 || spellings_read_ == most_spellings_read) return;
    ++spellings_read_;
    const std::size_t limit = folded.size() < long_enough ? forgiven : forgiven + 1;
    for (DictionaryMatch& match : generation_.dictionary.near(folded, limit, most_of_a_word)) {
      add_word(std::move(match.word), folded, Nearness::spelling);
    }
  }

  void read_substitutes(const NameWord& word) {
    const NameIndex& titles = generation_.titles;
    const std::uint32_t term = titles.term_named(word.term);
    if (term == NameIndex::none) return;
    std::size_t added = 0;
    for (const Substitute& substitute : titles.substitutes(term)) {
      if (added == most_of_a_word) break;
      if (auto written = word_with(titles.term(substitute.term))) {
        add_word(std::move(*written), word.folded, Nearness::substitute);
        ++added;
      }
    }
  }

  /// The commonest word that has this stem.
  std::optional<std::string> word_with(const std::string& term) const {
    for (DictionaryMatch& match :
         generation_.dictionary.completions(term, ranking::max_completions)) {
      if (analyzer_.term_of(match.word, "en") == term) return std::move(match.word);
    }
    return std::nullopt;
  }

  bool is_of(std::uint32_t document, std::optional<std::uint32_t> type) const {
    const auto types = generation_.facets.ordinals(FacetField::type, document);
    return type && !types.empty() && types[0] == *type;
  }

  void add_document(std::uint32_t document) {
    if (!generation_.facets.is_alive(document)) return;
    const std::string id(generation_.id_of(document));
    if (is_of(document, skill_)) {
      add_name(FacetField::skill, id, Nearness::letters, nearest_.skills);
    } else if (is_of(document, guide_)) {
      add_name(FacetField::role, id, Nearness::letters, nearest_.roles);
    }
  }

  void add_name(FacetField field, const std::string& id, Nearness because,
                std::vector<NearName>& names) const {
    const bool is_known = std::any_of(names.begin(), names.end(),
                                      [&](const NearName& name) { return name.id == id; });
    // Only pages are shown: a skill that is named but has none leads nowhere.
    if (is_known || names.size() == Nearest::most || generation_.number_of(id) == 0) return;
    const auto ordinal = generation_.facets.find(field, id);
    std::string label = ordinal ? generation_.facets.label(field, *ordinal) : id;
    if (const Skill* skill = generation_.names.vocabulary.find(id)) label = skill->label;
    names.push_back({id, std::move(label), because});
  }

  /// How many documents have each value whose page is in the language that most are in: translations would be the same again.
  std::map<std::uint32_t, double> usage_of(FacetField field) const {
    const FacetColumns& facets = generation_.facets;
    std::vector<std::uint32_t> languages(facets.value_count(FacetField::language));
    std::iota(languages.begin(), languages.end(), 0U);
    const auto main =
        std::max_element(languages.begin(), languages.end(), [&](std::uint32_t a, std::uint32_t b) {
          return facets.documents_with(FacetField::language, a) <
                 facets.documents_with(FacetField::language, b);
        });
    std::map<std::uint32_t, double> usage;
    for (std::uint32_t value = 0; value < facets.value_count(field); ++value) {
      const std::uint32_t page = generation_.number_of(facets.value(field, value));
      const bool is_shown = page != 0 && main != languages.end() &&
                            facets.first_ordinal(FacetField::language, page) == *main;
      if (is_shown) usage[value] = facets.documents_with(field, value);
    }
    return usage;
  }

  void add_heaviest(FacetField field, const std::map<std::uint32_t, double>& weights,
                    Nearness because, std::vector<NearName>& names) const {
    std::vector<std::pair<std::uint32_t, double>> heaviest(weights.begin(), weights.end());
    std::stable_sort(heaviest.begin(), heaviest.end(),
                     [](const auto& a, const auto& b) { return a.second > b.second; });
    for (const auto& [ordinal, weight] : heaviest) {
      if (names.size() == Nearest::most) break;
      add_name(field, generation_.facets.value(field, ordinal), because, names);
    }
  }

  const Generation& generation_;
  const Analyzer& analyzer_;
  std::optional<std::uint32_t> guide_;
  std::optional<std::uint32_t> skill_;
  std::size_t spellings_read_ = 0;
  Nearest nearest_;
};

}  // namespace

Nearest nearest_to(std::string_view text, std::span<const std::uint32_t> partial,
                   const Generation& generation, const Analyzer& analyzer) {
  const std::vector<NameWord> words = name_words(text, "en", analyzer);
  NearestReader reader(generation, analyzer);
  reader.read_words(words);
  reader.read_related(partial);
  reader.read_letters(spelled(words));
  reader.read_popular();
  return std::move(reader).take();
}

}  // namespace guidepost
