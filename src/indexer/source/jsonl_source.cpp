#include "indexer/source/jsonl_source.h"

#include "core/index/checksum.h"
#include "core/index/schema.h"
#include "core/text/utf8.h"
#include "indexer/source/extra_keys.h"

#include <simdjson.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstring>
#include <utility>

namespace guidepost::indexer {
namespace {

namespace dom = simdjson::dom;

constexpr std::size_t most_extra_bytes = 64 * 1024;

/// Reads the keys of one object.
class ObjectReader {
 public:
  ObjectReader(std::size_t line, ProblemList& problems) : problems_(problems) { flat_.line = line; }

  std::optional<FlatItem> read(const dom::object& object) {
    for (const auto field : object) {
      if (!read_field(field.key, field.value)) return std::nullopt;
    }
    flat_.extra = extra_.object();
    if (extra_.is_too_large()) {
      // Not checked yet: it may be as long as the line.
      const std::string id = clean_utf8(flat_.id, schema::max_id_bytes);
      problems_.warning(flat_.line, "the unknown keys of " + id + " are too long to keep",
                        "keep them below 64 KB");
    }
    return std::move(flat_);
  }

 private:
  bool read_field(std::string_view key, const dom::element& value) {
    if (key == "id") return read_id(value);
    if (key == "skills") return read_skills(value);
    if (key == "level" || key == "levels") return read_list(key, value, flat_.levels);
    if (key == "aliases") return read_list(key, value, flat_.aliases);
    for (const auto& [name, text] : {std::pair<std::string_view, std::string*>{"type", &flat_.type},
                                     {"title", &flat_.title},
                                     {"section", &flat_.section},
                                     {"body", &flat_.body},
                                     {"guide", &flat_.guide},
                                     {"url", &flat_.url},
                                     {"family", &flat_.family},
                                     {"language", &flat_.language},
                                     {"kind", &flat_.kind}}) {
      if (key == name) return read_text(key, value, *text);
    }
    extra_.add(key, simdjson::minify(value));
    return true;
  }

  bool refuse(std::string_view key, const std::string& form) {
    problems_.error(flat_.line, "the key " + std::string(key) + " is no " + form, "mend the line");
    return false;
  }

  bool read_text(std::string_view key, const dom::element& value, std::string& text) {
    if (value.is_null()) return true;
    std::string_view given;
    if (value.get(given) != simdjson::SUCCESS) return refuse(key, "text");
    text = given;
    return true;
  }

  /// A number is an id as good as its digits.
  bool read_id(const dom::element& value) {
    std::int64_t number = 0;
    std::uint64_t large_number = 0;  // from 2^63
    if (value.get(number) == simdjson::SUCCESS) {
      flat_.id = std::to_string(number);
      return true;
    }
    if (value.get(large_number) == simdjson::SUCCESS) {
      flat_.id = std::to_string(large_number);
      return true;
    }
    return read_text("id", value, flat_.id);
  }

  bool read_list(std::string_view key, const dom::element& value,
                 std::vector<std::string>& entries) {
    if (value.is_null()) return true;
    entries.clear();
    std::string_view text;
    if (value.get(text) == simdjson::SUCCESS) {
      entries.emplace_back(text);
      return true;
    }
    dom::array array;
    if (value.get(array) != simdjson::SUCCESS) return refuse(key, "list of texts");
    for (const dom::element entry : array) {
      if (entry.get(text) != simdjson::SUCCESS) return refuse(key, "list of texts");
      entries.emplace_back(text);
    }
    return true;
  }

  bool read_skills(const dom::element& value) {
    dom::array array;
    flat_.skills.clear();
    if (value.get(array) != simdjson::SUCCESS) {
      std::vector<std::string> names;
      if (!read_list("skills", value, names)) return false;
      for (std::string& name : names) flat_.skills.push_back({std::move(name), 3});
      return true;
    }
    for (const dom::element entry : array) {
      std::string_view text;
      SkillUse use;
      if (entry.get(text) == simdjson::SUCCESS) {
        use.skill = text;
      } else if (!read_use(entry, use)) {
        return refuse("skills", "list of texts or of {\"id\": ..., \"importance\": 1 to 5}");
      }
      flat_.skills.push_back(std::move(use));
    }
    return true;
  }

  static bool read_use(const dom::element& entry, SkillUse& use) {
    dom::object object;
    std::string_view id;
    if (entry.get(object) != simdjson::SUCCESS) return false;
    if (object["id"].get(id) != simdjson::SUCCESS) return false;
    use.skill = id;
    dom::element importance;
    if (object["importance"].get(importance) == simdjson::SUCCESS) {
      use.importance = importance_of(importance).value_or(use.importance);
    }
    return true;
  }

