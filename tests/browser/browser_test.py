#!/usr/bin/python3
"""The demo site in a real browser, over the real corpus: what a visitor can do with a mouse, a keyboard and a phone.

    GUIDEPOST_PROGRAM=build/release/guidepost /usr/bin/python3 tests/browser/browser_test.py
"""

import unittest
import urllib.request

from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

from site_under_test import Browser, Site
from visit import Visit


def setUpModule():
    Visit.site = Site()
    unittest.addModuleCleanup(Visit.site.close)
    Visit.browser = Browser()
    unittest.addModuleCleanup(Visit.browser.close)


class SuggestBoxTest(Visit):
    def test_typing_shows_completions_in_named_groups_with_the_matched_part_marked(self):
        self.open("/")
        options = self.suggestions_for("kub")
        field = self.one("#search-text")
        self.assertEqual(field.get_attribute("aria-expanded"), "true")
        self.assertEqual(self.one("[role=listbox]").get_attribute("id"), field.get_attribute("aria-controls"))
        kubernetes = next(option for option in options if option.text == "Kubernetes")
        self.assertEqual(kubernetes.find_element(By.TAG_NAME, "mark").text, "Kub")
        group = kubernetes.find_element(By.XPATH, "..")
        self.assertEqual(self.one(f"#{group.get_attribute('aria-labelledby')}").text, "Skills")

    def test_an_alias_says_what_it_stands_for(self):
        self.open("/")
        texts = [option.text for option in self.suggestions_for("k8s")]
        self.assertTrue(any("Kubernetes" in text and "k8s" in text for text in texts), texts)

    def test_arrow_keys_choose_and_enter_goes_there(self):
        self.open("/")
        options = self.suggestions_for("backend dev")
        self.press(Keys.ARROW_DOWN)
        active = self.one("#search-text").get_attribute("aria-activedescendant")
        self.assertEqual(active, options[0].get_attribute("id"))
        self.assertEqual(options[0].get_attribute("aria-selected"), "true")
        self.press(Keys.ARROW_UP)
        self.assertIsNone(self.one("#search-text").get_attribute("aria-activedescendant"))
        self.press(Keys.ARROW_DOWN)
        target = options[0].get_attribute("data-url")
        self.press(Keys.ENTER)
        self.wait_for_path(target)
        self.wait_for(".guide h1")

    def test_a_click_picks(self):
        self.open("/")
        options = self.suggestions_for("kubernetes")
        skill = next(option for option in options if option.get_attribute("data-type") == "skill")
        target = skill.get_attribute("data-url")
        skill.click()
        self.wait_for_path(target)
        self.wait_for(".skill h1")

    def test_escape_closes_and_leaves_the_text(self):
        self.open("/")
        self.suggestions_for("kub")
        self.press(Keys.ESCAPE)
        self.assertFalse(self.one("[role=listbox]").is_displayed())
        self.assertEqual(self.one("#search-text").get_attribute("aria-expanded"), "false")
        self.assertEqual(self.one("#search-text").get_attribute("value"), "kub")

    def test_tab_leaves_and_closes(self):
        self.open("/")
        self.suggestions_for("kub")
        self.press(Keys.TAB)
        self.assertFalse(self.one("[role=listbox]").is_displayed())
        self.assertEqual(self.focused().text, "Search")

    def test_enter_with_nothing_chosen_searches(self):
        self.open("/")
        self.suggestions_for("kub")
        self.press(Keys.ENTER)
        self.wait_for_path("/?q=kub")
        self.wait_for(".hit")

    def test_enter_belongs_to_the_input_method_while_it_composes(self):
        self.open("/")
        self.suggestions_for("kub")
        self.press(Keys.ARROW_DOWN)
        prevented = self.script("""
            const event = new KeyboardEvent('keydown', {key: 'Enter', isComposing: true, bubbles: true, cancelable: true});
            document.activeElement.dispatchEvent(event);
            return event.defaultPrevented;""")
        self.assertFalse(prevented)
        self.assertTrue(self.one("[role=listbox]").is_displayed())

    def test_slash_goes_to_the_box_and_is_not_typed(self):
        self.open("/guides/backend-developer")
        self.press("/")
        self.assertEqual(self.focused().get_attribute("id"), "search-text")
        self.assertEqual(self.focused().get_attribute("value"), "")


