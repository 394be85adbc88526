// What a person meant: ids, labels, aliases, slips of the pen, and a clear word where nothing is meant.
#include "core/recommend/name_resolver.h"

#include "support/small_roles.h"

#include <catch2/catch.hpp>

namespace guidepost {
namespace {

RecommendInput input() {
  RecommendInput made;
  for (const char* id : {"backend-developer", "registered-nurse"}) {
    auto& role = made.roles.emplace_back();
    role.id = id;
    role.title = id == std::string("backend-developer") ? "Backend Developer" : "Registered Nurse";
  }
  made.roles[0].aliases = {"API Developer"};
  for (const char* label : {"Go", "Kubernetes", "PostgreSQL", "Prolog"}) {
    auto& skill = made.skills.emplace_back();
    skill.id = std::string("id-") + label;
    skill.label = label;
  }
  made.skills[1].aliases = {"k8s"};
  return made;
}

TEST_CASE("a skill is understood by id, label, alias and with a slip", "[name_resolver]") {
  const test::SmallRoles small(input());
  const auto [typed, id, how] = GENERATE(table<std::string, std::string, Understanding>({
      {"id-Go", "id-Go", Understanding::named},
      {"kubernetes", "id-Kubernetes", Understanding::named},
      {"K8S", "id-Kubernetes", Understanding::named},
      {"kuberntes", "id-Kubernetes", Understanding::corrected},
      {"postgrseql", "id-PostgreSQL", Understanding::corrected},
  }));
  const auto skills = understand_skills(small.data(), std::vector<std::string>{typed});
  REQUIRE(skills);
  REQUIRE(skills->size() == 1);
  CHECK(skills->front().id == id);
  CHECK(skills->front().how == how);
  CHECK(skills->front().typed == typed);
}

TEST_CASE("what is not understood is an error that names the nearest", "[name_resolver]") {
  const test::SmallRoles small(input());
  const auto far = understand_skills(small.data(), std::vector<std::string>{"kubrntes!"});
  REQUIRE_FALSE(far);
  CHECK(far.error().code == ErrorCode::not_found);
  CHECK(far.error().hint == "did you mean \"Kubernetes\"?");
  CHECK(far.error().typed == "kubrntes!");
  CHECK(far.error().nearest == "Kubernetes");
  CHECK_FALSE(understand_skills(small.data(), std::vector<std::string>{"Ga"}));
  CHECK_FALSE(understand_skills(small.data(), std::vector<std::string>{""}));
}

TEST_CASE("one skill named twice is one", "[name_resolver]") {
  const test::SmallRoles small(input());
  const auto skills =
      understand_skills(small.data(), std::vector<std::string>{"k8s", "Go", "Kubernetes"});
  REQUIRE(skills);
  CHECK(skills->size() == 2);
}

TEST_CASE("so many slips are corrected in one question, and the next name is unknown",
          "[name_resolver]") {
  const test::SmallRoles small(input());
  std::vector<std::string> texts(most_corrected, "kuberntes");
  texts.insert(texts.end(), 100, "Go");
  CHECK(understand_skills(small.data(), texts));
  texts.insert(texts.end(), {"postgrseql", "prolgo"});
  const auto skills = understand_skills(small.data(), texts);
  REQUIRE_FALSE(skills);
  CHECK(skills.error().code == ErrorCode::not_found);
  CHECK(skills.error().message == "there is no skill \"postgrseql\"");
  CHECK(skills.error().hint.find("20") != std::string::npos);
  CHECK(skills.error().typed == "postgrseql");
  CHECK(skills.error().nearest.empty());
}

TEST_CASE("several slips are each put right, and the first that cannot be is named",
          "[name_resolver]") {
  const test::SmallRoles small(input());
  std::vector<std::string> texts{"prolgo", "Go", "postgrseql", "kuberntes"};
  const auto skills = understand_skills(small.data(), texts);
  REQUIRE(skills);
  std::vector<std::string> labels;
  for (const Understood& one : *skills) labels.push_back(one.label);
  CHECK(labels == std::vector<std::string>{"Prolog", "Go", "PostgreSQL", "Kubernetes"});
  texts.insert(texts.begin() + 1, {"kubrntes!", "zzzzzz"});
  const auto unknown = understand_skills(small.data(), texts);
  REQUIRE_FALSE(unknown);
  CHECK(unknown.error().message == "there is no skill \"kubrntes!\"");
  CHECK(unknown.error().hint == "did you mean \"Kubernetes\"?");
}

TEST_CASE("a role is understood likewise, or a longer title is hinted at", "[name_resolver]") {
  const test::SmallRoles small(input());
  CHECK(understand_role(small.data(), "registered-nurse")->number == 1);
  CHECK(understand_role(small.data(), "api developer")->id == "backend-developer");
  CHECK(understand_role(small.data(), "Backend Devloper")->how == Understanding::corrected);
  const auto nurse = understand_role(small.data(), "nurse");
  REQUIRE_FALSE(nurse);
  CHECK(nurse.error().hint == "did you mean \"Registered Nurse\"?");
}

TEST_CASE("any bytes are understood or refused", "[name_resolver]") {
  const test::SmallRoles small(input());
  test::Dice dice(33);
  for (int round = 0; round < 500; ++round) {
    const std::string text = dice.bytes(40);
    const auto skills = understand_skills(small.data(), std::vector<std::string>{text});
    const auto role = understand_role(small.data(), text);
    CHECK((skills || skills.error().code == ErrorCode::not_found));
    CHECK((role || role.error().code == ErrorCode::not_found));
  }
}

}  // namespace
}  // namespace guidepost
