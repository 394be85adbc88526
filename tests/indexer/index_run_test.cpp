#include "indexer/index_run.h"

#include "core/engine.h"
#include "core/index/generation.h"
#include "core/index/index_directory.h"
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
  REQUIRE(lease);
  const auto answer = (*lease)->search(request);
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

TEST_CASE("a generation answers after its files are gone, from as many threads as were reserved",
          "[index_run]") {
  const Harbour harbour;
  IndexReport report;
  REQUIRE(run_index(harbour.request(), no_progress, report));
  const auto engine = Engine::open_current(harbour.index());
  REQUIRE(engine);
  REQUIRE((*engine)->reserve(3));
  std::filesystem::remove_all(harbour.index().root());
  std::vector<Engine::Lease> leases;
  for (int i = 0; i < 3; ++i) {
    auto lease = (*engine)->lease();
    REQUIRE(lease);
    SearchRequest request;
    request.text = "horn";
    const auto answer = (*lease)->search(request);
    REQUIRE(answer);
    CHECK(answer->hits.front().id == "fog");
    leases.push_back(std::move(*lease));
  }
  CHECK_FALSE((*engine)->lease());  // a fourth would have to be opened
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
  REQUIRE(lease);
  const auto keeper = (*lease)->guide("keeper");
  REQUIRE(keeper);
  REQUIRE(keeper->career_path.size() == 1);
  CHECK(keeper->career_path[0].guide.empty());
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
  CHECK(data.cards[0].family == "sea");
  CHECK(data.model.block_of_role(0) != nullptr);
}

}  // namespace
}  // namespace guidepost::indexer
