"""Files that are missing, cut or changed: a clear error, never a wrong answer, a crash or a hang."""
import json
import pathlib
import shutil
import tempfile
import unittest

import guidepost


def flipped(data, place):
    return data[:place] + bytes([data[place] ^ 0x10]) + data[place + 1:]


def damages(data):
    """(what was done, the bytes left; None: the file is gone)"""
    yield "missing", None
    yield "emptied", b""
    if len(data) > 1:
        yield "halved", data[:len(data) // 2]
        yield "cut by a byte", data[:-1]
        yield "longer", data + b"\0"
    for share in (0, 1 / 3, 2 / 3, 1):
        if data:
            place = min(int(len(data) * share), len(data) - 1)
            yield f"bit flipped at {place}", flipped(data, place)


class Damage(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory(prefix="guidepost-test-")
        cls.addClassCleanup(cls.folder.cleanup)
        cls.root = pathlib.Path(cls.folder.name)
        cls.index = cls.root / "index"
        corpus = cls.root / "corpus"
        shutil.copytree(guidepost.CORPUS, corpus)
        guidepost.build_index(cls.index, corpus)
        (corpus / "tips/quokka.md").write_text("---\nid: quokka\ntitle: Quokka\n---\nQuokkas smile.\n", encoding="utf-8")
        guidepost.run("index", corpus, "--index", cls.index, check=0)  # a second segment
        name = (cls.index / "CURRENT").read_text().strip()
        cls.generation = cls.index / "generations" / name
        cls.commands = [["search", "quokka kubernetes", "--json"], ["suggest", "kub", "--json"], ["related", "python", "--json"]]
        cls.sound = [cls.answer(words) for words in cls.commands]

    @classmethod
    def answer(cls, words):
        done = guidepost.run(*words, "--index", cls.index)
        if done.returncode not in (0, 1):
            return done
        answer = json.loads(done.stdout)
        answer.pop("took_ms", None)
        return answer

    def assert_error_or_same(self, file, what):
        with self.subTest(file=str(file.relative_to(self.index)), damage=what):
            for words, sound in zip(self.commands, self.sound):
                answer = self.answer(words)
                if isinstance(answer, dict):
                    self.assertEqual(answer, sound)
                    continue
                self.assertEqual(answer.returncode, 3, answer.stderr)
                self.assertIn(": ", answer.stderr)
                self.assertNotIn("a bug", answer.stderr)

    def test_every_file_in_every_way(self):
        files = [file for file in sorted(self.generation.rglob("*")) if file.is_file() and file.name != "flintlock"]
        self.assertGreater(len(files), 15)
        for file in [*files, self.index / "CURRENT"]:
            data = file.read_bytes()
            for what, left in damages(data):
                if left is None:
                    file.unlink()
                else:
                    file.unlink()  # segments are linked by older generations: those must stay sound
                    file.write_bytes(left)
                self.assert_error_or_same(file, what)
                with self.subTest(file=str(file.relative_to(self.index)), damage=what, command="check"):
                    checked = guidepost.run("check", "--index", self.index)
                    self.assertIn(checked.returncode, (0, 3), checked.stderr)
                    is_text = file.name in ("manifest.json", "CURRENT")  # white space there may change without harm
                    self.assertTrue(checked.returncode == 3 or is_text, what)
                file.unlink(missing_ok=True)
                file.write_bytes(data)
        self.assertEqual([self.answer(words) for words in self.commands], self.sound)
        guidepost.run("check", "--index", self.index, check=0)

    def test_the_next_run_mends_a_damaged_index(self):
        for name in ("words", "manifest.json", "catalogue"):
            copy = self.root / f"copy-{name}"
            shutil.copytree(self.index, copy)
            file = copy / "generations" / self.generation.name / name
            file.write_bytes(file.read_bytes()[:-3])
            guidepost.run("search", "kubernetes", "--index", copy, check=3)
            done = guidepost.run("index", self.root / "corpus", "--index", copy, check=0)
            self.assertIn("built anew", done.stdout)
            guidepost.run("check", "--index", copy, check=0)


if __name__ == "__main__":
    unittest.main()
