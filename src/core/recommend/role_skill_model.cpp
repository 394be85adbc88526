#include "core/recommend/role_skill_model.h"

#include "core/index/little_endian.h"
#include "core/index/record.h"
#include "core/recommend/role_skill_file.h"
#include "core/recommend/role_skill_weights.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <numeric>
#include <utility>

namespace guidepost {
namespace {

float float_at(std::string_view bytes, std::size_t at) {
  return std::bit_cast<float>(read_u32(bytes, at));
}

/// False for what is not finite, too.
bool is_small(float value) { return std::abs(value) < role_skill_file::too_large; }

/// Columns ascend and are below `columns`, values are small.
bool read_rows(RecordReader& reader, std::size_t columns, SparseRows& rows) {
  const std::size_t count = reader.count(4);
  for (std::size_t row = 0; row < count && reader.ok(); ++row) {
    std::vector<SparseRows::Entry> entries(reader.count(8));
    std::size_t least = 0;
    for (SparseRows::Entry& entry : entries) {
      entry.column = reader.u32();
      entry.value = std::bit_cast<float>(reader.u32());
      if (entry.column < least || entry.column >= columns || !is_small(entry.value)) return false;
      least = std::size_t{entry.column} + 1;
    }
    rows.add(std::move(entries));
  }
  return reader.ok();
}

/// Ascending, each once, below `limit`.
bool is_a_set(const std::vector<std::uint32_t>& numbers, std::size_t limit) {
  return std::adjacent_find(numbers.begin(), numbers.end(), std::greater_equal<>()) ==
             numbers.end() &&
         (numbers.empty() || numbers.back() < limit);
}

}  // namespace

std::size_t RoleSkillModel::Block::rows() const {
  switch (side) {
    case Side::none:
      return 0;
    case Side::roles:
      return roles.size();
    case Side::skills:
      return skills.size();
  }
  return 0;
}

RoleSkillModel::RoleSkillModel(const SkillGraph& graph) {
  for (std::uint32_t role = 0; role < graph.role_count(); ++role) {
    std::vector<SparseRows::Entry> row;
    for (const SkillGraph::Use& use : graph.skills_of(role)) {
      row.push_back({use.index, weight_of_need(use.importance)});
    }
    needs_.add(std::move(row));
  }
  holders_ = needs_.transposed(graph.skill_count());
  place_in_blocks();  // there are none
  derive();
}

Result<RoleSkillModel> RoleSkillModel::open(const std::filesystem::path& file,
                                            const SkillGraph& graph) {
  const auto damaged = [&] {
    return failure(ErrorCode::index_damaged, "holds no model of this index's roles and skills",
                   "build the index again with `guidepost index`", {file.string(), 0});
  };
  auto mapped = MappedFile::open(file);
  if (!mapped) return damaged();
  RoleSkillModel model(graph);
  model.file_ = std::move(*mapped);
  const std::string_view bytes = model.file_.bytes();
  if (bytes.size() < role_skill_file::size_bytes) return damaged();
  const std::uint64_t head = read_u64(bytes, 0);
  const std::size_t rest = bytes.size() - role_skill_file::size_bytes;
  if (head > rest || !model.read_head(bytes.substr(role_skill_file::size_bytes, head)) ||
      !model.is_sound(role_skill_file::size_bytes + head) || !model.place_in_blocks() ||
      !model.stays_in_blocks()) {
    return damaged();
  }
  model.alike_to_ = model.alike_.transposed(model.skill_count());
  model.groups_of_ = model.groups_.transposed(model.skill_count());
  model.derive();
  return model;
}

std::string RoleSkillModel::source_hash_of(const std::filesystem::path& file) {
  const auto mapped = MappedFile::open(file);
  if (!mapped || mapped->bytes().size() < role_skill_file::size_bytes) return {};
  constexpr std::size_t enough = 256;
  RecordReader reader(mapped->bytes().substr(role_skill_file::size_bytes, enough));
  if (reader.u32() != role_skill_file::magic || reader.u32() != role_skill_file::version) return {};
  std::string hash = reader.text();
  return reader.ok() ? hash : std::string();
}

bool RoleSkillModel::read_head(std::string_view head) {
  RecordReader reader(head);
  if (reader.u32() != role_skill_file::magic || reader.u32() != role_skill_file::version) {
    return false;
  }
  reader.text();  // the hash of its source
  const std::size_t blocks = reader.count(1 + 4 + 4 + 8);
  for (std::size_t i = 0; i < blocks && reader.ok(); ++i) {
    Block& block = blocks_.emplace_back();
    const std::uint8_t side = reader.u8();
    if (side > static_cast<std::uint8_t>(Side::skills)) return false;
    block.side = static_cast<Side>(side);
    block.roles = reader.u32s();
    block.skills = reader.u32s();
    block.matrix = reader.u64();
  }
  own_.resize(reader.count(4));
  for (float& value : own_) value = std::bit_cast<float>(reader.u32());
  label_keys_.resize(reader.count(8));
  for (std::uint64_t& key : label_keys_) key = reader.u64();
  return read_rows(reader, skill_count(), alike_) && read_rows(reader, skill_count(), groups_) &&
         reader.finished();
}

bool RoleSkillModel::is_sound(std::size_t matrices) const {
  if (own_.size() != skill_count() || label_keys_.size() != skill_count()) return false;
  if (alike_.size() != skill_count()) return false;
  if (!std::all_of(own_.begin(), own_.end(), [](float value) {
        return value >= role_skill_file::least_own && is_small(value);
      })) {
    return false;
  }
  std::size_t next = matrices;
  for (const Block& block : blocks_) {
    if (!is_a_set(block.roles, role_count()) || !is_a_set(block.skills, skill_count()))
      return false;
    if (block.matrix != next) return false;
    next += block.rows() * role_skill_file::row_bytes(block.rows());
  }
  if (next != file_.bytes().size()) return false;
  return std::all_of(blocks_.begin(), blocks_.end(),
                     [&](const Block& block) { return has_sound_rows(block); });
}

bool RoleSkillModel::has_sound_rows(const Block& block) const {
  for (std::uint32_t row = 0; row < block.rows(); ++row) {
    const std::size_t begin = block.matrix + row * role_skill_file::row_bytes(block.rows());
    if (!is_small(float_at(file_.bytes(), begin) * role_skill_file::most_steps) ||
        !is_small(diagonal(block, row))) {
      return false;
    }
  }
  return true;
}

/// False when a role or skill is in two of them. REQUIRES: the numbers of each block are in range.
bool RoleSkillModel::place_in_blocks() {
  block_of_role_.assign(role_count(), no_block);
  row_of_role_.assign(role_count(), 0);
  block_of_skill_.assign(skill_count(), no_block);
  row_of_skill_.assign(skill_count(), 0);
  const auto place = [](const std::vector<std::uint32_t>& members, std::uint32_t number,
                        std::vector<std::uint32_t>& blocks, std::vector<std::uint32_t>& rows) {
    for (std::uint32_t row = 0; row < members.size(); ++row) {
      if (std::exchange(blocks[members[row]], number) != no_block) return false;
      rows[members[row]] = row;
    }
    return true;
  };
  for (std::uint32_t number = 0; number < blocks_.size(); ++number) {
    const Block& block = blocks_[number];
    if (!place(block.roles, number, block_of_role_, row_of_role_) ||
        !place(block.skills, number, block_of_skill_, row_of_skill_)) {
      return false;
    }
  }
  return true;
}

/// Whoever asks for a role's row by its needs, or for a skill's by its holders, asks in one block.
bool RoleSkillModel::stays_in_blocks() const {
  for (std::size_t role = 0; role < role_count(); ++role) {
    for (const SparseRows::Entry& need : needs_[role]) {
      if (block_of_skill_[need.column] != block_of_role_[role]) return false;
    }
  }
  return true;
}

void RoleSkillModel::derive() {
  by_label_.resize(label_keys_.size());
  std::iota(by_label_.begin(), by_label_.end(), std::uint32_t{0});
  std::sort(by_label_.begin(), by_label_.end(), [&](std::uint32_t a, std::uint32_t b) {
    return label_keys_[a] != label_keys_[b] ? label_keys_[a] < label_keys_[b] : a < b;
  });
  if (own_.empty()) own_.assign(skill_count(), 1);
  scales_.clear();
  idf_.clear();
  for (std::uint32_t skill = 0; skill < skill_count(); ++skill) {
    const auto holders = static_cast<float>(holders_[skill].size());
    scales_.push_back(1 / std::sqrt(1 + role_skill_weights.common * holders));
    const Block* block = block_of_skill(skill);
    const auto roles = static_cast<float>(block == nullptr ? role_count() : block->roles.size());
    idf_.push_back(std::max(0.0F, std::log((1 + roles) / (1 + holders))));
  }
  norms_.clear();
  for (std::size_t role = 0; role < role_count(); ++role) {
    double squares = 0;
    for (const SparseRows::Entry& need : needs_[role]) {
      const double value = static_cast<double>(need.value) * idf_[need.column];
      squares += value * value;
    }
    norms_.push_back(static_cast<float>(std::sqrt(squares)));
  }
}

std::span<const SparseRows::Entry> RoleSkillModel::alike(std::uint32_t skill) const {
  return skill < alike_.size() ? alike_[skill] : std::span<const SparseRows::Entry>();
}

std::span<const SparseRows::Entry> RoleSkillModel::alike_to(std::uint32_t skill) const {
  return skill < alike_to_.size() ? alike_to_[skill] : std::span<const SparseRows::Entry>();
}

std::span<const SparseRows::Entry> RoleSkillModel::groups_of(std::uint32_t skill) const {
  return skill < groups_of_.size() ? groups_of_[skill] : std::span<const SparseRows::Entry>();
}

std::uint64_t RoleSkillModel::label_key(std::uint32_t skill) const {
  return skill < label_keys_.size() ? label_keys_[skill] : 0;
}

std::span<const std::uint32_t> RoleSkillModel::called_alike(std::uint32_t skill) const {
  const std::uint64_t key = label_key(skill);
  if (key == 0) return {};
  const auto first =
      std::lower_bound(by_label_.begin(), by_label_.end(), key,
                       [&](std::uint32_t one, std::uint64_t k) { return label_keys_[one] < k; });
  const auto last =
      std::upper_bound(first, by_label_.end(), key,
                       [&](std::uint64_t k, std::uint32_t one) { return k < label_keys_[one]; });
  return {first, last};
}

const RoleSkillModel::Block* RoleSkillModel::block_of_role(std::uint32_t role) const {
  const std::uint32_t block = block_of_role_[role];
  return block == no_block ? nullptr : &blocks_[block];
}

const RoleSkillModel::Block* RoleSkillModel::block_of_skill(std::uint32_t skill) const {
  const std::uint32_t block = block_of_skill_[skill];
  return block == no_block ? nullptr : &blocks_[block];
}

float RoleSkillModel::Cells::at(std::size_t column) const {
  std::uint16_t cell = 0;
  std::memcpy(&cell, cells + column * sizeof cell, sizeof cell);
  return step * static_cast<float>(static_cast<std::int16_t>(little_endian(cell)));
}

RoleSkillModel::Cells RoleSkillModel::cells_of(const Block& block, std::uint32_t row,
                                               float factor) const {
  const std::string_view bytes = file_.bytes();
  const std::size_t begin = block.matrix + row * role_skill_file::row_bytes(block.rows());
  return {bytes.data() + begin + role_skill_file::cells_at, factor * float_at(bytes, begin)};
}

void RoleSkillModel::add_row(const Block& block, std::uint32_t row, float factor,
                             std::span<float> into) const {
  const Cells cells = cells_of(block, row, factor);
  for (std::size_t column = 0; column < into.size(); ++column) into[column] += cells.at(column);
  into[row] += factor * diagonal(block, row);
}

void RoleSkillModel::add_rows(const Block& block, std::span<const SparseRows::Entry> rows,
                              std::span<float> into) const {
  constexpr std::size_t at_once = 4;
  std::size_t next = 0;
  for (; next + at_once <= rows.size(); next += at_once) {
    std::array<Cells, at_once> cells;
    for (std::size_t i = 0; i < at_once; ++i) {
      cells[i] = cells_of(block, rows[next + i].column, rows[next + i].value);
    }
    for (std::size_t column = 0; column < into.size(); ++column) {
      float sum = into[column];
      for (const Cells& one : cells) sum += one.at(column);
      into[column] = sum;
    }
    for (std::size_t i = 0; i < at_once; ++i) {
      const auto& [row, factor] = rows[next + i];
      into[row] += factor * diagonal(block, row);
    }
  }
  for (; next < rows.size(); ++next) add_row(block, rows[next].column, rows[next].value, into);
}

float RoleSkillModel::diagonal(const Block& block, std::uint32_t row) const {
  return float_at(file_.bytes(), block.matrix + row * role_skill_file::row_bytes(block.rows()) +
                                     role_skill_file::diagonal_at);
}

}  // namespace guidepost