class SearchTest(Visit):
    def test_hits_show_the_searched_words_marked(self):
        self.open("/?q=system+design+interview")
        self.wait_for(".hit")
        self.assertIn("system design interview", self.driver.title)
        words = {mark.text.lower() for mark in self.all(".hit mark")}
        self.assertTrue(any("system" in word for word in words), words)
        self.assertTrue(any("design" in word for word in words), words)
        self.assertGreater(self.total(), 0)

    def test_a_misspelt_word_is_corrected_and_the_page_says_so(self):
        self.open("/?q=kuberntes")
        correction = self.wait_for(".correction")
        self.assertIn("kubernetes", correction.text.lower())
        self.assertIn("kuberntes", correction.find_element(By.TAG_NAME, "a").text)

    def test_a_facet_filters_to_its_count_and_back_restores(self):
        self.open("/?q=interview")
        self.wait_for(".hit")
        before = self.total()
        box, count = self.free_facet_value()
        value = box.get_attribute("data-value")
        box.click()
        self.wait_for_total(count)
        self.assertTrue(self.driver.current_url.endswith(f"&filter=section%3A{value}"), self.driver.current_url)
        self.assertTrue(self.one(f".facet[data-field=section] input[data-value='{value}']").is_selected())
        self.assertEqual(self.focused().get_attribute("data-value"), value)
        self.assertEqual(len(self.all(".chip-chosen")), 1)
        self.driver.back()
        self.wait_for_total(before)
        self.wait_for_path("/?q=interview")
        self.assertEqual(self.all(".chip-chosen"), [])
        self.driver.forward()
        self.wait_for_total(count)

    def test_a_chip_takes_its_filter_away(self):
        self.open("/?q=interview&filter=type%3Apassage")
        self.wait_for(".chip-chosen").click()
        self.wait_for_path("/?q=interview")
        self.wait(lambda: self.all(".chip-chosen") == [], "the chip to go")

    def test_filters_that_leave_nothing_offer_to_be_cleared(self):
        self.open("/?q=kubernetes&filter=section%3Ainterview&filter=type%3Askill")
        self.wait_for(".nothing")
        self.assertEqual(self.total(), 0)
        self.one(".nothing button").click()
        self.wait_for_path("/?q=kubernetes")
        self.wait_for(".hit")

    def test_a_hit_leads_to_its_section_by_the_anchor_that_has_on_the_page(self):
        hit = {"id": "x#1", "type": "passage", "title": "Sums", "url": "/guides/x#1", "guide": "x", "guide_title": "X", "section": "skills",
               "section_title": "What you need", "section_anchor": "what-you-need"}
        self.shown_by("hit.js", "site.hitOf(given[0])", hit)
        links = [link.get_attribute("href") for link in self.all(".breadcrumb a")]
        self.assertEqual(links, [self.site.url + "/guides/x", self.site.url + "/guides/x#what-you-need"])

    def test_where_nothing_matches_the_nearest_is_shown_and_labelled(self):
        self.open("/?q=zzqxv")
        notice = self.wait_for("[data-match=nearest]")
        self.assertIn("zzqxv", notice.text)
        self.assertGreater(len(self.all(".hit")), 0)

    def test_a_related_skill_gives_its_reason_to_the_keyboard_and_searches(self):
        self.open("/?q=kubernetes")
        self.wait_for(".related-skill a")
        chip = self.tab_to(".related-skill a")
        reason = self.one(f"#{chip.get_attribute('aria-describedby')}").get_attribute("textContent")
        self.assertRegex(reason, r"In \d+ of [\d,]+ results?, ")
        shown = self.one(".reason-shown.is-shown")
        self.assertTrue(shown.is_displayed())
        self.assertEqual(shown.text.split("\n"), [chip.text, *reason.split("; ")])
        label = chip.text
        self.press(Keys.ENTER)
        self.wait(lambda: self.all("h1 q") and self.one("h1 q").text == label, f"the results for {label}")
        self.wait_for(".hit")

    def test_more_hits_are_added_get_the_focus_and_are_there_again_after_back(self):
        self.open("/?filter=type%3Apassage")
        first = [hit.get_attribute("href") for hit in self.all(".hit-title a")]
        self.assertEqual(len(first), 10)
        self.one("#load-more").click()
        self.wait(lambda: len(self.all(".hit")) == 20, "20 hits")
        hits = self.all(".hit-title a")
        self.assertEqual([hit.get_attribute("href") for hit in hits[:10]], first)
        self.assertEqual(self.focused(), hits[10])
        self.script("arguments[0].scrollIntoView({block: 'center'})", hits[15])
        top = self.script("return scrollY")
        target = hits[15].get_attribute("href")
        self.wait(lambda: self.script("return new Promise((done) => requestAnimationFrame(() => done(true)))"), "a frame")
        hits[15].click()
        self.wait_for(".guide")
        self.driver.back()
        self.wait(lambda: len(self.all(".hit")) == 20, "20 hits")
        self.wait(lambda: abs(self.script("return scrollY") - top) < 3, "the place that was left")
        self.assertEqual(self.focused().get_attribute("href"), target)

    def test_from_the_box_to_a_hit_with_the_keyboard_alone(self):
        self.open("/")
        self.press("/")
        self.press("system design interview")
        self.press(Keys.ENTER)
        self.wait_for(".hit")
        self.wait(lambda: self.focused().tag_name == "h1", "the focus on the heading")
        link = self.tab_to(".hit-title a", most=20)
        target = link.get_attribute("href")
        self.press(Keys.ENTER)
        self.wait(lambda: self.driver.current_url == target, target)

    def test_without_connection_the_page_says_so_and_can_be_tried_again(self):
        self.open("/?q=interview")
        total = self.total()
        self.expected_complaint = "net::ERR_INTERNET_DISCONNECTED"
        self.browser.set_online(False)
        self.addCleanup(self.browser.set_online, True)
        self.free_facet_value()[0].click()
        self.wait_for("[data-problem=offline]")
        self.browser.set_online(True)
        self.one(".problem button").click()
        self.wait_for(".hit")
        self.assertLess(self.total(), total)


