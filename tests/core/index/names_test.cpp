// Skills and roles by name: found, made a lexicon, written and read.
#include "core/index/names.h"

#include "core/index/record.h"
#include "support/dice.h"
#include "support/small_names.h"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

namespace guidepost {
namespace {

std::string role_named(const std::string& text) {
  const RoleName* role = test::small_names().role_named(text);
  return role == nullptr ? "" : role->id;
}

std::string unit_of(const Lexicon& lexicon, const std::string& text) {
  const std::vector<Word> words = words_of(text);
  const auto match = lexicon.longest_match(text, words, 0, Lexicon::Side::query);
  return match ? match->entry->unit : "";
}

struct Row {
  std::string text;
  std::string meant;
};

}  // namespace

TEST_CASE("a role is named by its id, title or alias, in any spelling", "[names]") {
  const Row row = GENERATE(values<Row>({
      {"backend-developer", "backend-developer"},
      {"Backend Developer", "backend-developer"},
      {"back-end developers", "backend-developer"},
      {"BACKEND ENGINEER", "backend-developer"},
      {"data engineer", "data-engineer"},
      {"developer", ""},
      {"kubernetes", ""},
      {"", ""},
      {"--", ""},
  }));
  CAPTURE(row.text);
  CHECK(role_named(row.text) == row.meant);
}

TEST_CASE("a role's id comes before another role's title", "[names]") {
  const Names names{Vocabulary(), {{"a", "Tester", {}}, {"tester", "Quality Engineer", {}}}};
  CHECK(names.role_named("tester")->id == "tester");
  CHECK(names.role_named("Tester")->id == "a");
}

TEST_CASE("the lexicon knows skills and roles by their units", "[names]") {
  const Row row = GENERATE(values<Row>({
      {"Kubernetes", "USkubernetes"},
      {"k8s", "USkubernetes"},
      {"go", "USgo"},
      {"Backend Developer", "URbackend-developer"},
      {"back end engineer", "URbackend-developer"},
      {"nothing", ""},
  }));
  CAPTURE(row.text);
  CHECK(unit_of(test::small_lexicon(), row.text) == row.meant);
}

TEST_CASE("a name of a skill and of a role is the skill's", "[names]") {
  const Names names{
      Vocabulary({{"testing", "Testing", SkillKind::skill, "", {"qa"}, CaseRule::any}}),
      {{"tester", "QA", {"testing"}}}};
  CHECK(unit_of(lexicon_of(names), "testing") == "UStesting");
  CHECK(unit_of(lexicon_of(names), "QA") == "UStesting");
}

TEST_CASE("only the label of an everyday word asks for its case", "[names]") {
  const Lexicon& lexicon = test::small_lexicon();
  const auto in_text = [&](const std::string& text) {
    return lexicon.longest_match(text, words_of(text), 0, Lexicon::Side::text).has_value();
  };
  CHECK(in_text("Go"));
  CHECK_FALSE(in_text("GO"));
  CHECK(in_text("GoLang"));
}

TEST_CASE("technologies, languages and certificates keep their form", "[names]") {
  const auto [kind, kept] = GENERATE(table<SkillKind, bool>({{SkillKind::technology, true},
                                                             {SkillKind::language, true},
                                                             {SkillKind::certificate, true},
                                                             {SkillKind::knowledge, false},
                                                             {SkillKind::skill, false}}));
  const Names names{Vocabulary({{"x", "Examples", kind, "", {}, CaseRule::any}}), {}};
  CHECK(lexicon_of(names).keeps_form("examples") == kept);
}

TEST_CASE("names read back are those that were written", "[names]") {
  const std::string bytes = encode(test::small_names());
  const auto read = decode_names(bytes);
  REQUIRE(read);
  CHECK(encode(*read) == bytes);
  const Skill* go = read->vocabulary.find("go");
  REQUIRE(go != nullptr);
  CHECK(go->label == "Go");
  CHECK(go->kind == SkillKind::technology);
  CHECK(go->aliases == std::vector<std::string>{"golang"});
  CHECK(go->case_rule == CaseRule::exact);
  CHECK(read->vocabulary.find("sql")->case_rule == CaseRule::any);
  REQUIRE(read->roles.size() == 2);
  CHECK(read->roles[0].title == "Backend Developer");
  CHECK(read->roles[0].aliases == std::vector<std::string>{"back-end engineer"});
  CHECK(decode_names(encode(Names())));
}

TEST_CASE("a description is kept as it is", "[names]") {
  const Names names{
      Vocabulary({{"x", "X", SkillKind::language, "Caf\u00e9,\n\"quoted\"", {}, CaseRule::any}}),
      {}};
  const auto read = decode_names(encode(names));
  REQUIRE(read);
  CHECK(read->vocabulary.find("x")->description == "Caf\u00e9,\n\"quoted\"");
}

TEST_CASE("names cut short, or with something behind them, are refused", "[names]") {
  const std::string bytes = encode(test::small_names());
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    const auto read = decode_names(bytes.substr(0, size));
    REQUIRE_FALSE(read);
    REQUIRE(read.error().code == ErrorCode::index_damaged);
  }
  CHECK_FALSE(decode_names(bytes + "x"));
}

TEST_CASE("a kind that is none is refused", "[names]") {
  const Names names{Vocabulary({{"x", "X", SkillKind::skill, "", {}, CaseRule::any}}), {}};
  std::string bytes = encode(names);
  bytes[4 + (4 + 1) + (4 + 1)] = static_cast<char>(all_skill_kinds.size());  // behind id and label
  CHECK_FALSE(decode_names(bytes));
}

TEST_CASE("any bytes in the place of names are refused or read", "[names]") {
  test::Dice dice(23);
  const std::string good = encode(test::small_names());
  for (int round = 0; round < 1500; ++round) {
    std::string bytes = dice.once_in(3) ? dice.bytes(80) : good;
    if (!bytes.empty()) bytes[dice.roll(bytes.size())] = static_cast<char>(dice.roll(256));
    const auto read = decode_names(bytes);
    if (read) CHECK_NOTHROW(lexicon_of(*read));
  }
}

}  // namespace guidepost
