#include "indexer/source/item_fields.h"

#include "indexer/source/kebab_case.h"

#include <algorithm>
#include <array>

namespace guidepost::indexer {
namespace {

constexpr std::array<std::string_view, 10> levels{"intern",   "junior",   "mid",       "senior",
                                                  "lead",     "staff",    "principal", "manager",
                                                  "director", "executive"};

// ISO 639-1, a space after every code.
constexpr std::string_view languages =
    "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy "
    "da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu "
    "hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb "
    "lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om "
    "or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw "
    "ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu ";

bool is_language(const std::string& code) {
  return code.size() == 2 && code.find(' ') == std::string::npos &&
         languages.find(code + " ") != std::string_view::npos;
}

}  // namespace

std::string read_id(const YamlFields& fields, std::string_view file_id,
                    const Vocabulary& vocabulary) {
  const YamlValue* value = fields.find("id", Need::required);
  if (value == nullptr) return {};
  std::string id = fields.text("id", Need::optional, 4 * most_id_bytes);
  if (id.empty()) return {};
  if (!is_kebab_case(id)) {
    std::string hint = "use a-z, 0-9 and single hyphens, at most 80 bytes";
    if (const std::string form = kebab_case(id); !form.empty()) hint += ", like `" + form + "`";
    fields.problems().error(value->line, "the id `" + id + "` is not in kebab case", hint);
  } else if (id != file_id) {
    fields.problems().error(
        value->line, "the id `" + id + "` is not the name of the file",
        "write `id: " + std::string(file_id) + "` or rename the file to " + id + ".md");
  } else if (vocabulary.find(id) != nullptr) {
    fields.problems().error(value->line, "the id `" + id + "` is taken by a skill",
                            "rename the file and its id");
  }
  return id;
}

void check_level(const std::string& level, std::size_t line, ProblemList& problems) {
  if (std::find(levels.begin(), levels.end(), level) != levels.end()) return;
  problems.error(line, "unknown level `" + level + "`", nearest_hint(level, levels));
}

std::vector<std::string> read_levels(const YamlFields& fields) {
  std::vector<std::string> read;
  for (LineText& level : fields.texts("levels")) {
    check_level(level.text, level.line, fields.problems());
    if (std::find(read.begin(), read.end(), level.text) == read.end()) {
      read.push_back(std::move(level.text));
    }
  }
  return read;
}

std::string read_language(const YamlFields& fields) {
  std::string language = fields.text("language", Need::optional, most_title_bytes);
  if (language.empty()) return "en";
  if (!is_language(language)) {
    fields.problems().error(fields.line_of("language"), "unknown language `" + language + "`",
                            "write a two-letter ISO 639-1 code in lower case, like `en`");
  }
  return language;
}

void check_skill(const std::string& id, std::size_t line, const Vocabulary& vocabulary,
                 ProblemList& problems) {
  if (vocabulary.find(id) != nullptr) return;
  std::string near = vocabulary.nearest_id(id);
  // Someone who writes the label ("Node.js") means the skill it names, however far its id is.
  if (const Skill* named = vocabulary.named(id)) near = named->id;
  problems.error(line, "unknown skill `" + id + "`",
                 near.empty() ? "add it to skills.yaml" : "did you mean `" + near + "`?");
}

void check_family(const std::string& family, std::size_t line, ProblemList& problems) {
  if (is_kebab_case(family)) return;
  std::string hint = "use a-z, 0-9 and single hyphens";
  if (const std::string form = kebab_case(family); !form.empty()) hint += ": `" + form + "`";
  problems.error(line, "the family `" + family + "` is not in kebab case", hint);
}

}  // namespace guidepost::indexer
