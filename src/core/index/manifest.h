// What a generation holds: versions, counts, and the checksum of every file.
#pragma once

#include "core/result.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace guidepost {

struct ManifestFile {
  std::string path;  // relative to the generation, '/' between parts
  std::uint64_t bytes = 0;
  std::string checksum;  // XXH3-128 in hex
};

/// A source as it was when the generation was built.
struct ManifestSource {
  std::string path;  // as it was named
  std::string format;
  std::size_t files = 0;
  std::uint64_t bytes = 0;
  std::string checksum;  // over the names and bytes of all files
};

/// Documents written at once; later generations link it and put others beside it.
struct ManifestSegment {
  std::string name;             // a directory of the generation
  std::uint32_t documents = 0;  // dead ones included
};

struct Manifest {
  int schema = 0;
  std::string program;     // version of the program that wrote it
  std::string generation;  // "000007"
  std::string built_at;    // UTC, ISO 8601
  double build_seconds = 0;
  int analyzer_version = 0;   // of the analyzer that read the texts, for people
  std::string analyzer_hash;  // of all its tokens depend on; empty in a manifest that does not say
  std::string content_hash;   // of all documents and names, whatever wrote them, in whatever order
  std::string
      context_hash;  // of what every document is read by: names, and the program's reading of texts
  std::size_t guides = 0, passages = 0, skills = 0, tips = 0;
  std::size_t rejected = 0;  // source items reported and left out
  std::vector<ManifestSource> sources;
  std::vector<ManifestSegment> segments;
  std::vector<ManifestFile> files;

  std::size_t documents() const { return guides + passages + skills + tips; }
};

/// JSON, and back. A text that is no manifest is an error (index_damaged).
std::string encode(const Manifest& manifest);
Result<Manifest> decode_manifest(std::string_view bytes, const std::filesystem::path& file);

}  // namespace guidepost
