"""What scripts/tune_related.py gives to recommend_parts: the development data and the corpus as roles, skills, needs and relations, a record a line.

It stands in for the indexer so that weights can be tuned on pairs that an index would already know: `declared` pairs are written apart.
"""
import collections
import gzip
import itertools
import json
import re
import zlib

import yaml

UNIT = "\x1f"


def rows(path):
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        next(lines)
        for line in lines:
            yield line.rstrip("\n").split("\t")


def objects(path):
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def text(value):
    return re.sub(r"[\t\r\n\x1f]", " ", str(value or ""))


def listed(values):
    return UNIT.join(text(value) for value in values)


def skill(key, label, kind, source, aliases=(), description="", families=()):
    return ("skill", key, text(label), kind, source, listed(aliases), text(description), listed(families))


def role(key, title, source, level="", aliases=(), about="", passages=()):
    return ("role", key, text(title), source, level, listed(aliases), text(about), listed(passages))


def esco(data):
    known = set()
    for one in objects(data / "esco/skills.jsonl.gz"):
        known.add(one["id"])
        kind = "knowledge" if one["type"] == "knowledge" else "skill"
        yield skill(one["id"], one["label"], kind, "esco", one["alt"], one["description"])
    for one in objects(data / "esco/occupations.jsonl.gz"):
        yield role(one["id"], one["label"], "esco", "", one["alt"], one["description"])
    for occupation, used, relation in rows(data / "esco/occupation_skill.tsv.gz"):
        yield "need", occupation, used, "5" if relation == "essential" else "3"
    for one, other in rows(data / "esco/skill_skill.tsv.gz"):
        yield "relation", one, other, "optional"
    for narrow, _, broad, _ in rows(data / "esco/skill_broader.tsv.gz"):
        if narrow in known and broad in known:
            yield "relation", narrow, broad, "broader"


def onet(data):
    titles, tasks, needs, commodity, elements = {}, {}, [], {}, {}
    for table in ("reported_titles", "short_titles"):
        for code, title in rows(data / f"onet/{table}.tsv.gz"):
            titles.setdefault(code, []).append(title)
    for code, _, kind, task in rows(data / "onet/tasks.tsv.gz"):
        tasks.setdefault(code, []).append((kind != "Core", task))
    for code, name, category, hot, demanded in rows(data / "onet/technology_skills.tsv.gz"):
        commodity.setdefault(name, category)
        needs.append((code, name, 4 if "Y" in (hot, demanded) else 3))
    for table, kind in (("knowledge", "knowledge"), ("skills", "skill")):
        for code, element, name, importance, _ in rows(data / f"onet/{table}.tsv.gz"):
            elements[element] = (name, kind)
            if importance and float(importance) >= 2:  # as the indexer reads them
                needs.append((code, element, min(5, int(float(importance) + 0.5))))
    for name, category in commodity.items():
        yield skill(name, name, "technology", "onet", families=[category])
    for element, (name, kind) in elements.items():
        yield skill(element, name, kind, "onet")
    for one in objects(data / "onet/occupations.jsonl.gz"):
        names = dict.fromkeys(one["alternate_titles"] + titles.get(one["id"], []))
        names.pop(one["title"], None)
        level = f"job-zone-{one['job_zone']}" if one["job_zone"] else ""
        ordered = [task for _, task in sorted(tasks.get(one["id"], []), key=lambda pair: pair[0])]
        yield role(one["id"], one["title"], "onet", level, names, one["description"], ordered)
    for code, name, importance in needs:
        yield "need", code, name, str(importance)


def topics(data):
    for one in objects(data / "topics/topics.jsonl.gz"):
        yield skill(one["id"], one["name"], "technology", "topics", one["aliases"], one["short"] + " " + one["body"])


def corpus(folder):
    """Passages are paragraphs, and a skill is named where one of its names is written: nearly what the indexer sees."""
    skills = yaml.safe_load((folder / "skills.yaml").read_text(encoding="utf-8"))
    known = {one["id"] for one in skills}
    spellings = []
    for one in skills:
        yield skill(one["id"], one["label"], one["kind"], "corpus", one.get("aliases", []), one.get("description"))
        for name in map(str, [one["label"], *one.get("aliases", [])]):
            as_written = one.get("exact_case") or len(name) < 4
            if len(name) >= 3 or one.get("exact_case"):
                pattern = r"(?<![\w+#])" + re.escape(name) + r"s?(?![\w+#])"
                spellings.append((one["id"], re.compile(pattern, 0 if as_written else re.I)))
    for one in skills:
        for kind in ("related", "broader"):
            others = one.get(kind) or []
            for other in [others] if isinstance(others, str) else others:
                if other in known:
                    yield "relation", one["id"], other, kind
    together, named, passages = collections.Counter(), collections.Counter(), 0
    for file in sorted((folder / "guides").glob("*.md")):
        _, head, body = file.read_text(encoding="utf-8").split("---\n", 2)
        guide = yaml.safe_load(head)
        if guide.get("translation_of"):
            continue
        paragraphs = [part for part in body.split("\n\n") if len(part) > 40]
        yield role(file.stem, guide["title"], "corpus", "", guide.get("aliases") or [], guide.get("tagline"), paragraphs)
        for use in guide.get("skills") or []:
            if use["id"] in known:
                yield "need", file.stem, use["id"], str(use.get("importance", 3))
        for part in paragraphs:
            found = sorted({key for key, pattern in spellings if pattern.search(part)})
            passages += 1
            named.update(found)
            together.update(itertools.combinations(found, 2))
    yield "passages", str(passages)
    for key, count in named.items():
        yield "with", key, str(count)
    for (one, other), count in together.items():
        yield "together", one, other, str(count)


def half_of(one, other):
    return zlib.crc32("|".join(sorted((one, other))).encode()) % 2


def write(records, file, without=None):
    """Writes the records but declared pairs of one half (`without`: 0 or 1), which are the answer."""
    left_out = []
    with file.open("w", encoding="utf-8") as out:
        for record in records:
            is_declared = record[0] == "relation" and record[3] != "broader"
            if is_declared and without is not None and half_of(record[1], record[2]) == without:
                left_out.append((record[1], record[2]))
            else:
                out.write("\t".join(record) + "\n")
    return left_out
