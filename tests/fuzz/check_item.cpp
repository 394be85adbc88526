#include "check_item.h"

#include "core/text/utf8.h"
#include "indexer/item_documents.h"

#include <nlohmann/json.hpp>

#include <cstdlib>
#include <string>
#include <type_traits>
#include <unordered_set>
#include <variant>

namespace guidepost::indexer {
namespace {

// Keys that mean nothing to us are given out inside our own JSON: they must be an object, or nothing.
void check_extra(const std::string& extra) {
  if (extra.empty()) return;
  require(extra.size() <= std::size_t{64} * 1024);
  require(nlohmann::json::parse(extra, nullptr, false).is_object());
}

}  // namespace

void require(bool holds) {
  if (!holds) std::abort();
}

void require_clean(std::string_view text) { require(clean_utf8(text) == text); }

void check_passages(const std::vector<Passage>& passages, std::string_view guide) {
  std::unordered_set<std::string> ids;
  for (const Passage& passage : passages) {
    require(ids.insert(passage.id).second);
    require(passage.id == std::string(guide) + "#" + passage.anchor);
    require(passage.text.find_first_not_of(" \t\n") != std::string::npos);
    for (const std::string_view text :
         {std::string_view(passage.id), std::string_view(passage.section_title),
          std::string_view(passage.section_anchor), std::string_view(passage.title),
          std::string_view(passage.text)}) {
      require_clean(text);
    }
  }
}

void check_item(const SourceItem& item) {
  require_clean(id_of(item));
  std::visit(
      [](const auto& value) {
        using Item = std::decay_t<decltype(value)>;
        if constexpr (std::is_same_v<Item, Guide>) {
          require(!value.title.empty());
          for (const std::string& text : {value.title, value.tagline, value.text, value.url}) {
            require_clean(text);
          }
          check_passages(value.passages, value.id);
        } else if constexpr (std::is_same_v<Item, Skill>) {
          require(!value.label.empty());
          require_clean(value.label);
          require_clean(value.description);
        } else if constexpr (std::is_same_v<Item, Tip>) {
          require_clean(value.title);
          require_clean(value.text);
        } else {
          require_clean(value.passage.title);
          require_clean(value.passage.text);
        }
        check_extra(value.extra);
      },
      item);
  documents_of(item);
}

}  // namespace guidepost::indexer
