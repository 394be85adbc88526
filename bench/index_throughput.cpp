// How fast passages are indexed, how large the index is and how much memory the run takes, beside plain Xapian on the same passages in the same
// run. Then the nightly cases: nothing changed, one per cent changed.
//
//   build/release/bench/index_throughput --count 100000 [--jobs 2] [--memory 512] [--rounds 3]
#include "child_process.h"
#include "passage_generator.h"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <nlohmann/json.hpp>
#include <unistd.h>
#include <xapian.h>

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <ctime>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

namespace guidepost::bench {
namespace {

namespace fs = std::filesystem;

struct Options {
  std::uint64_t count = 100'000;
  std::size_t jobs = 0;
  std::size_t memory = 512;
  std::size_t rounds = 1;
  bool is_alone = false;
  std::string corpus = "corpus";
  std::string program;
  std::string plain;  // of the child: the passages to index as plain Xapian does
  std::string into;
};

/// What Xapian's own documentation shows: TermGenerator with stemming, positions, and the text as document data.
void index_plainly(const std::string& passages, const std::string& directory) {
  constexpr std::size_t documents_per_flush = 10'000;  // Xapian's own default
  Xapian::WritableDatabase database(directory + "/build", Xapian::DB_CREATE_OR_OVERWRITE);
  Xapian::TermGenerator generator;
  generator.set_stemmer(Xapian::Stem("en"));
  generator.set_stemming_strategy(Xapian::TermGenerator::STEM_SOME);
  std::ifstream input(passages);
  std::string line;
  std::size_t documents = 0;
  while (std::getline(input, line)) {
    const auto json = nlohmann::json::parse(line);
    Xapian::Document document;
    generator.set_document(document);
    generator.set_termpos(0);
    generator.index_text(json.at("body").get_ref<const std::string&>());
    document.set_data(line);
    document.add_boolean_term("Q" + json.at("id").get<std::string>());
    document.add_boolean_term("XS" + json.at("section").get<std::string>());
    document.add_boolean_term("XF" + json.at("family").get<std::string>());
    database.add_document(document);
    if (++documents % documents_per_flush == 0) database.commit();
  }
  database.commit();
  database.compact(directory + "/compact");
}

std::uint64_t bytes_below(const fs::path& directory) {
  std::uint64_t bytes = 0;
  for (const auto& entry : fs::recursive_directory_iterator(directory)) {
    if (entry.is_regular_file()) bytes += entry.file_size();
  }
  return bytes;
}

fs::path current_generation(const fs::path& index) {
  std::ifstream pointer(index / "CURRENT");
  std::string name;
  std::getline(pointer, name);
  return index / "generations" / name;
}

std::uint64_t write_passages(const PassageGenerator& generator, const fs::path& file,
                             std::uint64_t count, std::uint64_t edition) {
  constexpr unsigned one_per_cent = 10;
  std::ofstream output(file, std::ios::binary);
  std::uint64_t text = 0;
  for (std::uint64_t number = 0; number < count; ++number) {
    const bool is_changed = generator.changes(number, edition, one_per_cent);
    const std::string passage = generator.passage(number, is_changed ? edition : 0);
    text += passage.size() - passage.find("\"body\"");
    output << passage << '\n';
  }
  output.flush();
  if (!output) throw std::runtime_error("cannot write " + file.string());
  return text;
}

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

/// One thing that is measured, over all rounds.
struct Series {
  std::string name;
  std::vector<double> seconds;
  double megabytes = 0;  // the most of any round
  std::uint64_t bytes = 0;

  void add(const ChildCost& cost) {
    seconds.push_back(cost.seconds);
    megabytes = std::max(megabytes, cost.peak_megabytes);
  }
};

class Bench {
 public:
  Bench(const Options& options, fs::path work, std::string self)
      : options_(options), work_(std::move(work)), self_(std::move(self)) {}

  void run() {
    const PassageGenerator generator(options_.corpus, 1);
    const fs::path passages = work_ / "passages.jsonl";
    text_ = write_passages(generator, passages, options_.count, 0);
    for (std::size_t round = 0; round < options_.rounds; ++round) {
      std::cerr << "round " << round + 1 << " of " << options_.rounds << "\n";
      one_round(generator, passages, round + 1);
    }
    print();
  }

