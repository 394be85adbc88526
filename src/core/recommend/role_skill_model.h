// What roles need, learned: a linear model of roles and skills (EASE^r, Steck, WWW 2019) in kernel form. A file of the generation, mapped.
//
// Roles that share skills, or a source, are one block; blocks know nothing of each other. A block keeps one inverse: over its roles (M), or over its
// skills (P) where those are fewer. Off the diagonal a row is kept as 16-bit multiples of a step of its own. Skills of like words are kept beside.
//
//   head size u64 | head (record.h) | rows of each block: step f32, diagonal f32, i16 x rows ...
#pragma once

#include "core/index/mapped_file.h"
#include "core/recommend/skill_graph.h"
#include "core/recommend/text_space.h"
#include "core/result.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace guidepost {

/// Immutable; all threads may read. Empty where nothing was learned: it then has no blocks, and knows the needs all the same.
class RoleSkillModel {
 public:
  enum class Side : std::uint8_t { none, roles, skills };  // what the rows of the inverse are

  struct Block {
    Side side = Side::none;
    std::vector<std::uint32_t> roles;   // ascending
    std::vector<std::uint32_t> skills;  // ascending; those that are declared
    std::size_t matrix = 0;             // offset in the file
    std::size_t rows() const;
  };
  static constexpr std::uint32_t no_block = 0xffffffffU;

  RoleSkillModel() = default;
  /// Knows the needs of `graph` and has learned nothing.
  explicit RoleSkillModel(const SkillGraph& graph);
  /// `graph`: of the same generation. index_damaged when the file is not what a writer wrote for such a graph.
  static Result<RoleSkillModel> open(const std::filesystem::path& file, const SkillGraph& graph);

  /// The hash of what a file was made from; empty when it is no such file.
  static std::string source_hash_of(const std::filesystem::path& file);

  std::size_t role_count() const { return needs_.size(); }
  std::size_t skill_count() const { return holders_.size(); }

  /// Roles x skills: what each need counts (role_skill_weights).
  const SparseRows& needs() const { return needs_; }
  /// Skills x roles, the same.
  const SparseRows& holders() const { return holders_; }
  /// Skills whose words are like those of `skill`, and how like; empty where that is not known.
  std::span<const SparseRows::Entry> alike(std::uint32_t skill) const;
  /// The other way round: the skills that have `skill` among those.
  std::span<const SparseRows::Entry> alike_to(std::uint32_t skill) const;
  /// Groups x skills, and skills x groups: what the source puts together, each value 1 / the root of the group's size.
  const SparseRows& groups() const { return groups_; }
  std::span<const SparseRows::Entry> groups_of(std::uint32_t skill) const;
  /// Equal for labels of the same words in any order ("manage staff", "staff management"); 0 equals nothing.
  std::uint64_t label_key(std::uint32_t skill) const;
  /// All skills whose label has the same key, itself among them; empty where that is 0.
  std::span<const std::uint32_t> called_alike(std::uint32_t skill) const;

  /// nullptr for a role or skill of none.
  const Block* block_of_role(std::uint32_t role) const;
  const Block* block_of_skill(std::uint32_t skill) const;
  /// The place of a role or skill among the rows of its block's inverse.
  std::uint32_t row_of_role(std::uint32_t role) const { return row_of_role_[role]; }
  std::uint32_t row_of_skill(std::uint32_t skill) const { return row_of_skill_[skill]; }

  /// into += factor * the row of the block's inverse. REQUIRES: into.size() == block.rows() and row below it.
  void add_row(const Block& block, std::uint32_t row, float factor, std::span<float> into) const;
  /// The same for several rows, a factor each: row numbers are the columns of `rows`. Reads them side by side, which costs half as much.
  void add_rows(const Block& block, std::span<const SparseRows::Entry> rows,
                std::span<float> into) const;
  float diagonal(const Block& block, std::uint32_t row) const;

  /// 1 / sqrt(1 + common * roles that declare it).
  float scale(std::uint32_t skill) const { return scales_[skill]; }
  /// What is left of a score when a skill must not explain itself: the divisor of its scores, above 0.
  float own(std::uint32_t skill) const { return own_[skill]; }

  /// Damping of a skill in a comparison of profiles: ln((1 + roles of its block) / (1 + roles that declare it)).
  float idf(std::uint32_t skill) const { return idf_[skill]; }
  /// Length of a role's needs, each times its skill's idf.
  float norm(std::uint32_t role) const { return norms_[role]; }

 private:
  /// A row as it is kept, and what one step of it counts.
  struct Cells {
    const char* cells = nullptr;
    float step = 0;
    float at(std::size_t column) const;
  };
  Cells cells_of(const Block& block, std::uint32_t row, float factor) const;

  bool read_head(std::string_view head);
  bool is_sound(std::size_t matrices) const;
  bool has_sound_rows(const Block& block) const;
  bool place_in_blocks();
  bool stays_in_blocks() const;
  void derive();

  MappedFile file_;
  SparseRows needs_;
  SparseRows holders_;
  SparseRows alike_;
  SparseRows alike_to_;
  SparseRows groups_;
  SparseRows groups_of_;
  std::vector<std::uint64_t> label_keys_;
  std::vector<std::uint32_t> by_label_;  // skills by label key, then number
  std::vector<Block> blocks_;
  std::vector<std::uint32_t> block_of_role_, block_of_skill_, row_of_role_, row_of_skill_;
  std::vector<float> scales_, own_, idf_, norms_;
};

}  // namespace guidepost
