#include "core/recommend/role_cards.h"

#include "core/index/record.h"
#include "core/index/stored_document.h"

#include <algorithm>
#include <array>
#include <map>

namespace guidepost {

std::vector<RoleCard> role_cards_of(const RecommendInput& input) {
  std::map<std::string_view, std::uint32_t> numbers;
  std::map<std::string_view, std::uint32_t> sources;
  for (std::uint32_t role = 0; role < input.roles.size(); ++role) {
    numbers.emplace(input.roles[role].id, role);
  }
  std::vector<RoleCard> cards;
  for (std::uint32_t number = 0; number < input.roles.size(); ++number) {
    const RecommendInput::Role& role = input.roles[number];
    const auto next = static_cast<std::uint32_t>(sources.size());
    RoleCard card{role.levels,
                  role.language,
                  role.url.empty() ? page_path(DocumentType::guide, role.id) : role.url,
                  sources.try_emplace(role.source, next).first->second,
                  {}};
    for (const std::string& id : role.leads_to) {
      const auto found = numbers.find(id);
      if (found == numbers.end() || found->second == number) continue;
      const bool is_there = std::find(card.leads_to.begin(), card.leads_to.end(), found->second) !=
                            card.leads_to.end();
      if (!is_there) card.leads_to.push_back(found->second);
    }
    cards.push_back(std::move(card));
  }
  return cards;
}

std::string encode(const std::vector<RoleCard>& cards) {
  RecordWriter writer;
  writer.u32(static_cast<std::uint32_t>(cards.size()));
  for (const RoleCard& card : cards) {
    writer.texts(card.levels);
    writer.text(card.language);
    writer.text(card.url);
    writer.u32(card.source);
    writer.u32s(card.leads_to);
  }
  return std::move(writer).bytes();
}

Result<std::vector<RoleCard>> decode_role_cards(std::string_view bytes, std::size_t roles) {
  RecordReader reader(bytes);
  std::vector<RoleCard> cards(reader.count(20));
  bool is_sound = cards.size() == roles;
  for (RoleCard& card : cards) {
    card.levels = reader.texts();
    card.language = reader.text();
    card.url = reader.text();
    card.source = reader.u32();
    card.leads_to = reader.u32s();
    is_sound = is_sound && std::all_of(card.leads_to.begin(), card.leads_to.end(),
                                       [&](std::uint32_t role) { return role < roles; });
  }
  if (reader.finished() && is_sound) return cards;
  return failure(ErrorCode::index_damaged, "the roles cannot be read",
                 "build the index again with `guidepost index`");
}

int rank_of_level(std::string_view level) {
  struct Level {
    std::string_view name;
    int rank;
  };
  constexpr std::array levels{
      Level{"intern", 0},     Level{"junior", 1},     Level{"mid", 2},
      Level{"senior", 3},     Level{"lead", 4},       Level{"staff", 4},
      Level{"principal", 5},  Level{"manager", 5},    Level{"director", 6},
      Level{"executive", 7},  Level{"job-zone-1", 0}, Level{"job-zone-2", 1},
      Level{"job-zone-3", 2}, Level{"job-zone-4", 3}, Level{"job-zone-5", 4}};
  const auto* found = std::find_if(levels.begin(), levels.end(),
                                   [&](const Level& one) { return one.name == level; });
  return found == levels.end() ? -1 : found->rank;
}

}  // namespace guidepost
