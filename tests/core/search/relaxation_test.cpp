// What is given up, in which order. A plan is shown as its required words, then | and its optional ones.
#include "core/search/relaxation.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace guidepost {
namespace {

constexpr std::size_t documents = 1000;
using Frequencies = std::map<std::string, std::size_t>;
using Rows = std::vector<std::string>;

WordGroup group(const std::string& word, GroupKind kind = GroupKind::word) {
  return WordGroup{word, kind, {Alternative{{word}, Together::in_a_row, 1}}};
}

QueryPlan plan_of(const std::vector<std::string>& words) {
  QueryPlan plan;
  for (const std::string& word : words) plan.required.push_back(group(word));
  return plan;
}

std::string shown(const QueryPlan& plan) {
  std::string row;
  for (const WordGroup& word : plan.required) row += word.text + " ";
  row += "|";
  for (const WordGroup& word : plan.optional) row += " " + word.text;
  return row;
}

std::vector<QueryPlan> plans_of(QueryPlan plan, const Frequencies& frequencies) {
  Relaxation relaxation(std::move(plan), documents, [&](const WordGroup& word) {
    const auto found = frequencies.find(word.text);
    return found == frequencies.end() ? std::size_t{0} : found->second;
  });
  std::vector<QueryPlan> plans;
  for (auto looser = relaxation.next(); looser && plans.size() < 1000; looser = relaxation.next()) {
    plans.push_back(std::move(*looser));
  }
  return plans;
}

Rows rows_of(const QueryPlan& plan, const Frequencies& frequencies) {
  Rows rows;
  for (const QueryPlan& looser : plans_of(plan, frequencies)) rows.push_back(shown(looser));
  return rows;
}

/// Words w100, w101 ..., the first the rarest.
std::pair<QueryPlan, Frequencies> many_words(std::size_t count) {
  std::vector<std::string> words;
  Frequencies frequencies;
  for (std::size_t i = 0; i < count; ++i) {
    words.push_back("w" + std::to_string(100 + i));
    frequencies[words.back()] = 1 + i * i;
  }
  return {plan_of(words), frequencies};
}

/// The kept words of every plan, each as a set: what is left when the order of typing is forgotten.
std::vector<std::set<std::string>> kept_by(const std::vector<std::string>& words,
                                           const Frequencies& frequencies) {
  std::vector<std::set<std::string>> kept;
  for (const QueryPlan& plan : plans_of(plan_of(words), frequencies)) {
    std::set<std::string>& of_plan = kept.emplace_back();
    for (const WordGroup& word : plan.required) of_plan.insert(word.text);
  }
  return kept;
}

}  // namespace

TEST_CASE("the commonest words are given up first, and stay welcome", "[relaxation]") {
  CHECK(rows_of(plan_of({"system", "design", "interview"}),
                {{"system", 50}, {"design", 30}, {"interview", 90}}) ==
        Rows{"system design | interview", "design interview | system", "system interview | design",
             "design | system interview", "system | design interview",
             "interview | system design"});
}

TEST_CASE("a name is given up after all words", "[relaxation]") {
  QueryPlan plan = plan_of({"average", "salary"});
  plan.required.push_back(group("ux-designer", GroupKind::name));
  CHECK(rows_of(plan, {{"average", 12}, {"salary", 60}, {"ux-designer", 100}}) ==
        Rows{"average ux-designer | salary", "salary ux-designer | average",
             "ux-designer | average salary", "average salary | ux-designer",
             "average | salary ux-designer", "salary | average ux-designer"});
}

TEST_CASE("after a plan that is kept, every other gives up its words and more", "[relaxation]") {
  const Frequencies frequencies{{"a", 400}, {"b", 300}, {"c", 200}, {"d", 100}};
  Relaxation relaxation(plan_of({"a", "b", "c", "d"}), documents,
                        [&](const WordGroup& word) { return frequencies.at(word.text); });
  REQUIRE(relaxation.next());
  const std::optional<QueryPlan> second = relaxation.next();
  REQUIRE(second);
  REQUIRE(shown(*second) == "a c d | b");
  relaxation.keep();
  std::vector<std::string> later;
  while (const auto plan = relaxation.next()) later.push_back(shown(*plan));
  CHECK(later == std::vector<std::string>{"c d | a b", "a d | b c", "a c | b d", "d | a b c",
                                          "c | a b d", "a | b c d"});
}

TEST_CASE("words that are nowhere are given up first, together, and in every plan",
          "[relaxation]") {
  CHECK(rows_of(plan_of({"sql", "blorp", "python", "frob"}), {{"sql", 9}, {"python", 5}}) ==
        Rows{"sql python | blorp frob", "python | sql blorp frob", "sql | blorp python frob"});
}

TEST_CASE("a word that cannot be searched at all is not even optional", "[relaxation]") {
  QueryPlan plan = plan_of({"sql"});
  plan.required.push_back(WordGroup{"blorp", GroupKind::word, {}});
  CHECK(rows_of(plan, {{"sql", 9}}) == Rows{"sql |"});
}

