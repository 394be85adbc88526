"""Recommendations on the command line: what is understood, what is answered, and what is measured of it."""
import json
import unittest

import guidepost


class Recommend(guidepost.IndexedCorpus):
    def ask(self, *words):
        return json.loads(guidepost.run(*words, "--index", self.index, "--json", check=0).stdout)

    def test_roles_fit_by_what_is_held_and_say_what_is_missing(self):
        answer = self.ask("roles", "k8s", "terafform", "linux")
        self.assertEqual([one["id"] for one in answer["have"]], ["kubernetes", "terraform", "linux"])
        self.assertEqual([one["corrected"] for one in answer["have"]], [False, True, False])
        best = answer["roles"][0]
        self.assertAlmostEqual(sum(part["weight"] for part in best["reasons"]), best["score"], places=5)
        self.assertGreater(best["coverage"], 0)
        self.assertTrue({part["id"] for part in best["reasons"]} <= {"kubernetes", "terraform", "linux"})
        self.assertFalse({skill["id"] for skill in best["missing"]} & {"kubernetes", "terraform", "linux"})

    def test_a_gap_comes_in_learning_order_with_tips(self):
        answer = self.ask("gap", "--role", "devops engineer", "--have", "linux", "git", "docker", "--limit", "40")
        self.assertEqual(answer["role"]["id"], "devops-engineer")
        self.assertIn("linux", {skill["id"] for skill in answer["held"]})
        places = {step["id"]: place for place, step in enumerate(answer["missing"])}
        self.assertEqual(len(places), answer["missing_total"])
        self.assertTrue(answer["exact"])
        self.assertNotIn("linux", places)
        for place, step in enumerate(answer["missing"]):
            for earlier in step["after"]:
                self.assertLess(places[earlier["id"]], place)
        self.assertTrue(any(step["tips"] for step in answer["missing"]))
        self.assertTrue(any(step["opens"] for step in answer["missing"]))

    def test_next_and_similar_roles_leave_the_role_itself_out(self):
        steps = self.ask("next", "backend-developer")["next"]
        self.assertTrue(steps[0]["declared"])
        alike = self.ask("similar", "backend-developer")["similar"]
        for role in steps + alike:
            self.assertNotEqual(role["id"], "backend-developer")

    def test_a_translation_is_asked_about_as_what_it_translates(self):
        for verb in ("next", "similar"):
            self.assertEqual(self.ask(verb, "backend-developer-de")[verb], self.ask(verb, "backend-developer")[verb])
        self.assertEqual(self.ask("gap", "--role", "backend-developer-de")["role"]["id"], "backend-developer")

    def test_what_is_not_understood_names_the_nearest(self):
        done = guidepost.run("gap", "--role", "nurse", "--index", self.index, check=1)
        self.assertIn("did you mean", done.stderr)
        done = guidepost.run("roles", "kubernets-and-more", "--index", self.index, check=1)
        self.assertIn('there is no skill "kubernets-and-more"', done.stderr)

    def test_names_are_as_long_and_as_many_as_http_takes(self):
        for words in (("gap", "--role", ""), ("gap", "--role", "cto", "--have", " "), ("related", ""), ("next", "x" * 201),
                      ("roles", "x" * 201), ("roles", *["sql"] * 201)):
            with self.subTest(words=words):
                guidepost.run(*words, "--index", self.index, check=2)
        guidepost.run("roles", *["sql"] * 200, "--index", self.index, check=0)

    def test_a_hint_is_for_a_terminal_too(self):
        done = guidepost.run("related", "qqqqqqqqqqqqqqqqqqqq", "--index", self.index, check=1)
        self.assertIn("search for it", done.stderr)
        self.assertNotIn("GET", done.stderr)

    def test_what_is_declared_is_predicted_by_none(self):
        (self.root / "topics.tsv").write_text("backend-developer\tBackend Developer\nno-such-role\tnothing\n")
        lines = guidepost.run("eval", "role-skills", "--topics", self.root / "topics.tsv", "--index", self.index, check=0).stdout
        guide = json.loads(guidepost.run("gap", "--role", "backend-developer", "--limit", "100", "--index", self.index, "--json", check=0).stdout)
        answered = {line.split()[2] for line in lines.splitlines()}
        self.assertTrue(answered)
        self.assertFalse(answered & {skill["id"] for skill in guide["missing"]})
        (self.root / "have.tsv").write_text("1\tkubernetes|terraform\n2\tsql\n2\tpython\n")
        lines = guidepost.run("eval", "skills", "--topics", self.root / "have.tsv", "--filter", "kind:technology", "--index", self.index, check=0).stdout
        self.assertEqual({line.split()[0] for line in lines.splitlines()}, {"1", "2"})
        self.assertFalse({("1", "kubernetes"), ("2", "sql")} & {tuple(line.split()[0:3:2]) for line in lines.splitlines()})
        guidepost.run("eval", "skills", "--topics", self.root / "have.tsv", "--filter", "family:x", "--index", self.index, check=2)


if __name__ == "__main__":
    unittest.main()
