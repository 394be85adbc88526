#include "core/search/candidates.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>
#include <unordered_set>
#include <utility>

namespace guidepost {
namespace {

/// The `most` entries of the highest values, ties by number.
class Highest {
 public:
  explicit Highest(std::size_t most) : most_(most) {}

  void add(std::uint32_t number, float value) {
    if (kept_.size() == most_ && value < kept_.front().value) return;
    const Entry entry{number, value};
    if (kept_.size() < most_) {
      kept_.push_back(entry);
      std::push_heap(kept_.begin(), kept_.end(), is_before);
    } else if (is_before(entry, kept_.front())) {
      std::pop_heap(kept_.begin(), kept_.end(), is_before);
      kept_.back() = entry;
      std::push_heap(kept_.begin(), kept_.end(), is_before);
    }
  }

  /// Best first.
  std::vector<std::uint32_t> finish() && {
    std::sort(kept_.begin(), kept_.end(), is_before);
    std::vector<std::uint32_t> numbers;
    for (const Entry& entry : kept_) numbers.push_back(entry.number);
    return numbers;
  }

  /// What a value must at least be to be kept; 0 as long as any is.
  float least() const { return kept_.size() == most_ ? kept_.front().value : 0; }

 private:
  struct Entry {
    std::uint32_t number;
    float value;
  };
  static bool is_before(const Entry& a, const Entry& b) {
    return a.value != b.value ? a.value > b.value : a.number < b.number;
  }

  std::size_t most_;
  std::vector<Entry> kept_;  // a heap, its worst in front
};

constexpr auto least_latent = static_cast<float>(ranking::least_latent);

double rounded_trust(double trust) {
  constexpr double step = 0.15;  // stand-ins of about the same trust pool their statistics
  return std::max(step, std::floor(trust / step) * step);
}

class Choice {
 public:
  explicit Choice(const Generation& generation)
      : generation_(generation), types_(generation.facets.value_count(FacetField::type)) {
    chosen_.shares_words.assign(generation.titles.size(), 0);
  }

  void by_text(std::vector<float> scores) {
    static_assert(ranking::prose_documents <= FacetColumns::most_of_a_rare_type);
    const FacetColumns& facets = generation_.facets;
    std::vector<Highest> best(types_, Highest(ranking::prose_documents));
    float least = 0;  // that any of the common types keeps
    for (std::uint32_t document = 1; document < scores.size(); ++document) {
      if (scores[document] <= least) continue;
      const std::uint32_t type = facets.first_ordinal(FacetField::type, document);
      if (type == FacetColumns::none || is_rare(type)) continue;  // a dead one
      best[type].add(document, scores[document]);
      least = least_kept(best);
    }
    for (const std::uint32_t document : facets.documents_of_rare_types()) {
      if (document >= scores.size() || scores[document] <= 0) continue;
      best[facets.first_ordinal(FacetField::type, document)].add(document, scores[document]);
    }
    chosen_.text_scores = std::move(scores);
    for (Highest& of_type : best) {
      const std::vector<std::uint32_t> documents = std::move(of_type).finish();
      for (std::size_t i = 0; i < std::min(documents.size(), ranking::documents_by_text); ++i) {
        choose(documents[i]);
      }
      chosen_.by_text.insert(chosen_.by_text.end(), documents.begin(), documents.end());
    }
  }

  void by_words(std::span<const NameScorer> scorers) {
    for (const NameScorer& scorer : scorers) {
      std::vector<std::uint32_t> touched;
      const std::vector<float> overlaps = scorer.overlaps(touched);
      choose_best(touched, overlaps, ranking::names_by_words, ranking::documents_by_words);
      for (const std::uint32_t name : touched) chosen_.shares_words[name] = 1;
    }
  }

