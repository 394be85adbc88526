#include "indexer/publication_gate.h"

#include "core/engine.h"
#include "core/index/files.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <utility>

namespace guidepost::indexer {
namespace {

constexpr std::size_t most_listed = 20;
constexpr std::size_t most_golden_bytes = 16'000'000;

tl::unexpected<Error> refused(const std::string& why, const std::string& hint,
                              SourcePlace where = {}) {
  return failure(ErrorCode::bad_input, why + "; nothing was published, the index is as it was",
                 hint, std::move(where));
}

std::uint64_t bytes_of(const Manifest& manifest) {
  std::uint64_t bytes = 0;
  for (const ManifestFile& file : manifest.files) bytes += file.bytes;
  return bytes;
}

Result<GoldenQuery> golden_query(const nlohmann::json& json, const SourcePlace& where) {
  const auto wrong = [&](const std::string& what) {
    return failure(ErrorCode::bad_input, what,
                   R"(write {"query": "...", "ids": ["..."], "top": 10})", where);
  };
  GoldenQuery golden;
  golden.where = where;
  const auto query = json.find("query");
  if (query == json.end() || !query->is_string()) return wrong("has no `query`");
  golden.query = query->get<std::string>();
  if (!json.at("ids").is_array()) return wrong("`ids` is no list");
  for (const auto& id : json.at("ids")) {
    if (!id.is_string()) return wrong("`ids` holds something that is no text");
    golden.ids.push_back(id.get<std::string>());
  }
  if (const auto top = json.find("top"); top != json.end()) {
    if (!top->is_number_unsigned() || *top == 0 || *top > SearchRequest::max_limit) {
      return wrong("`top` is no number from 1 to " + std::to_string(SearchRequest::max_limit));
    }
    golden.top = top->get<std::size_t>();
  }
  return golden;
}

/// What of the query's expectations does not hold.
Result<void> ask(const Searcher& searcher, const GoldenQuery& golden,
                 std::vector<std::string>& missing) {
  SearchRequest request;
  request.text = golden.query;
  request.limit = golden.top;
  const auto answer = searcher.search(request);
  if (!answer) return failure(answer.error());
  for (const std::string& id : golden.ids) {
    const bool is_there = std::any_of(answer->hits.begin(), answer->hits.end(),
                                      [&](const Hit& hit) { return hit.id == id; });
    if (is_there) continue;
    missing.push_back("\"" + golden.query + "\" must find " + id + " among the first " +
                      std::to_string(golden.top));
  }
  return {};
}

}  // namespace

Result<std::vector<GoldenQuery>> read_golden(const std::filesystem::path& file) {
  const auto bytes = read_file(file, most_golden_bytes);
  if (!bytes) return failure(bytes.error());
  std::vector<GoldenQuery> queries;
  std::string_view rest = *bytes;
  for (std::size_t line = 1; !rest.empty(); ++line) {
    const std::string_view text = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(rest.size(), text.size() + 1));
    if (text.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    const SourcePlace where{file.string(), line};
    const auto json = nlohmann::json::parse(text, nullptr, /*allow_exceptions=*/false);
    if (!json.is_object()) {
      return failure(ErrorCode::bad_input, "is no JSON object",
                     R"(write {"query": "...", "ids": ["..."], "top": 10})", where);
    }
    if (!json.contains("ids")) continue;
    auto golden = golden_query(json, where);
    if (!golden) return failure(golden.error());
    queries.push_back(std::move(*golden));
  }
  return queries;
}

Result<void> check_gate(const GateRules& rules, std::unique_ptr<const Generation> generation) {
  const auto engine = Engine::adopt(std::move(generation));
  if (!engine) return failure(engine.error());
  const std::size_t documents = (*engine)->manifest().documents();
  if (documents < rules.least_documents) {
    return refused("the new generation has " + std::to_string(documents) + " documents, at least " +
                       std::to_string(rules.least_documents) + " were asked for",
                   "check that the sources are complete");
  }
  if (const std::uint64_t bytes = bytes_of((*engine)->manifest());
      rules.most_bytes != 0 && bytes > rules.most_bytes) {
    return refused("the new generation has " + std::to_string(bytes) + " bytes, at most " +
                       std::to_string(rules.most_bytes) + " were allowed",
                   "raise --max-megabytes, or index less");
  }
  const auto searcher = (*engine)->lease();
  std::vector<std::string> missing;
  for (const GoldenQuery& golden : rules.golden) {
    if (auto asked = ask(*searcher, golden, missing); !asked) return asked;
  }
  if (missing.empty()) return {};
  std::string list;
  for (std::size_t i = 0; i < std::min(missing.size(), most_listed); ++i) {
    list += "\n  " + missing[i];
  }
  if (missing.size() > most_listed) {
    list += "\n  and " + std::to_string(missing.size() - most_listed) + " more";
  }
  return refused("golden queries failed:" + list + "\n", "mend the sources or the golden queries",
                 rules.golden.front().where);
}

}  // namespace guidepost::indexer
