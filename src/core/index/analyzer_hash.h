// What binds an index to the way its texts were read: a query that is read otherwise finds nothing, and says nothing of it.
#pragma once

#include <string>

namespace guidepost {

/// XXH3-128, in hex, of analyzer_description(). The first call reads a sample in every language (milliseconds). All threads may call.
const std::string& analyzer_hash();

}  // namespace guidepost
