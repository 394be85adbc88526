#include "core/search/helping_passages.h"

#include <algorithm>

namespace guidepost {

Result<HelpingPassages> helping_passages(const Searcher& searcher, const Skill& skill,
                                         std::string_view role, std::size_t limit) {
  SearchRequest request;
  request.text = skill.label;
  request.limit = limit;
  request.filters = {{FacetField::type, "passage"},
                     {FacetField::type, "tip"},
                     {FacetField::skill, skill.id},
                     {FacetField::language, skill.language},
                     {FacetField::role, std::string(role)}};
  HelpingPassages help;
  for (int pass = 0; pass < 2 && help.size() < limit; ++pass) {
    if (pass == 1) request.filters.pop_back();  // of any role
    const auto answer = searcher.search(request);
    if (!answer) return failure(answer.error());
    if (answer->match == MatchQuality::nearest) continue;
    for (const Hit& hit : answer->hits) {
      const bool is_new = std::none_of(help.begin(), help.end(),
                                       [&](const HelpingPassage& one) { return one.id == hit.id; });
      if (is_new && help.size() < limit) {
        help.push_back({hit.id, hit.type, hit.title, hit.guide, hit.url});
      }
    }
  }
  return help;
}

}  // namespace guidepost
