#include "cli/answer_text.h"
#include "cli/commands.h"
#include "core/engine.h"
#include "core/json/answer_json.h"
#include "core/search/request_fields.h"
#include "core/text/edit_distance.h"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include <chrono>
#include <iostream>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace guidepost::cli {
namespace {

struct Options {
  std::string index;
  std::vector<std::string> query;
  std::vector<std::string> filters;
  std::vector<std::string> facets;
  std::string group;
  std::string sort = "relevance";
  std::size_t limit = 10;
  std::size_t offset = 0;
  bool explain = false;
  bool json = false;
};

Result<SearchRequest> request_of(const Options& options) {
  SearchRequest request;
  for (const std::string& word : options.query) {
    request.text += (request.text.empty() ? "" : " ") + word;
  }
  for (const std::string& text : options.filters) {
    auto filter = parse_filter(text);
    if (!filter) return failure(filter.error());
    request.filters.push_back(std::move(*filter));
  }
  for (const std::string& text : options.facets) {
    const auto field = parse_facet_field(text);
    if (!field) return failure(field.error());
    request.facets.push_back(*field);
  }
  const auto sort = parse_sort(options.sort);
  if (!sort) return failure(sort.error());
  const auto group = parse_group(options.group);
  if (!group) return failure(group.error());
  request.sort = *sort;
  request.group = *group;
  request.limit = options.limit;
  request.offset = options.offset;
  request.explain = options.explain ? Explain::yes : Explain::no;
  return request;
}

/// "--limt" -> did you mean "--limit"?
Error unknown_option(const CLI::App& command, const std::string& typed) {
  std::vector<std::string> names;
  for (const CLI::Option* option : command.get_options()) {
    for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
  }
  const std::string near = nearest(typed, std::span<const std::string>(names));
  return {ErrorCode::bad_usage,
          "there is no option " + typed,
          near.empty() ? "see guidepost search --help; put -- before a query that begins with --"
                       : "did you mean " + near + "?",
          {}};
}

int run(const Options& options) {
  auto request = request_of(options);
  if (!request) return report(request.error());
  // --json prints what the HTTP API returns, and that counts every field unless told otherwise.
  if (options.json && options.facets.empty()) {
    request->facets.assign(all_facet_fields.begin(), all_facet_fields.end());
  }
  const auto engine = Engine::open_current(IndexDirectory(options.index));
  if (!engine) return report(engine.error());
  const auto searcher = (*engine)->lease();
  const auto begin = std::chrono::steady_clock::now();
  const auto answer = searcher->search(*request);
  if (!answer) return report(answer.error());
  if (options.json) {
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - begin;
    std::cout << json::search_answer(*answer, took.count()) << "\n";
  } else {
    std::cout << text_of(*answer, Style::of_standard_output());
  }
  const bool found = answer->match != MatchQuality::nearest && answer->match != MatchQuality::none;
  return found ? 0 : found_nothing;
}

}  // namespace

void add_search_command(CLI::App& program, Action& chosen) {
  CLI::App* command = program.add_subcommand("search", "search the current generation");
  auto options = std::make_shared<Options>();
  command->add_option("QUERY", options->query, "what to look for");
  add_index_option(*command, options->index);
  // One value an option, or "--filter section:cv kubernetes" would take the query for a second filter.
  command
      ->add_option("--filter", options->filters,
                   "FIELD:VALUE; repeat it: OR within a field, AND across fields")
      ->allow_extra_args(false);
  command->add_option("--facet", options->facets, "count the values of this field; repeat it")
      ->allow_extra_args(false);
  command->add_option("--group", options->group, "guide: one result a guide");
  command->add_option("--sort", options->sort, "relevance, title, -title")->capture_default_str();
  command->add_option("--limit", options->limit, "how many results")
      ->check(CLI::Range(std::size_t{0}, SearchRequest::max_limit))
      ->capture_default_str();
  command->add_option("--offset", options->offset, "how many to skip")
      ->check(CLI::Range(std::size_t{0}, SearchRequest::max_offset))
      ->capture_default_str();
  command->add_flag("--explain", options->explain, "show what each score is made of");
  command->add_flag("--json", options->json, "print what the HTTP API returns");
  // A query may begin with a minus: -junior kubernetes.
  command->allow_extras();
  command->callback([command, options, &chosen] {
    for (const std::string& extra : command->remaining()) {
      if (extra == "--") continue;  // what stands behind it is in the query already
      if (extra.starts_with("--")) {
        chosen = [command, extra] { return report(unknown_option(*command, extra)); };
        return;
      }
      options->query.push_back(extra);
    }
    chosen = [options] { return run(*options); };
  });
}

}  // namespace guidepost::cli
