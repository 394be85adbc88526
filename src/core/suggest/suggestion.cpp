#include "core/suggest/suggestion.h"

namespace guidepost {

std::string_view name_of(SuggestionType type) {
  switch (type) {
    case SuggestionType::role:
      return "role";
    case SuggestionType::skill:
      return "skill";
    case SuggestionType::section:
      return "section";
    case SuggestionType::phrase:
      return "phrase";
  }
  return "phrase";
}

}  // namespace guidepost
