// Names found by word, by initials and by letters; and what is read back from bytes that are no name index.
#include "core/index/name_index.h"

#include "core/index/letter_grams.h"
#include "support/document_names.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

namespace guidepost {
namespace {

using test::document_names;
using test::equal_weights;
using test::name_index;
using Numbers = std::vector<std::uint32_t>;

NameIndex small_index() {
  return name_index({{"Certified Nursing Assistant", "CNA", "Nurse aide"},
                     {"Infrastructure as Code"},
                     {"React JS", "React Native"}});
}

Numbers with_word(const NameIndex& names, const std::string& term) {
  const std::uint32_t number = names.term_named(term);
  if (number == NameIndex::none) return {};
  const auto found = names.names_with(number);
  return {found.begin(), found.end()};
}

/// Each word that stands for `term`, with its trust in thousandths.
std::string substitutes(const NameIndex& names, const std::string& term) {
  std::string row;
  for (const Substitute& one : names.substitutes(names.term_named(term))) {
    row += names.term(one.term) + " " + std::to_string(std::lround(one.trust * 1000)) + " ";
  }
  return row;
}

std::vector<float> cosines(const NameIndex& names, const std::string& text) {
  const GramCosines of_text(names.grams(), text);
  std::vector<float> all;
  for (std::uint32_t name = 0; name < names.size(); ++name) all.push_back(of_text.of(name));
  return all;
}

std::string all_of(const NameIndex& names) {
  std::string rows;
  for (std::uint32_t name = 0; name < names.size(); ++name) {
    rows += std::to_string(names.document_of(name)) + (names.is_label(name) ? " label " : " ");
    rows += std::string(names.text_of(name)) + ":";
    for (const std::uint32_t term : names.terms_of(name)) rows += " " + names.term(term);
    rows += " (" + std::string(names.initials_of(name)) + ")\n";
  }
  return rows;
}

/// Calls everything: nothing may read beyond what is there.
std::size_t use(const NameIndex& names) {
  std::size_t seen = all_of(names).size();
  for (std::uint32_t name = 0; name < names.size(); ++name) {
    seen += names.names_of(names.document_of(name)).count + (names.weight_of(name) > 0 ? 1U : 0U);
  }
  for (std::uint32_t term = 0; term < names.term_count(); ++term) {
    for (const std::uint32_t name : names.names_with(term)) seen += names.text_of(name).size();
    for (const Substitute& one : names.substitutes(term)) seen += names.term(one.term).size();
    seen += names.idf(term) > 0 ? 1U : 0U;
  }
  for (const std::uint32_t name : names.names_with_initials("cna")) seen += names.document_of(name);
  seen += names.terms_beginning_with("n").second;
  return seen + static_cast<std::size_t>(!GramCosines(names.grams(), "nursing aide").empty());
}

}  // namespace

TEST_CASE("every name is kept as its document gave it", "[name_index]") {
  CHECK(all_of(small_index()) ==
        "1 label certified nursing assistant: certifi nurs assist (cna)\n"
        "1 cna: cna (c)\n"
        "1 nurse aide: nurs aid (na)\n"
        "2 label infrastructure code: infrastructur code (iac)\n"
        "3 label react js: react js (rj)\n"
        "3 react native: react nativ (rn)\n");
}

TEST_CASE("a name index read back is the one that was written", "[name_index]") {
  const NameIndex names = GENERATE(small_index(), name_index({}));
  const auto read = NameIndex::decode(names.encode());
  REQUIRE(read);
  CHECK(read->encode() == names.encode());
  CHECK(all_of(*read) == all_of(names));
  CHECK(cosines(*read, "react") == cosines(names, "react"));
  CHECK(use(*read) == use(names));
}

TEST_CASE("a document has its names in a row, or none", "[name_index]") {
  const NameIndex names = name_index({{"One", "Two"}, {}, {"Three", "&"}});
  const auto range = [&](std::uint32_t document) {
    const NameIndex::Range found = names.names_of(document);
    return Numbers{found.first, found.count};
  };
  CHECK(names.size() == 3);  // "&" is no word
  CHECK(range(1) == Numbers{0, 2});
  CHECK(range(2)[1] == 0);
  CHECK(range(3) == Numbers{2, 1});
  CHECK(range(4)[1] == 0);
}

TEST_CASE("a name is found by each of its terms, once", "[name_index]") {
  const NameIndex names = name_index({{"Train trainers to train", "Train driver"}, {"Driver"}});
  CHECK(with_word(names, "train") == Numbers{0, 1});
  CHECK(with_word(names, "driver") == Numbers{1, 2});
  CHECK(with_word(names, "drive").empty());
  CHECK(with_word(names, "").empty());
}

TEST_CASE("terms are found by how they begin", "[name_index]") {
  const NameIndex names = small_index();
  const auto terms = [&](const std::string& prefix) {
    const auto [first, last] = names.terms_beginning_with(prefix);
    std::string row;
    for (std::uint32_t term = first; term < last; ++term) row += names.term(term) + " ";
    return row;
  };
  CHECK(terms("n") == "nativ nurs ");
  CHECK(terms("nurs") == "nurs ");
  CHECK(terms("nurse").empty());
  CHECK(terms("zz").empty());
  CHECK(terms("").size() > 40);
}

TEST_CASE("a rare word weighs more, the commonest still something", "[name_index]") {
  NameIndexBuilder builder;
  builder.add(1, NameOwner::page, document_names({"rare common"}));
  const NameIndex names = std::move(builder).finish(
      100, [](const std::string& term) { return term == "rare" ? 2U : 90U; });
  CHECK(names.idf(names.term_named("rare")) > names.idf(names.term_named("common")));
  CHECK(names.weight_of(0) == Approx(names.idf_of(2) + names.idf_of(90)));
  CHECK(names.idf_of(100) > 0);
  CHECK(names.idf_of(1000) == names.idf_of(100));
}

TEST_CASE("names of one document that differ in one word teach that one stands for the other",
          "[name_index]") {
  const std::vector<std::string> both{"Help desk tech", "Help desk technician"};
  CHECK(substitutes(name_index({both}), "tech") == "technician 500 ");
  CHECK(substitutes(name_index({both}), "technician") == "tech 500 ");
  CHECK(substitutes(name_index({both}), "desk").empty());
  // Trust is sqrt(documents that say so / (documents with the word + 3)).
  CHECK(substitutes(name_index({both, both, both}), "tech") == "technician 707 ");
  CHECK(substitutes(name_index({both, {"Tech lead"}, {"Tech writer"}}), "tech") ==
        "technician 408 ");
}

TEST_CASE("two words stand in for one where names share two more", "[name_index]") {
  const std::vector<std::string> both{"Carry out laboratory tests", "Perform laboratory tests"};
  CHECK(substitutes(name_index({both}), "carri") == "perform 387 ");
  CHECK(substitutes(name_index({both}), "perform") == "carri 387 out 387 ");
  // One shared word is a chance: "wire drawing operator" and "press operator".
  const std::vector<std::string> near{"Carry out tests", "Perform tests"};
  CHECK(substitutes(name_index({near}), "carri").empty());
  // Nor does a word that was added stand in for its neighbour.
  const std::vector<std::string> longer{"Senior data entry clerk", "Data entry clerk"};
  CHECK(substitutes(name_index({longer}), "senior").empty());
}

TEST_CASE("other names teach nothing", "[name_index]") {
  const auto documents = GENERATE(values<std::vector<std::vector<std::string>>>(
      {{{"Help desk tech"}, {"Help desk technician"}},  // of two documents
       {{"Help desk tech", "Support desk technician"}},
       {{"Help desk tech", "Technician help desk"}},
       {{"Help desk tech", "Help desk tech"}},
       {{"Tech", "Technician"}}}));  // anything could stand there
  CHECK(substitutes(name_index(documents), "tech").empty());
}

TEST_CASE("a word has ten substitutes at most, the most trusted first", "[name_index]") {
  std::vector<std::string> many;
  for (char c = 'a'; c <= 'p'; ++c) many.push_back(std::string("team lead") + c);
  const NameIndex names = name_index({many, {"team leada", "team leadp"}});
  const auto found = names.substitutes(names.term_named("leada"));
  REQUIRE(found.size() == 10);
  CHECK(names.term(found[0].term) == "leadp");
  CHECK(found[0].trust > found[1].trust);
}

TEST_CASE("a name is found by the initials of its words, with and without the empty ones",
          "[name_index]") {
  const auto [initials, meant] = GENERATE(table<std::string, Numbers>({{"cna", {0}},
                                                                       {"na", {0, 2}},
                                                                       {"ca", {}},
                                                                       {"iac", {3}},
                                                                       {"ic", {3}},
                                                                       {"rn", {5}},
                                                                       {"c", {}},
                                                                       {"CNA", {}},
                                                                       {"certif", {}},
                                                                       {"", {}}}));
  CAPTURE(initials);
  CHECK(small_index().names_with_initials(initials) == meant);
}

TEST_CASE("different initials have different keys", "[letter_grams]") {
  Numbers keys;
  for (const std::string text : {"aa", "a0", "0a", "00", "aaa", "aaaa", "99999", "zzzzz", "z9"}) {
    REQUIRE(initials_key(text));
    keys.push_back(*initials_key(text));
  }
  std::sort(keys.begin(), keys.end());
  CHECK(std::adjacent_find(keys.begin(), keys.end()) == keys.end());
  CHECK_FALSE(initials_key("a b"));
  CHECK_FALSE(initials_key("\u00e9a"));
}

TEST_CASE("letters are read inside words, borders included", "[letter_grams]") {
  CHECK(letter_grams("ab").size() == 6);  // of " ab ", the single letters left out
  CHECK(letter_grams("ab ab") == letter_grams("ab"));
  CHECK(letter_grams("ab cd") == letter_grams("cd ab"));
  CHECK(letter_grams("").empty());
}

TEST_CASE("letters say which name is nearest to what was typed", "[name_index]") {
  const NameIndex names = name_index({{"React JS"}, {"React Native"}, {"Plumbing"}});
  const std::vector<float> same = cosines(names, "react js");
  REQUIRE(same.size() == 3);
  CHECK(same[0] == Approx(1));
  CHECK(same[1] < same[0]);
  CHECK(same[1] > 0);
  CHECK(same[2] == 0);
  const std::vector<float> joined = cosines(names, "reactjs");
  CHECK(joined[0] > joined[1]);
  CHECK(joined[0] < 1);
  CHECK(cosines(names, "") == std::vector<float>{0, 0, 0});
  CHECK(cosines(names, "qqq") == std::vector<float>{0, 0, 0});
  CHECK(GramCosines(name_index({}).grams(), "react").empty());
}

TEST_CASE("a cleared document leaves no name, and its successor is as if built anew",
          "[name_index]") {
  const std::vector<std::string> kept{"Help desk tech", "Help desk technician"};
  NameIndexBuilder next(name_index({{"Welder", "Pipe welder"}, kept}));
  next.clear(1);
  next.add(3, NameOwner::page, document_names({"Senior welder"}));
  next.add(4, NameOwner::passage, document_names({"Salary"}));
  next.clear(4);
  const NameIndex names = equal_weights(std::move(next), 2);

  NameIndexBuilder anew;
  anew.add(2, NameOwner::page, document_names(kept));
  anew.add(3, NameOwner::page, document_names({"Senior welder"}));
  CHECK(names.encode() == equal_weights(std::move(anew), 2).encode());
  CHECK(names.names_of(1).count == 0);
  CHECK(names.term_named("pipe") == NameIndex::none);
  CHECK(with_word(names, "welder") == Numbers{2});
}

TEST_CASE("a name index that was cut, or has something behind it, is damage", "[name_index]") {
  const std::string bytes = small_index().encode();
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    const auto read = NameIndex::decode(bytes.substr(0, size));
    REQUIRE_FALSE(read);
    REQUIRE(read.error().code == ErrorCode::index_damaged);
  }
  CHECK_FALSE(NameIndex::decode(bytes + "x"));
}

TEST_CASE("a name index with a wrong byte is refused, or can be used all the same",
          "[name_index]") {
  const std::string good =
      name_index({{"Help desk tech", "Help desk technician"}, {"CNA"}}).encode();
  std::size_t refused = 0;
  for (std::size_t at = 0; at < good.size(); ++at) {
    for (const unsigned mask : {0x01U, 0x80U, 0xffU}) {
      std::string bytes = good;
      bytes[at] = static_cast<char>(static_cast<unsigned char>(bytes[at]) ^ mask);
      const auto read = NameIndex::decode(bytes);
      if (read) {
        use(*read);
      } else {
        ++refused;
        REQUIRE(read.error().code == ErrorCode::index_damaged);
      }
    }
  }
  CHECK(refused > good.size());
}

}  // namespace guidepost
