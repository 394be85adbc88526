// How long one recommendation takes in process: every kind of question over an index, one after the other, times by percentile.
//
//   recommend_latency --index DIR [--questions N]
#include "core/engine.h"
#include "core/recommend/next_roles.h"
#include "core/recommend/roles_for_skills.h"
#include "core/recommend/similar_roles.h"
#include "core/recommend/skill_gap.h"
#include "core/recommend/skill_suggestions.h"
#include "percentiles.h"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <functional>
#include <string>
#include <vector>

namespace {

using namespace guidepost;

constexpr std::size_t held_skills = 8;

/// Runs the question for so many roles, spread over all of them; prints the percentiles in milliseconds.
void measure(const char* name, const RecommendData& data, std::size_t questions,
             const std::function<std::size_t(std::uint32_t role)>& ask) {
  std::vector<double> times;
  std::size_t answers = 0;
  const std::size_t roles = data.graph.role_count();
  for (std::size_t i = 0; i < questions; ++i) {
    const auto role = static_cast<std::uint32_t>(i * 7919 % roles);
    const auto begin = std::chrono::steady_clock::now();
    answers += ask(role);
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - begin;
    times.push_back(took.count());
  }
  const bench::Percentiles took(std::move(times));
  std::printf("| %s | %.2f | %.2f | %.2f | %.1f |\n", name, took.at(0.5), took.at(0.99), took.at(1),
              static_cast<double>(answers) / static_cast<double>(questions));
}

/// Some skills of a role: what a person may say they can do.
std::vector<std::uint32_t> some_of(const RecommendData& data, std::uint32_t role) {
  std::vector<std::uint32_t> skills;
  for (const auto& use : data.graph.skills_of(role)) {
    if (skills.size() < held_skills) skills.push_back(use.index);
  }
  return skills;
}

void measure_all(const RecommendData& data, std::size_t questions) {
  std::printf("%zu roles, %zu skills, %zu questions of each kind\n\n", data.graph.role_count(),
              data.graph.skill_count(), questions);
  std::printf("| question | p50 ms | p99 ms | max ms | answers |\n|---|---:|---:|---:|---:|\n");
  measure("skills for a role, with reasons", data, questions, [&](std::uint32_t role) {
    return skills_for_role(data, role, {}, Reasons::yes).skills.size();
  });
  measure("skills for a role, scores alone", data, questions, [&](std::uint32_t role) {
    return skills_for_role(data, role, {}, Reasons::no).skills.size();
  });
  measure("skills beside eight, with reasons", data, questions, [&](std::uint32_t role) {
    return skills_for_set(data, some_of(data, role), {}, Reasons::yes).skills.size();
  });
  measure("roles for eight skills", data, questions, [&](std::uint32_t role) {
    return roles_for_skills(data, some_of(data, role), {}).roles.size();
  });
  measure("similar roles", data, questions,
          [&](std::uint32_t role) { return similar_roles(data, role, {}).roles.size(); });
  measure("gap with eight skills", data, questions, [&](std::uint32_t role) {
    return skill_gap(data, role, some_of(data, role), {}).missing.size();
  });
  measure("next roles", data, questions,
          [&](std::uint32_t role) { return next_roles(data, role, 10).roles.size(); });
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App program("measures how long one recommendation takes");
  std::string index = "./index";
  std::size_t questions = 2000;
  program.add_option("--index", index, "the index directory")->capture_default_str();
  program.add_option("--questions", questions, "of each kind")
      ->check(CLI::Range(1, 1000000))
      ->capture_default_str();
  CLI11_PARSE(program, argc, argv);
  const auto begin = std::chrono::steady_clock::now();
  const auto engine = Engine::open_current(IndexDirectory(index));
  if (!engine) {
    std::fprintf(stderr, "%s\n", to_string(engine.error()).c_str());
    return exit_status(engine.error().code);
  }
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
  if ((*engine)->recommend_data().graph.role_count() == 0) {
    std::fprintf(stderr, "%s holds no roles\n", index.c_str());
    return 1;
  }
  std::printf("opened in %.2f s; ", took.count());
  measure_all((*engine)->recommend_data(), questions);
  return 0;
}
