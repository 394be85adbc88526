#include "core/index/dictionary.h"

#include "core/index/record.h"
#include "core/text/edit_rows.h"
#include "core/text/first_number.h"

#include <algorithm>

namespace guidepost {
namespace {

bool is_better(const DictionaryMatch& a, const DictionaryMatch& b) {
  if (a.distance != b.distance) return a.distance < b.distance;
  if (a.documents != b.documents) return a.documents > b.documents;
  return a.word < b.word;
}

void keep_best(std::vector<DictionaryMatch>& matches, std::size_t most) {
  const auto end = matches.begin() + static_cast<std::ptrdiff_t>(std::min(most, matches.size()));
  std::partial_sort(matches.begin(), end, matches.end(), is_better);
  matches.erase(end, matches.end());
}

}  // namespace

/// Walks the implicit trie depth first with one row of the edit table for each byte on the way down. A branch ends where its row's minimum exceeds the limit; depth is bounded by the longest word.
class DictionaryWalk {
 public:
  DictionaryWalk(const Dictionary& dictionary, std::string_view typed, std::size_t limit)
      : dictionary_(dictionary), limit_(limit), rows_(typed, limit) {}

  std::vector<DictionaryMatch> run() {
    descend(0, dictionary_.size(), 0);
    return std::move(matches_);
  }

 private:
  /// words [begin, end) share their first `depth` bytes, whose rows are filled.
  void descend(std::size_t begin, std::size_t end, std::size_t depth) {
    while (begin < end && dictionary_.word(begin).size() == depth) {
      if (const std::size_t distance = rows_.distance(depth); distance <= limit_) {
        matches_.push_back(
            {std::string(dictionary_.word(begin)), dictionary_.documents_[begin], distance});
      }
      ++begin;
    }
    while (begin < end) {
      const std::size_t child_end = end_of_child(begin, end, depth);
      if (rows_.fill(dictionary_.word(begin), depth + 1) <= limit_) {
        descend(begin, child_end, depth + 1);
      }
      begin = child_end;
    }
  }

  /// The first word behind those that share the byte at `depth` with the first.
  std::size_t end_of_child(std::size_t begin, std::size_t end, std::size_t depth) const {
    const char own = dictionary_.word(begin)[depth];
    if (dictionary_.word(end - 1)[depth] == own) return end;
    return first_number(begin, end,
                        [&](std::size_t number) { return dictionary_.word(number)[depth] != own; });
  }

  const Dictionary& dictionary_;
  std::size_t limit_;
  EditRows rows_;
  std::vector<DictionaryMatch> matches_;
};

Dictionary::Dictionary(const std::map<std::string, std::uint32_t>& words) {
  for (const auto& [word, documents] : words) {
    pool_ += word;
    begins_.push_back(static_cast<std::uint32_t>(pool_.size()));
    documents_.push_back(documents);
  }
}

std::string Dictionary::encode() const {
  RecordWriter writer;
  writer.text(pool_);
  writer.u32s(begins_);
  writer.u32s(documents_);
  return std::move(writer).bytes();
}

Result<Dictionary> Dictionary::decode(std::string_view bytes) {
  RecordReader reader(bytes);
  Dictionary dictionary;
  dictionary.pool_ = reader.text();
  dictionary.begins_ = reader.u32s();
  dictionary.documents_ = reader.u32s();
  const bool sound = reader.finished() && !dictionary.begins_.empty() &&
                     dictionary.begins_.front() == 0 &&
                     dictionary.begins_.back() == dictionary.pool_.size() &&
                     dictionary.begins_.size() == dictionary.documents_.size() + 1 &&
                     std::is_sorted(dictionary.begins_.begin(), dictionary.begins_.end());
  bool sorted = sound;
  for (std::size_t i = 1; sorted && i < dictionary.size(); ++i) {
    sorted = dictionary.word(i - 1) < dictionary.word(i);
  }
  if (!sorted) {
    return failure(ErrorCode::index_damaged, "the dictionary cannot be read",
                   "build the index again with `guidepost index`");
  }
  return dictionary;
}

std::map<std::string, std::uint32_t> Dictionary::words() const {
  std::map<std::string, std::uint32_t> words;
  for (std::size_t i = 0; i < size(); ++i) {
    words.emplace_hint(words.end(), word(i), documents_[i]);
  }
  return words;
}

std::size_t Dictionary::lower_bound(std::string_view text) const {
  return first_number(std::size_t{0}, size(),
                      [&](std::size_t number) { return word(number) >= text; });
}

std::uint32_t Dictionary::documents_with(std::string_view typed) const {
  const std::size_t at = lower_bound(typed);
  return at < size() && word(at) == typed ? documents_[at] : 0;
}

bool Dictionary::begins_some(std::string_view prefix) const {
  const std::size_t at = lower_bound(prefix);
  return at < size() && word(at).starts_with(prefix);
}

std::vector<DictionaryMatch> Dictionary::near(std::string_view typed, std::size_t limit,
                                              std::size_t most) const {
  std::vector<DictionaryMatch> matches = DictionaryWalk(*this, typed, limit).run();
  keep_best(matches, most);
  return matches;
}

std::vector<DictionaryMatch> Dictionary::completions(std::string_view prefix,
                                                     std::size_t most) const {
  // The words of one prefix stand together, so the best are kept while walking: a short prefix may have very many.
  std::vector<DictionaryMatch> best;
  for (std::size_t i = lower_bound(prefix); i < size() && word(i).starts_with(prefix); ++i) {
    best.push_back({std::string(word(i)), documents_[i], 0});
    if (best.size() >= std::max<std::size_t>(64, 2 * most)) keep_best(best, most);
  }
  keep_best(best, most);
  return best;
}

}  // namespace guidepost
