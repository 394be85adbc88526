#include "core/search/role_of_guide.h"

#include <string>

namespace guidepost {

Result<Understood> role_of_guide(const RecommendData& data, const Searcher& searcher,
                                 std::string_view text) {
  auto role = understand_role(data, text);
  if (role) return role;
  const RoleName* named = data.names.role_named(text);
  if (named == nullptr) return role;
  const auto guide = searcher.guide(named->id);
  if (!guide || guide->translation_of.empty()) return role;
  auto translated = understand_role(data, guide->translation_of);
  if (!translated || translated->how != Understanding::named) return role;
  translated->typed = std::string(text);
  return translated;
}

}  // namespace guidepost
