// Names that differ in form alone: what is one thing is shown once.
//
//   same: "SQL", "Structured query language SQL"; "JavaScript", "JavaScript (programming language)"; "Machine learning", "Machine learning (ML)"
//   not:  "SQL", "SQL Server"; "Go (game)", "Go (programming language)"; "C", "C++"
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace guidepost {

/// The forms of a label that name the same thing, each as its folded words in alphabetical order: the whole; without its acronym and without what the
/// acronym stands for, where the label has both; all without words that say what kind of thing it is. Labels that share a form are the same.
std::vector<std::string> forms_of_label(std::string_view label);

/// Things that are shown, by label.
class ThingsShown {
 public:
  /// Whether nothing of the same name is shown; it is from now on.
  bool add(std::string_view label);

 private:
  std::set<std::string, std::less<>> forms_;
};

}  // namespace guidepost