class PagesTest(Visit):
    def test_the_front_page_has_a_card_for_every_guide(self):
        self.open("/")
        cards = self.all("#guides .card a")
        self.assertGreaterEqual(len(cards), 12)
        self.assertTrue(any(card.get_attribute("href").endswith("/guides/backend-developer") for card in cards))
        self.assertEqual(len(self.all("#guides .card .badge")), len(cards))

    def test_an_anchor_scrolls_to_its_passage_and_marks_it(self):
        self.open("/guides/backend-developer")
        anchor = self.all("#interview .passage")[1].get_attribute("id")
        self.driver.get("about:blank")
        self.open(f"/guides/backend-developer#{anchor}")
        marked = self.wait_for(".is-target")
        self.assertEqual(marked.get_attribute("id"), anchor)
        self.assertGreater(self.script("return scrollY"), 0)
        top, bottom, header = self.script("""
            const box = arguments[0].getBoundingClientRect();
            return [box.top, box.bottom, document.querySelector('.site-header').getBoundingClientRect().bottom];""", marked)
        self.assertGreaterEqual(top, header)
        self.assertLessEqual(bottom, 900)

    def test_contents_lead_to_sections_and_back_returns(self):
        self.open("/guides/backend-developer")
        self.one(".contents-list a[href='#interview']").click()
        self.wait(lambda: [node.get_attribute("id") for node in self.all(".is-target")] == ["interview"], "the section to be marked")
        away = self.script("return scrollY")
        self.assertGreater(away, 0)
        self.driver.back()
        self.wait(lambda: self.script("return scrollY") == 0 and self.all(".is-target") == [], "the top of the guide")
        self.driver.forward()
        self.wait(lambda: abs(self.script("return scrollY") - away) < 3, "the section again")

    def test_a_guide_says_importance_in_words_and_where_the_path_leads(self):
        self.open("/guides/backend-developer")
        words = {word.text for word in self.all(".importance-word")}
        self.assertIn("Essential", words)
        self.assertGreaterEqual(len(self.all(".career-path > li")), 3)
        self.assertEqual(self.one(".career-step[aria-current=step] .career-title").text, "Backend Developer")

    def contents(self):
        return [link.get_attribute("href").partition("#")[2] for link in self.all(".contents-list a")]

    def test_a_guide_does_not_wait_for_the_roles_like_it_and_stays_where_it_is_when_they_come(self):
        self.delay_answers("/similar?", 1500)
        self.open("/guides/backend-developer")
        self.wait_for(".guide h1")
        self.assertEqual(self.all(r"#\~similar-roles"), [])
        self.assertEqual(self.contents()[-1], "~your-gap")
        places = "return [...document.querySelectorAll(`.guide-section:not([id^='~'])`)].map((node) => node.getBoundingClientRect().top)"
        before = self.script(places)
        self.wait(lambda: self.all(r"#\~similar-roles .similar-head a"), "similar roles")
        self.assertEqual(self.script(places), before)
        self.assertEqual(self.contents()[-3:], ["~your-gap", "~career-map", "~similar-roles"])

    def test_back_finds_the_place_among_the_similar_roles(self):
        self.open("/guides/backend-developer")
        link = self.wait_for(r"#\~similar-roles .similar-head a")
        self.script("arguments[0].scrollIntoView({block: 'center'})", link)
        self.wait_for_frames()
        top, target = self.script("return [scrollY, arguments[0].getAttribute('href')]", link)
        self.delay_answers("/similar?", 300)
        link.click()
        self.wait_for_path(target)
        self.wait(lambda: self.script("return scrollY") == 0, "the other guide")
        self.driver.back()
        self.wait(lambda: abs(self.script("return scrollY") - top) < 3, "the place that was left")
        self.assertEqual(self.script("return document.activeElement.getAttribute('href')"), target)

    def test_the_address_of_a_section_that_comes_later_leads_to_it(self):
        self.delay_answers("/next?", 300)
        self.open("/guides/backend-developer#~similar-roles")
        self.wait(lambda: self.script("return document.activeElement.id") == "~similar-roles", "the section")

    def test_what_is_added_to_a_guide_takes_no_anchor_of_its_sections(self):
        self.alter_answers("/v1/guides/backend-developer", '"anchor":"faq"', '"anchor":"your-gap"')
        self.alter_answers("/v1/guides/backend-developer", '"anchor":"tools"', '"anchor":"similar-roles"')
        self.open("/guides/backend-developer")
        self.wait_for(r"#\~similar-roles .similar-head a")
        ids = self.script("return [...document.querySelectorAll('[id]')].map(({id}) => id)")
        self.assertLess({"your-gap", "similar-roles"}, set(ids))
        self.assertEqual(len(ids), len(set(ids)))

    def test_the_words_of_a_translated_guide_are_marked_with_their_language(self):
        self.open("/guides/backend-developer-de")
        spoken = "return [...document.querySelectorAll(arguments[0])].map((node) => node.closest('[lang]').lang)"
        for selector in ("h1", ".lead", ".passage-text", ".question-title", "#faq h2 > span"):
            with self.subTest(selector=selector):
                self.assertEqual(set(self.script(spoken, selector)), {"de"})
        self.assertEqual(self.script(spoken, r"#\~your-gap h2"), ["en-GB"])

    def test_a_skill_names_its_roles_its_relatives_and_passages(self):
        self.open("/skills/kubernetes")
        self.assertEqual(self.one("h1").text, "Kubernetes")
        self.assertGreater(len(self.all(".role-list a")), 0)
        self.assertGreater(len(self.all(".related-list a")), 0)
        self.assertRegex(self.one(".related-reason").text, r"\d+ of [\d,]+ (guides|passages)")
        self.assertGreater(len(self.all(".hit")), 0)

    def test_a_skill_whose_id_has_a_space_is_looked_for_whole(self):
        self.open("/")
        asked = self.driver.execute_async_script("""
            const done = arguments[0];
            const skill = {id: 'Microsoft Excel', label: 'Microsoft Excel', kind: 'technology', guides: []};
            const api = {
              skill: async () => skill,
              relatedTo: async () => ({related: []}),
              search: async (question) => { api.asked = question; return {hits: [], total: 0, exact: true}; },
            };
            import('/assets/skill_page.js')
              .then((site) => site.skillPage(new URL('/skills/Microsoft%20Excel', location), null, {api}))
              .then(() => done(api.asked));""")
        self.assertIn({"field": "skill", "value": "Microsoft Excel"}, asked["filters"])
        self.assertEqual(asked.get("text", ""), "")

    def test_a_tip_is_reached_from_the_front_page(self):
        self.open("/")
        link = self.one("#tips .card a")
        title = link.text
        link.click()
        self.wait_for(".tip-text p, .tip-text li")
        self.assertEqual(self.one("h1").text, title)
        self.assertIn(title, self.driver.title)

    def test_an_unknown_guide_says_so(self):
        self.expected_complaint = "404"
        self.open("/guides/backend-develoer")
        self.assertEqual(self.one("h1").text, "Page not found")
        self.assertIn("backend-develoer", self.one(".problem-detail").text)

    def test_pages_forbid_what_is_not_their_own(self):
        with urllib.request.urlopen(self.site.url + "/") as response:
            policy = response.headers["Content-Security-Policy"]
        self.assertIn("default-src 'none'", policy)
        self.assertNotIn("unsafe", policy)


