#include "indexer/index_run.h"

#include "core/engine.h"
#include "core/index/generation.h"
#include "core/index/index_directory.h"
#include "core/index/manifest.h"
#include "core/text/analyzer.h"
#include "support/temporary_directory.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

namespace guidepost::indexer {
namespace {

const Progress no_progress = [](const std::string&, std::size_t, std::size_t) {};

void write(const std::filesystem::path& file, const std::string& text) {
  std::filesystem::create_directories(file.parent_path());
  std::ofstream(file, std::ios::binary) << text;
}

std::string guide(const std::string& id, const std::string& more, const std::string& body) {
  return "---\nid: " + id + "\ntitle: " + id +
         "\nfamily: sea\nskills: [{id: signalling, importance: 5}]\n" + more +
         "---\n## Overview\n\n" + body + "\n";
}

/// A corpus of two guides and a tip, and an empty place for an index.
class Harbour {
 public:
  Harbour() {
    write(corpus() / "skills.yaml",
          "- {id: signalling, label: Signalling, kind: skill, description: Says things with "
          "light.}\n");
    write(corpus() / "guides/keeper.md", guide("keeper", "", "Keeps the light burning."));
    write(corpus() / "guides/pilot.md", guide("pilot", "", "Brings ships through the channel."));
    write(corpus() / "tips/fog.md", "---\nid: fog\ntitle: Fog\n---\nSound the horn.\n");
  }

  std::filesystem::path corpus() const { return directory_.path() / "corpus"; }
  IndexDirectory index() const { return IndexDirectory(directory_.path() / "index"); }

  IndexRequest request() const {
    IndexRequest request;
    request.sources = {{corpus(), {}, {}}};
    request.index = index().root();
    return request;
  }

