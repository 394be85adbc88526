#include "core/recommend/name_resolver.h"

#include "core/recommend/nearest_name.h"

#include <algorithm>
#include <deque>
#include <optional>

namespace guidepost {
namespace {

Error unknown(std::string_view what, std::string_view text, std::string hint) {
  return {ErrorCode::not_found,
          "there is no " + std::string(what) + " \"" + std::string(text) + "\"",
          std::move(hint),
          {}};
}

std::string hint_at(const std::string& nearest) {
  return nearest.empty() ? "search for it" : "did you mean \"" + nearest + "\"?";
}

tl::unexpected<UnknownSkill> unknown_skill(const std::string& text, std::string hint,
                                           const std::string& nearest = {}) {
  return tl::unexpected(UnknownSkill{unknown("skill", text, std::move(hint)), text, nearest});
}

Understood understood(const RecommendData& data, std::string_view typed, std::uint32_t skill,
                      Understanding how) {
  const Skill& known = data.skill(skill);
  return {std::string(typed), known.id, known.label, skill, how};
}

/// For each of the texts that name nothing, in their order, what names come near to it; no more of them than are corrected. Every name is read once.
std::deque<NearestName> nearest_to_misspelt(const RecommendData& data,
                                            std::span<const std::string> texts) {
  std::deque<NearestName> all;
  for (const std::string& text : texts) {
    if (data.names.vocabulary.named(text) != nullptr) continue;
    if (all.size() == most_corrected) break;
    all.emplace_back(text);
  }
  if (all.empty()) return all;
  const auto offer = [&all](const std::string& name, std::uint32_t skill) {
    const OfferedName offered(name, skill);
    for (NearestName& nearest : all) nearest.offer(offered);
  };
  const auto skills = data.names.vocabulary.skills();
  for (std::uint32_t number = 0; number < skills.size(); ++number) {
    offer(skills[number].label, number);
    offer(skills[number].id, number);
    for (const std::string& alias : skills[number].aliases) offer(alias, number);
  }
  return all;
}

/// The role of the graph with this id; the count of roles when there is none.
std::uint32_t role_numbered(const RecommendData& data, std::string_view id) {
  std::uint32_t low = 0;
  auto high = static_cast<std::uint32_t>(data.graph.role_count());
  while (low < high) {
    const std::uint32_t middle = low + (high - low) / 2;
    if (data.graph.role(middle).id < id) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  const bool found = low < data.graph.role_count() && data.graph.role(low).id == id;
  return found ? low : static_cast<std::uint32_t>(data.graph.role_count());
}

Understood understood_role(const RecommendData& data, std::string_view typed, std::uint32_t role,
                           Understanding how) {
  return {std::string(typed), data.graph.role(role).id, data.graph.role(role).title, role, how};
}

}  // namespace

tl::expected<std::vector<Understood>, UnknownSkill> understand_skills(
    const RecommendData& data, std::span<const std::string> texts) {
  const auto skills = data.names.vocabulary.skills();
  const std::deque<NearestName> misspelt = nearest_to_misspelt(data, texts);
  std::vector<Understood> all;
  std::size_t corrected = 0;
  for (const std::string& text : texts) {
    std::optional<Understood> one;
    if (const Skill* skill = data.names.vocabulary.named(text)) {
      one = understood(data, text, static_cast<std::uint32_t>(skill - skills.data()),
                       Understanding::named);
    } else if (corrected++ == most_corrected) {
      return unknown_skill(text, "of one question " + std::to_string(most_corrected) +
                                     " names are corrected, and those before it were");
    } else {
      const NearestName& nearest = misspelt[corrected - 1];
      if (!nearest.is_sure()) return unknown_skill(text, hint_at(nearest.hint()), nearest.hint());
      one = understood(data, text, nearest.owner(), Understanding::corrected);
    }
    const bool is_new = std::none_of(all.begin(), all.end(), [&](const Understood& other) {
      return other.number == one->number;
    });
    if (is_new) all.push_back(std::move(*one));
  }
  return all;
}

Result<Understood> understand_role(const RecommendData& data, std::string_view text) {
  const auto roles = static_cast<std::uint32_t>(data.graph.role_count());
  if (const std::uint32_t role = role_numbered(data, text); role < roles) {
    return understood_role(data, text, role, Understanding::named);
  }
  NearestName nearest(text);
  if (const RoleName* named = data.names.role_named(text)) {
    const std::uint32_t role = role_numbered(data, named->id);
    if (role < roles) return understood_role(data, text, role, Understanding::named);
    return failure(ErrorCode::not_found, "\"" + std::string(text) + "\" is a translation",
                   "ask for the guide that it translates");
  }
  for (const RoleName& named : data.names.roles) {
    const std::uint32_t role = role_numbered(data, named.id);
    if (role == roles) continue;
    nearest.offer({named.title, role});
    nearest.offer({named.id, role});
    for (const std::string& alias : named.aliases) nearest.offer({alias, role});
  }
  if (!nearest.is_sure()) return failure(unknown("role", text, hint_at(nearest.hint())));
  return understood_role(data, text, nearest.owner(), Understanding::corrected);
}

}  // namespace guidepost
