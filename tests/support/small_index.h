// A real index of a few lines, with the engine that answers from it.
#pragma once

#include "core/engine.h"
#include "core/index/index_directory.h"
#include "core/search/searcher.h"
#include "indexer/index_run.h"
#include "support/temporary_directory.h"

#include <catch2/catch.hpp>

#include <memory>
#include <string>
#include <vector>

namespace guidepost::test {

/// A document of JSON Lines: `{"id": ..., "type": ..., "title": ..., "body": ...` and `more`, which may add keys.
inline std::string line(const std::string& id, const std::string& type, const std::string& title,
                        const std::string& body, const std::string& more = "") {
  return R"({"id": ")" + id + R"(", "type": ")" + type + R"(", "title": ")" + title +
         R"(", "body": ")" + body + "\"" + more + "}\n";
}

class SmallIndex {
 public:
  explicit SmallIndex(const std::string& lines, const std::string& synonyms = "") {
    indexer::IndexRequest request;
    request.sources = {{directory_.write("documents.jsonl", lines), {}, {}}};
    if (!synonyms.empty()) request.synonyms = {directory_.write("synonyms.yaml", synonyms)};
    request.index = directory_.path() / "index";
    indexer::IndexReport report;
    const auto silent = [](const std::string&, std::size_t, std::size_t) {};
    REQUIRE(indexer::run_index(request, silent, report));
    REQUIRE(report.manifest.rejected == 0);
    const IndexDirectory index(request.index);
    auto engine = Engine::open_current(index);
    REQUIRE(engine);
    engine_ = *engine;
    auto generation = open_generation(index.path_of(*index.current()));
    REQUIRE(generation);
    generation_ = std::move(*generation);
  }

  const Generation& generation() const { return *generation_; }
  const Engine& engine() const { return *engine_; }

  SearchAnswer search(const std::string& text) const {
    SearchRequest request;
    request.text = text;
    return search(request);
  }

  SearchAnswer search(const SearchRequest& request) const {
    const auto lease = engine_->lease();
    auto answer = lease->search(request);
    REQUIRE(answer);
    return std::move(*answer);
  }

 private:
  TemporaryDirectory directory_;
  std::shared_ptr<const Engine> engine_;
  std::unique_ptr<const Generation> generation_;
};

inline std::vector<std::string> ids_of(const SearchAnswer& answer) {
  std::vector<std::string> ids;
  for (const Hit& hit : answer.hits) ids.push_back(hit.id);
  return ids;
}

}  // namespace guidepost::test
