#include "core/search/plan_parts.h"

#include "core/search/ranking.h"

#include <algorithm>
#include <span>
#include <utility>

namespace guidepost {
namespace {

using AnyOf = std::vector<std::vector<std::string>>;

void add_alternatives(const WordGroup& from, WordGroup& to) {
  for (const Alternative& alternative : from.alternatives) {
    if (to.alternatives.size() >= ranking::max_alternatives) return;
    to.alternatives.push_back(alternative);
  }
}

/// Several groups as one way to be met: the words as they are, anywhere.
WordGroup all_of(std::span<const WordGroup> groups) {
  if (groups.size() == 1) return groups.front();
  WordGroup all;
  Alternative together{{}, Together::anywhere, 1};
  for (const WordGroup& group : groups) {
    all.text += (all.text.empty() ? "" : " ") + group.text;
    if (group.alternatives.empty()) return all;  // one of them is nowhere
    const std::vector<std::string>& terms = group.alternatives.front().terms;
    together.terms.insert(together.terms.end(), terms.begin(), terms.end());
  }
  all.alternatives.push_back(std::move(together));
  return all;
}

/// "python OR java": the group before and the one behind become one.
void join_alternatives(std::vector<PlanPart>& parts, QueryPlan& plan, AnyOf& any_of) {
  std::vector<WordGroup>& groups = plan.required;
  std::size_t joined = groups.size();  // the group that was joined last: none yet
  for (std::size_t i = 1; i < parts.size(); ++i) {
    const std::size_t begin = parts[i].begin;
    const std::size_t end = i + 1 < parts.size() ? parts[i + 1].begin : groups.size();
    if (parts[i].joint != Joint::either || begin == 0 || begin == end) continue;
    WordGroup& first = groups[begin - 1];
    if (joined != begin - 1) any_of.push_back({first.text});
    joined = begin - 1;
    any_of.back().push_back(groups[begin].text);
    add_alternatives(groups[begin], first);
    first.text += " OR " + groups[begin].text;
    groups.erase(groups.begin() + static_cast<std::ptrdiff_t>(begin));
    for (std::size_t later = i + 1; later < parts.size(); ++later) --parts[later].begin;
  }
}

/// "python, sql, excel": whatever has one of them is found, and each more is welcome. Two items are a list where both are names, and what
/// has more than a few words between its commas is a sentence.
void join_list(const std::vector<PlanPart>& parts, QueryPlan& plan, AnyOf& any_of) {
  constexpr std::size_t most_words = 3;
  std::vector<WordGroup>& groups = plan.required;
  std::vector<WordGroup> items;
  bool are_names = true;
  std::size_t begin = 0;
  for (std::size_t i = 1; i <= parts.size(); ++i) {
    if (i < parts.size() && parts[i].joint != Joint::comma) continue;
    const std::size_t end = i < parts.size() ? parts[i].begin : groups.size();
    if (end - begin > most_words) return;
    if (end > begin) {
      items.push_back(all_of({groups.data() + begin, end - begin}));
      are_names = are_names && items.back().kind == GroupKind::name;
    }
    begin = end;
  }
  if (items.size() < 2 || (items.size() == 2 && !are_names)) return;
  WordGroup list;
  std::vector<std::string>& texts = any_of.emplace_back();
  for (WordGroup& item : items) {
    list.text += (list.text.empty() ? "" : ", ") + item.text;
    texts.push_back(item.text);
    add_alternatives(item, list);
    if (!item.alternatives.empty()) plan.optional.push_back(std::move(item));
  }
  groups = {std::move(list)};
}

}  // namespace

void join_parts(std::vector<PlanPart> parts, QueryPlan& plan, AnyOf& any_of) {
  const bool is_list = std::any_of(parts.begin(), parts.end(),
                                   [](const PlanPart& part) { return part.joint == Joint::comma; });
  join_alternatives(parts, plan, any_of);
  if (is_list) join_list(parts, plan, any_of);
}

}  // namespace guidepost
