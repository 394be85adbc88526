// The little language of the search box, as rows. A row shows every piece: words as they are, "phrase", field=value, and ! before
// what is excluded; pieces are divided by |.
#include "core/search/query_text.h"

#include "support/dice.h"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

namespace guidepost {
namespace {

constexpr std::size_t plenty = 100;

std::string shown(const QueryPiece& piece) {
  std::string row = piece.polarity == Polarity::excluded ? "!" : "";
  switch (piece.kind) {
    case PieceKind::words:
      return row + piece.text;
    case PieceKind::phrase:
      return row + '"' + piece.text + '"';
    case PieceKind::filter:
      return row + std::string(name_of(piece.field)) + "=" + piece.text;
  }
  return row;
}

std::string_view shown(Joint joint) {
  switch (joint) {
    case Joint::none:
      return " | ";
    case Joint::either:
      return " or ";
    case Joint::comma:
      return " , ";
  }
  return " | ";
}

std::string read(const std::string& query, std::size_t most = plenty) {
  std::string row;
  for (const QueryPiece& piece : pieces_of(query, most)) {
    if (!row.empty()) row += shown(piece.joint);
    row += shown(piece);
  }
  return row;
}

struct Row {
  std::string query;
  std::string pieces;
};

}  // namespace

TEST_CASE("words, phrases, exclusions and filters are told apart", "[query_text]") {
  const Row row = GENERATE(values<Row>({
      {"", ""},
      {"  \t\n ", ""},
      {"system design", "system design"},
      {"  system   design  ", "system   design"},
      {"\"system design\"", "\"system design\""},
      {"\"system design\" sql", "\"system design\" | sql"},
      {"a \"b c\" d e", "a | \"b c\" | d e"},
      {"ab\"cd\"ef", "ab | \"cd\" | ef"},
      {"-junior", "!junior"},
      {"sql -junior python", "sql | !junior | python"},
      {"-a -b", "!a | !b"},
      {"-\"system design\"", "!\"system design\""},
      {"-front-end", "!front-end"},
      {"role:backend-developer", "role=backend-developer"},
      {"guide:backend-developer", "role=backend-developer"},
      {"-role:backend-developer", "!role=backend-developer"},
      {"ROLE:x", "role=x"},
      {"skill:c++ sql", "skill=c++ | sql"},
      {"sql skill:c++", "sql | skill=c++"},
      {"role:\"backend developer\" sql", "role=backend developer | sql"},
      {"-role:\"backend developer\"", "!role=backend developer"},
      {"section:a:b", "section=a:b"},
      {"role:backend-developer \"system design\" -junior k8s",
       "role=backend-developer | \"system design\" | !junior | k8s"},
  }));
  CAPTURE(row.query);
  CHECK(read(row.query) == row.pieces);
}

TEST_CASE("what is not quite the language is words", "[query_text]") {
  const Row row = GENERATE(values<Row>({
      {"-", "-"},
      {"a - b", "a - b"},
      {"--verbose", "--verbose"},
      {"front-end", "front-end"},
      {"role:", "role:"},
      {"role: backend", "role: backend"},
      {":backend", ":backend"},
      {"rolle:backend", "rolle:backend"},
      {"https://example.org", "https://example.org"},
      {"my role:backend", "my | role=backend"},
      {"a:b type:c", "a:b | type=c"},
      {"R&D (C++)", "R&D (C++)"},
      {"\u00e9\u00e8 \u65e5\u672c", "\u00e9\u00e8 \u65e5\u672c"},
      {"bad\xff:x", "bad\xff:x"},
  }));
  CAPTURE(row.query);
  CHECK(read(row.query) == row.pieces);
}

TEST_CASE("alternatives and lists are told from words", "[query_text]") {
  const Row row = GENERATE(values<Row>({
      {"python OR java", "python or java"},
      {"a OR b OR c", "a or b or c"},
      {"senior python OR java developer", "senior python or java developer"},
      {"\"system design\" OR sql", "\"system design\" or sql"},
      {"python or java", "python or java"},  // three words
      {"OR nurse", "OR nurse"},              // the operating room
      {"nurse OR", "nurse OR"},
      {"nurse OR  ", "nurse OR"},
      {"role:x OR y", "role=x | OR y"},
      {"-a OR b", "!a | OR b"},
      {"a OR -b", "a | !b"},
      {"a OR role:x", "a | role=x"},
      {"python, sql,excel", "python , sql , excel"},
      {"data analysis, sql", "data analysis , sql"},
      {"\"a b\", c", "\"a b\" , c"},
      {"10,000 pounds", "10,000 pounds"},
      {"a,, b", "a , b"},
      {", a", "a"},
      {"a,", "a"},
      {"a, -b, c", "a | !b | c"},
      {"-a,b", "!a | b"},
  }));
  CAPTURE(row.query);
  CHECK(read(row.query) == row.pieces);
}

TEST_CASE("an alternative is a joint, words are not", "[query_text]") {
  CHECK(pieces_of("python or java", plenty).size() == 1);
  CHECK(pieces_of("python OR java", plenty).size() == 2);
}

TEST_CASE("any quotation marks make a phrase", "[query_text]") {
  CHECK(read("\u201csystem design\u201d sql") == "\"system design\" | sql");
  CHECK(read("\u201esystem design\u201c") == "\"system design\"");
  CHECK(read("slogan: \u201edata engineer") == "slogan: \u201edata engineer");  // cut out of a text
  CHECK(read("\u00absystem design\u00bb") == "\"system design\"");
  CHECK(read("role:\u201cbackend developer\u201d") == "role=backend developer");
}

TEST_CASE("a quotation that is still being typed is one already", "[query_text]") {
  CHECK(read("\"system des") == "\"system des\"");
  CHECK(read("sql \"") == "sql | \"\"");
  CHECK(read("\"\"") == "\"\"");
  CHECK(read("role:\"back") == "role=back");
}

TEST_CASE("no more pieces are read than asked for", "[query_text]") {
  CHECK(read("\"a\" \"b\" \"c\"", 2) == "\"a\" | \"b\"");
  CHECK(read("\"a\" \"b\" \"c\"", 0).empty());
  std::string many;
  for (int i = 0; i < 500; ++i) many += "-a ";
  CHECK(pieces_of(many, 20).size() == 20);
}

TEST_CASE("a piece says where it stands, whatever the query", "[query_text]") {
  test::Dice dice(13);
  const std::vector<std::string> pieces{
      "\"", "-",    " ",    ":",   "role:", "skill:", "a", "b",  "\t",
      "é",  "\xff", "type", "x-y", "\n",    "\u201c", ",", "OR "};
  for (int round = 0; round < 3000; ++round) {
    const std::string query = dice.text(pieces, 0, 14);
    std::size_t last_end = 0;
    CAPTURE(query);
    for (const QueryPiece& piece : pieces_of(query, plenty)) {
      REQUIRE(piece.begin >= last_end);
      REQUIRE(piece.begin <= query.size());
      REQUIRE(query.substr(piece.begin, piece.text.size()) == piece.text);
      last_end = piece.begin + piece.text.size();
    }
  }
}

}  // namespace guidepost
