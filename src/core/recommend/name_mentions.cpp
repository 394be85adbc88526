#include "core/recommend/name_mentions.h"

#include <algorithm>
#include <unordered_map>

namespace guidepost {
namespace {

constexpr std::size_t most_words = 5;

/// Runs of terms by a hash of theirs. FNV-1a over whole terms; 64 bits, so two runs never meet in practice.
std::uint64_t extended(std::uint64_t hash, std::uint32_t term) {
  constexpr std::uint64_t prime = 0x100000001b3;
  for (unsigned shift = 0; shift < 32; shift += 8) {
    hash = (hash ^ ((term >> shift) & 0xffU)) * prime;
  }
  return hash;
}

constexpr std::uint64_t empty_run = 0xcbf29ce484222325;

class NamesByRun {
 public:
  explicit NamesByRun(std::span<const ItemName> names) {
    for (const ItemName& name : names) {
      add(name.terms.words, name.item);
      for (const std::uint32_t joined : name.terms.joined) {
        if (name.terms.joined.size() == 1) add({&joined, 1}, name.item);
      }
    }
  }

  const std::vector<std::uint32_t>* items(std::uint64_t run) const {
    const auto found = items_.find(run);
    return found == items_.end() ? nullptr : &found->second;
  }

 private:
  void add(std::span<const std::uint32_t> terms, std::uint32_t item) {
    if (terms.empty() || terms.size() > most_words) return;
    std::uint64_t run = empty_run;
    for (const std::uint32_t term : terms) run = extended(run, term);
    std::vector<std::uint32_t>& items = items_[run];
    if (std::find(items.begin(), items.end(), item) == items.end()) items.push_back(item);
  }

  std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> items_;
};

}  // namespace

SparseRows mentions(std::span<const TermText> texts, std::span<const ItemName> names) {
  const NamesByRun known(names);
  SparseRows result;
  for (std::size_t text = 0; text < texts.size(); ++text) {
    std::vector<SparseRows::Entry> found;
    const auto add = [&](const std::vector<std::uint32_t>& items) {
      for (const std::uint32_t item : items) {
        if (item != text) found.push_back({item, 1});
      }
    };
    const std::vector<std::uint32_t>& words = texts[text].words;
    for (std::size_t at = 0; at < words.size();) {
      const std::vector<std::uint32_t>* longest = nullptr;
      std::size_t length = 1;
      std::uint64_t run = empty_run;
      for (std::size_t n = 1; n <= most_words && at + n <= words.size(); ++n) {
        run = extended(run, words[at + n - 1]);
        if (const auto* items = known.items(run)) {
          longest = items;
          length = n;
        }
      }
      if (longest != nullptr) add(*longest);
      at += length;
    }
    for (const std::uint32_t joined : texts[text].joined) {
      if (const auto* items = known.items(extended(empty_run, joined))) add(*items);
    }
    result.add(std::move(found));
  }
  return result;
}

}  // namespace guidepost
