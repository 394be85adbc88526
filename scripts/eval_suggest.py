#!/usr/bin/env python3
"""Types the beginnings of names, as they are and with one slip of the finger, and prints how often the name is completed.

  scripts/eval_suggest.py [--data ../shared/data] [--work build/eval] [--program build/release/guidepost] [--set NAME]...

The judgements come from the data: the first 4, 6 and 8 letters of a label ask for the thing that is called so. A slip is at a place behind the
first letter drawn by the label (seeded): two neighbours swapped, a letter left out, a letter doubled. Of ESCO every tenth label is asked.
Without the development data the corpus is evaluated alone.
"""
import argparse
import gzip
import hashlib
import json
import pathlib
import random
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
LENGTHS = (4, 6, 8)
SLIPS = ("none", "swap", "drop", "double")


def run(*words):
    done = subprocess.run([str(word) for word in words], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        sys.exit(f"{' '.join(map(str, words))}: exit {done.returncode}\n{done.stderr}")
    return done.stdout


def json_lines(file):
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines)


def esco(file, every):
    """(id, label) of every `every`th concept, by the hash of its id."""
    for row in json_lines(file):
        if int(hashlib.sha256(row["id"].encode()).hexdigest(), 16) % every == 0:
            yield row["id"], row["label"]


def corpus():
    """(id, title) of guides and skills."""
    for file in sorted((ROOT / "corpus/guides").glob("*.md")):
        head = file.read_text(encoding="utf-8").split("---\n")[1]
        title = re.search(r'^title: *"?(.*?)"?$', head, re.M).group(1)
        yield re.search(r"^id: *(\S+)", head, re.M).group(1), title
    text = (ROOT / "corpus/skills.yaml").read_text(encoding="utf-8")
    for skill, label in re.findall(r'^- \{?id: *([^\s,]+)[,\n]\s*label: *"?([^",\n]+)"?', text, re.M):
        yield skill, label


def slipped(text, slip, seed):
    """`text` with one slip behind its first letter, as long as there is a place for it."""
    if slip == "none":
        return text
    dice = random.Random(f"{seed} {slip}")
    places = [i for i in range(1, len(text)) if text[i].isalpha()]
    if slip == "swap":
        places = [i for i in places if i + 1 < len(text) and text[i + 1].isalpha() and text[i] != text[i + 1]]
    if not places:
        return None
    at = dice.choice(places)
    if slip == "swap":
        return text[:at] + text[at + 1] + text[at] + text[at + 2:]
    return text[:at] + text[at + 1:] if slip == "drop" else text[:at] + text[at] + text[at:]


def ask(program, index, folder, names, length, slip):
    queries, qrels = [], []
    for number, (identity, label) in enumerate(names):
        typed = label[:length] if len(label) > length else None
        typed = typed and slipped(typed.rstrip(), slip, label)
        if typed:
            queries.append(f"s{number}\t{typed}\n")
            qrels.append(f"s{number} 0 {identity.replace(' ', '_')} 1\n")
    (folder / "queries.tsv").write_text("".join(queries), encoding="utf-8")
    (folder / "qrels.txt").write_text("".join(qrels), encoding="utf-8")
    printed = run(program, "eval", "suggest", "--index", index, "--topics", folder / "queries.tsv", "--qrels", folder / "qrels.txt",
                  "--depth", 10)
    return len(queries), dict(re.findall(r"(\S+) (\d\.\d+)", printed.strip().splitlines()[-1]))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=pathlib.Path, default=ROOT.parent / "shared/data")
    parser.add_argument("--work", type=pathlib.Path, default=ROOT / "build/eval")
    parser.add_argument("--program", default=ROOT / "build/release/guidepost")
    parser.add_argument("--set", action="append", choices=["corpus", "esco-occupations", "esco-skills"])
    options = parser.parse_args()
    wanted = options.set or ["corpus", "esco-occupations", "esco-skills"]
    if not options.data.is_dir():
        print(f"{options.data}: there is no development data; say --data", file=sys.stderr)
        wanted = ["corpus"]
    options.work.mkdir(parents=True, exist_ok=True)
    run(options.program, "index", ROOT / "corpus", "--index", options.work / "corpus")
    if wanted != ["corpus"]:
        run(options.program, "index", options.data / "esco-csv", options.data / "onet-text", "--index", options.work / "esco-onet")
    print("| set | letters | slip | asked | success@1 | success@10 | MRR@10 |\n|---|---:|---|---:|---:|---:|---:|")
    for name in wanted:
        index = options.work / ("corpus" if name == "corpus" else "esco-onet")
        names = list(corpus()) if name == "corpus" else list(
            esco(options.data / "esco" / (name.removeprefix("esco-") + ".jsonl.gz"), 10))
        folder = options.work / f"suggest-{name}"
        folder.mkdir(exist_ok=True)
        for length in LENGTHS:
            for slip in SLIPS:
                asked, scores = ask(options.program, index, folder, names, length, slip)
                print(f"| {name} | {length} | {slip} | {asked} | {scores['success@1']} | {scores['success@10']} | {scores['MRR@10']} |",
                      flush=True)


if __name__ == "__main__":
    main()
