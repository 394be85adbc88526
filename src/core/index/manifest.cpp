#include "core/index/manifest.h"

#include "core/index/checksum.h"
#include "core/index/schema.h"

#include <nlohmann/json.hpp>

namespace guidepost {
namespace {

std::string text_of(const nlohmann::ordered_json& json) {
  return json.dump(2, ' ', false, nlohmann::json::error_handler_t::replace);
}

}  // namespace

std::string encode(const Manifest& manifest) {
  nlohmann::ordered_json json;
  json["schema"] = manifest.schema;
  json["program"] = manifest.program;
  json["generation"] = manifest.generation;
  json["built_at"] = manifest.built_at;
  json["build_seconds"] = manifest.build_seconds;
  json["analyzer"] = {{"version", manifest.analyzer_version}, {"xxh3_128", manifest.analyzer_hash}};
  json["content_hash"] = manifest.content_hash;
  json["context_hash"] = manifest.context_hash;
  json["counts"] = {{"guides", manifest.guides},
                    {"passages", manifest.passages},
                    {"skills", manifest.skills},
                    {"tips", manifest.tips},
                    {"rejected", manifest.rejected}};
  json["sources"] = nlohmann::ordered_json::array();
  for (const ManifestSource& source : manifest.sources) {
    json["sources"].push_back({{"path", source.path},
                               {"format", source.format},
                               {"files", source.files},
                               {"bytes", source.bytes},
                               {"xxh3_128", source.checksum}});
  }
  json["segments"] = nlohmann::ordered_json::array();
  for (const ManifestSegment& segment : manifest.segments) {
    json["segments"].push_back({{"name", segment.name}, {"documents", segment.documents}});
  }
  json["files"] = nlohmann::ordered_json::array();
  for (const ManifestFile& file : manifest.files) {
    json["files"].push_back(
        {{"path", file.path}, {"bytes", file.bytes}, {"xxh3_128", file.checksum}});
  }
  json["xxh3_128"] = checksum_of(text_of(json));
  return text_of(json) + "\n";
}

Result<Manifest> decode_manifest(std::string_view bytes, const std::filesystem::path& file) {
  const auto damaged = [&](const std::string& what) {
    return failure(ErrorCode::index_damaged, what, "build the index again with `guidepost index`",
                   {file.string(), 0});
  };
  auto json = nlohmann::ordered_json::parse(bytes, nullptr, /*allow_exceptions=*/false);
  if (!json.is_object()) return damaged("the manifest is not JSON");
  try {
    Manifest manifest;
    manifest.schema = json.at("schema").get<int>();
    manifest.program = json.at("program").get<std::string>();
    manifest.generation = json.at("generation").get<std::string>();
    manifest.built_at = json.at("built_at").get<std::string>();
    if (manifest.schema != schema::version)
      return manifest;  // the caller says so; the rest has another form
    const auto checksum = json.at("xxh3_128").get<std::string>();
    json.erase("xxh3_128");
    if (checksum != checksum_of(text_of(json))) return damaged("the manifest was changed");
    manifest.build_seconds = json.at("build_seconds").get<double>();
    if (json.contains("analyzer")) {
      manifest.analyzer_version = json["analyzer"].at("version").get<int>();
      manifest.analyzer_hash = json["analyzer"].at("xxh3_128").get<std::string>();
    }
    manifest.content_hash = json.at("content_hash").get<std::string>();
    manifest.context_hash = json.at("context_hash").get<std::string>();
    for (const auto& entry : json.at("sources")) {
      manifest.sources.push_back(
          {entry.at("path").get<std::string>(), entry.at("format").get<std::string>(),
           entry.at("files").get<std::size_t>(), entry.at("bytes").get<std::uint64_t>(),
           entry.at("xxh3_128").get<std::string>()});
    }
    for (const auto& entry : json.at("segments")) {
      manifest.segments.push_back(
          {entry.at("name").get<std::string>(), entry.at("documents").get<std::uint32_t>()});
    }
    const auto& counts = json.at("counts");
    manifest.guides = counts.at("guides").get<std::size_t>();
    manifest.passages = counts.at("passages").get<std::size_t>();
    manifest.skills = counts.at("skills").get<std::size_t>();
    manifest.tips = counts.at("tips").get<std::size_t>();
    manifest.rejected = counts.at("rejected").get<std::size_t>();
    for (const auto& entry : json.at("files")) {
      manifest.files.push_back({entry.at("path").get<std::string>(),
                                entry.at("bytes").get<std::uint64_t>(),
                                entry.at("xxh3_128").get<std::string>()});
    }
    return manifest;
  } catch (const nlohmann::json::exception& exception) {
    return damaged(std::string("the manifest is incomplete: ") + exception.what());
  }
}

}  // namespace guidepost
