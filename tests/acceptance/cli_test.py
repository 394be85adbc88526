"""The command line as its contract says: exit statuses, messages that name the place and the remedy, help."""
import json
import pathlib
import shutil
import tempfile
import unittest

import guidepost

GUIDE = """---
id: lighthouse-keeper
title: Lighthouse Keeper
family: maritime
skills:
  - {id: signalling, importance: 5}
---
## Overview

Keeps the light burning.
"""
SKILLS = """- id: signalling
  label: Signalling
  kind: skill
  description: Says things with light.
"""


class CommandLine(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory(prefix="guidepost-test-")
        self.root = pathlib.Path(self.folder.name)
        self.index = self.root / "index"
        self.corpus = self.root / "corpus"
        (self.corpus / "guides").mkdir(parents=True)
        (self.corpus / "tips").mkdir()
        (self.corpus / "skills.yaml").write_text(SKILLS, encoding="utf-8")
        self.guide = self.corpus / "guides/lighthouse-keeper.md"
        self.guide.write_text(GUIDE, encoding="utf-8")

    def tearDown(self):
        self.folder.cleanup()

    def index_corpus(self, *options, check=0):
        return guidepost.run("index", self.corpus, "--index", self.index, *options, check=check)

    def test_the_shipped_corpus_is_clean(self):
        done = guidepost.run("index", guidepost.CORPUS, "--index", self.index, "--strict", check=0)
        self.assertNotIn("warning", done.stderr)
        self.assertIn("0 rejected", done.stdout)

    def test_wrong_usage_exits_with_2_and_says_what_is_wrong(self):
        self.index_corpus()
        rows = [
            ([], "subcommand"), (["serch", "x"], "serch"), (["index"], "SOURCE"), (["search", "x", "--limit", "many"], "many"),
            (["search", "x", "--limit", "101"], "limit"), (["search", "x", "--filter", "role"], "FIELD:VALUE"),
            (["search", "x", "--filter", "rol:x"], "did you mean \"role\""), (["search", "x", "--facet", "skil"], "skill"),
            (["search", "x", "--limt", "5"], "did you mean --limit"), (["search", "x", "--sort", "titel"], "title"), (["search", "x", "--group", "role"], "guide"),
            (["index", str(self.root / "nowhere")], "nowhere"),
        ]
        for words, expected in rows:
            with self.subTest(words=words):
                options = ["--index", self.index] if words and words[0] in ("search", "index") else []
                done = guidepost.run(*words, *options, check=2)
                self.assertIn(expected, done.stderr)

    def test_without_an_index_the_exit_status_is_3_and_the_remedy_is_named(self):
        for words in (["search", "x"], ["suggest", "x"], ["related", "x"], ["check"], ["generations"]):
            with self.subTest(words=words):
                done = guidepost.run(*words, "--index", self.root / "none", check=3)
                self.assertIn("guidepost index", done.stderr)

    def test_finding_nothing_exits_with_1_and_still_shows_the_nearest(self):
        self.index_corpus()
        done = guidepost.run("search", "zzqxv", "--index", self.index, check=1)
        self.assertIn("Nothing matches", done.stdout)
        self.assertIn("Lighthouse Keeper", done.stdout)
        guidepost.run("suggest", "zzqxv", "--index", self.index, check=1)
        guidepost.run("search", "light", "--index", self.index, check=0)

    def test_an_unknown_skill_names_the_nearest(self):
        self.index_corpus()
        done = guidepost.run("related", "signal", "--index", self.index, check=1)
        self.assertIn("Signalling", done.stderr)

    def test_bad_items_are_reported_with_file_and_line_and_left_out(self):
        rows = [
            ("family: maritime", "famly: maritime", 4, "family"), ("title: Lighthouse Keeper\n", "", None, "title"),
            ("signalling", "signaling", 6, "signalling"), ("importance: 5", "importance: 9", 6, "importance"),
            ("id: lighthouse-keeper", "id: light", 2, "lighthouse-keeper"), ("---\n## Overview", "## Overview", None, "---"),
            ("Keeps the light burning.", "", None, "passage"),
        ]
        (self.corpus / "tips/a-tip.md").write_text("---\nid: a-tip\ntitle: A tip\n---\nTrim the wick.\n", encoding="utf-8")
        for old, new, line, expected in rows:
            with self.subTest(change=new or f"without {old!r}"):
                self.guide.write_text(GUIDE.replace(old, new, 1), encoding="utf-8")
                done = self.index_corpus()
                place = str(self.guide) + (f":{line}:" if line else "")
                self.assertIn(place, done.stderr)
                self.assertIn(expected, done.stderr)
                self.assertIn("1 rejected", done.stdout)
                self.assertNotIn("lighthouse-keeper",
                                 guidepost.run("search", "", "--json", "--index", self.index).stdout)

    def test_strict_publishes_nothing_when_an_item_is_rejected(self):
        self.index_corpus()
        before = guidepost.run("search", "light", "--json", "--index", self.index, check=0).stdout
        self.guide.write_text(GUIDE.replace("family: maritime\n", ""), encoding="utf-8")
        self.index_corpus("--strict", check=2)
        after = guidepost.run("search", "light", "--json", "--index", self.index, check=0).stdout
        self.assertEqual(json.loads(before)["generation"], json.loads(after)["generation"])

    def test_options_may_stand_before_the_query_and_a_minus_excludes(self):
        self.index_corpus()
        rows = [(["--filter", "type:skill", "light"], {"signalling"}),
                (["--filter", "type:skill", "--filter", "type:guide", "--facet", "type", "light"],
                 {"signalling", "lighthouse-keeper"}),
                (["light", "-burning"], {"signalling"}), (["-burning", "light"], {"signalling"})]
        for words, expected in rows:
            with self.subTest(words=words):
                done = guidepost.run("search", *words, "--json", "--index", self.index, check=0)
                self.assertEqual({hit["id"] for hit in json.loads(done.stdout)["hits"]}, expected)

    def test_options_of_index_may_stand_before_the_source(self):
        golden = self.root / "golden.jsonl"
        golden.write_text('{"query": "light", "ids": ["lighthouse-keeper"]}\n')
        done = guidepost.run("index", "--index", self.index, "--golden", golden, self.corpus, check=0)
        self.assertIn("1 guides", done.stdout)
        table = self.root / "jobs.csv"
        table.write_text("Ref,Long text\nx1,Trims wicks.\n")
        done = guidepost.run("index", "--index", self.root / "other", "--map", "Ref=id", "--map", "Long text=body", table, check=0)
        self.assertIn("1 documents", done.stdout)

    def test_a_dry_run_reports_and_publishes_nothing(self):
        self.assertIn("dry run", self.index_corpus("--dry-run").stdout)
        guidepost.run("check", "--index", self.index, check=3)

    def test_bad_utf8_is_reported_with_its_line(self):
        self.guide.write_bytes(GUIDE.encode() + b"\nSecond paragraph \xff here.\n")
        done = self.index_corpus(check=2)
        self.assertIn(f"{self.guide}:{GUIDE.count(chr(10)) + 2}:", done.stderr)
        self.assertIn("UTF-8", done.stderr)

    def test_the_same_id_twice_is_reported_with_both_places(self):
        (self.corpus / "tips/signalling.md").write_text("---\nid: signalling\ntitle: Flags\n---\nUse flags.\n", encoding="utf-8")
        self.assertIn("signalling", self.index_corpus().stderr)
        site = self.root / "site.jsonl"
        site.write_text('{"id": "signalling", "body": "Flags."}\n')
        done = guidepost.run("index", self.corpus, site, "--index", self.index, check=0)
        self.assertIn(f"{site}:1: error: the id signalling is taken by {self.corpus}/skills.yaml:1", done.stderr)

    def test_check_finds_every_damaged_file(self):
        self.index_corpus()
        guidepost.run("check", "--index", self.index, check=0)
        generation = next((self.index / "generations").iterdir())
        for file in sorted(path for path in generation.rglob("*") if path.is_file()):
            good = file.read_bytes()
            damages = {"missing": None, "empty": b"", "truncated": good[: len(good) // 2]}
            if good:
                middle = len(good) // 2
                damages["flipped"] = good[:middle] + bytes([good[middle] ^ 0x40]) + good[middle + 1:]
            for name, bad in damages.items():
                if bad == good:
                    continue
                with self.subTest(file=file.name, damage=name):
                    if bad is None:
                        file.unlink()
                    else:
                        file.write_bytes(bad)
                    done = guidepost.run("check", "--index", self.index, check=3)
                    self.assertIn("guidepost index", done.stderr)
                    searched = guidepost.run("search", "light", "--index", self.index)
                    self.assertIn(searched.returncode, (0, 3))  # never a crash
            file.write_bytes(good)
        guidepost.run("check", "--index", self.index, check=0)

    def test_an_index_of_another_schema_version_is_refused_with_the_remedy(self):
        self.index_corpus()
        manifest = next((self.index / "generations").iterdir()) / "manifest.json"
        manifest.write_text(manifest.read_text().replace('"schema": ', '"schema": 9'), encoding="utf-8")
        done = guidepost.run("search", "light", "--index", self.index, check=3)
        self.assertIn("schema version", done.stderr)
        self.assertIn("guidepost index", done.stderr)

    def test_any_text_is_a_query(self):
        self.index_corpus()
        texts = ["", " ", "\"", "\"\"", "-", "--", "-x", "role:", ":", "role:\"", "(((", "AND", "OR NOT", "a*", "*", "\\", "++", "#", ".",
                 "\u202e\u0000abc".replace("\u0000", ""), "🧭", "x" * 5000, "a " * 3000, "-a " * 400, "\"a b\" " * 300, "skill:c++ -role:x",
                 "1" * 300, "é" * 400, "</script><b>", "%00%ff", "light\nburning\tagain"]
        for text in texts:
            with self.subTest(text=text[:30]):
                done = guidepost.run("search", "--json", "--index", self.index, "--", text)
                self.assertIn(done.returncode, (0, 1), done.stderr)
                self.assertTrue(json.loads(done.stdout)["hits"])

    def test_old_generations_are_kept_and_pruned(self):
        for _ in range(5):
            self.index_corpus("--full")
        listed = guidepost.run("generations", "--index", self.index, check=0).stdout.splitlines()
        self.assertEqual(len(listed), 3)
        self.assertTrue(listed[-1].startswith("* 000005"), listed)

    def test_the_same_corpus_gives_the_same_answers_wherever_it_lies(self):
        elsewhere = self.root / "elsewhere"
        shutil.copytree(self.corpus, elsewhere)
        self.index_corpus()
        other = self.root / "other-index"
        guidepost.build_index(other, elsewhere)
        answers = []
        for index in (self.index, other):
            answer = json.loads(guidepost.run("search", "light", "--json", "--index", index, check=0).stdout)
            answer.pop("took_ms")
            answers.append(answer)
        self.assertEqual(*answers)


if __name__ == "__main__":
    unittest.main()
