#include "core/index/analyzer_hash.h"

#include "core/index/checksum.h"
#include "core/text/analyzer.h"

namespace guidepost {

const std::string& analyzer_hash() {
  static const std::string hash = checksum_of(analyzer_description());
  return hash;
}

}  // namespace guidepost
