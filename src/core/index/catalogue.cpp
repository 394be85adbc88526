#include "core/index/catalogue.h"

#include "core/index/little_endian.h"

#include <algorithm>

namespace guidepost {
namespace {

constexpr std::size_t entry_bytes = 36;

}  // namespace

std::string encode_catalogue(std::vector<CatalogueEntry> entries) {
  std::sort(entries.begin(), entries.end(),
            [](const CatalogueEntry& a, const CatalogueEntry& b) { return a.id < b.id; });
  std::string bytes;
  bytes.reserve(entries.size() * entry_bytes);
  for (const CatalogueEntry& entry : entries) {
    append_little_endian(bytes, entry.id.high);
    append_little_endian(bytes, entry.id.low);
    append_little_endian(bytes, entry.source);
    append_little_endian(bytes, entry.unit);
    append_little_endian(bytes, entry.document);
  }
  return bytes;
}

Result<Catalogue> Catalogue::open(const std::filesystem::path& file) {
  auto mapped = MappedFile::open(file);
  if (!mapped || mapped->bytes().size() % entry_bytes != 0) {
    return failure(ErrorCode::index_damaged, mapped ? "is not complete" : mapped.error().message,
                   "build the index again with `guidepost index`", {file.string(), 0});
  }
  return Catalogue(std::move(*mapped));
}

std::size_t Catalogue::size() const { return file_.bytes().size() / entry_bytes; }

CatalogueEntry Catalogue::at(std::size_t index) const {
  const std::string_view bytes = file_.bytes().substr(index * entry_bytes, entry_bytes);
  return {{read_u64(bytes, 0), read_u64(bytes, 8)},
          read_u64(bytes, 16),
          read_u64(bytes, 24),
          read_u32(bytes, 32)};
}

std::uint64_t Catalogue::unit_at(std::size_t index) const {
  return read_u64(file_.bytes(), index * entry_bytes + 24);
}

std::optional<std::size_t> Catalogue::find(const Hash128& id) const {
  std::size_t begin = 0;
  std::size_t end = size();
  while (begin < end) {
    const std::size_t middle = begin + (end - begin) / 2;
    const Hash128 here = at(middle).id;
    if (here == id) return middle;
    if (here < id) {
      begin = middle + 1;
    } else {
      end = middle;
    }
  }
  return std::nullopt;
}

}  // namespace guidepost
