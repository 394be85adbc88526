// What Xapian keeps of a document: written, read, and shown as a passage or a tip again.
#include "core/index/stored_document.h"

#include "support/dice.h"

#include <catch2/catch.hpp>

#include <limits>
#include <string>
#include <utility>
#include <vector>

namespace guidepost {
namespace {

using Texts = std::vector<std::string>;

StoredDocument passage_document() {
  StoredDocument document;
  document.type = DocumentType::passage;
  document.id = "backend#interview-402913";
  document.title = "Interview Prep";
  document.text = "Practise \u2192 out loud.\n\nTwice.";
  document.guide = "backend";
  document.guide_title = "Backend Developer";
  document.section_title = "Interview Prep";
  document.section_anchor = "interview";
  document.anchor = "interview-402913";
  document.form = PassageForm::question;
  document.kind = "knowledge";
  document.language = "en";
  document.sections = {"interview"};
  document.families = {"software"};
  document.levels = {"junior", "mid"};
  document.skills = {"sql", "system-design"};
  document.detail = std::string("\0\1", 2);
  return document;
}

Guide guide() {
  Guide guide;
  guide.id = "backend";
  guide.title = "Backend Developer";
  guide.tagline = "Behind the page";
  guide.aliases = {"back-end engineer"};
  guide.family = "software";
  guide.levels = {"junior", "senior"};
  guide.language = "en";
  guide.skills = {{"sql", 5}, {"python", 1}};
  guide.tools = {"PostgreSQL"};
  guide.career_path = {{"Lead", "senior", ""}, {"Architect", "", "architect"}};
  guide.salary = Salary{50000, 95000, "EUR", "Europe", "editorial estimate"};
  guide.passages.resize(2);
  guide.passages[0].id = "backend#overview-1";
  guide.passages[1].id = "backend#faq-2";
  guide.passages[1].text = "not kept: a document of its own";
  return guide;
}

}  // namespace

TEST_CASE("a document read back is the one that was written", "[stored_document]") {
  const StoredDocument written = passage_document();
  const auto read = decode_document(encode(written));
  REQUIRE(read);
  CHECK(read->type == written.type);
  CHECK(read->id == written.id);
  CHECK(read->title == written.title);
  CHECK(read->text == written.text);
  CHECK(read->guide == written.guide);
  CHECK(read->guide_title == written.guide_title);
  CHECK(read->section_title == written.section_title);
  CHECK(read->section_anchor == written.section_anchor);
  CHECK(read->anchor == written.anchor);
  CHECK(read->form == written.form);
  CHECK(read->kind == written.kind);
  CHECK(read->language == written.language);
  CHECK(read->sections == written.sections);
  CHECK(read->families == written.families);
  CHECK(read->levels == written.levels);
  CHECK(read->skills == written.skills);
  CHECK(read->detail == written.detail);
  CHECK(encode(*read) == encode(written));
}

TEST_CASE("every type and form survives, others are refused", "[stored_document]") {
  for (const DocumentType type : all_document_types) {
    StoredDocument document;
    document.type = type;
    CHECK(decode_document(encode(document))->type == type);
  }
  std::string bytes = encode(StoredDocument());
  bytes[0] = 4;
  CHECK_FALSE(decode_document(bytes));
  bytes[0] = 0;
  CHECK(decode_document(bytes));
  bytes[1] = 3;
  CHECK_FALSE(decode_document(bytes));
}

TEST_CASE("a document cut short, or with something behind it, is refused", "[stored_document]") {
  const std::string bytes = encode(passage_document());
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    const auto read = decode_document(bytes.substr(0, size));
    REQUIRE_FALSE(read);
    REQUIRE(read.error().code == ErrorCode::index_damaged);
  }
  CHECK_FALSE(decode_document(bytes + "x"));
}

TEST_CASE("a guide read back has all but the content of its passages", "[stored_document]") {
  const auto read = decode_guide(encode_guide(guide()));
  REQUIRE(read);
  CHECK(read->id == "backend");
  CHECK(read->title == "Backend Developer");
  CHECK(read->tagline == "Behind the page");
  CHECK(read->aliases == Texts{"back-end engineer"});
  CHECK(read->family == "software");
  CHECK(read->levels == Texts{"junior", "senior"});
  CHECK(read->language == "en");
  CHECK(read->skills == guide().skills);
  CHECK(read->tools == Texts{"PostgreSQL"});
  REQUIRE(read->career_path.size() == 2);
  CHECK(read->career_path[0].title == "Lead");
  CHECK(read->career_path[0].level == "senior");
  CHECK(read->career_path[1].guide == "architect");
  REQUIRE(read->salary);
  CHECK(read->salary->low == 50000);
  CHECK(read->salary->high == 95000);
  CHECK(read->salary->currency == "EUR");
  CHECK(read->salary->region == "Europe");
  CHECK(read->salary->basis == "editorial estimate");
  REQUIRE(read->passages.size() == 2);
  CHECK(read->passages[1].id == "backend#faq-2");
  CHECK(read->passages[1].text.empty());
}

