// The model's file: read back whole, refused when it is not what was written.
#include "core/recommend/role_skill_model.h"

#include "core/index/record.h"
#include "core/recommend/role_estimate.h"
#include "core/recommend/role_skill_file.h"
#include "core/recommend/role_skill_hash.h"
#include "support/small_roles.h"

#include <catch2/catch.hpp>

#include <bit>
#include <functional>
#include <limits>

namespace guidepost {
namespace {

/// Uses everything a file could have got wrong.
double ask_everything(const RoleSkillModel& model) {
  double sum = 0;
  for (std::uint32_t role = 0; role < model.role_count(); ++role) {
    const RoleEstimate estimate(model, role);
    for (std::uint32_t skill = 0; skill < model.skill_count(); ++skill) {
      sum += estimate.scores()[skill];
      sum += static_cast<double>(estimate.shares_of(skill).shares.size());
    }
  }
  return sum;
}

test::SmallRoles small(std::size_t roles, std::size_t skills) {
  test::Dice dice(8);
  return test::SmallRoles(test::random_input(dice, roles, skills, test::Texts::some));
}

TEST_CASE("a model knows what it was made from", "[role_skill_model]") {
  const auto roles = small(4, 6);
  CHECK(RoleSkillModel::source_hash_of(roles.file()) == "hash");
  CHECK(RoleSkillModel::source_hash_of(roles.directory().path() / "none").empty());
  CHECK(RoleSkillModel::source_hash_of(roles.directory().write("other", "GPRS")).empty());
}

TEST_CASE("a model of another index is refused", "[role_skill_model]") {
  const auto roles = small(4, 6);
  const auto others = small(4, 7);
  const auto opened = RoleSkillModel::open(roles.file(), others.graph());
  REQUIRE_FALSE(opened);
  CHECK(opened.error().code == ErrorCode::index_damaged);
  CHECK_FALSE(RoleSkillModel::open(roles.directory().path() / "none", roles.graph()));
}

TEST_CASE("a model cut short, or with something behind it, is refused", "[role_skill_model]") {
  const auto roles = small(4, 6);
  const std::string bytes = roles.directory().read("role-skills");
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    const auto file = roles.directory().write("short", bytes.substr(0, size));
    const auto opened = RoleSkillModel::open(file, roles.graph());
    REQUIRE_FALSE(opened);
    REQUIRE(opened.error().code == ErrorCode::index_damaged);
  }
  CHECK_FALSE(RoleSkillModel::open(roles.directory().write("long", bytes + "x"), roles.graph()));
}

TEST_CASE("a model with bytes changed is refused or can be used", "[role_skill_model]") {
  const auto [rows, columns] = GENERATE(table<std::size_t, std::size_t>({{3, 6}, {6, 3}}));
  const auto roles = small(rows, columns);
  const std::string good = roles.directory().read("role-skills");
  for (std::size_t at = 0; at < good.size(); ++at) {
    for (const int flip : {0x01, 0x80, 0xFF}) {
      std::string bytes = good;
      bytes[at] = static_cast<char>(bytes[at] ^ flip);
      const auto opened =
          RoleSkillModel::open(roles.directory().write("odd", bytes), roles.graph());
      if (opened) ask_everything(*opened);
    }
  }
  SUCCEED("no crash");
}

/// A file taken apart, to be put together otherwise.
struct Parts {
  struct Block {
    std::uint8_t side = 0;
    std::vector<std::uint32_t> roles, skills;
    std::size_t rows() const { return side == 0 ? 0 : (side == 1 ? roles : skills).size(); }
  };
  std::string hash;
  std::vector<Block> blocks;
  std::vector<float> own;
  std::string rest;  // of the head
  std::vector<std::string> rows;
};

Parts parts_of(const std::string& bytes, std::size_t skills) {
  RecordReader size(bytes);
  const auto head_size = static_cast<std::size_t>(size.u64());
  const std::string head = bytes.substr(role_skill_file::size_bytes, head_size);
  RecordReader reader(head);
  reader.u64();  // magic, version
  Parts parts;
  parts.hash = reader.text();
  std::size_t begin = 8 + 4 + parts.hash.size() + 4;
  std::size_t row = role_skill_file::size_bytes + head_size;
  for (std::uint32_t left = reader.u32(); left > 0; --left) {
    Parts::Block block{reader.u8(), reader.u32s(), reader.u32s()};
    reader.u64();
    begin += 1 + 4 + 4 + 8 + (block.roles.size() + block.skills.size()) * 4;
    for (std::size_t i = 0; i < block.rows(); ++i) {
      parts.rows.push_back(bytes.substr(row, role_skill_file::row_bytes(block.rows())));
      row += parts.rows.back().size();
    }
    parts.blocks.push_back(std::move(block));
  }
  REQUIRE(reader.u32() == skills);
  for (std::size_t i = 0; i < skills; ++i) {
    parts.own.push_back(std::bit_cast<float>(reader.u32()));
  }
  REQUIRE(reader.ok());
  parts.rest = head.substr(begin + 4 + skills * 4);
  return parts;
}

std::string bytes_of(const Parts& parts) {
  const auto head_of = [&](std::uint64_t matrix) {
    RecordWriter head;
    head.u32(role_skill_file::magic);
    head.u32(role_skill_file::version);
    head.text(parts.hash);
    head.u32(static_cast<std::uint32_t>(parts.blocks.size()));
    for (const Parts::Block& block : parts.blocks) {
      head.u8(block.side);
      head.u32s(block.roles);
      head.u32s(block.skills);
      head.u64(matrix);
      matrix += block.rows() * role_skill_file::row_bytes(block.rows());
    }
    head.u32(static_cast<std::uint32_t>(parts.own.size()));
    for (const float value : parts.own) head.u32(std::bit_cast<std::uint32_t>(value));
    return head.bytes() + parts.rest;
  };
  const std::size_t size = head_of(0).size();
  RecordWriter file;
  file.u64(size);
  std::string bytes = file.bytes() + head_of(role_skill_file::size_bytes + size);
  for (const std::string& row : parts.rows) bytes += row;
  return bytes;
}

void put(std::string& row, std::size_t at, float value) {
  RecordWriter bytes;
  bytes.u32(std::bit_cast<std::uint32_t>(value));
  row.replace(at, 4, bytes.bytes());
}

TEST_CASE("a model whose blocks or numbers no writer gives is refused", "[role_skill_model]") {
  const float infinity = std::numeric_limits<float>::infinity();
  const float nan = std::numeric_limits<float>::quiet_NaN();
  struct Row {
    std::string what;
    std::function<void(Parts&)> bend;
  };
  const auto row = GENERATE_COPY(values<Row>({
      {"a role in two blocks",
       [](Parts& parts) {
         parts.blocks.push_back({0, {1}, {}});
       }},
      {"a skill in two blocks",
       [](Parts& parts) {
         parts.blocks.push_back({0, {}, {parts.blocks[0].skills[0]}});
       }},
      {"a skill of no block that a role of one needs",
       [](Parts& parts) {
         parts.blocks[0].side = 1;
         parts.blocks[0].skills.pop_back();
         parts.rows.assign(parts.blocks[0].rows(),
                           std::string(role_skill_file::row_bytes(parts.blocks[0].rows()), '\0'));
       }},
      {"a skill of another block than the role that needs it",
       [](Parts& parts) {
         Parts::Block other{0, {}, {parts.blocks[0].skills.back()}};
         parts.blocks[0].side = 0;
         parts.blocks[0].skills.pop_back();
         parts.blocks.push_back(other);
         parts.rows.clear();
       }},
      {"a role of no block that needs a skill of one",
       [](Parts& parts) {
         parts.blocks[0].side = 2;
         parts.blocks[0].roles.pop_back();
         parts.rows.assign(parts.blocks[0].rows(),
                           std::string(role_skill_file::row_bytes(parts.blocks[0].rows()), '\0'));
       }},
      {"an infinite step", [=](Parts& parts) { put(parts.rows[1], 0, infinity); }},
      {"a step that overflows", [](Parts& parts) { put(parts.rows[1], 0, 3e38F); }},
      {"a step that is no number", [=](Parts& parts) { put(parts.rows[1], 0, nan); }},
      {"an infinite diagonal", [=](Parts& parts) { put(parts.rows[1], 4, -infinity); }},
      {"a diagonal that is no number", [=](Parts& parts) { put(parts.rows[1], 4, nan); }},
      {"an infinite divisor", [=](Parts& parts) { parts.own[2] = infinity; }},
      {"a divisor that is no number", [=](Parts& parts) { parts.own[2] = nan; }},
      {"a divisor of nearly nothing", [](Parts& parts) { parts.own[2] = 1e-40F; }},
  }));
  const auto [of_roles, of_skills] = GENERATE(table<std::size_t, std::size_t>({{4, 6}, {6, 4}}));
  const auto roles = small(of_roles, of_skills);
  const Parts good = parts_of(roles.directory().read("role-skills"), of_skills);
  REQUIRE(bytes_of(good) == roles.directory().read("role-skills"));
  Parts bent = good;
  row.bend(bent);
  CAPTURE(row.what, of_roles);
  const auto opened =
      RoleSkillModel::open(roles.directory().write("bent", bytes_of(bent)), roles.graph());
  REQUIRE_FALSE(opened);
  CHECK(opened.error().code == ErrorCode::index_damaged);
}

TEST_CASE("a graph alone gives a model that has learned nothing", "[role_skill_model]") {
  const auto roles = small(4, 6);
  const RoleSkillModel plain(roles.graph());
  CHECK(plain.role_count() == 4);
  CHECK(RoleEstimate(plain, 0).scores() == std::vector<float>(6, 0));
  CHECK(ask_everything(RoleSkillModel()) == 0);
}

TEST_CASE("what the model is made from is hashed, what is named together is not",
          "[role_skill_model]") {
  test::Dice dice(2);
  const RecommendInput input = test::random_input(dice, 4, 6, test::Texts::some);
  RecommendInput other = input;
  other.together.push_back({0, 1, 3});
  CHECK(role_skill_hash_of(other) == role_skill_hash_of(input));
  other.roles[1].passages.emplace_back("weld");
  CHECK(role_skill_hash_of(other) != role_skill_hash_of(input));
  other = input;
  other.needs.front().importance ^= 1U;
  CHECK(role_skill_hash_of(other) != role_skill_hash_of(input));
}

}  // namespace
}  // namespace guidepost
