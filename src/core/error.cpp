#include "core/error.h"

namespace guidepost {

std::string to_string(const Error& error) {
  std::string text;
  if (!error.where.file.empty()) {
    text += error.where.file;
    if (error.where.line != 0) text += ":" + std::to_string(error.where.line);
    text += ": ";
  }
  text += error.message;
  if (!error.hint.empty()) text += "; " + error.hint;
  return text;
}

std::string_view name_of(ErrorCode code) {
  switch (code) {
    case ErrorCode::bad_usage:
      return "bad-usage";
    case ErrorCode::bad_input:
      return "bad-input";
    case ErrorCode::not_found:
      return "not-found";
    case ErrorCode::index_missing:
      return "index-missing";
    case ErrorCode::index_damaged:
      return "index-damaged";
    case ErrorCode::index_incompatible:
      return "index-incompatible";
    case ErrorCode::index_busy:
      return "index-busy";
    case ErrorCode::io_failed:
      return "io-failed";
    case ErrorCode::internal:
      return "internal";
  }
  return "internal";
}

int exit_status(ErrorCode code) {
  switch (code) {
    case ErrorCode::bad_usage:
    case ErrorCode::bad_input:
      return 2;
    case ErrorCode::index_missing:
    case ErrorCode::index_damaged:
    case ErrorCode::index_incompatible:
      return 3;
    case ErrorCode::not_found:
    case ErrorCode::index_busy:
    case ErrorCode::io_failed:
    case ErrorCode::internal:
      return 1;
  }
  return 1;
}

}  // namespace guidepost
