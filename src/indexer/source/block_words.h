// What a block is made of: words of its own, words of links, or nothing but images' alternative texts.
#pragma once

#include "indexer/source/markdown_blocks.h"

#include <cstddef>
#include <string_view>

namespace guidepost::indexer {

/// Whether there is a letter or digit in `text`: "∙" and "|" between two links say nothing.
bool has_word(std::string_view text);

class BlockWords {
 public:
  void open_link(std::string_view href);
  void close_link();
  void open_image() { ++images_open_; }
  void close_image() {
    if (images_open_ != 0) --images_open_;
  }

  /// A piece of the block's text, where the links and images stand that were opened.
  void add(std::string_view text);

  BlockRole role() const;

 private:
  enum class Link { none, into_site, elsewhere };

  Link link_ = Link::none;  // links do not nest
  std::size_t images_open_ = 0;
  bool own_ = false;
  bool into_site_ = false;
  bool elsewhere_ = false;
  bool image_ = false;
};

}  // namespace guidepost::indexer