  /// 4, 4.0 and "4"; beyond 1 to 5 the nearer of them.
  static std::optional<int> importance_of(const dom::element& value) {
    double number = 0;
    std::string_view digits;
    if (value.get(digits) == simdjson::SUCCESS) {
      unsigned parsed = 0;
      const char* end = digits.data() + digits.size();
      const auto read = std::from_chars(digits.data(), end, parsed);
      if (read.ec != std::errc() || read.ptr != end) return std::nullopt;
      number = parsed;
    } else if (value.get(number) != simdjson::SUCCESS || std::floor(number) != number) {
      return std::nullopt;
    }
    return static_cast<int>(std::clamp(number, 1.0, 5.0));
  }

  ProblemList& problems_;
  FlatItem flat_;
  ExtraKeys extra_{most_extra_bytes};
};

}  // namespace

struct JsonlParser::Parts {
  dom::parser parser{JsonlSource::most_line_bytes};
  std::string padded;
};

JsonlParser::JsonlParser() : parts_(std::make_unique<Parts>()) {}
JsonlParser::~JsonlParser() = default;

std::optional<SourceItem> JsonlParser::parse(std::string_view text, std::size_t line,
                                             ProblemList& problems) {
  std::string& padded = parts_->padded;  // the parser reads past the end of the text
  if (padded.size() < text.size() + simdjson::SIMDJSON_PADDING) {
    padded.resize(text.size() + simdjson::SIMDJSON_PADDING);
  }
  std::memcpy(padded.data(), text.data(), text.size());
  std::memset(padded.data() + text.size(), 0, simdjson::SIMDJSON_PADDING);
  dom::element root;
  const auto error = parts_->parser.parse(padded.data(), text.size(), false).get(root);
  if (error != simdjson::SUCCESS) {
    problems.error(line, "is no JSON: " + std::string(simdjson::error_message(error)),
                   "write one JSON object a line");
    return std::nullopt;
  }
  dom::object object;
  if (root.get(object) != simdjson::SUCCESS) {
    problems.error(line, "is no JSON object", "write one JSON object a line");
    return std::nullopt;
  }
  auto flat = ObjectReader(line, problems).read(object);
  if (!flat) return std::nullopt;
  return item_of(std::move(*flat), problems);
}

Result<std::unique_ptr<Source>> JsonlSource::open(std::vector<std::filesystem::path> files) {
  for (const std::filesystem::path& file : files) {
    if (auto opened = InputFile::open(file); !opened) return failure(opened.error());
  }
  return std::unique_ptr<Source>(new JsonlSource(std::move(files)));
}

void JsonlSource::rewind() {
  at_ = 0;
  lines_.reset();
}

double JsonlSource::progress() const {
  if (files_.empty()) return 1;
  const double within = lines_ ? lines_->progress() : 0;
  return (static_cast<double>(at_) + within) / static_cast<double>(files_.size());
}

bool JsonlSource::is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\r") == std::string_view::npos;
}

std::optional<SourceRead> JsonlSource::end_file(const Error& error) {
  lines_.reset();
  ++at_;
  return SourceRead{std::nullopt, {{Severity::error, error}}};
}

std::optional<SourceRead> JsonlSource::next() {
  while (at_ < files_.size()) {
    if (!lines_) {
      auto opened = InputFile::open(files_[at_]);
      if (!opened) return end_file(opened.error());
      lines_.emplace(std::move(*opened), most_line_bytes);
    }
    LineReader::Line line;
    const auto more = lines_->next(line);
    if (!more) return end_file(more.error());
    if (!*more) {
      lines_.reset();
      ++at_;
      continue;
    }
    ProblemList problems(files_[at_].string());
    SourceRead read;
    if (line.is_too_long) {
      problems.error(line.number,
                     "the line has more than " + std::to_string(most_line_bytes) + " bytes",
                     "split the document");
    } else if (is_blank(line.text)) {
      continue;
    } else {
      read.unit = hash64(line.text);
      if (known_ != nullptr && known_->knows(read.unit)) {
        read.is_known = true;
        read.known_at = {files_[at_].string(), line.number};
        return read;
      }
      read.item = parser_.parse(line.text, line.number, problems);
      if (problems.rejected()) read.item.reset();
    }
    read.problems = std::move(problems).take();
    return read;
  }
  return std::nullopt;
}

}  // namespace guidepost::indexer
