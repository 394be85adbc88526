// A name as the words it is compared by: "Airframe & Power Plant Mechanic (A&P)" -> airframe power plant mechanic ap.
//
// Narrower than the analyzer's view of a text: words that carry nothing are left out, and single letters in a row are one word, however
// they are joined ("A&P", "A and P", "U.S.A.").
#pragma once

#include "core/text/analyzer.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace guidepost {

struct NameWord {
  std::string folded;
  std::string term;  // as the analyzer stems it
};

inline constexpr std::size_t max_name_words = 24;

/// The words of `name`, those that carry nothing left out unless nothing else is there; at most max_name_words.
std::vector<NameWord> name_words(std::string_view name, std::string_view language,
                                 const Analyzer& analyzer);

/// A name with an addition in brackets is three: all of it, what stands outside, what stands inside. Otherwise itself alone.
std::vector<std::string> name_variants(std::string_view name);

/// The first letters of all words of `name`, those that carry nothing included, and of their parts where a capital begins one:
/// "infrastructure as code" -> "iac", "FreeSWITCH" -> "fs".
std::string name_initials(std::string_view name);

/// The words written together with a space between, as the name is read letter by letter.
std::string spelled(const std::vector<NameWord>& words);

}  // namespace guidepost
