#!/usr/bin/env python3
"""Measures the weights of src/core/recommend/role_skill_weights.h on needs withheld from the training data; judgements are never read.

  scripts/tune_recommender.py [--data ../shared/data] [--work build/tune] [--seeds 2]

For each seed a copy of ESCO loses 11 % of its occupations' skills, and 200 occupations all of theirs but a profile of eight; a copy of O*NET loses 10 % of its
technologies. What was taken out has to be found again. Figures run lower than on the judged tasks, because what is withheld there is withheld here
too and counts as wrong: compare them with each other alone. Change the header, build, and run it again; the same seed takes out the same.
"""
import argparse
import csv
import gzip
import pathlib
import random
import shutil
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent


def read(file, dialect):
    with gzip.open(file, "rt", encoding="utf-8", newline="") as lines:
        return list(csv.reader(lines, **dialect))


def write(file, rows, dialect):
    with gzip.open(file, "wt", encoding="utf-8", newline="", compresslevel=1) as lines:
        csv.writer(lines, lineterminator="\n", **dialect).writerows(rows)


def last(uri):
    return uri.rsplit("/", 1)[-1]


def copy_but(source, target, name):
    target.mkdir(parents=True, exist_ok=True)
    for file in source.iterdir():
        if file.name != name:
            shutil.copy(file, target / file.name)


def judged(folder, name, topics, judgements):
    (folder / f"{name}.tsv").write_text("".join(f"{topic}\t{text}\n" for topic, text in topics))
    (folder / f"{name}.qrels").write_text("".join(f"{topic} 0 {item.replace(' ', '_')} {grade}\n" for topic, item, grade in judgements))


def split_esco(data, folder, seed):
    dice = random.Random(seed)
    name, dialect = "occupationSkillRelations_en.csv.gz", {}
    copy_but(data / "esco-csv", folder / "esco", name)
    header, *rows = read(data / "esco-csv" / name, dialect)
    role, relation, skill = (header.index(column) for column in ("occupationUri", "relationType", "skillUri"))
    by_role = {}
    for row in rows:
        by_role.setdefault(row[role], []).append(row)
    cold = set(dice.sample(sorted(uri for uri, uses in by_role.items() if len(uses) >= 16), 200))
    kept, warm, gaps = [], [], []
    profiles = []
    for uri, uses in by_role.items():
        dice.shuffle(uses)
        if uri in cold:
            profiles += [(last(uri), last(use[skill])) for use in uses[:8]]
            gaps += [(last(uri), last(use[skill]), 2 if use[relation] == "essential" else 1) for use in uses[8:]]
            continue
        for use in uses:
            if dice.random() < 0.11:
                warm.append((last(uri), last(use[skill]), 2 if use[relation] == "essential" else 1))
            else:
                kept.append(use)
    write(folder / "esco" / name, [header, *kept], dialect)
    judged(folder, "role-skills", sorted({(topic, "-") for topic, _, _ in warm}), warm)
    judged(folder, "profiles", profiles, gaps)


def split_onet(data, folder, seed):
    dice = random.Random(seed)
    name, dialect = "Technology Skills.txt.gz", {"delimiter": "\t", "quoting": csv.QUOTE_NONE, "quotechar": None}
    copy_but(data / "onet-text", folder / "onet", name)
    header, *rows = read(data / "onet-text" / name, dialect)
    taken = [dice.random() < 0.1 for _ in rows]
    write(folder / "onet" / name, [header, *(row for row, gone in zip(rows, taken) if not gone)], dialect)
    gone = [(row[0], row[1], 1) for row, is_gone in zip(rows, taken) if is_gone]
    judged(folder, "technologies", sorted({(topic, "-") for topic, _, _ in gone}), gone)


def run(*words):
    done = subprocess.run([str(word) for word in words], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        sys.exit(f"{' '.join(map(str, words))}: exit {done.returncode}\n{done.stderr}")
    return done.stdout


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=pathlib.Path, default=ROOT.parent / "shared/data")
    parser.add_argument("--work", type=pathlib.Path, default=ROOT / "build/tune")
    parser.add_argument("--program", default=ROOT / "build/release/guidepost")
    parser.add_argument("--seeds", type=int, default=2)
    options = parser.parse_args()
    sums = {}
    for seed in range(1, options.seeds + 1):
        folder = options.work / str(seed)
        if not (folder / "technologies.qrels").exists():
            split_esco(options.data, folder, seed)
            split_onet(options.data, folder, seed)
        for source in ("esco", "onet"):
            run(options.program, "index", folder / source, "--index", folder / f"{source}.index", "--full")
        for name, question, source, more in (("role-skills", "role-skills", "esco", []), ("profiles", "skills", "esco", []),
                                             ("technologies", "role-skills", "onet", ["--filter", "kind:technology"])):
            out = run(options.program, "eval", question, "--index", folder / f"{source}.index", "--topics", folder / f"{name}.tsv",
                      "--qrels", folder / f"{name}.qrels", *more)
            sums[name] = sums.get(name, 0) + float(out.split("nDCG@10 ")[1].split()[0])
    print("  ".join(f"{name} {total / options.seeds:.4f}" for name, total in sums.items()))


if __name__ == "__main__":
    main()
