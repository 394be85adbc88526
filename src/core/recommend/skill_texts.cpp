#include "core/recommend/skill_texts.h"

#include "core/recommend/name_mentions.h"
#include "core/recommend/recommend_weights.h"
#include "core/recommend/term_reader.h"

#include <algorithm>
#include <cmath>
#include <span>

namespace guidepost {
namespace {

using Counts = std::vector<SparseRows::Entry>;

/// (1 + ln count) * idf of being named, as a share of what a skill that is named once in all texts would have.
SparseRows weighed_mentions(SparseRows counts) {
  const std::vector<float> idf = idf_of(counts);
  const float most = std::log((1 + static_cast<float>(counts.size())) / 2);
  for (std::size_t row = 0; row < counts.size(); ++row) {
    for (SparseRows::Entry& entry : counts.row(row)) {
      entry.value = (1 + std::log(entry.value)) * idf[entry.column] / std::max(most, 1.0F);
    }
  }
  return counts;
}

/// Of each row the share of every term in the idf of all.
SparseRows idf_shares(const SparseRows& counts, std::span<const float> idf) {
  SparseRows result;
  for (std::size_t row = 0; row < counts.size(); ++row) {
    Counts entries(counts[row].begin(), counts[row].end());
    float sum = 0;
    for (SparseRows::Entry& entry : entries) sum += entry.value = idf[entry.column];
    for (SparseRows::Entry& entry : entries) entry.value /= std::max(sum, 1e-6F);
    result.add(std::move(entries));
  }
  return result;
}

/// The texts of skills, term by term.
struct Reading {
  explicit Reading(const std::vector<RecommendInput::Entry>& skills) {
    TermReader reader;
    for (std::uint32_t i = 0; i < skills.size(); ++i) read(skills[i], i, reader);
  }

  void read(const RecommendInput::Entry& skill, std::uint32_t number, TermReader& reader) {
    Counts of_label;
    Counts of_object;
    Counts of_names;
    Counts of_letters;
    Counts of_text;
    TermText name = reader.read(skill.label, skill.language);
    count_into(of_label, name);
    const bool has_verb = skill.kind == SkillKind::skill && name.words.size() > 1;
    count_into(of_object, std::span(name.words).subspan(has_verb ? 1 : 0));
    count_into(of_names, name);
    count_into(of_letters, reader.letters(skill.label));
    count_into(of_text, name, skill_label_repeats);
    names.push_back({number, std::move(name)});
    for (const std::string& alias : skill.aliases) {
      TermText other = reader.read(alias, skill.language);
      count_into(of_names, other);
      count_into(of_letters, reader.letters(alias));
      count_into(of_text, other, skill_alias_repeats);
      names.push_back({number, std::move(other)});
    }
    descriptions.push_back(reader.read(skill.description, skill.language));
    count_into(of_text, descriptions.back());
    label.add(std::move(of_label));
    object.add(std::move(of_object));
    all_names.add(std::move(of_names));
    letters.add(std::move(of_letters));
    text.add(std::move(of_text));
  }

  SparseRows label;
  SparseRows object;
  SparseRows all_names;
  SparseRows letters;
  SparseRows text;
  std::vector<TermText> descriptions;
  std::vector<ItemName> names;
};

}  // namespace

SkillTexts::SkillTexts(const RecommendInput& input) {
  Reading reading(input.skills);
  mentions = weighed_mentions(guidepost::mentions(reading.descriptions, reading.names));
  label_words = idf_shares(reading.label, idf_of(reading.text));
  label = tf_idf(std::move(reading.label));
  object = tf_idf(std::move(reading.object));
  names = tf_idf(std::move(reading.all_names));
  letters = tf_idf(std::move(reading.letters), skill_letters_idf);
  text = tf_idf(std::move(reading.text));
  latent = LatentSpace(text, skill_dimensions);
}

}  // namespace guidepost
