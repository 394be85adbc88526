// Phrases that many texts of a corpus have: "hiring manager", "source of truth". What people begin to type without its being anybody's name.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace guidepost::indexer {

struct PhraseText {
  std::string text;
  std::string language;
};

struct CorpusPhrase {
  std::string text;  // as most texts write it
  std::uint32_t texts = 0;
};

/// Two to four words in a row inside a clause that stand together in three texts and one of a thousand, and more often than their words alone would
/// (normalised pointwise mutual information: Bouma, "Normalized (Pointwise) Mutual Information in Collocation Extraction", GSCL 2009). The
/// first and the last word carry meaning; a plural counts with its singular. What stands almost only inside a longer phrase is left out.
/// In most texts first, then by text; at most `most`. Takes memory in proportion to the texts.
std::vector<CorpusPhrase> frequent_phrases(std::span<const PhraseText> texts, std::size_t most);

}  // namespace guidepost::indexer
