// How the server follows an index directory when generations cannot be opened. That good ones are swapped in is shown by the
// acceptance tests, on real ones.
#include "server/serving.h"

#include "support/temporary_directory.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <sstream>
#include <string>

using namespace guidepost;
using namespace guidepost::server;

namespace {

class Following {
 public:
  void publish(const std::string& name) {
    directory_.write("generations/" + name + "/manifest.json", "{}");
    directory_.write("CURRENT", name + "\n");
  }
  auto lines() const {
    const std::string text = stream_.str();
    return std::count(text.begin(), text.end(), '\n');
  }

  std::size_t opened = 0;

 private:
  guidepost::test::TemporaryDirectory directory_;
  std::ostringstream stream_;
  Log log_ = Log::to(stream_, AccessLog::off);

 public:
  Serving serving{IndexDirectory(directory_.path()), log_, [this](const auto&) {
                    ++opened;
                    return Result<std::shared_ptr<const Engine>>(
                        failure(ErrorCode::index_damaged, "it is damaged"));
                  }};
};

}  // namespace

TEST_CASE("no index is trouble, said once, and serves nothing", "[serving]") {
  Following following;
  for (int i = 0; i < 3; ++i) following.serving.look();
  CHECK(following.serving.current() == nullptr);
  CHECK_THAT(following.serving.trouble(), Catch::Contains("there is no index"));
  CHECK(following.opened == 0);
  CHECK(following.lines() == 1);
}

TEST_CASE("a damaged generation is refused, said once, and not opened at every look", "[serving]") {
  Following following;
  following.publish("000001");
  for (int i = 0; i < 10; ++i) following.serving.look();
  CHECK(following.opened == 1);
  CHECK(following.lines() == 1);
  CHECK_THAT(following.serving.trouble(),
             Catch::Contains("generation 000001 is refused: it is damaged"));
}

TEST_CASE("a refused generation is tried again some time, the next one at once", "[serving]") {
  Following following;
  following.publish("000001");
  for (int i = 0; i < 100; ++i) following.serving.look();
  CHECK(following.opened == 2);
  following.publish("000002");
  following.serving.look();
  CHECK(following.opened == 3);
  CHECK_THAT(following.serving.trouble(), Catch::Contains("generation 000002 is refused"));
}
