"""A run that takes over what did not change gives exactly the index that a full build gives."""
import hashlib
import json
import os
import pathlib
import random
import shutil
import subprocess
import tempfile
import unittest

import guidepost

QUERIES = ["system design interview", "kubernetes", "k8s", "\"system design\"", "python -java", "portfolio", "cv tips", "zebra",
           "how to become a data engineer", "design", "interviw", "remote work", "", "type:tip", "salary negotiation", "quokka smile"]


class Incremental(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory(prefix="guidepost-test-")
        self.addCleanup(self.folder.cleanup)
        self.root = pathlib.Path(self.folder.name)
        self.corpus = self.root / "corpus"
        self.index = self.root / "index"
        shutil.copytree(guidepost.CORPUS, self.corpus)
        (self.corpus / "golden.jsonl").unlink(missing_ok=True)  # what is edited here may not answer them

    def run_index(self, *options, check=0, index=None, sources=None):
        return guidepost.run("index", *(sources or [self.corpus]), "--index", index or self.index, *options, check=check)

    def manifest(self, index=None):
        index = index or self.index
        name = (index / "CURRENT").read_text().strip()
        return json.loads((index / "generations" / name / "manifest.json").read_text())

    def answers(self, index):
        found = []
        for query in QUERIES:
            done = guidepost.run("search", query, "--limit", 50, "--facet", "type", "--facet", "skill", "--explain", "--json",
                                 "--index", index)
            answer = json.loads(done.stdout)
            answer.pop("took_ms")
            answer.pop("generation")
            found.append(answer)
        for words in (["suggest", "sys"], ["suggest", "kub"], ["related", "python"]):
            found.append(json.loads(guidepost.run(*words, "--json", "--index", index).stdout))
        for answer in found:
            answer.pop("took_ms", None)
            answer.pop("generation", None)
        return found

    def assert_same_as_full(self):
        full = self.root / "full"
        shutil.rmtree(full, ignore_errors=True)
        self.run_index("--full", index=full)
        self.assertEqual(self.manifest()["content_hash"], self.manifest(full)["content_hash"])
        self.assertEqual(self.manifest()["counts"], self.manifest(full)["counts"])
        for mine, theirs in zip(self.answers(self.index), self.answers(full)):
            self.assertEqual(mine, theirs)
        guidepost.run("check", "--index", self.index, check=0)

    def tip(self, name, title, text):
        (self.corpus / f"tips/{name}.md").write_text(f"---\nid: {name}\ntitle: {title}\n---\n{text}\n", encoding="utf-8")

    def test_the_same_sources_leave_the_generation_as_it_is(self):
        self.run_index()
        again = self.run_index()
        self.assertIn("nothing changed", again.stdout)
        self.assertEqual(self.manifest()["generation"], "000001")
        self.run_index("--full")
        self.assertEqual(self.manifest()["generation"], "000002")

    def test_edits_deletions_and_additions_give_the_index_of_a_full_build(self):
        self.run_index()
        chance = random.Random(7)
        self.tip("quokka", "Smile like a quokka", "Quokkas smile in every interview, and a zebra does not.")
        self.run_index()
        self.assertEqual(len(self.manifest()["segments"]), 2)
        self.assert_same_as_full()
        guides = sorted((self.corpus / "guides").glob("*.md"))
        for step in range(4):
            for guide in chance.sample(guides, 2):
                lines = guide.read_text(encoding="utf-8").split("\n")
                items = [i for i, line in enumerate(lines) if line.startswith("- ") and i > lines.index("---", 1)]
                changed = chance.choice(items)
                lines[changed] += f" Mind the zebra {step}."
                del lines[chance.choice([i for i in items if i != changed])]
                guide.write_text("\n".join(lines), encoding="utf-8")
            self.run_index()
        self.assertGreater(len(self.manifest()["segments"]), 2)
        self.assert_same_as_full()
        (self.corpus / "tips/quokka.md").unlink()
        self.run_index()
        left = json.loads(guidepost.run("search", "quokka", "--index", self.index, "--json").stdout)["hits"]
        self.assertNotIn("quokka", [hit["id"] for hit in left])
        self.assert_same_as_full()

    def test_lines_that_are_passed_over_give_the_index_of_a_full_build(self):
        passages = self.root / "passages.jsonl"
        lines = [json.dumps({"id": f"p{number}", "title": f"Quokka {number % 7}", "body": f"A zebra smiles {number} times."})
                 for number in range(400)]
        lines.append('{"id": "broken"')
        sources = [self.corpus, passages]

        def run():
            passages.write_text("\n".join(lines) + "\n", encoding="utf-8")
            return self.run_index(sources=sources)

        run()
        lines[3] = lines[3].replace("zebra", "quokka")  # changed
        lines[5] = lines[5].replace(", ", " , ")  # says the same
        lines[7], lines[8] = lines[8], lines[7]
        del lines[20:30]
        lines.append(lines[50])  # the same line again: its id is taken
        lines.append('{"id": "new", "body": "A quokka sleeps."}')
        second = run()
        self.assertIn("1 added, 1 changed, 10 removed", second.stdout)
        self.assertIn("2 rejected", second.stdout)
        self.assertIn("the id p60 is taken", second.stderr)
        self.assertIn("passages.jsonl:", second.stderr)
        del lines[-2:]
        third = run()
        self.assertIn("0 added, 0 changed, 1 removed", third.stdout)
        full = self.root / "full"
        self.run_index("--full", index=full, sources=sources)
        self.assertEqual(self.manifest()["content_hash"], self.manifest(full)["content_hash"])
        self.assertEqual(self.answers(self.index), self.answers(full))
        guidepost.run("check", "--index", self.index, check=0)

    def test_new_golden_queries_are_asked_of_unchanged_sources_too(self):
        self.run_index()
        golden = self.root / "golden.jsonl"
        golden.write_text('{"query": "kubernetes", "ids": ["not-there"], "top": 3}\n')
        done = self.run_index("--golden", golden, check=2)
        self.assertIn("not-there", done.stderr)

    def test_memory_that_is_too_little_is_said_with_what_would_do(self):
        passages = self.root / "many.jsonl"
        with passages.open("w", encoding="utf-8") as out:
            for number in range(40_000):
                out.write(f'{{"id": "{number}", "body": "w{number % 100}"}}\n')
        done = self.run_index("--memory", 64, sources=[passages], check=2)
        self.assertIn("say --memory ", done.stderr)
        self.run_index("--memory", done.stderr.split("say --memory ")[1].split()[0], sources=[passages])

    def roles_of_few_words(self, size=3000):
        """As many skills: 72 MB of kernel and inverse."""
        for number in range(size):
            skills = [f"s{number * 7 % size}", f"s{(number * 7 + 1) % size}", f"s{number * 13 % size}"]
            yield {"id": f"s{number}", "type": "skill", "title": f"skill{number}"}
            yield {"id": f"r{number}", "type": "guide", "title": f"role{number}", "body": "w", "skills": skills}

    def guides_and_skills_of_many_words(self, size=1500):
        dice = random.Random(7)
        words = ["".join(dice.choices("abcdefghijklmnopqrstuvwxyz", k=dice.randint(3, 9))) for _ in range(8000)]
        for number in range(size):
            text = [" ".join(dice.choices(words, k=count)) for count in (3, 200, 3, 35)]
            yield {"id": f"g{number}", "type": "guide", "title": text[0], "body": text[1]}
            yield {"id": f"s{number}", "type": "skill", "title": text[2], "body": text[3],
                   "aliases": [" ".join(dice.choices(words, k=4)) for _ in range(7)]}

    def test_guides_and_skills_are_indexed_within_the_memory_that_is_asked_for(self):
        for items in (self.roles_of_few_words, self.guides_and_skills_of_many_words):
            with self.subTest(items=items.__name__):
                source = self.root / "items.jsonl"
                source.write_text("\n".join(map(json.dumps, items())), encoding="utf-8")
                done = self.run_index("--memory", 64, sources=[source], check=2)
                memory = done.stderr.split("say --memory ")[1].split()[0]
                child = subprocess.Popen([guidepost.PROGRAM, "index", source, "--index", self.root / items.__name__, "--memory", memory],
                                         stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
                _, status, used = os.wait4(child.pid, 0)
                child.returncode = os.waitstatus_to_exitcode(status)
                self.assertEqual(child.returncode, 0)
                self.assertLess(used.ru_maxrss / 1024, int(memory))

    def test_a_changed_name_is_read_in_every_text(self):
        self.run_index()
        skills = self.corpus / "skills.yaml"
        text = skills.read_text(encoding="utf-8")
        skills.write_text(text + "\n- {id: zebra-crossing, label: Zebra crossing, kind: skill, description: Crossing.}\n",
                          encoding="utf-8")
        done = self.run_index()
        self.assertIn("names of skills or roles changed", done.stdout)
        self.assert_same_as_full()

    def recommend_files(self, index=None):
        index = index or self.index
        generation = index / "generations" / self.manifest(index)["generation"]
        return {name: generation / name for name in ("role-skills", "related-skills", "similar-roles")}

    def recommend_hashes(self, index=None):
        return {name: hashlib.sha256(file.read_bytes()).hexdigest() for name, file in self.recommend_files(index).items()}

    def test_a_changed_kind_of_a_skill_changes_the_lists_that_depend_on_it(self):
        # A source that relates knowledge to skills and nothing else, as ESCO does: there the kind of a skill counts.
        source = self.root / "harbour"
        (source / "guides").mkdir(parents=True)
        pilot = "---\nid: pilot\ntitle: Pilot\nfamily: sea\nskills: [{id: use-3, importance: 5}]\n---\n## Overview\n\nPilots ships.\n"
        (source / "guides/pilot.md").write_text(pilot)
        entries = [f"- {{id: know-{i}, label: rope {i} and knot {i % 9}, kind: knowledge, description: Rope of sort {i % 7}., related: [use-{i}]}}\n"
                   f"- {{id: use-{i}, label: use rope {i}, kind: skill, description: Uses knot {i % 5}.}}\n" for i in range(120)]
        skills = source / "skills.yaml"
        skills.write_text("".join(entries))
        self.run_index(sources=[source])
        before = self.recommend_hashes()
        text = skills.read_text()
        skills.write_text(text.replace("knot 3, kind: knowledge", "knot 3, kind: technology", 1))
        self.assertNotEqual(skills.read_text(), text)
        self.run_index(sources=[source])
        fresh = self.root / "fresh"
        self.run_index(index=fresh, sources=[source])
        self.assertEqual(self.recommend_hashes(), self.recommend_hashes(fresh))
        self.assertNotEqual(self.recommend_hashes()["related-skills"], before["related-skills"])

    def test_full_takes_nothing_over(self):
        self.run_index()
        before = {name: file.stat().st_ino for name, file in self.recommend_files().items()}
        hashes = self.recommend_hashes()
        self.run_index("--full")
        for name, file in self.recommend_files().items():
            self.assertNotEqual(file.stat().st_ino, before[name], name)
        self.assertEqual(self.recommend_hashes(), hashes)

    def test_changed_synonyms_change_answers_and_build_no_document_anew(self):
        self.run_index()
        ask = lambda: json.loads(guidepost.run("search", "zorbing", "--index", self.index, "--json").stdout)
        self.assertEqual(ask()["match"], "nearest")
        segments = self.manifest()["segments"]
        inodes = {path.name: path.stat().st_ino for path in (self.index / "generations/000001" / segments[0]["name"]).iterdir()
                  if path.is_file()}
        rules = self.corpus / "synonyms.yaml"
        rules.write_text(rules.read_text(encoding="utf-8") + "- zorbing => kubernetes, job interview\n", encoding="utf-8")
        done = self.run_index()
        self.assertIn("0 added, 0 changed, 0 removed", done.stdout)
        self.assertNotIn("anew", done.stdout)
        manifest = self.manifest()
        self.assertEqual(manifest["generation"], "000002")
        self.assertEqual(manifest["segments"], segments)
        for name, inode in inodes.items():
            self.assertEqual((self.index / "generations/000002" / segments[0]["name"] / name).stat().st_ino, inode)
        answer = ask()
        self.assertEqual(answer["match"], "all")
        self.assertEqual(answer["interpreted"]["synonyms"],
                         [{"text": "zorbing", "meanings": ["kubernetes", "job interview"]}])
        self.assertIn("kubernetes", [hit["id"] for hit in answer["hits"]])
        self.assert_same_as_full()
        rules.write_text("- zorbing\n", encoding="utf-8")
        done = self.run_index("--strict", check=2)
        self.assertIn("synonyms.yaml:1: error: a rule is text without =>", done.stderr)
        self.assertEqual(self.manifest(), manifest)

    def test_many_small_changes_are_merged_by_a_full_build(self):
        self.run_index()
        most = 0
        for step in range(10):
            self.tip("counter", "Counter", f"The number is now {step}.")
            self.run_index()
            most = max(most, len(self.manifest()["segments"]))
        self.assertLessEqual(most, 8)
        self.assert_same_as_full()

    def test_any_number_of_jobs_gives_the_same_index(self):
        passages = self.root / "passages.jsonl"
        chance = random.Random(3)
        words = (guidepost.CORPUS / "guides/backend-developer.md").read_text(encoding="utf-8").split()
        with passages.open("w", encoding="utf-8") as out:
            for number in range(10_000):
                begin = chance.randrange(len(words) - 40)
                out.write(json.dumps({"id": f"p{number}", "body": " ".join(words[begin:begin + 12]),
                                      "family": chance.choice("abc")}) + "\n")
        hashes, answers = set(), []
        for jobs in (1, 2, 5):
            index = self.root / f"jobs{jobs}"
            self.run_index("--jobs", jobs, index=index, sources=[self.corpus, passages])
            hashes.add(self.manifest(index)["content_hash"])
            answers.append(self.answers(index))
        reverse = self.root / "reverse"
        self.run_index(index=reverse, sources=[passages, self.corpus])
        hashes.add(self.manifest(reverse)["content_hash"])
        answers.append(self.answers(reverse))
        self.assertEqual(len(hashes), 1)
        for other in answers[1:]:
            self.assertEqual(answers[0], other)

    def test_a_run_that_would_drop_a_third_stops(self):
        self.run_index()
        before = self.manifest()
        for guide in sorted((self.corpus / "guides").glob("*.md"))[::2]:
            guide.unlink()
        done = self.run_index(check=2)
        self.assertIn("--allow-shrink", done.stderr)
        self.assertEqual(self.manifest(), before)
        self.run_index("--allow-shrink")
        self.assert_same_as_full()

    def test_a_dry_run_says_what_would_change_and_changes_nothing(self):
        self.run_index()
        before = self.manifest()
        self.tip("quokka", "Smile like a quokka", "Quokkas smile.")
        sorted((self.corpus / "tips").glob("*.md"))[0].unlink()
        done = self.run_index("--dry-run")
        self.assertIn("1 added, 0 changed, 1 removed", done.stdout)
        self.assertEqual(self.manifest(), before)
        guidepost.run("index", self.corpus, "--index", self.root / "none", "--dry-run", check=0)
        self.assertFalse((self.root / "none").exists())

    def test_a_generation_that_fails_the_gate_is_not_published(self):
        self.run_index()
        before = self.manifest()
        golden = self.root / "golden.jsonl"
        golden.write_text('{"query": "kubernetes", "ids": ["kubernetes"], "top": 5}\n'
                          '{"query": "portfolio", "ids": ["no-such-thing"]}\n', encoding="utf-8")
        done = self.run_index("--full", "--golden", golden, check=2)
        self.assertIn("no-such-thing", done.stderr)
        self.assertNotIn("must find kubernetes", done.stderr)
        done = self.run_index("--full", "--min-documents", 1_000_000, check=2)
        self.assertIn("at least 1000000", done.stderr)
        golden.write_text("{\"query\": 7, \"ids\": []}\n", encoding="utf-8")
        done = self.run_index("--full", "--golden", golden, check=2)
        self.assertIn("golden.jsonl:1", done.stderr)
        self.assertEqual(self.manifest(), before)
        self.assertEqual([p.name for p in (self.index / "generations").iterdir()], ["000001"])

    def test_rollback_and_prune(self):
        for _ in range(3):
            self.run_index("--full")
        done = guidepost.run("rollback", "--index", self.index, check=0)
        self.assertIn("000002", done.stdout)
        self.assertEqual(self.manifest()["generation"], "000002")
        guidepost.run("rollback", "000001", "--index", self.index, check=0)
        guidepost.run("rollback", "--index", self.index, check=2)
        guidepost.run("rollback", "000009", "--index", self.index, check=2)
        words = self.index / "generations/000003/words"
        words.write_bytes(words.read_bytes()[:-1])
        done = guidepost.run("rollback", "000003", "--index", self.index, check=3)
        self.assertIn("words", done.stderr)
        self.assertEqual(self.manifest()["generation"], "000001")
        with guidepost.Server(self.index) as server:
            self.assertEqual(server.search("kubernetes")["generation"], "000001")
            guidepost.run("rollback", "000002", "--index", self.index, check=0)
            done = guidepost.run("prune", "--keep", 1, "--index", self.index, check=0)
            self.assertTrue({p.name for p in (self.index / "generations").iterdir()} >= {"000002"}, done.stdout)
        guidepost.run("prune", "--keep", 0, "--index", self.index, check=2)
        guidepost.run("prune", "--keep", 1, "--index", self.index, check=0)
        self.assertEqual({p.name for p in (self.index / "generations").iterdir()} - {"000003"}, {"000002"})
        listed = guidepost.run("generations", "--index", self.index, check=0).stdout
        self.assertIn("* 000002", listed)

    def test_prune_leaves_what_a_server_has_open(self):
        self.run_index()
        with guidepost.Server(self.index) as server:
            self.assertEqual(server.search("kubernetes")["generation"], "000001")
            # The server looks at CURRENT every now and then; a generation that it refuses leaves it with the first.
            self.run_index("--full")
            self.run_index("--full")
            words = self.index / "generations/000003/words"
            words.write_bytes(words.read_bytes()[:-1])
            done = guidepost.run("prune", "--keep", 1, "--index", self.index, check=0)
            served = server.search("kubernetes")["generation"]
            self.assertTrue((self.index / "generations" / served).exists(), done.stdout)

    def test_an_index_of_another_schema_is_refused_with_the_way_out(self):
        self.run_index()
        file = self.index / "generations/000001/manifest.json"
        manifest = json.loads(file.read_text())
        manifest["schema"] = 1
        file.write_text(json.dumps(manifest))
        for words in (["search", "x"], ["check"], ["suggest", "x"]):
            done = guidepost.run(*words, "--index", self.index, check=3)
            self.assertIn("schema version 1", done.stderr)
            self.assertIn("guidepost index", done.stderr)
        self.run_index()
        guidepost.run("check", "--index", self.index, check=0)


if __name__ == "__main__":
    unittest.main()
