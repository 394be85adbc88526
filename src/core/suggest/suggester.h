// Completes what is being typed: roles, skills, sections and phrases of the corpus. From memory; immutable; all threads may use one.
//
//   "eng soft" -> Software Engineer    "k8" -> Kubernetes (k8s)    "front end d" -> Frontend Developer
//   "kubrn" -> Kubernetes              "sre" -> Site Reliability Engineer
#pragma once

#include "core/result.h"
#include "core/suggest/completion_search.h"
#include "core/suggest/name_table.h"
#include "core/suggest/suggest_entry.h"
#include "core/suggest/suggestion.h"
#include "core/suggest/variety.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace guidepost {

class Suggester {
 public:
  /// Of what is typed no more is read, and no more than most_suggest_words words.
  static constexpr std::size_t most_typed_bytes = 512;

  Suggester() = default;
  explicit Suggester(std::vector<SuggestEntry> entries);

  /// The file of a generation, and back. A damaged text is an error (index_damaged), never a crash.
  std::string encode() const;
  static Result<Suggester> decode(std::string_view bytes);

  /// Completions of `typed` (any bytes): each of its words begins another word of the entry's text or of one of its aliases, in any order.
  /// Where fewer than CompletionSearch::enough do, words may also be joined, split or misspelt. Nothing typed gives the most useful entries.
  /// Order: as typed before joined or split before misspelt; then by Fit; the text before its aliases; is_more_useful(). Variety holds
  /// back what repeats. A longer list begins with the shorter one.
  SuggestAnswer suggest(std::string_view typed, std::size_t limit) const;

 private:
  Suggestion shown(const Completion& completion, const CompletionSearch& search) const;
  std::vector<ByteRange> matched(const Completion& completion,
                                 const CompletionSearch& search) const;
  std::vector<std::size_t> order_of(std::span<const Completion> page) const;
  void show_most_useful(std::size_t limit, SuggestAnswer& answer) const;

  std::vector<SuggestEntry> entries_;  // by usefulness
  NameTable names_;
  Variety variety_;
};

}  // namespace guidepost
