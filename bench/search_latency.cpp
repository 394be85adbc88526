// How long an answer takes: search and suggest, in process and over HTTP, beside plain Xapian on the same documents in the same run.
//
//   build/release/bench/search_latency --index build/demo-index [--queries bench/queries.txt] [--rounds 30]
#include "core/engine.h"
#include "core/index/index_directory.h"
#include "core/json/answer_json.h"
#include "http_client.h"
#include "percentiles.h"
#include "plain_xapian.h"
#include "server/server.h"
#include "server/server_config.h"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iostream>
#include <string>
#include <thread>
#include <vector>

namespace guidepost::bench {
namespace {

/// One thing that is measured, and how long each call of it took.
struct Series {
  std::string name;
  std::function<std::size_t(const std::string&)> call;
  std::vector<double> milliseconds;
  std::string slowest;
};

void measure(Series& series, const std::string& text) {
  const auto begin = std::chrono::steady_clock::now();
  const std::size_t size = series.call(text);
  const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - begin;
  if (size == std::string::npos) std::cerr << "no answer to " << text << "\n";
  const bool is_slowest =
      series.milliseconds.empty() ||
      took.count() > *std::max_element(series.milliseconds.begin(), series.milliseconds.end());
  if (is_slowest) series.slowest = text.substr(0, 40);
  series.milliseconds.push_back(took.count());
}

void print(const std::vector<Series>& all) {
  std::printf("%-52s %8s %8s %8s %8s %8s  %s\n", "milliseconds", "calls", "p50", "p95", "p99",
              "max", "slowest");
  for (const Series& series : all) {
    const Percentiles took(series.milliseconds);
    std::printf("%-52s %8zu %8.3f %8.3f %8.3f %8.3f  %s\n", series.name.c_str(), took.count(),
                took.at(0.5), took.at(0.95), took.at(0.99), took.at(1), series.slowest.c_str());
  }
}

std::vector<std::string> lines_of(const std::string& file) {
  std::ifstream input(file);
  std::vector<std::string> lines;
  for (std::string line; std::getline(input, line);) {
    if (!line.empty()) lines.push_back(line);
  }
  return lines;
}

/// What is in the box after each key: "k", "ku", "kub", ...
std::vector<std::string> keystrokes_of(const std::vector<std::string>& queries) {
  std::vector<std::string> typed;
  for (const std::string& query : queries) {
    for (std::size_t end = 1; end <= query.size(); ++end) {
      const bool cuts_a_character =
          end < query.size() && (static_cast<unsigned char>(query[end]) & 0xC0U) == 0x80U;
      if (!cuts_a_character) typed.push_back(query.substr(0, end));
    }
  }
  return typed;
}

/// Texts that are as expensive as 512 bytes can be: many words, many unknown words, many phrases, exclusions, one letter.
std::vector<std::string> expensive_texts(const std::vector<std::string>& queries) {
  const auto repeated = [](const std::string& piece) {
    std::string text;
    while (text.size() + piece.size() <= SearchRequest::max_text_bytes) text += piece;
    return text;
  };
  std::string everything;
  for (const std::string& query : queries) everything += query + " ";
  return {everything.substr(0, SearchRequest::max_text_bytes),
          repeated("a "),
          repeated("the engineer "),
          repeated("intervieew kubernetis "),
          repeated("\"design system\" "),
          repeated("-junior "),
          repeated("s d i e c "),
          repeated("role:backend-developer "),
          repeated("in-the-of-a-"),
          std::string(SearchRequest::max_text_bytes, 'e')};
}

struct Options {
  std::string index = "build/demo-index";
  std::string queries = "bench/queries.txt";
  int rounds = 30;
};

SearchRequest request_of(const std::string& text, Typing typing) {
  SearchRequest request;
  request.text = text;
  request.typing = typing;
  request.facets.assign(all_facet_fields.begin(), all_facet_fields.end());
  return request;
}

int run(const Options& options) {
  const IndexDirectory directory(options.index);
  const auto engine = Engine::open_current(directory);
  if (!engine) {
    std::cerr << to_string(engine.error()) << "\n";
    return 1;
  }
  const auto generation = open_generation(directory.path_of((*engine)->generation()));
  const auto searcher = (*engine)->lease();
  const std::vector<std::string> queries = lines_of(options.queries);
  if (!generation || queries.empty()) {
    std::cerr << "the index or the queries cannot be read\n";
    return 1;
  }
  const std::filesystem::path scratch =
      std::filesystem::temp_directory_path() / ("guidepost-bench-" + std::to_string(::getpid()));
  std::filesystem::create_directories(scratch);
  PlainXapian plain(**generation, scratch.string());

  server::ServerConfig config;
  config.listen.port = 0;
  config.access_log = server::AccessLog::off;
  auto server = server::Server::open(config, options.index);
  if (!server) {
    std::cerr << to_string(server.error()) << "\n";
    return 1;
  }
  std::thread serving([&] { (*server)->run(); });
  {
    const std::string url = (*server)->url();
    HttpClient client(static_cast<std::uint16_t>(std::stoul(url.substr(url.rfind(':') + 1))));
    const auto answer = [&](const std::string& text, Typing typing) {
      const auto found = searcher->search(request_of(text, typing));
      return found ? json::search_answer(*found, 0).size() : std::string::npos;
    };
    std::vector<Series> all{
        {"plain Xapian: ten best", [&](const auto& text) { return plain.top_ten(text); }, {}, {}},
        {"plain Xapian: ten best, 3 facets, snippets",
         [&](const auto& text) { return plain.search(text); },
         {},
         {}},
        {"guidepost search: ten best",
         [&](const auto& text) {
           SearchRequest request;
           request.text = text;
           request.detail = Detail::ids;
           const auto found = searcher->search(request);
           return found ? found->hits.size() : std::string::npos;
         },
         {},
         {}},
        {"guidepost search: 8 facets, snippets, related, JSON",
         [&](const auto& text) { return answer(text, Typing::finished); },
         {},
         {}},
        {"guidepost search over HTTP",
         [&](const auto& text) { return client.get("/v1/search?q=" + percent_encoded(text)); },
         {},
         {}}};
    std::vector<Series> keys{
        {"guidepost suggest, each key",
         [&](const auto& text) { return (*engine)->suggester().suggest(text, 8).total; },
         {},
         {}},
        {"guidepost suggest over HTTP, each key",
         [&](const auto& text) { return client.get("/v1/suggest?q=" + percent_encoded(text)); },
         {},
         {}},
        {"guidepost search as you type, each key",
         [&](const auto& text) { return answer(text, Typing::in_progress); },
         {},
         {}}};
    std::vector<Series> expensive{
        {"guidepost search, 512 bytes made to be slow",
         [&](const auto& text) { return answer(text, Typing::in_progress); },
         {},
         {}}};

    const std::vector<std::string> typed = keystrokes_of(queries);
    for (int round = -2; round < options.rounds; ++round) {
      for (const std::string& query : queries) {
        for (Series& series : all) measure(series, query);
      }
      if (round % 5 == 0) {
        for (const std::string& text : typed) {
          for (Series& series : keys) measure(series, text);
        }
        for (const std::string& text : expensive_texts(queries)) measure(expensive[0], text);
      }
      if (round == -1) {  // the rounds before warmed everything up
        for (auto* group : {&all, &keys, &expensive}) {
          for (Series& series : *group) series.milliseconds.clear();
        }
      }
    }
    std::printf("%zu documents, %zu queries, %zu keystrokes, %d rounds\n",
                (*engine)->manifest().documents(), queries.size(), typed.size(), options.rounds);
    all.insert(all.end(), keys.begin(), keys.end());
    all.insert(all.end(), expensive.begin(), expensive.end());
    print(all);
  }
  (*server)->stop();
  serving.join();
  std::filesystem::remove_all(scratch);
  return 0;
}

}  // namespace
}  // namespace guidepost::bench

int main(int argc, char** argv) {
  CLI::App program{"Latency of search and suggest, beside plain Xapian"};
  guidepost::bench::Options options;
  program.add_option("--index", options.index)->capture_default_str();
  program.add_option("--queries", options.queries)->capture_default_str();
  program.add_option("--rounds", options.rounds)->capture_default_str();
  CLI11_PARSE(program, argc, argv);
  try {
    return guidepost::bench::run(options);
  } catch (const std::exception& exception) {
    std::cerr << exception.what() << "\n";
    return 1;
  }
}
