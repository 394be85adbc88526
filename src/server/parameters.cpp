#include "server/parameters.h"

#include "core/text/edit_distance.h"
#include "core/text/utf8.h"
#include "server/shown_words.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace guidepost::server {

std::string typed_text(const Request& request, std::string_view name) {
  std::string text;
  for (const Parameter& parameter : request.parameters) {
    if (parameter.name != name || parameter.value.empty()) continue;
    if (!text.empty()) text += ' ';
    text += parameter.value;
  }
  return clean_utf8(text);
}

Result<std::vector<std::string>> text_parameters(const Request& request, std::string_view name) {
  std::vector<std::string> values;
  for (const Parameter& parameter : request.parameters) {
    if (parameter.name != name) continue;
    if (first_invalid_utf8(parameter.value)) {
      return failure(ErrorCode::bad_usage, std::string(name) + " is not UTF-8");
    }
    values.push_back(parameter.value);
  }
  return values;
}

Result<std::string> text_parameter(const Request& request, std::string_view name) {
  auto values = text_parameters(request, name);
  if (!values) return failure(values.error());
  std::erase(*values, "");
  if (values->size() > 1) {
    return failure(ErrorCode::bad_usage, std::string(name) + " stands more than once");
  }
  return values->empty() ? std::string() : std::move(values->front());
}

Result<std::size_t> number_parameter(const Request& request, std::string_view name,
                                     std::size_t otherwise, NumberRange range) {
  const auto text = text_parameter(request, name);
  if (!text) return failure(text.error());
  if (text->empty()) return otherwise;
  std::size_t number = 0;
  const char* const end = text->data() + text->size();
  const auto [read, error] = std::from_chars(text->data(), end, number);
  if (error != std::errc() || read != end || number < range.least || number > range.most) {
    return failure(ErrorCode::bad_usage, std::string(name) + " must be a whole number from " +
                                             std::to_string(range.least) + " to " +
                                             std::to_string(range.most) + ", not " +
                                             in_quotes(*text));
  }
  return number;
}

Result<std::size_t> choice_parameter(const Request& request, std::string_view name,
                                     std::span<const std::string_view> choices) {
  const auto text = text_parameter(request, name);
  if (!text) return failure(text.error());
  if (text->empty()) return std::size_t{0};
  const auto found = std::find(choices.begin(), choices.end(), *text);
  if (found == choices.end()) {
    return failure(unknown_value("value of " + std::string(name), *text, choices));
  }
  return static_cast<std::size_t>(found - choices.begin());
}

Error unknown_value(std::string_view kind, std::string_view value,
                    std::span<const std::string_view> choices) {
  const std::string near = nearest(value, choices);
  return {ErrorCode::bad_usage,
          "there is no " + std::string(kind) + " " + in_quotes(value),
          near.empty() ? "it may be " + listed(choices) : "did you mean \"" + near + "\"?",
          {}};
}

}  // namespace guidepost::server
