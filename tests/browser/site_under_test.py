"""The site that the browser tests visit, and the browser they visit it with.

GUIDEPOST_URL names a site that runs already. Without it, GUIDEPOST_PROGRAM is the guidepost program: it indexes
GUIDEPOST_CORPUS (the repository's corpus, unless set) into a temporary directory and serves that on a free port.
"""

import os
import pathlib
import queue
import re
import subprocess
import tempfile
import threading

from selenium import webdriver
from selenium.webdriver.chrome.service import Service

REPOSITORY = pathlib.Path(__file__).resolve().parents[2]
START_SECONDS = 60
STOP_SECONDS = 20


class Site:
    """Serves until `close`. `url` has no slash at its end."""

    def __init__(self):
        self.server = None
        self.url = os.environ.get("GUIDEPOST_URL", "").rstrip("/")
        if self.url:
            return
        program = os.environ.get("GUIDEPOST_PROGRAM")
        if not program:
            raise RuntimeError("set GUIDEPOST_URL to a running site, or GUIDEPOST_PROGRAM to the guidepost program")
        self.directory = tempfile.TemporaryDirectory(prefix="guidepost-browser-")
        index = os.path.join(self.directory.name, "index")
        corpus = os.environ.get("GUIDEPOST_CORPUS", str(REPOSITORY / "corpus"))
        subprocess.run([program, "index", corpus, "--index", index], check=True, stdout=subprocess.DEVNULL)
        self.server = subprocess.Popen(
            [program, "serve", "--index", index, "--listen", "127.0.0.1:0"], stderr=subprocess.PIPE, text=True)
        try:
            self.url = self._address()
        except Exception:
            self.close()
            raise

    def _address(self):
        """Reads standard error until it says the address, and goes on reading so that the pipe never fills."""
        found = queue.Queue()

        def read():
            for line in self.server.stderr:
                match = re.search(r"listening on (http://[\d.]+:\d+)", line)
                if match:
                    found.put(match[1])
            found.put(None)

        threading.Thread(target=read, daemon=True).start()
        address = found.get(timeout=START_SECONDS)
        if address is None:
            raise RuntimeError(f"guidepost serve ended with status {self.server.wait()} before it listened")
        return address

    def close(self):
        if self.server is None:
            return
        self.server.terminate()
        try:
            self.server.wait(timeout=STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self.server.kill()
            self.server.wait()
        self.server.stderr.close()
        self.directory.cleanup()


class Browser:
    """Chromium with an empty profile of its own."""

    def __init__(self):
        self.profile = tempfile.TemporaryDirectory(prefix="guidepost-profile-", ignore_cleanup_errors=True)
        options = webdriver.ChromeOptions()
        options.binary_location = "/usr/bin/chromium"
        for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                         "--disable-background-networking", "--disable-component-update", "--disable-sync",
                         f"--user-data-dir={self.profile.name}"):
            options.add_argument(argument)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
        self.driver = webdriver.Chrome(options=options, service=Service("/usr/bin/chromedriver"))

    def resize(self, width, height, mobile=False):
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {
            "width": width, "height": height, "deviceScaleFactor": 1, "mobile": mobile})

    def set_online(self, online):
        self.driver.execute_cdp_cmd("Network.enable", {})
        self.driver.execute_cdp_cmd("Network.emulateNetworkConditions", {
            "offline": not online, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1})

    def complaints(self):
        """What the console said since the last time, without what is only information."""
        return [entry["message"] for entry in self.driver.get_log("browser") if entry["level"] in ("SEVERE", "WARNING")]

    def close(self):
        self.driver.quit()
        self.profile.cleanup()
