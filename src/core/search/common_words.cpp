#include "core/search/common_words.h"

#include "core/text/tokenizer.h"

#include <set>
#include <string>
#include <utility>

namespace guidepost {
namespace {

std::set<std::string> words_in(const std::vector<WordGroup>& groups) {
  std::set<std::string> words;
  for (const WordGroup& group : groups) {
    for (const Word& word : words_of(group.text)) words.insert(word.folded);
  }
  return words;
}

}  // namespace

void leave_out_common(std::vector<WordGroup>& groups, const PostingExecutor& executor,
                      std::size_t most, Interpretation& interpretation) {
  std::vector<WordGroup> kept = executor.affordable(groups, most);
  if (kept.size() == groups.size()) return;
  // By whole words: "go" is passed over although "golang" is not.
  const std::set<std::string> searched = words_in(kept);
  const std::set<std::string> all = words_in(groups);
  for (ReadWord& word : interpretation.words) {
    const bool is_left_out = all.contains(word.read_as) && !searched.contains(word.read_as);
    if (is_left_out) word.how = WordReading::stop_word;
  }
  groups = std::move(kept);
}

}  // namespace guidepost
