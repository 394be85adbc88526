#include "core/suggest/word_table.h"

#include "core/text/edit_rows.h"
#include "core/text/first_number.h"

#include <algorithm>

namespace guidepost {
namespace {

class BeginningWalk {
 public:
  BeginningWalk(const WordTable& words, std::string_view typed, std::size_t limit)
      : words_(words), typed_(typed), limit_(limit), rows_(typed, limit) {}

  std::vector<WordRange> run() {
    const auto end = static_cast<std::uint32_t>(words_.size());
    std::uint32_t begin = 0;
    while (begin < end && words_.word(begin).empty()) ++begin;
    while (begin < end) {
      const std::uint32_t child_end = end_of_child(begin, end, 0);
      penalty_ = words_.word(begin)[0] == typed_[0] ? 0 : 1;  // the first letter is rarely wrong
      if (penalty_ <= limit_) enter(begin, child_end, 1, limit_ + 1);
      begin = child_end;
    }
    return std::move(ranges_);
  }

 private:
  /// words [begin, end) share their first `depth` bytes, whose last row is not filled yet; `best`: edits of the nearest beginning so far.
  void enter(std::uint32_t begin, std::uint32_t end, std::size_t depth, std::size_t best) {
    const std::size_t least = penalty_ + rows_.fill(words_.word(begin), depth);
    best = std::min(best, penalty_ + rows_.distance(depth));
    if (least >= best || least > limit_) return keep(begin, end, best);
    std::uint32_t next = begin;
    while (next < end && words_.word(next).size() == depth) ++next;
    keep(begin, next, best);
    while (next < end) {
      const std::uint32_t child_end = end_of_child(next, end, depth);
      enter(next, child_end, depth + 1, best);
      next = child_end;
    }
  }

  void keep(std::uint32_t begin, std::uint32_t end, std::size_t edits) {
    if (begin == end || edits > limit_) return;
    const auto count = static_cast<std::uint32_t>(edits);
    if (!ranges_.empty() && ranges_.back().end == begin && ranges_.back().edits == count) {
      ranges_.back().end = end;
    } else {
      ranges_.push_back({begin, end, count});
    }
  }

  /// The first word behind those that share the byte at `depth` with the first.
  std::uint32_t end_of_child(std::uint32_t begin, std::uint32_t end, std::size_t depth) const {
    const char own = words_.word(begin)[depth];
    if (words_.word(end - 1)[depth] == own) return end;
    return first_number(begin, end,
                        [&](std::uint32_t number) { return words_.word(number)[depth] != own; });
  }

  const WordTable& words_;
  std::string_view typed_;
  std::size_t limit_;
  std::size_t penalty_ = 0;
  EditRows rows_;
  std::vector<WordRange> ranges_;
};

}  // namespace

WordTable::WordTable(const std::vector<std::string>& words) {
  begins_.reserve(words.size() + 1);
  for (const std::string& word : words) {
    pool_ += word;
    begins_.push_back(static_cast<std::uint32_t>(pool_.size()));
  }
}

std::uint32_t WordTable::lower_bound(std::string_view text) const {
  return first_number(std::uint32_t{0}, static_cast<std::uint32_t>(size()),
                      [&](std::uint32_t number) { return word(number) >= text; });
}

WordRange WordTable::beginning_with(std::string_view typed) const {
  const std::uint32_t begin = lower_bound(typed);
  const std::uint32_t end =
      first_number(begin, static_cast<std::uint32_t>(size()),
                   [&](std::uint32_t number) { return !word(number).starts_with(typed); });
  return {begin, end, 0};
}

WordRange WordTable::equal_to(std::string_view typed) const {
  const std::uint32_t begin = lower_bound(typed);
  const bool is_there = begin < size() && word(begin) == typed;
  return {begin, begin + (is_there ? 1U : 0U), 0};
}

std::vector<WordRange> WordTable::beginning_near(std::string_view typed, std::size_t limit) const {
  return BeginningWalk(*this, typed, limit).run();
}

}  // namespace guidepost
