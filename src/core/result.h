// Result<T>: a value, or the Error that stands in its place.
#pragma once

#include "core/error.h"

#include <tl/expected.hpp>

#include <string>
#include <utility>

namespace guidepost {

/// Has the interface of C++23's std::expected, which GCC 12 offers only under -std=c++23.
template <typename T>
using Result = tl::expected<T, Error>;

/// `return failure(ErrorCode::bad_input, "no title", "add a line `title: ...`", {file, 1});`
inline tl::unexpected<Error> failure(ErrorCode code, std::string message, std::string hint = {},
                                     SourcePlace where = {}) {
  return tl::unexpected<Error>(Error{code, std::move(message), std::move(hint), std::move(where)});
}

/// Hands on the error of another Result: `if (!n) return failure(n.error());`
inline tl::unexpected<Error> failure(Error error) {
  return tl::unexpected<Error>(std::move(error));
}

}  // namespace guidepost
