#include "plain_xapian.h"

#include "core/index/stored_document.h"

namespace guidepost::bench {
namespace {

constexpr Xapian::valueno type_slot = 0;
constexpr Xapian::valueno guide_slot = 1;
constexpr Xapian::valueno section_slot = 2;

}  // namespace

PlainXapian::PlainXapian(const Generation& generation, const std::string& directory) {
  Xapian::WritableDatabase target(directory + "/build", Xapian::DB_CREATE_OR_OVERWRITE);
  Xapian::TermGenerator generator;
  generator.set_stemmer(stemmer_);
  for (std::uint32_t number = 1; number <= generation.facets.document_count(); ++number) {
    const auto stored = generation.document(number);
    if (!stored || !generation.facets.is_alive(number)) continue;
    Xapian::Document document;
    generator.set_document(document);
    generator.set_termpos(0);
    generator.index_text(stored->title, 5, "S");
    generator.index_text(stored->title, 5);
    generator.increase_termpos();
    generator.index_text(stored->section_title);
    generator.increase_termpos();
    generator.index_text(stored->guide_title);
    generator.increase_termpos();
    generator.index_text(stored->text);
    document.set_data(stored->text);
    document.add_value(type_slot, std::string(name_of(stored->type)));
    document.add_value(guide_slot, stored->guide);
    document.add_value(section_slot, stored->sections.empty() ? "" : stored->sections.front());
    target.add_document(document);
  }
  target.commit();
  target.compact(directory + "/compact");
  database_ = Xapian::Database(directory + "/compact");
  parser_.set_stemmer(stemmer_);
  parser_.set_database(database_);
  parser_.set_default_op(Xapian::Query::OP_AND);
}

Xapian::Query PlainXapian::parse(const std::string& text) {
  try {
    return parser_.parse_query(text, Xapian::QueryParser::FLAG_DEFAULT);
  } catch (const Xapian::QueryParserError&) {
    return {};  // "AND", "c++ AND (": it refuses them
  }
}

std::size_t PlainXapian::search(const std::string& text) {
  Xapian::Enquire enquire(database_);
  enquire.set_query(parse(text));
  Xapian::ValueCountMatchSpy types(type_slot);
  Xapian::ValueCountMatchSpy guides(guide_slot);
  Xapian::ValueCountMatchSpy sections(section_slot);
  for (Xapian::MatchSpy* spy : {&types, &guides, &sections}) enquire.add_matchspy(spy);
  const Xapian::MSet found = enquire.get_mset(0, 10, database_.get_doccount());
  std::size_t bytes = 0;
  for (auto at = found.begin(); at != found.end(); ++at) {
    bytes += found.snippet(at.get_document().get_data(), 320, stemmer_).size();
  }
  return found.size() + types.get_total() + bytes;
}

std::size_t PlainXapian::top_ten(const std::string& text) {
  Xapian::Enquire enquire(database_);
  enquire.set_query(parse(text));
  return enquire.get_mset(0, 10).size();
}

}  // namespace guidepost::bench
