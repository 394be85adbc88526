#include "core/text/clipped_words.h"

#include <map>
#include <vector>

namespace guidepost {
namespace {

struct Clipped {
  std::string_view clip;
  std::string_view whole;
};

// Of the language of work and of computing; a word that is short for too many things is not here.
constexpr Clipped clipped_words[] = {
    {"acct", "account"},        {"acct", "accountant"},      {"admin", "administration"},
    {"admin", "administrator"}, {"app", "application"},      {"asst", "assistant"},
    {"assoc", "associate"},     {"auth", "authentication"},  {"auth", "authorization"},
    {"chem", "chemistry"},      {"comms", "communications"}, {"config", "configuration"},
    {"coord", "coordinator"},   {"dept", "department"},      {"dev", "developer"},
    {"dev", "development"},     {"dir", "director"},         {"docs", "documentation"},
    {"econ", "economics"},      {"eng", "engineer"},         {"eng", "engineering"},
    {"engr", "engineer"},       {"env", "environment"},      {"exec", "executive"},
    {"govt", "government"},     {"info", "information"},     {"intl", "international"},
    {"jr", "junior"},           {"lab", "laboratory"},       {"maint", "maintenance"},
    {"math", "mathematics"},    {"maths", "mathematics"},    {"mech", "mechanic"},
    {"mech", "mechanical"},     {"mfg", "manufacturing"},    {"mgmt", "management"},
    {"mgr", "manager"},         {"ops", "operations"},       {"org", "organization"},
    {"perf", "performance"},    {"prof", "professor"},       {"rep", "representative"},
    {"repo", "repository"},     {"spec", "specification"},   {"sr", "senior"},
    {"stats", "statistics"},    {"supv", "supervisor"},      {"svc", "service"},
    {"tech", "technician"},     {"tech", "technology"},      {"univ", "university"},
    {"vet", "veterinarian"},
};

}  // namespace

std::span<const std::string_view> clipped_or_whole(std::string_view folded_word) {
  static const auto others_by_word = [] {
    std::map<std::string_view, std::vector<std::string_view>> others;
    for (const auto& [clip, whole] : clipped_words) {
      others[clip].push_back(whole);
      others[whole].push_back(clip);
    }
    return others;
  }();
  const auto others = others_by_word.find(folded_word);
  if (others == others_by_word.end()) return {};
  return others->second;
}

}  // namespace guidepost
