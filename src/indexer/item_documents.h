// What a source gave as the documents it will be: a guide and its passages, a tip, a skill.
#pragma once

#include "core/index/stored_document.h"
#include "indexer/source/source.h"

#include <string>
#include <vector>

namespace guidepost::indexer {

/// A guide is its own document first, then one a passage; everything else is one. Skills are as the source wrote them, and nothing is
/// inherited yet: a document depends on its item alone, so a hash of it tells whether the item changed.
std::vector<StoredDocument> documents_of(const SourceItem& item);

const std::string& id_of(const SourceItem& item);
const SourcePlace& place_of(const SourceItem& item);

}  // namespace guidepost::indexer
