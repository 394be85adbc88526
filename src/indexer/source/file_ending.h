// The end of a file's name, by which people say what is in it: "Lamp.MD.gz" is Markdown, packed.
#pragma once

#include <string>
#include <string_view>

namespace guidepost::indexer {

/// ASCII letters only, as in endings.
inline std::string lower_case(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

/// "Lamp.MD.gz" -> "Lamp.MD": the name of what is packed. A view of `name`.
inline std::string_view without_gz(std::string_view name) {
  constexpr std::string_view ending = ".gz";
  if (name.size() > ending.size() &&
      lower_case(name.substr(name.size() - ending.size())) == ending) {
    name.remove_suffix(ending.size());
  }
  return name;
}

}  // namespace guidepost::indexer
