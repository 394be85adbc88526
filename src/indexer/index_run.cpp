#include "indexer/index_run.h"

#include "core/index/dictionary.h"
#include "core/index/generation.h"
#include "core/index/index_directory.h"
#include "core/index/names.h"
#include "core/text/analyzer.h"
#include "indexer/document_builder.h"
#include "indexer/generation_writer.h"
#include "indexer/index_lock.h"
#include "indexer/markdown_source.h"
#include "indexer/skill_graph_builder.h"
#include "indexer/skills_source.h"
#include "indexer/suggest_builder.h"

#include <algorithm>
#include <chrono>
#include <map>
#include <memory>
#include <set>
#include <system_error>
#include <type_traits>
#include <variant>

namespace guidepost::indexer {
namespace {

/// Everything the sources gave, each list sorted by id.
struct Corpus {
  std::vector<Skill> skills;
  std::vector<Guide> guides;
  std::vector<Tip> tips;
};

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

class CorpusReader {
 public:
  CorpusReader(const Progress& progress, IndexReport& report)
      : progress_(progress), report_(report) {}

  Result<Corpus> read(const std::vector<std::filesystem::path>& sources) {
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
    const auto by_id = [](const auto& a, const auto& b) { return a.id < b.id; };
    std::sort(corpus_.skills.begin(), corpus_.skills.end(), by_id);
    std::sort(corpus_.guides.begin(), corpus_.guides.end(), by_id);
    std::sort(corpus_.tips.begin(), corpus_.tips.end(), by_id);
    return std::move(corpus_);
  }

 private:
  static Result<void> check_directory(const std::filesystem::path& source) {
    std::error_code error;
    if (std::filesystem::is_directory(source, error)) return {};
    return failure(ErrorCode::bad_input, "is not a directory",
                   "name a directory with guides/, tips/ and skills.yaml", {source.string(), 0});
  }

  void drain(Source& source, const std::string& phase) {
    std::size_t done = 0;
    while (auto read = source.next()) {
      progress_(phase, ++done, source.size_hint());
      for (Problem& problem : read->problems) report_.problems.push_back(std::move(problem));
      if (!read->item) {
        ++report_.manifest.rejected;
      } else {
        keep(std::move(*read->item));
      }
    }
  }

