// The slowest query that can be found: generations of queries, of which the slowest are kept, joined and changed.
//
//   build/release/bench/slowest_query --index DIR [--seconds 60] [--seed 1] [--keep FOLDER]
//   build/release/bench/slowest_query --index DIR --again FOLDER
//
// --keep writes the slowest into files, which --again measures.
//
// It starts from what could be slow (frequent words, phrases and exclusions of them, beginnings of words, typing errors, operators, other
// scripts, any bytes up to 8 KB) and goes wherever time is lost. Processor time of the calling thread, so that a busy machine misleads it less.
#include "core/engine.h"
#include "core/index/generation.h"
#include "core/index/index_directory.h"
#include "core/json/answer_json.h"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <time.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

namespace guidepost::bench {
namespace {

constexpr std::size_t most_bytes = 8192;
constexpr std::size_t population = 40;

double processor_milliseconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

struct Asked {
  std::string text;
  Typing typing = Typing::finished;
  double milliseconds = 0;
};

class Adversary {
 public:
  Adversary(const Generation& generation, std::uint64_t seed) : random_(seed) {
    for (const auto& [word, documents] : generation.dictionary.words()) {
      words_.push_back({documents, word});
    }
    std::sort(words_.rbegin(), words_.rend());
  }

  Asked invent() {
    Asked asked;
    const std::size_t parts = 1 + pick(40);
    for (std::size_t i = 0; i < parts; ++i) asked.text += part() + " ";
    asked.typing = pick(3) == 0 ? Typing::in_progress : Typing::finished;
    if (asked.text.size() > most_bytes) asked.text.resize(most_bytes);
    return asked;
  }

  Asked change(Asked asked, const Asked& other) {
    std::vector<std::string> parts = cut(asked.text);
    const std::vector<std::string> others = cut(other.text);
    for (std::size_t changes = 1 + pick(3); changes > 0; --changes) {
      const std::size_t at = pick(parts.size() + 1);
      switch (pick(5)) {
        case 0:
          parts.insert(parts.begin() + static_cast<std::ptrdiff_t>(at), part());
          break;
        case 1:
          if (!parts.empty())
            parts.erase(parts.begin() + static_cast<std::ptrdiff_t>(pick(parts.size())));
          break;
        case 2:
          if (!parts.empty()) parts[pick(parts.size())] = part();
          break;
        case 3:
          if (!others.empty())
            parts.insert(parts.begin() + static_cast<std::ptrdiff_t>(at),
                         others[pick(others.size())]);
          break;
        default:
          asked.typing = asked.typing == Typing::finished ? Typing::in_progress : Typing::finished;
      }
    }
    asked.text.clear();
    for (const std::string& one : parts) asked.text += one + " ";
    if (asked.text.size() > most_bytes) asked.text.resize(most_bytes);
    return asked;
  }

  std::size_t pick(std::size_t below) {
    return below == 0 ? 0 : std::uniform_int_distribution<std::size_t>(0, below - 1)(random_);
  }

 private:
  static std::vector<std::string> cut(const std::string& text) {
    std::vector<std::string> parts;
    for (std::size_t begin = 0; begin < text.size();) {
      const std::size_t end = std::min(text.find(' ', begin), text.size());
      if (end > begin) parts.push_back(text.substr(begin, end - begin));
      begin = end + 1;
    }
    return parts;
  }

  /// The frequent ones most often.
  std::string word() {
    constexpr std::size_t frequent = 60;
    const std::size_t among = pick(3) == 0 ? words_.size() : std::min(frequent, words_.size());
    return words_.empty() ? "a" : words_[pick(among)].second;
  }

  std::string misspelt(std::string text) {
    if (text.size() < 3) return text;
    std::swap(text[pick(text.size() - 1)], text[pick(text.size() - 1)]);
    return text;
  }

  std::string part() {
    switch (pick(12)) {
      case 0:
        return "\"" + word() + " " + word() + "\"";
      case 1:
        return "-" + word();
      case 2:
        return word() + "-" + word() + "/" + word();
      case 3:
        return word().substr(0, 1 + pick(3));
      case 4:
        return misspelt(word());
      case 5:
        return word() + word();
      case 6:
        return word() + " OR " + word() + ",";
      case 7:
        return "-type:passage";
      case 8: {
        std::string bytes(1 + pick(300), ' ');
        for (char& byte : bytes) byte = static_cast<char>(pick(256));
        return bytes;
      }
      case 9:
        return std::string(1 + pick(64), static_cast<char>('a' + pick(26)));
      default:
        return word();
    }
  }

