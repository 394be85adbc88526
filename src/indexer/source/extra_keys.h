// Keys of an item that mean nothing to us, kept as they are written.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace guidepost::indexer {

/// Grows to one JSON object. One that has more than `most_bytes` is not kept.
class ExtraKeys {
 public:
  explicit ExtraKeys(std::size_t most_bytes) : most_bytes_(most_bytes) {}

  /// `value` is JSON; `key` is UTF-8, not quoted. Of a key that is added twice the last value counts, and it alone.
  void add(std::string_view key, std::string_view value);

  bool is_too_large() const { return bytes_ > most_bytes_; }

  /// In the order in which the keys first came; empty without keys, or when they are too large.
  std::string object() const;

  void clear();

 private:
  struct Entry {
    std::string key;  // quoted
    std::string value;
  };

  std::size_t most_bytes_;
  std::vector<Entry> entries_;
  std::unordered_map<std::string, std::size_t> places_;  // quoted key -> its entry
  std::size_t bytes_ = 0;                                // of the object
};

}  // namespace guidepost::indexer
