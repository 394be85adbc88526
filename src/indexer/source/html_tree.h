// A page of HTML as the tree that a browser would make of it, by gumbo.
//
// gumbo trusts its input more than we do: its time and memory can grow with the square of a page, its own destructor recurses, and one of its
// assertions can be made to fail. All of that is kept away from it here.
#pragma once

#include "core/result.h"

#include <gumbo.h>

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace guidepost::indexer {

class ParseMemory;

/// What reading one page may take.
struct HtmlLimits {
  std::size_t nesting = 1'000;  // elements that are open at one place, about
  std::size_t memory_bytes = 256 * 1024 * 1024;
  std::size_t seconds = 10;  // of processor time
};

class HtmlTree {
 public:
  /// The tree of any bytes; those that are not UTF-8 become U+FFFD. bad_input when a limit is reached.
  static Result<HtmlTree> parse(std::string_view html, const std::string& file,
                                const HtmlLimits& limits = {});

  HtmlTree(HtmlTree&&) noexcept;
  HtmlTree& operator=(HtmlTree&&) noexcept;
  ~HtmlTree();

  /// The element <html>. Nodes live as long as the tree.
  const GumboNode& root() const { return *root_; }

 private:
  HtmlTree(std::string html, std::unique_ptr<ParseMemory> memory);

  std::unique_ptr<std::string> html_;  // nodes point into it, and it must not move with the tree
  std::unique_ptr<ParseMemory> memory_;
  const GumboNode* root_ = nullptr;
};

/// Goes through a node and all it holds, in the order of the page, without recursion.
class HtmlWalk {
 public:
  enum class Step { enter, leave, end };

  explicit HtmlWalk(const GumboNode& root) : root_(&root) {}

  /// Enters the next node or leaves the one whose content is done; every node that is entered is left.
  Step next();

  /// Entered or left by the last next().
  const GumboNode& node() const { return *node_; }

  /// What is inside the node just entered is passed over; it is left next.
  void pass_over() { passes_over_ = true; }

 private:
  struct Open {
    const GumboNode* node;
    unsigned next_child;
  };

  const GumboNode* root_;
  const GumboNode* node_ = nullptr;
  std::vector<Open> open_;
  bool has_begun_ = false;
  bool passes_over_ = false;
};

/// An element or template; text and comments are none.
bool is_element(const GumboNode& node);
bool is_element(const GumboNode& node, GumboTag tag);

/// Empty where there is none; see has_html_attribute().
std::string_view html_attribute_of(const GumboNode& element, const char* name);
bool has_html_attribute(const GumboNode& element, const char* name);

/// Whether one of the words of an attribute, in any case of ASCII, is `word` (in lower case).
bool html_attribute_has(const GumboNode& element, const char* name, std::string_view word);

/// The text of an element that holds nothing else, such as <title> or <script>.
std::string_view only_text_of(const GumboNode& element);

/// The line of the page a node begins on, from 1.
std::size_t line_of(const GumboNode& node);

}  // namespace guidepost::indexer
