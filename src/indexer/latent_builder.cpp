#include "indexer/latent_builder.h"

#include "core/index/segment.h"
#include "core/recommend/latent_space.h"
#include "core/recommend/text_space.h"
#include "core/text/analyzer.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

namespace guidepost::indexer {
namespace {

/// Each takes a hundred bytes of memory where it is searched.
constexpr std::size_t most_documents = 100'000;
/// More teach little and take seconds; those with the smallest hashes of ids do.
constexpr std::size_t most_teachers = 20'000;
constexpr std::size_t most_terms = 50'000;
/// Of a term: in one alone it keeps no company; in all it tells nothing, and has no direction.
constexpr std::uint32_t least_documents = 2;
/// With a direction for nearly each, nothing is alike: every page is its own subject.
constexpr std::size_t documents_of_direction = 4;
constexpr int iterations = 2;

using Counts = std::vector<std::pair<std::uint32_t, float>>;  // of terms

float damped(float count) { return 1 + std::log(count); }

/// What the segments' documents are called and say, as numbers of terms.
class Texts {
 public:
  Texts(std::vector<TokenStreams> streams, std::span<const ManifestSegment> segments,
        const NameIndex& titles)
      : titles_(titles), streams_(std::move(streams)) {
    for (const ManifestSegment& segment : segments) {
      begins_.push_back(begins_.empty() ? 0 : begins_.back() + documents_in_last_);
      documents_in_last_ = segment.documents;
    }
    collect_terms();
    for (const TokenStreams& stream : streams_) {
      std::vector<std::uint32_t>& numbers = numbers_.emplace_back();
      stream.each_of_all([&](TermId id, std::string_view term) {
        if (is_stop_word(term)) return;
        if (id >= numbers.size()) numbers.resize(id + 1, NameIndex::none);
        numbers[id] = number(term);
      });
    }
    for (std::uint32_t term = 0; term < titles.term_count(); ++term) {
      of_titles_.push_back(number(titles.term(term)));
    }
  }

  const std::vector<std::string>& terms() const { return terms_; }

  /// Its names, each of its terms once a name.
  Counts names_of(std::uint32_t document) const {
    std::vector<std::uint32_t> found;
    const NameIndex::Range range = titles_.names_of(document);
    for (std::uint32_t name = range.first; name < range.first + range.count; ++name) {
      for (const std::uint32_t term : titles_.terms_of(name)) found.push_back(of_titles_[term]);
    }
    return counted(std::move(found));
  }

  /// All of its text.
  Counts text_of(std::uint32_t document) const {
    const auto behind = std::lower_bound(begins_.begin(), begins_.end(), document);
    const auto segment = static_cast<std::size_t>(behind - begins_.begin()) - 1;
    std::vector<std::uint32_t> found;
    const std::vector<std::uint32_t>& numbers = numbers_[segment];
    streams_[segment].each_term(document - begins_[segment] - 1, [&](TermId id) {
      if (id < numbers.size() && numbers[id] != NameIndex::none) found.push_back(numbers[id]);
      return true;
    });
    return counted(std::move(found));
  }

 private:
  void collect_terms() {
    for (const TokenStreams& stream : streams_) {
      stream.each_of_all([&](TermId, std::string_view term) {
        if (!is_stop_word(term)) terms_.emplace_back(term);
      });
    }
    for (std::uint32_t term = 0; term < titles_.term_count(); ++term) {
      terms_.push_back(titles_.term(term));
    }
    std::sort(terms_.begin(), terms_.end());
    terms_.erase(std::unique(terms_.begin(), terms_.end()), terms_.end());
  }

  /// REQUIRES: it was collected.
  std::uint32_t number(std::string_view term) const {
    const auto found = std::lower_bound(terms_.begin(), terms_.end(), term);
    return static_cast<std::uint32_t>(found - terms_.begin());
  }

  static Counts counted(std::vector<std::uint32_t> terms) {
    std::sort(terms.begin(), terms.end());
    Counts counts;
    for (const std::uint32_t term : terms) {
      if (counts.empty() || counts.back().first != term) counts.emplace_back(term, 0.0F);
      ++counts.back().second;
    }
    return counts;
  }