TEST_CASE("a guide may have no salary, and odd numbers are kept", "[stored_document]") {
  Guide odd = guide();
  odd.salary.reset();
  odd.skills = {{"x", -1}, {"y", std::numeric_limits<int>::max()}};
  const auto read = decode_guide(encode_guide(odd));
  REQUIRE(read);
  CHECK_FALSE(read->salary);
  CHECK(read->skills == odd.skills);
}

TEST_CASE("a guide cut short, or with something behind it, is refused", "[stored_document]") {
  const std::string bytes = encode_guide(guide());
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    REQUIRE_FALSE(decode_guide(bytes.substr(0, size)));
  }
  CHECK_FALSE(decode_guide(bytes + "x"));
}

TEST_CASE("any bytes in the place of a document are refused or read", "[stored_document]") {
  test::Dice dice(24);
  const std::string document = encode(passage_document());
  const std::string whole_guide = encode_guide(guide());
  for (int round = 0; round < 2000; ++round) {
    std::string bytes = dice.once_in(2) ? document : whole_guide;
    bytes[dice.roll(bytes.size())] = static_cast<char>(dice.roll(256));
    if (const auto read = decode_document(bytes)) CHECK_NOTHROW(passage_of(*read));
    if (const auto read = decode_guide(bytes)) REQUIRE(read->passages.size() <= bytes.size());
  }
}

TEST_CASE("every document has an address", "[stored_document]") {
  const auto [type, url] = GENERATE(table<DocumentType, std::string>({
      {DocumentType::guide, "/guides/an-id"},
      {DocumentType::passage, "/guides/backend#interview-402913"},
      {DocumentType::skill, "/skills/an-id"},
      {DocumentType::tip, "/tips/an-id"},
  }));
  StoredDocument document = passage_document();
  document.type = type;
  document.id = "an-id";
  CHECK(url_of(document) == url);
}

TEST_CASE("a passage is shown as it was, its section's title is not its own", "[stored_document]") {
  const Passage passage = passage_of(passage_document());
  CHECK(passage.id == "backend#interview-402913");
  CHECK(passage.anchor == "interview-402913");
  CHECK(passage.section == SectionKind::interview);
  CHECK(passage.section_title == "Interview Prep");
  CHECK(passage.form == PassageForm::question);
  CHECK(passage.title.empty());
  CHECK(passage.skills == Texts{"sql", "system-design"});

  StoredDocument titled = passage_document();
  titled.title = "How long?";
  titled.sections = {"nonsense"};
  CHECK(passage_of(titled).title == "How long?");
  CHECK(passage_of(titled).section == SectionKind::other);
  titled.sections.clear();
  CHECK(passage_of(titled).section == SectionKind::other);
}

TEST_CASE("a tip keeps the sections there are", "[stored_document]") {
  StoredDocument document = passage_document();
  document.sections = {"cv", "nonsense", "outreach"};
  document.url = "https://site/tip";
  document.extra = R"({"foo": 1})";
  const Tip tip = tip_of(document);
  CHECK(tip.id == document.id);
  CHECK(tip.text == document.text);
  CHECK(tip.sections == std::vector<SectionKind>{SectionKind::cv, SectionKind::outreach});
  CHECK(tip.families == document.families);
  CHECK(tip.levels == document.levels);
  CHECK(tip.language == "en");
  CHECK(tip.skills == document.skills);
  CHECK(tip.url == document.url);
  CHECK(tip.extra == document.extra);
}

TEST_CASE("a page's path is made of any id", "[stored_document]") {
  CHECK(page_path(DocumentType::guide, "team/backend") == "/guides/team%2Fbackend");
  CHECK(page_path(DocumentType::skill, "c#-dev") == "/skills/c%23-dev");
  CHECK(page_path(DocumentType::tip, "a b") == "/tips/a%20b");
  CHECK(page_path(DocumentType::passage, "a#b").empty());
}

}  // namespace guidepost
