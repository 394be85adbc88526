// Generations and the pointer to the current one, in a directory of the test's own.
#include "core/index/index_directory.h"

#include "core/index/generation_lease.h"
#include "support/temporary_directory.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

namespace guidepost {
namespace {

using Names = std::vector<std::string>;

struct Fixture {
  test::TemporaryDirectory directory;
  IndexDirectory index{directory.path()};

  void build(const std::string& generation) const {
    directory.write("generations/" + generation + ".partial/manifest.json", generation);
  }
  void complete(const std::string& generation) const {
    directory.write("generations/" + generation + "/manifest.json", generation);
  }
  void point_to(const std::string& content) const { directory.write("CURRENT", content); }
  void publish(const std::string& generation) const {
    build(generation);
    REQUIRE(index.publish(generation));
  }
};

Names sorted(Names names) {
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace

TEST_CASE_METHOD(Fixture, "where nothing was ever published the index is missing",
                 "[index_directory]") {
  const auto current = index.current();
  REQUIRE_FALSE(current);
  CHECK(current.error().code == ErrorCode::index_missing);
  CHECK_THAT(current.error().hint, Catch::Contains("guidepost index"));
  CHECK(index.generations().empty());
  CHECK(index.next_name() == "000001");
  CHECK(index.remove_old(0).removed.empty());
  CHECK(IndexDirectory(directory.path() / "nowhere").next_name() == "000001");
}

TEST_CASE_METHOD(Fixture, "a published generation is complete and current", "[index_directory]") {
  build("000001");
  CHECK(index.generations().empty());  // nobody looks at what is being built
  REQUIRE(index.publish("000001"));
  CHECK(index.current() == "000001");
  CHECK(index.generations() == Names{"000001"});
  CHECK(directory.read("CURRENT") == "000001\n");
  CHECK(directory.read("generations/000001/manifest.json") == "000001");
  CHECK_FALSE(std::filesystem::exists(index.partial_path_of("000001")));
  CHECK_FALSE(std::filesystem::exists(directory.path() / "CURRENT.tmp"));
}

TEST_CASE_METHOD(Fixture, "publishing leaves the generation before as it was",
                 "[index_directory]") {
  publish("000001");
  publish("000002");
  CHECK(index.current() == "000002");
  CHECK(index.generations() == Names{"000001", "000002"});
  CHECK(directory.read("generations/000001/manifest.json") == "000001");
}

TEST_CASE_METHOD(Fixture, "what cannot be published changes nothing", "[index_directory]") {
  publish("000001");
  SECTION("there is no such partial generation") {
    const auto published = index.publish("000002");
    REQUIRE_FALSE(published);
    CHECK(published.error().code == ErrorCode::io_failed);
  }
  SECTION("its name is taken") {
    build("000001");
    CHECK_FALSE(index.publish("000001"));
  }
  CHECK(index.current() == "000001");
  CHECK(index.generations() == Names{"000001"});
  CHECK(directory.read("generations/000001/manifest.json") == "000001");
}

TEST_CASE_METHOD(Fixture, "a pointer that names no generation is damage", "[index_directory]") {
  publish("000001");
  const std::string content =
      GENERATE(std::string(), std::string("\n"), std::string("garbage"), std::string("00001"),
               std::string("000001 "), std::string("../000001"), std::string("-00001"),
               std::string("000001\n000002"), std::string("000001\0", 7), std::string(19, '1'),
               std::string(64, 'x'), std::string(65, 'x'), std::string(100000, '0'));
  point_to(content);
  const auto current = index.current();
  CAPTURE(content.substr(0, 70));
  REQUIRE_FALSE(current);
  CHECK(current.error().code == ErrorCode::index_damaged);
  CHECK_THAT(current.error().where.file, Catch::EndsWith("CURRENT"));
}

TEST_CASE_METHOD(Fixture, "a pointer may end with or without a line break", "[index_directory]") {
  const auto* content = GENERATE("000007", "000007\n", "000007\n\n");
  point_to(content);
  CHECK(index.current() == "000007");
}

TEST_CASE_METHOD(Fixture, "generations are listed oldest first, and nothing else is",
                 "[index_directory]") {
  for (const char* name : {"000010", "000009", "1000000", "999999"}) complete(name);
  for (const char* other : {"00001", "abcdef", "000003x", "-00003"}) complete(other);
  build("000011");
  CHECK(index.generations() == Names{"000009", "000010", "999999", "1000000"});
}

TEST_CASE_METHOD(Fixture, "the next name is one nobody has", "[index_directory]") {
  complete("000007");
  CHECK(index.next_name() == "000008");
  build("000009");  // left by a build that was killed
  CHECK(index.next_name() == "000010");
  point_to("000041\n");  // names what is gone
  CHECK(index.next_name() == "000042");
  complete("999999");
  CHECK(index.next_name() == "1000000");
}

TEST_CASE_METHOD(Fixture, "a damaged pointer does not make a name be used again",
                 "[index_directory]") {
  publish("000003");
  point_to("garbage");
  CHECK(index.next_name() == "000004");
}

TEST_CASE_METHOD(Fixture, "the newest generations are kept, partial ones never",
                 "[index_directory]") {
  for (const char* name : {"000001", "000002", "000003", "000004"}) publish(name);
  build("000005");
  CHECK(sorted(index.remove_old(2).removed) == Names{"000001", "000002"});
  CHECK(index.generations() == Names{"000003", "000004"});
  CHECK_FALSE(std::filesystem::exists(index.partial_path_of("000005")));
  CHECK(index.remove_old(2).removed.empty());
  CHECK(index.remove_old(100).removed.empty());
}

TEST_CASE_METHOD(Fixture, "a generation that a reader holds is kept until it is let go",
                 "[index_directory]") {
  for (const char* name : {"000001", "000002", "000003"}) publish(name);
  {
    const auto lease = GenerationLease::take(index.path_of("000001"));
    REQUIRE(lease);
    const IndexDirectory::Removal removal = index.remove_old(1);
    CHECK(removal.removed == Names{"000002"});
    CHECK(removal.served == Names{"000001"});
    CHECK(index.generations() == Names{"000001", "000003"});
  }
  CHECK(index.remove_old(1).removed == Names{"000001"});
}

TEST_CASE_METHOD(Fixture, "a generation that is gone cannot be held", "[index_directory]") {
  publish("000001");
  std::filesystem::remove_all(index.path_of("000001"));
  const auto lease = GenerationLease::take(index.path_of("000001"));
  REQUIRE_FALSE(lease);
  CHECK(lease.error().code == ErrorCode::index_missing);
  CHECK_FALSE(GenerationLease::take_to_remove(index.path_of("000001")));
}

TEST_CASE_METHOD(Fixture, "the current generation is kept, however old", "[index_directory]") {
  for (const char* name : {"000001", "000002", "000003"}) publish(name);
  point_to("000001\n");  // rolled back
  SECTION("keeping one") {
    CHECK(index.remove_old(1).removed == Names{"000002"});
    CHECK(index.generations() == Names{"000001", "000003"});
  }
  SECTION("keeping none") {
    CHECK(sorted(index.remove_old(0).removed) == Names{"000002", "000003"});
    CHECK(index.generations() == Names{"000001"});
  }
  CHECK(index.current() == "000001");
}

TEST_CASE_METHOD(Fixture, "while nobody knows which generation is current none is removed",
                 "[index_directory]") {
  for (const char* name : {"000001", "000002"}) publish(name);
  point_to("garbage");
  CHECK(index.remove_old(0).removed.empty());
  CHECK(index.generations() == Names{"000001", "000002"});
}

}  // namespace guidepost
