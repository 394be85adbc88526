#include "core/recommend/skill_pairs.h"

#include "core/recommend/recommend_weights.h"

#include <algorithm>
#include <cmath>

namespace guidepost {
namespace {

// What a first look counts, to choose candidates: roughly what the parts are worth in the end.
constexpr float look_label = 1;
constexpr float look_text = 1;
constexpr float look_letters = 0.5F;
constexpr float look_covers = 0.3F;
constexpr float look_flip = 0.3F;
constexpr float look_partners = 1;
constexpr float look_roles = 0.3F;
constexpr float look_tie = 2;  // declared, named by, named together: always looked at
constexpr std::size_t most_alike = 40;

bool is_flip(SkillKind a, SkillKind b) {
  return (a == SkillKind::knowledge && b == SkillKind::skill) ||
         (a == SkillKind::skill && b == SkillKind::knowledge);
}

float value_at(std::span<const SparseRows::Entry> row, std::uint32_t column) {
  const auto at = std::lower_bound(
      row.begin(), row.end(), column,
      [](const SparseRows::Entry& entry, std::uint32_t wanted) { return entry.column < wanted; });
  return at != row.end() && at->column == column ? at->value : 0;
}

/// The rows of skills that have a partner, the others empty.
SparseRows with_partners(const SparseRows& rows, const SparseRows& partners) {
  SparseRows result;
  for (std::size_t row = 0; row < rows.size(); ++row) {
    result.add(partners[row].empty()
                   ? std::vector<SparseRows::Entry>{}
                   : std::vector<SparseRows::Entry>(rows[row].begin(), rows[row].end()));
  }
  return result;
}

}  // namespace

SkillPairs::Workspace::Workspace(const SkillPairs& pairs)
    : tally(pairs.input_.skills.size()),
      label(pairs.texts_.label.columns()),
      object(pairs.texts_.object.columns()),
      text(pairs.texts_.text.columns()),
      letters(pairs.texts_.letters.columns()),
      words(pairs.texts_.words.columns()),
      label_words(pairs.texts_.words.columns()),
      roles(pairs.input_.roles.size()),
      together(pairs.input_.skills.size()),
      taxonomy(pairs.input_.skills.size()),
      declared(pairs.input_.skills.size()),
      mentions(pairs.input_.skills.size()),
      named_by(pairs.input_.skills.size()),
      alike(pairs.input_.skills.size()),
      reached(pairs.input_.skills.size(), 0) {}

SkillPairs::SkillPairs(const RecommendInput& input) : input_(input), texts_(input), ties_(input) {
  const std::size_t terms = texts_.words.columns();
  inverted_.label = texts_.label.transposed(terms);
  inverted_.text = texts_.text.transposed(terms);
  inverted_.letters = texts_.letters.transposed();
  inverted_.words = texts_.words.transposed(terms);
  inverted_.label_words = texts_.label_words.transposed(terms);
  inverted_.roles = ties_.roles.transposed(input.roles.size());
  inverted_.named_by = texts_.mentions.transposed(input.skills.size());
  find_alike();
  inverted_.alike = alike_.transposed(input.skills.size());
}

void SkillPairs::find_alike() {
  const std::size_t terms = texts_.words.columns();
  const SparseRows by_text = with_partners(texts_.text, ties_.partners).transposed(terms);
  const SparseRows by_names = with_partners(texts_.names, ties_.partners).transposed(terms);
  const std::size_t all = input_.skills.size();
  Tally tally(all);
  for (std::uint32_t skill = 0; skill < all; ++skill) {
    tally.add_products(texts_.text[skill], by_text, 0.5F, all);
    tally.add_products(texts_.names[skill], by_names, 0.5F, all);
    std::vector<SparseRows::Entry> row;
    for (const Tally::Scored& scored : tally.take_best(most_alike)) {
      row.push_back({scored.item, scored.score * scored.score});
    }
    alike_.add(std::move(row));
  }
}

void SkillPairs::lay(std::uint32_t skill, Workspace& space) const {
  space.label.lay(texts_.label[skill]);
  space.object.lay(texts_.object[skill]);
  space.text.lay(texts_.text[skill]);
  space.letters.lay(texts_.letters[skill]);
  space.words.lay(texts_.words[skill]);
  space.label_words.lay(texts_.label_words[skill]);
  space.roles.lay(ties_.roles[skill]);
  space.together.lay(ties_.together[skill]);
  space.taxonomy.lay(ties_.taxonomy[skill]);
  space.declared.lay(ties_.partners[skill]);
  space.mentions.lay(texts_.mentions[skill]);
  space.named_by.lay(inverted_.named_by[skill]);
  space.alike.lay(alike_[skill]);
  for (const std::uint32_t other : space.reached_skills) space.reached[other] = 0;
  space.reached_skills.clear();
  for (const SparseRows::Entry& like : alike_[skill]) {
    if (like.column == skill) continue;
    for (const SparseRows::Entry& partner : ties_.partners[like.column]) {
      if (space.reached[partner.column] == 0) space.reached_skills.push_back(partner.column);
      space.reached[partner.column] += like.value;
    }
  }
}

std::vector<std::uint32_t> SkillPairs::candidates(std::uint32_t skill, std::size_t most,
                                                  Workspace& space) const {
  const std::size_t longest = std::max<std::size_t>(500, input_.skills.size() / 8);
  Tally& tally = space.tally;
  tally.add_products(texts_.label[skill], inverted_.label, look_label, longest);
  tally.add_products(texts_.text[skill], inverted_.text, look_text, longest);
  tally.add_products(texts_.letters[skill], inverted_.letters, look_letters, longest / 4);
  for (const SparseRows::Entry& word : texts_.words[skill]) {
    if (inverted_.words[word.column].size() > longest) continue;
    for (const SparseRows::Entry& other : inverted_.label_words[word.column]) {
      tally.add(other.column, look_covers * other.value);
    }
  }
  for (const SparseRows::Entry& word : texts_.label_words[skill]) {
    const auto others = inverted_.words[word.column];
    if (others.size() > longest) continue;
    for (const SparseRows::Entry& other : others) {
      tally.add(other.column, look_covers * word.value);
    }
  }
  tally.add_products(ties_.roles[skill], inverted_.roles, look_roles, input_.skills.size());
  for (const std::uint32_t other : space.reached_skills) {
    tally.add(other, look_partners * space.reached[other]);
    for (const SparseRows::Entry& like : inverted_.alike[other]) {
      tally.add(like.column, look_partners * space.reached[other] * like.value);
    }
  }
  for (const SparseRows* ties : {&ties_.together, &ties_.taxonomy, &ties_.partners,
                                 &texts_.mentions, &inverted_.named_by}) {
    for (const SparseRows::Entry& other : (*ties)[skill]) {
      tally.add(other.column, look_tie * other.value);
    }
  }
  const RecommendInput::Entry& own = input_.skills[skill];
  tally.rescore([&](std::uint32_t other, float score) {
    const RecommendInput::Entry& entry = input_.skills[other];
    if (other == skill || entry.language != own.language) return 0.0F;
    const bool pays = ties_.pairs_knowledge_with_skill[skill] && entry.source == own.source &&
                      is_flip(own.kind, entry.kind);
    return pays ? score + look_flip : score;
  });
  std::vector<std::uint32_t> result;
  for (const Tally::Scored& scored : tally.take_best(most)) result.push_back(scored.item);
  return result;
}

SkillPair SkillPairs::pair(std::uint32_t a, std::uint32_t b, const Workspace& space) const {
  SkillPair pair{b, {}};
  pair[SkillPart::label] = space.label.dot(texts_.label[b]);
  pair[SkillPart::object] = space.object.dot(texts_.object[b]);
  pair[SkillPart::text] = space.text.dot(texts_.text[b]);
  pair[SkillPart::letters] = space.letters.dot(texts_.letters[b]);
  pair[SkillPart::latent] = std::max(0.0F, texts_.latent.cosine(a, b));
  for (const SparseRows::Entry& word : texts_.label_words[b]) {
    if (space.words.holds(word.column)) pair[SkillPart::covers] += word.value;
  }
  for (const SparseRows::Entry& word : texts_.words[b]) {
    pair[SkillPart::covered] += space.label_words.at(word.column);
  }
  pair[SkillPart::mention] = space.mentions.at(b) + space.named_by.at(b);
  pair[SkillPart::partners] = std::sqrt(space.reached[b]);
  float company = 0;
  float alike = 0;
  for (const SparseRows::Entry& like : alike_[b]) {
    if (like.column == b) continue;
    company += like.value * space.declared.at(like.column);
    alike += like.value * space.reached[like.column];
  }
  // Whether the two are declared to go together themselves must not count.
  if (space.declared.holds(b)) alike -= space.alike.at(b) * value_at(alike_[b], a);
  pair[SkillPart::company] = std::sqrt(company);
  pair[SkillPart::alike] = std::sqrt(std::max(0.0F, alike));
  pair[SkillPart::roles] = std::sqrt(space.roles.dot(ties_.roles[b]));
  pair[SkillPart::together] = std::sqrt(space.together.at(b));
  pair[SkillPart::taxonomy] = space.taxonomy.at(b);
  pair[SkillPart::declared] = space.declared.at(b);
  const RecommendInput::Entry& own = input_.skills[a];
  const RecommendInput::Entry& other = input_.skills[b];
  const bool pays = ties_.pairs_knowledge_with_skill[a] && other.source == own.source;
  pair[SkillPart::flip] = pays && is_flip(own.kind, other.kind) ? 1.0F : 0.0F;
  return pair;
}

std::vector<SkillPair> SkillPairs::of(std::uint32_t skill, std::size_t most,
                                      Workspace& space) const {
  lay(skill, space);
  std::vector<SkillPair> pairs;
  for (const std::uint32_t other : candidates(skill, most, space)) {
    pairs.push_back(pair(skill, other, space));
  }
  return pairs;
}

}  // namespace guidepost
