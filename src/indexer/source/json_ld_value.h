// Values of JSON-LD, which may be a text, an object with a name, or a list of them.
#pragma once

#include <nlohmann/json.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guidepost::indexer {

/// The script as JSON: without the comment or CDATA section it may be wrapped in, and with line feeds inside texts, which are frequent and
/// wrong, as spaces. Discarded (is_discarded()) when it is not JSON or nested deeper than `deepest`.
nlohmann::json parse_json_ld(std::string_view script, std::size_t deepest);

/// Whether an object's @type is `type`, or has it in its list: "Occupation", "schema:Occupation", "https://schema.org/Occupation".
bool is_type(const nlohmann::json& object, std::string_view type);

/// The value of a key; null for what is no object or has no such key.
const nlohmann::json& member(const nlohmann::json& object, const char* key);

/// The values of a list, or the one value that is none; null has none.
std::vector<const nlohmann::json*> each_of(const nlohmann::json& value);

/// A text, or an object's name, or the first of a list that has one; as it is written. Empty when there is none.
std::string_view text_of(const nlohmann::json& value);

/// A number, or a text that is one: "45000", "45,000.50".
std::optional<double> number_of(const nlohmann::json& value);

}  // namespace guidepost::indexer
