// The language of a page, from where its file stands: README-ja.md, translations/german/README.md, docs/zh-CN/guide.md.
//
// Two letters are more often a word than a language ("hr/", "how-to-do-it.md", "career-in-it"), so those that are words or abbreviations
// count only in a folder of translations, with a country, or on a README.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace guidepost::indexer {

/// The ISO 639-1 code of a language tag ("de", "pt-BR", "zh_Hans"); nothing for what is none.
std::optional<std::string> language_of_tag(std::string_view tag);

/// The ISO 639-1 code that `path` (relative, parts separated by '/') names; nothing when it names none.
std::optional<std::string> language_of_path(std::string_view path);

}  // namespace guidepost::indexer
