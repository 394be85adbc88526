#include "cli/answer_text.h"

#include <algorithm>
#include <iomanip>
#include <sstream>

namespace guidepost::cli {
namespace {

std::string joined(const std::vector<std::string>& texts) {
  std::string all;
  for (const std::string& text : texts) all += (all.empty() ? "" : ", ") + text;
  return all;
}

std::string number(double value, int digits) {
  std::ostringstream text;
  text << std::fixed << std::setprecision(digits) << value;
  return text.str();
}

void write_nearest(std::ostringstream& out, const Nearest& nearest) {
  const auto write = [&](const std::string& name, const std::vector<std::string>& texts) {
    if (!texts.empty()) out << name << joined(texts) << "\n";
  };
  std::vector<std::string> words;
  words.reserve(nearest.words.size());
  for (const NearWord& word : nearest.words) words.push_back(word.text);
  const auto labels = [](const std::vector<NearName>& names) {
    std::vector<std::string> texts;
    texts.reserve(names.size());
    for (const NearName& name : names) texts.push_back(name.label);
    return texts;
  };
  write("Similar words: ", words);
  const auto kind = [](const std::vector<NearName>& names) {
    const bool is_near = names.empty() || names.front().because != Nearness::popular;
    return std::string(is_near ? "Near" : "Popular");
  };
  write(kind(nearest.roles) + " roles: ", labels(nearest.roles));
  write(kind(nearest.skills) + " skills: ", labels(nearest.skills));
}

/// "Results 1 to 10 of 41"; what was corrected, dropped or missing.
void write_summary(std::ostringstream& out, const SearchAnswer& answer, const Style& style) {
  const std::size_t first = answer.hits.empty() ? 0 : answer.offset + 1;
  switch (answer.match) {
    case MatchQuality::nearest:
      out << "Nothing matches; the nearest there is:\n";
      break;
    case MatchQuality::none:
      out << "No document fulfils the filters.\n";
      break;
    case MatchQuality::all:
    case MatchQuality::partial:
    case MatchQuality::everything:
      out << "Results " << first << " to " << answer.offset + answer.hits.size() << " of "
          << answer.total << "\n";
      break;
  }
  if (answer.nearest) write_nearest(out, *answer.nearest);
  if (answer.did_you_mean) {
    std::vector<ByteRange> changed;
    for (const WordChange& change : answer.did_you_mean->changes) changed.push_back(change.at);
    const bool is_offer =
        std::none_of(answer.interpretation.words.begin(), answer.interpretation.words.end(),
                     [](const ReadWord& word) { return word.how == WordReading::corrected; });
    out << (is_offer ? "Did you mean: " : "Read as: ")
        << style.marked(answer.did_you_mean->text, changed) << "\n";
  }
  if (answer.match == MatchQuality::partial && !answer.interpretation.steps.empty()) {
    out << "Without: " << joined(answer.interpretation.steps.back().dropped) << "\n";
  }
}

void write_explanation(std::ostringstream& out, const Explanation& part, std::size_t depth) {
  out << std::string(5 + 2 * depth, ' ') << std::setw(8) << number(part.value, 3) << "  "
      << part.name << "\n";
  for (const Explanation& inner : part.parts) write_explanation(out, inner, depth + 1);
}

void write_hit(std::ostringstream& out, const Hit& hit, std::size_t rank, const Style& style) {
  out << "\n" << std::setw(3) << rank << ". ";
  if (!hit.guide_title.empty() && hit.type != "guide") out << hit.guide_title << " > ";
  const bool repeats_section = hit.section_title == hit.title || hit.type != "passage";
  if (!hit.section_title.empty() && !repeats_section) out << hit.section_title << " > ";
  out << style.bold(style.marked(hit.title, hit.title_highlights)) << "  "
      << style.dim("[" + (hit.kind.empty() ? hit.type : hit.kind) + "]") << "\n     ";
  std::string text = style.marked(hit.snippet, hit.snippet_highlights);
  for (std::size_t at = text.find('\n'); at != std::string::npos; at = text.find('\n', at + 6)) {
    text.replace(at, 1, "\n     ");
  }
  out << text << "\n     " << style.dim(hit.url + "  " + hit.id) << "\n";
  if (hit.explanation) write_explanation(out, *hit.explanation, 0);
}

std::string counted(std::size_t count, const std::string& one, const std::string& many) {
  return std::to_string(count) + " " + (count == 1 ? one : many);
}

std::string part_text(const Reason& reason) {
  const std::string& part = reason.part;
  if (part == "name") return "called alike";
  if (part == "words") return "described in like words";
  if (part == "topic") return "of one subject";
  if (part == "mention") return "one names the other";
  if (part == "partners") return "goes with the like of it";
  if (part == "taxonomy") return "near in the taxonomy";
  if (part == "declared") return "declared to go with it";
  if (part == "crowd") return "how many skills it is near to";
  if (part == "flip") return "one is knowledge, the other a skill";
  if (part == "related") return "related to " + reason.label;
  return part;
}

std::string reason_text(const Reason& reason) {
  switch (reason.kind) {
    case ReasonKind::hits:
      return "in " + std::to_string(reason.shared) + " of the best " +
             counted(reason.of, "result", "results") + ", " + number(reason.lift, 1) +
             " times as often as elsewhere";
    case ReasonKind::roles:
      return std::to_string(reason.shared) + " of " +
             counted(reason.of, "role declares both (", "roles declare both (") +
             joined(reason.guides) + ")";
    case ReasonKind::passages:
      return counted(reason.shared, "passage names both, ", "passages name both, ") +
             number(reason.lift, 1) + " times as many as by chance";
    case ReasonKind::words:
      return "like words: " + reason.label;
    case ReasonKind::group:
      return "of one group with " + reason.label;
    case ReasonKind::role_text:
      return "roles of like texts need it";
    case ReasonKind::part:
      return part_text(reason);
    case ReasonKind::rest:
      return counted(reason.of, "smaller reason", "smaller reasons");
  }
  return {};
}

/// The reason that weighs most.
const Reason& strongest(const std::vector<Reason>& reasons) {
  return *std::max_element(reasons.begin(), reasons.end(),
                           [](const Reason& a, const Reason& b) { return a.weight < b.weight; });
}

void write_related(std::ostringstream& out, const std::vector<RelatedSkill>& skills,
                   const Style& style) {
  for (const RelatedSkill& skill : skills) {
    out << "  " << number(skill.score, 2) << "  " << style.bold(skill.label) << "  "
        << style.dim(skill.id) << "\n";
    for (const Reason& reason : skill.reasons) {
      out << "        " << reason_text(reason) << "\n";
    }
  }
}

}  // namespace

std::string text_of(const SearchAnswer& answer, const Style& style) {
  std::ostringstream out;
  write_summary(out, answer, style);
  for (std::size_t i = 0; i < answer.hits.size(); ++i) {
    write_hit(out, answer.hits[i], answer.offset + i + 1, style);
  }
  for (const FacetCounts& facet : answer.facets) {
    if (facet.values.empty()) continue;
    out << "\n" << style.bold(std::string(name_of(facet.field))) << ":";
    for (const FacetValue& value : facet.values) {
      out << "  " << value.value << " (" << value.count << ")" << (value.selected ? "*" : "");
    }
    out << "\n";
  }
  constexpr std::size_t most_related = 5;
  if (!answer.related_skills.empty()) out << "\nRelated skills\n";
  for (std::size_t i = 0; i < answer.related_skills.size() && i < most_related; ++i) {
    const RelatedSkill& skill = answer.related_skills[i];
    out << "  " << style.bold(skill.label) << "  "
        << style.dim(reason_text(strongest(skill.reasons))) << "\n";
  }
  return out.str();
}

std::string text_of(const SuggestAnswer& answer, const Style& style) {
  std::ostringstream out;
  for (const Suggestion& suggestion : answer.suggestions) {
    out << std::left << std::setw(8) << name_of(suggestion.type)
        << style.marked(suggestion.text, suggestion.matched);
    if (!suggestion.via.empty()) out << " (" << suggestion.via << ")";
    out << "  " << style.dim(suggestion.url) << "\n";
  }
  return out.str();
}

std::string text_of(const RelatedAnswer& answer, const Style& style) {
  std::ostringstream out;
  write_related(out, answer.related, style);
  return out.str();
}

}  // namespace guidepost::cli
