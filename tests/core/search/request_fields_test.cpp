// The texts of a request: what is read, and what is said about what cannot be.
#include "core/search/request_fields.h"

#include "core/text/utf8.h"

#include <catch2/catch.hpp>

#include <string>

namespace guidepost {
namespace {

struct FilterRow {
  std::string text;
  Filter filter;
};

struct Refused {
  std::string text;
  std::string message;  // a part of it
  std::string hint;     // a part of it
};

template <typename Value>
void check_refused(const Result<Value>& result, const Refused& row) {
  CAPTURE(row.text);
  REQUIRE_FALSE(result);
  CHECK(result.error().code == ErrorCode::bad_usage);
  CHECK_THAT(result.error().message, Catch::Contains(row.message));
  CHECK_THAT(result.error().hint, Catch::Contains(row.hint));
  CHECK_FALSE(first_invalid_utf8(result.error().message));
}

}  // namespace

TEST_CASE("a filter is a field and a value", "[request_fields]") {
  const FilterRow row = GENERATE(values<FilterRow>({
      {"skill:c++", {FacetField::skill, "c++"}},
      {"section:interview", {FacetField::section, "interview"}},
      {"role:Backend Developer", {FacetField::role, "Backend Developer"}},
      {"type:a:b", {FacetField::type, "a:b"}},
      {"kind::", {FacetField::kind, ":"}},
  }));
  const auto filter = parse_filter(row.text);
  REQUIRE(filter);
  CHECK(*filter == row.filter);
}

TEST_CASE("what is no filter is refused with what to write", "[request_fields]") {
  const Refused row = GENERATE(values<Refused>({
      {"", "not of the form FIELD:VALUE", "section:interview"},
      {"skill", "\"skill\" is not of the form FIELD:VALUE", "section:interview"},
      {"skill:", "not of the form FIELD:VALUE", ""},
      {":", "not of the form FIELD:VALUE", ""},
      {"skil:sql", "no field \"skil\"", "did you mean \"skill\"?"},
      {"Section:x", "no field \"Section\"", "did you mean \"section\"?"},
      {":sql", "no field \"\"", "use one of: type, section, role"},
      {"bananas:sql", "no field \"bananas\"", "use one of: type, section, role"},
      {"\xff\xfe:x", "no field \"  \"", "use one of"},
      {std::string(5000, 'x') + ":y", "no field", "use one of"},
  }));
  check_refused(parse_filter(row.text), row);
}

TEST_CASE("a message stays short, however long what it is about", "[request_fields]") {
  CHECK(parse_filter(std::string(5000, 'x')).error().message.size() < 200);
  CHECK(parse_facet_field(std::string(5000, 'x')).error().message.size() < 200);
}

TEST_CASE("every field has a name, and only those are fields", "[request_fields]") {
  for (const FacetField field : all_facet_fields) {
    const auto read = parse_facet_field(name_of(field));
    REQUIRE(read);
    CHECK(*read == field);
  }
  check_refused(parse_facet_field("langage"),
                {"langage", "no field \"langage\"", "did you mean \"language\"?"});
  check_refused(parse_facet_field(""), {"", "no field \"\"", "use one of"});
}

TEST_CASE("an order is by relevance or by title, either way", "[request_fields]") {
  CHECK(parse_sort("relevance") == Sort::relevance);
  CHECK(parse_sort("title") == Sort::title);
  CHECK(parse_sort("-title") == Sort::title_descending);
  check_refused(parse_sort("titel"), {"titel", "no order \"titel\"", "did you mean \"title\"?"});
  check_refused(parse_sort(""), {"", "no order \"\"", "relevance, title, -title"});
}

TEST_CASE("a grouping is by guide or none", "[request_fields]") {
  CHECK(parse_group("") == Group::none);
  CHECK(parse_group("guide") == Group::guide);
  check_refused(parse_group("guid"), {"guid", "no grouping \"guid\"", "did you mean \"guide\"?"});
  check_refused(parse_group("role"), {"role", "no grouping \"role\"", "use one of: guide"});
}

}  // namespace guidepost