 private:
  void one_round(const PassageGenerator& generator, const fs::path& passages,
                 std::uint64_t edition) {
    if (!options_.is_alone) {
      const fs::path plain = work_ / "plain";
      fs::remove_all(plain);
      fs::create_directories(plain);
      plain_.add(run_child({self_, "--plain", passages.string(), "--into", plain.string()}));
      plain_.bytes = bytes_below(plain / "compact");
      fs::remove_all(plain);
    }

    const fs::path index = work_ / "index";
    fs::remove_all(index);
    full_.add(index_with(passages, index, false));
    full_.bytes = bytes_below(current_generation(index));
    same_.add(index_with(passages, index, false));
    write_passages(generator, passages, options_.count, edition);
    changed_.add(index_with(passages, index, false));
    changed_.bytes = bytes_below(current_generation(index));
    write_passages(generator, passages, options_.count, 0);
  }

  ChildCost index_with(const fs::path& passages, const fs::path& index, bool is_full) const {
    std::vector<std::string> command{options_.program,
                                     "index",
                                     passages.string(),
                                     "--index",
                                     index.string(),
                                     "--jobs",
                                     std::to_string(options_.jobs),
                                     "--memory",
                                     std::to_string(options_.memory)};
    if (is_full) command.emplace_back("--full");
    return run_child(command);
  }

  void print() const {
    const auto count = static_cast<double>(options_.count);
    const auto text = static_cast<double>(text_);
    char date[16];
    const std::time_t now = std::time(nullptr);
    std::strftime(date, sizeof date, "%Y-%m-%d", std::gmtime(&now));
    std::printf("%llu passages, %.1f MB of text; %u cores, %s; medians of %zu rounds\n\n",
                static_cast<unsigned long long>(options_.count), text / 1e6,
                std::thread::hardware_concurrency(), date, options_.rounds);
    std::printf("| run | seconds | passages/s | peak MB | index bytes per byte of text |\n");
    std::printf("|---|---:|---:|---:|---:|\n");
    for (const Series* series : {&plain_, &full_, &same_, &changed_}) {
      if (series->seconds.empty()) continue;
      const double seconds = median(series->seconds);
      std::printf("| %s | %.2f | %.0f | %.0f | ", series->name.c_str(), seconds, count / seconds,
                  series->megabytes);
      if (series->bytes == 0) {
        std::printf("|\n");
      } else {
        std::printf("%.2f |\n", static_cast<double>(series->bytes) / text);
      }
    }
    std::printf("\n");
    if (!options_.is_alone) {
      std::printf("passages/s, guidepost to plain Xapian: %.2f\n",
                  median(plain_.seconds) / median(full_.seconds));
      std::printf("bytes, guidepost to plain Xapian: %.2f\n",
                  static_cast<double>(full_.bytes) / static_cast<double>(plain_.bytes));
    }
    std::printf("one per cent changed to full build: %.1f %%\n",
                100 * median(changed_.seconds) / median(full_.seconds));
  }

  const Options& options_;
  fs::path work_;
  std::string self_;
  std::uint64_t text_ = 0;
  Series plain_{"plain Xapian, one thread, compacted", {}, 0, 0};
  Series full_{"guidepost, full build", {}, 0, 0};
  Series same_{"guidepost, nothing changed", {}, 0, 0};
  Series changed_{"guidepost, 1 % changed", {}, 0, 0};
};

int run(int argc, char** argv) {
  CLI::App program("indexing throughput beside plain Xapian");
  Options options;
  const fs::path self = fs::read_symlink("/proc/self/exe");
  options.program = (self.parent_path().parent_path() / "guidepost").string();
  program.add_option("--count", options.count, "passages")->capture_default_str();
  program.add_option("--jobs", options.jobs, "threads; 0: all cores")->capture_default_str();
  program.add_option("--memory", options.memory, "megabytes")->capture_default_str();
  program.add_flag("--alone", options.is_alone,
                   "without plain Xapian, which takes most of the time");
  program.add_option("--rounds", options.rounds, "how often")->capture_default_str();
  program.add_option("--corpus", options.corpus, "where the words come from")
      ->capture_default_str();
  program.add_option("--program", options.program, "the guidepost to measure");
  program.add_option("--plain", options.plain)->group("");
  program.add_option("--into", options.into)->group("");
  CLI11_PARSE(program, argc, argv);
  if (!options.plain.empty()) {
    index_plainly(options.plain, options.into);
    return 0;
  }
  std::string name = (fs::temp_directory_path() / "guidepost-bench-XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary directory");
  try {
    Bench(options, name, self.string()).run();
  } catch (...) {
    fs::remove_all(name);
    throw;
  }
  fs::remove_all(name);
  return 0;
}

}  // namespace
}  // namespace guidepost::bench

int main(int argc, char** argv) {
  try {
    return guidepost::bench::run(argc, argv);
  } catch (const Xapian::Error& error) {
    std::cerr << error.get_description() << "\n";
  } catch (const std::exception& exception) {
    std::cerr << exception.what() << "\n";
  }
  return 1;
}
