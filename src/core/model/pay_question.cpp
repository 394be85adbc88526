#include "core/model/pay_question.h"

#include <algorithm>
#include <array>

namespace guidepost {
namespace {

// Left out: "compensation", "income" and "wages", which are subjects of their own ("compensation and benefits", "income tax").
constexpr std::array<std::string_view, 18> pay_words{
    "cobra",   "cobran", "earn",   "earning",   "earnings",  "earns",
    "gana",    "ganan",  "gehalt", "paid",      "pay",       "salaries",
    "salario", "salary", "sueldo", "verdienen", "verdienst", "verdient"};

constexpr std::array<std::string_view, 13> beside_pay{
    "average", "cuanto", "europe", "expect",  "expected", "high", "hoch",
    "make",    "medio",  "much",   "typical", "range",    "viel"};

}  // namespace

bool asks_about_pay(std::string_view folded_word) {
  return std::find(pay_words.begin(), pay_words.end(), folded_word) != pay_words.end();
}

bool goes_with_pay(std::string_view folded_word) {
  return std::find(beside_pay.begin(), beside_pay.end(), folded_word) != beside_pay.end();
}

}  // namespace guidepost
