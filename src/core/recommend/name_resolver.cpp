#include "core/recommend/name_resolver.h"

#include "core/text/edit_distance.h"
#include "core/text/utf8.h"

#include <algorithm>
#include <bitset>
#include <optional>

namespace guidepost {
namespace {

constexpr std::size_t one_edit_from = 4;   // bytes of a text that may be one edit away
constexpr std::size_t two_edits_from = 8;  // and two
constexpr std::size_t most_hint_edits = 4;

/// The letters a text holds: two texts `n` edits apart differ in at most 2n of them.
std::bitset<256> letters_of(std::string_view text) {
  std::bitset<256> letters;
  for (const char c : text) letters.set(static_cast<unsigned char>(c));
  return letters;
}

/// The nearest of all names offered, and whether it is the only one so near.
class NearestName {
 public:
  explicit NearestName(std::string_view typed)
      : typed_(fold(typed)), letters_(letters_of(typed_)) {}

  void offer(const std::string& name, std::uint32_t owner) {
    if (typed_.empty()) return;
    note_holder(name);
    const std::size_t limit = best_ ? *best_ : std::min(most_hint_edits, typed_.size() / 3);
    const std::size_t longer = std::max(name.size(), typed_.size());
    // Folding may shorten a name, and only where it holds more than ASCII; those few may be missed.
    if (longer - std::min(name.size(), typed_.size()) > limit) return;
    const std::string folded = fold(name);
    if ((letters_of(folded) ^ letters_).count() > 2 * limit) return;
    const auto edits = edit_distance(typed_, folded, limit);
    if (!edits) return;
    if (!best_ || *edits < *best_) {
      best_ = edits;
      name_ = name;
      owner_ = owner;
      is_alone_ = true;
    } else if (owner != owner_) {
      is_alone_ = false;
    }
  }

  bool is_sure() const {
    if (!best_ || !is_alone_) return false;
    const std::size_t allowed =
        typed_.size() >= two_edits_from ? 2 : (typed_.size() >= one_edit_from ? 1 : 0);
    return *best_ <= allowed;
  }
  std::uint32_t owner() const { return owner_; }
  /// What to hint at; empty when nothing is near.
  const std::string& name() const { return name_.empty() ? holder_ : name_; }

 private:
  /// The shortest name that holds the text at the start of a word: "nurse" for "Registered nurse".
  void note_holder(const std::string& name) {
    if (typed_.size() < one_edit_from || name.size() < typed_.size()) return;
    if (!holder_.empty() && name.size() >= holder_.size()) return;
    const std::string folded = fold(name);
    const std::size_t at = folded.find(typed_);
    if (at != std::string::npos && (at == 0 || folded[at - 1] == ' ')) holder_ = name;
  }

  std::string typed_;
  std::bitset<256> letters_;
  std::optional<std::size_t> best_;
  std::string name_;
  std::string holder_;
  std::uint32_t owner_ = 0;
  bool is_alone_ = false;
};

tl::unexpected<Error> unknown(std::string_view what, std::string_view text,
                              const NearestName& nearest, std::string_view otherwise) {
  return failure(
      ErrorCode::not_found, "there is no " + std::string(what) + " \"" + std::string(text) + "\"",
      nearest.name().empty() ? std::string(otherwise) : "did you mean \"" + nearest.name() + "\"?");
}

Understood understood(const RecommendData& data, std::string_view typed, std::uint32_t skill,
                      Understanding how) {
  const Skill& known = data.skill(skill);
  return {std::string(typed), known.id, known.label, skill, how};
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

Result<std::vector<Understood>> understand_skills(const RecommendData& data,
                                                  std::span<const std::string> texts) {
  const auto skills = data.names.vocabulary.skills();
  std::vector<Understood> all;
  for (const std::string& text : texts) {
    std::optional<Understood> one;
    if (const Skill* skill = data.names.vocabulary.named(text)) {
      one = understood(data, text, static_cast<std::uint32_t>(skill - skills.data()),
                       Understanding::named);
    } else {
      NearestName nearest(text);
      for (std::uint32_t number = 0; number < skills.size(); ++number) {
        nearest.offer(skills[number].label, number);
        nearest.offer(skills[number].id, number);
        for (const std::string& alias : skills[number].aliases) nearest.offer(alias, number);
      }
      if (!nearest.is_sure()) return unknown("skill", text, nearest, "see GET /v1/skills");
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
    nearest.offer(named.title, role);
    nearest.offer(named.id, role);
    for (const std::string& alias : named.aliases) nearest.offer(alias, role);
  }
  if (!nearest.is_sure()) return unknown("role", text, nearest, "search for it");
  return understood_role(data, text, nearest.owner(), Understanding::corrected);
}

}  // namespace guidepost
