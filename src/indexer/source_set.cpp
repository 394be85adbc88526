#include "indexer/source_set.h"

#include "core/index/checksum.h"

#include <system_error>
#include <utility>

namespace guidepost::indexer {
namespace {

/// What a corpus is shown as when only its files are asked for.
const Vocabulary nothing_known;

Result<void> describe_files(const Source& source, const std::filesystem::path& root,
                            ManifestSource& described, Checksum& checksum) {
  for (const std::filesystem::path& file : source.files()) {
    const auto bytes = checksum_of_file(file);
    if (!bytes) return failure(bytes.error());
    std::error_code error;
    described.bytes += std::filesystem::file_size(file, error);
    ++described.files;
    checksum.add(file.lexically_relative(root).generic_string());
    checksum.add({"\0", 1});
    checksum.add(*bytes);
  }
  return {};
}

}  // namespace

Result<std::vector<ManifestSource>> SourceSet::describe() {
  std::vector<ManifestSource> described;
  for (SourceSpec& spec : specs_) {
    const auto format = format_of(spec);
    if (!format) return failure(format.error());
    spec.format = *format;
    ManifestSource one;
    one.path = spec.path.string();
    one.format = name_of(*format);
    Checksum checksum;
    for (const auto& [column, field] : spec.columns) {
      for (const std::string_view part : {std::string_view(column), std::string_view("="),
                                          std::string_view(field), std::string_view("\n")}) {
        checksum.add(part);
      }
    }
    if (*format == SourceFormat::guide) {
      auto vocabulary = open_vocabulary(spec);
      if (!vocabulary) return failure(vocabulary.error());
      if (*vocabulary) {
        if (auto done = describe_files(**vocabulary, spec.path, one, checksum); !done) {
          return failure(done.error());
        }
      }
    }
    auto source = open_source(spec, nothing_known);
    if (!source) return failure(source.error());
    if (auto done = describe_files(**source, spec.path, one, checksum); !done) {
      return failure(done.error());
    }
    one.checksum = checksum.hex();
    described.push_back(std::move(one));
  }
  return described;
}

Result<void> SourceSet::outline(OutlineReader& reader) {
  for (const SourceSpec& spec : specs_) {
    if (spec.format != SourceFormat::guide) continue;
    auto vocabulary = open_vocabulary(spec);
    if (!vocabulary) return failure(vocabulary.error());
    if (!*vocabulary) continue;
    reader.read(**vocabulary, spec.path.string());
    opened_.push_back(std::move(*vocabulary));
  }
  for (const SourceSpec& spec : specs_) {
    const bool is_corpus = spec.format == SourceFormat::guide;
    if (is_corpus) vocabularies_.emplace_back(reader.skills());
    auto source = open_source(spec, is_corpus ? vocabularies_.back() : nothing_known);
    if (!source) return failure(source.error());
    reader.read(**source, spec.path.string());
    opened_.push_back(std::move(*source));
  }
  return {};
}

Result<void> SourceSet::documents(OutlineReader& reader, const Progress& progress,
                                  const std::function<Result<void>(StoredDocument)>& take) {
  std::size_t done = 0;
  for (const auto& source : opened_) {
    source->rewind();
    while (auto read = source->next()) {
      if (!read->item) continue;
      auto documents = reader.again(*read->item);
      if (!documents) return failure(documents.error());
      if (!*documents) continue;
      for (StoredDocument& document : **documents) {
        if (auto taken = take(std::move(document)); !taken) return taken;
        progress("indexing", ++done, reader.document_count());
      }
    }
  }
  return reader.finish_again();
}

}  // namespace guidepost::indexer
