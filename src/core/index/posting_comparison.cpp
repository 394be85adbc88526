#include "core/index/posting_comparison.h"

#include "core/index/segment.h"
#include "core/index/xapian_door.h"

#include <string>

namespace guidepost {
namespace {

tl::unexpected<Error> damaged(const std::filesystem::path& file, const std::string& why) {
  return failure(ErrorCode::index_damaged, why, "build the index again with `guidepost index`",
                 {file.string(), 0});
}

bool is_same(const Xapian::Database& database, const std::string& term, const PostingList& list) {
  auto theirs = database.postlist_begin(term);
  const auto end = database.postlist_end(term);
  bool same = true;
  list.each([&](std::uint32_t document, std::uint32_t wdf) {
    same = same && theirs != end && *theirs == document && theirs.get_wdf() == wdf;
    if (same) ++theirs;
  });
  return same && theirs == end;
}

/// What differs; empty when nothing does.
std::string difference_of_terms(const Xapian::Database& database, const PostingImage& image,
                                ComparisonDepth depth) {
  std::uint64_t terms = 0;
  for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term, ++terms) {
    const PostingList list = image.find(*term);
    const bool same = list.size() == term.get_termfreq() &&
                      (depth == ComparisonDepth::counts || is_same(database, *term, list));
    if (!same) return *term;
  }
  return terms == image.term_count() ? "" : "(the number of terms)";
}

/// Number of the first document of another length; 0 when there is none.
std::uint32_t difference_of_lengths(const Xapian::Database& database, const PostingImage& image,
                                    std::uint32_t documents) {
  std::uint32_t document = 0;
  for (auto one = database.postlist_begin(""); one != database.postlist_end(""); ++one) {
    ++document;
    if (*one != document || document > documents ||
        one.get_doclength() != image.length_of(document)) {
      return document;
    }
  }
  return 0;
}

}  // namespace

Result<void> compare_postings(const std::filesystem::path& segment, const PostingImage& image,
                              std::uint32_t documents, ComparisonDepth depth) {
  const std::filesystem::path path = segment / segment_file::xapian;
  const std::filesystem::path file = segment / segment_file::postings;
  return guarded([&]() -> Result<void> {
           const Xapian::Database database(path.string());
           if (database.get_doccount() != documents) {
             return damaged(path, "holds " + std::to_string(database.get_doccount()) +
                                      " documents, the manifest says " + std::to_string(documents));
           }
           const std::string term = difference_of_terms(database, image, depth);
           if (!term.empty()) {
             return damaged(file, "the posting image differs from Xapian's postings: " + term);
           }
           if (depth == ComparisonDepth::counts) return {};
           const std::uint32_t document = difference_of_lengths(database, image, documents);
           if (document == 0) return {};
           return damaged(file,
                          "the posting image differs from Xapian's in the length of the "
                          "document number " +
                              std::to_string(document));
         })
      .and_then([](Result<void> compared) { return compared; });
}

}  // namespace guidepost
