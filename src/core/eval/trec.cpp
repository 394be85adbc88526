#include "core/eval/trec.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <functional>
#include <ostream>
#include <utility>

namespace guidepost {
namespace {

constexpr std::size_t most_line_bytes = 1'000'000;

/// Calls `take(line)` for each line that is not blank; false from it is a broken line.
Result<void> each_line(const std::filesystem::path& file, const std::string& form,
                       const std::function<bool(std::string_view)>& take) {
  std::ifstream input(file);
  if (!input) {
    return failure(ErrorCode::bad_input, "cannot be read", "check the name", {file.string(), 0});
  }
  std::string line;
  for (std::size_t number = 1; std::getline(input, line); ++number) {
    if (!line.empty() && line.back() == '\r') line.pop_back();
    if (line.find_first_not_of(" \t") == std::string::npos) continue;
    if (line.size() > most_line_bytes || !take(line)) {
      return failure(ErrorCode::bad_input, "is no line of " + form, "see `guidepost eval --help`",
                     {file.string(), number});
    }
  }
  return {};
}

std::vector<std::string_view> columns_of(std::string_view line) {
  std::vector<std::string_view> columns;
  for (std::size_t at = 0; (at = line.find_first_not_of(" \t", at)) != std::string_view::npos;) {
    const std::size_t end = std::min(line.find_first_of(" \t", at), line.size());
    columns.push_back(line.substr(at, end - at));
    at = end;
  }
  return columns;
}

template <typename Number>
bool read_number(std::string_view text, Number& number) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size();
}

}  // namespace

Result<std::vector<Topic>> read_topics(const std::filesystem::path& file) {
  std::vector<Topic> topics;
  auto read = each_line(file, "topics: id, tab, text", [&](std::string_view line) {
    const std::size_t tab = line.find('\t');
    if (tab == std::string_view::npos || tab == 0) return false;
    std::string_view text = line.substr(tab + 1);
    text = text.substr(0, text.find('\t'));
    topics.push_back({std::string(line.substr(0, tab)), std::string(text)});
    return true;
  });
  if (!read) return failure(read.error());
  return topics;
}

Result<Judgements> read_judgements(const std::filesystem::path& file) {
  Judgements judgements;
  auto read = each_line(file, "judgements: topic 0 document grade", [&](std::string_view line) {
    const auto columns = columns_of(line);
    int grade = 0;
    if (columns.size() < 4 || !read_number(columns[3], grade)) return false;
    judgements[std::string(columns[0])][std::string(columns[2])] = grade;
    return true;
  });
  if (!read) return failure(read.error());
  return judgements;
}

Result<Rankings> read_run(const std::filesystem::path& file) {
  std::map<std::string, std::vector<ScoredDocument>> scored;
  auto read =
      each_line(file, "a run: topic Q0 document rank score tag", [&](std::string_view line) {
        const auto columns = columns_of(line);
        double score = 0;
        if (columns.size() < 5 || !read_number(columns[4], score) || std::isnan(score))
          return false;
        scored[std::string(columns[0])].push_back({std::string(columns[2]), score});
        return true;
      });
  if (!read) return failure(read.error());
  Rankings rankings;
  for (auto& [topic, documents] : scored) {
    std::sort(documents.begin(), documents.end(),
              [](const ScoredDocument& a, const ScoredDocument& b) {
                return a.score != b.score ? a.score > b.score : a.id > b.id;
              });
    for (ScoredDocument& document : documents) {
      rankings[topic].push_back(std::move(document.id));
    }
  }
  return rankings;
}

std::string document_name(std::string_view id) {
  std::string name(id);
  std::replace_if(
      name.begin(), name.end(), [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }, '_');
  return name;
}

void write_run(std::ostream& out, std::string_view topic,
               const std::vector<ScoredDocument>& documents, std::string_view tag) {
  constexpr double least_step = 1e-6;
  double above = HUGE_VAL;
  std::size_t rank = 0;
  for (const ScoredDocument& document : documents) {
    const double score = std::min(document.score, above - least_step);
    char text[64];
    std::snprintf(text, sizeof text, "%.6f", score);
    out << topic << " Q0 " << document_name(document.id) << ' ' << ++rank << ' ' << text << ' '
        << tag << '\n';
    above = score;
  }
}

}  // namespace guidepost
