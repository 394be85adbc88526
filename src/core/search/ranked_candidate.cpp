#include "core/search/ranked_candidate.h"

namespace guidepost {

using ranking::Feature;

std::string_view name_of(Feature feature) {
  switch (feature) {
    case Feature::text:
      return "text";
    case Feature::name:
      return "name";
    case Feature::pairs:
      return "pairs";
    case Feature::last:
      return "last word";
    case Feature::first:
      return "first word";
    case Feature::label:
      return "label";
    case Feature::exact:
      return "exact";
    case Feature::three:
      return "three best names";
    case Feature::vote:
      return "all names";
    case Feature::letters:
      return "letters";
    case Feature::everywhere:
      return "everywhere";
    case Feature::whole:
      return "every word";
    case Feature::language:
      return "language";
    case Feature::asked:
      return "asked section";
    case Feature::beside:
      return "every name";
    case Feature::role:
      return "role";
    case Feature::section:
      return "section";
    case Feature::level:
      return "level or family";
    case Feature::initials:
      return "initials";
    case Feature::latent:
      return "related words";
  }
  return "text";
}

double RankedCandidate::score() const {
  double sum = 0;
  for (std::size_t i = 0; i < features.size(); ++i) sum += ranking::weights[i] * features[i];
  return sum;
}

double RankedCandidate::similarity() const {
  constexpr auto language = static_cast<std::size_t>(Feature::language);
  return score() - ranking::weights[language] * features[language];
}

}  // namespace guidepost
