#include "core/recommend/skill_pairs.h"

#include "core/recommend/in_parallel.h"
#include "core/recommend/recommend_weights.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>

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

/// Numbers names in the order they are met. More than 65,536 languages or sources share the last numbers, which only mixes them.
class NameNumbers {
 public:
  std::uint16_t of(const std::string& name) {
    const auto next = static_cast<std::uint16_t>(std::min<std::size_t>(numbers_.size(), 0xffff));
    return numbers_.emplace(name, next).first->second;
  }

 private:
  std::map<std::string, std::uint16_t> numbers_;
};

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
    : tally(pairs.count_),
      label(pairs.texts_.label.columns()),
      object(pairs.texts_.object.columns()),
      text(pairs.texts_.text.columns()),
      letters(pairs.texts_.letters.columns()),
      label_words(pairs.texts_.text.columns()),
      roles(pairs.roles_),
      together(pairs.count_),
      taxonomy(pairs.count_),
      declared(pairs.count_),
      mentions(pairs.count_),
      named_by(pairs.count_),
      reached(pairs.count_, 0) {}

SkillPairs::SkillPairs(const RecommendInput& input, std::size_t threads)
    : count_(input.skills.size()), roles_(input.roles.size()), texts_(input), ties_(input) {
  NameNumbers languages;
  NameNumbers sources;
  for (std::uint32_t i = 0; i < input.skills.size(); ++i) {
    const RecommendInput::Entry& skill = input.skills[i];
    sorts_.push_back({languages.of(skill.language), sources.of(skill.source), skill.kind,
                      ties_.pairs_knowledge_with_skill[i]});
  }
  const std::size_t terms = texts_.text.columns();
  inverted_.label = texts_.label.transposed(terms);
  inverted_.text = texts_.text.transposed(terms);
  inverted_.letters = texts_.letters.transposed();
  inverted_.label_words = texts_.label_words.transposed(terms);
  inverted_.roles = ties_.roles.transposed(input.roles.size());
  inverted_.named_by = texts_.mentions.transposed(input.skills.size());
  find_alike(threads);
  inverted_.alike = alike_.transposed(input.skills.size());
}

void SkillPairs::find_alike(std::size_t threads) {
  const std::size_t terms = texts_.text.columns();
  const SparseRows by_text = with_partners(texts_.text, ties_.partners).transposed(terms);
  const SparseRows by_names = with_partners(texts_.names, ties_.partners).transposed(terms);
  const std::size_t all = count_;
  std::vector<std::vector<SparseRows::Entry>> rows(all);
  in_parallel(all, threads, [&](std::size_t begin, std::size_t end) {
    Tally tally(all);
    for (std::size_t skill = begin; skill < end; ++skill) {
      tally.add_products(texts_.text[skill], by_text, 0.5F, all);
      tally.add_products(texts_.names[skill], by_names, 0.5F, all);
      for (const Tally::Scored& scored : tally.take_best(most_alike)) {
        rows[skill].push_back({scored.item, scored.score * scored.score});
      }
    }
  });
  for (auto& row : rows) alike_.add(std::move(row));
}

void SkillPairs::lay(std::uint32_t skill, Workspace& space) const {
  space.label.lay(texts_.label[skill]);
  space.object.lay(texts_.object[skill]);
  space.text.lay(texts_.text[skill]);
  space.letters.lay(texts_.letters[skill]);
  space.label_words.lay(texts_.label_words[skill]);
  space.roles.lay(ties_.roles[skill]);
  space.together.lay(ties_.together[skill]);
  space.taxonomy.lay(ties_.taxonomy[skill]);
  space.declared.lay(ties_.partners[skill]);
  space.mentions.lay(texts_.mentions[skill]);
  space.named_by.lay(inverted_.named_by[skill]);
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
  constexpr std::size_t few = 300;
  const std::size_t longest = std::max(few, count_ / 25);
  Tally& tally = space.tally;
  tally.add_products(texts_.label[skill], inverted_.label, look_label, longest);
  tally.add_products(texts_.text[skill], inverted_.text, look_text, longest);
  tally.add_products(texts_.letters[skill], inverted_.letters, look_letters, longest / 4);
  for (const SparseRows::Entry& word : texts_.text[skill]) {
    if (inverted_.text[word.column].size() > longest) continue;
    for (const SparseRows::Entry& other : inverted_.label_words[word.column]) {
      tally.add(other.column, look_covers * other.value);
    }
  }
  for (const SparseRows::Entry& word : texts_.label_words[skill]) {
    const auto others = inverted_.text[word.column];
    if (others.size() > longest) continue;
    for (const SparseRows::Entry& other : others) {
      tally.add(other.column, look_covers * word.value);
    }
  }
  tally.add_products(ties_.roles[skill], inverted_.roles, look_roles, count_);
  for (const std::uint32_t other : space.reached_skills) {
    tally.add(other, look_partners * space.reached[other]);
  }
  for (const SparseRows::Entry& partner : ties_.partners[skill]) {
    for (const SparseRows::Entry& like : inverted_.alike[partner.column]) {
      tally.add(like.column, look_partners * like.value);
    }
  }
  for (const SparseRows* ties :
       {&ties_.together, &ties_.taxonomy, &ties_.partners, &texts_.mentions, &inverted_.named_by}) {
    for (const SparseRows::Entry& other : (*ties)[skill]) {
      tally.add(other.column, look_tie * other.value);
    }
  }
  const Sort& own = sorts_[skill];
  tally.rescore([&](std::uint32_t other, float score) {
    if (other == skill || sorts_[other].language != own.language) return 0.0F;
    return is_flip(skill, other) ? score + look_flip : score;
  });
  std::vector<std::uint32_t> result;
  for (const Tally::Scored& scored : tally.take_best(most)) result.push_back(scored.item);
  return result;
}