  void by_initials(const std::vector<QueryWord>& words) {
    std::vector<std::uint32_t> names;
    for (const QueryWord& word : words) {
      if (!word.may_be_initials) continue;
      for (const std::uint32_t name : generation_.titles.names_with_initials(word.folded)) {
        names.push_back(name);
        chosen_.shares_words[name] = 1;
      }
    }
    std::vector<Highest> best(types_, Highest(ranking::names_by_letters));
    for (const std::uint32_t name : names) {
      const std::uint8_t type = generation_.types_of_names.of(name);
      if (type != NameTypes::none) best[type].add(name, value_by_initials(name, words));
    }
    choose_documents(std::move(best), ranking::documents_by_words);
  }

  void by_letters(const std::string& spelled) {
    chosen_.letters = GramCosines(generation_.titles.grams(), spelled);
    const GramCosines& letters = chosen_.letters;
    const NameTypes& types = generation_.types_of_names;
    // What the nearest names of a type reach at least leaves out most of the others unseen.
    std::vector<Highest> sure(types_, Highest(ranking::names_by_letters));
    std::vector<float> floors(types_, Candidates::least_letters);
    float floor = Candidates::least_letters;
    letters.each_surely_above([&] { return floor; },
                              [&](std::uint32_t name, float cosine) {
                                const std::uint8_t type = types.of(name);
                                if (types.is_rare(type) || cosine <= floors[type]) return;
                                sure[type].add(name, cosine);
                                floors[type] = std::max(floors[type], sure[type].least());
                                floor = lowest_of_common(floors);
                              });
    for (std::uint32_t type = 0; type < types_; ++type) {
      if (sure[type].least() <= 0) continue;
      float reached = std::numeric_limits<float>::max();
      for (const std::uint32_t name : std::move(sure[type]).finish()) {
        reached = std::min(reached, letters.of(name));
      }
      floors[type] = std::nextafter(std::max(floors[type], reached), 0.0F);
    }
    floor = lowest_of_common(floors);
    std::vector<Highest> best(types_, Highest(ranking::names_by_letters));
    letters.each_maybe_above(
        [&] { return floor; },
        [&](std::uint32_t name) {
          const std::uint8_t type = types.of(name);
          if (types.is_rare(type) || !letters.is_maybe_above(name, floors[type])) {
            return;
          }
          add_near(name, best);
        });
    for (const std::uint32_t name : types.names_of_rare()) {
      if (letters.is_maybe_above(name, Candidates::least_letters)) add_near(name, best);
    }
    choose_documents(std::move(best), ranking::documents_by_letters);
  }

  void by_latent(const LatentQuery& latent) {
    const FacetColumns& facets = generation_.facets;
    std::vector<Highest> best(types_, Highest(ranking::documents_by_latent));
    generation_.latent.each_place(latent, [&](std::uint32_t document, float cosine) {
      if (cosine < least_latent) return;
      const std::uint32_t type = facets.first_ordinal(FacetField::type, document);
      if (type != FacetColumns::none) best[type].add(document, cosine);
    });
    for (Highest& of_type : best) {
      for (const std::uint32_t document : std::move(of_type).finish()) choose(document);
    }
  }

  Candidates finish() && {
    std::sort(chosen_.documents.begin(), chosen_.documents.end());
    return std::move(chosen_);
  }

 private:
  bool is_rare(std::uint32_t type) const {
    return generation_.facets.documents_with(FacetField::type, type) <=
           FacetColumns::most_of_a_rare_type;
  }

  /// Of the names that are called so as a whole those first that people abbreviate, then the plainest.
  float value_by_initials(std::uint32_t name, const std::vector<QueryWord>& words) const {
    const NameIndex& titles = generation_.titles;
    const auto weight = static_cast<float>(titles.weight_of(name));
    if (words.size() > 1) return -weight;
    const std::size_t length = words.front().folded.size();
    const bool is_whole =
        titles.terms_of(name).size() == length || titles.initials_of(name).size() == length;
    constexpr float before_all = 1000;
    return is_whole ? before_all * (1 + static_cast<float>(titles.abbreviation_of(name))) : -weight;
  }

