#include "cli/evaluation.h"

#include "core/recommend/roles_for_skills.h"
#include "core/recommend/similar_roles.h"
#include "core/recommend/skill_suggestions.h"
#include "core/search/request_fields.h"

#include <algorithm>

namespace guidepost::cli {
namespace {

/// What the answers of a question can be restricted by.
std::vector<FacetField> fields_of(const std::string& question) {
  if (question == "search") return {all_facet_fields.begin(), all_facet_fields.end()};
  if (question == "suggest" || question == "similar") return {};
  if (question == "roles") return {FacetField::language};
  return {FacetField::kind, FacetField::language};
}

std::string filters_known_to(const std::string& question) {
  const std::vector<FacetField> fields = fields_of(question);
  if (fields.empty()) return "eval " + question + " knows no filter";
  std::string hint;
  for (const FacetField field : fields) {
    hint += hint.empty() ? "say --filter " : " or ";
    hint += field == FacetField::kind ? "kind:technology" : std::string(name_of(field)) + ":en";
  }
  return hint;
}

}  // namespace

tl::unexpected<Error> cannot_write(const std::string& path) {
  return failure(ErrorCode::io_failed, "cannot be written", "check the path", {path, 0});
}

Result<void> open_for_writing(const std::string& path, std::ofstream& file) {
  file.open(path);
  if (!file) return cannot_write(path);
  return {};
}

Result<void> Evaluation::prepare() {
  if (!options_.features.empty()) {
    if (auto opened = open_for_writing(options_.features, features_); !opened) return opened;
    request_.explain = Explain::yes;
  }
  request_.detail = Detail::ids;
  number_names();
  skills_.limit = options_.depth;
  return prepare_filters().and_then([&] { return read_candidates(); });
}

Result<void> Evaluation::finish() {
  if (features_.is_open() && !features_.flush()) return cannot_write(options_.features);
  return {};
}

Result<void> Evaluation::prepare_filters() {
  for (const std::string& text : options_.filters) {
    auto filter = parse_filter(text);
    if (!filter) return failure(filter.error());
    const auto unknown = [&](const std::string& why) {
      std::string said = text;
      said.append(" ").append(why);
      return failure(ErrorCode::bad_usage, std::move(said), filters_known_to(options_.question));
    };
    const std::vector<FacetField> fields = fields_of(options_.question);
    if (std::find(fields.begin(), fields.end(), filter->field) == fields.end()) {
      return unknown("restricts no answer of eval " + options_.question);
    }
    if (options_.question == "search") {
      request_.filters.push_back(std::move(*filter));
    } else if (filter->field == FacetField::language) {
      if (!language_.empty()) return unknown("is a second language");
      language_ = filter->value;
      skills_.languages = {language_};
    } else if (const auto kind = skill_kind_named(filter->value)) {
      skills_.kinds.push_back(*kind);
    } else {
      return unknown("is no kind of skill");
    }
  }
  return {};
}

Result<void> Evaluation::read_candidates() {
  if (options_.candidates.empty()) return {};
  std::ifstream input(options_.candidates);
  if (!input) {
    return failure(ErrorCode::bad_input, "cannot be read", "check the name",
                   {options_.candidates, 0});
  }
  for (std::string line; std::getline(input, line);) {
    if (!line.empty()) candidates_.insert(document_name(line.substr(0, line.find('\t'))));
  }
  skills_.admits = [this](const std::string& id) {
    return candidates_.contains(document_name(id));
  };
  return {};
}

void Evaluation::number_names() {
  const RecommendData& data = engine_.recommend_data();
  for (std::uint32_t skill = 0; skill < data.graph.skill_count(); ++skill) {
    skill_numbers_.emplace(document_name(data.graph.skill_id(skill)), skill);
  }
  for (std::uint32_t role = 0; role < data.graph.role_count(); ++role) {
    role_numbers_.emplace(document_name(data.graph.role(role).id), role);
  }
}

Result<std::vector<ScoredDocument>> Evaluation::answer(const Question& question) {
  auto documents = ask(question);
  if (!documents) return documents;
  if (!candidates_.empty()) {
    std::erase_if(*documents, [&](const ScoredDocument& document) {
      return !candidates_.contains(document_name(document.id));
    });
  }
  if (documents->size() > options_.depth) documents->resize(options_.depth);
  return documents;
}

Result<std::vector<ScoredDocument>> Evaluation::ask(const Question& question) {
  if (options_.question == "search") return searched(question);
  if (options_.question == "suggest") return suggested(question.texts.front());
  if (options_.question == "role-skills") return skills_of_role(question.id);
  if (options_.question == "skills") return skills_beside(question);
  if (options_.question == "roles") return roles_fitting(question);
  if (options_.question == "similar") return similar_roles(question.id);
  return related(question.id);
}

/// What a list of candidates leaves out must not take the place of what it holds.
std::size_t Evaluation::depth() const {
  return candidates_.empty() ? options_.depth : SearchRequest::max_offset;
}

Result<std::vector<ScoredDocument>> Evaluation::searched(const Question& question) {
  std::vector<ScoredDocument> documents;
  SearchRequest request = request_;
  request.text = question.texts.front();
  while (documents.size() < depth()) {
    request.offset = documents.size();
    request.limit = std::min(depth() - documents.size(), SearchRequest::max_limit);
    const auto answer = searcher_.search(request);
    if (!answer) return failure(answer.error());
    for (const Hit& hit : answer->hits) {
      documents.push_back({hit.id, hit.score});
      if (!features_.is_open() || hit.features.empty()) continue;
      features_ << question.id << '\t' << document_name(hit.id);
      for (const double value : hit.features) features_ << '\t' << value;
      features_ << '\n';
    }
    if (answer->hits.size() < request.limit ||
        request.offset + request.limit >= SearchRequest::max_offset) {
      break;
    }
  }
  return documents;
}

std::vector<ScoredDocument> Evaluation::suggested(const std::string& text) const {
  std::vector<ScoredDocument> documents;
  const SuggestAnswer answer = engine_.suggester().suggest(text, depth());
  for (const Suggestion& suggestion : answer.suggestions) {
    const double score = -static_cast<double>(documents.size());
    documents.push_back({suggestion.id.empty() ? suggestion.url : suggestion.id, score});
  }
  return documents;
}

Result<std::vector<ScoredDocument>> Evaluation::related(const std::string& skill) const {
  std::vector<ScoredDocument> documents;
  const auto number = skill_numbers_.find(document_name(skill));
  if (number == skill_numbers_.end()) return documents;
  const std::vector<std::string> skills{engine_.recommend_data().graph.skill_id(number->second)};
  const auto answer = engine_.recommender().related(skills, SearchRequest::max_offset);
  if (!answer) return failure(answer.error());
  const std::set<std::string> declared = declared_beside(skills.front());
  for (const RelatedSkill& one : answer->related) {
    if (!declared.contains(one.id) && is_wanted(one)) documents.push_back({one.id, one.score});
  }
  return documents;
}

/// By the filters.
bool Evaluation::is_wanted(const RelatedSkill& skill) const {
  const bool is_of_kind =
      skills_.kinds.empty() ||
      std::find(skills_.kinds.begin(), skills_.kinds.end(), skill.kind) != skills_.kinds.end();
  if (!is_of_kind || language_.empty()) return is_of_kind;
  const Skill* known = engine_.vocabulary().find(skill.id);
  return known != nullptr && known->language == language_;
}

/// Skills that the index declares to be related to this one, or it to them.
std::set<std::string> Evaluation::declared_beside(const std::string& skill) const {
  std::set<std::string> declared;
  for (const Skill& one : engine_.vocabulary().skills()) {
    for (const SkillRelation& relation : one.relations) {
      if (one.id == skill) declared.insert(relation.skill);
      if (relation.skill == skill) declared.insert(one.id);
    }
  }
  return declared;
}

std::vector<ScoredDocument> Evaluation::skills_of_role(const std::string& role) const {
  std::vector<ScoredDocument> documents;
  const auto number = role_numbers_.find(document_name(role));
  if (number == role_numbers_.end()) return documents;
  const SkillsAnswer answer =
      skills_for_role(engine_.recommend_data(), number->second, skills_, Reasons::no);
  for (const RelatedSkill& one : answer.skills) documents.push_back({one.id, one.score});
  return documents;
}

/// Skills, by id, that the topic's texts name.
std::vector<std::uint32_t> Evaluation::skills_in(const Question& question) const {
  std::vector<std::uint32_t> held;
  for (const std::string& text : question.texts) {
    for (std::size_t begin = 0; begin <= text.size();) {
      const std::size_t end = std::min(text.find('|', begin), text.size());
      const auto number = skill_numbers_.find(document_name(text.substr(begin, end - begin)));
      if (number != skill_numbers_.end()) held.push_back(number->second);
      begin = end + 1;
    }
  }
  return held;
}

std::vector<ScoredDocument> Evaluation::skills_beside(const Question& question) const {
  std::vector<ScoredDocument> documents;
  const SkillsAnswer answer =
      skills_for_set(engine_.recommend_data(), skills_in(question), skills_, Reasons::no);
  for (const RelatedSkill& one : answer.skills) documents.push_back({one.id, one.score});
  return documents;
}

std::vector<ScoredDocument> Evaluation::roles_fitting(const Question& question) const {
  const RecommendData& data = engine_.recommend_data();
  std::vector<ScoredDocument> documents;
  for (const RoleFit& role :
       roles_for_skills(data, skills_in(question), {data.graph.role_count(), 0, language_}).roles) {
    documents.push_back({role.id, role.score});
  }
  return documents;
}

std::vector<ScoredDocument> Evaluation::similar_roles(const std::string& role) const {
  const RecommendData& data = engine_.recommend_data();
  std::vector<ScoredDocument> documents;
  const auto number = role_numbers_.find(document_name(role));
  if (number == role_numbers_.end()) return documents;
  const RolesRequest all{data.graph.role_count(), 0, {}, 0};  // the candidates say which count
  for (const RoleFit& one : guidepost::similar_roles(data, number->second, all).roles) {
    documents.push_back({one.id, one.score});
  }
  return documents;
}

}  // namespace guidepost::cli
