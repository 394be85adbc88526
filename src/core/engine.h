// One generation opened whole: what a server or a command answers from.
//
// Immutable and shared by all threads, but for the stack of idle searchers, each of which serves one thread at a time.
#pragma once

#include "core/index/index_directory.h"
#include "core/index/manifest.h"
#include "core/model/vocabulary.h"
#include "core/recommend/recommend_data.h"
#include "core/recommend/recommender.h"
#include "core/result.h"
#include "core/search/searcher.h"
#include "core/suggest/suggester.h"

#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>

namespace guidepost {

struct Generation;

class Engine {
 public:
  /// A searcher that is the holder's alone until the lease ends. The engine must outlive it: hold the shared_ptr while you lease.
  class Lease {
   public:
    Lease(const Engine& engine, std::unique_ptr<Searcher> searcher);
    Lease(Lease&&) noexcept = default;
    Lease& operator=(Lease&&) = delete;
    ~Lease();
    const Searcher* operator->() const { return searcher_.get(); }
    const Searcher& operator*() const { return *searcher_; }

   private:
    const Engine* engine_;
    std::unique_ptr<Searcher> searcher_;
  };

  /// Opens the directory of one generation. index_missing, index_damaged or index_incompatible say why not.
  static Result<std::shared_ptr<const Engine>> open(const std::filesystem::path& generation);

  /// Takes over a generation that is open already.
  static Result<std::shared_ptr<const Engine>> adopt(std::unique_ptr<const Generation> generation);

  /// Opens the current generation of an index directory.
  static Result<std::shared_ptr<const Engine>> open_current(const IndexDirectory& directory);

  ~Engine();
  Engine(const Engine&) = delete;
  Engine& operator=(const Engine&) = delete;

  Lease lease() const;

  const std::string& generation() const;  // "000007"
  const Manifest& manifest() const;
  const Vocabulary& vocabulary() const;
  const Suggester& suggester() const;
  const Recommender& recommender() const;
  const RecommendData& recommend_data() const;

 private:
  struct Parts;
  explicit Engine(std::unique_ptr<Parts> parts);
  void take_back(std::unique_ptr<Searcher> searcher) const;

  std::unique_ptr<Parts> parts_;
};

}  // namespace guidepost
