// Corrects words that the index does not hold.
//
//   "kuberntes interveiw" -> "kubernetes interview"    "machinelearning" -> "machine learning"    "kuber netes" -> "kubernetes"
#pragma once

#include "core/index/dictionary.h"
#include "core/search/interpretation.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace guidepost {

/// The first letter is rarely wrong: an edit there counts double.
class Speller {
 public:
  /// `dictionary` must outlive the speller.
  explicit Speller(const Dictionary& dictionary) : dictionary_(dictionary) {}

  /// The most likely word for one that is not known, or the two words it is made of; nothing when none is near.
  std::optional<std::string> correct(std::string_view folded_word) const;

  /// The one word that both are when they are written together; nothing when there is none.
  std::optional<std::string> join(std::string_view first, std::string_view second) const;

  /// The two words, of at least 3 letters, that it is made of: of all such pairs the one whose rarer word is the most frequent.
  std::optional<std::pair<std::string, std::string>> split(std::string_view folded_word) const;

  /// Whether a word that begins with the same letter is one edit away.
  bool is_one_edit_from_known(std::string_view folded_word) const;

 private:
  const Dictionary& dictionary_;
};

/// `query` with changes made: those words replaced, everything else as it was. `at` of the changes is set.
DidYouMean did_you_mean(std::string_view query, std::vector<WordChange> changes);

}  // namespace guidepost
