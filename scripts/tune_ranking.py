#!/usr/bin/env python3
"""Finds the weights of src/core/search/ranking.h by coordinate ascent on nDCG@10, each task counting the same.

  scripts/eval --half odd --features build/eval/features        # what each score is made of, of every second query
  scripts/tune_ranking.py build/eval/features [--data ../shared/data] [--rounds 3]

Weights are tried at multiples of what they are; a step is kept when the mean over the tasks rises. Of the guards, prose does
not count and unspoilt queries count with three tenths. Needs python3-numpy.
"""
import argparse
import pathlib
import re

import numpy

ROOT = pathlib.Path(__file__).resolve().parent.parent
HEADER = ROOT / "src/core/search/ranking.h"
GUARDS = {"scifact-train": 0.0, "typo-occ(unspoilt)": 0.3, "typo-skill(unspoilt)": 0.3}
STEPS = (0, 0.5, 0.7, 0.85, 0.93, 1.07, 1.15, 1.3, 1.6, 2.2)


def weights_in_header():
    text = HEADER.read_text(encoding="utf-8")
    table = text[text.index("weights{"):]
    table = table[:table.index("};")]
    return [(name, float(value)) for value, name in re.findall(r"([0-9.]+),\s*// (\w+)", table)]


class Task:
    """The candidates of all queries of one task, one row each."""

    def __init__(self, file, qrels):
        topics, grades, features = [], [], []
        judged = {}
        for line in qrels.read_text(encoding="utf-8").splitlines():
            topic, _, document, grade = line.split()
            judged.setdefault(topic, {})[document] = int(grade)
        with file.open(encoding="utf-8") as lines:
            for line in lines:
                topic, document, *values = line.rstrip("\n").split("\t")
                topics.append(topic)
                grades.append(judged.get(topic, {}).get(document, 0))
                features.append([float(value) for value in values])
        names, self.topic = numpy.unique(topics, return_inverse=True)
        self.grade = numpy.array(grades, dtype=float)
        self.features = numpy.array(features)
        discounts = 1 / numpy.log2(numpy.arange(2, 12))
        self.ideal = numpy.array([max(1e-9, sum(g * d for g, d in zip(
            sorted((g for g in judged.get(name, {}).values() if g > 0), reverse=True), discounts))) for name in names])
        self.discounts = discounts

    def ndcg(self, weights):
        scores = self.features @ weights
        order = numpy.lexsort((-scores, self.topic))
        topic = self.topic[order]
        first = numpy.searchsorted(topic, numpy.arange(len(self.ideal)))
        rank = numpy.arange(len(topic)) - first[topic]
        top = rank < 10
        gains = numpy.zeros(len(self.ideal))
        numpy.add.at(gains, topic[top], self.grade[order][top] * self.discounts[rank[top]])
        return float(numpy.mean(gains / self.ideal))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("features", type=pathlib.Path)
    parser.add_argument("--data", type=pathlib.Path, default=ROOT.parent / "shared/data")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--ablation", action="store_true", help="print what each feature is worth, and tune nothing")
    parser.add_argument("--work", type=pathlib.Path, default=ROOT / "build/eval", help="as of scripts/eval")
    options = parser.parse_args()
    names = [name for name, _ in weights_in_header()]
    weights = numpy.array([value for _, value in weights_in_header()])
    tasks = {}
    for file in sorted(options.features.glob("*.tsv")):
        folder = options.work if file.stem == "golden-tune" else options.data / "tasks"
        qrels = folder / file.stem.split("(")[0] / "qrels.txt"
        tasks[file.stem] = Task(file, qrels)
    share = {name: GUARDS.get(name, 1.0) for name in tasks}

    def objective(tried):
        return sum(share[name] * task.ndcg(tried) for name, task in tasks.items()) / sum(share.values())

    def row(label, tried):
        print("| " + " | ".join([label, *(f"{task.ndcg(tried):.3f}" for task in tasks.values())]) + " |")

    if options.ablation:
        print("| without | " + " | ".join(tasks) + " |\n|---|" + "---:|" * len(tasks))
        row("nothing", weights)
        for i, name in enumerate(names):
            tried = weights.copy()
            tried[i] = 0
            row(name, tried)
        tried = numpy.zeros(len(weights))
        tried[names.index("text")] = 1
        row("everything but the text", tried)
        return

    def report():
        print("  ".join(f"{name} {task.ndcg(weights):.4f}" for name, task in tasks.items()))

    report()
    best = objective(weights)
    for turn in range(options.rounds):
        before = best
        for i, name in enumerate(names):
            for step in STEPS + ((0.05, 0.1, 0.2) if weights[i] == 0 else ()):
                tried = weights.copy()
                tried[i] = step if weights[i] == 0 else weights[i] * step
                value = objective(tried)
                if value > best + 1e-5:
                    best, weights = value, tried
        print(f"round {turn + 1}: {best:.5f}  " + ", ".join(f"{n} {w:.3g}" for n, w in zip(names, weights)), flush=True)
        if best - before < 2e-4:
            break
    report()
    print("\n".join(f"    {weight:.3g},  // {name}" for name, weight in zip(names, weights)))


if __name__ == "__main__":
    main()
