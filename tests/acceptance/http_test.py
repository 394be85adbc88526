"""HTTP as docs/http.md says, asked of a real server over a real socket."""
import json
import pathlib
import socket
import tempfile
import unittest
import urllib.parse

import guidepost


class NamedTwice(unittest.TestCase):
    """Six roles that need Python, five of them what the sixth is asked about: a skill that has a second name."""

    def test_what_is_held_by_another_name_is_not_recommended_for_a_role(self):
        with tempfile.TemporaryDirectory(prefix="guidepost-test-") as folder:
            folder = pathlib.Path(folder)
            skills = {"python": "Python", "sql": "SQL", "structured-query-language": "Structured query language SQL"}
            lines = [{"id": skill, "type": "skill", "title": label} for skill, label in skills.items()]
            lines += [{"id": f"role-{number}", "type": "guide", "title": f"Role {number}", "body": "Works.",
                       "skills": ["python"] + ["structured-query-language"] * (number > 0)} for number in range(6)]
            (folder / "source.jsonl").write_text("\n".join(map(json.dumps, lines)))
            guidepost.build_index(folder / "index", folder / "source.jsonl")
            with guidepost.Server(folder / "index") as server:
                for have, expected in (([], ["structured-query-language"]), (["sql"], []), (["structured-query-language"], [])):
                    with self.subTest(have=have):
                        status, answer = server.post("/v1/recommend/skills", {"role": "role-0", "have": have})
                        self.assertEqual((status, [skill["id"] for skill in answer["skills"]]), (200, expected))


