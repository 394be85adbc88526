// The specification of the analyzer, row by row: analyzer_table.txt says how to read it.
#include "core/text/analyzer.h"
#include "support/small_names.h"

#include <catch2/catch.hpp>

#include <fstream>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace guidepost {
namespace {

struct Row {
  std::size_t line = 0;
  std::string language, text, tokens;
};

std::string unescaped(std::string_view text) {
  std::string bytes;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] != '\\') {
      bytes += text[at];
    } else if (text[++at] == 'x') {
      bytes += static_cast<char>(std::stoi(std::string(text.substr(at + 1, 2)), nullptr, 16));
      at += 2;
    } else {
      bytes += text[at] == 'n' ? '\n' : text[at] == 't' ? '\t' : '\r';
    }
  }
  return bytes;
}

std::vector<Row> rows() {
  constexpr std::string_view arrow = " -> ";
  std::ifstream file(GUIDEPOST_ANALYZER_TABLE, std::ios::binary);
  REQUIRE(file.is_open());
  std::vector<Row> rows;
  std::size_t number = 0;
  for (std::string line; std::getline(file, line);) {
    ++number;
    if (line.empty() || line.starts_with("# ")) continue;
    const std::size_t space = line.find(' ');
    const std::size_t at = line.find(arrow);
    INFO(line);
    REQUIRE(at != std::string::npos);
    rows.push_back({number, line.substr(0, space),
                    unescaped(line.substr(space + 1, at - space - 1)),
                    line.substr(at + arrow.size())});
  }
  return rows;
}

std::string shown(const Token& token) {
  switch (token.kind) {
    case TokenKind::word:
      return token.term;
    case TokenKind::part:
      return "(" + token.term + ")";
    case TokenKind::joined:
      return "~" + token.term;
    case TokenKind::unit:
      return "=" + token.term.substr(2);
  }
  return {};
}

std::string shown(const std::vector<Token>& tokens) {
  std::string row;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (i > 0) row += tokens[i].position == tokens[i - 1].position ? "|" : " ";
    row += shown(tokens[i]);
  }
  return row.empty() ? "nothing" : row;
}

}  // namespace

TEST_CASE("every text of the table has the tokens it says", "[analyzer]") {
  const Analyzer analyzer(test::small_lexicon());
  std::set<std::pair<std::string, std::string>> seen;
  for (const Row& row : rows()) {
    const bool is_query = row.language == "query";
    const std::vector<Token> tokens =
        analyzer.analyze(row.text, is_query ? "en" : row.language,
                         is_query ? Lexicon::Side::query : Lexicon::Side::text);
    CAPTURE(row.line, row.language, row.text);
    CHECK(shown(tokens) == row.tokens);
    CHECK(seen.emplace(row.language, row.text).second);
  }
  CHECK(seen.size() >= 200);
}

}  // namespace guidepost
