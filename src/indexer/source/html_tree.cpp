#include "indexer/source/html_tree.h"

#include "indexer/source/html_nesting.h"
#include "indexer/source/parse_memory.h"

#include <algorithm>
#include <utility>

namespace guidepost::indexer {
namespace {

void* allocate(void* memory, std::size_t bytes) {
  return static_cast<ParseMemory*>(memory)->allocate(bytes);
}

void release(void*, void*) {}

// Its own function, and without anything that has a destructor: longjmp() comes back here.
const GumboOutput* parse_within(ParseMemory& memory, const char* html, std::size_t size) {
  GumboOptions options = kGumboDefaultOptions;
  options.allocator = allocate;
  options.deallocator = release;
  options.userdata = &memory;
  options.max_errors = 0;
  if (setjmp(memory.escape()) != 0) return nullptr;
  return gumbo_parse_with_options(&options, html, size);
}

bool is_same(char a, char lower) { return a == lower || (a >= 'A' && a <= 'Z' && a + 32 == lower); }

// gumbo 0.10.1 aborts on some CDATA sections inside drawings inside tables. Anywhere else a CDATA section is a comment up to the next `>`,
// which `<!?CDATA[` is everywhere.
void disarm_cdata(std::string& html) {
  constexpr std::string_view mark = "<![cdata[";
  for (std::size_t at = 0; (at = html.find("<![", at)) != std::string::npos; ++at) {
    std::size_t same = 3;
    while (same < mark.size() && at + same < html.size() && is_same(html[at + same], mark[same])) {
      ++same;
    }
    if (same == mark.size()) html[at + 2] = '?';
  }
}

const GumboVector* children_of(const GumboNode& node) {
  if (node.type == GUMBO_NODE_DOCUMENT) return &node.v.document.children;
  return is_element(node) ? &node.v.element.children : nullptr;
}

const GumboAttribute* find_attribute(const GumboNode& element, const char* name) {
  return is_element(element) ? gumbo_get_attribute(&element.v.element.attributes, name) : nullptr;
}

}  // namespace

HtmlTree::HtmlTree(std::string html, std::unique_ptr<ParseMemory> memory)
    : html_(std::make_unique<std::string>(std::move(html))), memory_(std::move(memory)) {}
HtmlTree::HtmlTree(HtmlTree&&) noexcept = default;
HtmlTree& HtmlTree::operator=(HtmlTree&&) noexcept = default;
HtmlTree::~HtmlTree() = default;

Result<HtmlTree> HtmlTree::parse(std::string_view html, const std::string& file,
                                 const HtmlLimits& limits) {
  if (const auto line = first_line_nested_deeper(html, limits.nesting)) {
    return failure(ErrorCode::bad_input,
                   "more than " + std::to_string(limits.nesting) + " elements are open here",
                   "close them", {file, *line});
  }
  auto memory = std::make_unique<ParseMemory>(limits.memory_bytes, limits.seconds);
  HtmlTree tree(std::string(html), std::move(memory));
  disarm_cdata(*tree.html_);
  const GumboOutput* output = parse_within(*tree.memory_, tree.html_->data(), tree.html_->size());
  if (output == nullptr || output->root == nullptr) {
    const bool is_time = tree.memory_->stopped() == ParseMemory::Stop::time;
    return failure(ErrorCode::bad_input,
                   is_time ? "reading it takes more than " + std::to_string(limits.seconds) +
                                 " seconds of processor time"
                           : "reading it takes more than " + std::to_string(limits.memory_bytes) +
                                 " bytes of memory",
                   "its elements overlap or are not closed: mend it, or leave it out", {file, 0});
  }
  tree.root_ = output->root;
  return tree;
}

HtmlWalk::Step HtmlWalk::next() {
  if (!has_begun_) {
    has_begun_ = true;
    node_ = root_;
    open_.push_back({root_, 0});
    return Step::enter;
  }
  if (open_.empty()) return Step::end;
  Open& inner = open_.back();
  const GumboVector* children = children_of(*inner.node);
  if (!std::exchange(passes_over_, false) && children != nullptr &&
      inner.next_child < children->length) {
    node_ = static_cast<const GumboNode*>(children->data[inner.next_child++]);
    open_.push_back({node_, 0});
    return Step::enter;
  }
  node_ = inner.node;
  open_.pop_back();
  return Step::leave;
}

bool is_element(const GumboNode& node) {
  return node.type == GUMBO_NODE_ELEMENT || node.type == GUMBO_NODE_TEMPLATE;
}

bool is_element(const GumboNode& node, GumboTag tag) {
  return is_element(node) && node.v.element.tag == tag;
}

std::string_view html_attribute_of(const GumboNode& element, const char* name) {
  const GumboAttribute* attribute = find_attribute(element, name);
  return attribute == nullptr ? std::string_view() : std::string_view(attribute->value);
}

bool has_html_attribute(const GumboNode& element, const char* name) {
  return find_attribute(element, name) != nullptr;
}

bool html_attribute_has(const GumboNode& element, const char* name, std::string_view word) {
  std::string_view words = html_attribute_of(element, name);
  constexpr std::string_view white = " \t\n\f\r,";
  while (!words.empty()) {
    const std::size_t begin = std::min(words.find_first_not_of(white), words.size());
    words.remove_prefix(begin);
    const std::string_view one = words.substr(0, words.find_first_of(white));
    words.remove_prefix(one.size());
    if (one.size() == word.size() && std::equal(one.begin(), one.end(), word.begin(), is_same)) {
      return !word.empty();
    }
  }
  return false;
}

std::string_view only_text_of(const GumboNode& element) {
  const GumboVector* children = children_of(element);
  if (children == nullptr) return {};
  for (unsigned i = 0; i < children->length; ++i) {
    const auto& child = *static_cast<const GumboNode*>(children->data[i]);
    if (child.type == GUMBO_NODE_TEXT) return child.v.text.text;
  }
  return {};
}

std::size_t line_of(const GumboNode& node) {
  return is_element(node) ? node.v.element.start_pos.line : node.v.text.start_pos.line;
}

}  // namespace guidepost::indexer
