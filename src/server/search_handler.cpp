#include "server/search_handler.h"

#include "core/json/answer_json.h"
#include "core/search/request_fields.h"
#include "server/no_index.h"
#include "server/parameters.h"
#include "server/problem.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <string_view>
#include <utility>

namespace guidepost::server {
namespace {

constexpr std::array<std::string_view, 2> flags{"false", "true"};

Result<std::vector<Filter>> filters_of(const Request& request) {
  const auto values = text_parameters(request, "filter");
  if (!values) return failure(values.error());
  std::vector<Filter> filters;
  for (const std::string& value : *values) {
    if (value.empty()) continue;
    auto filter = parse_filter(value);
    if (!filter) return failure(filter.error());
    filters.push_back(std::move(*filter));
  }
  return filters;
}

/// Not given: all fields. Given but empty: none.
Result<std::vector<FacetField>> facets_of(const Request& request) {
  const auto values = text_parameters(request, "facet");
  if (!values) return failure(values.error());
  if (values->empty()) {
    return std::vector<FacetField>(all_facet_fields.begin(), all_facet_fields.end());
  }
  std::vector<FacetField> fields;
  for (const std::string& value : *values) {
    if (value.empty()) continue;
    const auto field = parse_facet_field(value);
    if (!field) return failure(field.error());
    if (std::find(fields.begin(), fields.end(), *field) == fields.end()) fields.push_back(*field);
  }
  return fields;
}

Result<Sort> sort_of(const Request& request) {
  const auto name = text_parameter(request, "sort");
  if (!name) return failure(name.error());
  return name->empty() ? Sort::relevance : parse_sort(*name);
}

}  // namespace

std::vector<std::string> search_parameters() {
  return {"q", "filter", "facet", "group", "sort", "limit", "offset", "typing", "explain"};
}

Result<SearchRequest> search_request(const Request& request) {
  auto filters = filters_of(request);
  if (!filters) return failure(filters.error());
  auto facets = facets_of(request);
  if (!facets) return failure(facets.error());
  const auto group = text_parameter(request, "group").and_then(parse_group);
  if (!group) return failure(group.error());
  const auto sort = sort_of(request);
  if (!sort) return failure(sort.error());
  const auto limit = number_parameter(request, "limit", 10, {0, SearchRequest::max_limit});
  if (!limit) return failure(limit.error());
  const auto offset = number_parameter(request, "offset", 0, {0, SearchRequest::max_offset});
  if (!offset) return failure(offset.error());
  const auto typing = choice_parameter(request, "typing", flags);
  if (!typing) return failure(typing.error());
  const auto explain = choice_parameter(request, "explain", flags);
  if (!explain) return failure(explain.error());

  SearchRequest wanted;
  wanted.text = typed_text(request, "q");
  wanted.filters = std::move(*filters);
  wanted.facets = std::move(*facets);
  wanted.group = *group;
  wanted.sort = *sort;
  wanted.limit = *limit;
  wanted.offset = *offset;
  wanted.typing = *typing == 0 ? Typing::finished : Typing::in_progress;
  wanted.explain = *explain == 0 ? Explain::no : Explain::yes;
  return wanted;
}

Response search(const Request& request, const Serving& serving) {
  const auto began = std::chrono::steady_clock::now();
  const auto wanted = search_request(request);
  if (!wanted) return problem(wanted.error());
  const auto engine = serving.current();
  if (!engine) return no_index(serving);
  const auto searcher = engine->lease();
  const auto answer = searcher->search(*wanted);
  if (!answer) return problem(answer.error());
  const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - began;
  return json_response(json::search_answer(*answer, took.count()));
}

}  // namespace guidepost::server
