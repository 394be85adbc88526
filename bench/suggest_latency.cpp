// How long a completion takes in process, and what the suggester costs to open: labels of the index's own skills typed key by key, as they
// are and with one slip, and texts made to be slow.
//
//   build/release/bench/suggest_latency --index build/eval/esco-onet [--labels 500]
#include "core/engine.h"
#include "core/index/index_directory.h"
#include "percentiles.h"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <iostream>
#include <string>
#include <utility>
#include <vector>

namespace guidepost::bench {
namespace {

struct Options {
  std::string index = "build/eval/esco-onet";
  std::size_t labels = 500;
};

double milliseconds_since(std::chrono::steady_clock::time_point begin) {
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin)
      .count();
}

std::vector<std::string> keystrokes_of(const std::string& text) {
  std::vector<std::string> keys;
  for (std::size_t size = 1; size <= text.size(); ++size) keys.push_back(text.substr(0, size));
  return keys;
}

std::string repeated(const std::string& text) {
  std::string all;
  while (all.size() < 512) all += text;
  return all;
}

void measure(const char* name, const Suggester& suggester, const std::vector<std::string>& texts) {
  std::vector<double> all;
  std::string slowest;
  for (const std::string& text : texts) {
    double best = 1e9;  // the machine's other work is not ours
    for (int round = 0; round < 3; ++round) {
      const auto begin = std::chrono::steady_clock::now();
      if (suggester.suggest(text, 8).suggestions.size() > 8) return;
      best = std::min(best, milliseconds_since(begin));
    }
    if (all.empty() || best > *std::max_element(all.begin(), all.end())) slowest = text;
    all.push_back(best);
  }
  if (all.empty()) return;
  const Percentiles took(std::move(all));
  std::printf("%-32s %8zu %8.4f %8.4f %8.4f %8.4f  %s\n", name, took.count(), took.at(0.5),
              took.at(0.95), took.at(0.99), took.at(1), slowest.substr(0, 40).c_str());
}

int run(const Options& options) {
  const auto engine = Engine::open_current(IndexDirectory(options.index));
  if (!engine) {
    std::cerr << to_string(engine.error()) << "\n";
    return 1;
  }
  const Suggester& suggester = (*engine)->suggester();
  const std::string bytes = suggester.encode();
  double opened = 1e9;
  for (int round = 0; round < 3; ++round) {
    const auto begin = std::chrono::steady_clock::now();
    if (!Suggester::decode(bytes)) return 1;
    opened = std::min(opened, milliseconds_since(begin));
  }
  const auto skills = (*engine)->vocabulary().skills();
  std::vector<std::string> typed;
  std::vector<std::string> slipped;
  for (std::size_t i = 0; i < options.labels && !skills.empty(); ++i) {
    const std::string& label = skills[i * skills.size() / options.labels].label;
    const std::string text = label.substr(0, 24);
    for (std::string& key : keystrokes_of(text)) typed.push_back(std::move(key));
    if (text.size() < 6) continue;
    for (std::string& key : keystrokes_of(text.substr(0, 2) + text.substr(3))) {
      if (key.size() > 3) slipped.push_back(std::move(key));
    }
  }
  std::vector<std::string> letters;
  for (char letter = 'a'; letter <= 'z'; ++letter) letters.emplace_back(1, letter);
  const std::vector<std::string> slow{repeated("a "),
                                      repeated("s e o "),
                                      repeated("manage "),
                                      repeated("maneg "),
                                      repeated("managemetn "),
                                      repeated("operater "),
                                      std::string(512, 'e'),
                                      repeated("oprte mnage "),
                                      repeated("inbetweencomputerscience "),
                                      "comp eng tech op",
                                      "oprte mnage",
                                      "o m s t e",
                                      "p s",
                                      "s p c",
                                      "s",
                                      "in"};
  std::printf("%zu completions there are; %zu bytes on disk, opened in %.1f ms\n",
              suggester.suggest("", 1).total, bytes.size(), opened);
  std::printf("%-32s %8s %8s %8s %8s %8s  %s\n", "milliseconds", "texts", "p50", "p95", "p99",
              "max", "slowest");
  measure("each key of a label", suggester, typed);
  measure("each key, one letter left out", suggester, slipped);
  measure("one letter", suggester, letters);
  measure("made to be slow", suggester, slow);
  return 0;
}

}  // namespace
}  // namespace guidepost::bench

int main(int argc, char** argv) {
  CLI::App program{"Latency of completions"};
  guidepost::bench::Options options;
  program.add_option("--index", options.index)->capture_default_str();
  program.add_option("--labels", options.labels)->check(CLI::PositiveNumber)->capture_default_str();
  CLI11_PARSE(program, argc, argv);
  try {
    return guidepost::bench::run(options);
  } catch (const std::exception& exception) {
    std::cerr << exception.what() << "\n";
    return 1;
  }
}
