#include "core/recommend/nearest_name.h"

#include "core/text/edit_distance.h"
#include "core/text/utf8.h"

#include <algorithm>

namespace guidepost {
namespace {

constexpr std::size_t one_edit_from = 4;   // bytes of a text that may be one edit away
constexpr std::size_t two_edits_from = 8;  // and two
/// A hint goes further: a third of the text, and one more where it is long enough to be told by what is left of it.
constexpr std::size_t one_more_from = 6;
constexpr std::size_t most_hint_edits = 5;
constexpr std::size_t longest_hinted = 64;  // bytes

/// Words begin alike in so many letters, or in fewer and have one stem.
constexpr std::size_t kin_letters = 5;
constexpr std::size_t least_kin_letters = 3;

/// The letters a text holds: two texts `n` edits apart differ in at most 2n of them.
std::bitset<256> letters_of(std::string_view text) {
  std::bitset<256> letters;
  for (const char c : text) letters.set(static_cast<unsigned char>(c));
  return letters;
}

std::vector<std::string_view> split(std::string_view text) {
  constexpr std::string_view between = " -/(),";
  std::vector<std::string_view> words;
  for (std::size_t at = text.find_first_not_of(between); at != std::string_view::npos;) {
    const std::size_t end = std::min(text.find_first_of(between, at), text.size());
    words.push_back(text.substr(at, end - at));
    at = text.find_first_not_of(between, end);
  }
  return words;
}

std::size_t allowed_edits(std::size_t bytes) {
  if (bytes >= two_edits_from) return 2;
  return bytes >= one_edit_from ? 1 : 0;
}

}  // namespace

OfferedName::OfferedName(const std::string& name, std::uint32_t owner)
    : name_(name),
      folded_(fold(name)),
      words_(split(folded_)),
      letters_(letters_of(folded_)),
      owner_(owner) {}

NearestName::NearestName(std::string_view typed)
    : typed_(fold(typed)), words_(split(typed_)), letters_(letters_of(typed_)), stemmer_("en") {}

void NearestName::offer(const OfferedName& offered) {
  if (typed_.empty()) return;
  note_edits(offered);
  note_holder(offered);
  note_kin(offered);
}

std::size_t NearestName::most_edits() const {
  const std::size_t third = std::min(most_hint_edits, typed_.size() / 3);
  const bool is_long = typed_.size() >= one_more_from;
  return std::min(most_hint_edits, third + (is_long ? 1 : 0));
}

void NearestName::note_edits(const OfferedName& offered) {
  const std::string& folded = offered.folded_;
  const std::size_t limit = edits_ ? *edits_ : most_edits();
  const std::size_t longer = std::max(folded.size(), typed_.size());
  if (longer - std::min(folded.size(), typed_.size()) > limit) return;
  if ((offered.letters_ ^ letters_).count() > 2 * limit) return;
  const auto edits = edit_distance(typed_, folded, limit);
  if (!edits) return;
  // So far away, a name that begins otherwise is another word.
  if (*edits > typed_.size() / 3 && folded.front() != typed_.front()) return;
  if (!edits_ || *edits < *edits_) {
    edits_ = edits;
    nearest_ = offered.name_;
    owner_ = offered.owner_;
    is_alone_ = true;
  } else if (offered.owner_ != owner_) {
    is_alone_ = false;
  }
}

void NearestName::note_holder(const OfferedName& offered) {
  const std::string& folded = offered.folded_;
  if (typed_.size() < one_edit_from || folded.size() < typed_.size()) return;
  if (!holder_.empty() && offered.name_.size() >= holder_.size()) return;
  const std::size_t at = folded.find(typed_);
  if (at != std::string::npos && (at == 0 || folded[at - 1] == ' ')) holder_ = offered.name_;
}

bool NearestName::is_kin(std::string_view typed_word, std::string_view word) const {
  const std::size_t shorter = std::min(typed_word.size(), word.size());
  const auto differ = std::mismatch(
      typed_word.begin(), typed_word.begin() + static_cast<std::ptrdiff_t>(shorter), word.begin());
  const auto shared = static_cast<std::size_t>(differ.first - typed_word.begin());
  if (shared < least_kin_letters || typed_word.size() < one_edit_from) return false;
  return shared >= kin_letters || stemmer_.stem(typed_word) == stemmer_.stem(word);
}

void NearestName::note_kin(const OfferedName& offered) {
  if (typed_.size() > longest_hinted) return;
  const std::vector<std::string_view>& words = offered.words_;
  std::size_t kin = 0;
  for (const std::string_view typed_word : words_) {
    const bool has_kin = std::any_of(words.begin(), words.end(), [&](std::string_view word) {
      return is_kin(typed_word, word);
    });
    if (has_kin) ++kin;
  }
  // "quantum basket weaving" is no kin of "quantisation".
  if (kin == 0 || 2 * kin < words_.size() || kin < kin_words_) return;
  if (kin == kin_words_ && offered.name_.size() >= kin_.size()) return;
  kin_words_ = kin;
  kin_ = offered.name_;
}

bool NearestName::is_sure() const {
  return edits_ && is_alone_ && *edits_ <= allowed_edits(typed_.size());
}

const std::string& NearestName::hint() const {
  if (edits_ && *edits_ <= allowed_edits(typed_.size())) return nearest_;
  if (!holder_.empty()) return holder_;
  const bool begins_alike = !nearest_.empty() && fold(nearest_).substr(0, 1) == typed_.substr(0, 1);
  if (begins_alike || kin_.empty()) return nearest_;
  return kin_;
}

}  // namespace guidepost
