// Other words that a word is found by: the parts of an identifier, another way to write a number.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guidepost {

/// Where a word stands: behind a '#' two parts are words ("#DataScience").
enum class WordPlace { prose, tag };

/// The parts of an identifier: "getUserName" -> get, User, Name. Empty for other words, and for the names of products ("JavaScript", "GitHub",
/// "iPhone"): two parts that begin with a capital are nearly always a name, and its parts mean something else.
std::vector<std::string_view> identifier_parts(std::string_view word, WordPlace place);

/// Thousands written the other way: "120k" -> "120000", "120000" -> "120k". Nothing for a number of fewer digits than `fewest`: "2000" is a year,
/// but "2,000" is none.
std::optional<std::string> other_thousands(std::string_view folded_word, std::size_t fewest = 5);

}  // namespace guidepost
