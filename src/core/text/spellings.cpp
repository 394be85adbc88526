#include "core/text/spellings.h"

#include <algorithm>
#include <array>
#include <compare>

namespace guidepost {
namespace {

// Sorted by the two words written together.
constexpr std::array<Spelling, 152> spellings{{
    {"air", "flow", SpellingKind::whole},
    {"angular", "js", SpellingKind::compound},
    {"auto", "cad", SpellingKind::whole},
    {"back", "end", SpellingKind::compound},
    {"back", "log", SpellingKind::whole},
    {"bar", "tender", SpellingKind::whole},
    {"bar", "tending", SpellingKind::whole},
    {"bench", "marking", SpellingKind::whole},
    {"big", "query", SpellingKind::whole},
    {"bio", "informatics", SpellingKind::compound},
    {"bio", "technology", SpellingKind::compound},
    {"bit", "bucket", SpellingKind::whole},
    {"block", "chain", SpellingKind::whole},
    {"book", "keeper", SpellingKind::whole},
    {"book", "keeping", SpellingKind::whole},
    {"bug", "fix", SpellingKind::compound},
    {"care", "giver", SpellingKind::whole},
    {"care", "taker", SpellingKind::whole},
    {"child", "care", SpellingKind::compound},
    {"ci", "cd", SpellingKind::compound},
    {"code", "base", SpellingKind::compound},
    {"coffee", "script", SpellingKind::whole},
    {"co", "founder", SpellingKind::compound},
    {"copy", "writer", SpellingKind::compound},
    {"couch", "db", SpellingKind::whole},
    {"co", "worker", SpellingKind::compound},
    {"crafts", "man", SpellingKind::whole},
    {"c", "sharp", SpellingKind::whole},
    {"cyber", "security", SpellingKind::compound},
    {"dash", "board", SpellingKind::whole},
    {"data", "base", SpellingKind::compound},
    {"data", "bricks", SpellingKind::whole},
    {"data", "center", SpellingKind::compound},
    {"data", "centre", SpellingKind::compound},
    {"data", "set", SpellingKind::compound},
    {"day", "care", SpellingKind::compound},
    {"dev", "ops", SpellingKind::compound},
    {"dynamo", "db", SpellingKind::whole},
    {"e", "commerce", SpellingKind::compound},
    {"e", "learning", SpellingKind::compound},
    {"e", "mail", SpellingKind::compound},
    {"express", "js", SpellingKind::compound},
    {"fire", "fighter", SpellingKind::compound},
    {"firm", "ware", SpellingKind::whole},
    {"free", "lancer", SpellingKind::whole},
    {"front", "end", SpellingKind::compound},
    {"f", "sharp", SpellingKind::whole},
    {"full", "stack", SpellingKind::compound},
    {"fund", "raiser", SpellingKind::whole},
    {"fund", "raising", SpellingKind::whole},
    {"geo", "informatics", SpellingKind::whole},
    {"geo", "science", SpellingKind::whole},
    {"git", "hub", SpellingKind::whole},
    {"git", "lab", SpellingKind::whole},
    {"graph", "ql", SpellingKind::whole},
    {"health", "care", SpellingKind::compound},
    {"help", "desk", SpellingKind::compound},
    {"house", "keeper", SpellingKind::whole},
    {"house", "keeping", SpellingKind::whole},
    {"influx", "db", SpellingKind::whole},
    {"java", "script", SpellingKind::whole},
    {"key", "word", SpellingKind::whole},
    {"kube", "ctl", SpellingKind::whole},
    {"life", "cycle", SpellingKind::whole},
    {"maria", "db", SpellingKind::whole},
    {"meta", "data", SpellingKind::compound},
    {"metal", "working", SpellingKind::compound},
    {"micro", "controller", SpellingKind::compound},
    {"micro", "service", SpellingKind::compound},
    {"middle", "ware", SpellingKind::whole},
    {"ml", "ops", SpellingKind::compound},
    {"mongo", "db", SpellingKind::whole},
    {"multi", "media", SpellingKind::whole},
    {"multi", "tasking", SpellingKind::whole},
    {"my", "sql", SpellingKind::whole},
    {"nano", "technology", SpellingKind::compound},
    {"near", "shore", SpellingKind::whole},
    {"next", "js", SpellingKind::compound},
    {"node", "js", SpellingKind::compound},
    {"num", "py", SpellingKind::whole},
    {"objective", "c", SpellingKind::whole},
    {"off", "boarding", SpellingKind::whole},
    {"off", "shore", SpellingKind::whole},
    {"off", "site", SpellingKind::whole},
    {"on", "boarding", SpellingKind::whole},
    {"on", "shore", SpellingKind::whole},
    {"on", "site", SpellingKind::whole},
    {"open", "shift", SpellingKind::whole},
    {"open", "stack", SpellingKind::whole},
    {"out", "sourcing", SpellingKind::whole},
    {"pay", "pal", SpellingKind::whole},
    {"pay", "roll", SpellingKind::whole},
    {"physio", "therapist", SpellingKind::compound},
    {"physio", "therapy", SpellingKind::compound},
    {"pl", "sql", SpellingKind::compound},
    {"postgre", "sql", SpellingKind::whole},
    {"power", "point", SpellingKind::whole},
    {"power", "shell", SpellingKind::whole},
    {"pre", "school", SpellingKind::whole},
    {"proof", "reader", SpellingKind::whole},
    {"proof", "reading", SpellingKind::whole},
    {"psycho", "therapist", SpellingKind::compound},
    {"psycho", "therapy", SpellingKind::compound},
    {"py", "torch", SpellingKind::whole},
    {"quick", "books", SpellingKind::whole},
    {"rabbit", "mq", SpellingKind::whole},
    {"radio", "therapy", SpellingKind::compound},
    {"react", "js", SpellingKind::compound},
    {"road", "map", SpellingKind::whole},
    {"sales", "man", SpellingKind::whole},
    {"sales", "person", SpellingKind::compound},
    {"sand", "box", SpellingKind::whole},
    {"sci", "py", SpellingKind::whole},
    {"sec", "ops", SpellingKind::compound},
    {"share", "holder", SpellingKind::whole},
    {"share", "point", SpellingKind::whole},
    {"smart", "phone", SpellingKind::whole},
    {"solid", "works", SpellingKind::whole},
    {"spread", "sheet", SpellingKind::whole},
    {"stack", "overflow", SpellingKind::whole},
    {"stake", "holder", SpellingKind::whole},
    {"tcp", "ip", SpellingKind::compound},
    {"team", "work", SpellingKind::compound},
    {"tele", "communications", SpellingKind::whole},
    {"tele", "health", SpellingKind::compound},
    {"tele", "marketing", SpellingKind::compound},
    {"tele", "medicine", SpellingKind::compound},
    {"tensor", "flow", SpellingKind::whole},
    {"three", "js", SpellingKind::compound},
    {"time", "line", SpellingKind::whole},
    {"time", "sheet", SpellingKind::compound},
    {"time", "table", SpellingKind::whole},
    {"trouble", "shooting", SpellingKind::whole},
    {"type", "script", SpellingKind::whole},
    {"ui", "ux", SpellingKind::compound},
    {"under", "writer", SpellingKind::whole},
    {"under", "writing", SpellingKind::whole},
    {"ux", "ui", SpellingKind::compound},
    {"vue", "js", SpellingKind::compound},
    {"web", "master", SpellingKind::whole},
    {"web", "page", SpellingKind::compound},
    {"web", "site", SpellingKind::compound},
    {"web", "socket", SpellingKind::compound},
    {"white", "board", SpellingKind::whole},
    {"wood", "working", SpellingKind::compound},
    {"word", "press", SpellingKind::whole},
    {"work", "flow", SpellingKind::compound},
    {"work", "force", SpellingKind::whole},
    {"work", "load", SpellingKind::whole},
    {"work", "place", SpellingKind::whole},
    {"work", "shop", SpellingKind::whole},
    {"you", "tube", SpellingKind::whole},
}};

// Sorted.
constexpr std::array<std::string_view, 10> technical_names{
    "ansible", "axios",  "devops", "jenkins",  "kubernetes",
    "macos",   "nagios", "pandas", "postgres", "redis"};

/// Compares a + b with `word` without joining them.
std::strong_ordering order(const Spelling& spelling, std::string_view word) {
  const auto head = spelling.first <=> word.substr(0, spelling.first.size());
  return head != 0 ? head : spelling.second <=> word.substr(spelling.first.size());
}

const Spelling* find(std::string_view word) {
  const auto* at = std::lower_bound(spellings.begin(), spellings.end(), word,
                                    [](const Spelling& spelling, std::string_view wanted) {
                                      return order(spelling, wanted) < 0;
                                    });
  return at != spellings.end() && order(*at, word) == 0 ? &*at : nullptr;
}

}  // namespace

std::optional<Spelling> spelling_of(std::string_view folded_word) {
  if (const Spelling* found = find(folded_word)) return *found;
  if (folded_word.ends_with('s')) {
    folded_word.remove_suffix(1);
    if (const Spelling* found = find(folded_word)) return *found;
  }
  return std::nullopt;
}

bool begins_spelling(std::string_view folded_word) {
  return std::any_of(spellings.begin(), spellings.end(),
                     [&](const Spelling& spelling) { return spelling.first == folded_word; });
}

bool is_technical_name(std::string_view folded_word) {
  static_assert(std::is_sorted(technical_names.begin(), technical_names.end()));
  constexpr std::size_t shortest_library = 5;  // "vuejs"
  if (folded_word.size() >= shortest_library && folded_word.ends_with("js")) return true;
  return std::binary_search(technical_names.begin(), technical_names.end(), folded_word);
}

}  // namespace guidepost
