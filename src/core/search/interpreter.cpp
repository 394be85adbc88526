#include "core/search/interpreter.h"

#include "core/index/schema.h"
#include "core/search/filter_value.h"
#include "core/search/plan_parts.h"
#include "core/search/ranking.h"
#include "core/search/speller.h"
#include "core/search/word_reader.h"
#include "core/text/lexicon.h"
#include "core/text/utf8.h"

#include <algorithm>
#include <vector>

namespace guidepost {
namespace {

/// Pairs of single terms that stand side by side in the query: a bonus where they do in the text.
std::vector<Alternative> neighbours_of(const std::vector<WordGroup>& groups) {
  std::vector<Alternative> pairs;
  for (std::size_t i = 0; i + 1 < groups.size() && pairs.size() < ranking::max_neighbour_pairs;
       ++i) {
    if (groups[i].alternatives.empty() || groups[i + 1].alternatives.empty()) continue;
    std::vector<std::string> terms = groups[i].alternatives.front().terms;
    const std::vector<std::string>& next = groups[i + 1].alternatives.front().terms;
    const bool are_words = terms.size() == 1 && next.size() == 1 && terms[0][0] != 'U' &&
                           next[0][0] != 'U' && terms[0] != next[0];
    if (!are_words) continue;
    terms.push_back(next[0]);
    pairs.push_back({std::move(terms), Together::in_a_row, ranking::neighbour_share});
  }
  return pairs;
}

void read_exclusion(const WordReader& words, const QueryPiece& piece, Reading& reading) {
  std::vector<WordGroup> groups = piece.kind == PieceKind::phrase
                                      ? std::vector<WordGroup>{words.phrase(piece.text)}
                                      : words.groups(piece.text);
  std::erase_if(groups, [](const WordGroup& group) { return group.alternatives.empty(); });
  if (!groups.empty()) reading.interpretation.excluded.push_back(piece.text);
  for (WordGroup& group : groups) reading.plan.excluded.push_back(std::move(group));
}

/// Pieces of which every filter is one: its text is the value that is meant. Where there is none the words may still mean something, and are
/// corrected and looked for like others.
std::vector<QueryPiece> with_filters_resolved(const Generation& generation, std::string_view text) {
  std::vector<QueryPiece> pieces;
  for (QueryPiece& piece : pieces_of(text, ranking::max_pieces)) {
    if (piece.kind == PieceKind::filter) {
      if (auto value = filter_value(generation, piece.field, piece.text)) {
        piece.text = std::move(*value);
      } else if (piece.polarity == Polarity::wanted) {
        piece.kind = PieceKind::words;
      } else {
        continue;
      }
    }
    pieces.push_back(std::move(piece));
  }
  return pieces;
}

void read_filter(const QueryPiece& piece, Reading& reading) {
  const std::string field(name_of(piece.field));
  if (piece.polarity == Polarity::wanted) {
    reading.interpretation.filters.push_back({field, piece.text});
    add_value(reading.plan.filters, piece.field, piece.text);
  } else {
    reading.interpretation.excluded.push_back(field + ":" + piece.text);
    add_value(reading.plan.excluded_filters, piece.field, piece.text);
  }
}

/// Documents that are called exactly what was typed come first, whatever else holds the words.
WordGroup called_exactly(std::string_view name) {
  WordGroup group{"called exactly this", GroupKind::word, {}};
  for (const std::string& key : recognised_keys(name)) {
    if (std::string term = schema::name_term(key); !term.empty()) {
      group.alternatives.push_back({{std::move(term)}, Together::in_a_row, 1});
    }
  }
  return group;
}

/// For each group, guides and tips that have it in their title.
std::vector<WordGroup> headlines_of(const std::vector<WordGroup>& groups) {
  std::vector<WordGroup> headlines;
  for (const WordGroup& group : groups) {
    WordGroup headline{group.text + " in the title", GroupKind::word, {}};
    for (const Alternative& alternative : group.alternatives) {
      if (alternative.terms.size() != 1) continue;
      headline.alternatives.push_back({{schema::headline_term(alternative.terms.front())},
                                       Together::in_a_row,
                                       ranking::headline_share * alternative.trust});
    }
    if (!headline.alternatives.empty()) headlines.push_back(std::move(headline));
  }
  return headlines;
}

/// A word of the report, by its number, that was typed as something else.
struct CorrectedWord {
  std::size_t number;
  std::string typed;
};

/// Of a piece whose first word has the number `first`. `changes`: in their order, places as in the piece before; what one of them became may
/// be two words.
std::vector<CorrectedWord> corrected_words(std::string_view corrected,
                                           std::span<const WordChange> changes, std::size_t first) {
  std::vector<CorrectedWord> words;
  std::size_t number = first;
  auto change = changes.begin();
  std::size_t longer = 0;  // than the piece was so far; wraps around where it is shorter
  for (const Word& word : words_of(corrected)) {
    while (change != changes.end() &&
           change->at.begin + longer + change->to.size() <= word.range.begin) {
      longer += change->to.size() - (change->at.end - change->at.begin);
      ++change;
    }
    if (change != changes.end() && change->at.begin + longer <= word.range.begin) {
      words.push_back({number, change->from});
    }
    ++number;
  }
  return words;
}

/// The words were read as they are meant; the report shows them as they were typed.
void report_corrections(std::span<const CorrectedWord> corrected, Interpretation& interpretation) {
  for (const CorrectedWord& one : corrected) {
    if (one.number >= interpretation.words.size()) continue;
    ReadWord& word = interpretation.words[one.number];
    if (word.how != WordReading::typed) continue;
    word.text = one.typed;
    word.how = WordReading::corrected;
  }
}

/// A repeated word is searched once.
void remove_repeated(std::vector<WordGroup>& groups) {
  std::vector<WordGroup> distinct;
  for (WordGroup& group : groups) {
    const bool is_known =
        std::any_of(distinct.begin(), distinct.end(), [&](const WordGroup& known) {
          return !group.alternatives.empty() && !known.alternatives.empty() &&
                 known.alternatives.front().terms == group.alternatives.front().terms;
        });
    if (!is_known) distinct.push_back(std::move(group));
  }
  groups = std::move(distinct);
}

}  // namespace

Reading Interpreter::read(std::string_view text, Typing typing) const {
  const WordReader words(generation_, analyzer_, frequency_);
  std::vector<Stretch> stretches;
  std::vector<WordChange> changes;
  std::vector<CorrectedWord> read_as_other;
  std::size_t words_read = 0;  // in the order of the report
  std::size_t walks_left = ranking::max_corrections;
  std::string wanted;  // the words alone, corrected
  std::string typed;   // the same as they were typed
  for (QueryPiece& piece : with_filters_resolved(generation_, text)) {
    const bool is_last = piece.begin + piece.text.size() == text.size() && text.back() != ' ';
    const StretchEnd end =
        typing == Typing::in_progress && is_last ? StretchEnd::being_typed : StretchEnd::complete;
    if (piece.kind != PieceKind::filter && piece.polarity == Polarity::wanted) {
      typed += (typed.empty() ? "" : " ") + std::string(piece.text);
    }
    if (piece.kind == PieceKind::words && piece.polarity == Polarity::wanted) {
      std::vector<WordChange> own = words.corrections(piece.text, end, walks_left);
      const std::string corrected = did_you_mean(piece.text, own).text;
      for (CorrectedWord& word : corrected_words(corrected, own, words_read)) {
        read_as_other.push_back(std::move(word));
      }
      words_read += std::min(words_of(corrected).size(), ranking::max_words);
      for (WordChange& change : own) {
        change.at = {change.at.begin + piece.begin, change.at.end + piece.begin};
        changes.push_back(std::move(change));
      }
      piece.text = corrected;
      wanted += " " + corrected;
    }
    stretches.push_back({std::move(piece), end});
  }

  Reading reading = read_stretches(words, stretches, StopWords::skip);
  if (reading.plan.required.empty() && !reading.interpretation.words.empty()) {
    reading = read_stretches(words, stretches, StopWords::keep);  // "how to": better than nothing
  }
  reading.wanted = std::move(typed);
  reading.is_strict = !reading.interpretation.phrases.empty() || !reading.plan.excluded.empty() ||
                      !reading.plan.excluded_filters.empty();
  report_corrections(read_as_other, reading.interpretation);
  // Never beside corrections: those are searched, and an offer would pass for one of them.
  if (changes.empty()) changes = offers(words, stretches, walks_left);
  if (!changes.empty()) reading.did_you_mean = did_you_mean(text, std::move(changes));
  remove_repeated(reading.plan.required);
  if (reading.plan.required.size() > ranking::max_words) {
    reading.plan.required.resize(ranking::max_words);
  }
  reading.plan.neighbours = neighbours_of(reading.plan.required);
  for (WordGroup& headline : headlines_of(reading.plan.required)) {
    reading.plan.optional.push_back(std::move(headline));
  }
  if (WordGroup exact = called_exactly(wanted); !exact.alternatives.empty()) {
    reading.plan.optional.push_back(std::move(exact));
  }
  return reading;
}

std::vector<WordChange> Interpreter::offers(const WordReader& words,
                                            std::span<const Stretch> stretches,
                                            std::size_t walks_left) {
  std::vector<WordChange> offered;
  for (const auto& [piece, end] : stretches) {
    if (piece.kind != PieceKind::words || piece.polarity != Polarity::wanted) continue;
    for (WordChange& offer : words.offers(piece.text, end, walks_left)) {
      offer.at = {offer.at.begin + piece.begin, offer.at.end + piece.begin};
      offered.push_back(std::move(offer));
    }
  }
  return offered;
}

Reading Interpreter::read_stretches(const WordReader& words, std::span<const Stretch> stretches,
                                    StopWords stop_words) const {
  Reading reading;
  std::vector<PlanPart> parts;
  for (const auto& [piece, end] : stretches) {
    if (parts.empty() || piece.joint != Joint::none) {
      parts.push_back({reading.plan.required.size(), piece.joint});
    }
    if (piece.kind == PieceKind::filter) {
      read_filter(piece, reading);
    } else if (piece.polarity == Polarity::excluded) {
      read_exclusion(words, piece, reading);
    } else if (piece.kind == PieceKind::phrase) {
      WordGroup group = words.phrase(piece.text);
      if (group.alternatives.empty()) continue;
      reading.interpretation.phrases.push_back(piece.text);
      reading.plan.required.push_back(std::move(group));
    } else {
      words.read(piece.text, end, stop_words, reading);
    }
  }
  join_parts(std::move(parts), reading.plan, reading.interpretation.any_of);
  return reading;
}

}  // namespace guidepost
