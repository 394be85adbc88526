"""Every number in an answer is the number of things there are: counted again, outside the program, from the hits themselves."""
import collections
import itertools
import unittest

import guidepost

FIELDS = ["type", "section", "role", "skill", "family", "level", "language", "kind"]
QUERIES = ["", "kubernetes", "system design interview", "salary", "sql python", "\"code review\"", "-junior engineer",
           "c++", "portfolio", "zzqxv", "interview zzqxv"]
FILTERS = [
    [], ["type:passage"], ["section:interview"], ["section:interview", "section:mistakes"],
    ["section:interview", "role:backend-developer"], ["family:data", "type:passage"],
    ["role:backend-developer", "role:devops-engineer", "skill:kubernetes"], ["type:skill", "kind:technology"],
    ["level:senior", "section:cv"], ["role:no-such-role"],
]


class Counts(guidepost.ServedCorpus):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.guides = {}
        for hit in cls.all_hits("", filter="type:guide"):
            cls.guides[hit["id"]] = cls.server.get("/v1/guides/" + hit["id"])
        cls.tips = {hit["id"]: cls.server.get("/v1/tips/" + hit["id"]) for hit in cls.all_hits("", filter="type:tip")}

    @classmethod
    def all_hits(cls, text, **parameters):
        """Every hit of a search, page by page, each once."""
        hits = []
        while True:
            answer = cls.server.search(text, limit=100, offset=len(hits), facet="", **parameters)
            hits += answer["hits"]
            if not answer["hits"] or len(hits) >= answer["total"]:
                return hits

    def values(self, hit):
        """What a document has in each field, from its own page and not from the facets."""
        values = {field: set() for field in FIELDS}
        values["type"] = {hit["type"]}
        values["skill"] = {skill["id"] for skill in hit["skills"]}
        if hit["type"] in ("guide", "passage"):
            guide = self.guides[hit["guide"]]
            values["role"] = {guide["id"]}
            values["family"] = {guide["family"]}
            values["level"] = set(guide["levels"])
            values["language"] = {guide["language"]}
            if hit["type"] == "passage":
                values["section"] = {hit["section"]}
        elif hit["type"] == "tip":
            tip = self.tips[hit["id"]]
            values["section"] = set(tip["sections"])
            values["family"] = set(tip["families"])
            values["level"] = set(tip["levels"])
            values["language"] = {tip["language"]}
        else:
            values["kind"] = {hit["kind"]}
            values["language"] = {"en"}
        return values

    @staticmethod
    def passes(values, filters, without=None):
        by_field = collections.defaultdict(set)
        for text in filters:
            field, _, value = text.partition(":")
            by_field[field].add(value)
        return all(values[field] & wanted for field, wanted in by_field.items() if field != without)

    def documents(self, text):
        """All documents that match a text, as values, in pages of every type and section so that no page lies too deep."""
        if not hasattr(self, "cache"):
            type(self).cache = {}
        if text not in self.cache:
            parts = []
            for kind in self.server.search(text)["facets"]["type"]["values"]:
                only = "type:" + kind["value"]
                if kind["value"] != "passage":
                    parts.append([only])
                    continue
                sections = self.server.search(text, filter=only)["facets"]["section"]["values"]
                parts += [[only, "section:" + section["value"]] for section in sections]
            hits = itertools.chain.from_iterable(self.all_hits(text, filter=part) for part in parts)
            self.cache[text] = [self.values(hit) for hit in hits]
        return self.cache[text]

    def test_totals_and_disjunctive_facets_equal_a_count_over_the_documents(self):
        for text, filters in itertools.product(QUERIES, FILTERS):
            with self.subTest(query=text, filters=filters):
                answer = self.server.search(text, filter=filters)
                if answer["match"] in ("nearest", "none"):
                    continue  # other documents are shown then; see the next test
                steps = answer["interpreted"]["steps"]
                if len(steps) > 1 and filters:
                    continue  # words were dropped because of the filters: not the unfiltered search's documents
                documents = self.documents(text)
                self.assertTrue(answer["exact"])
                self.assertEqual(answer["total"], sum(self.passes(values, filters) for values in documents))
                for field in FIELDS:
                    expected = collections.Counter(
                        value for values in documents if self.passes(values, filters, without=field)
                        for value in values[field])
                    shown = answer["facets"][field]
                    counted = {value["value"]: value["count"] for value in shown["values"] if value["count"] > 0}
                    if len(expected) <= 50:
                        self.assertEqual(counted, dict(expected), field)
                        self.assertEqual(shown["total"], len({*expected, *(v["value"] for v in shown["values"])}))
                    else:
                        self.assertLessEqual(counted.items(), expected.items(), field)
                        largest = sorted(expected.values(), reverse=True)[:50]
                        self.assertEqual(sorted(counted.values(), reverse=True)[:50], largest)

    def test_what_is_shown_when_nothing_matches_is_counted_too(self):
        answer = self.server.search("zzqxv")
        self.assertEqual(answer["match"], "nearest")
        self.assertEqual(answer["total"], len(self.all_hits("zzqxv")))
        nothing = self.server.search("kubernetes", filter="role:no-such-role")
        self.assertEqual((nothing["match"], nothing["total"], nothing["hits"]), ("none", 0, []))

    def test_grouped_totals_count_guides(self):
        for text in ("kubernetes", "salary", "interview"):
            with self.subTest(query=text):
                hits = self.all_hits(text)
                groups = {hit.get("guide") or hit["id"] for hit in hits}
                grouped = self.server.search(text, group="guide", limit=100)
                self.assertEqual(grouped["total"], len(groups))
                self.assertEqual(len({hit.get("guide") or hit["id"] for hit in grouped["hits"]}),
                                 len(grouped["hits"]))
                by_section = collections.Counter()
                for group in groups:
                    sections = {hit["section"] for hit in hits
                                if (hit.get("guide") or hit["id"]) == group and hit["type"] == "passage"}
                    by_section.update(sections)
                    tip_sections = self.tips[group]["sections"] if group in self.tips else []
                    by_section.update(tip_sections)
                shown = {v["value"]: v["count"] for v in grouped["facets"]["section"]["values"]}
                self.assertEqual(shown, dict(by_section))

    def test_choosing_a_value_gives_as_many_documents_as_it_counted(self):
        for text in ("kubernetes interview", "system design interview", "average salary ux designer", "first job tips"):
            answer = self.server.search(text)
            for field in ("type", "section", "role"):
                for value in answer["facets"][field]["values"]:
                    with self.subTest(query=text, filter=value["value"]):
                        chosen = self.server.search(text, filter=f"{field}:{value['value']}")
                        self.assertEqual(chosen["total"], value["count"])

    def test_pages_are_disjoint_and_add_up(self):
        hits = self.all_hits("interview")
        ids = [hit["id"] for hit in hits]
        self.assertEqual(len(ids), len(set(ids)))
        self.assertEqual(len(ids), self.server.search("interview")["total"])

    def test_the_scores_of_an_explanation_add_up(self):
        for text in QUERIES:
            for hit in self.server.search(text, explain="true")["hits"]:
                explanation = hit["explanation"]
                self.assertAlmostEqual(explanation["value"], hit["score"], places=5)
                self.assertAlmostEqual(sum(part["value"] for part in explanation["parts"]), hit["score"], places=5)

    def test_every_indexed_document_is_found_by_its_own_title(self):
        for guide in self.guides.values():
            self.assertIn(guide["id"], [hit["id"] for hit in self.server.search(guide["title"])["hits"][:3]])
            for section in guide["sections"]:
                for passage in section["passages"][:1]:
                    words = " ".join(passage["text"].split()[:9])
                    found = self.server.search(words, filter="role:" + guide["id"], limit=100)["hits"]
                    self.assertIn(passage["id"], [hit["id"] for hit in found], words)


if __name__ == "__main__":
    unittest.main()
