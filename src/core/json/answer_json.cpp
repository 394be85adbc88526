#include "core/json/answer_json.h"

#include "core/json/json_parts.h"

#include <cmath>
#include <optional>
#include <string_view>
#include <utility>

namespace guidepost::json {
namespace {

Json range(const ByteRange& bytes) { return Json::array({bytes.begin, bytes.end}); }

Json ranges(const std::vector<ByteRange>& values) { return list_of(values, range); }

// Names of closed sets.

std::string_view name_of(MatchQuality match) {
  switch (match) {
    case MatchQuality::all:
      return "all";
    case MatchQuality::partial:
      return "partial";
    case MatchQuality::nearest:
      return "nearest";
    case MatchQuality::everything:
      return "everything";
    case MatchQuality::none:
      return "none";
  }
  return "none";
}

std::string_view name_of(WordReading reading) {
  switch (reading) {
    case WordReading::typed:
      return "typed";
    case WordReading::corrected:
      return "corrected";
    case WordReading::prefix:
      return "prefix";
    case WordReading::stop_word:
      return "stop word";
    case WordReading::unknown:
      return "unknown";
  }
  return "unknown";
}

std::string_view name_of(Nearness nearness) {
  switch (nearness) {
    case Nearness::spelling:
      return "spelling";
    case Nearness::substitute:
      return "substitute";
    case Nearness::letters:
      return "letters";
    case Nearness::related:
      return "related";
    case Nearness::popular:
      return "popular";
  }
  return "related";
}

// The parts of a search answer.

Json explanation(const Explanation& tree) {
  return {{"name", tree.name},
          {"value", rounded(tree.value)},
          {"parts", list_of(tree.parts, explanation)}};
}

Json hit(const Hit& hit) {
  Json object = object_of(16);
  object["id"] = hit.id;
  object["type"] = hit.type;
  object["title"] = hit.title;
  add_unless_empty(object, "family", hit.family);
  add_unless_empty(object, "kind", hit.kind);
  add_unless_empty(object, "guide", hit.guide);
  add_unless_empty(object, "guide_title", hit.guide_title);
  add_unless_empty(object, "section", hit.section);
  add_unless_empty(object, "section_title", hit.section_title);
  add_unless_empty(object, "section_anchor", hit.section_anchor);
  object["url"] = hit.url;
  object["snippet"] = hit.snippet;
  object["highlights"] = {{"title", ranges(hit.title_highlights)},
                          {"snippet", ranges(hit.snippet_highlights)}};
  object["skills"] =
      list_of(hit.skills, [](const SkillName& skill) { return skill_name(skill.id, skill.label); });
  add_extra(object, hit.extra);
  object["score"] = rounded(hit.score);
  if (hit.explanation) object["explanation"] = explanation(*hit.explanation);
  return object;
}

Json facet(const FacetCounts& counts, bool is_exact) {
  return fields("total", counts.total, "exact", is_exact, "values",
                list_of(counts.values, [](const FacetValue& value) {
                  return fields("value", value.value, "label",
                                value.label.empty() ? value.value : value.label, "count",
                                value.count, "selected", value.selected);
                }));
}

Json facets(const std::vector<FacetCounts>& all, bool is_exact) {
  Json object = object_of(all.size());
  for (const FacetCounts& counts : all) {
    object[std::string(guidepost::name_of(counts.field))] = facet(counts, is_exact);
  }
  return object;
}

Json did_you_mean(const std::optional<DidYouMean>& suggestion) {
  if (!suggestion) return nullptr;
  return {{"text", suggestion->text},
          {"changes", list_of(suggestion->changes, [](const WordChange& change) {
             return Json{{"from", change.from}, {"to", change.to}, {"at", range(change.at)}};
           })}};
}

Json nearest(const std::optional<Nearest>& near) {
  if (!near) return nullptr;
  const auto near_name = [](const NearName& name) {
    return Json{{"id", name.id}, {"label", name.label}, {"because", name_of(name.because)}};
  };
  return {{"words", list_of(near->words,
                            [](const NearWord& word) {
                              return Json{{"text", word.text},
                                          {"typed", word.typed},
                                          {"because", name_of(word.because)}};
                            })},
          {"skills", list_of(near->skills, near_name)},
          {"roles", list_of(near->roles, near_name)}};
}

Json read_name(const ReadName& name) {
  return {{"id", name.id}, {"label", name.label}, {"text", name.text}};
}

Json interpreted(const Interpretation& read) {
  Json object = object_of(16);
  object["words"] = list_of(read.words, [](const ReadWord& word) {
    return Json{{"text", word.text}, {"read_as", word.read_as}, {"how", name_of(word.how)}};
  });
  object["skills"] = list_of(read.skills, read_name);
  object["roles"] = list_of(read.roles, read_name);
  object["section"] = read.section ? Json(guidepost::name_of(*read.section)) : Json(nullptr);
  object["levels"] = list_of(read.levels, read_name);
  object["families"] = list_of(read.families, read_name);
  object["synonyms"] = list_of(read.synonyms, [](const ReadSynonym& synonym) {
    return Json{{"text", synonym.text}, {"meanings", texts(synonym.meanings)}};
  });
  object["any_of"] = list_of(read.any_of, texts);
  object["phrases"] = texts(read.phrases);
  object["excluded"] = texts(read.excluded);
  object["filters"] = list_of(read.filters, [](const ReadFilter& filter) {
    return Json{{"field", filter.field}, {"value", filter.value}};
  });
  object["steps"] = list_of(read.steps, [](const RelaxationStep& step) {
    return Json{{"required", texts(step.required)},
                {"dropped", texts(step.dropped)},
                {"total", step.total}};
  });
  return object;
}

}  // namespace

std::string search_answer(const SearchAnswer& answer, double took_ms) {
  Json object = object_of(16);
  object["query"] = answer.query;
  object["total"] = answer.total;
  object["exact"] = answer.is_exact;
  object["offset"] = answer.offset;
  object["limit"] = answer.limit;
  object["match"] = name_of(answer.match);
  object["hits"] = list_of(answer.hits, hit);
  object["facets"] = facets(answer.facets, answer.is_exact);
  object["related_skills"] = list_of(answer.related_skills, related_skill);
  object["did_you_mean"] = did_you_mean(answer.did_you_mean);
  object["nearest"] = nearest(answer.nearest);
  object["interpreted"] = interpreted(answer.interpretation);
  object["generation"] = answer.generation;
  object["took_ms"] = std::round(took_ms * 1e3) / 1e3;
  return written(object);
}

std::string suggest_answer(const SuggestAnswer& answer) {
  Json object;
  object["query"] = answer.query;
  object["total"] = answer.total;
  object["exact"] = true;
  object["suggestions"] = list_of(answer.suggestions, [](const Suggestion& suggestion) {
    Json one = {{"text", suggestion.text}, {"type", guidepost::name_of(suggestion.type)}};
    add_unless_empty(one, "id", suggestion.id);
    one["url"] = suggestion.url;
    one["matched"] = ranges(suggestion.matched);
    one["via"] = text_or_null(suggestion.via);
    return one;
  });
  return written(object);
}

std::string related_answer(std::span<const Skill* const> to, const RelatedAnswer& answer) {
  const auto name = [](const Skill* skill) { return skill_name(skill->id, skill->label); };
  Json object;
  if (to.size() == 1) {
    object["skill"] = name(to.front());
  } else {
    object["skills"] = list_of(to, name);
  }
  object["total"] = answer.total;
  object["exact"] = answer.is_exact;
  object["related"] = list_of(answer.related, related_skill);
  return written(object);
}

}  // namespace guidepost::json
