// Words that ask what a role is paid: "salary", "how much does a nurse earn", "gehalt". A guide answers it in one of the questions under FAQ,
// so the section alone does not tell the answer from its neighbours; the words of the question do.
#pragma once

#include <string_view>

namespace guidepost {

/// Whether the word asks about pay, in a query or in a question that is answered. In English, German and Spanish.
bool asks_about_pay(std::string_view folded_word);

/// Whether the word only goes with such a question, and names nothing: "average", "much", "range".
bool goes_with_pay(std::string_view folded_word);

}  // namespace guidepost
