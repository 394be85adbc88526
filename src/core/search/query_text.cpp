#include "core/search/query_text.h"

#include "core/text/utf8.h"

#include <algorithm>
#include <array>
#include <optional>

namespace guidepost {
namespace {

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n'; }

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// What telephones make of a quotation mark: “ ” „ « ».
constexpr std::array<std::string_view, 5> curly_quotes{"\xE2\x80\x9C", "\xE2\x80\x9D",
                                                       "\xE2\x80\x9E", "\xC2\xAB", "\xC2\xBB"};

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
    if (const std::size_t quote = quote_at(at_); quote != 0) {
      at_ += quote;
      // A curly mark that nothing closes was cut out of a text; a straight one is still being typed.
      if (quote == 1 || is_closed()) read_phrase(polarity);
      return;
    }
    if (const auto field = field_at(at_)) {
      read_filter(*field, polarity);
      return;
    }
    if (is_comma(at_)) {
      ++at_;
      join(Joint::comma);
      return;
    }
    const std::size_t begin = at_;
    while (at_ < query_.size() && !is_space(query_[at_]) && quote_at(at_) == 0 && !is_comma(at_)) {
      ++at_;
    }
    const bool is_alternative = polarity == Polarity::wanted && can_join() &&
                                query_.substr(begin, at_ - begin) == "OR" && goes_on(at_);
    if (is_alternative) {
      join(Joint::either);
    } else {
      add_words(begin, at_, polarity);
    }
  }

  /// How many bytes of a quotation mark stand at `at`; 0 when none does.
  std::size_t quote_at(std::size_t at) const {
    if (query_[at] == '"') return 1;
    if (static_cast<unsigned char>(query_[at]) < 0x80) return 0;
    const auto curly =
        std::find_if(curly_quotes.begin(), curly_quotes.end(),
                     [&](std::string_view quote) { return query_.substr(at).starts_with(quote); });
    return curly == curly_quotes.end() ? 0 : curly->size();
  }

  /// Whether a quotation mark follows.
  bool is_closed() const {
    for (std::size_t at = at_; at < query_.size(); ++at) {
      if (quote_at(at) != 0) return true;
    }
    return false;
  }

  /// A comma that divides: not the one of "10,000".
  bool is_comma(std::size_t at) const {
    if (query_[at] != ',') return false;
    return at == 0 || at + 1 == query_.size() || !is_digit(query_[at - 1]) ||
           !is_digit(query_[at + 1]);
  }

  /// Only what is looked for can have an alternative.
  bool can_join() const {
    return !pieces_.empty() && pieces_.back().kind != PieceKind::filter &&
           pieces_.back().polarity == Polarity::wanted;
  }

  bool goes_on(std::size_t at) const {
    while (at < query_.size() && is_space(query_[at])) ++at;
    return at < query_.size();
  }

  void join(Joint joint) {
    if (can_join()) joint_ = joint;
  }

  void add(PieceKind kind, Polarity polarity, FacetField field, std::size_t begin,
           std::size_t end) {
    const bool joins = polarity == Polarity::wanted && kind != PieceKind::filter;
    pieces_.push_back({kind, polarity, field, std::string(query_.substr(begin, end - begin)), begin,
                       joins ? joint_ : Joint::none});
    joint_ = Joint::none;
  }

  void read_phrase(Polarity polarity) {
    const std::size_t begin = at_;
    std::size_t end = begin;
    while (end < query_.size() && quote_at(end) == 0) ++end;
    at_ = end < query_.size() ? end + quote_at(end) : end;
    add(PieceKind::phrase, polarity, FacetField::type, begin, end);
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
    if (const std::size_t quote = quote_at(at_); quote != 0) {
      at_ += quote;
      read_phrase(polarity);
      pieces_.back().kind = PieceKind::filter;
      pieces_.back().field = field;
      pieces_.back().joint = Joint::none;
      return;
    }
    while (at_ < query_.size() && !is_space(query_[at_])) ++at_;
    add(PieceKind::filter, polarity, field, value, at_);
  }

  void add_words(std::size_t begin, std::size_t end, Polarity polarity) {
    if (!pieces_.empty()) {
      QueryPiece& last = pieces_.back();
      const bool continues = last.kind == PieceKind::words && last.polarity == polarity &&
                             polarity == Polarity::wanted && joint_ == Joint::none;
      if (continues) {
        last.text = query_.substr(last.begin, end - last.begin);
        return;
      }
    }
    add(PieceKind::words, polarity, FacetField::type, begin, end);
  }

  std::string_view query_;
  std::size_t most_;
  std::size_t at_ = 0;
  Joint joint_ = Joint::none;  // of the piece that comes next
  std::vector<QueryPiece> pieces_;
};

}  // namespace

std::vector<QueryPiece> pieces_of(std::string_view query, std::size_t most) {
  return Reader(query, most).run();
}

}  // namespace guidepost
