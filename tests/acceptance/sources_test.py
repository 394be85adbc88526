"""Everything that can be indexed, through the real program: what it becomes, and what becomes of what is broken."""
import gzip
import json
import pathlib
import random
import tempfile
import threading
import unittest

import guidepost

MALFORMED = 10_000

OCCUPATIONS = ("conceptType,conceptUri,iscoGroup,preferredLabel,altLabels,hiddenLabels,status,modifiedDate,regulatedProfessionNote,"
               "scopeNote,definition,inScheme,description,code\n")
SKILLS = ("conceptType,conceptUri,skillType,reuseLevel,preferredLabel,altLabels,hiddenLabels,status,modifiedDate,scopeNote,definition,"
          "inScheme,description\n")


def esco(folder, occupations, skills):
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "occupations_en.csv").write_bytes((OCCUPATIONS + "".join(occupations)).encode("utf-8", "surrogateescape"))
    (folder / "skills_en.csv").write_bytes((SKILLS + "".join(skills)).encode("utf-8", "surrogateescape"))


def occupation(number, title="lamp keeper", labels="keeper of lamps\nlamp warden"):
    return (f"Occupation,http://data.europa.eu/esco/occupation/o{number},2654,{title} {number},\"{labels}\",,released,,,,,,"
            f"\"Keeps lamps, and \"\"beacons\"\".\",2654.{number}\n")


def skill(number):
    return (f"KnowledgeSkillCompetence,http://data.europa.eu/esco/skill/s{number},knowledge,,trimming wicks {number},\"wick care\",,"
            f"released,,,,,Cutting wicks.\n")


