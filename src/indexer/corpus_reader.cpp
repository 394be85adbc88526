#include "indexer/corpus_reader.h"

#include "core/model/vocabulary.h"
#include "indexer/source/markdown_source.h"
#include "indexer/source/skills_source.h"

#include <algorithm>
#include <set>
#include <system_error>
#include <type_traits>
#include <variant>

namespace guidepost::indexer {
namespace {

const std::string& id_of(const SourceItem& item) {
  return std::visit([](const auto& value) -> const std::string& { return value.id; }, item);
}

SourcePlace place_of(const SourceItem& item) {
  return std::visit(
      [](const auto& value) -> SourcePlace {
        if constexpr (std::is_same_v<std::decay_t<decltype(value)>, Skill>) {
          return {};
        } else {
          return value.where;
        }
      },
      item);
}

Result<void> check_directory(const std::filesystem::path& source) {
  std::error_code error;
  if (std::filesystem::is_directory(source, error)) return {};
  return failure(ErrorCode::bad_input, "is not a directory",
                 "name a directory with guides/, tips/ and skills.yaml", {source.string(), 0});
}

}  // namespace

Result<Corpus> CorpusReader::read(const std::vector<std::filesystem::path>& sources) && {
  for (const auto& source : sources) {
    if (auto checked = check_directory(source); !checked) return failure(checked.error());
    const std::filesystem::path skills = source / "skills.yaml";
    std::error_code error;
    if (!std::filesystem::exists(skills, error)) continue;
    auto opened = SkillsSource::open(skills);
    if (!opened) return failure(opened.error());
    drain(**opened, "reading skills");
  }
  const Vocabulary vocabulary(corpus_.skills);
  for (const auto& source : sources) {
    auto opened = MarkdownSource::open(source, vocabulary);
    if (!opened) return failure(opened.error());
    drain(**opened, "reading guides");
  }
  drop_links_to_rejected_guides();
  const auto by_id = [](const auto& a, const auto& b) { return a.id < b.id; };
  std::sort(corpus_.skills.begin(), corpus_.skills.end(), by_id);
  std::sort(corpus_.guides.begin(), corpus_.guides.end(), by_id);
  std::sort(corpus_.tips.begin(), corpus_.tips.end(), by_id);
  return std::move(corpus_);
}

void CorpusReader::drain(Source& source, const std::string& phase) {
  std::size_t done = 0;
  while (auto read = source.next()) {
    progress_(phase, ++done, source.size_hint());
    for (Problem& problem : read->problems) corpus_.problems.push_back(std::move(problem));
    if (!read->item) {
      ++corpus_.rejected;
    } else {
      keep(std::move(*read->item));
    }
  }
}

void CorpusReader::keep(SourceItem item) {
  const auto [first, is_new] = places_.try_emplace(id_of(item), place_of(item));
  if (!is_new) {
    const std::string there = first->second.file.empty() ? "a skill" : first->second.file;
    corpus_.problems.push_back(
        {Severity::error,
         {ErrorCode::bad_input, "the id " + id_of(item) + " is taken by " + there,
          "give one of them another id", place_of(item)}});
    ++corpus_.rejected;
    return;
  }
  std::visit(
      [this](auto&& value) {
        using Item = std::decay_t<decltype(value)>;
        if constexpr (std::is_same_v<Item, Skill>) {
          corpus_.skills.push_back(std::forward<decltype(value)>(value));
        } else if constexpr (std::is_same_v<Item, Guide>) {
          corpus_.guides.push_back(std::forward<decltype(value)>(value));
        } else {
          corpus_.tips.push_back(std::forward<decltype(value)>(value));
        }
      },
      std::move(item));
}

void CorpusReader::drop_links_to_rejected_guides() {
  std::set<std::string> known;
  for (const Guide& guide : corpus_.guides) known.insert(guide.id);
  for (Guide& guide : corpus_.guides) {
    for (CareerStep& step : guide.career_path) {
      if (step.guide.empty() || known.contains(step.guide)) continue;
      corpus_.problems.push_back(
          {Severity::warning,
           {ErrorCode::bad_input, "the career path leads to " + step.guide + ", which was rejected",
            "mend that guide; until then the step has no link", guide.where}});
      step.guide.clear();
    }
  }
}

}  // namespace guidepost::indexer
