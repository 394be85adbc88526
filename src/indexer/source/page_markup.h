// What site generators add to Markdown, taken out again, so that only what a reader sees is left.
//
//   import Ad from './ad';        MDX: gone, as are `export ...` and `{/* notes */}`
//   <Figure src={require(x)}>     JSX with expressions: a tag as HTML has them
//   :::tip Expert tip             Docusaurus: the mark goes, a title that says something stays
//   {% include nav.html %}        Jekyll and Hugo: gone, as are `{{ site.title }}` and `{: .wide}`
//   > [!NOTE]                     GitHub: the mark goes
//   as said[^1]                   footnotes: the reference goes, the note stays
//
// Code, fenced or between backticks, stays as it is.
#pragma once

#include <string>
#include <string_view>

namespace guidepost::indexer {

/// The Markdown of `text` (as source_text() leaves it). Every line stays where it is. Time grows with its size alone.
std::string plain_markdown(std::string_view text);

}  // namespace guidepost::indexer
