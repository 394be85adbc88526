#include "cli/commands.h"
#include "cli/evaluation.h"
#include "core/engine.h"
#include "core/eval/metrics.h"
#include "core/eval/trec.h"
#include "core/search/request_fields.h"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <memory>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

namespace guidepost::cli {
namespace {

std::vector<Question> questions_of(const std::vector<Topic>& topics) {
  std::vector<Question> questions;
  std::unordered_map<std::string, std::size_t> places;
  for (const Topic& topic : topics) {
    const auto [place, is_new] = places.try_emplace(topic.id, questions.size());
    if (is_new) questions.push_back({topic.id, {}});
    questions[place->second].texts.push_back(topic.text);
  }
  return questions;
}

void print_scores(const std::string& topic, const Scores& scores) {
  std::printf("%s", topic.c_str());
  for (std::size_t i = 0; i < metric_count; ++i) {
    std::printf("  %s %.4f", std::string(name_of(static_cast<Metric>(i))).c_str(), scores[i]);
  }
  std::printf("\n");
}

void print_comparison(const std::map<std::string, Scores>& ours,
                      const std::map<std::string, Scores>& theirs) {
  constexpr auto ndcg = static_cast<std::size_t>(Metric::ndcg10);
  std::vector<std::pair<double, std::string>> changes;
  std::vector<double> differences;
  for (const auto& [topic, scores] : ours) {
    const double difference = scores[ndcg] - theirs.at(topic)[ndcg];
    differences.push_back(difference);
    if (difference != 0) changes.emplace_back(difference, topic);
  }
  std::sort(changes.begin(), changes.end());
  const auto lost = static_cast<std::size_t>(std::count_if(
      changes.begin(), changes.end(), [](const auto& change) { return change.first < 0; }));
  for (const auto& [difference, topic] : changes) {
    std::printf("%s %+.4f\n", topic.c_str(), difference);
  }
  print_scores("compared", mean_of(theirs));
  std::printf(
      "%zu topics won, %zu lost, %zu equal; nDCG@10 %+.4f, p = %.4f (paired randomisation)\n",
      changes.size() - lost, lost, ours.size() - changes.size(),
      mean_of(ours)[ndcg] - mean_of(theirs)[ndcg], randomisation_test(differences));
}

Result<void> judge(const EvalOptions& options, const Rankings& rankings) {
  const auto judgements = read_judgements(options.qrels);
  if (!judgements) return failure(judgements.error());
  const auto scores = scores_of(rankings, *judgements);
  if (options.per_topic) {
    for (const auto& [topic, one] : scores) print_scores(topic, one);
  }
  print_scores(std::to_string(scores.size()) + " topics", mean_of(scores));
  if (options.compare.empty()) return {};
  const auto other = read_run(options.compare);
  if (!other) return failure(other.error());
  print_comparison(scores, scores_of(*other, *judgements));
  return {};
}

Result<void> evaluate(const EvalOptions& options) {
  const auto topics = read_topics(options.topics);
  if (!topics) return failure(topics.error());
  const auto engine = Engine::open_current(IndexDirectory(options.index));
  if (!engine) return failure(engine.error());
  const auto searcher = (*engine)->lease();
  Evaluation evaluation(options, **engine, *searcher);
  if (auto prepared = evaluation.prepare(); !prepared) return prepared;
  std::ofstream run;
  if (!options.run.empty()) {
    if (auto opened = open_for_writing(options.run, run); !opened) return opened;
  }
  const bool to_terminal = options.run.empty() && options.qrels.empty();
  Rankings rankings;
  for (const Question& question : questions_of(*topics)) {
    auto documents = evaluation.answer(question);
    if (!documents) return failure(documents.error());
    if (run.is_open() || to_terminal) {
      write_run(to_terminal ? std::cout : run, question.id, *documents, "guidepost");
    }
    std::vector<std::string>& ranking = rankings[question.id];
    for (const ScoredDocument& document : *documents) ranking.push_back(document_name(document.id));
  }
  if (run.is_open() && !run.flush()) return cannot_write(options.run);
  if (auto written = evaluation.finish(); !written) return written;
  if (options.qrels.empty()) return {};
  return judge(options, rankings);
}

}  // namespace

void add_eval_command(CLI::App& program, Action& chosen) {
  CLI::App* command = program.add_subcommand(
      "eval", "measure answers against judgements, or write them as a TREC run");
  auto options = std::make_shared<EvalOptions>();
  command->add_option("QUESTION", options->question, "what is asked for each topic")
      ->required()
      ->check(CLI::IsMember(
          {"search", "suggest", "related", "skills", "roles", "role-skills", "similar"}));
  add_index_option(*command, options->index);
  command->add_option("--topics", options->topics, "id, tab, text; one a line")->required();
  command->add_option("--qrels", options->qrels, "judgements: topic 0 document grade");
  command->add_option("--run", options->run, "where to write the run");
  command->add_option("--depth", options->depth, "answers a topic")
      ->check(CLI::Range(1, 1000))
      ->capture_default_str();
  command->add_option("--filter", options->filters, "FIELD:VALUE")->allow_extra_args(false);
  command->add_option("--candidates", options->candidates, "a file of the only ids that count");
  command->add_option("--compare", options->compare, "another run, judged beside this one");
  command->add_option("--features", options->features,
                      "where to write what each score is made of, for scripts/tune_ranking.py");
  command->add_flag("--per-topic", options->per_topic, "print each topic");
  command->callback([options, &chosen] {
    chosen = [options] {
      const auto done = evaluate(*options);
      return done ? 0 : report(done.error());
    };
  });
}

}  // namespace guidepost::cli
