#include "cli/recommend_text.h"

#include <cmath>
#include <sstream>

namespace guidepost::cli {
namespace {

constexpr std::size_t most_named = 5;

std::string percent(double share) { return std::to_string(std::lround(100 * share)) + " %"; }

template <typename Range>
std::string labels(const Range& range, std::size_t total) {
  std::string all;
  std::size_t named = 0;
  for (const auto& one : range) {
    if (named == most_named) break;
    all += (named == 0 ? "" : ", ") + one.label;
    ++named;
  }
  if (total > named) all += " and " + std::to_string(total - named) + " more";
  return all;
}

void write_step(std::ostringstream& out, const GapStep& step, std::size_t number,
                const Style& style) {
  out << "\n"
      << number << ". " << style.bold(step.skill.label) << "  "
      << style.dim("importance " + std::to_string(step.skill.importance) + " of 5, " +
                   percent(step.skill.share) + " of the role")
      << "\n";
  for (const GapStep::After& after : step.after) {
    out << "   after " << after.label
        << (after.why.kind == PrecedenceKind::declared
                ? " (declared)"
                : " (" + percent(after.why.share) + " of the roles that need this need it too)")
        << "\n";
  }
  for (const OpenedRole& role : step.opens) {
    out << "   opens " << role.title << ": " << percent(role.before) << " -> "
        << percent(role.after) << "\n";
  }
}

}  // namespace

std::string corrections(const std::vector<Understood>& names, const Style& style) {
  std::string lines;
  for (const Understood& name : names) {
    if (name.how != Understanding::corrected) continue;
    lines += style.dim("\"" + name.typed + "\" is read as " + name.label) + "\n";
  }
  return lines;
}

std::string text_of(const RolesAnswer& answer, const Style& style) {
  std::ostringstream out;
  for (const RoleFit& role : answer.roles) {
    out << "  " << style.bold(role.title) << "  " << percent(role.coverage) << " covered  "
        << style.dim(role.id) << "\n"
        << "        shared: " << labels(role.held, role.held.size()) << "\n";
    if (role.missing_total == 0) continue;
    out << "        missing: " << labels(role.missing, role.missing_total) << "\n";
  }
  return out.str();
}

std::string text_of(const GapAnswer& answer, std::span<const HelpingPassages> help,
                    const Style& style) {
  std::ostringstream out;
  out << style.bold(answer.title) << ": " << percent(answer.coverage) << " covered\n";
  if (!answer.held.empty()) out << "held: " << labels(answer.held, answer.held.size()) << "\n";
  for (std::size_t i = 0; i < answer.missing.size(); ++i) {
    write_step(out, answer.missing[i], i + 1, style);
    if (i >= help.size()) continue;
    for (const HelpingPassage& passage : help[i]) {
      out << "   read  " << passage.title << "  " << style.dim(passage.url) << "\n";
    }
  }
  if (answer.missing_total > answer.missing.size()) {
    out << "\nand " << answer.missing_total - answer.missing.size() << " less important ones\n";
  }
  if (!answer.beyond.empty()) {
    out << "\nLikely beyond what the guide lists: " << labels(answer.beyond, answer.beyond.size())
        << "\n";
  }
  return out.str();
}

std::string text_of(const NextAnswer& answer, const Style& style) {
  std::ostringstream out;
  for (const NextRole& role : answer.roles) {
    out << "  " << style.bold(role.title) << "  "
        << (role.is_declared ? "on the career path, " : "") << percent(role.overlap)
        << " of it is known  " << style.dim(role.id) << "\n";
    if (role.to_learn_total > 0) {
      out << "        to learn: " << labels(role.to_learn, role.to_learn_total) << "\n";
    }
  }
  return out.str();
}

}  // namespace guidepost::cli
