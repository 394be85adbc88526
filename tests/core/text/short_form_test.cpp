// Words that are made of the beginnings of others.
#include "core/text/short_form.h"

#include <catch2/catch.hpp>

#include <string>

namespace guidepost {

TEST_CASE("a short form is the beginnings of all words in their order", "[short_form]") {
  CHECK(is_short_form("winforms", "windows forms"));
  CHECK(is_short_form("gmail", "google mail"));
  CHECK(is_short_form("commonwl", "common workflow language"));
  CHECK(is_short_form("cna", "certified nursing assistant"));
  CHECK(is_short_form("aab", "aa ab"));  // where a beginning ends is not told by its letters alone
  CHECK_FALSE(is_short_form("formswin", "windows forms"));
  CHECK_FALSE(is_short_form("winforms", "windows big forms"));
  CHECK_FALSE(is_short_form("winform2", "windows forms"));
  CHECK_FALSE(is_short_form("wdforms", "windows forms"));
}

TEST_CASE("nothing is a short form of one word, or of none", "[short_form]") {
  CHECK_FALSE(is_short_form("win", "windows"));
  CHECK_FALSE(is_short_form("", "windows forms"));
  CHECK_FALSE(is_short_form("win", ""));
  CHECK_FALSE(is_short_form(std::string(200, 'a'), std::string(150, 'a') + " a"));
}

TEST_CASE("a contraction keeps the first letter and the order of the others", "[short_form]") {
  CHECK(is_contraction("jsx", "javascript xml"));
  CHECK(is_contraction("cors", "cross origin resource sharing"));
  CHECK(is_contraction("mgr", "manager"));
  CHECK_FALSE(is_contraction("rgm", "manager"));
  CHECK_FALSE(is_contraction("assembly", "computer programming"));
  CHECK_FALSE(is_contraction("c", "computer programming"));
  CHECK_FALSE(is_contraction("mgr", "mgr"));
}

TEST_CASE("a first letter and an end without vowels are a word's short form", "[short_form]") {
  CHECK(is_beginning_and_end("psql", "postgresql"));
  CHECK(is_beginning_and_end("gql", "graphql"));
  CHECK_FALSE(is_beginning_and_end("cing", "coding"));  // the end of very many
  CHECK_FALSE(is_beginning_and_end("xsql", "postgresql"));
  CHECK_FALSE(is_beginning_and_end("pg", "postgresql"));
  CHECK_FALSE(is_beginning_and_end("msql", "mysql"));  // a slip, not a short form
  CHECK_FALSE(is_beginning_and_end("psql", "post sql"));
  CHECK_FALSE(is_beginning_and_end("dry", "dockyardry"));
  CHECK_FALSE(is_beginning_and_end("tls", "tools"));
  CHECK_FALSE(is_beginning_and_end("ер", "инженер"));  // two letters, four bytes
  CHECK_FALSE(is_beginning_and_end("", ""));
}

}  // namespace guidepost
