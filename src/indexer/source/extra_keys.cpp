#include "indexer/source/extra_keys.h"

#include "indexer/source/json_text.h"

#include <utility>

namespace guidepost::indexer {

void ExtraKeys::add(std::string_view key, std::string_view value) {
  std::string quoted = json_text(key);
  if (const auto place = places_.find(quoted); place != places_.end()) {
    std::string& known = entries_[place->second].value;
    bytes_ = bytes_ - known.size() + value.size();
    known = value;
    return;
  }
  // `,` or `{` before the key, `:` behind it, and `}` at the end
  bytes_ += (entries_.empty() ? 1 : 0) + quoted.size() + value.size() + 2;
  places_.emplace(quoted, entries_.size());
  entries_.push_back({std::move(quoted), std::string(value)});
}

std::string ExtraKeys::object() const {
  std::string object;
  if (entries_.empty() || is_too_large()) return object;
  object.reserve(bytes_);
  for (const Entry& entry : entries_) {
    object += object.empty() ? '{' : ',';
    object += entry.key;
    object += ':';
    object += entry.value;
  }
  object += '}';
  return object;
}

void ExtraKeys::clear() {
  entries_.clear();
  places_.clear();
  bytes_ = 0;
}

}  // namespace guidepost::indexer
