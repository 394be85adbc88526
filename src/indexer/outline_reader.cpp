#include "indexer/outline_reader.h"

#include "core/index/schema.h"
#include "indexer/item_documents.h"

#include <algorithm>
#include <iterator>
#include <type_traits>
#include <utility>
#include <variant>

namespace guidepost::indexer {
namespace {

/// A source of a million broken lines must not fill the memory with complaints.
constexpr std::size_t most_problems = 1000;
constexpr std::size_t progress_steps = 1000;
/// Of all guides together: roles are compared by texts, and guides may be very many.
constexpr std::size_t most_role_text_bytes = std::size_t{24} << 20U;

std::uint64_t source_hash_of(const StoredDocument& document) { return hash64(encode(document)); }

bool has_fitting_id(const SourceItem& item) {
  const std::string& id = id_of(item);
  return !id.empty() && id.size() <= schema::max_id_bytes;
}

tl::unexpected<Error> changed_meanwhile(const SourcePlace& where) {
  return failure(ErrorCode::io_failed, "changed while it was being read",
                 "run `guidepost index` again when nothing writes to it", where);
}

}  // namespace

OutlineReader::OutlineReader(const Catalogue* catalogue, Units units,
                             std::size_t most_changed_bytes, const Progress& progress)
    : catalogue_(catalogue), most_changed_bytes_(most_changed_bytes), progress_(progress) {
  if (catalogue_ == nullptr) return;
  difference_.unchanged.resize(catalogue_->size(), Difference::gone);
  if (units == Units::pass_over) units_.emplace(*catalogue_, ids_);
}

void OutlineReader::read(Source& source, const std::string& path) {
  const std::string phase = "reading " + path;
  if (outline_.sources.empty() || outline_.sources.back() != path) outline_.sources.push_back(path);
  source.pass_over(units_ ? &*units_ : nullptr);
  while (auto read = source.next()) {
    const auto done = static_cast<std::size_t>(source.progress() * progress_steps);
    progress_(phase, done, progress_steps);
    const bool is_sound = read->problems.empty();
    const bool is_wrong =
        std::any_of(read->problems.begin(), read->problems.end(),
                    [](const Problem& problem) { return problem.severity == Severity::error; });
    for (Problem& problem : read->problems) report(std::move(problem));
    if (read->is_known) {
      keep_known(*read);
    } else if (read->item) {
      keep(std::move(*read->item), is_sound ? read->unit : 0);
    } else if (is_wrong) {
      ++outline_.rejected;
    }
  }
  source.pass_over(nullptr);
}

void OutlineReader::add(SynonymsRead synonyms) {
  for (Problem& problem : synonyms.problems) report(std::move(problem));
  outline_.rejected += synonyms.rejected;
  outline_.synonyms.insert(outline_.synonyms.end(), std::make_move_iterator(synonyms.rules.begin()),
                           std::make_move_iterator(synonyms.rules.end()));
}

void OutlineReader::report(Problem problem) {
  if (outline_.problems.size() < most_problems) {
    outline_.problems.push_back(std::move(problem));
  } else {
    ++outline_.further_problems;
  }
}

void OutlineReader::keep_known(const SourceRead& read) {
  const std::size_t place = *units_->place_of(read.unit);
  const CatalogueEntry entry = catalogue_->at(place);
  const auto number = static_cast<std::uint32_t>(outline_.documents.size());
  ids_.insert(entry.id, number);
  note_place(read.known_at);
  difference_.unchanged[place] = number;
  outline_.documents.push_back({entry.id, entry.source, entry.unit});
  ++outline_.passages;
}

void OutlineReader::keep(SourceItem item, std::uint64_t unit) {
  std::vector<StoredDocument> documents = documents_of(item);
  if (!is_new(item, documents)) {
    ++outline_.rejected;
    return;
  }
  // A passage gives no name that other texts are read by: its line is all there is to it.
  if (!std::holds_alternative<LonePassage>(item)) unit = 0;
  accept(std::move(documents), place_of(item), unit);
  std::visit(
      [this](auto&& value) {
        using Item = std::decay_t<decltype(value)>;
        if constexpr (std::is_same_v<Item, Skill>) {
          outline_.skills.push_back(std::forward<decltype(value)>(value));
        } else if constexpr (std::is_same_v<Item, Guide>) {
          outline_.guides.push_back(head_of(value));
          add_role_text(value);
          outline_.passages += value.passages.size();
        } else if constexpr (std::is_same_v<Item, Tip>) {
          outline_.tips.push_back({value.id, value.title, value.url});
        } else {
          ++outline_.passages;
        }
      },
      std::move(item));
}

void OutlineReader::add_role_text(const Guide& guide) {
  RoleText& about = outline_.guides.back().about;
  about = role_text_of(guide, most_role_text_bytes - role_text_bytes_);
  role_text_bytes_ += about.text.size();
  for (const std::string& passage : about.passages) role_text_bytes_ += passage.size();
}

bool OutlineReader::is_new(const SourceItem& item, const std::vector<StoredDocument>& documents) {
  const auto refuse = [&](const std::string& message, const std::string& hint) {
    report({Severity::error, {ErrorCode::bad_input, message, hint, place_of(item)}});
    return false;
  };
  if (!has_fitting_id(item)) {
    return refuse("the id has " + std::to_string(id_of(item).size()) + " bytes",
                  "give it one of 1 to " + std::to_string(schema::max_id_bytes) + " bytes");
  }
  for (const StoredDocument& document : documents) {
    const auto taken = ids_.find(hash128(document.id));
    if (!taken) continue;
    return refuse("the id " + document.id + " is taken by " + place_named(*taken),
                  "give one of them another id; what was read first is kept");
  }
  return true;
}

std::string OutlineReader::place_named(std::uint32_t document) const {
  const Place place = places_[document];
  const std::string& file = files_[place.file];
  if (file.empty()) return "another one";
  return place.line == 0 ? file : file + ":" + std::to_string(place.line);
}

void OutlineReader::note_place(const SourcePlace& where) {
  if (files_.empty() || files_.back() != where.file) files_.push_back(where.file);
  places_.push_back(
      {static_cast<std::uint32_t>(files_.size() - 1), static_cast<std::uint32_t>(where.line)});
}

void OutlineReader::accept(std::vector<StoredDocument> documents, const SourcePlace& where,
                           std::uint64_t unit) {
  for (StoredDocument& document : documents) {
    const OutlinedDocument outlined{hash128(document.id), source_hash_of(document), unit};
    // Two passages of one item that share an id cannot be: every source makes those unique on their page.
    ids_.insert(outlined.id, static_cast<std::uint32_t>(outline_.documents.size()));
    note_place(where);
    compare(std::move(document), outlined);
    outline_.documents.push_back(outlined);
  }
}

void OutlineReader::compare(StoredDocument document, const OutlinedDocument& outlined) {
  const auto known = catalogue_ == nullptr ? std::nullopt : catalogue_->find(outlined.id);
  if (known && catalogue_->at(*known).source == outlined.source) {
    difference_.unchanged[*known] = static_cast<std::uint32_t>(outline_.documents.size());
    return;
  }
  ++(known ? difference_.altered : difference_.added);
  if (difference_.too_many) return;
  changed_bytes_ += document.text.size() + document.detail.size() + sizeof(ChangedDocument);
  if (changed_bytes_ > most_changed_bytes_) {
    difference_.too_many = true;
    difference_.changed = {};
    return;
  }
  difference_.changed.push_back({std::move(document), outline_.documents.size()});
}

Outline& OutlineReader::finish() {
  const auto by_id = [](const auto& a, const auto& b) { return a.id < b.id; };
  std::sort(outline_.skills.begin(), outline_.skills.end(), by_id);
  std::sort(outline_.guides.begin(), outline_.guides.end(), by_id);
  std::sort(outline_.tips.begin(), outline_.tips.end(), by_id);
  report_lost_links();
  const auto gone = static_cast<std::size_t>(
      std::count(difference_.unchanged.begin(), difference_.unchanged.end(), Difference::gone));
  difference_.vanished = gone - difference_.altered;
  return outline_;
}

void OutlineReader::report_lost_links() {
  const auto is_there = [&](const std::string& id) {
    const auto found =
        std::lower_bound(outline_.guides.begin(), outline_.guides.end(), id,
                         [](const GuideHead& guide, const std::string& i) { return guide.id < i; });
    return found != outline_.guides.end() && found->id == id;
  };
  for (const GuideHead& guide : outline_.guides) {
    for (const std::string& id : guide.leads_to) {
      if (is_there(id)) continue;
      report({Severity::warning,
              {ErrorCode::bad_input, "the career path leads to " + id + ", which was rejected",
               "mend that guide; until then the step has no link", guide.where}});
    }
  }
}

Result<std::optional<std::vector<StoredDocument>>> OutlineReader::again(const SourceItem& item) {
  std::vector<StoredDocument> documents = documents_of(item);
  bool is_the_next = true;
  bool was_left_out = !has_fitting_id(item);
  for (std::size_t i = 0; i < documents.size(); ++i) {
    const auto number = ids_.find(hash128(documents[i].id));
    if (number && *number < next_again_) was_left_out = true;
    is_the_next = is_the_next && number == next_again_ + i &&
                  outline_.documents[*number].source == source_hash_of(documents[i]);
  }
  if (is_the_next) {
    next_again_ += documents.size();
    return std::optional(std::move(documents));
  }
  if (was_left_out) return std::nullopt;
  return changed_meanwhile(place_of(item));
}

Result<void> OutlineReader::finish_again() const {
  if (next_again_ == outline_.documents.size()) return {};
  return changed_meanwhile({files_[places_[next_again_].file], 0});
}

}  // namespace guidepost::indexer
