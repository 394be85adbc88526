#include "core/suggest/suggest_entry.h"

#include "core/index/record.h"

#include <cmath>
#include <cstdint>
#include <optional>
#include <tuple>

namespace guidepost {
namespace {

constexpr std::size_t least_entry_bytes = 25;

/// What the numbers of a file mean; never changed, only added to.
std::uint8_t number_of(SuggestionType type) {
  switch (type) {
    case SuggestionType::role:
      return 0;
    case SuggestionType::skill:
      return 1;
    case SuggestionType::phrase:
      return 2;
    case SuggestionType::section:
      return 3;
  }
  return 2;
}

std::optional<SuggestionType> type_numbered(std::uint8_t number) {
  for (const SuggestionType type : {SuggestionType::role, SuggestionType::skill,
                                    SuggestionType::section, SuggestionType::phrase}) {
    if (number_of(type) == number) return type;
  }
  return std::nullopt;
}

}  // namespace

bool is_more_useful(const SuggestEntry& a, const SuggestEntry& b) {
  if (a.type != b.type) return a.type < b.type;
  if (a.weight != b.weight) return a.weight > b.weight;
  if (a.text.size() != b.text.size()) return a.text.size() < b.text.size();
  return std::tie(a.text, a.url, a.id, a.aliases) < std::tie(b.text, b.url, b.id, b.aliases);
}

std::string encode(const std::vector<SuggestEntry>& entries) {
  RecordWriter writer;
  writer.u32(static_cast<std::uint32_t>(entries.size()));
  for (const SuggestEntry& entry : entries) {
    writer.text(entry.text);
    writer.u8(number_of(entry.type));
    writer.text(entry.id);
    writer.text(entry.url);
    writer.texts(entry.aliases);
    writer.f64(entry.weight);
  }
  return std::move(writer).bytes();
}

Result<std::vector<SuggestEntry>> decode_suggest_entries(std::string_view bytes) {
  RecordReader reader(bytes);
  std::vector<SuggestEntry> entries;
  const std::size_t count = reader.count(least_entry_bytes);
  bool sound = true;
  for (std::size_t i = 0; i < count && sound && reader.ok(); ++i) {
    SuggestEntry entry;
    entry.text = reader.text();
    const auto type = type_numbered(reader.u8());
    entry.type = type.value_or(SuggestionType::phrase);
    entry.id = reader.text();
    entry.url = reader.text();
    entry.aliases = reader.texts();
    entry.weight = reader.f64();
    sound = type && std::isfinite(entry.weight);  // what is no number has no place in an order
    entries.push_back(std::move(entry));
  }
  if (!sound || !reader.finished()) {
    return failure(ErrorCode::index_damaged, "the suggester cannot be read",
                   "build the index again with `guidepost index`");
  }
  return entries;
}

}  // namespace guidepost
