// The files of retrieval evaluation, as TREC has them: topics, judgements (qrels), and runs.
//
//   topics  od00001<TAB>2d layout animator          one a line; further columns are ignored
//   qrels   od00001 0 9a1f 1                         topic, ignored, document, grade
//   run     od00001 Q0 9a1f 1 17.25 guidepost        topic, ignored, document, rank, score, tag
#pragma once

#include "core/result.h"

#include <filesystem>
#include <iosfwd>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace guidepost {

struct Topic {
  std::string id;
  std::string text;
};

/// topic -> document -> grade
using Judgements = std::map<std::string, std::map<std::string, int>>;

/// topic -> documents, best first
using Rankings = std::map<std::string, std::vector<std::string>>;

struct ScoredDocument {
  std::string id;
  double score = 0;
};

/// In the order of the file; a topic may stand there several times. bad_input for a line without a tab.
Result<std::vector<Topic>> read_topics(const std::filesystem::path& file);

/// bad_input for a line that is no judgement.
Result<Judgements> read_judgements(const std::filesystem::path& file);

/// By score, ties by document id descending, as trec_eval orders them; ranks in the file are ignored. bad_input for a line that is none of a run.
Result<Rankings> read_run(const std::filesystem::path& file);

/// A document's name in qrels and runs: its id with white space written `_`.
std::string document_name(std::string_view id);

/// Writes one topic's answers, best first. What stands lower gets a lower score in the file, so that the order survives trec_eval's own.
void write_run(std::ostream& out, std::string_view topic,
               const std::vector<ScoredDocument>& documents, std::string_view tag);

}  // namespace guidepost
