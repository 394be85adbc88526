// Query parameters as values, with the errors of docs/http.md.
//
// An empty value is as good as none, because forms send fields that were left empty. A parameter that has one value may stand once.
#pragma once

#include "core/result.h"
#include "server/http_message.h"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace guidepost::server {

struct NumberRange {
  std::size_t least;
  std::size_t most;
};

/// What a person typed, in any bytes: never an error. Given several times, joined by spaces.
std::string typed_text(const Request& request, std::string_view name);

/// The value, or empty. bad_usage when it stands twice or is not UTF-8.
Result<std::string> text_parameter(const Request& request, std::string_view name);

/// All values in order, empty ones too. bad_usage when one is not UTF-8.
Result<std::vector<std::string>> text_parameters(const Request& request, std::string_view name);

/// bad_usage when it is no whole number of the range.
Result<std::size_t> number_parameter(const Request& request, std::string_view name,
                                     std::size_t otherwise, NumberRange range);

/// The place of the value among `choices`, 0 without a value. bad_usage names the nearest choice.
Result<std::size_t> choice_parameter(const Request& request, std::string_view name,
                                     std::span<const std::string_view> choices);

/// `there is no KIND "value"`, and what is near or possible instead.
Error unknown_value(std::string_view kind, std::string_view value,
                    std::span<const std::string_view> choices);

}  // namespace guidepost::server
