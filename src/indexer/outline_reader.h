// The first pass over the sources: names, ids, hashes, and what differs from the current generation.
#pragma once

#include "core/index/catalogue.h"
#include "core/index/stored_document.h"
#include "indexer/catalogue_units.h"
#include "indexer/id_table.h"
#include "indexer/outline.h"
#include "indexer/source/source.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace guidepost::indexer {

/// What the run is doing, for a progress bar; called from the run's own thread.
using Progress = std::function<void(const std::string& phase, std::size_t done, std::size_t total)>;

/// A document that the current generation does not have in this form.
struct ChangedDocument {
  StoredDocument document;   // not resolved
  std::size_t outlined = 0;  // its place in Outline::documents
};

/// The sources against a catalogue.
struct Difference {
  std::vector<ChangedDocument> changed;  // new ones included, in the order of the sources
  bool too_many = false;                 // then `changed` is empty
  std::size_t added = 0;
  std::size_t altered = 0;
  /// By place in the catalogue: the document's place in Outline::documents, or `gone`.
  std::vector<std::uint32_t> unchanged;
  static constexpr std::uint32_t gone = 0xffffffffU;  // altered or vanished
  std::size_t vanished = 0;
};

/// Whether lines that the current generation was made from are passed over, or read all the same.
enum class Units { pass_over, read };

class OutlineReader {
 public:
  /// `catalogue`: of the current generation, or nullptr. Of changed documents at most `most_changed_bytes` are kept.
  OutlineReader(const Catalogue* catalogue, Units units, std::size_t most_changed_bytes,
                const Progress& progress);

  /// Reads a source to its end. Where ids collide the item read first stays, and the other is reported and left out whole.
  void read(Source& source, const std::string& path);

  /// The skills so far, in the order they were read: what a corpus of guides may refer to.
  const std::vector<Skill>& skills() const { return outline_.skills; }

  /// The second pass: the documents of `item` that the outline counts, or nothing for an item that was left out. An Error when it is not what the
  /// first pass saw. Items must come in the same order.
  Result<std::optional<std::vector<StoredDocument>>> again(const SourceItem& item);
  /// Whether every document came again.
  Result<void> finish_again() const;

  std::size_t document_count() const { return outline_.documents.size(); }

  /// Sorts the names, counts what vanished.
  Outline& finish();
  const Outline& outline() const { return outline_; }
  Difference& difference() { return difference_; }

 private:
  struct Place {
    std::uint32_t file = 0;
    std::uint32_t line = 0;
  };

  void keep(SourceItem item, std::uint64_t unit);
  void add_role_text(const Guide& guide);
  void keep_known(const SourceRead& read);
  bool is_new(const SourceItem& item, const std::vector<StoredDocument>& documents);
  void accept(std::vector<StoredDocument> documents, const SourcePlace& where, std::uint64_t unit);
  void note_place(const SourcePlace& where);
  void compare(StoredDocument document, const OutlinedDocument& outlined);
  void report(Problem problem);
  void report_lost_links();
  std::string place_named(std::uint32_t document) const;

  const Catalogue* catalogue_;
  std::size_t most_changed_bytes_;
  const Progress& progress_;
  Outline outline_;
  Difference difference_;
  std::size_t changed_bytes_ = 0;
  std::size_t role_text_bytes_ = 0;
  IdTable ids_;
  std::optional<CatalogueUnits> units_;
  std::vector<Place> places_;  // of each document
  std::vector<std::string> files_;
  std::size_t next_again_ = 0;
};

}  // namespace guidepost::indexer
