// The body of a question to the recommender: {"have": ["sql", "Docker"], "role": "backend-developer", "limit": 10}.
//
// Everything about it that can be wrong has an error of its own that says what is right; what the names in it mean is not known here.
#pragma once

#include "core/recommend/name_resolver.h"
#include "core/result.h"
#include "server/http_message.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace guidepost::server {

inline constexpr std::size_t most_skills_held = most_skills_given;
inline constexpr std::size_t most_recommended = 100;

struct RecommendBody {
  std::vector<std::string> have;     // as typed; at most most_skills_held, UTF-8
  std::string role;                  // as typed; empty where none was given
  std::optional<std::size_t> limit;  // 1 to most_recommended
};

/// Whether the request says that its body is JSON.
bool is_json(const Request& request);

/// bad_input says what is wrong: no JSON, no object, a key that is not among `keys` (with the nearest that is), a value of another type,
/// too many skills, a name of no or too many bytes, a limit out of range.
Result<RecommendBody> read_recommend_body(std::string_view text,
                                          std::span<const std::string_view> keys);

}  // namespace guidepost::server
