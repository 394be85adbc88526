// The write side of name_index.h.
#include "core/index/letter_grams.h"
#include "core/index/name_index.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <unordered_map>
#include <utility>

namespace guidepost {
namespace {

/// More would make the index large and each query slow; words find them all the same.
constexpr std::size_t most_names_with_letters = 400'000;

/// A site's pages have names by the thousand; a million passages with titles of their own are a corpus of another kind.
constexpr std::size_t most_passage_names = 200'000;

constexpr double least_trust = 0.12;
constexpr double most_trust = 0.9;
constexpr std::size_t most_substitutes = 10;

/// Two words for one are a chance where only one other word says that the names mean the same.
constexpr std::size_t longest_run = 2;
constexpr std::size_t least_beside_run = 2;
constexpr double count_of_run = 0.6;

using TermPair = std::pair<std::uint32_t, std::uint32_t>;
using Run = std::vector<std::uint32_t>;

/// Pairs of words that stand in for each other: in two names of one document that are equal but for them.
class SubstituteCounter {
 public:
  explicit SubstituteCounter(std::size_t terms) : documents_(terms, 0) {}

  void add(const std::vector<std::vector<std::uint32_t>>& names) {
    std::set<std::uint32_t> terms;
    for (const auto& name : names) terms.insert(name.begin(), name.end());
    for (const std::uint32_t term : terms) ++documents_[term];
    // A name without one of its words, or two in a row -> what stood there.
    std::map<std::vector<std::uint32_t>, std::set<Run>> gaps;
    for (const auto& name : names) {
      for (std::size_t length = 1; length <= longest_run; ++length) {
        for (std::size_t i = 0; i + length <= name.size() && length < name.size(); ++i) {
          const auto begin = name.begin() + static_cast<std::ptrdiff_t>(i);
          const auto end = begin + static_cast<std::ptrdiff_t>(length);
          std::vector<std::uint32_t> rest(name.begin(), begin);
          rest.push_back(NameIndex::none);
          rest.insert(rest.end(), end, name.end());
          gaps[std::move(rest)].insert(Run(begin, end));
        }
      }
    }
    std::map<TermPair, double> pairs;
    for (const auto& [rest, runs] : gaps) {
      for (const Run& a : runs) {
        for (const Run& b : runs) add_pairs(a, b, rest.size() - 1, pairs);
      }
    }
    for (const auto& [pair, count] : pairs) counts_[pair] += count;
  }

  /// By term, the most trusted first.
  std::vector<std::vector<Substitute>> finish(
      const std::vector<std::string>& names_of_terms) const {
    std::vector<std::vector<Substitute>> found(documents_.size());
    for (const auto& [pair, count] : counts_) {
      constexpr double prior = 3;  // once is chance
      const double trust =
          std::min(most_trust, std::sqrt(count / (documents_[pair.first] + prior)));
      if (trust > least_trust) found[pair.first].push_back({pair.second, trust});
    }
    for (auto& list : found) {
      std::sort(list.begin(), list.end(), [&](const Substitute& a, const Substitute& b) {
        if (a.trust != b.trust) return a.trust > b.trust;
        return names_of_terms[a.term] < names_of_terms[b.term];
      });
      if (list.size() > most_substitutes) list.resize(most_substitutes);
    }
    return found;
  }

 private:
  /// One word for one, or for two: "perform" for "carry out". `beside`: how many words both names share around them.
  static void add_pairs(const Run& a, const Run& b, std::size_t beside,
                        std::map<TermPair, double>& pairs) {
    const bool has_run = a.size() > 1 || b.size() > 1;
    if (a.size() > 1 && b.size() > 1) return;
    if (has_run && beside < least_beside_run) return;
    const bool share = std::any_of(a.begin(), a.end(), [&](std::uint32_t term) {
      return std::find(b.begin(), b.end(), term) != b.end();
    });
    if (share) return;
    for (const std::uint32_t one : a) {
      for (const std::uint32_t other : b) {
        double& most = pairs[{one, other}];
        most = std::max(most, has_run ? count_of_run : 1);
      }
    }
  }

  std::vector<double> documents_;
  std::map<TermPair, double> counts_;
};

std::string first_letters(std::string_view text) {
  std::string first;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    first += text[begin];
    begin = end + 1;
  }
  return first;
}

void add_initials(std::string_view first, std::uint32_t name,
                  std::vector<std::uint64_t>& initials) {
  for (std::size_t begin = 0; begin + 2 <= first.size(); ++begin) {
    for (std::size_t length = 2; length <= 5 && begin + length <= first.size(); ++length) {
      if (const auto key = initials_key(first.substr(begin, length))) {
        initials.push_back(std::uint64_t{*key} << 32U | name);
      }
    }
  }
}

}  // namespace