class Folder(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory(prefix="guidepost-test-")
        self.addCleanup(self.folder.cleanup)
        self.root = pathlib.Path(self.folder.name)
        self.index = self.root / "index"

    def run_index(self, *words, check=0):
        return guidepost.run("index", *words, "--index", self.index, check=check)

    def hits(self, text, *options):
        done = guidepost.run("search", text, "--json", "--index", self.index, *options)
        return json.loads(done.stdout)["hits"]


class Sources(Folder):
    def test_json_lines(self):
        lines = [
            {"id": "sql", "type": "skill", "title": "SQL", "kind": "technology", "aliases": ["structured query language"]},
            {"id": "analyst", "type": "guide", "title": "Data Analyst", "body": "Answers questions with data.", "family": "data",
             "level": ["junior"], "skills": [{"id": "sql", "importance": 5}], "url": "https://example.org/analyst?x=1#top",
             "salary_band": {"low": 1, "high": [2, 3]}},
            {"id": "analyst#interview-1", "type": "passage", "guide": "analyst", "section": "interview",
             "body": "Explain a window function aloud.", "skills": ["structured query language"]},
            {"id": 7, "title": "Seven", "body": "A passage with a number for an id."},
            {"id": "calm", "type": "tip", "title": "Stay calm", "body": "Breathe."},
        ]
        file = self.root / "site.jsonl.gz"
        file.write_bytes(gzip.compress("\n".join(json.dumps(line) for line in lines).encode()))
        done = self.run_index(file)
        self.assertIn("5 documents: 1 guides, 2 passages, 1 tips, 1 skills; 0 rejected", done.stdout)
        guide = self.hits("data analyst", "--filter", "type:guide")[0]
        self.assertEqual(guide["url"], "https://example.org/analyst?x=1#top")
        self.assertEqual(guide["extra"], {"salary_band": {"low": 1, "high": [2, 3]}})
        passage = self.hits("window function")[0]
        self.assertEqual((passage["id"], passage["guide"], passage["section"]), ("analyst#interview-1", "analyst", "interview"))
        self.assertEqual([skill["id"] for skill in passage["skills"]], ["sql"])
        self.assertEqual(self.hits("window function", "--filter", "family:data")[0]["id"], "analyst#interview-1")
        self.assertEqual(self.hits("number for an id")[0]["id"], "7")

    def test_a_bad_line_stops_nothing_and_is_named(self):
        file = self.root / "site.jsonl"
        file.write_text('{"id": "a", "body": "first"}\n{"id": "b", "body": \n{"id": "c"}\n\n{"id": "d", "body": "last"}\n')
        done = self.run_index(file)
        self.assertIn("2 documents", done.stdout)
        self.assertIn("site.jsonl:2: error: ", done.stderr)
        self.assertIn("site.jsonl:3: error: ", done.stderr)
        strict = self.run_index(file, "--strict", "--full", check=2)
        self.assertIn("2 of the source's items were rejected", strict.stderr)

    def test_a_table_with_mapped_columns(self):
        file = self.root / "jobs.csv"
        file.write_text('Ref,Name,"Long text",Tags,Country\nx1,Welder,"Joins metal, mostly ""steel"".\nCarefully.",welding|metal,DE\n')
        done = self.run_index(file, "--map", "Ref=id", "--map", "Long text=body", "--map", "Tags=skills")
        self.assertIn("1 documents", done.stdout)
        hit = self.hits("steel carefully")[0]
        self.assertEqual((hit["id"], hit["title"], hit["extra"]), ("x1", "Welder", {"Country": "DE"}))
        wrong = self.run_index(file, "--map", "Rex=id", check=2)
        self.assertIn("the columns are Ref, Name, Long text, Tags, Country", wrong.stderr)
        wrong = self.run_index(file, "--map", "Ref=ident", check=2)
        self.assertIn("there is no field ident", wrong.stderr)

    def test_esco_files(self):
        folder = self.root / "esco"
        esco(folder, [occupation(1)], [skill(1)])
        (folder / "occupationSkillRelations_en.csv").write_text(
            "occupationUri,relationType,skillType,skillUri\n"
            "http://data.europa.eu/esco/occupation/o1,essential,knowledge,http://data.europa.eu/esco/skill/s1\n"
            "http://data.europa.eu/esco/occupation/o1,optional,knowledge,http://data.europa.eu/esco/skill/gone\n")
        done = self.run_index(folder)
        self.assertIn("1 guides, 0 passages, 0 tips, 1 skills; 0 rejected", done.stdout)
        self.assertIn("1 relations name something that is not there", done.stderr)
        hit = self.hits("lamp warden")[0]
        self.assertEqual((hit["id"], hit["extra"]["isco"]), ("o1", "2654"))
        self.assertEqual([skill["id"] for skill in hit["skills"]], ["s1"])

    def test_a_table_that_lacks_a_column_fails_the_run_and_the_old_index_stays(self):
        folder = self.root / "esco"
        esco(folder, [occupation(1)], [skill(1)])
        site = self.root / "site.jsonl"
        site.write_text('{"id": "a", "body": "first"}\n')
        self.run_index(site, folder)
        table = folder / "skills_en.csv"
        table.write_text(table.read_text().replace("preferredLabel", "label"))
        done = self.run_index(site, folder, "--allow-shrink", check=2)
        self.assertIn(f"{table}:1: has no column `preferredLabel`; use the file as the publisher offers it", done.stderr)
        self.assertEqual(self.hits("lamp warden")[0]["id"], "o1")
        table.unlink()
        done = self.run_index(site, folder, "--allow-shrink", check=2)
        self.assertIn("there is no skills_en.csv", done.stderr)
        self.assertEqual(self.hits("lamp warden")[0]["id"], "o1")

    def test_every_broken_record_of_a_data_set_counts_and_the_first_ones_are_listed(self):
        folder = self.root / "esco"
        esco(folder, [occupation(1), *["too,few\n"] * 2500], [skill(1), skill(2).replace("trimming wicks 2", "")])
        done = self.run_index(folder)
        self.assertIn("1 guides, 0 passages, 0 tips, 1 skills; 2501 rejected", done.stdout)
        self.assertIn("skills_en.csv:3: error: the skill has no URI or no preferred label", done.stderr)
        self.assertIn("occupations_en.csv:4: error: the record has 2 fields, the header 14", done.stderr)
        self.assertEqual(done.stderr.count("error: "), 1000)
        self.assertIn("more\n", done.stderr)

    def test_onet_files(self):
        folder = self.root / "onet"
        folder.mkdir()
        (folder / "Occupation Data.txt").write_text(
            "O*NET-SOC Code\tTitle\tDescription\r\n47-4021.00\tElevator Installers\tInstall \"lifts\".\r\n", newline="")
        (folder / "Technology Skills.txt").write_text(
            "O*NET-SOC Code\tExample\tCommodity Code\tCommodity Title\tHot Technology\tIn Demand\r\n"
            "47-4021.00\tAC/DC planner & co\t1\tPlanning software\tY\tN\r\n", newline="")
        (folder / "Task Statements.txt").write_text(
            "O*NET-SOC Code\tTask ID\tTask\tTask Type\r\n47-4021.00\t9\tTest brakes.\tCore\r\n", newline="")
        done = self.run_index(folder)
        self.assertIn("1 guides, 1 passages, 0 tips, 1 skills; 0 rejected", done.stdout)
        self.assertEqual(self.hits("brakes")[0]["id"], "47-4021.00#day-9")
        self.assertEqual(self.hits("AC/DC planner")[0]["id"], "AC/DC planner & co")
        self.assertEqual(self.hits("lifts")[0]["family"], "construction-and-extraction")

    def test_any_markdown_tree(self):
        folder = self.root / "docs"
        (folder / "deep/er").mkdir(parents=True)
        (folder / "deep/er/lamps.md").write_text("# Lamp care\n\nTrim the [wick](x.md).\n\n## Tools\n\n- `scissors` and ![a lamp](l.png)\n")
        (folder / "README.md").write_text("Welcome, keepers.\n")
        done = self.run_index(folder)
        self.assertIn("2 guides", done.stdout)
        hit = self.hits("scissors", "--filter", "type:passage")[0]
        self.assertEqual((hit["guide"], hit["guide_title"]), ("deep/er/lamps", "Lamp care"))
        self.assertIn("a lamp", json.dumps(hit["snippet"]))

    def test_html_pages(self):
        folder = self.root / "site"
        (folder / "guides/keeper").mkdir(parents=True)
        (folder / "guides/keeper/index.html").write_text(
            "<!doctype html><html lang=de><head><title>Keeper | Harbour</title><link rel=canonical href='https://example.org/keeper'>"
            "<script type='application/ld+json'>{\"@type\": \"FAQPage\", \"mainEntity\": [{\"@type\": \"Question\", \"name\": "
            "\"Is it lonely?\", \"acceptedAnswer\": {\"@type\": \"Answer\", \"text\": \"<p>Only in winter.</p>\"}}]}</script></head>"
            "<body><nav>Home About</nav><main><h1>Lamp keeper</h1><p>Keeps the <b>light</b>.</p><h2 id=tools>Tools</h2><ul><li>Scissors"
            "<li>Oil</ul><div aria-hidden=true>secret</div></main><footer>Imprint</footer></body></html>")
        done = self.run_index(folder)
        self.assertIn("1 guides", done.stdout)
        guide = self.hits("lamp keeper", "--filter", "type:guide")[0]
        self.assertEqual((guide["id"], guide["url"]), ("guides/keeper", "https://example.org/keeper"))
        self.assertEqual(self.hits("scissors")[0]["section_title"], "Tools")
        self.assertIn("winter", json.dumps(self.hits("is it lonely")[0]))
        for word in ("secret", "imprint", "about"):
            found = [hit["snippet"] for hit in self.hits(word, "--filter", "type:passage")]
            self.assertNotIn(word, json.dumps(found).lower())

    def test_a_packed_corpus(self):
        folder = self.root / "corpus"
        (folder / "guides").mkdir(parents=True)
        files = {"skills.yaml.gz": "- {id: wicks, label: Wicks, kind: skill, description: Trimming them.}\n",
                 "guides/keeper.md.gz": "---\nid: keeper\ntitle: Keeper\nfamily: sea\nskills: [{id: wicks, importance: 5}]\n---\n"
                                        "## Overview\n\nKeeps the light burning.\n"}
        for name, text in files.items():
            (folder / name).write_bytes(gzip.compress(text.encode()))
        done = self.run_index(folder, "--strict")
        self.assertIn("1 guides, 1 passages, 0 tips, 1 skills; 0 rejected", done.stdout)
        self.assertEqual(self.hits("keeper", "--filter", "type:guide")[0]["id"], "keeper")

    def test_a_packed_markdown_tree(self):
        folder = self.root / "docs"
        folder.mkdir()
        (folder / "lamp.md.gz").write_bytes(gzip.compress(b"# Lamp care\n\nTrim the wick.\n"))
        self.assertIn("1 guides", self.run_index(folder).stdout)
        self.assertEqual(self.hits("wick", "--filter", "type:guide")[0]["id"], "lamp")
        self.assertIn("1 guides", self.run_index(folder / "lamp.md.gz").stdout)
        self.assertEqual(self.hits("wick", "--filter", "type:guide")[0]["id"], "lamp")

    def test_a_table_said_to_be_tab_separated(self):
        file = self.root / "jobs.txt"
        file.write_text("id\ttitle\tbody\nx1\tWelder, senior\tJoins metal, mostly steel.\n")
        self.assertIn("1 documents", self.run_index("--format", "tsv", file).stdout)
        self.assertEqual(self.hits("steel")[0]["title"], "Welder, senior")

    def test_where_ids_collide_the_earlier_source_wins_and_the_other_is_reported(self):
        first, second = self.root / "first.jsonl", self.root / "second.jsonl"
        first.write_text('{"id": "same", "body": "from the first"}\n')
        second.write_text('{"id": "same", "body": "from the second"}\n{"id": "other", "body": "alone"}\n')
        done = self.run_index(first, second)
        self.assertIn("the id same is taken by " + str(first) + ":1", done.stderr)
        self.assertIn("second.jsonl:1", done.stderr)
        self.assertIn("from the first", guidepost.run("search", "from", "--index", self.index).stdout.replace("*", ""))
        self.assertNotIn("from the second", guidepost.run("search", "second", "--index", self.index).stdout.replace("*", ""))

    def test_what_is_no_source_is_said_clearly(self):
        for name, content, word in (("a.tar.gz", b"\x1f\x8b", "tar -xf"), ("a.zip", b"PK", "unzip"), ("a.docx", b"PK", "--format"), ("cut.jsonl.gz", b"\x1f\x8b\x08", "gzip")):
            file = self.root / name
            file.write_bytes(content)
            done = guidepost.run("index", file, "--index", self.index)
            self.assertEqual(done.returncode, 2, done.stderr)
            self.assertIn(name, done.stderr)
            self.assertIn(word, done.stderr)


class Malformed(Folder):
    """Ten thousand broken documents of each kind, the same each time."""

    def broken(self, chance, good):
        data = bytearray(good)
        for _ in range(chance.randint(1, 6)):
            place = chance.randrange(len(data)) if data else 0
            action = chance.randrange(5)
            if action == 0 and data:
                data[place] = chance.randrange(256)
            elif action == 1:
                data[place:place] = bytes(chance.choices(b"\"\\{}[]:,\n\t<>&#-|`\0\xff\xc3\xf0", k=chance.randint(1, 8)))
            elif action == 2:
                del data[place:place + chance.randint(1, 20)]
            elif action == 3:
                data[place:place] = data[place:place + 30] * chance.randint(1, 4)
            else:
                del data[place:]
        return bytes(data)

    def assert_survived(self, *words):
        done = guidepost.run("index", *words, "--index", self.index)
        self.assertIn(done.returncode, (0, 2), done.stderr[-2000:])
        self.assertNotIn("a bug", done.stderr)
        if done.returncode == 0:
            guidepost.run("check", "--index", self.index, check=0)
            self.assertEqual(guidepost.run("search", "lamp", "--index", self.index).returncode in (0, 1), True)

    def test_json_lines(self):
        chance = random.Random(1)
        good = json.dumps({"id": "k1", "type": "guide", "title": "Keeper", "body": "Keeps the lamp.", "skills": ["a", {"id": "b"}],
                           "level": ["x"], "more": {"deep": [1, 2, {"er": None}]}}).encode()
        lines = [self.broken(chance, good.replace(b"k1", b"k%d" % number)) for number in range(MALFORMED)]
        file = self.root / "x.jsonl"
        file.write_bytes(b"\n".join(lines))
        self.assert_survived(file)

    def test_tables(self):
        chance = random.Random(2)
        rows = [self.broken(chance, b'k%d,guide,"Keeper ""of"" lamps","Keeps the lamp,\nalways",a|b\n' % number) for number in range(MALFORMED)]
        file = self.root / "x.csv"
        file.write_bytes(b"id,type,title,body,skills\n" + b"".join(rows))
        self.assert_survived(file)

    def test_markdown(self):
        chance = random.Random(3)
        good = b"---\ntitle: Lamps\nlang: en\ntags: [a, b]\n---\n# Lamps\n\nText **bold** [link](x#y) `code`\n\n- item\n  - deeper\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n```sh\nls\n```\n<details><b>x</b></details>\n"
        folder = self.root / "tree"
        folder.mkdir()
        for number in range(MALFORMED):
            (folder / f"{number}.md").write_bytes(self.broken(chance, good))
        self.assert_survived(folder)

    def test_html(self):
        chance = random.Random(7)
        good = (b"<!doctype html><html lang=en><head><title>Lamps</title><script type='application/ld+json'>{\"@type\":\"JobPosting\","
                b"\"title\":\"x\",\"description\":\"<p>y</p>\"}</script></head><body><main><h1>Lamps</h1><p>Text <b>bold</b><ul><li>item"
                b"<li>other</ul><table><tr><td>1<td>2</table><pre>a\n b</pre></main></body></html>")
        folder = self.root / "pages"
        folder.mkdir()
        for number in range(MALFORMED):
            (folder / f"{number}.html").write_bytes(self.broken(chance, good))
        self.assert_survived(folder)

    def test_guides(self):
        chance = random.Random(4)
        guides = self.root / "corpus/guides"
        guides.mkdir(parents=True)
        good = (guidepost.CORPUS / "guides/backend-developer.md").read_bytes()[:3000]
        (self.root / "corpus/skills.yaml").write_bytes((guidepost.CORPUS / "skills.yaml").read_bytes())
        for number in range(MALFORMED // 5):
            (guides / f"g{number}.md").write_bytes(self.broken(chance, good.replace(b"backend-developer", b"g%d" % number)))
        skills = self.root / "corpus/tips"
        skills.mkdir()
        for number in range(MALFORMED - MALFORMED // 5):
            (skills / f"t{number}.md").write_bytes(
                self.broken(chance, b"---\nid: t%d\ntitle: Calm\nsections: [interview]\nskills: [python]\n---\nBreathe *slowly*.\n" % number))
        self.assert_survived(self.root / "corpus")

    def test_esco(self):
        chance = random.Random(5)
        half = MALFORMED // 2
        esco(self.root / "esco", [self.broken(chance, occupation(n).encode()).decode("utf-8", "surrogateescape") for n in range(half)],
             [self.broken(chance, skill(n).encode()).decode("utf-8", "surrogateescape") for n in range(half)])
        self.assert_survived(self.root / "esco")

    def test_onet(self):
        chance = random.Random(6)
        folder = self.root / "onet"
        folder.mkdir()
        half = MALFORMED // 2
        (folder / "Occupation Data.txt").write_bytes(
            b"O*NET-SOC Code\tTitle\tDescription\r\n" +
            b"".join(self.broken(chance, b"47-%04d.00\tInstaller\tInstalls lamps.\r\n" % n) for n in range(half)))
        (folder / "Task Statements.txt").write_bytes(
            b"O*NET-SOC Code\tTask ID\tTask\tTask Type\r\n" +
            b"".join(self.broken(chance, b"47-%04d.00\t%d\tTest lamps.\tCore\r\n" % (n, n)) for n in range(half)))
        self.assert_survived(folder)


class Changing(Folder):
    def test_a_source_that_is_written_to_while_it_is_read_publishes_nothing_half(self):
        file = self.root / "site.jsonl"
        body = "the lamp burns every night and somebody has to trim the wick " * 6

        def write(edition, lines):
            file.write_text("".join(json.dumps({"id": f"p{n}", "body": f"edition{edition} {body}"}) + "\n" for n in range(lines)))

        write(0, 20_000)
        self.run_index(file)
        chance = random.Random(8)
        for round_number in range(1, 9):
            stop = threading.Event()

            def disturb():
                stop.wait(chance.uniform(0.01, 0.6))
                action = round_number % 4
                if action == 0:
                    file.unlink()
                elif action == 1:
                    with file.open("r+b") as cut:
                        cut.truncate(chance.randrange(file.stat().st_size))
                elif action == 2:
                    write(round_number, 20_000)
                else:
                    with file.open("ab") as more:
                        more.write(b'{"id": "more", "body": "and more"}\n')

            thread = threading.Thread(target=disturb)
            thread.start()
            done = guidepost.run("index", file, "--index", self.index, "--full")
            stop.set()
            thread.join()
            self.assertIn(done.returncode, (0, 1, 2), done.stderr)
            if done.returncode != 0:
                self.assertIn("site.jsonl", done.stderr)
            guidepost.run("check", "--index", self.index, check=0)
            write(0, 20_000)


if __name__ == "__main__":
    unittest.main()