 private:
  test::TemporaryDirectory directory_;
};

std::vector<std::string> found(const Engine& engine, const std::string& text) {
  SearchRequest request;
  request.text = text;
  const auto lease = engine.lease();
  const auto answer = lease->search(request);
  REQUIRE(answer);
  std::vector<std::string> ids;
  for (const Hit& hit : answer->hits) ids.push_back(hit.id);
  return ids;
}

TEST_CASE("what is indexed is found", "[index_run]") {
  const Harbour harbour;
  IndexReport report;
  REQUIRE(run_index(harbour.request(), no_progress, report));
  CHECK(report.outcome == Outcome::published);
  CHECK(report.manifest.guides == 2);
  CHECK(report.manifest.passages == 2);
  CHECK(report.manifest.tips == 1);
  CHECK(report.manifest.skills == 1);
  const auto engine = Engine::open_current(harbour.index());
  REQUIRE(engine);
  CHECK(found(**engine, "sound the horn") == std::vector<std::string>{"fog"});
  CHECK(found(**engine, "channel").size() == 2);  // the passage, and the guide whose overview it is
}

TEST_CASE("changed synonyms make a new generation of the same segments", "[index_run]") {
  const Harbour harbour;
  IndexReport first;
  REQUIRE(run_index(harbour.request(), no_progress, first));
  const auto names_of = [&](const std::string& generation) {
    const auto manifest = read_manifest(harbour.index().path_of(generation));
    REQUIRE(manifest);
    std::vector<std::string> names;
    for (const ManifestSegment& segment : manifest->segments) names.push_back(segment.name);
    return names;
  };
  write(harbour.corpus() / "synonyms.yaml", "- [siren, horn]\n");
  IndexReport second;
  REQUIRE(run_index(harbour.request(), no_progress, second));
  CHECK(second.outcome == Outcome::published);
  CHECK(second.rebuilt_because.empty());
  CHECK(second.changes.unchanged == 6);
  CHECK(second.manifest.context_hash == first.manifest.context_hash);
  CHECK(second.manifest.content_hash != first.manifest.content_hash);
  CHECK(names_of("000002") == names_of("000001"));
  const auto engine = Engine::open_current(harbour.index());
  REQUIRE(engine);
  CHECK(found(**engine, "siren") == std::vector<std::string>{"fog"});

  IndexReport third;
  REQUIRE(run_index(harbour.request(), no_progress, third));
  CHECK(third.outcome == Outcome::unchanged);

  std::filesystem::remove(harbour.corpus() / "synonyms.yaml");
  IndexReport fourth;
  REQUIRE(run_index(harbour.request(), no_progress, fourth));
  CHECK(fourth.manifest.content_hash == first.manifest.content_hash);
  CHECK(names_of("000003") == names_of("000001"));
}

TEST_CASE("a wrong rule is reported like any item, and strictness refuses it", "[index_run]") {
  const Harbour harbour;
  write(harbour.corpus() / "synonyms.yaml", "- [siren, horn]\n- siren\n");
  IndexReport report;
  REQUIRE(run_index(harbour.request(), no_progress, report));
  CHECK(report.manifest.rejected == 1);
  REQUIRE(report.problems.size() == 1);
  CHECK(report.problems[0].error.where.line == 2);
  IndexRequest strict = harbour.request();
  strict.strictness = Strictness::strict;
  IndexReport refused;
  CHECK_FALSE(run_index(strict, no_progress, refused));
}

TEST_CASE("synonyms may be given beside any source", "[index_run]") {
  const Harbour harbour;
  IndexRequest request = harbour.request();
  request.synonyms = {harbour.corpus() / "more.yaml"};
  IndexReport missing;
  CHECK_FALSE(run_index(request, no_progress, missing));
  write(harbour.corpus() / "synonyms.yaml", "- [siren, horn]\n");
  write(harbour.corpus() / "more.yaml", "- hooter => horn\n");
  IndexReport report;
  REQUIRE(run_index(request, no_progress, report));
  const auto engine = Engine::open_current(harbour.index());
  REQUIRE(engine);
  CHECK(found(**engine, "hooter") == std::vector<std::string>{"fog"});
  CHECK(found(**engine, "siren") == std::vector<std::string>{"fog"});
}

TEST_CASE("a generation answers after its files are gone", "[index_run]") {
  const Harbour harbour;
  IndexReport report;
  REQUIRE(run_index(harbour.request(), no_progress, report));
  const auto engine = Engine::open_current(harbour.index());
  REQUIRE(engine);
  std::filesystem::remove_all(harbour.index().root());
  std::vector<Engine::Lease> leases;
  for (int i = 0; i < 3; ++i) {
    auto lease = (*engine)->lease();
    SearchRequest request;
    request.text = "horn";
    const auto answer = lease->search(request);
    REQUIRE(answer);
    CHECK(answer->hits.front().id == "fog");
    leases.push_back(std::move(lease));
  }
}

TEST_CASE("a career step to a guide that was rejected loses its link and is reported",
          "[index_run]") {
  const Harbour harbour;
  write(
      harbour.corpus() / "guides/keeper.md",
      guide("keeper", "career_path: [{title: Pilot, role: pilot}]\n", "Keeps the light burning."));
  write(harbour.corpus() / "guides/pilot.md", guide("pilot", "oops: 1\n", "Brings ships in."));
  IndexReport report;
  REQUIRE(run_index(harbour.request(), no_progress, report));
  CHECK(report.manifest.rejected == 1);
  CHECK(std::any_of(report.problems.begin(), report.problems.end(), [](const Problem& problem) {
    return problem.severity == Severity::warning &&
           problem.error.message.find("pilot, which was rejected") != std::string::npos;
  }));
  const auto engine = Engine::open_current(harbour.index());
  REQUIRE(engine);
  const auto lease = (*engine)->lease();
  const auto keeper = lease->guide("keeper");
  REQUIRE(keeper);
  REQUIRE(keeper->career_path.size() == 1);
  CHECK(keeper->career_path[0].guide.empty());
}

TEST_CASE(
    "a generation whose texts were read by another analyzer is refused until it is built anew",
    "[index_run]") {
  const Harbour harbour;
  IndexReport report;
  REQUIRE(run_index(harbour.request(), no_progress, report));
  const std::filesystem::path generation = harbour.index().path_of(*harbour.index().current());
  auto manifest = read_manifest(generation);
  REQUIRE(manifest);
  CHECK(manifest->analyzer_version == analyzer_version);
  const auto refusal = [&] {
    write(generation / "manifest.json", encode(*manifest));
    const auto opened = Engine::open_current(harbour.index());
    REQUIRE_FALSE(opened);
    CHECK(opened.error().code == ErrorCode::index_incompatible);
    CHECK(exit_status(opened.error().code) == 3);
    CHECK(opened.error().hint.find("guidepost index") != std::string::npos);
    return opened.error().message;
  };
  manifest->analyzer_hash = "another Unicode";
  CHECK(refusal().find("another Unicode or other stemmers") != std::string::npos);
  manifest->analyzer_version = 1;
  CHECK(refusal().find("version 1 of the analyzer") != std::string::npos);

  IndexReport again;
  REQUIRE(run_index(harbour.request(), no_progress, again));
  CHECK(again.outcome == Outcome::published);  // though no source changed
  CHECK(Engine::open_current(harbour.index()));
}

TEST_CASE("a text is found in the ways that people write what it says", "[index_run]") {
  const Harbour harbour;
  const std::filesystem::path file = harbour.corpus().parent_path() / "texts.jsonl";
  write(file,
        R"({"id": "zh", "language": "zh", "title": "\u8f6f\u4ef6\u5de5\u7a0b\u5e08\u9762\u8bd5"})"
        "\n"
        R"({"id": "de", "language": "de", "title": "Softwareentwicklerinnen gesucht"})"
        "\n"
        R"({"id": "pay", "title": "Paying between $120,000 and 150k"})"
        "\n"
        R"({"id": "solid", "title": "Frontend craft, cicd"})"
        "\n"
        R"({"id": "apart", "title": "Dev ops people in the U.S.A., 401(k) plans"})"
        "\n"
        R"({"id": "bard", "title": "To be or not to be"})"
        "\n");
  IndexRequest request = harbour.request();
  request.sources = {{file, {}, {}}};
  IndexReport report;
  REQUIRE(run_index(request, no_progress, report));
  const auto engine = Engine::open_current(harbour.index());
  REQUIRE(engine);
  struct Asked {
    std::string query, id;
  };
  for (const Asked& asked : std::vector<Asked>{
           {"\u5de5\u7a0b\u5e08", "zh"},
           {"\u8f6f\u4ef6", "zh"},
           {"entwickler", "de"},
           {"software entwickler", "de"},
           {"softwareentwicklerin", "de"},
           {"120k", "pay"},
           {"$120,000", "pay"},
           {"120 000", "pay"},
           {"150000", "pay"},
           {"front end", "solid"},
           {"front-end", "solid"},
           {"ci/cd", "solid"},
           {"devops", "apart"},
           {"usa", "apart"},
           {"401k", "apart"},
           {"\"not to be\"", "bard"},  // common words count where they are quoted
           {"to be", "bard"},          // and where there are no others
       }) {
    CAPTURE(asked.query);
    const std::vector<std::string> ids = found(**engine, asked.query);
    REQUIRE_FALSE(ids.empty());
    CHECK(ids.front() == asked.id);
  }
}

TEST_CASE("a source that holds nothing usable publishes nothing", "[index_run]") {
  const Harbour harbour;
  std::filesystem::remove_all(harbour.corpus() / "tips");
  for (const char* name : {"keeper", "pilot"}) {
    write(harbour.corpus() / "guides" / (std::string(name) + ".md"), "no front matter\n");
  }
  IndexReport report;
  const auto done = run_index(harbour.request(), no_progress, report);
  REQUIRE_FALSE(done);
  CHECK(done.error().code == ErrorCode::bad_input);
  CHECK_FALSE(harbour.index().current());
}

TEST_CASE("a run leaves no more generations than it was asked to keep", "[index_run]") {
  const Harbour harbour;
  IndexRequest request = harbour.request();
  request.keep = 2;
  request.reuse = Reuse::no;
  for (int i = 0; i < 4; ++i) {
    IndexReport report;
    REQUIRE(run_index(request, no_progress, report));
  }
  CHECK(harbour.index().generations() == std::vector<std::string>{"000003", "000004"});
  CHECK(harbour.index().current() == "000004");
}

TEST_CASE("the model of roles is taken over while roles and skills stay as they are",
          "[index_run]") {
  const Harbour harbour;
  const auto run = [&] {
    IndexReport report;
    REQUIRE(run_index(harbour.request(), no_progress, report));
    return harbour.index().path_of(report.manifest.generation) / generation_file::role_skills;
  };
  const auto first = run();
  write(harbour.corpus() / "tips/fog.md", "---\nid: fog\ntitle: Fog\n---\nSound the horn twice.\n");
  const auto second = run();
  CHECK(first != second);
  CHECK(std::filesystem::equivalent(first, second));
  write(harbour.corpus() / "guides/pilot.md", guide("pilot", "", "Brings ships to the quay."));
  const auto third = run();
  CHECK_FALSE(std::filesystem::equivalent(second, third));
}

TEST_CASE("roles, their needs, paths and levels are in what recommendations are made from",
          "[index_run]") {
  const Harbour harbour;
  write(harbour.corpus() / "guides/keeper.md",
        guide("keeper", "levels: [junior]\ncareer_path: [{title: Pilot, role: pilot}]\n",
              "Keeps the light burning."));
  write(harbour.corpus() / "guides/pilot.md", guide("pilot", "", "Brings ships to the quay."));
  IndexReport report;
  REQUIRE(run_index(harbour.request(), no_progress, report));
  const auto engine = Engine::open_current(harbour.index());
  REQUIRE(engine);
  const RecommendData& data = (*engine)->recommend_data();
  REQUIRE(data.model.role_count() == 2);
  REQUIRE(data.model.needs()[0].size() == 1);
  CHECK(data.model.needs()[0][0].value == 1);
  CHECK(data.cards[0].leads_to == std::vector<std::uint32_t>{1});
  CHECK(data.cards[0].levels == std::vector<std::string>{"junior"});
  CHECK(data.model.block_of_role(0) != nullptr);
}

}  // namespace
}  // namespace guidepost::indexer
