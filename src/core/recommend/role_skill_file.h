// Where things stand in the file of the model of roles and skills; writer and reader share it.
#pragma once

#include <cstddef>
#include <cstdint>

namespace guidepost::role_skill_file {

inline constexpr std::uint32_t magic = 0x53525047;  // "GPRS"
/// Of the layout, and of what the numbers mean: a model of another version is built anew.
inline constexpr std::uint32_t version = 2;
inline constexpr std::size_t size_bytes = 8;  // of the head's size
inline constexpr std::size_t diagonal_at = 4;
inline constexpr std::size_t cells_at = 8;
inline constexpr float most_steps = 32767;
/// The least divisor of a score, so that rounding does not turn a score around.
inline constexpr float least_own = 1e-4F;
/// No other number is this large: cells of an inverse are below 1 / ridge, likenesses and shares of a group at most 1.
inline constexpr float too_large = 2;

/// A row of an inverse of so many rows; the cell of the diagonal holds 0.
constexpr std::size_t row_bytes(std::size_t rows) { return cells_at + rows * sizeof(std::int16_t); }

}  // namespace guidepost::role_skill_file