class GapTest(Visit):
    """What follows a guide, with the keyboard alone."""

    def missing(self):
        return [link.text for link in self.all(".gap-step-head > a")]

    def test_what_is_missing_is_shown_in_order_and_follows_what_the_reader_has(self):
        self.open("/guides/backend-developer")
        first = self.wait_for(".gap-skill input")
        had = first.find_element(By.XPATH, "..").text
        self.script("arguments[0].focus()", first)
        self.press(Keys.SPACE)
        self.assertTrue(first.is_selected())
        self.tab_to(".skill-field")
        self.press("k8s", Keys.ENTER)
        self.wait(lambda: self.all(".gap-others button"), "the skill that was typed")
        self.tab_to(".gap button[type=submit]")
        self.press(Keys.ENTER)
        self.wait(lambda: self.missing(), "steps")
        self.assertNotIn(had, self.missing())
        summary = self.one(".gap-summary")
        self.assertEqual(summary.get_attribute("aria-live"), "polite")
        self.assertRegex(summary.text, r"^You have \d+% of what Backend Developer asks for\. \d+ skills are missing")
        self.assertEqual(self.one(".gap-others button").get_attribute("aria-label"), "Remove Kubernetes")
        self.assertTrue(self.all(".gap-tips a"))

        second = self.missing()[0]
        box = next(label for label in self.all(".gap-skill") if label.text == second).find_element(By.TAG_NAME, "input")
        self.script("arguments[0].focus()", box)
        self.press(Keys.SPACE)
        self.wait(lambda: self.missing() and second not in self.missing(), f"{second} to be no longer missing")

    def add(self, *skills):
        self.script("arguments[0].focus()", self.wait_for(".skill-field"))
        for skill in skills:
            self.press(skill, Keys.ENTER)

    def ask(self):
        self.script("arguments[0].focus()", self.one(".gap button[type=submit]"))
        self.press(Keys.ENTER)

    def others(self):
        return [chip.get_attribute("aria-label") for chip in self.all(".gap-others button")]

    def test_a_skill_that_nobody_knows_is_said_to_be_unknown_and_the_gap_is_shown_without_it(self):
        self.expected_complaint = "/v1/recommend/gap"
        self.open("/guides/backend-developer")
        self.add("quantum basket weaving", 'a "quoted"; skill', "sql")
        self.ask()
        self.wait(lambda: self.missing(), "steps")
        notes = [note.text for note in self.all(".gap-unknown")]
        self.assertEqual(notes[0], "We do not know the skill “quantum basket weaving”.")
        self.assertTrue(notes[1].startswith('We do not know the skill “a "quoted"; skill”.'), notes[1])
        summary = self.one(".gap-summary").text
        self.assertRegex(summary, r"You have [1-9]\d*% of what Backend Developer asks for")
        self.assertNotIn("/v1/", summary)
        self.assertNotIn("SQL", self.missing())
        self.assertEqual(self.others(), ["Remove quantum basket weaving, which we do not know",
                                         'Remove a "quoted"; skill, which we do not know'])
        self.one(".gap-others button").click()
        self.wait(lambda: len(self.all(".gap-unknown")) == 1, "one note fewer")

    def test_what_an_unknown_skill_may_have_meant_takes_its_place(self):
        self.expected_complaint = "/v1/recommend/gap"
        self.open("/guides/backend-developer")
        self.add("postgress sql")
        self.ask()
        meant = self.wait_for(".gap-unknown button")
        self.assertIn("Did you mean PostgreSQL?", self.one(".gap-unknown").text)
        meant.click()
        self.wait(lambda: not self.all(".gap-unknown"), "nothing unknown")
        self.assertNotIn("PostgreSQL", self.missing())
        box = self.one(".gap-skill input[value=postgresql]")
        self.wait(lambda: box.is_selected(), "the box of PostgreSQL")
        self.assertEqual(self.others(), [])

    def test_only_what_stands_on_this_page_is_said_to(self):
        for page in ("backend-developer", "backend-developer-de"):
            with self.subTest(page=page):
                self.open(f"/guides/{page}")
                self.wait_for(".gap")
                self.ask()
                self.wait(lambda: self.all(".gap-tips li"), "what to read")
                for tip in self.all(".gap-tips li"):
                    address = tip.find_element(By.TAG_NAME, "a").get_attribute("href").partition("#")[0]
                    self.assertEqual(address.endswith(f"/guides/{page}"), "(in this guide)" in tip.text, tip.text)

    def test_the_focus_stays_where_it_was_when_an_answer_takes_the_place_of_another(self):
        self.open("/guides/backend-developer")
        self.wait_for(".gap")
        self.ask()
        self.wait(lambda: len(self.missing()) > 2, "steps")
        for tick, focus, then in ((0, 1, "the same step"), (0, 0, "the summary")):
            with self.subTest(then=then):
                had, kept = self.missing()[tick], self.missing()[focus]
                box = next(label for label in self.all(".gap-skill") if label.text == had).find_element(By.TAG_NAME, "input")
                self.script("arguments[0].click(); arguments[1].focus()", box, self.all(".gap-step-head > a")[focus])
                self.wait(lambda: self.missing() and had not in self.missing(), "the next answer")
                if then == "the same step":
                    self.assertEqual(self.focused().text, kept)
                else:
                    self.assertEqual(self.focused().get_attribute("class"), "gap-summary")

    def test_an_answer_that_the_site_cannot_read_is_said_and_logged(self):
        self.expected_complaint = "gap_panel.js"
        self.alter_answers("/v1/recommend/gap", '"have"', '"having"')
        self.open("/guides/backend-developer")
        self.wait_for(".gap")
        self.ask()
        self.wait(lambda: self.one(".gap-summary").text == "This did not work.", "the sentence")

    def test_two_words_for_one_skill_become_one(self):
        self.open("/guides/ux-designer")
        self.add("sql", "sqll")
        self.assertEqual(len(self.others()), 2)
        self.ask()
        self.wait(lambda: self.missing(), "steps")
        self.assertEqual(self.others(), ["Remove SQL"])

    def test_the_live_region_is_there_before_its_words_and_takes_no_room(self):
        self.open("/guides/backend-developer")
        self.wait_for(".gap")
        display, height, gap = self.script("""
            const summary = document.querySelector('.gap-summary');
            const panel = summary.closest('.gap');
            const below = panel.getBoundingClientRect().bottom - panel.querySelector('[type=submit]').getBoundingClientRect().bottom;
            return [getComputedStyle(summary).display, summary.offsetHeight, below - parseFloat(getComputedStyle(panel).paddingBottom)];""")
        self.assertNotEqual(display, "none")
        self.assertEqual(height, 0)
        self.assertLess(abs(gap), 2)

    def test_the_map_says_what_kind_of_step_each_role_is(self):
        self.open("/guides/backend-developer")
        self.wait_for(".career-map svg")
        kinds = {True: ", needs much of the same: ", False: ", step of the career path: "}
        dashed = [" is-suggested" in line.get_attribute("class") for line in self.all(".map-edge")]
        names = [role.get_attribute("aria-label") for role in self.all(".map-role")]
        for name, is_suggested in zip(names, dashed, strict=True):
            self.assertIn(kinds[is_suggested], name)
        description = self.one(".career-map desc").get_attribute("textContent")
        self.assertIn(f"{names[0].partition(':')[0]}, ", description)

    def test_the_map_can_be_read_on_a_small_phone_and_follows_its_turning(self):
        self.browser.resize(320, 568, mobile=True)
        self.open("/guides/backend-developer")
        self.wait_for(".career-map svg")
        heights = "return [...document.querySelectorAll('.career-map svg')].map((svg) => svg.getBoundingClientRect().height)"
        small = self.script(heights)
        for width in (320, 350, 385, 387):
            with self.subTest(width=width):
                self.browser.resize(width, 568, mobile=True)
                self.wait_for_frames()
                self.check_map_is_readable()
        self.browser.resize(568, 320, mobile=True)
        self.wait(lambda: self.script(heights) != small, "another picture")
        self.assertEqual(len(self.all(".career-map svg")), 1)

    def check_map_is_readable(self):
        size = self.script("""
            const svg = document.querySelector('.career-map svg');
            const box = svg.getBoundingClientRect();
            const note = parseFloat(getComputedStyle(svg.querySelector('.map-note')).fontSize);
            return note * box.width / svg.viewBox.baseVal.width;""")
        self.assertGreaterEqual(size, 11.9)
        for text in self.all(".map-here text, .map-role text"):
            self.assertTrue(self.script("""
                const frame = arguments[0].parentNode.querySelector('rect').getBoundingClientRect();
                const text = arguments[0].getBoundingClientRect();
                return text.left >= frame.left && text.right <= frame.right && text.top >= frame.top && text.bottom <= frame.bottom;""",
                text), text.text)

    def test_the_map_fits_a_phone_and_its_roles_are_links(self):
        self.browser.resize(390, 844, mobile=True)
        self.open("/guides/backend-developer")
        self.wait_for(".career-map svg")
        for name in self.all(".map-role"):
            inside = self.script("""
                const frame = arguments[0].querySelector('rect').getBoundingClientRect();
                return [...arguments[0].querySelectorAll('text')].every((text) => {
                  const box = text.getBoundingClientRect();
                  return box.left >= frame.left && box.right <= frame.right && box.top >= frame.top && box.bottom <= frame.bottom;
                });""", name)
            self.assertTrue(inside, name.get_attribute("aria-label"))
        target = self.script("return arguments[0].getAttribute('href')", self.one(".map-role"))
        self.assertTrue(target.startswith("/guides/"), target)
        self.script("arguments[0].focus()", self.one(".map-role"))
        self.press(Keys.ENTER)
        self.wait_for_path(target)


