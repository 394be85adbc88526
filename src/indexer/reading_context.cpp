#include "indexer/reading_context.h"

#include "core/index/analyzer_hash.h"
#include "core/index/checksum.h"
#include "core/index/record.h"
#include "core/index/schema.h"
#include "core/version.h"

namespace guidepost::indexer {

ReadingContext::ReadingContext(const Outline& outline)
    : outline_(outline), names_(outline.names()), lexicon_(lexicon_of(names_)) {
  for (const GuideHead& guide : outline.guides) guides_.emplace(guide.id, &guide);
}

void ReadingContext::resolve(StoredDocument& document) const {
  for (std::string& skill : document.skills) {
    // A name that the vocabulary does not know stays as it is written: it can still be filtered by.
    if (const Skill* known = names_.vocabulary.named(skill)) skill = known->id;
  }
  if (document.type == DocumentType::guide) drop_lost_links(document);
  if (document.type != DocumentType::passage || document.guide.empty()) return;
  const auto found = guides_.find(document.guide);
  if (found == guides_.end()) return;
  const GuideHead& guide = *found->second;
  if (document.guide_title.empty()) document.guide_title = guide.title;
  if (document.families.empty() && !guide.family.empty()) document.families = {guide.family};
  if (document.levels.empty()) document.levels = guide.levels;
}

void ReadingContext::drop_lost_links(StoredDocument& document) const {
  auto guide = decode_guide(document.detail);
  if (!guide) return;  // written by us a moment ago
  bool has_lost = false;
  for (CareerStep& step : guide->career_path) {
    if (step.guide.empty() || guides_.contains(step.guide)) continue;
    step.guide.clear();
    has_lost = true;
  }
  if (has_lost) document.detail = encode_guide(*guide);
}

std::string ReadingContext::hash() const {
  RecordWriter writer;
  writer.text(version);
  writer.u32(static_cast<std::uint32_t>(schema::version));
  writer.text(analyzer_hash());
  writer.text(encode(names_));
  for (const GuideHead& guide : outline_.guides) {
    writer.text(guide.id);
    writer.text(guide.family);
    writer.texts(guide.levels);
  }
  return checksum_of(writer.bytes());
}

}  // namespace guidepost::indexer
