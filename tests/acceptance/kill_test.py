"""SIGKILL at random moments of everything that writes. GUIDEPOST_KILLS says how many moments; the long run takes 200."""
import json
import os
import pathlib
import random
import shutil
import signal
import subprocess
import tempfile
import time
import unittest

import guidepost

KILLS = int(os.environ.get("GUIDEPOST_KILLS", "40"))


class Kill(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory(prefix="guidepost-test-")
        self.addCleanup(self.folder.cleanup)
        self.root = pathlib.Path(self.folder.name)
        self.corpus = self.root / "corpus"
        self.index = self.root / "index"
        shutil.copytree(guidepost.CORPUS, self.corpus)
        self.edition = 0
        self.edit()
        for _ in range(3):
            guidepost.build_index(self.index, self.corpus)

    def edit(self):
        """A tip that says which edition of the corpus an answer comes from."""
        self.edition += 1
        (self.corpus / "tips/edition.md").write_text(
            f"---\nid: edition\ntitle: Edition\n---\nThis is edition number{self.edition} of everything.\n", encoding="utf-8")

    def answered(self):
        """The edition that a search finds."""
        done = guidepost.run("search", "edition of everything", "--filter", "type:tip", "--limit", 1, "--json", "--index", self.index,
                             check=0)
        text = json.loads(done.stdout)["hits"][0]["snippet"]
        text = text if isinstance(text, str) else json.dumps(text)
        return int(text.split("number", 1)[1].split()[0].strip("<>/markem*"))

    def commands(self):
        index = ["--index", str(self.index)]
        corpus = str(self.corpus)
        return {"full": ["index", corpus, *index, "--full"], "incremental": ["index", corpus, *index],
                "rollback": ["rollback", *index], "prune": ["prune", "--keep", "1", *index]}

    def duration(self, words):
        copy = self.root / "copy"
        shutil.copytree(self.index, copy)
        begin = time.monotonic()
        guidepost.run(*[str(copy) if word == str(self.index) else word for word in words])
        taken = time.monotonic() - begin
        shutil.rmtree(copy)
        return taken

    def test_kills_at_random_moments_lose_nothing(self):
        chance = random.Random(20261124)
        durations = {name: self.duration(words) for name, words in self.commands().items()}
        killed = {name: 0 for name in durations}
        for moment in range(KILLS):
            name = ["full", "incremental", "incremental", "rollback", "prune"][moment % 5]
            with self.subTest(moment=moment, command=name):
                allowed = {self.answered()}
                if name in ("full", "incremental"):
                    self.edit()
                    allowed.add(self.edition)
                if name == "rollback":
                    allowed = set(range(1, self.edition + 1))
                process = subprocess.Popen([guidepost.PROGRAM, *self.commands()[name]], stdout=subprocess.DEVNULL,
                                           stderr=subprocess.DEVNULL)
                try:
                    process.wait(timeout=chance.uniform(0, durations[name]))
                except subprocess.TimeoutExpired:
                    process.send_signal(signal.SIGKILL)
                    process.wait()
                killed[name] += process.returncode == -signal.SIGKILL
                guidepost.run("check", "--index", self.index, check=0)
                self.assertIn(self.answered(), allowed)
                # The next run succeeds, and cleans up.
                guidepost.run("index", self.corpus, "--index", self.index, check=0)
                self.assertEqual(self.answered(), self.edition)
                self.assertEqual(list((self.index / "generations").glob("*.partial")), [])
                if len(list((self.index / "generations").iterdir())) < 3:
                    guidepost.build_index(self.index, self.corpus)
        self.assertGreater(killed["full"] + killed["incremental"], KILLS // 5)


if __name__ == "__main__":
    unittest.main()
