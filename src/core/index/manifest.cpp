#include "core/index/manifest.h"

#include <nlohmann/json.hpp>

namespace guidepost {

std::string encode(const Manifest& manifest) {
  nlohmann::ordered_json json;
  json["schema"] = manifest.schema;
  json["program"] = manifest.program;
  json["generation"] = manifest.generation;
  json["built_at"] = manifest.built_at;
  json["counts"] = {{"guides", manifest.guides},
                    {"passages", manifest.passages},
                    {"skills", manifest.skills},
                    {"tips", manifest.tips},
                    {"rejected", manifest.rejected}};
  json["files"] = nlohmann::ordered_json::array();
  for (const ManifestFile& file : manifest.files) {
    json["files"].push_back(
        {{"path", file.path}, {"bytes", file.bytes}, {"xxh3_128", file.checksum}});
  }
  return json.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

Result<Manifest> decode_manifest(std::string_view bytes, const std::filesystem::path& file) {
  const auto damaged = [&](const std::string& what) {
    return failure(ErrorCode::index_damaged, what, "build the index again with `guidepost index`",
                   {file.string(), 0});
  };
  const auto json = nlohmann::json::parse(bytes, nullptr, /*allow_exceptions=*/false);
  if (!json.is_object()) return damaged("the manifest is not JSON");
  try {
    Manifest manifest;
    manifest.schema = json.at("schema").get<int>();
    manifest.program = json.at("program").get<std::string>();
    manifest.generation = json.at("generation").get<std::string>();
    manifest.built_at = json.at("built_at").get<std::string>();
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
