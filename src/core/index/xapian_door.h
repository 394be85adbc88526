// A Xapian exception goes in, an Error comes out. Xapian::Error is no std::exception: nothing else catches it.
#pragma once

#include "core/result.h"

#include <xapian.h>

#include <type_traits>
#include <utility>

namespace guidepost {

inline tl::unexpected<Error> failure_of(const Xapian::Error& exception, ErrorCode code,
                                        std::string hint) {
  return failure(code, "the search index answered: " + exception.get_description(),
                 std::move(hint));
}

/// `const auto n = guarded([&] { return database.get_doccount(); });  // Result<doccount>`
template <typename Function>
auto guarded(Function&& function) -> Result<std::invoke_result_t<Function>> {
  try {
    if constexpr (std::is_void_v<std::invoke_result_t<Function>>) {
      std::forward<Function>(function)();
      return {};
    } else {
      return std::forward<Function>(function)();
    }
  } catch (const Xapian::DatabaseLockError& exception) {
    return failure_of(exception, ErrorCode::index_busy, "wait until the other process is done");
  } catch (const Xapian::DatabaseError& exception) {
    return failure_of(exception, ErrorCode::index_damaged,
                      "build the index again with `guidepost index`");
  } catch (const Xapian::Error& exception) {
    return failure_of(exception, ErrorCode::internal, "");
  }
}

}  // namespace guidepost
