#include "indexer/source/block_words.h"

#include "core/text/tokenizer.h"

#include <algorithm>

namespace guidepost::indexer {
namespace {

// "#top", "guide.md#cv", "../interview/": a page of this site, which speaks for itself. Not "cv.docx", nor anything with a scheme.
bool leads_into_site(std::string_view href) {
  if (href.starts_with('#')) return true;
  const std::string_view path = href.substr(0, href.find_first_of("?#"));
  if (path.empty() || path.starts_with("//")) return false;
  const std::size_t slash = path.rfind('/');
  if (path.substr(0, path.find('/')).find(':') != path.npos) return false;
  const std::string_view name = slash == path.npos ? path : path.substr(slash + 1);
  const std::size_t dot = name.rfind('.');
  if (dot == name.npos || dot == 0 || name == "..") return true;
  const std::string_view extension = name.substr(dot);
  return extension == ".md" || extension == ".mdx" || extension == ".markdown" ||
         extension == ".html" || extension == ".htm";
}

}  // namespace

bool has_word(std::string_view text) {
  const auto is_ascii_word = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  };
  if (std::any_of(text.begin(), text.end(), is_ascii_word)) return true;
  const auto is_ascii = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
  return !std::all_of(text.begin(), text.end(), is_ascii) && !words_of(text).empty();
}

void BlockWords::open_link(std::string_view href) {
  link_ = leads_into_site(href) ? Link::into_site : Link::elsewhere;
}

void BlockWords::close_link() { link_ = Link::none; }

void BlockWords::add(std::string_view text) {
  bool& part = link_ == Link::into_site   ? into_site_
               : link_ == Link::elsewhere ? elsewhere_
               : images_open_ != 0        ? image_
                                          : own_;
  part = part || has_word(text);
}

BlockRole BlockWords::role() const {
  if (own_) return BlockRole::text;
  if (elsewhere_) return BlockRole::links;
  if (into_site_) return BlockRole::page_links;
  return image_ ? BlockRole::images : BlockRole::text;
}

}  // namespace guidepost::indexer
