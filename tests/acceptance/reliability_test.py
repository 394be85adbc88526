"""What must never happen: a killed, failed or concurrent index run that a visitor notices."""
import json
import os
import pathlib
import random
import resource
import shutil
import signal
import subprocess
import tempfile
import threading
import time
import unittest

import guidepost


def wait_until(condition, seconds=20):
    """Polls a condition of another process; a test waits for nothing else."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if condition():
            return True
        time.sleep(0.02)
    return False


def largest_file(size):
    """For preexec_fn: a disk on which no file can be larger."""
    return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


def as_nobody():
    """For preexec_fn: permissions mean nothing to root."""
    if os.geteuid() == 0:
        os.setgroups([])
        os.setgid(65534)
        os.setuid(65534)


def set_modes(folder, directory, file):
    for path in [folder, *folder.rglob("*")]:
        path.chmod(directory if path.is_dir() else file)


class Reliability(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory(prefix="guidepost-test-")
        self.addCleanup(self.folder.cleanup)
        self.root = pathlib.Path(self.folder.name)
        self.index = self.root / "index"
        self.corpus = self.root / "corpus"
        shutil.copytree(guidepost.CORPUS, self.corpus)
        guidepost.build_index(self.index, self.corpus)

    @staticmethod
    def answer(server, text="system design interview"):
        answer = server.search(text)
        answer.pop("took_ms")
        return answer

    def generation(self):
        done = guidepost.run("search", "portfolio", "--json", "--index", self.index, check=0)
        return json.loads(done.stdout)["generation"]

    def edit_a_tip(self, word):
        (self.corpus / "tips/quokka.md").write_text(f"---\nid: quokka\ntitle: Smile\n---\nSmile like a {word}.\n", encoding="utf-8")

    def run_limited(self, *words, preexec_fn, program=guidepost.PROGRAM):
        return subprocess.run([program, *map(str, words), "--index", str(self.index)], capture_output=True, text=True, timeout=60,
                              preexec_fn=preexec_fn)

    def assert_untouched(self, generation):
        guidepost.run("check", "--index", self.index, check=0)
        self.assertEqual(self.generation(), generation)
        self.assertEqual(list((self.index / "generations").glob("*.partial")), [])

    def test_thirty_kills_of_the_indexer_change_nothing_for_a_running_server(self):
        with guidepost.Server(self.index) as server:
            before = self.answer(server)
            begin = time.monotonic()
            guidepost.build_index(self.root / "other", self.corpus)
            whole_run = time.monotonic() - begin
            chance = random.Random(20261124)
            killed = 0
            for _ in range(60):
                if killed == 30:
                    break
                process = subprocess.Popen([guidepost.PROGRAM, "index", str(self.corpus), "--index", str(self.index), "--full"],
                                           stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
                try:
                    process.wait(timeout=chance.uniform(0, whole_run * 0.95))
                except subprocess.TimeoutExpired:
                    process.send_signal(signal.SIGKILL)
                    process.wait()
                if process.returncode == -signal.SIGKILL:
                    killed += 1
                after = self.answer(server)
                before["generation"] = after["generation"]  # a run that was faster than its kill has published the same
                self.assertEqual(before, after)
                guidepost.run("check", "--index", self.index, check=0)
            self.assertEqual(killed, 30)
            guidepost.build_index(self.index, self.corpus)
            partial = list((self.index / "generations").glob("*.partial"))
            self.assertEqual(partial, [])

    def test_a_new_generation_is_swapped_in_without_losing_a_request(self):
        with guidepost.Server(self.index) as server:
            first = self.answer(server)["generation"]
            statuses, generations, stop = [], set(), threading.Event()

            def ask():
                while not stop.is_set():
                    status, _, body = server.request("/v1/search", q="kubernetes interview")
                    statuses.append(status)
                    generations.add(json.loads(body).get("generation"))

            askers = [threading.Thread(target=ask) for _ in range(4)]
            for asker in askers:
                asker.start()
            tip = self.corpus / "tips/quokka.md"
            tip.write_text("---\nid: quokka-tip\ntitle: Smile like a quokka\n---\nQuokkas smile.\n".replace("quokka-tip", "quokka"),
                           encoding="utf-8")
            guidepost.build_index(self.index, self.corpus)
            swapped = wait_until(lambda: self.answer(server, "quokka")["match"] == "all")
            for generation in (self.index / "generations").glob(first):
                shutil.rmtree(generation)  # files may go while requests still use them
            more = len(statuses) + 50
            wait_until(lambda: len(statuses) >= more)
            stop.set()
            for asker in askers:
                asker.join()
            self.assertTrue(swapped)
            self.assertEqual(set(statuses), {200})
            self.assertGreaterEqual(len(generations), 2)

    def test_a_damaged_new_generation_is_refused_and_the_old_one_stays(self):
        with guidepost.Server(self.index) as server:
            before = self.answer(server)
            guidepost.build_index(self.root / "next", self.corpus)
            bad = self.index / "generations/000099"
            shutil.copytree(next((self.root / "next/generations").iterdir()), bad)
            words = bad / "words"
            words.write_bytes(words.read_bytes()[:100])
            pointer = self.index / "CURRENT.new"
            pointer.write_text("000099\n")
            os.rename(pointer, self.index / "CURRENT")
            self.assertTrue(wait_until(lambda: any("000099" in line for line in server.log)), server.log[-5:])
            self.assertEqual(self.answer(server), before)
            self.assertIn("000099", json.dumps(server.get("/readyz")))
            guidepost.build_index(self.index, self.corpus)
            self.assertTrue(wait_until(lambda: self.answer(server)["generation"] == "000100"))

    def test_a_full_disk_leaves_the_previous_generation_serving(self):
        before = guidepost.run("search", "portfolio", "--json", "--index", self.index, check=0)
        for limit in (4096, 30_000, 60_000, 120_000):
            with self.subTest(largest_file=limit):
                done = subprocess.run(
                    [guidepost.PROGRAM, "index", str(self.corpus), "--index", str(self.index), "--full"], capture_output=True,
                    text=True, timeout=60,
                    preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)))
                self.assertNotEqual(done.returncode, 0)
                self.assertGreater(done.returncode, 0, "it crashed")
                self.assertTrue(done.stderr.strip())
                guidepost.run("check", "--index", self.index, check=0)
                after = guidepost.run("search", "portfolio", "--json", "--index", self.index, check=0)
                self.assertEqual(json.loads(before.stdout)["generation"], json.loads(after.stdout)["generation"])
        guidepost.build_index(self.index, self.corpus)

    def test_a_full_disk_stops_an_incremental_run_and_the_next_one_catches_up(self):
        before = self.generation()
        self.edit_a_tip("quokka")
        for size in (0, 100, 4096, 20_000):
            with self.subTest(largest_file=size):
                done = self.run_limited("index", self.corpus, preexec_fn=largest_file(size))
                self.assertEqual(done.returncode, 1, done.stderr)
                self.assertIn("File too large", done.stderr)
                self.assert_untouched(before)
        guidepost.run("index", self.corpus, "--index", self.index, check=0)
        self.assertIn("quokka", guidepost.run("search", "quokka", "--json", "--index", self.index, check=0).stdout)

    def test_a_full_disk_stops_a_rollback_and_does_not_stop_pruning(self):
        guidepost.build_index(self.index, self.corpus)
        before = self.generation()
        done = self.run_limited("rollback", preexec_fn=largest_file(0))
        self.assertEqual(done.returncode, 1, done.stderr)
        self.assertIn("CURRENT", done.stderr)
        self.assert_untouched(before)
        done = self.run_limited("prune", "--keep", 1, preexec_fn=largest_file(0))
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assert_untouched(before)
        self.assertEqual([path.name for path in (self.index / "generations").iterdir()], [before])

    def test_an_index_that_may_only_be_read_says_so_and_answers(self):
        guidepost.build_index(self.index, self.corpus)
        before = self.generation()
        self.edit_a_tip("quokka")
        program = self.root / "guidepost"  # where nobody may run it
        shutil.copy(guidepost.PROGRAM, program)
        set_modes(self.corpus, 0o755, 0o644)
        self.addCleanup(set_modes, self.index, 0o755, 0o644)
        set_modes(self.index, 0o555, 0o444)
        self.addCleanup(self.root.chmod, 0o755)
        self.root.chmod(0o555)
        for words in (["index", self.corpus], ["index", self.corpus, "--full"], ["rollback"], ["prune", "--keep", 1]):
            with self.subTest(words=words):
                done = self.run_limited(*words, program=program, preexec_fn=as_nobody)
                self.assertEqual(done.returncode, 1, done.stderr)
                self.assertIn(str(self.index), done.stderr)
                self.assertIn("Permission denied; check the permissions", done.stderr)
                found = self.run_limited("search", "portfolio", "--json", program=program, preexec_fn=as_nobody)
                self.assertEqual(found.returncode, 0, found.stderr)
                self.assertEqual(json.loads(found.stdout)["generation"], before)
        beside = subprocess.run([program, "index", str(self.corpus), "--index", str(self.root / "new")], capture_output=True, text=True,
                                timeout=60, preexec_fn=as_nobody)
        self.assertEqual(beside.returncode, 1, beside.stderr)
        self.assertIn("new/generations: cannot be created", beside.stderr)
        set_modes(self.index, 0o755, 0o644)
        self.assert_untouched(before)

    def test_two_runs_at_once_do_not_disturb_each_other(self):
        processes = [subprocess.Popen([guidepost.PROGRAM, "index", str(self.corpus), "--index", str(self.index), "--full"],
                                      stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) for _ in range(3)]
        results = [(process.communicate(timeout=60)[1], process.returncode) for process in processes]
        self.assertIn(0, [status for _, status in results])
        for message, status in results:
            if status != 0:
                self.assertIn("another process is writing this index (process ", message)
        guidepost.run("check", "--index", self.index, check=0)

    def test_sigterm_under_load_answers_what_is_in_flight(self):
        server = guidepost.Server(self.index)
        outcomes, stop = [], threading.Event()

        def ask():
            while not stop.is_set():
                try:
                    outcomes.append(server.request("/v1/search", q="kubernetes")[0])
                except ConnectionRefusedError:
                    return
                except OSError as error:
                    if "refused" in str(error):
                        return
                    outcomes.append(repr(error))
                    return

        askers = [threading.Thread(target=ask) for _ in range(4)]
        for asker in askers:
            asker.start()
        self.assertTrue(wait_until(lambda: len(outcomes) > 100))
        status = server.stop()
        stop.set()
        for asker in askers:
            asker.join()
        self.assertEqual(status, 0)
        self.assertLessEqual(set(outcomes), {200, 503})

    def test_a_server_without_an_index_waits_for_one(self):
        with guidepost.Server(self.root / "later") as server:
            status, _, body = server.request("/readyz")
            self.assertEqual(status, 503)
            self.assertEqual(server.request("/v1/search", q="x")[0], 503)
            guidepost.build_index(self.root / "later", self.corpus)
            self.assertTrue(wait_until(lambda: server.request("/readyz")[0] == 200))
            self.assertTrue(server.search("kubernetes")["hits"])


class VanishingTrees(unittest.TestCase):
    """Pages that are removed, emptied, rewritten or moved away while a run reads them, at random moments."""
    FOLDERS, PAGES, ROUNDS = 10, 120, 10

    def setUp(self):
        self.folder = tempfile.TemporaryDirectory(prefix="guidepost-test-")
        self.addCleanup(self.folder.cleanup)
        self.root = pathlib.Path(self.folder.name)
        self.tree = self.root / "tree"
        self.index = self.root / "index"

    def write(self, ending, page, edition):
        shutil.rmtree(self.tree, ignore_errors=True)
        for folder in range(self.FOLDERS):
            (self.tree / f"f{folder}").mkdir(parents=True)
            for number in range(self.PAGES):
                text = page.format(name=f"lamp {folder} {number}", edition=edition)
                (self.tree / f"f{folder}/p{number}{ending}").write_text(text, encoding="utf-8")

    def disturb(self, action, chance):
        pages = sorted(path for path in self.tree.rglob("p*") if path.is_file())
        if action == "move":
            self.tree.rename(self.root / "elsewhere")
        elif action == "remove a folder":
            shutil.rmtree(self.tree / f"f{chance.randrange(self.FOLDERS)}")
        else:
            for page in chance.sample(pages, 200):
                if action == "remove":
                    page.unlink()
                elif action == "empty":
                    page.write_bytes(b"")
                else:
                    page.write_bytes(page.read_bytes() + b"\nAnd one more paragraph.\n")

    def generation(self):
        guidepost.run("check", "--index", self.index, check=0)
        return json.loads(guidepost.run("search", "lamp", "--json", "--index", self.index, check=0).stdout)["generation"]

    def assert_survives(self, ending, page):
        self.write(ending, page, 0)
        begin = time.monotonic()
        guidepost.build_index(self.index, self.tree)
        whole_run = time.monotonic() - begin
        chance = random.Random(20261125)
        actions = ["remove", "empty", "rewrite", "remove a folder", "move"]
        for round_number in range(self.ROUNDS):
            action = actions[round_number % len(actions)]
            with self.subTest(round=round_number, action=action):
                self.write(ending, page, round_number)
                before = self.generation()
                process = subprocess.Popen([guidepost.PROGRAM, "index", str(self.tree), "--index", str(self.index), "--full"],
                                           stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
                time.sleep(chance.uniform(0, whole_run * 0.8))
                self.disturb(action, chance)
                message = process.communicate(timeout=60)[1]
                self.assertIn(process.returncode, (0, 1, 2), message[-2000:])
                self.assertNotIn("a bug", message)
                after = self.generation()
                if process.returncode != 0:
                    self.assertEqual(after, before)
                    self.assertTrue(str(self.tree) in message or "documents would vanish" in message, message[-2000:])
                shutil.rmtree(self.root / "elsewhere", ignore_errors=True)

    def test_markdown(self):
        self.assert_survives(".md", "# The {name}\n\nTrim the wick of {name}, edition{edition}.\n\n## Oil\n\n- Fill {name}.\n- Wipe it.\n")

    def test_html(self):
        self.assert_survives(".html", "<!doctype html><title>The {name}</title><main><h1>The {name}</h1><p>Trim the wick of {name}, "
                                      "edition{edition}.</p><h2>Oil</h2><ul><li>Fill {name}.<li>Wipe it.</ul></main>\n")


if __name__ == "__main__":
    unittest.main()
