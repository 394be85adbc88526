#include "core/search/ranked_documents.h"

#include "core/index/stored_document.h"

#include <algorithm>

namespace guidepost {
namespace {

int browse_rank(std::string_view type) {
  if (type == name_of(DocumentType::guide)) return 0;
  if (type == name_of(DocumentType::tip)) return 1;
  return type == name_of(DocumentType::skill) ? 2 : 3;
}

}  // namespace

BestMatches::BestMatches(const Generation& generation, std::span<const PlanFilter> filters,
                         std::size_t most, Ranking ranking, Group group)
    : generation_(generation),
      filters_(generation.facets, filters),
      has_filters_(!filters.empty()),
      most_(most),
      ranking_(ranking),
      group_(group) {
  const FacetColumns& columns = generation.facets;
  for (std::uint32_t i = 0; i < columns.value_count(FacetField::type); ++i) {
    browse_ranks_.push_back(browse_rank(columns.value(FacetField::type, i)));
  }
}

void BestMatches::consider(const Match& match) {
  if (most_ == 0 || (has_filters_ && !filters_.passes(match.document))) return;
  const auto before = [this](const Match& a, const Match& b) { return is_before(a, b); };
  if (group_ == Group::guide) {
    const auto [place, is_new] =
        places_.try_emplace(group_of(generation_.facets, match.document), best_.size());
    if (is_new) {
      best_.push_back(match);
    } else if (before(match, best_[place->second])) {
      best_[place->second] = match;
    }
  } else if (best_.size() < most_) {
    best_.push_back(match);
    std::push_heap(best_.begin(), best_.end(), before);
    is_full_ = best_.size() == most_;
    if (is_full_) last_place_ = place_of(best_.front().document);
  } else if (before(match, best_.front())) {
    std::pop_heap(best_.begin(), best_.end(), before);
    best_.back() = match;
    std::push_heap(best_.begin(), best_.end(), before);
    last_place_ = place_of(best_.front().document);
  }
}

std::vector<Match> BestMatches::finish() && {
  const auto before = [this](const Match& a, const Match& b) { return is_before(a, b); };
  const auto end = best_.begin() + static_cast<std::ptrdiff_t>(std::min(most_, best_.size()));
  std::partial_sort(best_.begin(), end, best_.end(), before);
  best_.erase(end, best_.end());
  return std::move(best_);
}

bool BestMatches::is_before(const Match& a, const Match& b) const {
  switch (ranking_) {
    case Ranking::by_score:
      if (a.score != b.score) return a.score > b.score;
      return generation_.is_id_before(a.document, b.document);
    case Ranking::for_browsing:
      if (type_rank(a) != type_rank(b)) return type_rank(a) < type_rank(b);
      return is_title_before(a, b);
    case Ranking::by_title:
      return is_title_before(a, b);
    case Ranking::by_title_backward: {
      const int order = generation_.compare_titles(a.document, b.document);
      return order != 0 ? order > 0 : generation_.is_id_before(a.document, b.document);
    }
  }
  return false;
}

bool BestMatches::is_title_before(const Match& a, const Match& b) const {
  const int order = generation_.compare_titles(a.document, b.document);
  return order != 0 ? order < 0 : generation_.is_id_before(a.document, b.document);
}

/// A number that grows with the order that titles give: whose is greater comes behind, whose is equal may come before or behind.
std::uint64_t BestMatches::place_of(std::uint32_t document) const {
  constexpr unsigned bits_of_a_type = 3;
  const std::uint64_t title = generation_.title_beginning_of(document);
  switch (ranking_) {
    case Ranking::by_score:
      return 0;
    case Ranking::for_browsing: {
      const auto rank = static_cast<std::uint64_t>(type_rank({document, 0}));
      return rank << (64 - bits_of_a_type) | title >> bits_of_a_type;
    }
    case Ranking::by_title:
      return title;
    case Ranking::by_title_backward:
      return ~title;
  }
  return 0;
}

int BestMatches::type_rank(const Match& match) const {
  const std::uint32_t type = generation_.facets.first_ordinal(FacetField::type, match.document);
  return type == FacetColumns::none ? 4 : browse_ranks_[type];
}

}  // namespace guidepost