class Http(guidepost.ServedCorpus):
    def raw(self, data):
        """The bytes a server answers to raw bytes, until it closes or falls silent."""
        host, port = urllib.parse.urlsplit(self.server.url).netloc.split(":")
        with socket.create_connection((host, int(port)), timeout=3) as connection:
            connection.sendall(data)
            answer = b""
            try:
                while chunk := connection.recv(65536):
                    answer += chunk
            except TimeoutError:
                pass
            return answer

    def problem(self, path, status, code, **parameters):
        got, headers, body = self.server.request(path, **parameters)
        self.assertEqual(got, status, body)
        self.assertEqual(headers["Content-Type"].split(";")[0], "application/problem+json")
        answer = json.loads(body)
        self.assertEqual((answer["status"], answer["code"]), (status, code))
        self.assertTrue(answer["type"] and answer["title"])
        return answer["detail"]

    def test_a_search_answer_has_every_part_of_the_contract(self):
        answer = self.server.search("system design interview", explain="true")
        for key in ("query", "total", "exact", "offset", "limit", "match", "hits", "facets", "related_skills", "did_you_mean",
                    "interpreted", "generation", "took_ms"):
            self.assertIn(key, answer)
        for hit in answer["hits"]:
            for key in ("id", "type", "title", "url", "snippet", "highlights", "skills", "score", "explanation"):
                self.assertIn(key, hit)
            for name in ("title", "snippet"):
                text = hit[name].encode()
                last = 0
                for begin, end in hit["highlights"][name]:
                    self.assertTrue(last <= begin < end <= len(text))
                    text[begin:end].decode()  # on character borders
                    last = end
            if "section" in hit and "guide" in hit:
                sections = self.server.get("/v1/guides/" + hit["guide"])["sections"]
                self.assertIn(hit["section_anchor"], [section["anchor"] for section in sections])
        self.assertTrue(answer["hits"][0]["highlights"]["snippet"] or answer["hits"][0]["highlights"]["title"])
        self.assertIn("system-design", [skill["id"] for skill in answer["interpreted"]["skills"]])
        self.assertEqual(answer["interpreted"]["section"], "interview")
        for skill in answer["related_skills"]:
            self.assertAlmostEqual(sum(reason["weight"] for reason in skill["reasons"]), skill["score"], places=5)

    def test_wrong_parameters_are_problems_that_name_the_nearest(self):
        self.assertIn("\"filter\"", self.problem("/v1/search", 400, "unknown-parameter", filtr="x"))
        self.assertIn("\"section\"", self.problem("/v1/search", 400, "bad-parameter", filter="secton:interview"))
        self.problem("/v1/search", 400, "bad-parameter", limit="many")
        self.problem("/v1/search", 400, "bad-parameter", limit="101")
        self.problem("/v1/search", 400, "bad-parameter", offset="-1")
        self.problem("/v1/search", 400, "bad-parameter", sort="titel")
        self.problem("/v1/suggest", 400, "bad-parameter", limit="0")

    def test_where_nothing_matches_the_nearest_names_are_linked_and_say_why(self):
        answer = self.server.search("kubernetex", filter="type:tip")
        self.assertEqual(answer["match"], "nearest")
        self.assertTrue(answer["hits"])
        near = answer["nearest"]
        self.assertIn("kubernetes", [skill["id"] for skill in near["skills"]])
        for skill in near["skills"]:
            self.assertIn(skill["because"], ("letters", "related"))
            self.assertEqual(self.server.request("/v1/skills/" + skill["id"])[0], 200)
        for role in near["roles"]:
            self.assertEqual(self.server.request("/v1/guides/" + role["id"])[0], 200)
        strict = self.server.search('"quantum python weaving" -kubernetes')
        self.assertEqual(strict["match"], "nearest")
        self.assertIn("python", [skill["id"] for skill in strict["nearest"]["skills"]])
        self.assertIsNone(self.server.search("kubernetes")["nearest"])

    def test_unknown_things_are_404_and_name_the_nearest(self):
        self.assertIn("backend-developer", self.problem("/v1/guides/backend-develper", 404, "not-found"))
        self.assertIn("kubernetes", self.problem("/v1/skills/kubernets", 404, "not-found"))
        self.assertIn("see GET /v1/skills", self.problem("/v1/skills/zzqxvzzqxv", 404, "not-found"))
        self.assertGreater(self.server.get("/v1/skills")["total"], 0)
        self.problem("/v1/tips/nope", 404, "not-found")
        self.problem("/v1/serch", 404, "not-found")

    def test_other_methods_are_refused_with_allow(self):
        status, headers, _ = self.server.request("/v1/search", method="POST")
        self.assertEqual(status, 405)
        self.assertIn("GET", headers["Allow"])
        self.assertEqual(self.server.request("/v1/search", method="BREW")[0], 501)

    def test_head_has_the_headers_of_get_and_no_body(self):
        answer = self.raw(b"HEAD /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
        head, _, body = answer.partition(b"\r\n\r\n")
        self.assertIn(b"200", head.splitlines()[0])
        self.assertEqual(body, b"")

    def test_what_browsers_type_arrives_as_it_was_meant(self):
        rows = [("/v1/search?q=c%2B%2B", "c++"), ("/v1/search?q=c++", "c++"), ("/v1/search?q=system+design", "system design"),
                ("/v1/search?q=r%C3%A9sum%C3%A9", "résumé"), ("/v1/search?q=50%", "50%"), ("/v1/search?q=a%26b", "a&b")]
        for target, expected in rows:
            with self.subTest(target=target):
                answer = self.raw(f"GET {target} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".encode())
                self.assertEqual(json.loads(answer.partition(b"\r\n\r\n")[2])["query"], expected)

    def test_hostile_queries_are_answered(self):
        texts = [b"%ff%fe", b"%00", b"%F0%9F%A7%AD", b"a" * 3000, b"%22" * 300, b"-a+" * 900, b"role:" * 100, b"(" * 1000]
        for text in texts:
            with self.subTest(text=text[:20]):
                answer = self.raw(b"GET /v1/search?q=" + text + b" HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
                self.assertIn(b"200", answer.splitlines()[0])

    def test_requests_that_could_smuggle_another_are_refused(self):
        rows = [
            b"GET / HTTP/1.1\r\n\r\n", b"GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
            b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            b"POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: xchunked\r\n\r\n",
            b"POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked, gzip\r\n\r\n",
            b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 3, 3\r\n\r\nabc",
            b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nContent-Length: 3\r\n\r\nabc",
            b"GET / HTTP/1.1\r\nHost: x\r\nX-A: b\r\n c\r\n\r\n", b"GET / HTTP/2.0\r\nHost: x\r\n\r\n", b"\x16\x03\x01\x00\xa5\x01\x00\r\n\r\n",
        ]
        for row in rows:
            with self.subTest(request=row[:60]):
                answer = self.raw(row + b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n")
                statuses = [line for line in answer.splitlines() if line.startswith(b"HTTP/1.1")]
                self.assertLessEqual(len(statuses), 1, "the second request was answered")
                if statuses:
                    self.assertIn(statuses[0].split()[1], (b"400", b"501"))

    def test_pipelined_requests_are_answered_in_order(self):
        one = b"GET /v1/search?q=%s&limit=1 HTTP/1.1\r\nHost: x\r\n%s\r\n"
        answer = self.raw(one % (b"kubernetes", b"") + one % (b"python", b"") + one % (b"sql", b"Connection: close\r\n"))
        self.assertEqual(answer.count(b"HTTP/1.1 200"), 3)
        places = [answer.index(b'"query":"' + word) for word in (b"kubernetes", b"python", b"sql")]
        self.assertEqual(places, sorted(places))

    def test_limits_are_answered_with_their_own_status(self):
        long_target = b"GET /v1/search?q=" + b"a" * 20000 + b" HTTP/1.1\r\nHost: x\r\n\r\n"
        self.assertIn(self.raw(long_target).split()[1], (b"414", b"431"))
        long_header = b"GET / HTTP/1.1\r\nHost: x\r\nX-Long: " + b"a" * 20000 + b"\r\n\r\n"
        self.assertEqual(self.raw(long_header).split()[1], b"431")
        long_body = b"POST /v1/search HTTP/1.1\r\nHost: x\r\nContent-Length: 9000000\r\n\r\n"
        self.assertEqual(self.raw(long_body).split()[1], b"413")

    def test_status_routes(self):
        self.assertEqual(self.server.get("/healthz")["status"], "ok")
        self.assertEqual(self.server.get("/readyz")["status"], "ready")
        about = self.server.get("/version")
        self.assertEqual(about["name"], "guidepost")
        self.assertGreater(about["documents"], 1000)
        self.assertTrue(self.server.get("/openapi.json")["openapi"].startswith("3.1"))

    def test_every_path_of_the_openapi_document_answers(self):
        ids = {"/v1/guides/{id}": "backend-developer",
               "/v1/guides/{id}/similar": "backend-developer", "/v1/guides/{id}/next": "backend-developer",
               "/v1/tips/{id}": "negotiate-salary", "/guides/{id}": "backend-developer",
               "/skills/{id}": "python", "/tips/{id}": "negotiate-salary", "/assets/{name}": "style.css"}
        for path, methods in self.server.get("/openapi.json")["paths"].items():
            with self.subTest(path=path):
                if "post" in methods:
                    example = methods["post"]["requestBody"]["content"]["application/json"]["example"]
                    self.assertEqual(self.server.post(path, example)[0], 200)
                    continue
                name = ids.get(path, "kubernetes")
                self.assertEqual(self.server.request(path.replace("{id}", name).replace("{name}", name))[0], 200)

    def test_the_guide_is_whole_and_its_passages_lead_to_their_skills(self):
        guide = self.server.get("/v1/guides/backend-developer")
        kinds = [section["kind"] for section in guide["sections"]]
        self.assertEqual(kinds, ["overview", "skills", "linkedin", "cv", "outreach", "interview", "day", "career-path", "mistakes", "tools",
                                 "faq"])
        self.assertEqual((guide["salary"]["low"], guide["salary"]["high"], guide["salary"]["currency"]), (50000, 95000, "EUR"))
        self.assertTrue(all(section["passages"] for section in guide["sections"]))
        self.assertTrue(any(tool["skill"] for tool in guide["tools"]))

    def test_a_guides_hit_names_its_most_important_skills_first(self):
        hits = self.server.search("", filter="type:guide", limit=100)["hits"]
        for hit in hits:
            importance = {skill["id"]: skill["importance"] for skill in self.server.get("/v1/guides/" + hit["id"])["skills"]}
            shown = [importance[skill["id"]] for skill in hit["skills"]]
            self.assertEqual(shown, sorted(shown, reverse=True))

    def test_skills_are_listed_looked_up_by_alias_and_related(self):
        listed = self.server.get("/v1/skills", prefix="kub", limit=5)
        self.assertEqual(listed["skills"][0]["id"], "kubernetes")
        self.assertEqual(self.server.get("/v1/skills/k8s")["id"], "kubernetes")
        related = self.server.get("/v1/skills/kubernetes/related")
        self.assertIn("docker", [skill["id"] for skill in related["related"]])
        self.assertGreaterEqual(self.server.get("/v1/skills")["total"], 250)

    def test_recommendations_understand_names_and_give_reasons(self):
        status, gap = self.server.post("/v1/recommend/gap", {"role": "Backend Developer", "have": ["k8s", "pythn"], "limit": 5})
        self.assertEqual((status, gap["role"]["id"]), (200, "backend-developer"), gap)
        self.assertEqual([(skill["id"], skill["corrected"]) for skill in gap["have"]], [("kubernetes", False), ("python", True)])
        missing = [skill["id"] for skill in gap["missing"]]
        self.assertEqual(len(missing), 5)
        self.assertFalse({"kubernetes", "python"} & set(missing))
        for place, skill in enumerate(gap["missing"]):
            self.assertTrue({earlier["id"] for earlier in skill["after"]} <= set(missing[:place]), "learnt before what it is built on")
        tips = [tip for skill in gap["missing"] for tip in skill["tips"]]
        self.assertTrue(tips)
        self.assertEqual(self.server.request(tips[0]["url"].partition("#")[0])[0], 200)

        status, roles = self.server.post("/v1/recommend/roles", {"have": ["sql", "python"], "limit": 3})
        self.assertEqual((status, len(roles["roles"])), (200, 3))
        similar = self.server.get("/v1/guides/backend-developer/similar", limit=3)
        for role in roles["roles"]:
            self.assertAlmostEqual(sum(reason["weight"] for reason in role["reasons"]), role["score"], places=4)
        for role in similar["similar"]:
            self.assertAlmostEqual(sum(role["parts"].values()), role["score"], places=4)
        self.assertNotIn("backend-developer", [role["id"] for role in similar["similar"]])
        for limit in (1, 5):
            steps = self.server.get("/v1/guides/backend-developer/next", limit=limit)
            self.assertEqual(len(steps["next"]), limit)
            self.assertTrue(steps["exact"])
            self.assertGreater(steps["total"], 5)
        status, skills = self.server.post("/v1/recommend/skills", {"have": ["docker"], "limit": 3})
        self.assertEqual((status, len(skills["skills"])), (200, 3))
        self.assertNotIn("docker", [skill["id"] for skill in skills["skills"]])

    def test_recommendations_say_what_is_wrong_with_a_question(self):
        rows = [({"role": "backend develper engineer", "have": []}, 400, "bad-body", "there is no role"),
                ({"role": "backend-developer", "have": ["kubrntsess"]}, 400, "bad-body", "ubernetes"),
                ({"role": "backend-developer", "hve": []}, 400, "bad-body", '"have"'),
                ({"role": 7}, 400, "bad-body", "role must be a string"),
                (b"{", 400, "bad-body", "not JSON")]
        for body, expected, code, hint in rows:
            with self.subTest(body=body):
                status, answer = self.server.post("/v1/recommend/gap", body)
                self.assertEqual((status, answer["code"]), (expected, code))
                self.assertIn(hint, answer["detail"])
        self.assertEqual(self.server.post("/v1/recommend/gap", {"role": "backend-developer"}, "text/plain")[0], 415)
        self.assertEqual(self.server.post("/v1/recommend/gap", b" " * 70000)[0], 413)
        status, headers, _ = self.server.request("/v1/recommend/gap")
        self.assertEqual((status, headers["Allow"]), (405, "POST, OPTIONS"))
        self.problem("/v1/guides/no-such-role/similar", 404, "not-found")

    def test_a_skill_that_nothing_is_called_is_named_as_data(self):
        def unknown(*have):
            return self.server.post("/v1/recommend/gap", {"role": "backend-developer", "have": have})[1].get("unknown_skill")
        self.assertEqual(unknown("sql", "postgress sql", "zzqxv"), {"name": "postgress sql", "nearest": "PostgreSQL"})
        self.assertEqual(unknown('zz "qxv"; did you mean "sql"?'), {"name": 'zz "qxv"; did you mean "sql"?', "nearest": None})
        self.assertIsNone(unknown(7))

    def test_suggestions_are_typed_and_marked(self):
        for typed, expected in (("backend", "backend-developer"), ("kub", "kubernetes"), ("k8s", "kubernetes"), ("post", "postgresql")):
            with self.subTest(typed=typed):
                answer = self.server.get("/v1/suggest", q=typed)
                self.assertIn(expected, [s.get("id") for s in answer["suggestions"]])
        marked = self.server.get("/v1/suggest", q="kub")["suggestions"][0]
        begin, end = marked["matched"][0]
        self.assertEqual(marked["text"][begin:end].lower(), "kub")

    def test_the_site_forbids_everything_from_elsewhere(self):
        status, headers, body = self.server.request("/")
        self.assertEqual(status, 200)
        self.assertIn("default-src 'none'", headers["Content-Security-Policy"])
        self.assertNotIn(b"<script>", body)
        self.assertNotIn(b"style=", body)
        for path in ("/assets/../CMakeLists.txt", "/assets/%2e%2e/README.md", "/assets/none.js"):
            self.assertEqual(self.server.request(path)[0], 404)

    def test_the_parts_of_an_explanation_add_up_to_the_score(self):
        for asked in ({"q": "kubernetes interview"}, {"q": "kuberntes"}, {"q": "cv for a data analyst"}, {"q": "zzqxv"},
                      {"q": "kubernetes developer", "filter": "family:design"}, {"q": "\"system design\""}):
            with self.subTest(**asked):
                for hit in self.server.get("/v1/search", explain="true", limit=50, **asked)["hits"]:
                    parts = hit["explanation"]["parts"]
                    self.assertAlmostEqual(sum(part["value"] for part in parts), hit["score"], places=2)

    def test_as_you_type_the_last_word_is_a_beginning(self):
        self.assertTrue(self.server.search("kuber", typing="true")["total"])
        whole = self.server.search("kubernetes")["total"]
        self.assertGreaterEqual(self.server.search("kubernet", typing="true")["total"], whole)


if __name__ == "__main__":
    unittest.main()
