#include "core/recommend/role_pairs.h"

#include "core/recommend/recommend_weights.h"
#include "core/recommend/role_profiles.h"
#include "core/recommend/term_reader.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace guidepost {
namespace {

using Counts = std::vector<SparseRows::Entry>;

// What a first look counts, to choose candidates.
constexpr float look_text = 1;
constexpr float look_letters = 1;
constexpr float look_needs = 1;

/// 4 of "job-zone-4"; 0 when the role has no level with a number, or several levels.
int numbered_level(const RecommendInput::Role& role) {
  if (role.levels.size() != 1) return 0;
  const std::string& level = role.levels.front();
  const std::size_t digits = level.find_last_not_of("0123456789") + 1;
  constexpr std::size_t most_digits = 3;
  if (digits >= level.size() || level.size() - digits > most_digits) return 0;
  return std::atoi(level.c_str() + digits);
}

}  // namespace

RolePairs::Workspace::Workspace(const RolePairs& pairs)
    : tally(pairs.input_.roles.size()),
      letters(pairs.letters_.columns()),
      passages(pairs.passages_.columns()),
      knowledge(pairs.knowledge_.columns()),
      needs(pairs.needs_.columns()) {}

RolePairs::RolePairs(const RecommendInput& input) : input_(input) {
  read_texts();
  knowledge_ = rated_profiles(input, SkillKind::knowledge);
  needs_ = need_profiles(input);
  for (const RecommendInput::Role& role : input.roles) levels_.push_back(numbered_level(role));
  by_text_ = text_.transposed();
  by_letters_ = letters_.transposed();
  by_needs_ = needs_.transposed();
}

void RolePairs::read_texts() {
  TermReader reader;
  for (const RecommendInput::Role& role : input_.roles) {
    Counts of_text;
    Counts of_letters;
    Counts of_passages;
    count_into(of_text, reader.read(role.title, role.language), role_title_repeats);
    count_into(of_letters, reader.letters(role.title));
    for (const std::string& alias : role.aliases) {
      count_into(of_text, reader.read(alias, role.language));
      count_into(of_letters, reader.letters(alias));
    }
    count_into(of_text, reader.read(role.text, role.language), role_text_repeats);
    for (const std::string& passage : role.passages) {
      const TermText terms = reader.read(passage, role.language);
      count_into(of_text, terms);
      count_into(of_passages, terms);
    }
    text_.add(std::move(of_text));
    letters_.add(std::move(of_letters));
    passages_.add(std::move(of_passages));
  }
  text_ = tf_idf(std::move(text_), 1, TermFrequency::root);
  latent_ = LatentSpace(text_, static_cast<std::size_t>(
                                   role_dimensions * std::sqrt(static_cast<double>(text_.size()))));
  letters_ = tf_idf(std::move(letters_), role_idf);
  passages_ = tf_idf(std::move(passages_), role_idf);
}

void RolePairs::lay(std::uint32_t role, Workspace& space) const {
  space.letters.lay(letters_[role]);
  space.passages.lay(passages_[role]);
  space.knowledge.lay(knowledge_[role]);
  space.needs.lay(needs_[role]);
}

std::vector<std::uint32_t> RolePairs::candidates(std::uint32_t role, std::size_t most,
                                                 Workspace& space) const {
  constexpr std::size_t few = 200;
  const std::size_t longest = std::max(few, input_.roles.size() / 10);
  Tally& tally = space.tally;
  tally.add_products(text_[role], by_text_, look_text, longest);
  tally.add_products(letters_[role], by_letters_, look_letters, longest);
  tally.add_products(needs_[role], by_needs_, look_needs, longest);
  tally.rescore([&](std::uint32_t other, float score) {
    const bool fits = other != role && input_.roles[other].language == input_.roles[role].language;
    return fits ? score : 0.0F;
  });
  std::vector<std::uint32_t> result;
  for (const Tally::Scored& scored : tally.take_best(most)) result.push_back(scored.item);
  return result;
}

RolePair RolePairs::pair(std::uint32_t a, std::uint32_t b, const Workspace& space) const {
  RolePair pair{b, {}};
  pair[RolePart::letters] = space.letters.dot(letters_[b]);
  pair[RolePart::passages] = space.passages.dot(passages_[b]);
  pair[RolePart::latent] = latent_.cosine(a, b);
  pair[RolePart::knowledge] = space.knowledge.dot(knowledge_[b]);
  pair[RolePart::needs] = space.needs.dot(needs_[b]);
  const bool have_levels =
      levels_[a] > 0 && levels_[b] > 0 && input_.roles[a].source == input_.roles[b].source;
  pair[RolePart::level] =
      have_levels ? -static_cast<float>(std::abs(levels_[a] - levels_[b])) : 0.0F;
  return pair;
}

std::vector<RolePair> RolePairs::of(std::uint32_t role, std::size_t most, Workspace& space) const {
  lay(role, space);
  std::vector<RolePair> pairs;
  for (const std::uint32_t other : candidates(role, most, space)) {
    pairs.push_back(pair(role, other, space));
  }
  return pairs;
}

}  // namespace guidepost
