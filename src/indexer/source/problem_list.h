// What is wrong with one source item, collected while it is read, so that its author sees everything at once.
#pragma once

#include "indexer/source/source.h"

#include <cstddef>
#include <string>
#include <vector>

namespace guidepost::indexer {

class ProblemList {
 public:
  /// A megabyte of the same list item is a quarter of a million warnings; nobody reads past the first page.
  static constexpr std::size_t most_of_an_item = 100;

  /// `file` is what every problem is reported against; `most` problems are kept, the others counted.
  explicit ProblemList(std::string file, std::size_t most = most_of_an_item)
      : file_(std::move(file)), most_(most) {}

  const std::string& file() const { return file_; }

  /// The item will be left out.
  void error(std::size_t line, std::string message, std::string hint = {});

  /// The item is indexed all the same.
  void warning(std::size_t line, std::string message, std::string hint = {});

  /// An Error that already knows its place.
  void error(Error error);

  /// Whether an error was among them.
  bool rejected() const { return errors_ > 0; }

  /// How many, those that were not kept among them.
  std::size_t errors() const { return errors_; }

  /// In the order of their lines. Of very many the first ones, and one more that counts the others.
  std::vector<Problem> take() &&;

 private:
  void add(Severity severity, Error error);

  std::string file_;
  std::size_t most_;
  std::vector<Problem> problems_;
  std::size_t errors_ = 0;
  std::size_t dropped_ = 0;
};

}  // namespace guidepost::indexer
