// Which roles of a list are called similar, and whether there may be more.
#include "core/recommend/similar_roles.h"

#include "core/recommend/similar_roles_builder.h"
#include "support/small_roles.h"

#include <catch2/catch.hpp>

namespace guidepost {
namespace {

/// Role 0 with `others` in its list: the first scores 10, each further one `step` less.
class Listed {
 public:
  Listed(std::size_t others, float step) : small_(input_of(others)) {
    NeighbourTable table{{"latent"}, std::vector<std::vector<Neighbour>>(others + 1)};
    for (std::uint32_t other = 1; other <= others; ++other) {
      table.of[0].push_back({other, {10 - step * static_cast<float>(other - 1)}});
    }
    const auto file = small_.directory().path() / "similar";
    REQUIRE(write_neighbour_lists(table, file));
    auto lists = NeighbourLists::open(file, others + 1);
    REQUIRE(lists);
    lists_ = std::move(*lists);
  }

  RolesAnswer similar(const RolesRequest& request) const {
    const RecommendData data = small_.data();
    return similar_roles({data.names, data.graph, data.model, data.cards, data.related, lists_,
                          data.languages, data.forms, data.namesakes},
                         0, request);
  }

 private:
  static RecommendInput input_of(std::size_t others) {
    RecommendInput input;
    for (std::size_t role = 0; role <= others; ++role) {
      input.roles.emplace_back().id = std::to_string(1000 + role);
    }
    input.skills.emplace_back().id = "skill";
    input.needs = {{0, 0, 5}};
    return input;
  }

  test::SmallRoles small_;
  NeighbourLists lists_;
};

TEST_CASE("a role that is much less similar than the best one is not called similar",
          "[similar_roles]") {
  const Listed listed(10, 1);  // scores 10 to 1
  RolesRequest request;
  for (const std::size_t limit : {1U, 5U, 100U}) {
    request.limit = limit;
    const RolesAnswer answer = listed.similar(request);
    CHECK(answer.total == 7);  // those above 3.5
    CHECK(answer.is_exact);
    CHECK(answer.roles.size() == std::min<std::size_t>(limit, 7));
  }
  request.least_similarity = 0;
  CHECK(listed.similar(request).roles.size() == 10);
}

TEST_CASE("where all of a full list are similar there may be more", "[similar_roles]") {
  CHECK_FALSE(Listed(longest_similar_list, 0.01F).similar({}).is_exact);
  CHECK(Listed(longest_similar_list - 1, 0.01F).similar({}).is_exact);
  const RolesAnswer cut = Listed(longest_similar_list, 0.09F).similar({});
  CHECK(cut.is_exact);
  CHECK(cut.total < longest_similar_list);
}

}  // namespace
}  // namespace guidepost
