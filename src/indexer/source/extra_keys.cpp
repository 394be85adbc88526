#include "indexer/source/extra_keys.h"

#include "indexer/source/json_text.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace guidepost::indexer {

void ExtraKeys::add(std::string_view key, std::string_view value) {
  if (is_too_large_) return;
  bytes_ += key.size() + value.size();
  if (bytes_ > most_bytes_) {
    is_too_large_ = true;
    return;
  }
  entries_.push_back({json_text(key), std::string(value)});
}

std::string ExtraKeys::object() {
  drop_repeated();
  std::string object;
  for (const Entry& entry : entries_) {
    object += object.empty() ? '{' : ',';
    object += entry.key;
    object += ':';
    object += entry.value;
  }
  if (!object.empty()) object += '}';
  if (object.size() > most_bytes_) is_too_large_ = true;
  return is_too_large_ ? std::string() : object;
}

void ExtraKeys::clear() {
  entries_.clear();
  bytes_ = 0;
  is_too_large_ = false;
}

void ExtraKeys::drop_repeated() {
  if (entries_.size() < 2) return;
  std::vector<std::size_t> by_key(entries_.size());
  std::iota(by_key.begin(), by_key.end(), std::size_t{0});
  std::sort(by_key.begin(), by_key.end(), [&](std::size_t a, std::size_t b) {
    const int order = entries_[a].key.compare(entries_[b].key);
    return order != 0 ? order < 0 : a < b;
  });
  std::vector<bool> repeated(entries_.size(), false);
  for (std::size_t i = 1; i < by_key.size(); ++i) {
    if (entries_[by_key[i - 1]].key == entries_[by_key[i]].key) repeated[by_key[i - 1]] = true;
  }
  std::size_t kept = 0;
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    if (repeated[i]) continue;
    if (kept != i) entries_[kept] = std::move(entries_[i]);
    ++kept;
  }
  entries_.resize(kept);
}

}  // namespace guidepost::indexer
