// What is wrong with one source item, collected while it is read, so that its author sees everything at once.
#pragma once

#include "indexer/source/source.h"

#include <cstddef>
#include <string>
#include <vector>

namespace guidepost::indexer {

class ProblemList {
 public:
  /// `file` is what every problem is reported against.
  explicit ProblemList(std::string file) : file_(std::move(file)) {}

  const std::string& file() const { return file_; }

  /// The item will be left out.
  void error(std::size_t line, std::string message, std::string hint = {});

  /// The item is indexed all the same.
  void warning(std::size_t line, std::string message, std::string hint = {});

  /// An Error that already knows its place.
  void error(Error error);

  /// Whether an error was among them.
  bool rejected() const { return rejected_; }

  /// In the order of their lines. Of a file with very many problems the first hundred, and one more that counts the others.
  std::vector<Problem> take() &&;

 private:
  void add(Severity severity, Error error);

  std::string file_;
  std::vector<Problem> problems_;
  std::size_t dropped_ = 0;
  bool rejected_ = false;
};

}  // namespace guidepost::indexer
