// Writes generated passages as JSON Lines: the input of the benchmarks, for any other engine too.
//
//   build/release/bench/generate_passages --count 100000 > passages.jsonl
#include "passage_generator.h"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include <cstdint>
#include <exception>
#include <iostream>
#include <string>

int main(int argc, char** argv) {
  CLI::App program("writes generated career passages as JSON Lines");
  std::uint64_t count = 10'000;
  std::uint64_t seed = 1;
  std::uint64_t edition = 0;
  unsigned per_mille = 10;
  std::string corpus = "corpus";
  program.add_option("--count", count, "passages")->capture_default_str();
  program.add_option("--seed", seed, "another seed gives other passages")->capture_default_str();
  program.add_option("--corpus", corpus, "where the words come from")->capture_default_str();
  program.add_option("--edition", edition, "0: the first; in each other one some are changed");
  program.add_option("--per-mille", per_mille, "how many change in an edition")
      ->capture_default_str();
  CLI11_PARSE(program, argc, argv);
  try {
    const guidepost::bench::PassageGenerator generator(corpus, seed);
    std::ios::sync_with_stdio(false);
    for (std::uint64_t number = 0; number < count; ++number) {
      const bool is_changed = generator.changes(number, edition, per_mille);
      std::cout << generator.passage(number, is_changed ? edition : 0) << '\n';
    }
    return std::cout.flush() ? 0 : 1;
  } catch (const std::exception& exception) {
    std::cerr << exception.what() << "\n";
    return 1;
  }
}
