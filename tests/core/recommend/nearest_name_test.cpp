// What is hinted at for a text that names nothing.
#include "core/recommend/nearest_name.h"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

namespace guidepost {
namespace {

struct Nearest {
  std::string hint;
  bool is_sure = false;
  std::uint32_t owner = 0;
};

Nearest nearest(const std::string& typed, const std::vector<std::string>& names) {
  NearestName found(typed);
  for (std::uint32_t i = 0; i < names.size(); ++i) found.offer({names[i], i});
  return {found.hint(), found.is_sure(), found.owner()};
}

TEST_CASE("a name of the same stem is hinted at before one that begins otherwise",
          "[nearest_name]") {
  CHECK(nearest("nursing", {"Parsing", "Nurse practitioner", "Patient care"}).hint ==
        "Nurse practitioner");
  CHECK(nearest("accountancy", {"Advocacy", "Accounting"}).hint == "Accounting");
  CHECK(nearest("nursing", {"Parsing"}).hint == "Parsing");
  CHECK(nearest("nursing", {"Cooking", "Budgets"}).hint.empty());
  CHECK(nearest("quantum basket weaving", {"Quantisation"}).hint.empty());
}

TEST_CASE("a hint reaches further than a correction where both begin alike", "[nearest_name]") {
  const Nearest far = nearest("kubrntsess", {"Docker", "Kubernetes"});
  CHECK_FALSE(far.is_sure);
  CHECK(far.hint == "Kubernetes");
  CHECK(nearest("xubrntsess", {"Kubernetes"}).hint.empty());
}

TEST_CASE("a near miss is sure when nothing else is as near", "[nearest_name]") {
  CHECK(nearest("kuberntes", {"Docker", "Kubernetes"}).is_sure);
  CHECK(nearest("kuberntes", {"Docker", "Kubernetes"}).owner == 1);
  CHECK_FALSE(nearest("redax", {"Redux", "Redat"}).is_sure);
}

TEST_CASE("more words alike are nearer, then the shorter name", "[nearest_name]") {
  CHECK(nearest("nursing patients",
                {"Nurse midwife care", "Patient nurse care", "Nurse aid", "Patients"})
            .hint == "Patient nurse care");
}

}  // namespace
}  // namespace guidepost
