#include "core/recommend/role_skill_model_builder.h"

#include "core/index/file_writer.h"
#include "core/index/little_endian.h"
#include "core/index/record.h"
#include "core/recommend/alike_skills.h"
#include "core/recommend/role_blocks.h"
#include "core/recommend/role_kernel.h"
#include "core/recommend/role_skill_file.h"
#include "core/recommend/role_skill_model.h"
#include "core/recommend/role_skill_weights.h"
#include "core/recommend/term_reader.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace guidepost {
namespace {

using Side = RoleSkillModel::Side;

/// A block and what was learned of it.
struct Learned {
  RoleBlock block;
  Side side = Side::none;
  SquareMatrix inverse;

  std::size_t rows() const { return side == Side::none ? 0 : inverse.size; }
};

/// Of the inverse that is learned of a block; 0 where none is.
std::size_t rows_learned(const RoleBlock& block, std::size_t most_rows) {
  const std::size_t rows = std::min(block.roles.size(), block.skills.size());
  return rows > most_rows ? 0 : rows;
}

class Learner {
 public:
  Learner(const RecommendInput& input, std::size_t threads, std::size_t most_rows)
      : input_(input), threads_(threads), most_rows_(most_rows), own_(input.skills.size(), 1) {
    std::size_t next = 0;
    for (std::uint32_t role = 0; role < input.roles.size(); ++role) {
      std::vector<SparseRows::Entry> row;
      for (; next < input.needs.size() && input.needs[next].role == role; ++next) {
        const RecommendInput::Need& need = input.needs[next];
        row.push_back({need.skill, weight_of_need(need.importance)});
      }
      needs_.add(std::move(row));
    }
    holders_ = needs_.transposed(input.skills.size());
    for (std::size_t skill = 0; skill < input.skills.size(); ++skill) {
      scales_.push_back(1 / std::sqrt(1 + role_skill_weights.common *
                                              static_cast<float>(holders_[skill].size())));
    }
  }

  Learned learn(RoleBlock block) {
    Learned learned{std::move(block), Side::none, {}};
    const std::size_t roles = learned.block.roles.size();
    const std::size_t skills = learned.block.skills.size();
    if (rows_learned(learned.block, most_rows_) == 0) return learned;
    learned.side = roles <= skills ? Side::roles : Side::skills;
    const SparseRows rows = scaled_needs(learned.block);
    learned.inverse =
        learned.side == Side::roles
            ? inverse_kernel(rows, texts_of(learned.block), role_skill_weights.role_text,
                             role_skill_weights.ridge, threads_)
            : inverse_kernel(rows.transposed(skills), {}, 0, role_skill_weights.ridge, threads_);
    note_own(learned);
    return learned;
  }

  const std::vector<float>& own() const { return own_; }

 private:
  /// Roles x skills of the block alone, each skill times its scale.
  SparseRows scaled_needs(const RoleBlock& block) const {
    SparseRows rows;
    for (const std::uint32_t role : block.roles) {
      std::vector<SparseRows::Entry> row;
      for (const SparseRows::Entry& need : needs_[role]) {
        const auto place = std::lower_bound(block.skills.begin(), block.skills.end(), need.column) -
                           block.skills.begin();
        row.push_back({static_cast<std::uint32_t>(place), need.value * scales_[need.column]});
      }
      rows.add(std::move(row));
    }
    return rows;
  }

  SparseRows texts_of(const RoleBlock& block) const {
    TermReader reader;
    SparseRows counts;
    for (const std::uint32_t number : block.roles) {
      const RecommendInput::Role& role = input_.roles[number];
      std::vector<SparseRows::Entry> row;
      count_into(row, reader.read(role.title, role.language));
      for (const std::string& alias : role.aliases) {
        count_into(row, reader.read(alias, role.language));
      }
      count_into(row, reader.read(role.text, role.language));
      for (const std::string& passage : role.passages) {
        count_into(row, reader.read(passage, role.language));
      }
      counts.add(std::move(row));
    }
    return tf_idf(std::move(counts));
  }

  /// What a skill's score would owe to itself is taken out: 1 - w^2 x' M x, which is ridge * P on its diagonal.
  void note_own(const Learned& learned) {
    const SquareMatrix& inverse = learned.inverse;
    for (std::size_t row = 0; row < learned.block.skills.size(); ++row) {
      const std::uint32_t skill = learned.block.skills[row];
      double own = role_skill_weights.ridge;
      if (learned.side == Side::skills) {
        own *= inverse.at(row, row);
      } else {
        double owed = 0;
        for (const SparseRows::Entry& a : holders_[skill]) {
          for (const SparseRows::Entry& b : holders_[skill]) {
            owed += static_cast<double>(a.value) * b.value *
                    inverse.at(row_of(learned, a.column), row_of(learned, b.column));
          }
        }
        own = 1 - owed * scales_[skill] * scales_[skill];
      }
      own_[skill] = std::max(role_skill_file::least_own, static_cast<float>(own));
    }
  }