class GivenAnswerTest(Visit):
    """What the site says of an answer that the corpus need not give."""

    def reason(self, kind, weight, **more):
        return {"kind": kind, "weight": weight, **more}

    def related(self, *lists):
        skills = [{"id": f"skill-{n}", "label": f"Skill {n}", "reasons": reasons} for n, reasons in enumerate(lists, 1)]
        self.shown_by("related_skills.js", "site.relatedSearches(given[0])", {"related_skills": skills, "facets": {}})

    def test_reasons_are_at_most_three_each_said_once_and_none_that_speaks_against(self):
        self.related([self.reason("topic", 0.3), self.reason("topic", 0.2), self.reason("name", 0.1), self.reason("mention", 0.1),
                      self.reason("passages", 0.05, shared=2, of=50, lift=3.25), self.reason("partners", 0.01),
                      self.reason("crowd", 0.02), self.reason("taxonomy", -0.01)])
        self.assertEqual(self.one(".reason-shown.is-shown").text.split("\n"), [
            "Skill 1", "Named together in 2 of 50 passages, 3.3 times as many as chance would give", "About the same subject",
            "Called alike"])
        described = self.one(f"#{self.one('.related-skill a').get_attribute('aria-describedby')}")
        self.assertNotIn("taxonomy", described.get_attribute("textContent"))

    def test_a_reason_of_another_skill_names_it(self):
        sql = {"id": "sql", "label": "SQL"}
        for kind, sentence in (("related", "Related to SQL"), ("words", "Described in words like those of SQL"), ("group", "In one group with SQL")):
            with self.subTest(kind=kind):
                self.related([self.reason(kind, 0.3, skill=sql)])
                self.assertEqual(self.one(".reason-shown.is-shown").text.split("\n"), ["Skill 1", sentence])
        self.related([self.reason("related", 0.3)])
        self.assertEqual(self.one(".reason-shown.is-shown").text.split("\n"), ["Skill 1", "Related to what you asked for"])

    def test_reasons_show_for_the_mouse_and_for_the_keyboard_and_move_nothing(self):
        self.related([self.reason("topic", 0.3)], [self.reason("name", 0.3), self.reason("words", 0.2), self.reason("mention", 0.1)],
                     [self.reason("crowd", 0.1)])
        def shown():
            return [part.text.split("\n")[0] for part in self.all(".reason-shown") if part.is_displayed()]
        def height():
            return self.one(".related").size["height"]
        first, second, third = self.all(".related-skill a")
        self.assertEqual(shown(), ["Skill 1"])
        before = height()
        ActionChains(self.driver).move_to_element(second).perform()
        self.assertEqual(shown(), ["Skill 2"])
        self.assertEqual(height(), before)
        self.script("arguments[0].focus()", first)
        self.assertEqual(shown(), ["Skill 1"])
        self.press(Keys.TAB, Keys.TAB)
        self.assertEqual(self.focused(), third)
        self.assertEqual(shown(), ["Skill 3"])
        self.assertIsNone(third.get_attribute("aria-describedby"), "nothing speaks for it")

    def understood(self, match):
        interpreted = {"words": [{"text": "haskell", "read_as": "haskell", "how": "unknown"}], "skills": [], "roles": [], "section": None,
                       "synonyms": [], "phrases": [], "excluded": [], "filters": [],
                       "steps": [{"required": ["python", "design"], "dropped": [], "total": 4},
                                 {"required": ["python"], "dropped": ["design"], "total": 9}]}
        self.shown_by("understood.js", "site.understood(given[0])",
                      {"answer": {"match": match, "query": "python design", "did_you_mean": None, "interpreted": interpreted, "facets": {}},
                       "request": {"text": "python design", "filters": []}})

    def test_words_are_said_to_be_left_out_only_where_they_were(self):
        self.understood("partial")
        self.assertIn("Left out: design, haskell.", self.one(".left-out").text)
        self.understood("all")
        self.assertEqual(self.all(".left-out"), [])

    def test_of_what_to_read_lines_that_read_alike_are_shown_once(self):
        def tip(number, title, guide):
            return {"title": title, "url": f"/guides/{guide}#{number}", "type": "passage", "guide": guide}
        step = {"id": "sql", "label": "SQL", "importance": 4, "after": [], "opens": [],
                "tips": [tip(1, "Tools", "here"), tip(2, "Tools", "here"), tip(3, "Tools", "there"), tip(4, "Skills", "here")]}
        self.shown_by("gap_answer.js", "site.gapAnswer(given[0], 'here')", {"missing": [step]})
        self.assertEqual(self.one(".gap-tips").text.split("\n"),
                         ["Tools (in this guide)", "Tools (in another guide)", "Skills (in this guide)"])
        self.assertTrue(self.one(".gap-tips a").get_attribute("href").endswith("/guides/here#1"), "the first of them")

    def test_a_role_that_shares_no_skill_is_not_called_similar(self):
        def role(name, coverage, *reasons):
            return {"id": name, "title": name, "url": f"/guides/{name}", "coverage": coverage, "missing_total": 3,
                    "reasons": [{"id": skill, "label": skill} for skill in reasons]}
        call = "site.similarRoles(given)"
        self.shown_by("similar_roles.js", call, role("near", 0.2, "sql"), role("far", 0.0))
        self.assertEqual([link.text for link in self.all(".similar-head a")], ["near"])
        self.shown_by("similar_roles.js", call, role("far", 0.0))
        self.assertEqual(self.all(".similar-roles"), [])


