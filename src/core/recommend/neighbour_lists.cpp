#include "core/recommend/neighbour_lists.h"

#include "core/index/file_writer.h"
#include "core/index/little_endian.h"
#include "core/index/record.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <numeric>

namespace guidepost {
namespace {

constexpr std::uint32_t magic = 0x4c4e5047;  // "GPNL"
constexpr std::uint32_t version = 1;
constexpr double most_steps = 32767;
constexpr std::size_t most_parts = 255;
constexpr double too_large = 1e30;  // for a part: so many parts together are finite still

std::size_t entry_bytes(std::size_t parts) {
  return sizeof(std::uint32_t) + parts * sizeof(std::uint16_t);
}

/// The step of each part: its largest value is a whole number of steps.
std::vector<float> steps_of(const NeighbourTable& table) {
  std::vector<float> largest(table.parts.size(), 0);
  for (const auto& neighbours : table.of) {
    for (const Neighbour& neighbour : neighbours) {
      for (std::size_t part = 0; part < largest.size(); ++part) {
        largest[part] = std::max(largest[part], std::abs(neighbour.parts[part]));
      }
    }
  }
  for (float& value : largest) value = static_cast<float>(value / most_steps);
  return largest;
}

/// A neighbour as it is kept.
struct Kept {
  std::uint32_t item = 0;
  std::vector<std::int16_t> parts;
  double score = 0;
};

Kept kept(const Neighbour& neighbour, const std::vector<float>& steps) {
  Kept result{neighbour.item, {}, 0};
  for (std::size_t part = 0; part < steps.size(); ++part) {
    const double count =
        steps[part] > 0 ? std::round(static_cast<double>(neighbour.parts[part]) / steps[part]) : 0;
    const auto whole = static_cast<std::int16_t>(std::clamp(count, -most_steps, most_steps));
    result.parts.push_back(whole);
    result.score += static_cast<double>(static_cast<float>(whole) * steps[part]);
  }
  return result;
}

}  // namespace

double Neighbour::score() const { return std::accumulate(parts.begin(), parts.end(), 0.0); }

Result<void> write_neighbour_lists(const NeighbourTable& table, const std::filesystem::path& file) {
  auto writer = FileWriter::create(file);
  if (!writer) return failure(writer.error());
  const std::vector<float> steps = steps_of(table);
  RecordWriter head;
  head.u32(magic);
  head.u32(version);
  head.u32(static_cast<std::uint32_t>(table.of.size()));
  head.u32(static_cast<std::uint32_t>(table.parts.size()));
  for (const std::string& name : table.parts) head.text(name);
  for (const float step : steps) head.u32(std::bit_cast<std::uint32_t>(step));
  std::uint32_t begin = 0;
  head.u32(begin);
  for (const auto& neighbours : table.of) {
    begin += static_cast<std::uint32_t>(neighbours.size());
    head.u32(begin);
  }
  writer->append(head.bytes());
  for (const auto& neighbours : table.of) {
    std::vector<Kept> list;
    list.reserve(neighbours.size());
    for (const Neighbour& neighbour : neighbours) list.push_back(kept(neighbour, steps));
    std::sort(list.begin(), list.end(), [](const Kept& a, const Kept& b) {
      return a.score != b.score ? a.score > b.score : a.item < b.item;
    });
    std::string bytes;
    for (const Kept& entry : list) {
      append_little_endian(bytes, entry.item);
      for (const std::int16_t part : entry.parts) {
        append_little_endian(bytes, static_cast<std::uint16_t>(part));
      }
    }
    writer->append(bytes);
  }
  return writer->finish();
}

Result<NeighbourLists> NeighbourLists::open(const std::filesystem::path& file, std::size_t items) {
  const auto damaged = [&] {
    return failure(ErrorCode::index_damaged, "holds no lists of neighbours for this index",
                   "build the index again with `guidepost index`", {file.string(), 0});
  };
  auto mapped = MappedFile::open(file);
  if (!mapped) return damaged();
  NeighbourLists lists;
  lists.file_ = std::move(*mapped);
  const std::string_view bytes = lists.file_.bytes();
  constexpr std::size_t most_head = 1U << 20U;
  const std::string_view front = bytes.substr(0, most_head);
  RecordReader head(front);
  const bool is_ours = head.u32() == magic && head.u32() == version;
  lists.items_ = head.u32();
  const std::size_t parts = head.u32();
  if (!head.ok() || !is_ours || lists.items_ != items || parts > most_parts) return damaged();
  std::size_t names = 0;
  for (std::size_t part = 0; part < parts; ++part) {
    lists.parts_.push_back(head.text());
    names += sizeof(std::uint32_t) + lists.parts_.back().size();
  }
  for (std::size_t part = 0; part < parts; ++part) {
    lists.steps_.push_back(std::bit_cast<float>(head.u32()));
    const double largest = std::abs(static_cast<double>(lists.steps_.back())) * most_steps;
    if (!(largest < too_large)) return damaged();
  }
  if (!head.ok()) return damaged();
  lists.begins_ = 4 * sizeof(std::uint32_t) + names + parts * sizeof(std::uint32_t);
  lists.entries_ = lists.begins_ + (items + 1) * sizeof(std::uint32_t);
  if (lists.entries_ > bytes.size()) return damaged();
  std::uint32_t before = 0;
  for (std::size_t item = 0; item <= items; ++item) {
    const std::uint32_t begin = read_u32(bytes, lists.begins_ + item * sizeof(std::uint32_t));
    if (begin < before || (item == 0 && begin != 0)) return damaged();
    before = begin;
  }
  if ((bytes.size() - lists.entries_) != before * entry_bytes(parts)) return damaged();
  return lists;
}

std::vector<Neighbour> NeighbourLists::of(std::uint32_t item, std::size_t limit) const {
  if (item >= items_) return {};
  const std::string_view bytes = file_.bytes();
  const std::size_t begin = read_u32(bytes, begins_ + item * sizeof(std::uint32_t));
  const std::size_t end = read_u32(bytes, begins_ + (item + 1) * sizeof(std::uint32_t));
  std::vector<Neighbour> result;
  result.reserve(std::min(limit, end - begin));
  for (std::size_t entry = begin; entry < end && result.size() < limit; ++entry) {
    std::size_t at = entries_ + entry * entry_bytes(parts_.size());
    Neighbour neighbour{read_u32(bytes, at), {}};
    at += sizeof(std::uint32_t);
    if (neighbour.item >= items_) continue;  // damaged
    for (const float step : steps_) {
      const auto whole = static_cast<std::int16_t>(read_little_endian<std::uint16_t>(bytes, at));
      neighbour.parts.push_back(static_cast<float>(whole) * step);
      at += sizeof(std::uint16_t);
    }
    result.push_back(std::move(neighbour));
  }
  return result;
}

}  // namespace guidepost
