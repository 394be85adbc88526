#include "core/search/ranked_documents.h"

#include "core/index/stored_document.h"
#include "core/search/filter_test.h"

#include <algorithm>
#include <unordered_map>

namespace guidepost {
namespace {

class Before {
 public:
  Before(const Generation& generation, Ranking ranking)
      : generation_(generation), ranking_(ranking) {
    const FacetColumns& columns = generation.facets;
    for (std::uint32_t i = 0; i < columns.value_count(FacetField::type); ++i) {
      browse_ranks_.push_back(browse_rank(columns.value(FacetField::type, i)));
    }
  }

  bool operator()(const Match& a, const Match& b) const {
    switch (ranking_) {
      case Ranking::by_score:
        if (a.score != b.score) return a.score > b.score;
        return id(a) < id(b);
      case Ranking::for_browsing:
        if (type_rank(a) != type_rank(b)) return type_rank(a) < type_rank(b);
        return is_title_before(a, b);
      case Ranking::by_title:
        return is_title_before(a, b);
      case Ranking::by_title_backward:
        if (const int order = title(a).compare(title(b)); order != 0) return order > 0;
        return id(a) < id(b);
    }
    return false;
  }

 private:
  static int browse_rank(std::string_view type) {
    if (type == name_of(DocumentType::guide)) return 0;
    if (type == name_of(DocumentType::tip)) return 1;
    return type == name_of(DocumentType::skill) ? 2 : 3;
  }

  int type_rank(const Match& match) const {
    const auto types = generation_.facets.ordinals(FacetField::type, match.document);
    return types.empty() ? 4 : browse_ranks_[types[0]];
  }
  bool is_title_before(const Match& a, const Match& b) const {
    if (const int order = title(a).compare(title(b)); order != 0) return order < 0;
    return id(a) < id(b);
  }
  std::string_view title(const Match& match) const {
    return generation_.folded_title_of(match.document);
  }
  std::string_view id(const Match& match) const { return generation_.id_of(match.document); }

  const Generation& generation_;
  Ranking ranking_;
  std::vector<int> browse_ranks_;  // by ordinal of the type
};

}  // namespace

std::vector<Match> best_of(const Generation& generation, std::span<const Match> matches,
                           std::span<const PlanFilter> filters, std::size_t most, Ranking ranking,
                           Group group) {
  const Before before(generation, ranking);
  const FilterTest test(generation.facets, filters);
  std::vector<Match> best;  // a heap, its worst in front, unless grouped
  std::unordered_map<std::uint64_t, std::size_t> places;
  if (most == 0) return best;
  for (const Match& match : matches) {
    if (!filters.empty() && !test.passes(match.document)) continue;
    if (group == Group::guide) {
      const auto [place, is_new] =
          places.try_emplace(group_of(generation.facets, match.document), best.size());
      if (is_new) {
        best.push_back(match);
      } else if (before(match, best[place->second])) {
        best[place->second] = match;
      }
    } else if (best.size() < most) {
      best.push_back(match);
      std::push_heap(best.begin(), best.end(), before);
    } else if (before(match, best.front())) {
      std::pop_heap(best.begin(), best.end(), before);
      best.back() = match;
      std::push_heap(best.begin(), best.end(), before);
    }
  }
  const auto end = best.begin() + static_cast<std::ptrdiff_t>(std::min(most, best.size()));
  std::partial_sort(best.begin(), end, best.end(), before);
  best.erase(end, best.end());
  return best;
}

}  // namespace guidepost
