#include "core/search/request_fields.h"

#include "core/text/edit_distance.h"
#include "core/text/utf8.h"

#include <string>
#include <vector>

namespace guidepost {
namespace {

tl::unexpected<Error> unknown(std::string_view what, std::string_view given,
                              const std::vector<std::string_view>& known) {
  std::string all;
  for (const std::string_view name : known) {
    all += (all.empty() ? "" : ", ") + std::string(name);
  }
  const std::string near = nearest(given, std::span<const std::string_view>(known));
  return failure(ErrorCode::bad_usage,
                 "there is no " + std::string(what) + " \"" + clean_utf8(given, 100) + "\"",
                 near.empty() ? "use one of: " + all : "did you mean \"" + near + "\"?");
}

}  // namespace

Result<FacetField> parse_facet_field(std::string_view name) {
  if (const auto field = facet_field_named(name)) return *field;
  std::vector<std::string_view> names;
  names.reserve(all_facet_fields.size());
  for (const FacetField field : all_facet_fields) names.push_back(name_of(field));
  return unknown("field", name, names);
}

Result<Filter> parse_filter(std::string_view text) {
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos || colon + 1 == text.size()) {
    return failure(ErrorCode::bad_usage,
                   "the filter \"" + clean_utf8(text, 100) + "\" is not of the form FIELD:VALUE",
                   "write for instance section:interview");
  }
  const auto field = parse_facet_field(text.substr(0, colon));
  if (!field) return failure(field.error());
  return Filter{*field, std::string(text.substr(colon + 1))};
}

Result<Sort> parse_sort(std::string_view name) {
  if (name == "relevance") return Sort::relevance;
  if (name == "title") return Sort::title;
  if (name == "-title") return Sort::title_descending;
  return unknown("order", name, {"relevance", "title", "-title"});
}

Result<Group> parse_group(std::string_view name) {
  if (name.empty()) return Group::none;
  if (name == "guide") return Group::guide;
  return unknown("grouping", name, {"guide"});
}

}  // namespace guidepost
