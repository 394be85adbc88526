// The names of all documents (titles, aliases, questions), and what finds them: by word, by initials, by letters. A file of the generation.
//
// A name is compared as a whole, on its own: a guide with forty alternative titles is as good as the best of them. Letters find names that
// share no word with what was typed ("reactjs", "effector js"), by the cosine of their n-grams (gram_index.h).
#pragma once

#include "core/index/gram_index.h"
#include "core/result.h"
#include "core/text/beginning_index.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace guidepost {

/// Whether a name stands for a page of its own (a guide, tip or skill), or for a passage, of which there may be very many.
enum class NameOwner { page, passage };

/// A name as its document gave it, its words and their terms already cut (name_words.h).
struct DocumentName {
  std::string text;                // folded words with a space between
  std::vector<std::string> terms;  // of the same words
  std::string initials;            // of all words, those too that carry nothing
  bool is_label = false;           // the preferred one
};

/// Another word that names of one document have where one has this: "tech" -> technician.
struct Substitute {
  std::uint32_t term = 0;
  double trust = 0;
};

class NameIndexBuilder;

/// Immutable; all threads may read. Names and terms are numbered from 0.
class NameIndex {
 public:
  static constexpr std::uint32_t none = 0xffffffffU;

  NameIndex() = default;

  std::string encode() const;
  /// index_damaged when it is no name index.
  static Result<NameIndex> decode(std::string_view bytes);

  std::size_t size() const { return documents_.size(); }
  std::uint32_t document_of(std::uint32_t name) const { return documents_[name]; }
  bool is_of_passage(std::uint32_t name) const { return (labels_[name] & passage_bit) != 0; }
  bool is_label(std::uint32_t name) const { return (labels_[name] & label_bit) != 0; }
  std::string_view text_of(std::uint32_t name) const;
  std::string_view initials_of(std::uint32_t name) const;
  std::span<const std::uint32_t> terms_of(std::uint32_t name) const;
  /// Sum of the idf of its words.
  double weight_of(std::uint32_t name) const { return weights_[name]; }
  /// The names of a document: all n with first <= n < first + count, in the order the document gave them.
  struct Range {
    std::uint32_t first = 0;
    std::uint32_t count = 0;
  };
  Range names_of(std::uint32_t document) const;

  std::size_t term_count() const { return terms_.size(); }
  /// none when no name holds it.
  std::uint32_t term_named(std::string_view term) const;
  const std::string& term(std::uint32_t term) const { return terms_[term]; }
  double idf(std::uint32_t term) const { return idf_[term]; }
  /// Terms that begin with `prefix`: [first, last).
  std::pair<std::uint32_t, std::uint32_t> terms_beginning_with(std::string_view prefix) const;
  std::span<const std::uint32_t> names_with(std::uint32_t term) const;
  std::span<const Substitute> substitutes(std::uint32_t term) const;

  /// Names in which a run of 2 to 5 words has these initials.
  std::vector<std::uint32_t> names_with_initials(std::string_view initials) const;

  /// How much likelier than others the words of a name are said by their initials, 0 to 1 (a usual word has 0.25): learned from names that say
  /// both, "Certified Nursing Assistant (CNA)". 0 where no name does.
  double abbreviation_of(std::uint32_t name) const;

  /// By their letters; empty when the index holds too many names for it.
  const GramIndex& grams() const { return grams_; }

  /// idf of a term that `documents_with_term` of all documents hold.
  double idf_of(std::size_t documents_with_term) const;

 private:
  friend class NameIndexBuilder;

  bool is_sound() const;
  void index_terms();
  void learn_abbreviations();

  std::uint64_t document_count_ = 0;  // of the generation, for idf
  std::vector<std::string> terms_;    // sorted
  std::vector<std::uint32_t> frequencies_;
  std::vector<std::uint32_t> documents_;  // of names, ascending
  static constexpr char label_bit = 1;
  static constexpr char passage_bit = 2;
  std::string labels_;  // bits, a name each
  bool drops_passages_ = false;
  std::string texts_;
  std::vector<std::uint32_t> text_begins_;
  std::string letters_;  // initials of names
  std::vector<std::uint32_t> letter_begins_;
  std::vector<std::uint32_t> words_;  // terms of names
  std::vector<std::uint32_t> word_begins_;
  std::vector<std::uint32_t> substitute_begins_;  // by term
  std::vector<std::uint32_t> substitute_terms_;
  std::vector<std::uint32_t> substitute_trusts_;  // in thousandths
  std::vector<std::uint64_t> initials_;           // sorted: letters << 32 | name
  GramIndex grams_;

  // Not stored.
  BeginningIndex beginnings_;  // of terms
  std::vector<double> idf_;
  std::vector<double> weights_;  // of names
  std::vector<std::uint32_t> posting_begins_;
  std::vector<std::uint32_t> postings_;
  std::vector<Substitute> substitutes_;
  std::vector<float> abbreviated_;  // log of the share of a term's names; empty where none are
  double usually_abbreviated_ = 0;
};

/// Gathers the names of a generation's documents.
class NameIndexBuilder {
 public:
  NameIndexBuilder() = default;
  /// Begins with the names of a generation before.
  explicit NameIndexBuilder(const NameIndex& previous);

  /// `document`: its number, from 1, larger than any before. Passages' names are kept while there are not very many; once dropped they stay so
  /// until everything is built anew.
  void add(std::uint32_t document, NameOwner owner, std::vector<DocumentName> names);
  void clear(std::uint32_t document);

  /// `documents`: living ones; `frequency`: how many of them hold a term anywhere.
  NameIndex finish(std::size_t documents,
                   const std::function<std::uint32_t(const std::string&)>& frequency) &&;

 private:
  struct Entry {
    std::uint32_t document = 0;
    DocumentName name;
    NameOwner owner = NameOwner::page;
  };
  void drop_passages();

  std::vector<Entry> entries_;
  std::vector<std::uint32_t> cleared_;
  std::size_t of_passages_ = 0;
  bool drops_passages_ = false;
};

}  // namespace guidepost
