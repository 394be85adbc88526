#include "support/generation_of_texts.h"

#include <map>
#include <stdexcept>

namespace guidepost::test {
namespace {

void must(const Result<void>& done) {
  if (!done) throw std::runtime_error(done.error().message);
}

std::string id_of(std::uint32_t number) { return "d" + std::to_string(number); }

/// `first`: how many documents there are in the segments before.
void write_segment(const Texts& texts, std::uint32_t first, const std::filesystem::path& path) {
  std::filesystem::create_directories(path);
  auto frames = BlobArrayWriter::create(path / segment_file::documents).value();
  auto keys = BlobArrayWriter::create(path / segment_file::keys).value();
  auto streams =
      TokenStreamsWriter::create(path / segment_file::tokens, path / segment_file::token_terms)
          .value();
  TermNumbering numbering;
  std::vector<std::string> tokens;
  std::map<std::string, std::map<std::uint32_t, std::uint32_t>> postings;
  for (std::uint32_t document = 1; document <= texts.size(); ++document) {
    keys.append(encode_key(id_of(first + document), "title"));
    TokenStreamBuilder stream;
    stream.begin_field();
    std::size_t position = 0;
    for (const std::string& word : texts[document - 1]) {
      stream.add(numbering.number(word), position++);
      ++postings[word][document];
    }
    tokens.push_back(std::move(stream).finish());
  }
  const std::vector<std::string> terms(numbering.terms().begin(), numbering.terms().end());
  streams.append(terms, tokens);
  auto image =
      PostingImageWriter::create(path / segment_file::postings, path / segment_file::posting_terms)
          .value();
  for (const auto& [term, documents] : postings) {
    image.begin_term(term);
    for (const auto& [document, wdf] : documents) image.add(document, wdf);
  }
  must(image.finish(static_cast<std::uint32_t>(texts.size())));
  must(frames.finish());
  must(keys.finish());
  must(streams.finish());
}

}  // namespace

std::unique_ptr<Generation> generation_of(const std::vector<Texts>& segments,
                                          const std::filesystem::path& directory) {
  auto generation = std::make_unique<Generation>();
  std::uint32_t first = 0;
  std::vector<CatalogueEntry> entries;
  for (const Texts& texts : segments) {
    const auto path = directory / ("segment-" + std::to_string(generation->segments.size()));
    write_segment(texts, first, path);
    const auto documents = static_cast<std::uint32_t>(texts.size());
    generation->segments.push_back(Segment::open(path, first, documents).value());
    for (std::uint32_t i = 1; i <= documents; ++i) {
      entries.push_back({hash128(id_of(first + i)), 0, 0, first + i});
    }
    first += documents;
  }
  DocumentFacets passage;
  passage[static_cast<std::size_t>(FacetField::type)] = {"passage"};
  generation->facets = FacetColumns(std::vector<DocumentFacets>(first, passage), {});
  auto catalogue = FileWriter::create(directory / "catalogue").value();
  catalogue.append(encode_catalogue(std::move(entries)));
  must(catalogue.finish());
  generation->catalogue = Catalogue::open(directory / "catalogue").value();
  return generation;
}

Xapian::WritableDatabase xapian_of(const std::vector<Texts>& segments) {
  Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
  for (const Texts& texts : segments) {
    for (const auto& words : texts) {
      Xapian::Document document;
      Xapian::termpos position = 0;
      for (const std::string& word : words) document.add_posting(word, ++position);
      database.add_document(document);
    }
  }
  return database;
}

}  // namespace guidepost::test
