// What a person meant by a skill or a role: its id, label, alias in any spelling, or one of those with a slip of the pen.
#pragma once

#include "core/recommend/recommend_data.h"
#include "core/result.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace guidepost {

enum class Understanding { named, corrected };

/// A skill or role as it was typed, and what it was understood as. `number`: of the skill or role in RecommendData.
struct Understood {
  std::string typed;
  std::string id;
  std::string label;
  std::uint32_t number = 0;
  Understanding how = Understanding::named;
};

/// What one question may give: so many skills, each a name of so many bytes, and so many of them misspelt. Who asks checks the first two.
inline constexpr std::size_t most_skills_given = 200;
inline constexpr std::size_t longest_name = 200;
/// To correct a name all names are compared with it.
inline constexpr std::size_t most_corrected = 20;

/// not_found as data too. `nearest`: a name that may have been meant; empty where nothing is near.
struct UnknownSkill : Error {
  std::string typed;
  std::string nearest;
};

/// In the order typed, each skill once. Fails for the first text that names nothing, with the nearest name in the hint. An edit or two are corrected
/// where the text is long enough for them (four letters, eight) and no second name is as near; anything further is only hinted at. After most_corrected
/// of them one more is not_found.
tl::expected<std::vector<Understood>, UnknownSkill> understand_skills(
    const RecommendData& data, std::span<const std::string> texts);

/// The same for a role. A translation has no needs of its own and is not_found.
Result<Understood> understand_role(const RecommendData& data, std::string_view text);

}  // namespace guidepost
