// One tag of HTML or JSX inside Markdown: `<a href="#top">`, `</p>`, `<br />`, `<!-- note -->`.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace guidepost::indexer {

struct HtmlTag {
  enum class Kind { opening, closing, other };  // other: a comment, a declaration

  Kind kind = Kind::other;
  std::string name;             // lower case
  std::string_view attributes;  // what stands behind the name
  std::size_t size = 0;         // in bytes, `<` and `>` included
};

/// The tag that `text` begins with; nothing when it begins with none, or the tag does not end. The views live as long as `text`.
std::optional<HtmlTag> html_tag(std::string_view text);

/// The value of an attribute, with character references decoded; nothing when it is not there or has no value.
std::optional<std::string> html_attribute(const HtmlTag& tag, std::string_view name);

/// `text` with its character references decoded.
std::string decode_entities(std::string_view text);

}  // namespace guidepost::indexer
