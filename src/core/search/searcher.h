// Answers one request from one generation: interpreter, matches, facets, hits, related skills, in that order.
//
// Its analyzer belongs to one thread at a time, and so does a Searcher; Engine::lease() hands them out.
#pragma once

#include "core/model/guide.h"
#include "core/result.h"
#include "core/search/search_answer.h"
#include "core/search/search_request.h"

#include <memory>
#include <string_view>

namespace guidepost {

class BrowsingOrder;
struct Generation;
class Recommender;

class Searcher {
 public:
  /// All must outlive the searcher; they are only read.
  Searcher(const Generation& generation, const BrowsingOrder& browsing,
           const Recommender& recommender);

  Searcher(Searcher&&) noexcept;
  Searcher& operator=(Searcher&&) noexcept;
  ~Searcher();

  /// Whatever the text, the answer is an answer: an error means that the index cannot be read.
  Result<SearchAnswer> search(const SearchRequest& request) const;

  /// A guide whole, passages in the order of the page; not_found with the nearest id as a hint.
  Result<Guide> guide(std::string_view id) const;

  /// A free-standing tip; not_found likewise.
  Result<Tip> tip(std::string_view id) const;

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace guidepost
