#include "indexer/source/html_page.h"

#include "core/text/utf8.h"
#include "indexer/source/file_ending.h"
#include "indexer/source/html_blocks.h"
#include "indexer/source/single_spaced.h"

#include <algorithm>

namespace guidepost::indexer {
namespace {

constexpr std::size_t most_text_bytes = 300;
constexpr std::size_t most_url_bytes = 2'000;

std::string short_text(std::string_view text) {
  // Cut before it is cleaned as well: an attribute may be as long as the page.
  return clean_utf8(single_spaced(clean_utf8(text, 16 * most_text_bytes)), most_text_bytes);
}

// Only what a browser may be sent to; not "javascript:...", and not "index.html" or "//host/x", which would need the page's own address.
std::string usable_url(std::string_view url) {
  const std::size_t begin = std::min(url.find_first_not_of(" \t\n\f\r"), url.size());
  url.remove_prefix(begin);
  url = url.substr(0, url.find_last_not_of(" \t\n\f\r") + 1);
  const bool is_absolute = url.starts_with("https://") || url.starts_with("http://") ||
                           (url.starts_with('/') && !url.starts_with("//"));
  if (!is_absolute || url.size() > most_url_bytes || clean_utf8(url) != url) return {};
  return url.find_first_of(" \t\n\"<>\\") == std::string_view::npos ? std::string(url)
                                                                    : std::string();
}

// application/ld+json; charset=utf-8
bool is_json_ld(const GumboNode& script) {
  std::string_view type = html_attribute_of(script, "type");
  type = type.substr(0, type.find(';'));
  return lower_case(single_spaced(type)) == "application/ld+json";
}

class PageCollector {
 public:
  HtmlPage collect(const HtmlTree& tree) {
    HtmlWalk walk(tree.root());
    page_.body = &tree.root();
    page_.language = short_text(html_attribute_of(tree.root(), "lang"));
    if (page_.language.empty()) {
      page_.language = short_text(html_attribute_of(tree.root(), "xml:lang"));
    }
    for (auto step = walk.next(); step != HtmlWalk::Step::end; step = walk.next()) {
      const GumboNode& node = walk.node();
      if (!is_element(node)) continue;
      if (step == HtmlWalk::Step::leave) {
        if (is_element(node, GUMBO_TAG_ARTICLE)) --open_articles_;
        if (left_out_ == &node) left_out_ = nullptr;
      } else if (!enter(node)) {
        walk.pass_over();
        if (is_element(node, GUMBO_TAG_ARTICLE)) ++open_articles_;  // it is left next
      }
    }
    choose();
    return std::move(page_);
  }

 private:
  // Whether to look inside.
  bool enter(const GumboNode& node) {
    const GumboTag tag = node.v.element.tag;
    if (node.type == GUMBO_NODE_TEMPLATE || tag == GUMBO_TAG_SVG) return false;
    if (is_hidden(node)) return false;
    if (tag == GUMBO_TAG_META) read_meta(node);
    if (tag == GUMBO_TAG_LINK && html_attribute_has(node, "rel", "canonical")) {
      if (canonical_.empty()) canonical_ = usable_url(html_attribute_of(node, "href"));
    }
    if (tag == GUMBO_TAG_TITLE && title_.empty()) title_ = short_text(only_text_of(node));
    if (tag == GUMBO_TAG_SCRIPT && is_json_ld(node)) {
      page_.json_ld.push_back({only_text_of(node), line_of(node)});
    }
    if (tag == GUMBO_TAG_BODY) page_.body = &node;
    if (left_out_ == nullptr && is_left_out(node, Forms::read)) left_out_ = &node;
    const bool is_main = tag == GUMBO_TAG_MAIN || html_attribute_has(node, "role", "main");
    if (is_main && main_ == nullptr && left_out_ == nullptr) main_ = &node;
    if (tag == GUMBO_TAG_ARTICLE && open_articles_++ == 0 && left_out_ == nullptr) {
      article_ = articles_++ == 0 ? &node : nullptr;
    }
    return true;
  }

  void read_meta(const GumboNode& node) {
    const std::string_view content = html_attribute_of(node, "content");
    if (html_attribute_has(node, "property", "og:title")) {
      if (og_title_.empty()) og_title_ = short_text(content);
    } else if (html_attribute_has(node, "property", "og:url")) {
      if (og_url_.empty()) og_url_ = usable_url(content);
    } else if (html_attribute_has(node, "name", "description")) {
      if (page_.description.empty()) page_.description = short_text(content);
    } else if (html_attribute_has(node, "name", "robots")) {
      page_.is_noindex = page_.is_noindex || html_attribute_has(node, "content", "noindex") ||
                         html_attribute_has(node, "content", "none");
    }
  }

  void choose() {
    page_.has_og_title = !og_title_.empty();
    page_.title = page_.has_og_title ? og_title_ : title_;
    page_.url = canonical_.empty() ? og_url_ : canonical_;
    page_.content = main_ != nullptr ? main_ : article_ != nullptr ? article_ : page_.body;
  }

  HtmlPage page_;
  std::string title_;
  std::string og_title_;
  std::string canonical_;
  std::string og_url_;
  const GumboNode* main_ = nullptr;
  const GumboNode* left_out_ = nullptr;  // the outer one
  const GumboNode* article_ = nullptr;   // the only one that is in no other
  std::size_t articles_ = 0;
  std::size_t open_articles_ = 0;
};

}  // namespace

HtmlPage read_html_page(const HtmlTree& tree) { return PageCollector().collect(tree); }

}  // namespace guidepost::indexer
