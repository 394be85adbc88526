// The parts of a German compound: "Softwareentwicklerin" -> software, entwickler.
//
// Conservative, from a closed list of words that job titles and descriptions are made of (after the idea of Koehn and Knight, "Empirical methods
// for compound splitting", EACL 2003, without its counts): a word is split where all its parts are on the list, linking letters (s, es, n, en,
// er) between them; and a person's occupation is found at the end of a word whatever stands before it ("Xylophonlehrerin" -> lehrer). A feminine
// occupation is found by the other form too.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace guidepost {

/// Folded parts of a folded word; empty where it is none. Parts that are the whole word are left out, but for another gender.
std::vector<std::string> german_parts(std::string_view folded_word);

}  // namespace guidepost
