#include "core/text/comparable_text.h"

#include "core/text/utf8.h"

#include <unicode/bytestream.h>
#include <unicode/edits.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <optional>

namespace guidepost {
namespace {

bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }

/// Stands for ill-formed bytes, lest two of them meet when what is between them vanishes.
constexpr char never_utf8 = '\xff';

const icu::Normalizer2* casefold() {
  UErrorCode status = U_ZERO_ERROR;
  return icu::Normalizer2::getNFKCCasefoldInstance(status);
}

/// Marks that people write for others, and characters whose compatibility form would join what does not belong together: "Java™" is not
/// "javatm", "1½" not "11/2", and a zero-width space is a space.
std::optional<std::string_view> stands_for(std::int32_t code_point) {
  switch (code_point) {
    case 0x00B4:  // acute accent
    case 0x02BC:  // modifier apostrophe
    case 0x2018:
    case 0x2019:
    case 0x201B:
      return "'";
    case 0x2010:  // hyphen
    case 0x2011:  // non-breaking hyphen
      return "-";
    case 0x266F:  // music sharp: C♯
      return "#";
    case 0x200B:  // zero-width space
    case 0x2026:  // ellipsis
    case 0x2120:  // service mark
    case 0x2122:  // trade mark
      return " ";
    default:
      break;
  }
  const bool is_fraction = u_getIntPropertyValue(code_point, UCHAR_DECOMPOSITION_TYPE) ==
                           static_cast<std::int32_t>(U_DT_FRACTION);
  if (is_fraction) return " ";
  return std::nullopt;
}

}  // namespace

ComparableText::ComparableText(std::string_view source) : source_(source), text_(source) {
  const auto first = std::find_if_not(source.begin(), source.end(), is_ascii);
  if (first == source.end()) return;
  made_.reserve(source.size() + 16);
  auto at = static_cast<std::size_t>(first - source.begin());
  made_ = source.substr(0, at);
  while (at < source.size()) {
    if (is_ascii(source[at])) {
      made_ += source[at++];
    } else {
      at = read_run(at);
    }
  }
  text_ = made_;
}

/// Reads well-formed characters outside ASCII that are normalised together, or one that is not; returns the offset behind.
std::size_t ComparableText::read_run(std::size_t at) {
  std::size_t end = at;
  while (end < source_.size() && !is_ascii(source_[end])) {
    const CodePoint code_point = code_point_at(source_, end);
    const auto other = code_point.value < 0 ? std::nullopt : stands_for(code_point.value);
    if (code_point.value >= 0 && !other) {
      end = code_point.end;
      continue;
    }
    if (end > at) break;
    if (other) {
      replace({at, code_point.end}, *other);
    } else {
      made_.append(code_point.end - at, never_utf8);
    }
    return code_point.end;
  }
  normalize({at, end});
  return end;
}

void ComparableText::normalize(ByteRange run) {
  const icu::Normalizer2* normalizer = casefold();
  const CodePoint first = code_point_at(source_, run.begin);
  // An accent belongs to the letter before it.
  const bool takes_letter = run.begin > 0 && is_ascii(source_[run.begin - 1]) &&
                            normalizer != nullptr && !normalizer->hasBoundaryBefore(first.value);
  if (takes_letter) {
    made_.pop_back();
    --run.begin;
  }
  const std::string_view bytes = source_.substr(run.begin, run.end - run.begin);
  std::string folded;
  icu::StringByteSink<std::string> sink(&folded);
  icu::Edits edits;
  UErrorCode status = U_ZERO_ERROR;
  if (normalizer != nullptr) {
    normalizer->normalizeUTF8(
        0, icu::StringPiece(bytes.data(), static_cast<std::int32_t>(bytes.size())), sink, &edits,
        status);
  }
  if (normalizer == nullptr || U_FAILURE(status)) {  // memory is exhausted
    made_ += bytes;
    return;
  }
  const std::size_t base = made_.size();
  auto edit = edits.getFineChangesIterator();
  while (edit.next(status) != 0) {
    const std::size_t begin = base + static_cast<std::size_t>(edit.destinationIndex());
    const std::size_t source = run.begin + static_cast<std::size_t>(edit.sourceIndex());
    changes_.push_back({begin,
                        begin + static_cast<std::size_t>(edit.newLength()),
                        {source, source + static_cast<std::size_t>(edit.oldLength())}});
  }
  made_ += folded;
}

void ComparableText::replace(ByteRange source, std::string_view by) {
  changes_.push_back({made_.size(), made_.size() + by.size(), source});
  made_ += by;
}

const ComparableText::Change* ComparableText::change_before(std::size_t at) const {
  const auto behind = std::upper_bound(
      changes_.begin(), changes_.end(), at,
      [](std::size_t wanted, const Change& change) { return wanted < change.begin; });
  return behind == changes_.begin() ? nullptr : &*std::prev(behind);
}

ByteRange ComparableText::source_range(std::size_t begin, std::size_t end) const {
  ByteRange range{begin, end};
  if (const Change* change = change_before(begin)) {
    range.begin =
        begin < change->end ? change->source.begin : change->source.end + (begin - change->end);
  }
  if (const Change* change = change_before(end - 1)) {
    range.end =
        end - 1 < change->end ? change->source.end : change->source.end + (end - change->end);
  }
  return range;
}

bool ComparableText::is_superscript(std::size_t at) const {
  if (changes_.empty()) return false;
  const std::int32_t value = code_point_at(source_, source_range(at, at + 1).begin).value;
  return value == 0xB2 || value == 0xB3 || value == 0xB9 || (value >= 0x2070 && value <= 0x2079);
}

}  // namespace guidepost