NameIndexBuilder::NameIndexBuilder(const NameIndex& previous)
    : drops_passages_(previous.drops_passages_) {
  for (std::uint32_t name = 0; name < previous.size(); ++name) {
    DocumentName one{std::string(previous.text_of(name)),
                     {},
                     std::string(previous.initials_of(name)),
                     previous.is_label(name)};
    for (const std::uint32_t term : previous.terms_of(name)) {
      one.terms.push_back(previous.term(term));
    }
    const bool is_passage = previous.is_of_passage(name);
    of_passages_ += is_passage ? 1 : 0;
    entries_.push_back({previous.document_of(name), std::move(one),
                        is_passage ? NameOwner::passage : NameOwner::page});
  }
}

void NameIndexBuilder::add(std::uint32_t document, NameOwner owner,
                           std::vector<DocumentName> names) {
  if (owner == NameOwner::passage && drops_passages_) return;
  for (DocumentName& name : names) {
    if (name.terms.empty()) continue;
    of_passages_ += owner == NameOwner::passage ? 1 : 0;
    entries_.push_back({document, std::move(name), owner});
  }
  // Those that are cleared are counted too until the end: twice the limit is the most that is held.
  if (of_passages_ > 2 * most_passage_names) drop_passages();
}

void NameIndexBuilder::drop_passages() {
  drops_passages_ = true;
  of_passages_ = 0;
  std::erase_if(entries_, [](const Entry& entry) { return entry.owner == NameOwner::passage; });
  entries_.shrink_to_fit();
}

void NameIndexBuilder::clear(std::uint32_t document) { cleared_.push_back(document); }

NameIndex NameIndexBuilder::finish(
    std::size_t documents, const std::function<std::uint32_t(const std::string&)>& frequency) && {
  std::sort(cleared_.begin(), cleared_.end());
  std::erase_if(entries_, [&](const Entry& entry) {
    return std::binary_search(cleared_.begin(), cleared_.end(), entry.document);
  });
  const auto living_passages = std::count_if(entries_.begin(), entries_.end(), [](const Entry& e) {
    return e.owner == NameOwner::passage;
  });
  if (static_cast<std::size_t>(living_passages) > most_passage_names) drop_passages();
  NameIndex index;
  index.document_count_ = documents;
  index.drops_passages_ = drops_passages_;
  std::set<std::string_view> terms;
  for (const Entry& entry : entries_)
    terms.insert(entry.name.terms.begin(), entry.name.terms.end());
  index.terms_.assign(terms.begin(), terms.end());
  for (const std::string& term : index.terms_) {
    index.beginnings_.add(term);
    index.frequencies_.push_back(frequency(term));
  }

  index.word_begins_.push_back(0);
  index.text_begins_.push_back(0);
  index.letter_begins_.push_back(0);
  SubstituteCounter substitutes(index.terms_.size());
  std::vector<std::vector<std::uint32_t>> of_document;
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    const Entry& entry = entries_[i];
    std::vector<std::uint32_t> words;
    for (const std::string& term : entry.name.terms) words.push_back(index.term_named(term));
    index.documents_.push_back(entry.document);
    index.labels_ +=
        static_cast<char>((entry.name.is_label ? NameIndex::label_bit : 0) |
                          (entry.owner == NameOwner::passage ? NameIndex::passage_bit : 0));
    index.texts_ += entry.name.text;
    index.text_begins_.push_back(static_cast<std::uint32_t>(index.texts_.size()));
    index.words_.insert(index.words_.end(), words.begin(), words.end());
    index.word_begins_.push_back(static_cast<std::uint32_t>(index.words_.size()));
    index.letters_ += entry.name.initials;
    index.letter_begins_.push_back(static_cast<std::uint32_t>(index.letters_.size()));
    add_initials(first_letters(entry.name.text), static_cast<std::uint32_t>(i), index.initials_);
    add_initials(entry.name.initials, static_cast<std::uint32_t>(i), index.initials_);
    of_document.push_back(std::move(words));
    if (i + 1 == entries_.size() || entries_[i + 1].document != entry.document) {
      substitutes.add(of_document);
      of_document.clear();
    }
  }
  std::sort(index.initials_.begin(), index.initials_.end());
  index.initials_.erase(std::unique(index.initials_.begin(), index.initials_.end()),
                        index.initials_.end());

  index.substitute_begins_.push_back(0);
  for (const auto& list : substitutes.finish(index.terms_)) {
    for (const Substitute& substitute : list) {
      index.substitute_terms_.push_back(substitute.term);
      index.substitute_trusts_.push_back(
          static_cast<std::uint32_t>(std::lround(substitute.trust * 1000)));
    }
    index.substitute_begins_.push_back(static_cast<std::uint32_t>(index.substitute_terms_.size()));
  }

  if (entries_.size() <= most_names_with_letters) {
    index.grams_ = GramIndex(static_cast<std::uint32_t>(index.size()),
                             [&](std::uint32_t name) { return index.text_of(name); });
  } else {
    index.grams_ = GramIndex(0, [](std::uint32_t) { return std::string_view(); });
  }
  index.index_terms();
  return index;
}

}  // namespace guidepost
