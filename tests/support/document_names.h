// Names as the indexer would cut them, and an index of a few documents, numbered from 1, that go by them.
#pragma once

#include "core/index/name_index.h"
#include "core/text/name_words.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace guidepost::test {

inline DocumentName document_name(std::string_view name) {
  const Lexicon nothing;
  const Analyzer analyzer(nothing);
  const std::vector<NameWord> words = name_words(name, "en", analyzer);
  DocumentName made{spelled(words), {}, name_initials(name)};
  for (const NameWord& word : words) made.terms.push_back(word.term);
  return made;
}

/// The first is the label.
inline std::vector<DocumentName> document_names(const std::vector<std::string>& names) {
  std::vector<DocumentName> made;
  for (const std::string& name : names) {
    made.push_back(document_name(name));
    made.back().is_label = made.size() == 1;
  }
  return made;
}

/// Every term is in one document: all words weigh the same.
inline NameIndex equal_weights(NameIndexBuilder builder, std::size_t documents) {
  return std::move(builder).finish(documents, [](const std::string&) { return 1U; });
}

inline NameIndex name_index(const std::vector<std::vector<std::string>>& documents) {
  NameIndexBuilder builder;
  std::uint32_t number = 0;
  for (const auto& names : documents) {
    builder.add(++number, NameOwner::page, document_names(names));
  }
  return equal_weights(std::move(builder), documents.size());
}

}  // namespace guidepost::test
