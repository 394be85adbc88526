"""What every browser test can look at and do."""

import json
import unittest

from selenium.common.exceptions import StaleElementReferenceException
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

PATIENCE_SECONDS = 10


class Visit(unittest.TestCase):
    """A fresh visit on a wide screen; at its end the console must have stayed silent."""

    site = None  # set by the module that has the tests
    browser = None
    expected_complaint = None  # part of the one kind of console message the test provokes

    def setUp(self):
        self.driver = self.browser.driver
        self.browser.resize(1280, 900)
        self.driver.get("about:blank")
        self.browser.complaints()

    def tearDown(self):
        unexpected = [text for text in self.browser.complaints() if not (self.expected_complaint and self.expected_complaint in text)]
        self.assertEqual(unexpected, [], "the browser's console complained")

    # ---- looking

    def open(self, address):
        self.driver.get(self.site.url + address)
        self.wait_for("main h1")

    def all(self, selector):
        return self.driver.find_elements(By.CSS_SELECTOR, selector)

    def one(self, selector):
        return self.driver.find_element(By.CSS_SELECTOR, selector)

    def script(self, text, *arguments):
        return self.driver.execute_script(text, *arguments)

    def shown_by(self, module, call, *arguments):
        """Puts what a module of the site makes of `arguments` on the page alone; `call` is its JavaScript, over `site` and `given`."""
        self.open("/")
        self.driver.execute_async_script("""
            const [module, given, done] = arguments;
            import(`/assets/${module}`).then((site) => {
              document.getElementById('main').replaceChildren(...[%s].filter(Boolean));
              done(null);
            });""" % call, module, list(arguments))

    def delay_answers(self, part, milliseconds):
        """From the next page on, answers from addresses with this part come late."""
        script = self.driver.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": """
            const prompt = window.fetch;
            window.fetch = async (address, ...more) => {
              if (String(address).includes('%s')) await new Promise((done) => setTimeout(done, %d));
              return prompt(address, ...more);
            };""" % (part, milliseconds)})
        self.addCleanup(self.driver.execute_cdp_cmd, "Page.removeScriptToEvaluateOnNewDocument", script)

    def alter_answers(self, part, old, new):
        """From the next page on, answers from addresses with this part have `new` where they had `old`."""
        script = self.driver.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": """
            {
              const original = window.fetch;
              window.fetch = async (address, ...more) => {
                const response = await original(address, ...more);
                if (!String(address).includes(%s)) return response;
                const {status, headers} = response;
                return new Response((await response.text()).replaceAll(%s, %s), {status, headers});
              };
            }""" % tuple(map(json.dumps, (part, old, new)))})
        self.addCleanup(self.driver.execute_cdp_cmd, "Page.removeScriptToEvaluateOnNewDocument", script)

    def wait(self, condition, what):
        # The page replaces what it shows: an element found a moment ago may be gone when it is asked for its text.
        return WebDriverWait(self.driver, PATIENCE_SECONDS, poll_frequency=0.05,
                             ignored_exceptions=[StaleElementReferenceException]).until(lambda _: condition(), f"waited for {what}")

    def wait_for(self, selector):
        return self.wait(lambda: next((node for node in self.all(selector) if node.is_displayed()), None), selector)

    def wait_for_frames(self):
        """Until what was just changed is drawn."""
        self.script("return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))")

    def wait_for_path(self, path):
        self.wait(lambda: self.driver.current_url == self.site.url + path, f"the address {path}")

    def total(self):
        found = self.all("#results-total")
        return int(found[0].get_attribute("data-total")) if found else None

    def wait_for_total(self, total):
        self.wait(lambda: self.script("return document.getElementById('results-total')?.dataset.total") == str(total), f"{total} results")

    def focused(self):
        return self.driver.switch_to.active_element

    # ---- doing

    def press(self, *keys):
        ActionChains(self.driver).send_keys(*keys).perform()

    def type_text(self, text):
        field = self.wait_for("#search-text")
        field.send_keys(text)
        return field

    def tab_to(self, selector, most=80):
        """Presses Tab until the focus is on something that matches."""
        for _ in range(most):
            self.press(Keys.TAB)
            if self.script("return document.activeElement.matches(arguments[0])", selector):
                return self.focused()
        return self.fail(f"{most} times Tab did not reach {selector}")

    def suggestions_for(self, text):
        self.type_text(text)
        self.wait_for("[role=option]")
        return self.all("[role=option]")

    def free_facet_value(self):
        """(checkbox, count) of the first section that is not chosen and would leave fewer results."""
        for box in self.all(".facet[data-field=section] input:not(:checked)"):
            count = int(box.find_element(By.XPATH, "..").find_element(By.CSS_SELECTOR, ".facet-count").get_attribute("data-count"))
            if 0 < count < self.total():
                return box, count
        return self.fail("no section narrows these results")
