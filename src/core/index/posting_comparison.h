// Whether a segment's posting image says what Xapian's database says: searches read the one, the other is what it was made from.
#pragma once

#include "core/index/posting_image.h"
#include "core/result.h"

namespace guidepost {

/// `counts`: how many documents there are, and hold each term. `postings`: which documents, how often, and how long each is, too.
enum class ComparisonDepth { counts, postings };

/// `segment`: the directory of the database and the image. index_damaged names the first term or document that differs, or what Xapian could not read. Of `postings` it costs what reading every posting
/// through Xapian costs.
Result<void> compare_postings(const std::filesystem::path& segment, const PostingImage& image,
                              std::uint32_t documents, ComparisonDepth depth);

}  // namespace guidepost
