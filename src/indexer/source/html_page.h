// What a page of HTML says about itself, and where its content is.
#pragma once

#include "indexer/source/html_tree.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace guidepost::indexer {

struct HtmlPage {
  std::string
      title;        // og:title, else that of <title>; empty where there is none, as are the others
  std::string url;  // canonical, else og:url: absolute, or from the site's root
  std::string language;  // as written: "de", "pt-BR"; lang, else xml:lang
  std::string description;
  bool is_noindex = false;  // it asks not to be found
  bool has_og_title = false;

  struct Script {
    std::string_view json;  // lives as long as the tree
    std::size_t line = 0;
  };
  std::vector<Script> json_ld;

  const GumboNode* body = nullptr;  // <body>, or the root
  const GumboNode* content =
      nullptr;  // <main>, or the only <article> that is not left out, or the body
};

/// REQUIRES: the tree outlives the answer. Texts are single-spaced and have at most 300 bytes, the url 2000.
HtmlPage read_html_page(const HtmlTree& tree);

}  // namespace guidepost::indexer
