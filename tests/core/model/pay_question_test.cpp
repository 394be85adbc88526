// Words that ask what a role is paid.
#include "core/model/pay_question.h"

#include <catch2/catch.hpp>

namespace guidepost {

TEST_CASE("pay is asked about in three languages", "[pay_question]") {
  for (const char* word : {"salary", "salaries", "earn", "paid", "gehalt", "verdient", "sueldo"}) {
    CAPTURE(word);
    CHECK(asks_about_pay(word));
    CHECK_FALSE(goes_with_pay(word));
  }
}

TEST_CASE("words beside a question about pay ask for nothing alone", "[pay_question]") {
  for (const char* word : {"average", "much", "make", "range"}) {
    CAPTURE(word);
    CHECK(goes_with_pay(word));
    CHECK_FALSE(asks_about_pay(word));
  }
}

TEST_CASE("a subject of its own does not ask about pay", "[pay_question]") {
  for (const char* word : {"", "compensation", "income", "payroll", "payment", "developer"}) {
    CAPTURE(word);
    CHECK_FALSE(asks_about_pay(word));
    CHECK_FALSE(goes_with_pay(word));
  }
}

}  // namespace guidepost
