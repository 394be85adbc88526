// Phrases by token streams, against the plain reading of what stands where.
#include "core/index/token_streams.h"

#include "support/dice.h"
#include "support/temporary_directory.h"

#include <catch2/catch.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guidepost {
namespace {

/// Documents of fields of words; a word "a|b" is two tokens at one position, "-" a position without token.
class Streams {
 public:
  explicit Streams(const std::vector<std::vector<std::string>>& documents) {
    auto writer = TokenStreamsWriter::create(directory_.path() / "t", directory_.path() / "tt");
    REQUIRE(writer);
    for (const auto& fields : documents) {  // each a batch of its own: ids are renumbered
      TermNumbering terms;
      TokenStreamBuilder builder;
      for (const std::string& field : fields) add_field(field, terms, builder);
      const std::vector<std::string> stream{std::move(builder).finish()};
      writer->append(terms.terms(), stream);
    }
    REQUIRE(writer->finish());
    auto opened = TokenStreams::open(directory_.path() / "t", directory_.path() / "tt");
    REQUIRE(opened);
    streams_.emplace(std::move(*opened));
  }

  bool holds(std::uint64_t document, const std::vector<std::string>& phrase) const {
    std::vector<TermId> ids;
    for (const std::string& term : phrase) ids.push_back(streams_->id_of(term));
    return streams_->holds_phrase(document, ids);
  }
  const TokenStreams& operator*() const { return *streams_; }

 private:
  static void add_field(const std::string& field, TermNumbering& terms,
                        TokenStreamBuilder& builder) {
    builder.begin_field();
    std::size_t position = 0;
    std::string word;
    const auto flush = [&] {
      if (!word.empty() && word != "-") builder.add(terms.number(word), position);
      word.clear();
    };
    for (const char c : field) {
      if (c == ' ' || c == '|') {
        flush();
        if (c == ' ') ++position;
      } else {
        word += c;
      }
    }
    flush();
  }

  test::TemporaryDirectory directory_;
  std::optional<TokenStreams> streams_;
};

}  // namespace

TEST_CASE("a phrase is terms in a row in one field", "[token_streams]") {
  const Streams streams({{"system design interview", "design system"},
                         {"node|nodejs js guide", "a - b"},
                         {"one two one two three"}});
  struct Row {
    std::uint64_t document;
    std::vector<std::string> phrase;
    bool is_held;
  };
  for (const Row& row : std::vector<Row>{{0, {"system", "design"}, true},
                                         {0, {"system", "design", "interview"}, true},
                                         {0, {"design", "system"}, true},
                                         {0, {"interview", "design"}, false},  // across fields
                                         {0, {"system", "interview"}, false},
                                         {0, {"design"}, true},
                                         {1, {"node", "js"}, true},
                                         {1, {"nodejs", "js"}, true},
                                         {1, {"node", "nodejs"}, false},  // the same position
                                         {1, {"a", "b"}, false},          // a gap between
                                         {2, {"one", "two", "three"}, true},
                                         {2, {"two", "one", "two", "three"}, true},
                                         {2, {"one", "three"}, false},
                                         {2, {"one", "nowhere"}, false},
                                         {2, {}, false},
                                         {7, {"one"}, false}}) {
    CAPTURE(row.document, row.phrase);
    CHECK(streams.holds(row.document, row.phrase) == row.is_held);
  }
  CHECK((*streams).id_of("nowhere") == 0);
  CHECK((*streams).id_of("") == 0);
}

TEST_CASE("streams and plain search agree on random texts", "[token_streams]") {
  test::Dice dice(7);
  std::vector<std::vector<std::string>> documents;
  for (int i = 0; i < 40; ++i) {
    std::string text;
    for (int j = 0; j < 30; ++j)
      text += std::string(1, static_cast<char>('a' + dice.roll(4))) + " ";
    text.pop_back();
    documents.push_back({text});
  }
  const Streams streams(documents);
  for (int i = 0; i < 2000; ++i) {
    std::vector<std::string> phrase;
    std::string plain;
    for (std::size_t j = 0; j < 2 + dice.roll(4); ++j) {
      phrase.emplace_back(1, static_cast<char>('a' + dice.roll(4)));
      plain += phrase.back() + " ";
    }
    plain.pop_back();
    const std::size_t document = dice.roll(documents.size());
    const bool is_there = documents[document][0].find(plain) != std::string::npos;
    CAPTURE(plain, documents[document][0]);
    REQUIRE(streams.holds(document, phrase) == is_there);
  }
}

TEST_CASE("all terms are shown once, by their letters, with their ids", "[token_streams]") {
  const Streams streams({{"reef coral", "reef"}, {"audit|reef"}});
  std::vector<std::string> shown;
  (*streams).each_of_all([&](TermId id, std::string_view term) {
    CHECK(id == (*streams).id_of(term));
    shown.emplace_back(term);
  });
  CHECK(shown == std::vector<std::string>{"audit", "coral", "reef"});
  std::vector<TermId> tokens;
  (*streams).each_term(0, [&](TermId id) {
    tokens.push_back(id);
    return true;
  });
  const TermId reef = (*streams).id_of("reef");
  CHECK(tokens == std::vector<TermId>{reef, (*streams).id_of("coral"), reef});
}

TEST_CASE("a term with an id that none can have is passed over", "[token_streams]") {
  const test::TemporaryDirectory directory;
  auto terms = BlobArrayWriter::create(directory.path() / "tt");
  REQUIRE(terms);
  for (const std::uint32_t id : {1U, 0U, 4U, 0xffffffffU}) {  // who counts by them would need 16 GB
    std::string entry;
    append_little_endian(entry, id);
    terms->append(entry + "term" + std::to_string(id));
  }
  REQUIRE(terms->finish());
  auto streams = BlobArrayWriter::create(directory.path() / "t");
  REQUIRE(streams);
  REQUIRE(streams->finish());
  const auto opened = TokenStreams::open(directory.path() / "t", directory.path() / "tt");
  REQUIRE(opened);
  std::vector<TermId> shown;
  opened->each_of_all([&](TermId id, std::string_view) { shown.push_back(id); });
  CHECK(shown == std::vector<TermId>{1, 4});
}

TEST_CASE("random bytes for a stream are read without harm", "[token_streams]") {
  test::Dice dice(9);
  for (int i = 0; i < 500; ++i) {
    std::string stream;
    for (std::size_t j = 0; j < dice.roll(40); ++j) stream += static_cast<char>(dice.roll(256));
    const std::vector<TermId> ids{3, 1, 2};
    const std::string once = renumbered(stream, ids);
    CHECK(once.size() <= stream.size() * 2 + 1);
  }
}

}  // namespace guidepost
