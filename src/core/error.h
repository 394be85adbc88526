// The only way to say "it failed".
//
// An Error is data: a code that callers switch on, a message for people, a hint that says what to do, and the place it is
// about. A person's query is never an Error (the interpreter reads it as well as it can); a bad line, a missing or damaged
// index, a wrong parameter always is.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace guidepost {

enum class ErrorCode {
  bad_usage,           // the command line or a request parameter is wrong
  bad_input,           // a source file breaks the grammar
  not_found,           // no such guide, skill, document or path
  index_missing,       // there is no generation to read
  index_damaged,       // a generation is there and cannot be trusted
  index_incompatible,  // the generation has another schema version, or was read by another analyzer
  index_busy,          // another process is writing this index
  io_failed,           // the operating system refused: disk full, permission, ...
  internal,            // a bug
};

/// Where in a source something is wrong. `line` counts from 1; 0 means the file as a whole; an empty file means "nowhere".
struct SourcePlace {
  std::string file;
  std::size_t line = 0;

  friend bool operator==(const SourcePlace&, const SourcePlace&) = default;
};

struct Error {
  ErrorCode code = ErrorCode::internal;
  std::string message;  // what is wrong: "no title"
  std::string hint;     // what to do about it: "add a line `title: ...`"; may be empty
  SourcePlace where;
};

/// `file:line: message; hint`, without the parts that are empty.
std::string to_string(const Error& error);

/// Stable kebab-case name, for logs and machine-readable answers.
std::string_view name_of(ErrorCode code);

/// The exit status of the program for this failure: 2 for wrong usage or bad input, 3 for an index that cannot be read, 1 else.
int exit_status(ErrorCode code);

}  // namespace guidepost
