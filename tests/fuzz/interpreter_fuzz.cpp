// Any bytes as a query over a small index: an answer comes, what is asked of Xapian stays within its bounds, and nothing takes long.
#include "check_item.h"
#include "core/index/index_directory.h"
#include "core/search/interpreter.h"
#include "core/search/posting_executor.h"
#include "core/search/query_variants.h"
#include "core/search/ranking.h"
#include "core/search/relaxation.h"
#include "core/text/utf8.h"
#include "indexer/index_run.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>
#include <string>
#include <string_view>

namespace {

using namespace guidepost;
using indexer::require;

/// An index of a few documents in a directory that goes with it.
class FuzzedIndex {
 public:
  FuzzedIndex() {
    std::string name = (std::filesystem::temp_directory_path() / "guidepost-fuzz-XXXXXX").string();
    require(::mkdtemp(name.data()) != nullptr);
    directory_ = name;
    write(
        "documents.jsonl",
        R"({"id": "python", "type": "skill", "title": "Python", "body": "Snakes.", "aliases": ["py"]})"
        "\n"
        R"({"id": "data-engineer", "type": "guide", "title": "Data Engineer", "body": "Moves data.", "family": "data", "level": ["junior", "senior"]})"
        "\n"
        R"({"id": "p1", "title": "Tables", "body": "Draw quiet tables on a whiteboard before the interview."})"
        "\n"
        R"({"id": "p2", "title": "Remote", "body": "System design from home, in a curriculum vitae."})"
        "\n");
    write("synonyms.yaml",
          "- [cv, curriculum vitae, resume]\n- work from home => remote\n- data => tables, system "
          "design\n");
    indexer::IndexRequest request;
    request.sources = {{directory_ / "documents.jsonl", {}, {}}};
    request.synonyms = {directory_ / "synonyms.yaml"};
    request.index = directory_ / "index";
    indexer::IndexReport report;
    const auto silent = [](const std::string&, std::size_t, std::size_t) {};
    require(indexer::run_index(request, silent, report).has_value());
    const IndexDirectory index(request.index);
    auto generation = open_generation(index.path_of(*index.current()));
    require(generation.has_value());
    generation_ = std::move(*generation);
  }
  ~FuzzedIndex() {
    std::error_code ignored;
    std::filesystem::remove_all(directory_, ignored);
  }
  FuzzedIndex(const FuzzedIndex&) = delete;
  FuzzedIndex& operator=(const FuzzedIndex&) = delete;

  const Generation& generation() const { return *generation_; }

 private:
  void write(const char* name, std::string_view text) const {
    std::ofstream(directory_ / name, std::ios::binary) << text;
  }

  std::filesystem::path directory_;
  std::unique_ptr<const Generation> generation_;
};

void check_groups(const std::vector<WordGroup>& groups, std::size_t most) {
  require(groups.size() <= most);
  for (const WordGroup& group : groups) {
    require(group.alternatives.size() <= ranking::max_alternatives + ranking::max_completions);
    for (const Alternative& alternative : group.alternatives) {
      require(!alternative.terms.empty() && alternative.terms.size() <= 3 * ranking::max_words);
      require(alternative.trust > 0 && alternative.trust <= 1);
      for (const std::string& term : alternative.terms) {
        constexpr std::size_t longest = 245;  // Xapian's
        require(!term.empty() && term.size() <= longest);
      }
    }
  }
}

void check_reading(const Reading& reading) {
  check_groups(reading.plan.required, ranking::max_words);
  check_groups(reading.plan.optional, 2 * ranking::max_words + 1);
  check_groups(reading.plan.excluded, ranking::max_words * ranking::max_pieces);
  require(reading.plan.neighbours.size() <= ranking::max_neighbour_pairs);
  require(reading.plan.filters.size() <= facet_field_count);
  if (!reading.did_you_mean) return;
  const DidYouMean& meant = *reading.did_you_mean;
  for (const WordChange& change : meant.changes) {
    require(change.at.begin <= change.at.end && change.at.end <= meant.text.size());
    require(meant.text.substr(change.at.begin, change.at.end - change.at.begin) == change.to);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const FuzzedIndex index;
  static const PostingExecutor executor(index.generation());
  static const Analyzer analyzer(index.generation().lexicon);
  const auto frequency = [&](const std::string& term) { return executor.frequency(term); };
  const auto begin = std::chrono::steady_clock::now();
  const std::string text =
      clean_utf8({reinterpret_cast<const char*>(data), size}, SearchRequest::max_text_bytes);
  const Interpreter interpreter(index.generation(), analyzer, frequency);
  for (const Typing typing : {Typing::finished, Typing::in_progress}) {
    Reading reading = interpreter.read(text, typing);
    check_reading(reading);
    for (const auto& words :
         query_variants(reading.wanted, typing, index.generation(), analyzer, frequency)) {
      require(words.size() <= ranking::max_words);
      for (const QueryWord& word : words) require(word.ways.size() <= ranking::max_stand_ins);
    }
    const Evaluation evaluation =
        executor.evaluate(reading.plan, executor.admission(reading.plan), Bonus::count);
    Relaxation relaxation(reading.plan, executor.document_count(),
                          [](const WordGroup& group) { return group.alternatives.size(); });
    std::size_t plans = 0;
    while (auto looser = relaxation.next()) {
      require(++plans <= Relaxation::max_plans);
      require(evaluation.count(evaluation.bits_of(*looser)) >=
              evaluation.count(evaluation.bits_of(reading.plan)));
    }
  }
  // Instrumented and under load it is some ten times slower than what is shipped.
  require(std::chrono::steady_clock::now() - begin < std::chrono::seconds(1));
  return 0;
}