  std::mt19937_64 random_;
  std::vector<std::pair<std::uint32_t, std::string>> words_;  // the most frequent first
};

double time_of(const Searcher& searcher, const Asked& asked) {
  SearchRequest request;
  request.text = asked.text;
  request.typing = asked.typing;
  request.facets.assign(all_facet_fields.begin(), all_facet_fields.end());
  const double begin = processor_milliseconds();
  const auto answer = searcher.search(request);
  if (!answer) std::cerr << answer.error().message << " for " << asked.text << "\n";
  if (answer) static_cast<void>(json::search_answer(*answer, 0));
  return processor_milliseconds() - begin;
}

void measure(const Searcher& searcher, Asked& asked, int times) {
  std::vector<double> all;
  for (int i = 0; i < times; ++i) all.push_back(time_of(searcher, asked));
  std::sort(all.begin(), all.end());
  asked.milliseconds = all[all.size() / 2];
}

std::string printable(const std::string& text) {
  constexpr std::size_t most = 160;
  std::string line;
  for (const char c : text.substr(0, most)) line += c < ' ' || c == '\x7f' ? '?' : c;
  return line;
}

bool is_slower(const Asked& a, const Asked& b) { return a.milliseconds > b.milliseconds; }

struct Options {
  std::string index = "index";
  double seconds = 60;
  std::uint64_t seed = 1;
  std::string keep;
  std::string again;
};

constexpr std::size_t shown = 5;

void print(const Searcher& searcher, std::vector<Asked> slowest) {
  for (Asked& asked : slowest) measure(searcher, asked, 9);
  std::sort(slowest.begin(), slowest.end(), is_slower);
  for (const Asked& asked : slowest) {
    std::printf("%8.2f  %4zu bytes%s  %s\n", asked.milliseconds, asked.text.size(),
                asked.typing == Typing::in_progress ? ", being typed" : "",
                printable(asked.text).c_str());
  }
}

void keep(const std::string& folder, const std::vector<Asked>& slowest) {
  std::filesystem::create_directories(folder);
  for (std::size_t i = 0; i < slowest.size(); ++i) {
    const std::string typing = slowest[i].typing == Typing::in_progress ? ".typing" : ".query";
    std::ofstream(std::filesystem::path(folder) / (std::to_string(i) + typing), std::ios::binary)
        << slowest[i].text;
  }
}

std::vector<Asked> kept(const std::string& folder) {
  std::vector<Asked> all;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    std::ifstream file(entry.path(), std::ios::binary);
    Asked asked;
    asked.text.assign(std::istreambuf_iterator<char>(file), {});
    if (entry.path().extension() == ".typing") asked.typing = Typing::in_progress;
    all.push_back(std::move(asked));
  }
  return all;
}

int run(const Options& options) {
  const IndexDirectory directory(options.index);
  const auto engine = Engine::open_current(directory);
  if (!engine) {
    std::cerr << engine.error().message << "\n";
    return 3;
  }
  const auto generation = open_generation(directory.path_of((*engine)->generation()));
  const auto searcher = (*engine)->lease();
  if (!generation) return 3;
  if (!options.again.empty()) {
    print(*searcher, kept(options.again));
    return 0;
  }
  Adversary adversary(**generation, options.seed);
  std::vector<Asked> slowest;
  std::size_t tried = 0;
  const auto end =
      std::chrono::steady_clock::now() + std::chrono::duration<double>(options.seconds);
  while (std::chrono::steady_clock::now() < end) {
    const bool is_new = slowest.size() < population || adversary.pick(8) == 0;
    Asked asked = is_new ? adversary.invent()
                         : adversary.change(slowest[adversary.pick(slowest.size())],
                                            slowest[adversary.pick(slowest.size())]);
    measure(*searcher, asked, 1);
    ++tried;
    if (slowest.size() == population && !is_slower(asked, slowest.back())) continue;
    measure(*searcher, asked, 3);  // an accident does not stay
    slowest.push_back(std::move(asked));
    std::sort(slowest.begin(), slowest.end(), is_slower);
    slowest.resize(std::min(slowest.size(), population));
  }
  slowest.resize(std::min(slowest.size(), shown));
  if (!options.keep.empty()) keep(options.keep, slowest);
  std::printf("%zu documents, %zu queries tried; the slowest, median of 9, milliseconds:\n",
              (*engine)->manifest().documents(), tried);
  print(*searcher, std::move(slowest));
  return 0;
}

}  // namespace
}  // namespace guidepost::bench

int main(int argc, char** argv) {
  CLI::App program("looks for the query that takes longest");
  guidepost::bench::Options options;
  program.add_option("--index", options.index, "index directory")->capture_default_str();
  program.add_option("--seconds", options.seconds, "how long to look")->capture_default_str();
  program.add_option("--seed", options.seed, "another seed looks elsewhere")->capture_default_str();
  program.add_option("--keep", options.keep, "folder for the slowest queries");
  program.add_option("--again", options.again, "measures the queries of such a folder");
  CLI11_PARSE(program, argc, argv);
  return guidepost::bench::run(options);
}
