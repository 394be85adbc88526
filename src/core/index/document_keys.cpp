#include "core/index/document_keys.h"

#include "core/text/beginning_index.h"

#include <utility>

namespace guidepost {

std::string encode_key(std::string_view id, std::string_view folded_title) {
  std::string key(id);
  key += '\0';
  key += folded_title;
  return key;
}

DocumentKeys::DocumentKeys(BlobArray keys) : keys_(std::move(keys)) {
  title_beginnings_.reserve(keys_.count());
  for (std::uint64_t number = 0; number < keys_.count(); ++number) {
    title_beginnings_.push_back(beginning_of(folded_title(number)));
  }
}

Result<DocumentKeys> DocumentKeys::open(const std::filesystem::path& file) {
  auto keys = BlobArray::open(file);
  if (!keys) return failure(keys.error());
  return DocumentKeys(std::move(*keys));
}

std::string_view DocumentKeys::id(std::uint64_t number) const {
  const std::string_view key = keys_.at(number);
  return key.substr(0, key.find('\0'));
}

std::string_view DocumentKeys::folded_title(std::uint64_t number) const {
  const std::string_view key = keys_.at(number);
  const std::size_t end = key.find('\0');
  return end == std::string_view::npos ? std::string_view() : key.substr(end + 1);
}

}  // namespace guidepost
