// Learns from roles and the skills they need, and writes the model (role_skill_model.h).
#pragma once

#include "core/recommend/recommend_input.h"
#include "core/recommend/role_skill_weights.h"
#include "core/result.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string_view>

namespace guidepost {

/// `hash`: kept in the file, for source_hash_of(). Seconds for thousands of roles, on `threads` threads; what is written does not depend on their
/// number. Of a block of more than `most_rows` roles and skills nothing is learned. io_failed when it cannot be written.
Result<void> write_role_skill_model(const RecommendInput& input, std::string_view hash,
                                    const std::filesystem::path& file, std::size_t threads,
                                    std::size_t most_rows = role_skill_weights.most_rows);

/// What write_role_skill_model() takes at most beside its input, in bytes: every inverse is held until it is written, and made of a kernel of its size.
/// Of the input only who needs what and the sources of roles are read.
std::uint64_t role_skill_model_bytes(const RecommendInput& input, std::size_t threads,
                                     std::size_t most_rows = role_skill_weights.most_rows);

}  // namespace guidepost