bool SkillPairs::is_flip(std::uint32_t a, std::uint32_t b) const {
  const Sort& one = sorts_[a];
  const Sort& other = sorts_[b];
  if (!one.pairs_knowledge_with_skill || one.source != other.source) return false;
  return (one.kind == SkillKind::knowledge && other.kind == SkillKind::skill) ||
         (one.kind == SkillKind::skill && other.kind == SkillKind::knowledge);
}

void SkillPairs::compare_words(std::uint32_t b, const Workspace& space, SkillPair& pair) const {
  pair[SkillPart::label] = space.label.dot(texts_.label[b]);
  pair[SkillPart::object] = space.object.dot(texts_.object[b]);
  for (const SparseRows::Entry& word : texts_.text[b]) {
    pair[SkillPart::text] += word.value * space.text.at(word.column);
    pair[SkillPart::covered] += space.label_words.at(word.column);
  }
  for (const SparseRows::Entry& word : texts_.label_words[b]) {
    if (space.text.holds(word.column)) pair[SkillPart::covers] += word.value;
  }
}

SkillPair SkillPairs::pair(std::uint32_t a, std::uint32_t b, const SkillWeights& weights,
                           const Workspace& space) const {
  const auto counts = [&](SkillPart part) { return weights[static_cast<std::size_t>(part)] != 0; };
  SkillPair pair{b, {}};
  compare_words(b, space, pair);
  if (counts(SkillPart::letters)) pair[SkillPart::letters] = space.letters.dot(texts_.letters[b]);
  if (counts(SkillPart::latent)) {
    pair[SkillPart::latent] = std::max(0.0F, texts_.latent.cosine(a, b));
  }
  pair[SkillPart::mention] = space.mentions.at(b) + space.named_by.at(b);
  pair[SkillPart::partners] = std::sqrt(space.reached[b]);
  float company = 0;
  for (const SparseRows::Entry& like : alike_[b]) {
    if (like.column != b) company += like.value * space.declared.at(like.column);
  }
  pair[SkillPart::company] = std::sqrt(company);
  const auto own_roles = static_cast<float>(ties_.roles[a].size());
  const auto other_roles = static_cast<float>(ties_.roles[b].size());
  const float shared = space.roles.dot(ties_.roles[b]) * std::sqrt(own_roles * other_roles);
  pair[SkillPart::roles] =
      std::sqrt(association(shared, own_roles, other_roles, ties_.population[a], roles_shrinkage));
  pair[SkillPart::together] = std::sqrt(space.together.at(b));
  pair[SkillPart::taxonomy] = space.taxonomy.at(b);
  pair[SkillPart::declared] = space.declared.at(b);
  pair[SkillPart::flip] = is_flip(a, b) ? 1.0F : 0.0F;
  return pair;
}

std::vector<SkillPair> SkillPairs::of(std::uint32_t skill, std::size_t most,
                                      const SkillWeights& weights, Workspace& space) const {
  lay(skill, space);
  std::vector<SkillPair> pairs;
  for (const std::uint32_t other : candidates(skill, most, space)) {
    pairs.push_back(pair(skill, other, weights, space));
  }
  return pairs;
}

}  // namespace guidepost