class PhoneTest(Visit):
    pages = ("/", "/?q=system+design+interview", "/?q=zzqxv", "/guides/backend-developer", "/skills/kubernetes")

    def setUp(self):
        super().setUp()
        self.browser.resize(390, 844, mobile=True)

    def test_no_page_scrolls_sideways(self):
        for page in self.pages:
            with self.subTest(page=page):
                self.open(page)
                width, window = self.script("return [document.documentElement.scrollWidth, innerWidth]")
                self.assertEqual(window, 390)
                self.assertLessEqual(width, 390)

    def test_no_page_scrolls_sideways_on_a_small_phone_and_what_stands_alone_can_be_hit_with_a_thumb(self):
        self.browser.resize(320, 568, mobile=True)
        for page in (*self.pages, "/guides/backend-developer-de"):
            with self.subTest(page=page):
                self.open(page)
                self.assertEqual(self.script("return [document.documentElement.scrollWidth, innerWidth]"), [320, 320])
                small = self.script("""
                    const inText = '.passage-text *, .gap-note *, .gap-tips *, .correction *, .nearest *, .card *, .skip-link';
                    return [...document.querySelectorAll('a, button, summary, label')].filter((node) => !node.matches(inText))
                      .map((node) => [node.textContent, node.getBoundingClientRect()])
                      .filter(([, box]) => box.height > 0 && box.height < 24).map(([text, box]) => [text, box.height]);""")
                self.assertEqual(small, [])

    def test_filters_open_as_a_sheet_stay_open_while_choosing_and_give_the_focus_back(self):
        self.open("/?q=interview")
        self.wait_for(".sheet-opener").click()
        self.wait_for("dialog.sheet")
        box, count = self.free_facet_value()
        box.click()
        self.wait_for_total(count)
        done = self.one(".sheet-foot button")
        self.wait(lambda: done.text == f"Show {count} result{'' if count == 1 else 's'}", "the button to count")
        done.click()
        self.wait(lambda: not self.one("dialog.sheet").is_displayed(), "the sheet to close")
        self.wait(lambda: self.focused().text == "Filters (1)", "the focus on the opener")


class HighlightTest(Visit):
    """highlight.js alone: byte offsets of UTF-8 become indices of a JavaScript string."""

    rows = (
        ("plain text", [[6, 10]], [[6, 10]]),
        ("Résumé tips", [[0, 8], [9, 13]], [[0, 6], [7, 11]]),
        ("10 € more", [[3, 6], [7, 11]], [[3, 4], [5, 9]]),
        ("a 😀 b", [[2, 6], [7, 8]], [[2, 4], [5, 6]]),
        ("cut short", [[4, 99]], [[4, 9]]),
        ("", [], []),
    )

    def test_ranges_fall_on_the_same_characters(self):
        self.open("/")
        for text, ranges, expected in self.rows:
            with self.subTest(text=text):
                self.assertEqual(self.driver.execute_async_script("""
                    const [text, ranges, done] = arguments;
                    import('/assets/highlight.js').then(({stringRanges}) => done(stringRanges(text, ranges)));""", text, ranges), expected)


if __name__ == "__main__":
    unittest.main()
