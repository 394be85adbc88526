#include "core/search/query_text.h"

#include "core/text/utf8.h"

#include <optional>

namespace guidepost {
namespace {

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n'; }

class Reader {
 public:
  Reader(std::string_view query, std::size_t most) : query_(query), most_(most) {}

  std::vector<QueryPiece> run() {
    while (at_ < query_.size() && pieces_.size() < most_) {
      if (is_space(query_[at_])) {
        ++at_;
        continue;
      }
      read_piece();
    }
    return std::move(pieces_);
  }

 private:
  void read_piece() {
    Polarity polarity = Polarity::wanted;
    // A minus excludes only at the beginning of a word: "front-end" has none, "- and" is a dash.
    if (query_[at_] == '-' && at_ + 1 < query_.size() && !is_space(query_[at_ + 1]) &&
        query_[at_ + 1] != '-') {
      polarity = Polarity::excluded;
      ++at_;
    }
    if (query_[at_] == '"') {
      read_phrase(polarity);
      return;
    }
    if (const auto field = field_at(at_)) {
      read_filter(*field, polarity);
      return;
    }
    const std::size_t begin = at_;
    while (at_ < query_.size() && !is_space(query_[at_]) && query_[at_] != '"') ++at_;
    add_words(begin, at_, polarity);
  }

  void read_phrase(Polarity polarity) {
    const std::size_t begin = ++at_;
    const std::size_t close = query_.find('"', begin);
    at_ = close == std::string_view::npos ? query_.size() : close + 1;
    const std::size_t end = close == std::string_view::npos ? query_.size() : close;
    pieces_.push_back({PieceKind::phrase, polarity, FacetField::type,
                       std::string(query_.substr(begin, end - begin)), begin});
  }

  /// The field whose name and colon begin at `at`, when a value follows.
  std::optional<FacetField> field_at(std::size_t at) const {
    const std::size_t colon = query_.find(':', at);
    if (colon == std::string_view::npos || colon + 1 >= query_.size() ||
        is_space(query_[colon + 1])) {
      return std::nullopt;
    }
    const std::string name = fold(query_.substr(at, colon - at));
    if (name == "guide") return FacetField::role;
    return facet_field_named(name);
  }

  void read_filter(FacetField field, Polarity polarity) {
    const std::size_t value = query_.find(':', at_) + 1;
    at_ = value;
    if (query_[at_] == '"') {
      read_phrase(polarity);
      pieces_.back().kind = PieceKind::filter;
      pieces_.back().field = field;
      return;
    }
    while (at_ < query_.size() && !is_space(query_[at_])) ++at_;
    pieces_.push_back({PieceKind::filter, polarity, field,
                       std::string(query_.substr(value, at_ - value)), value});
  }

  void add_words(std::size_t begin, std::size_t end, Polarity polarity) {
    if (!pieces_.empty()) {
      QueryPiece& last = pieces_.back();
      const bool continues = last.kind == PieceKind::words && last.polarity == polarity &&
                             polarity == Polarity::wanted;
      if (continues) {
        last.text = query_.substr(last.begin, end - last.begin);
        return;
      }
    }
    pieces_.push_back({PieceKind::words, polarity, FacetField::type,
                       std::string(query_.substr(begin, end - begin)), begin});
  }

  std::string_view query_;
  std::size_t most_;
  std::size_t at_ = 0;
  std::vector<QueryPiece> pieces_;
};

}  // namespace

std::vector<QueryPiece> pieces_of(std::string_view query, std::size_t most) {
  return Reader(query, most).run();
}

}  // namespace guidepost
