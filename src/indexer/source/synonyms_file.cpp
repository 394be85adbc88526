#include "indexer/source/synonyms_file.h"

#include "core/text/tokenizer.h"
#include "indexer/source/problem_list.h"
#include "indexer/source/source_text.h"
#include "indexer/source/yaml_fields.h"
#include "indexer/source/yaml_value.h"

#include <array>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>

namespace guidepost::indexer {
namespace {

constexpr std::array<std::string_view, 2> rule_keys{"from", "to"};
constexpr std::size_t most_text_bytes = 120;
constexpr std::size_t most_texts = 50;  // of a side
constexpr std::string_view arrow = "=>";
constexpr const char* rule_forms =
    "write `- salary => pay, wage` for one way, or `- [cv, resume]` for both";

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(' ');
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(' ') - begin + 1);
}

/// "pay, wage" -> pay, wage
std::vector<std::string> texts_between_commas(std::string_view list) {
  std::vector<std::string> texts;
  for (std::size_t begin = 0; begin <= list.size();) {
    const std::size_t end = std::min(list.find(',', begin), list.size());
    texts.emplace_back(trimmed(list.substr(begin, end - begin)));
    begin = end + 1;
  }
  return texts;
}

class RuleReader {
 public:
  RuleReader(const YamlValue& value, ProblemList& problems) : value_(value), problems_(problems) {}

  /// A rule that is wrong is among the problems, and what it returns means nothing.
  SynonymRule read() {
    SynonymRule rule;
    if (value_.kind == YamlValue::Kind::list) {
      rule.from = texts_of(value_);
      rule.to = rule.from;
      if (value_.items.size() == 1) refuse("a rule of one text means nothing", rule_forms);
    } else if (value_.kind == YamlValue::Kind::map) {
      const YamlFields fields(value_, rule_keys, problems_);
      if (const YamlValue* from = fields.find("from", Need::required)) rule.from = texts_of(*from);
      if (const YamlValue* to = fields.find("to", Need::required)) rule.to = texts_of(*to);
    } else if (const std::size_t at = value_.text.find(arrow); at != std::string::npos) {
      const std::string_view text = value_.text;
      rule.from = texts_between_commas(text.substr(0, at));
      rule.to = texts_between_commas(text.substr(at + arrow.size()));
    } else {
      refuse("a rule is " + std::string(form_of(value_)) + " without =>", rule_forms);
    }
    check(rule.from);
    check(rule.to);
    return rule;
  }

 private:
  void refuse(std::string message, std::string hint) {
    problems_.error(value_.line, std::move(message), std::move(hint));
  }

  std::vector<std::string> texts_of(const YamlValue& side) {
    if (side.kind == YamlValue::Kind::scalar) {
      if (!is_text(side)) refuse_item(side);
      return texts_between_commas(side.text);
    }
    std::vector<std::string> texts;
    for (const YamlValue& item : side.items) {
      if (item.kind == YamlValue::Kind::scalar && is_text(item)) {
        texts.push_back(item.text);
      } else {
        refuse_item(item);
      }
    }
    if (side.items.empty()) refuse("a side of the rule is empty", rule_forms);
    return texts;
  }

  void refuse_item(const YamlValue& item) {
    problems_.error(item.line, "a text of the rule is " + std::string(form_of(item)),
                    item.kind == YamlValue::Kind::scalar ? "put it in quotes: \"" + item.text + "\""
                                                         : std::string(rule_forms));
  }

  void check(const std::vector<std::string>& texts) {
    if (texts.size() > most_texts) {
      refuse("a side of the rule has " + std::to_string(texts.size()) + " texts",
             "at most " + std::to_string(most_texts) + " are allowed");
    }
    for (const std::string& text : texts) {
      const std::size_t words = words_of(text).size();
      if (words == 0) {
        refuse("a text of the rule has no word", "remove it, or the comma beside it");
      } else if (words > SynonymRule::max_words || text.size() > most_text_bytes) {
        refuse("a text of the rule has " + std::to_string(words) + " words, " +
                   std::to_string(text.size()) + " bytes",
               "at most " + std::to_string(SynonymRule::max_words) + " words and " +
                   std::to_string(most_text_bytes) + " bytes are allowed");
      }
    }
  }

  const YamlValue& value_;
  ProblemList& problems_;
};

void reject(ProblemList problems, SynonymsRead& read) {
  std::vector<Problem> all = std::move(problems).take();
  read.problems.insert(read.problems.end(), std::make_move_iterator(all.begin()),
                       std::make_move_iterator(all.end()));
  ++read.rejected;
}

void read_rules(const YamlValue& root, const std::string& file, SynonymsRead& read) {
  for (const YamlValue& value : root.items) {
    ProblemList problems(file);
    if (read.rules.size() == most_synonym_rules) {
      problems.error(value.line,
                     "there are more than " + std::to_string(most_synonym_rules) + " rules",
                     "this one and those below it are left out: write fewer");
      reject(std::move(problems), read);
      return;
    }
    SynonymRule rule = RuleReader(value, problems).read();
    if (problems.rejected()) {
      reject(std::move(problems), read);
    } else {
      read.rules.push_back(std::move(rule));
    }
  }
}

}  // namespace

Result<SynonymsRead> read_synonyms_file(const std::filesystem::path& path) {
  SynonymsRead read;
  const std::string file = path.string();
  ProblemList problems(file);
  const auto text = read_source_text(path);
  if (!text && text.error().code == ErrorCode::io_failed) return failure(text.error());
  if (!text) {
    problems.error(text.error());
    reject(std::move(problems), read);
    return read;
  }
  const auto root = parse_yaml(*text, file, 1);
  if (!root) {
    problems.error(root.error());
    reject(std::move(problems), read);
  } else if (root->kind == YamlValue::Kind::list) {
    read_rules(*root, file, read);
  } else if (root->kind != YamlValue::Kind::null) {
    problems.error(root->line, "the file is " + std::string(form_of(*root)) + ", not a list",
                   rule_forms);
    reject(std::move(problems), read);
  }
  return read;
}

}  // namespace guidepost::indexer
