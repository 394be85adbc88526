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


class Reliability(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory(prefix="guidepost-test-")
        self.root = pathlib.Path(self.folder.name)
        self.index = self.root / "index"
        self.corpus = self.root / "corpus"
        shutil.copytree(guidepost.CORPUS, self.corpus)
        guidepost.build_index(self.index, self.corpus)

    def tearDown(self):
        self.folder.cleanup()

    @staticmethod
    def answer(server, text="system design interview"):
        answer = server.search(text)
        answer.pop("took_ms")
        return answer

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


if __name__ == "__main__":
    unittest.main()