  void add_near(std::uint32_t name, std::vector<Highest>& best) const {
    const float cosine = chosen_.letters.of(name);
    if (cosine <= Candidates::least_letters) return;
    best[generation_.types_of_names.of(name)].add(name, cosine);
  }

  float lowest_of_common(const std::vector<float>& floors) const {
    float lowest = std::numeric_limits<float>::max();
    for (std::size_t type = 0; type < floors.size(); ++type) {
      const bool is_rare = generation_.types_of_names.is_rare(static_cast<std::uint8_t>(type));
      if (!is_rare) lowest = std::min(lowest, floors[type]);
    }
    return lowest;
  }

  void choose(std::uint32_t document) {
    if (known_.insert(document).second) chosen_.documents.push_back(document);
  }

  /// What a value must be above to be kept by any of the common types.
  float least_kept(const std::vector<Highest>& best) const {
    float least = std::numeric_limits<float>::max();
    for (std::uint32_t type = 0; type < types_; ++type) {
      if (!is_rare(type)) least = std::min(least, best[type].least());
    }
    return least;
  }

  /// Of each type of document those of its highest names.
  void choose_best(const std::vector<std::uint32_t>& names, const std::vector<float>& values,
                   std::size_t most_names, std::size_t most_documents) {
    std::vector<Highest> best(types_, Highest(most_names));
    for (const std::uint32_t name : names) {
      const std::uint8_t type = generation_.types_of_names.of(name);
      if (type != NameTypes::none) best[type].add(name, values[name]);
    }
    choose_documents(std::move(best), most_documents);
  }

  void choose_documents(std::vector<Highest> best, std::size_t most_documents) {
    for (Highest& of_type : best) {
      std::unordered_set<std::uint32_t> documents;
      for (const std::uint32_t name : std::move(of_type).finish()) {
        if (documents.size() == most_documents) break;
        documents.insert(generation_.titles.document_of(name));
        choose(generation_.titles.document_of(name));
      }
    }
  }

  const Generation& generation_;
  std::size_t types_;
  Candidates chosen_;
  std::unordered_set<std::uint32_t> known_;
};

}  // namespace

std::vector<WordGroup> text_groups(const std::vector<QueryWord>& words) {
  std::vector<WordGroup> groups;
  for (const QueryWord& word : words) {
    WordGroup group{word.folded, GroupKind::word, {}};
    for (const StandIn& way : word.ways) {
      if (group.alternatives.size() == ranking::max_stand_ins_in_text) break;
      if (way.trust < ranking::trust::least_in_text) break;  // they come by trust
      const double trust = way.trust >= 1 ? 1 : rounded_trust(way.trust * ranking::trust::in_text);
      group.alternatives.push_back({{way.term}, Together::in_a_row, trust});
    }
    for (const PhraseStandIn& phrase : word.phrases) {
      const double trust = rounded_trust(phrase.trust * ranking::trust::in_text);
      group.alternatives.push_back({phrase.terms, Together::in_a_row, trust});
    }
    if (!group.alternatives.empty()) groups.push_back(std::move(group));
  }
  return groups;
}

Candidates candidates_of(const std::vector<QueryWord>& words, std::span<const NameScorer> scorers,
                         const LatentQuery* latent, const Generation& generation,
                         const PostingExecutor& executor) {
  std::string spelled;
  for (const QueryWord& word : words) spelled += (spelled.empty() ? "" : " ") + word.folded;
  Choice choice(generation);
  choice.by_text(executor.scores_of(
      executor.affordable(text_groups(words), ranking::most_postings_for_order)));
  choice.by_words(scorers);
  choice.by_initials(words);
  choice.by_letters(spelled);
  if (latent != nullptr) choice.by_latent(*latent);
  return std::move(choice).finish();
}

}  // namespace guidepost