  void keep(SourceItem item) {
    const auto [first, is_new] = places_.try_emplace(id_of(item), place_of(item));
    if (!is_new) {
      const std::string there = first->second.file.empty() ? "a skill" : first->second.file;
      report_.problems.push_back(
          {Severity::error,
           {ErrorCode::bad_input, "the id " + id_of(item) + " is taken by " + there,
            "give one of them another id", place_of(item)}});
      ++report_.manifest.rejected;
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

  const Progress& progress_;
  IndexReport& report_;
  Corpus corpus_;
  std::map<std::string, SourcePlace> places_;
};

Names names_of(const Corpus& corpus) {
  Names names;
  names.vocabulary = Vocabulary(corpus.skills);
  for (const Guide& guide : corpus.guides) {
    names.roles.push_back({guide.id, guide.title, guide.aliases});
  }
  return names;
}

/// "machine-room" -> "Machine room": what a person reads for a value that is an id.
std::string capitalised(std::string_view id) {
  std::string label(id);
  std::replace(label.begin(), label.end(), '-', ' ');
  if (!label.empty() && label[0] >= 'a' && label[0] <= 'z') {
    label[0] = static_cast<char>(label[0] - 'a' + 'A');
  }
  return label;
}

FacetColumns::Labels labels_of(const Names& names, const Corpus& corpus) {
  FacetColumns::Labels labels;
  const auto of = [&](FacetField field) -> auto& {
    return labels[static_cast<std::size_t>(field)];
  };
  for (const DocumentType type : all_document_types) {
    of(FacetField::type).emplace(name_of(type), capitalised(name_of(type)));
  }
  for (const SkillKind kind : all_skill_kinds) {
    of(FacetField::kind).emplace(name_of(kind), capitalised(name_of(kind)));
  }
  for (const Guide& guide : corpus.guides) {
    of(FacetField::family).emplace(guide.family, capitalised(guide.family));
    for (const std::string& level : guide.levels) {
      of(FacetField::level).emplace(level, capitalised(level));
    }
  }
  for (const SectionKind kind : all_section_kinds) {
    of(FacetField::section).emplace(name_of(kind), label_of(kind));
  }
  for (const Skill& skill : names.vocabulary.skills()) {
    of(FacetField::skill).emplace(skill.id, skill.label);
  }
  for (const RoleName& role : names.roles) of(FacetField::role).emplace(role.id, role.title);
  return labels;
}

/// Builds every document in the order of ids, so that docids, and with them the order of equal scores, follow from the corpus alone.
class GenerationBuild {
 public:
  GenerationBuild(Corpus corpus, const Progress& progress)
      : corpus_(std::move(corpus)),
        progress_(progress),
        names_(names_of(corpus_)),
        lexicon_(lexicon_of(names_)),
        analyzer_(lexicon_),
        builder_(names_.vocabulary, analyzer_) {}

  Result<Manifest> write(GenerationWriter writer, std::size_t rejected) {
    recognise_skills();
    std::vector<BuiltDocument> documents = build();
    std::sort(documents.begin(), documents.end(),
              [](const BuiltDocument& a, const BuiltDocument& b) { return a.id < b.id; });
    std::vector<DocumentFacets> facets;
    std::map<std::string, std::uint32_t> words;
    for (BuiltDocument& built : documents) {
      if (auto added = writer.add(built.document); !added) return failure(added.error());
      facets.push_back(std::move(built.facets));
      for (const std::string& word : built.words) ++words[word];
      progress_("writing", facets.size(), documents.size());
    }
    const FacetColumns columns(facets, labels_of(names_, corpus_));
    const Dictionary dictionary(words);
    const std::pair<std::string_view, std::string> files[] = {
        {generation_file::facets, columns.encode()},
        {generation_file::words, dictionary.encode()},
        {generation_file::names, encode(names_)},
        {generation_file::skills, skill_graph().encode()},
        {generation_file::suggest,
         suggester_of(names_.vocabulary, corpus_.guides, corpus_.tips).encode()}};
    for (const auto& [name, bytes] : files) {
      if (auto written = writer.write(name, bytes); !written) return failure(written.error());
    }
    Manifest counts = count(corpus_);
    counts.rejected = rejected;
    return std::move(writer).publish(std::move(counts));
  }

  static Manifest count(const Corpus& corpus) {
    Manifest counts;
    counts.guides = corpus.guides.size();
    counts.skills = corpus.skills.size();
    counts.tips = corpus.tips.size();
    for (const Guide& guide : corpus.guides) counts.passages += guide.passages.size();
    return counts;
  }

 private:
  void recognise_skills() {
    for (Guide& guide : corpus_.guides) {
      for (Passage& passage : guide.passages) {
        passage.skills =
            builder_.recognised_skills(passage.title + "\n" + passage.text, guide.language);
      }
    }
  }

  std::vector<BuiltDocument> build() const {
    std::vector<BuiltDocument> documents;
    for (const Guide& guide : corpus_.guides) {
      documents.push_back(builder_.guide(guide));
      for (const Passage& passage : guide.passages) {
        documents.push_back(builder_.passage(guide, passage));
      }
    }
    for (const Tip& tip : corpus_.tips) documents.push_back(builder_.tip(tip));
    for (const Skill& skill : names_.vocabulary.skills()) {
      documents.push_back(builder_.skill(skill));
    }
    return documents;
  }

  SkillGraph skill_graph() const {
    SkillGraphBuilder graph(names_.vocabulary);
    for (const Guide& guide : corpus_.guides) {
      graph.add_role(guide);
      for (const Passage& passage : guide.passages) graph.add_passage(passage.skills);
    }
    for (const Tip& tip : corpus_.tips) {
      graph.add_passage(builder_.recognised_skills(tip.title + "\n" + tip.text, tip.language));
    }
    return std::move(graph).build();
  }

  Corpus corpus_;
  const Progress& progress_;
  Names names_;
  Lexicon lexicon_;
  Analyzer analyzer_;
  DocumentBuilder builder_;
};

}  // namespace

Result<void> run_index(const IndexRequest& request, const Progress& progress, IndexReport& report) {
  const auto begin = std::chrono::steady_clock::now();
  auto corpus = CorpusReader(progress, report).read(request.sources);
  if (!corpus) return failure(corpus.error());
  const std::size_t rejected = report.manifest.rejected;
  report.manifest = GenerationBuild::count(*corpus);
  report.manifest.rejected = rejected;
  if (request.strictness == Strictness::strict && rejected > 0) {
    return failure(ErrorCode::bad_input,
                   std::to_string(rejected) + " of the source's items were rejected",
                   "mend them, or index without --strict to leave them out");
  }
  if (corpus->guides.empty() && corpus->tips.empty()) {
    return failure(ErrorCode::bad_input,
                   "there is nothing to index: every guide and tip was rejected",
                   "mend the errors above");
  }
  if (request.publish == Publish::yes) {
    const IndexDirectory directory(request.index);
    std::error_code error;
    std::filesystem::create_directories(directory.generations_path(), error);
    if (error) {
      return failure(ErrorCode::io_failed, "cannot be created: " + error.message(),
                     "check the permissions", {directory.generations_path().string(), 0});
    }
    const auto lock = IndexLock::take(directory.lock_file());
    if (!lock) return failure(lock.error());
    directory.remove_old(request.keep);  // also what killed runs left behind
    auto writer = GenerationWriter::begin(directory);
    if (!writer) return failure(writer.error());
    auto manifest =
        GenerationBuild(std::move(*corpus), progress).write(std::move(*writer), rejected);
    if (!manifest) return failure(manifest.error());
    report.manifest = std::move(*manifest);
    report.published = true;
    directory.remove_old(request.keep);
  }
  report.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  return {};
}

}  // namespace guidepost::indexer