  const NameIndex& titles_;
  std::vector<TokenStreams> streams_;
  std::vector<std::uint32_t> begins_;  // of segments: the number before their first document
  std::uint32_t documents_in_last_ = 0;
  std::vector<std::string> terms_;  // ascend: a sum of floats depends on the order of its terms
  std::vector<std::vector<std::uint32_t>> numbers_;  // by segment and its own numbers
  std::vector<std::uint32_t> of_titles_;
};

/// Those that have a page of their own, by the hashes of their ids.
std::vector<std::uint32_t> pages(std::span<const CatalogueEntry> catalogue,
                                 const NameIndex& titles) {
  std::vector<CatalogueEntry> entries;
  for (const CatalogueEntry& entry : catalogue) {
    const NameIndex::Range names = titles.names_of(entry.document);
    if (names.count > 0 && !titles.is_of_passage(names.first)) entries.push_back(entry);
  }
  std::sort(entries.begin(), entries.end(),
            [](const auto& a, const auto& b) { return a.id < b.id; });
  std::vector<std::uint32_t> documents;
  documents.reserve(entries.size());
  for (const CatalogueEntry& entry : entries) documents.push_back(entry.document);
  return documents;
}

/// The terms that enough documents have, by their texts: the columns.
struct Columns {
  std::vector<std::string> terms;
  std::vector<float> weights;     // the root of the idf: rare words would decide alone
  std::vector<std::uint32_t> of;  // by number of a term; NameIndex::none for those left out
};

/// `terms` ascend.
Columns columns_of(const std::vector<std::string>& terms,
                   const std::vector<std::uint32_t>& frequencies, std::size_t documents) {
  std::vector<std::uint32_t> kept;
  for (std::uint32_t term = 0; term < terms.size(); ++term) {
    if (frequencies[term] >= least_documents && frequencies[term] < documents) kept.push_back(term);
  }
  std::sort(kept.begin(), kept.end(), [&](std::uint32_t a, std::uint32_t b) {
    return frequencies[a] != frequencies[b] ? frequencies[a] > frequencies[b] : a < b;
  });
  kept.resize(std::min(kept.size(), most_terms));
  std::sort(kept.begin(), kept.end());
  Columns columns;
  columns.of.assign(terms.size(), NameIndex::none);
  for (const std::uint32_t term : kept) {
    columns.of[term] = static_cast<std::uint32_t>(columns.terms.size());
    columns.terms.push_back(terms[term]);
    const double idf = std::log((1.0 + static_cast<double>(documents)) / (1.0 + frequencies[term]));
    columns.weights.push_back(static_cast<float>(std::sqrt(idf)));
  }
  return columns;
}

std::vector<SparseRows::Entry> row_of(const Counts& counts, const Columns& columns) {
  std::vector<SparseRows::Entry> row;
  float squares = 0;
  for (const auto& [term, count] : counts) {
    const std::uint32_t column = columns.of[term];
    if (column == NameIndex::none) continue;
    row.push_back({column, damped(count) * columns.weights[column]});
    squares += row.back().value * row.back().value;
  }
  const float scale = std::sqrt(static_cast<float>(row.size()) / std::max(squares, 1e-12F));
  for (SparseRows::Entry& entry : row) entry.value *= scale;
  return row;
}

void add_place(const Counts& counts, const Columns& columns, const LatentRows& directions,
               LatentVector& sum) {
  LatentVector place{};
  for (const auto& [term, count] : counts) {
    const std::uint32_t column = columns.of[term];
    if (column != NameIndex::none) directions.add_to(place, column, damped(count));
  }
  normalise(place);
  for (std::size_t i = 0; i < latent_dimensions; ++i) sum[i] += place[i];
}

LatentIndex learn(const Texts& texts, std::vector<std::uint32_t> documents) {
  const std::size_t teachers = std::min(documents.size(), most_teachers);
  std::vector<Counts> names;
  std::vector<Counts> all;
  std::vector<std::uint32_t> frequencies(texts.terms().size(), 0);
  for (std::size_t i = 0; i < teachers; ++i) {
    names.push_back(texts.names_of(documents[i]));
    all.push_back(texts.text_of(documents[i]));
    for (const auto& [term, count] : all.back()) ++frequencies[term];
  }
  const Columns columns = columns_of(texts.terms(), frequencies, teachers);
  SparseRows rows;  // what a document is called counts as much as all it says
  for (const Counts& counts : all) rows.add(row_of(counts, columns));
  for (const Counts& counts : names) rows.add(row_of(counts, columns));
  const std::size_t dimensions =
      std::clamp<std::size_t>(teachers / documents_of_direction, 1, latent_dimensions);
  const std::vector<float> found = column_directions(rows, dimensions, iterations);
  LatentRows directions;
  for (std::size_t column = 0; column < columns.terms.size(); ++column) {
    LatentVector direction{};
    for (std::size_t i = 0; i < dimensions; ++i) {
      direction[i] = found[column * dimensions + i] * columns.weights[column];
    }
    directions.add(direction);
  }
  LatentIndex index(columns.terms, directions);
  std::sort(documents.begin(), documents.end());
  for (const std::uint32_t document : documents) {
    LatentVector place{};
    add_place(texts.names_of(document), columns, directions, place);
    add_place(texts.text_of(document), columns, directions, place);
    normalise(place);
    index.add(document, place);
  }
  return index;
}

}  // namespace

Result<LatentIndex> latent_index_of(const std::filesystem::path& path,
                                    std::span<const ManifestSegment> segments,
                                    std::span<const CatalogueEntry> catalogue,
                                    const NameIndex& titles) {
  std::vector<std::uint32_t> documents = pages(catalogue, titles);
  if (documents.empty() || documents.size() > most_documents) return LatentIndex();
  std::vector<TokenStreams> streams;
  for (const ManifestSegment& segment : segments) {
    const std::filesystem::path folder = path / segment.name;
    auto opened =
        TokenStreams::open(folder / segment_file::tokens, folder / segment_file::token_terms);
    if (!opened) return failure(opened.error());
    streams.push_back(std::move(*opened));
  }
  return learn(Texts(std::move(streams), segments, titles), std::move(documents));
}

std::uint64_t latent_learning_bytes(std::size_t pages) {
  constexpr std::uint64_t bytes_of_teacher = 8192;
  return pages > most_documents ? 0 : std::min(pages, most_teachers) * bytes_of_teacher;
}

}  // namespace guidepost::indexer
