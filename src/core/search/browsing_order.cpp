#include "core/search/browsing_order.h"

#include "core/search/ranked_documents.h"

namespace guidepost {

BrowsingOrder::BrowsingOrder(const Generation& generation) {
  BestMatches best(generation, {}, most, Ranking::for_browsing, Group::none);
  for (std::uint32_t document = 1; document <= generation.facets.document_count(); ++document) {
    if (generation.facets.is_alive(document)) best.add({document, 0});
  }
  for (const Match& match : std::move(best).finish()) first_.push_back(match.document);
  is_whole_ = first_.size() == generation.document_count();
}

}  // namespace guidepost
