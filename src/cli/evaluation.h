// The answers that `guidepost eval` measures: one question kind over many topics.
#pragma once

#include "core/engine.h"
#include "core/eval/trec.h"
#include "core/recommend/related_skill.h"
#include "core/recommend/skill_choice.h"
#include "core/search/search_request.h"

#include <fstream>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

namespace guidepost::cli {

struct EvalOptions {
  std::string index;
  std::string question;
  std::string topics;
  std::string qrels;
  std::string run;
  std::string compare;
  std::string candidates;
  std::string features;
  std::vector<std::string> filters;
  std::size_t depth = 100;
  bool per_topic = false;
};

/// The texts of one topic: a question of several skills has one a line.
struct Question {
  std::string id;
  std::vector<std::string> texts;
};

/// io_failed that names the file.
tl::unexpected<Error> cannot_write(const std::string& path);
/// io_failed when it cannot be opened; what is there is overwritten.
Result<void> open_for_writing(const std::string& path, std::ofstream& file);

class Evaluation {
 public:
  /// All three must outlive it.
  Evaluation(const EvalOptions& options, const Engine& engine, const Searcher& searcher)
      : options_(options), engine_(engine), searcher_(searcher) {}

  /// Reads what restricts the answers. bad_usage for a filter that the question has no field for, io_failed for features that cannot be written.
  Result<void> prepare();

  /// Best first, at most options.depth, only candidates among them. A topic that names nothing in the index has no answer.
  Result<std::vector<ScoredDocument>> answer(const Question& question);

  /// After the last answer: io_failed when features could not be written.
  Result<void> finish();

 private:
  Result<std::vector<ScoredDocument>> ask(const Question& question);
  Result<std::vector<ScoredDocument>> searched(const Question& question);
  std::vector<ScoredDocument> suggested(const std::string& text) const;
  bool is_wanted(const RelatedSkill& skill) const;
  std::set<std::string> declared_beside(const std::string& skill) const;
  Result<std::vector<ScoredDocument>> related(const std::string& skill) const;
  std::vector<ScoredDocument> skills_of_role(const std::string& role) const;
  std::vector<ScoredDocument> skills_beside(const Question& question) const;
  std::vector<ScoredDocument> roles_fitting(const Question& question) const;
  std::vector<ScoredDocument> similar_roles(const std::string& role) const;
  std::vector<std::uint32_t> skills_in(const Question& question) const;

  Result<void> prepare_filters();
  Result<void> read_candidates();
  void number_names();
  std::size_t depth() const;

  const EvalOptions& options_;
  const Engine& engine_;
  const Searcher& searcher_;
  SearchRequest request_;
  SkillsRequest skills_;  // its kinds are the filters' for every question but search
  std::string language_;  // and this; empty: every one
  std::set<std::string> candidates_;
  std::unordered_map<std::string, std::uint32_t> skill_numbers_;  // by id as runs write it
  std::unordered_map<std::string, std::uint32_t> role_numbers_;
  std::ofstream features_;
};

}  // namespace guidepost::cli
