// What becomes of a page of HTML, row by row. Its structured data is in json_ld_test.cpp.
#include "indexer/source/html_guide.h"

#include "indexer/source/source_reading.h"

#include <catch2/catch.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace guidepost::indexer {
namespace {

using Texts = std::vector<std::string>;

struct PageRead {
  std::optional<Guide> guide;
  std::string problems;
};

PageRead read_text(std::string_view html, const HtmlLimits& limits = {}) {
  ProblemList problems("page.html");
  PageRead page;
  page.guide = read_html("page", html, problems, limits);
  page.problems = spelled(std::move(problems).take());
  return page;
}

Guide page_of(std::string_view html) {
  PageRead page = read_text(html);
  INFO(page.problems);
  REQUIRE(page.guide);
  return std::move(*page.guide);
}

Texts texts_of(const Guide& guide) {
  Texts texts;
  for (const Passage& passage : guide.passages) texts.push_back(passage.text);
  return texts;
}

TEST_CASE("a page is read as a person reads it", "[html_guide]") {
  const auto [html, texts] = GENERATE(table<std::string, Texts>({
      {"<p>One.</p><p>Two.</p>", {"One.", "Two."}},
      {"<p>\r\n  One <b>bold</b>,\r\n  <i>two</i>.</p>", {"One bold, two."}},
      {"<div>Loose <span>text</span><p>One.</p>More</div>", {"Loose text", "One.", "More"}},
      {"<p>One<br>two<br><br>Three.</p>", {"One\ntwo", "Three."}},
      {"<blockquote><p>One.</p><p>Two.</p></blockquote>", {"One.\n\nTwo."}},
      {"<details><summary>More</summary>Text.</details>", {"More", "Text."}},
      {"<my-box>Text <my-icon></my-icon>here.</my-box>", {"Text here."}},
      {"<p>Te<span hidden>no</span>xt.</p><p aria-hidden=false>More.</p>", {"Text.", "More."}},
      {"<p hidden=until-found>One.</p><dialog open>Two.</dialog>", {"One.", "Two."}},
      {"<p>R&amp;D, AT&T, &eacute;t&#233;, a&nbsp;b &lt;b&gt; 1 < 2</p>",
       {"R&D, AT&T, été, a b <b> 1 < 2"}},
      {"<ul><li>One<ul><li>Two<li>Three</ul><li>Four</ul>", {"One\n- Two\n- Three", "Four"}},
      {"<ol><li><p>One.</p><p>More.</p></li><li></li></ol>", {"One.\n\nMore."}},
      {"<ul><li>Run:<pre>a\n b</pre>then</ul>", {"Run:\n\na\n b\n\nthen"}},
      {"<dl><dt>Low<dd>10<dt>High:<dd>20<dd>30</dl>", {"Low: 10", "High: 20", "30"}},
      {"<dl><dt>Low<dt>High<dd>20<dt>Last</dl>", {"Low", "High: 20", "Last"}},
      {"<ul><li><h2>Pay</h2><p>One.</p>Two<li>Three</ul>", {"One.", "Two", "Three"}},
      {"<table><tr><th>Level<th>Pay<tr><td>Junior<td>10<tr><td><p>Senior</p><td></table>",
       {"Level: Junior | Pay: 10", "Level: Senior"}},
      {"<table><caption>Pay by level</caption><tbody><tr><td>a<td>b</table>",
       {"Pay by level", "a | b"}},
      {"<table><tr><td><h2>Pay</h2><p>One.</p>Two<td>Three</table>", {"One.", "Two", "Three"}},
      {"<table><tr><td>x<table><tr><td>a<td>b</table></table>", {"x", "a | b"}},
      {"<p>Run:</p>\n<pre><code>a &lt; <b>b</b>\n  c\n</code></pre>", {"Run:\n\na < b\n  c"}},
      {"<p><a href=\"a.html\">Home</a> | <a href=\"b.html\">About</a></p><p>Text.</p>", {"Text."}},
      {"<ul><li><a href=\"https://x.y/a\">One</a><li><a href=\"https://x.y/b\">Two</a></ul>",
       {"- One\n- Two"}},
      {"<p><img src=x alt=\"A chart of the pay of every level\"></p>",
       {"A chart of the pay of every level"}},
      {"<figure><img src=x alt=Logo><figcaption>A lamp</figcaption></figure>", {"A lamp"}},
      {"<p><img src=x alt=Logo></p><p><img src=x></p><p>Text.</p>", {"Text."}},
  }));
  CAPTURE(html);
  CHECK(texts_of(page_of(html)) == texts);
}

TEST_CASE("what is not the page's text is left out", "[html_guide]") {
  const auto piece = GENERATE(
      as<std::string>{}, "<nav><h3>x</h3><ul><li>x<ul><li>y</ul></ul></nav>", "<footer>x</footer>",
      "<aside>x</aside>", "<header><p>x</p><ul><li>y</ul></header>", "<div role=navigation>x</div>",
      "<div role=search>x</div>", "<div role=contentinfo>x</div>", "<div hidden>x</div>",
      "<p aria-hidden=true>x</p>", "<dialog>x</dialog>", "<script>x</script>", "<style>x</style>",
      "<noscript>x</noscript>", "<template><p>x</p></template>", "<svg><text>x</text></svg>",
      "<iframe>x</iframe>", "<video>x</video>", "<button>x</button>", "<select><option>x</select>",
      "<textarea>x</textarea>", "<form><p>x</p></form>", "<!-- x -->", "<![CDATA[x]]>");
  CAPTURE(piece);
  CHECK(texts_of(page_of("<main>" + piece + "<p>Text.</p></main>")) == Texts{"Text."});
  const Texts inside = texts_of(page_of("<ul><li>One" + piece + "two</ul>"));
  REQUIRE(inside.size() == 1);
  CHECK_THAT(inside[0], !Catch::Contains("x"));
}

TEST_CASE("the site's header is left out, an article's heading is not", "[html_guide]") {
  const auto [html, title] = GENERATE(table<std::string, std::string>({
      {"<header><h1>Site</h1><p>Slogan</p></header><p>Text.</p>", "page"},
      {"<main><header><h1>Title</h1><p>By me</p></header><p>Text.</p></main>", "Title"},
      {"<article><header><p>By me</p><h1>Title</h1></header><p>Text.</p></article>", "Title"},
      {"<section><header><div><h1>Title</h1></div></header><p>Text.</p></section>", "Title"},
      {"<div role=main><header><h1>Title</h1><p>By me</p></header><p>Text.</p></div>", "Title"},
      {"<main><header role=banner><h1>Site</h1></header><p>Text.</p></main>", "page"},
  }));
  CAPTURE(html);
  const Guide page = page_of(html);
  CHECK(page.title == title);
  CHECK(texts_of(page) == Texts{"Text."});
}

TEST_CASE("the text is the main part's, or the only article's, or the body's", "[html_guide]") {
  const auto [html, texts] = GENERATE(table<std::string, Texts>({
      {"<p>Beside.</p><main><p>Text.</p></main>", {"Text."}},
      {"<p>Beside.</p><article><p>Text.</p></article>", {"Text."}},
      {"<p>Beside.</p><article>One.<article>Reply.</article></article>", {"One.", "Reply."}},
      {"<article>One.</article><article>Two.</article>", {"One.", "Two."}},
      {"<article>One.</article><main>Text.</main>", {"Text."}},
      {"<main hidden>Old.</main><main>Text.</main>", {"Text."}},
      // a main part that says nothing
      {"<p>Text.</p><main><h1>Title</h1><nav>x</nav></main>", {"Text."}},
      {"<form><p>Text.</p></form>", {"Text."}},
      {"<form><main><p>Text.</p></main></form>", {"Text."}},
      // an article that is left out
      {"<p>Text.</p><aside><article>x</article></aside>", {"Text."}},
      {"<p>Text.</p><footer><div><article>x</article></div></footer>", {"Text."}},
      {"<article>Text.</article><nav><article>x</article></nav>", {"Text."}},
      {"<p>Text.</p><article hidden>x</article>", {"Text."}},
  }));
  CAPTURE(html);
  CHECK(texts_of(page_of(html)) == texts);
}

TEST_CASE("a question and what answers it are one passage", "[html_guide]") {
  const auto [html, answer] = GENERATE(table<std::string, std::string>({
      {"<h3>Is it hard?</h3><p>No.</p><ul><li>Not at all.</ul>", "No.\n\n- Not at all."},
      {"<h2><button>Is it hard?</button></h2><p>No.</p>", "No."},
      {"<details><summary>Is it hard?</summary>No.</details>", "No."},
      {"<details><summary><h3>Is it hard?</h3></summary><p>No.</p></details>", "No."},
      {"<dl><dt>Is it hard?<dd>No.</dl>", "No."},
      {"<dl><dt>Is it hard?<dd><p>No.</p><p>Not at all.</p></dl>", "No.\n\nNot at all."},
      {"<dl><div><dt>Is it hard?<dd>No.<dd>Never.</div></dl>", "No.\n\nNever."},
      {"<dl><dt><button>Is it hard?</button></dt><dd>No.</dd></dl>", "No."},
      {"<ul><li><h3>Is it hard?</h3><p>No.</p></ul>", "No."},
      {"<ul><li><details><summary>Is it hard?</summary>No.</details></ul>", "No."},
  }));
  CAPTURE(html);
  const Guide page = page_of(html);
  REQUIRE(page.passages.size() == 1);
  CHECK(page.passages[0].form == PassageForm::question);
  CHECK(page.passages[0].title == "Is it hard?");
  CHECK(page.passages[0].text == answer);
}

TEST_CASE("what follows an answer that has an end belongs to the section around it",
          "[html_guide]") {
  const auto [html, texts] = GENERATE(table<std::string, Texts>({
      {"<details><summary>Good?</summary>Yes.</details><p>Text.</p>",
       {"Pay: Text.", "Good?: Yes."}},
      {"<dl><dt>Good?<dd>Yes.</dl><p>Text.</p>", {"Pay: Text.", "Good?: Yes."}},
      {"<dl><dt>Good?<dd>Yes.<dt>Low<dd>10</dl>", {"Pay: Low: 10", "Good?: Yes."}},
      {"<dl><dt>Low<dt>Good?<dd>Yes.</dl>", {"Pay: Low", "Good?: Yes."}},
      {"<details><summary>Good?</summary>Yes.</details>Text.<h2>Day</h2>Long.",
       {"Pay: Text.", "Good?: Yes.", "Day: Long."}},
      {"<details><summary>Good?</summary>Yes.<details><summary>Now?</summary>No.</details>Very."
       "</details>Text.",
       {"Pay: Text.", "Good?: Yes.\n\nVery.", "Now?: No."}},
  }));
  CAPTURE(html);
  Texts read;
  for (const Passage& passage : page_of("<h2>Pay</h2>" + html).passages) {
    read.push_back(passage.section_title + ": " + passage.text);
  }
  CHECK(read == texts);
}

TEST_CASE("a section's anchor is where a link to it leads", "[html_guide]") {
  const auto [html, anchor] = GENERATE(table<std::string, std::string>({
      {"<h2 id=pay>Pay well</h2>", "pay"},
      {"<h2 id=\"Über/uns\">Pay well</h2>", "Über/uns"},
      {"<h2><a name=pay></a>Pay well</h2>", "pay"},
      {"<h2><a id=pay href=\"#pay\">Pay well</a></h2>", "pay"},
      {"<h2><span id=pay>Pay well</span></h2>", "pay"},
      {"<section id=pay>\n<h2>Pay well</h2>", "pay"},
      {"<ul><li id=pay><h2>Pay well</h2>", "pay"},
      {"<a name=pay></a><h2>Pay well</h2>", "pay"},
      {"<p><a id=pay></a></p>\n<h2>Pay well</h2>", "pay"},
      {"<h2 id=pay>Pay well <a href=\"#pay\" aria-hidden=true>link</a></h2>", "pay"},
      // none that can be linked to
      {"<h2>Pay well</h2>", "pay-well"},
      {"<h2 id=\"a b\">Pay well</h2>", "pay-well"},
      {"<a name=x>First.</a><h2>Pay well</h2>", "pay-well"},
      {"<h2 id=\"" + std::string(201, 'x') + "\">Pay well</h2>", "pay-well"},
      {"<section id=x><p>First.</p><h2>Pay well</h2>", "pay-well"},
      {"<h2 id=pay>Pay</h2><p>First.</p><h2 id=pay>Pay well</h2>", "pay-1"},
  }));
  CAPTURE(html);
  const Guide page = page_of(html + "<p>Text.</p>");
  REQUIRE_FALSE(page.passages.empty());
  const Passage& last = page.passages.back();
  CHECK(last.text == "Text.");
  CHECK(last.section_title == "Pay well");
  CHECK(last.section_anchor == anchor);
  CHECK(last.id == "page#" + last.anchor);
}

TEST_CASE("an HTML page's title is the best it has", "[html_guide]") {
  const auto [html, title] = GENERATE(table<std::string, std::string>({
      {"<meta property=og:title content=\"From og\"><title>T</title><h1>H</h1>", "From og"},
      {"<meta property=og:title content=\" \"><title>T</title><h1>H</h1>", "H"},
      {"<title>T | Site</title><h2>Second</h2><h1>From <i>h1</i></h1>", "From h1"},
      {"<title>\n R&amp;D\n <b> </title><h1> </h1><h2>Second</h2>", "R&D <b>"},
      {"<h1>\U0001F680 Launch \u00B6</h1>", "Launch"},
      {"<nav><h1>Menu</h1></nav><title>T</title>", "T"},
      {"<svg><title>Icon</title></svg>", "page"},
      {"", "page"},
      {"<h1>" + std::string(1'000, 't') + "</h1>", std::string(200, 't')},
  }));
  CAPTURE(html);
  CHECK(page_of(html + "<p>Text.</p>").title == title);
}

TEST_CASE("the page's own address is one that a browser may be sent to", "[html_guide]") {
  const auto [head, url] = GENERATE(table<std::string, std::string>({
      {"<link rel=\"shortlink Canonical\" href=\" https://x.y/a?b=1&amp;c#d\n\">",
       "https://x.y/a?b=1&c#d"},
      {"<meta property=og:url content=https://x.y/og><link rel=canonical href=/a>", "/a"},
      {"<link rel=canonical href=a.html><meta property=og:url content=/og>", "/og"},
      {"<link rel=canonical href=//x.y/a>", ""},
      {"<link rel=canonical href=\"/\\x.y/a\">", ""},
      {"<link rel=canonical href=\"javascript:alert(1)\">", ""},
      {"<link rel=canonical href=\"/a b\">", ""},
      {"<link rel=canonical href=\"/a&quot;&gt;\">", ""},
      {"<link rel=canonical href=\"/" + std::string(2'000, 'a') + "\">", ""},
  }));
  CAPTURE(head);
  CHECK(page_of(head + "<p>Text.</p>").url == url);
}

TEST_CASE("a page's language is the one it names, or English", "[html_guide]") {
  const auto [lang, language] = GENERATE(table<std::string, std::string>({
      {"lang=de", "de"},
      {"lang=\" pt-BR \"", "pt"},
      {"lang=ZH_hans", "zh"},
      {"lang=\"\" xml:lang=de", "de"},
      {"lang=klingon", "en"},
      {"", "en"},
  }));
  CAPTURE(lang);
  CHECK(page_of("<!doctype html><html " + lang + "><p>Text.</p></html>").language == language);
}

TEST_CASE("a page that asks not to be found is left out", "[html_guide]") {
  const auto [meta, is_left_out] = GENERATE(table<std::string, bool>({
      {"<meta name=ROBOTS content=\"nofollow,NOINDEX\">", true},
      {"<meta name=robots content=\"index, follow\">", false},
      {"<meta name=robots content=noindexing>", false},
      {"<meta name=keywords content=noindex>", false},
  }));
  CAPTURE(meta);
  const PageRead page = read_text(meta + "<p>Text.</p>");
  CHECK(page.guide.has_value() != is_left_out);
  CHECK(page.problems ==
        (is_left_out ? "warning 0: the page asks not to be indexed (robots: noindex) and is left "
                       "out; remove that from its head to have it found"
                     : ""));
}

TEST_CASE("passages know their lines", "[html_guide]") {
  const Guide page = page_of(
      "<!doctype html>\r\n<html>\n<body>\n<h2>Pay</h2>\n<p>\n  One.\n<ul>\n<li>Two\n<li>Three\n"
      "</ul>\n<table>\n<tr><td>a\n    <td>b\n</table>\n<pre>c</pre>\n");
  std::vector<std::size_t> lines;
  for (const Passage& passage : page.passages) lines.push_back(passage.line);
  CHECK(texts_of(page) == Texts{"One.", "Two", "Three", "a | b", "c"});
  CHECK(lines == std::vector<std::size_t>{6, 8, 9, 12, 15});
}

TEST_CASE("a page is read in the encoding it has", "[html_guide]") {
  struct Row {
    std::string bytes;
    std::string text;  // empty: rejected
    std::string problems;
  };
  for (const Row& row : std::vector<Row>{
           {"<p>Caf\xC3\xA9.", "Café.", ""},
           {"\xEF\xBB\xBF<meta charset=latin1><p>Caf\xC3\xA9.", "Café.", ""},
           {std::string("\xFF\xFE\xE9\0.\0", 6), "é.", ""},
           {std::string("\xFE\xFF\0\xE9\0.", 6), "é.", ""},
           {"<meta charset=\"ISO-8859-1\"><p>Caf\xE9 \x93x\x94", "Café “x”", ""},
           {"<meta http-equiv=Content-Type content=\"text/html; charset=windows-1251\"><p>\xCF\xF0",
            "Пр", ""},
           {"<META CHARSET = Shift_JIS><p>\x83\x65", "テ", ""},
           {"<!-- <meta charset=klingon> --><p>Caf\xC3\xA9.", "Café.", ""},
           {"<meta charset=utf-8>\n<p>Caf\xE9.", "Caf\uFFFD.",
            "warning 2: not UTF-8, as the page says it is; save the page as UTF-8"},
           {"<title>T</title>\n<p>Caf\xE9.", "",
            "error 2: not UTF-8, and the page names no charset; save it as UTF-8, or write "
            "<meta charset=\"...\"> at its beginning"},
           {"<title>T</title>\n<meta charset=klingon><p>Text.", "",
            "error 2: unknown charset `klingon`; save the page as UTF-8 and write "
            "<meta charset=\"utf-8\">"},
       }) {
    CAPTURE(row.bytes);
    const PageRead page = read_text(row.bytes);
    CHECK(page.problems == row.problems);
    REQUIRE(page.guide.has_value() != row.text.empty());
    if (page.guide) CHECK(texts_of(*page.guide) == Texts{row.text});
  }
}

TEST_CASE("a page without text is rejected", "[html_guide]") {
  const auto html = GENERATE(as<std::string>{}, "", "<title>T</title>", "<nav>Home</nav>",
                             "<h1>Only a title</h1>", "<p>&nbsp;</p>", "<p>---</p>",
                             "<p><a href=/>Home</a></p>", "<body hidden><p>Text.</p>");
  CAPTURE(html);
  const PageRead page = read_text(html);
  CHECK_FALSE(page.guide);
  CHECK(page.problems == "error 0: the page has no text; leave it out, or save it with its text");
}

TEST_CASE("a page may take only so much", "[html_guide]") {
  CHECK(read_text(std::string(most_html_bytes + 1, 'x')).problems ==
        "error 0: is larger than 8388608 bytes; split it");

  HtmlLimits limits;
  limits.nesting = 3;
  CHECK(read_text("<div>\n<div>\n<p><div>\n<br>Text.", limits).guide);
  CHECK(read_text("<div></div>\n<div></div>\n<div></div>\n<div></div>Text.", limits).guide);
  CHECK(read_text("<div>\n<div>\n<div>\n<!-- <div> -->\n<div>Text.", limits).problems ==
        "error 5: more than 3 elements are open here; close them");

  limits = {};
  limits.memory_bytes = 1'000;
  CHECK_THAT(read_text("<p>Text.", limits).problems,
             Catch::StartsWith("error 0: reading it takes more than 1000 bytes of memory"));
  limits = {};
  limits.seconds = 0;
  CHECK_THAT(read_text("<p>Text.", limits).problems,
             Catch::StartsWith("error 0: reading it takes more than 0 seconds of processor time"));
}

}  // namespace
}  // namespace guidepost::indexer