TEST_CASE("one word that is somewhere is always kept", "[relaxation]") {
  CHECK(rows_of(plan_of({"sql"}), {{"sql", 1}}).empty());
  CHECK(rows_of(plan_of({"sql", "blorp"}), {{"sql", 1}}) == Rows{"sql | blorp"});
  CHECK(rows_of(plan_of({}), {}).empty());
  for (std::size_t count = 2; count <= 64; ++count) {
    const auto [plan, frequencies] = many_words(count);
    for (const QueryPlan& looser : plans_of(plan, frequencies)) {
      REQUIRE_FALSE(looser.required.empty());
    }
  }
}

TEST_CASE("where no word is anywhere there is nothing to keep", "[relaxation]") {
  CHECK(rows_of(plan_of({"blorp"}), {}).empty());
  CHECK(rows_of(plan_of({"blorp", "frob"}), {}).empty());
}

TEST_CASE("the rest of the plan stays as it is", "[relaxation]") {
  QueryPlan plan = plan_of({"a", "b"});
  plan.optional.push_back(group("o"));
  plan.neighbours.push_back(Alternative{{"a", "b"}, Together::in_a_row, 0.1});
  plan.excluded.push_back(group("x"));
  plan.filters.push_back({FacetField::type, {"tip"}});
  plan.excluded_filters.push_back({FacetField::role, {"r"}});
  const std::vector<QueryPlan> plans = plans_of(plan, {{"a", 1}, {"b", 2}});
  REQUIRE(plans.size() == 2);
  CHECK(shown(plans[0]) == "a | o b");
  for (const QueryPlan& looser : plans) {
    CHECK(looser.neighbours.size() == 1);
    CHECK(looser.excluded.size() == 1);
    CHECK(looser.filters.size() == 1);
    CHECK(looser.excluded_filters.size() == 1);
  }
}

TEST_CASE("the order in which words are typed does not matter", "[relaxation]") {
  const auto [what, frequencies] = GENERATE(table<std::string, Frequencies>({
      {"all different", {{"a", 5}, {"b", 7}, {"c", 0}, {"d", 9}, {"e", 1}}},
      {"two alike", {{"a", 5}, {"b", 5}, {"c", 0}, {"d", 9}, {"e", 1}}},
      {"all alike", {{"a", 5}, {"b", 5}, {"c", 5}, {"d", 5}, {"e", 5}}},
  }));
  CAPTURE(what);
  std::vector<std::string> words{"a", "b", "c", "d", "e"};
  const auto expected = kept_by(words, frequencies);
  while (std::next_permutation(words.begin(), words.end())) {
    REQUIRE(kept_by(words, frequencies) == expected);
  }
}

TEST_CASE("of many words, too, the order of typing does not matter", "[relaxation]") {
  std::vector<std::string> words{"a", "b", "c", "d", "e", "f", "g", "h"};
  const Frequencies frequencies{{"a", 5}, {"b", 5}, {"c", 5}, {"d", 9},
                                {"e", 9}, {"f", 2}, {"g", 0}, {"h", 1}};
  const auto expected = kept_by(words, frequencies);
  std::reverse(words.begin(), words.end());
  CHECK(kept_by(words, frequencies) == expected);
}

TEST_CASE("no plan comes twice, and each loses no less than the one before", "[relaxation]") {
  for (std::size_t count = 2; count <= 32; ++count) {
    const auto [plan, frequencies] = many_words(count);
    std::set<std::string> seen;
    double last = 0;
    for (const QueryPlan& looser : plans_of(plan, frequencies)) {
      REQUIRE(seen.insert(shown(looser)).second);
      REQUIRE(looser.required.size() + looser.optional.size() == count);
      double lost = 0;
      for (const WordGroup& word : looser.optional) {
        const auto frequency = static_cast<double>(frequencies.at(word.text));
        lost += std::log(1 + static_cast<double>(documents) / frequency);
      }
      REQUIRE(lost >= last - 1e-9);
      last = lost;
    }
  }
}

TEST_CASE("there are few plans, however many words", "[relaxation]") {
  for (std::size_t count = 2; count <= 64; ++count) {
    const auto [plan, frequencies] = many_words(count);
    CAPTURE(count);
    CHECK(plans_of(plan, frequencies).size() <= Relaxation::max_plans);
  }
}

TEST_CASE("the last resort among several words is the rarest one alone", "[relaxation]") {
  for (std::size_t count = 4; count <= 32; ++count) {
    const auto [plan, frequencies] = many_words(count);
    const auto rarest =
        std::min_element(frequencies.begin(), frequencies.end(),
                         [](const auto& a, const auto& b) { return a.second < b.second; });
    CAPTURE(count);
    CHECK(plans_of(plan, frequencies).back().required.front().text == rarest->first);
  }
}

TEST_CASE("the last resort is one word alone, however many words", "[relaxation]") {
  for (std::size_t count = 2; count <= 32; ++count) {
    const auto [plan, frequencies] = many_words(count);
    const std::vector<QueryPlan> plans = plans_of(plan, frequencies);
    CAPTURE(count);
    REQUIRE_FALSE(plans.empty());
    CHECK(plans.back().required.size() == 1);
  }
}

}  // namespace guidepost
