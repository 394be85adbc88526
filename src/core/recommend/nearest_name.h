// The name that a person may have meant by a text that names nothing: few edits away, longer than what was typed, or kin to it in a word.
//
//   "kuberntes" -> Kubernetes (edits; sure)        "nurse"   -> Registered nurse (holds it)
//   "nursing"   -> Nurse practitioner (same stem), rather than Parsing, which is two edits away and begins otherwise
#pragma once

#include "core/text/stemmer.h"

#include <bitset>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guidepost {

/// A name as it is compared: made once, it can be offered to many. The name must outlive it.
class OfferedName {
 public:
  /// `owner`: the number of what the name is of.
  OfferedName(const std::string& name, std::uint32_t owner);
  OfferedName(const OfferedName&) = delete;
  OfferedName& operator=(const OfferedName&) = delete;

 private:
  friend class NearestName;

  const std::string& name_;
  std::string folded_;
  std::vector<std::string_view> words_;  // of folded_
  std::bitset<256> letters_;
  std::uint32_t owner_;
};

/// A value for one question and one thread. Names are offered one after the other; ties go to the first.
class NearestName {
 public:
  explicit NearestName(std::string_view typed);
  NearestName(const NearestName&) = delete;
  NearestName& operator=(const NearestName&) = delete;

  void offer(const OfferedName& offered);

  /// Whether the nearest by edits is so near, and so alone, that it may stand for what was typed.
  bool is_sure() const;
  /// Of the nearest by edits.
  std::uint32_t owner() const { return owner_; }

  /// What to hint at; empty when nothing is near.
  const std::string& hint() const;

 private:
  std::size_t most_edits() const;
  void note_edits(const OfferedName& offered);
  void note_holder(const OfferedName& offered);
  void note_kin(const OfferedName& offered);
  bool is_kin(std::string_view typed_word, std::string_view word) const;

  std::string typed_;
  std::vector<std::string_view> words_;  // of typed_
  std::bitset<256> letters_;
  Stemmer stemmer_;
  std::optional<std::size_t> edits_;
  std::string nearest_;  // by edits
  std::string holder_;   // the shortest that holds the text at the start of a word
  std::string kin_;      // the shortest of those with most words kin to one of the text
  std::size_t kin_words_ = 0;
  std::uint32_t owner_ = 0;
  bool is_alone_ = false;
};

}  // namespace guidepost