  static std::size_t row_of(const Learned& learned, std::uint32_t role) {
    const auto& roles = learned.block.roles;
    return static_cast<std::size_t>(std::lower_bound(roles.begin(), roles.end(), role) -
                                    roles.begin());
  }

  const RecommendInput& input_;
  std::size_t threads_;
  std::size_t most_rows_;
  SparseRows needs_;
  SparseRows holders_;
  std::vector<float> scales_;
  std::vector<float> own_;
};

void write_rows(RecordWriter& writer, const SparseRows& rows) {
  writer.u32(static_cast<std::uint32_t>(rows.size()));
  for (std::size_t row = 0; row < rows.size(); ++row) {
    writer.u32(static_cast<std::uint32_t>(rows[row].size()));
    for (const SparseRows::Entry& entry : rows[row]) {
      writer.u32(entry.column);
      writer.u32(std::bit_cast<std::uint32_t>(entry.value));
    }
  }
}

std::string head_of(const RecommendInput& input, std::string_view hash,
                    const std::vector<Learned>& blocks, const std::vector<float>& own,
                    const SparseRows& alike, std::size_t head_bytes) {
  RecordWriter head;
  head.u32(role_skill_file::magic);
  head.u32(role_skill_file::version);
  head.text(hash);
  head.u32(static_cast<std::uint32_t>(blocks.size()));
  std::uint64_t matrix = role_skill_file::size_bytes + head_bytes;
  for (const Learned& learned : blocks) {
    head.u8(static_cast<std::uint8_t>(learned.side));
    head.u32s(learned.block.roles);
    head.u32s(learned.block.skills);
    head.u64(matrix);
    matrix += learned.rows() * role_skill_file::row_bytes(learned.rows());
  }
  head.u32(static_cast<std::uint32_t>(own.size()));
  for (const float value : own) head.u32(std::bit_cast<std::uint32_t>(value));
  const std::vector<std::uint64_t> keys = label_keys(input);
  head.u32(static_cast<std::uint32_t>(keys.size()));
  for (const std::uint64_t key : keys) head.u64(key);
  write_rows(head, alike);
  write_rows(head, skill_groups(input));
  return std::move(head).bytes();
}

std::string encoded_row(const SquareMatrix& matrix, std::size_t row) {
  float largest = 0;
  for (std::size_t column = 0; column < matrix.size; ++column) {
    if (column != row) largest = std::max(largest, std::abs(matrix.at(row, column)));
  }
  const float step = largest / role_skill_file::most_steps;
  std::string bytes;
  append_little_endian(bytes, std::bit_cast<std::uint32_t>(step));
  append_little_endian(bytes, std::bit_cast<std::uint32_t>(matrix.at(row, row)));
  for (std::size_t column = 0; column < matrix.size; ++column) {
    const bool is_zero = column == row || step <= 0;
    const float steps = is_zero ? 0 : std::round(matrix.at(row, column) / step);
    append_little_endian(bytes, static_cast<std::uint16_t>(static_cast<std::int16_t>(steps)));
  }
  return bytes;
}

}  // namespace

std::uint64_t role_skill_model_bytes(const RecommendInput& input, std::size_t threads,
                                     std::size_t most_rows) {
  std::uint64_t held = 0;
  std::uint64_t most = 0;
  for (const RoleBlock& block : role_blocks_of(input)) {
    const std::uint64_t rows = rows_learned(block, most_rows);
    most = std::max(most, held + inverse_kernel_bytes(rows, threads));
    held += sizeof(float) * rows * rows;
  }
  return most;
}

Result<void> write_role_skill_model(const RecommendInput& input, std::string_view hash,
                                    const std::filesystem::path& file, std::size_t threads,
                                    std::size_t most_rows) {
  Learner learner(input, threads, most_rows);
  std::vector<Learned> blocks;
  for (RoleBlock& block : role_blocks_of(input)) blocks.push_back(learner.learn(std::move(block)));
  const SparseRows alike = alike_skills(input);
  // The offsets in the head depend on its size, and its size does not depend on them.
  const std::size_t size = head_of(input, hash, blocks, learner.own(), alike, 0).size();
  auto writer = FileWriter::create(file);
  if (!writer) return failure(writer.error());
  std::string head_size;
  append_little_endian(head_size, std::uint64_t{size});
  writer->append(head_size);
  writer->append(head_of(input, hash, blocks, learner.own(), alike, size));
  for (const Learned& learned : blocks) {
    for (std::size_t row = 0; row < learned.rows(); ++row) {
      writer->append(encoded_row(learned.inverse, row));
    }
  }
  return writer->finish();
}

}  // namespace guidepost
