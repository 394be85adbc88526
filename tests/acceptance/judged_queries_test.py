"""Searches whose answers people have judged: what must come first, and what must not stand above it."""
import json
import pathlib
import re
import unittest

import guidepost

ROWS = json.loads((pathlib.Path(__file__).parent / "judged_queries.json").read_text(encoding="utf-8"))


def text_of(hit):
    return " ".join([hit["title"], hit.get("snippet", "")])


class JudgedQueries(guidepost.ServedCorpus):
    def judge(self, row, answer):
        hits = answer["hits"]
        ids = [hit["id"] for hit in hits]
        self.assertTrue(hits, "nothing was found")
        wanted = row.get("top3", [])
        for expected in wanted:
            self.assertIn(expected, ids[:3])
        for worse in row.get("not_above", []):
            if worse in ids:
                self.assertGreater(ids.index(worse), min(ids.index(expected) for expected in wanted))
        if "top5_sections" in row:
            # Guides and skills are entries of their own and stand in no section.
            sections = {hit["section"] for hit in hits[:5] if hit.get("section")}
            self.assertTrue(sections, ids[:5])
            self.assertLessEqual(sections, set(row["top5_sections"]), ids[:5])
        if "top10_roles_at_least" in row:
            self.assertGreaterEqual(len({hit.get("guide") for hit in hits} - {None, ""}), row["top10_roles_at_least"])
        if "top10_roles_only" in row:
            self.assertLessEqual({hit.get("guide") for hit in hits}, set(row["top10_roles_only"]))
        for unwanted in row.get("not_in_top10", []):
            self.assertNotIn(unwanted, ids[:10])
        self.assertTrue(ids[0].startswith(row.get("top1_prefix", "")), ids[0])
        if "top1" in row:
            self.assertEqual(ids[0], row["top1"])
        for prefix in row.get("top3_prefix", []):
            self.assertTrue(any(i.split("#")[0] == prefix for i in ids[:3]), ids[:3])
        if "top3_types_any" in row:
            self.assertTrue({hit["type"] for hit in hits[:3]} & set(row["top3_types_any"]))
        for word in row.get("top1_texts_all", []):
            self.assertRegex(text_of(hits[0]), re.compile(rf"\b{re.escape(word)}\b", re.I))
        for word in row.get("top10_texts_none", []):
            for hit in hits:
                self.assertNotRegex(text_of(hit), re.compile(rf"\b{re.escape(word)}\b", re.I))
        if "top10_texts_phrase" in row:
            for hit in hits:
                self.assertIn(row["top10_texts_phrase"], text_of(hit).lower())
        if "did_you_mean" in row:
            self.assertEqual(answer["did_you_mean"]["text"], row["did_you_mean"])
        if "related_any_of" in row:
            related = [skill["id"] for skill in answer["related_skills"]]
            self.assertTrue(set(related) & set(row["related_any_of"]), related)

    def test_each_query_answers_as_judged(self):
        for row in ROWS:
            with self.subTest(query=row["query"]):
                self.judge(row, self.server.search(row["query"]))

    def test_the_command_line_gives_the_same_hits_as_http(self):
        for row in ROWS[::5]:
            with self.subTest(query=row["query"]):
                by_http = self.server.search(row["query"])
                by_command = json.loads(
                    guidepost.run("search", row["query"], "--json", "--index", self.index, check=0).stdout)
                for answer in (by_http, by_command):
                    answer.pop("took_ms")
                self.assertEqual(by_http, by_command)


if __name__ == "__main__":
    unittest.main()
