"""`guidepost eval` measures as trec_eval does, and writes runs that others can read."""
import re
import unittest

import guidepost


class Eval(guidepost.IndexedCorpus):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        (cls.root / "topics.tsv").write_text("1\tkubernetes\tskill\n2\tbackend developer\trole\n3\tnothing like it zzqxv\n")
        (cls.root / "qrels.txt").write_text("1 0 kubernetes 1\n2 0 backend-developer 2\n2 0 full-stack-developer 1\n")

    def run_eval(self, question, *words, check=0):
        return guidepost.run("eval", question, "--index", self.index, "--topics", self.root / "topics.tsv", *words, check=check)

    def test_a_run_has_six_columns_and_falling_scores(self):
        lines = [line.split() for line in self.run_eval("search", "--depth", 5).stdout.splitlines()]
        self.assertTrue(all(len(line) == 6 and line[1] == "Q0" for line in lines))
        for topic in "12":
            scores = [float(line[4]) for line in lines if line[0] == topic]
            self.assertEqual(len(scores), 5)
            self.assertEqual(scores, sorted(scores, reverse=True))
            self.assertEqual(len(set(scores)), 5)

    def test_judged_topics_are_measured(self):
        done = self.run_eval("search", "--qrels", self.root / "qrels.txt", "--per-topic", "--run", self.root / "run")
        self.assertIn("1  nDCG@10 1.0000", done.stdout)
        self.assertIn("2 topics  nDCG@10 ", done.stdout)
        again = self.run_eval("search", "--qrels", self.root / "qrels.txt", "--compare", self.root / "run")
        self.assertIn("0 topics won, 0 lost, 2 equal; nDCG@10 +0.0000, p = 1.0000", again.stdout)

    def test_filters_and_candidates_restrict_the_answers(self):
        filtered = self.run_eval("search", "--filter", "type:guide").stdout
        self.assertNotIn("#", filtered)
        (self.root / "candidates.txt").write_text("devops-engineer\nbackend-developer\n")
        ids = {line.split()[2] for line in self.run_eval("search", "--candidates", self.root / "candidates.txt").stdout.splitlines()}
        self.assertEqual(ids, {"devops-engineer", "backend-developer"})

    def ids_of(self, question, *words):
        topics = self.root / "names.tsv"
        topics.write_text("kubernetes\t-\nbackend-developer\tkubernetes|python\n")
        done = guidepost.run("eval", question, "--index", self.index, "--topics", topics, *words, check=0)
        return {line.split()[2] for line in done.stdout.splitlines()}

    def test_filters_restrict_skills_and_roles_by_what_they_have(self):
        vocabulary = (guidepost.CORPUS / "skills.yaml").read_text(encoding="utf-8")
        technologies = set(re.findall(r"^- id: (\S+)\n(?:  .*\n)*?  kind: technology$", vocabulary, re.M))
        for question in ("related", "skills", "role-skills"):
            every = self.ids_of(question)
            self.assertTrue(every - technologies, question)
            self.assertEqual(self.ids_of(question, "--filter", "kind:technology") - technologies, set(), question)
            self.assertTrue(self.ids_of(question, "--filter", "kind:technology"), question)
        for question in ("related", "skills", "role-skills", "roles"):
            self.assertEqual(self.ids_of(question, "--filter", "language:en"), self.ids_of(question), question)
            self.assertEqual(self.ids_of(question, "--filter", "language:de"), set(), question)

    def test_a_filter_that_a_question_does_not_know_is_an_error_that_names_those_it_knows(self):
        rows = [("suggest", "kind:skill", "knows no filter"), ("roles", "kind:skill", "say --filter language:en"),
                ("similar", "language:de", "knows no filter"), ("related", "type:guide", "kind:technology or language:en"),
                ("skills", "kind:tool", "kind:technology or language:en"), ("role-skills", "section:cv", "kind:technology"),
                ("search", "kin:skill", "kind")]
        for question, text, expected in rows:
            done = self.run_eval(question, "--filter", text, check=2)
            self.assertIn(text.split(":")[0], done.stderr)
            self.assertIn(expected, done.stderr)

    def test_broken_files_are_errors_with_their_line(self):
        (self.root / "broken.txt").write_text("1 0 a\n")
        done = self.run_eval("search", "--qrels", self.root / "broken.txt", check=2)
        self.assertIn("broken.txt:1", done.stderr)
        guidepost.run("eval", "search", "--index", self.index, "--topics", self.root / "none.tsv", check=2)

    def test_a_file_that_cannot_be_written_is_an_error(self):
        for option in ("--run", "--features"):
            for path in (self.root / "nowhere/x.run", self.root, "/dev/full"):
                done = self.run_eval("search", option, path, check=1)
                self.assertIn(f"{path}: cannot be written", done.stderr)


if __name__ == "__main__":
    unittest.main()
