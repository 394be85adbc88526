#!/usr/bin/env python3
"""Finds the weights of src/core/recommend/recommend_weights.h for related skills and similar roles, and says what each part is worth.

  scripts/tune_related.py weights [--data ../shared/data]     # learns, each half judged by the weights of the other
  scripts/tune_related.py parts   [--data ../shared/data]     # nDCG@10 of the weights in the header, and without each part

Related skills of ESCO: maximum likelihood of the declared pairs of one half among all candidates, the other half being known, with and without
the flip alike; the judgements of rec-skill-skill are only reported. Topics and similar roles: the even queries teach, the odd ones judge, and the
other way round. The corpus: its declared pairs, left out half by half; 60 pairs, so only large differences tell.
Needs python3-numpy, python3-yaml and `cmake --build --preset release --target recommend_parts`.
"""
import argparse
import pathlib
import re
import subprocess

import numpy

import related_inputs as inputs

ROOT = pathlib.Path(__file__).resolve().parent.parent
DISCOUNTS = 1 / numpy.log2(numpy.arange(2, 12))
HEADER = (ROOT / "src/core/recommend/recommend_weights.h").read_text(encoding="utf-8")


def part_names(header):
    source = (ROOT / f"src/core/recommend/{header}").read_text(encoding="utf-8")
    return re.findall(r'"(\w+)"', source[source.index("part_names{"):].split("}")[0])


def weights_of(table):
    body = HEADER[HEADER.index(table + "{"):].split("};")[0]
    return numpy.array([float(value) for value in re.findall(r"^\s+([0-9.]+)F?,", body, re.M)])


def pairs_as_judgements(pairs):
    judged = {}
    for one, other in pairs:
        judged.setdefault(one, {})[other] = 1
        judged.setdefault(other, {})[one] = 1
    return judged


def judgements(file):
    judged = {}
    for line in file.read_text(encoding="utf-8").splitlines():
        topic, _, document, grade = line.split()
        judged.setdefault(topic, {})[document] = int(grade)
    return judged


def ideal(grades):
    best = sorted((grade for grade in grades.values() if grade > 0), reverse=True)[:10]
    return float(numpy.dot(best, DISCOUNTS[:len(best)]))


class Bench:
    """The program, and the folder of its inputs and outputs."""

    def __init__(self, program, work):
        self.program, self.work = program, work
        work.mkdir(parents=True, exist_ok=True)

    def run(self, what, name, wanted):
        (self.work / "wanted").write_text("".join(key + "\n" for key in sorted(wanted)), encoding="utf-8")
        out = self.work / f"{name}.{what}"
        subprocess.run([self.program, what, self.work / name, self.work / "wanted", out], check=True)
        return out

    def ids(self, name, kind):
        with (self.work / name).open(encoding="utf-8") as lines:
            return sorted((line.split("\t")[1] for line in lines if line.startswith(kind + "\t")), key=str.encode)


class Task:
    """The candidates of all topics with their parts, those left out that do not count."""

    def __init__(self, bench, name, what, judged, parts, candidates=None, known=None):
        ids = bench.ids(name, what[:-1])
        place = {key: i for i, key in enumerate(ids)}
        dtype = numpy.dtype([("wanted", "<u4"), ("other", "<u4"), ("parts", "<f4", (len(parts),))])
        read = numpy.fromfile(bench.run(what, name, judged), dtype)
        topics = sorted(judged)
        self.topic_count = len(topics)
        number = numpy.full(len(ids), -1)
        number[[place[topic] for topic in topics]] = numpy.arange(len(topics))
        keep = numpy.ones(len(read), bool)
        if candidates is not None:
            counts = numpy.zeros(len(ids), bool)
            counts[[place[key] for key in candidates]] = True
            keep &= counts[read["other"]]
        dropped = {(place[a], place[b]) for a in (known or {}) for b in known[a] if a in judged}
        keep &= numpy.array([pair not in dropped for pair in zip(read["wanted"].tolist(), read["other"].tolist())])
        read = read[keep]
        self.topic = number[read["wanted"]]
        order = numpy.argsort(self.topic, kind="stable")
        read, self.topic = read[order], self.topic[order]
        grades = {(place[a], place[b]): grade for a in judged for b, grade in judged[a].items()}
        self.grade = numpy.array([max(0, grades.get(pair, 0)) for pair in zip(read["wanted"].tolist(), read["other"].tolist())], float)
        self.parts = read["parts"].astype(float)
        self.ideal = numpy.array([ideal(judged[topic]) for topic in topics])

    def ndcg(self, weights, topics=None):
        order = numpy.lexsort((-(self.parts @ weights), self.topic))
        topic = self.topic[order]
        rank = numpy.arange(len(topic)) - numpy.searchsorted(topic, numpy.arange(self.topic_count))[topic]
        gains = numpy.zeros(self.topic_count)
        top = rank < 10
        numpy.add.at(gains, topic[top], self.grade[order][top] * DISCOUNTS[rank[top]])
        each = gains / self.ideal
        return float(each.mean() if topics is None else each[topics].mean())

    def half(self, which):
        return numpy.arange(self.topic_count) % 2 == which


def likely_weights(tasks, active, steps=160):
    """Softmax over the candidates of a topic, ridge, none below 0; Adam. `tasks`: (task, topics or None, active parts)."""
    weights = numpy.zeros(len(active))
    data = []
    for task, topics, parts in tasks:
        chosen = numpy.ones(len(task.topic), bool) if topics is None else topics[task.topic]
        found = numpy.bincount(task.topic[chosen], task.grade[chosen], task.topic_count) > 0
        chosen &= found[task.topic]
        _, group = numpy.unique(task.topic[chosen], return_inverse=True)
        grade = task.grade[chosen] / numpy.bincount(group, task.grade[chosen])[group]
        starts = numpy.searchsorted(group, numpy.arange(group[-1] + 1))
        data.append((task.parts[chosen] * parts, group, grade, starts))
    mean, square = numpy.zeros_like(weights), numpy.zeros_like(weights)
    for step in range(1, steps + 1):
        slope = -1e-3 * weights
        for parts, group, grade, starts in data:
            score = parts @ weights
            share = numpy.exp(score - numpy.maximum.reduceat(score, starts)[group])
            share /= numpy.add.reduceat(share, starts)[group]
            slope += parts.T @ (grade - share) / len(starts)
        slope[~active] = 0
        mean, square = 0.9 * mean + 0.1 * slope, 0.99 * square + 0.01 * slope**2
        rate = 0.3 if step < 0.6 * steps else 0.1
        weights += rate * (mean / (1 - 0.9**step)) / (numpy.sqrt(square / (1 - 0.99**step)) + 1e-8)
        weights = numpy.maximum(weights, 0)
    return weights


def ascended(task, weights, topics, rounds=6):
    """Coordinate ascent on nDCG@10 from weights that are about right."""
    best = task.ndcg(weights, topics)
    for _ in range(rounds):
        before = best
        for part in range(len(weights)):
            for factor in (0, 0.5, 0.7, 0.85, 0.93, 1.07, 1.15, 1.3, 1.6, 2.2):
                tried = weights.copy()
                tried[part] *= factor
                if (score := task.ndcg(tried, topics)) > best + 1e-4:
                    best, weights = score, tried
        if best <= before:
            break
    return weights


def told(names, weights):
    return "  ".join(f"{name} {weight:.2f}" for name, weight in zip(names, weights) if weight)


def learn(bench, data):
    names = part_names("skill_pairs.h")
    flip = numpy.array([name != "flip" for name in names])
    active = numpy.array([name not in ("declared", "together", "taxonomy", "letters", "latent") for name in names])
    records = list(inputs.esco(data))
    broader = pairs_as_judgements((r[1], r[2]) for r in records if r[0] == "relation" and r[3] == "broader")
    tasks = []
    for half in (0, 1):
        left_out = inputs.write(records, bench.work / f"esco{half}", half)
        tasks.append(Task(bench, f"esco{half}", "skills", pairs_as_judgements(left_out), names, known=broader))
    everything = numpy.ones(len(names))
    for half in (0, 1):
        weights = likely_weights([(tasks[half], None, everything), (tasks[half], None, flip)], active)
        print(f"esco half {half}: {told(names, weights)}\n  on the other: {tasks[1 - half].ndcg(weights):.4f}, "
              f"without the flip {tasks[1 - half].ndcg(weights * flip):.4f}")
    inputs.write(inputs.topics(data), bench.work / "topics")
    task = data / "tasks/rec-topic-related"
    topics = Task(bench, "topics", "skills", judgements(task / "qrels.txt"), names,
                  (task / "candidates.txt").read_text(encoding="utf-8").split())
    inputs.write(inputs.onet(data), bench.work / "onet")
    task = data / "tasks/rec-similar-occ"
    role_names = part_names("role_pairs.h")
    similar = Task(bench, "onet", "roles", judgements(task / "qrels.txt"), role_names,
                   (task / "candidates.txt").read_text(encoding="utf-8").split())
    words = numpy.array([name in ("text", "covered", "covers", "letters", "latent", "mention") for name in names])
    for half in (0, 1):
        weights = likely_weights([(topics, topics.half(half), everything)], words, 250)
        print(f"topics half {half}: {told(names, weights)}\n  on the other: {topics.ndcg(weights, topics.half(1 - half)):.4f}")
        weights = ascended(similar, weights_of("role_weights"), similar.half(half))
        print(f"similar half {half}: {told(role_names, weights)}\n  on the other: {similar.ndcg(weights, similar.half(1 - half)):.4f}")


class Lists:
    """Lists as an index would hold them, parts weighed already."""

    def __init__(self, file, known=None, candidates=None):
        with file.open(encoding="utf-8") as lines:
            self.parts = next(lines).rstrip("\n").split("\t")[2:]
            self.of = {}
            for line in lines:
                wanted, other, *values = line.rstrip("\n").split("\t")
                if other in (known or {}).get(wanted, {}) or (candidates and other not in candidates):
                    continue
                self.of.setdefault(wanted, []).append((other, [float(value) for value in values]))

    def ndcg(self, judged, without=()):
        counts = numpy.array([part not in without for part in self.parts], float)
        total = 0
        for topic, grades in judged.items():
            ranked = sorted((-float(numpy.dot(values, counts)), other) for other, values in self.of.get(topic, []))
            gains = [max(0, grades.get(other, 0)) for _, other in ranked[:10]]
            total += float(numpy.dot(gains, DISCOUNTS[:len(gains)])) / ideal(grades)
        return total / len(judged)


def tell_parts(title, lists, judged, always=()):
    scores = [f"{numpy.mean([one.ndcg(answers, always) for one, answers in zip(lists, judged)]):.4f}"]
    for part in lists[0].parts:
        if part not in always:
            score = numpy.mean([one.ndcg(answers, (part, *always)) for one, answers in zip(lists, judged)])
            scores.append(f"-{part} {score:.4f}")
    print(f"{title}: " + "  ".join(scores))


def ablate(bench, data):
    for name, what in (("topic-related", "related"), ("similar-occ", "similar")):
        task = data / f"tasks/rec-{name}"
        source = "topics" if what == "related" else "onet"
        inputs.write(inputs.topics(data) if what == "related" else inputs.onet(data), bench.work / source)
        judged = judgements(task / "qrels.txt")
        candidates = set((task / "candidates.txt").read_text(encoding="utf-8").split())
        tell_parts(f"rec-{name}", [Lists(bench.run(what, source, judged), candidates=candidates)], [judged])
    records = list(inputs.esco(data))
    inputs.write(records, bench.work / "esco")
    judged = judgements(data / "tasks/rec-skill-skill/qrels.txt")
    known = pairs_as_judgements((r[1], r[2]) for r in records if r[0] == "relation")
    lists = Lists(bench.run("related", "esco", judged), known)
    tell_parts("rec-skill-skill", [lists], [judged])
    tell_parts("rec-skill-skill without the flip", [lists], [judged], ("flip",))
    records = list(inputs.corpus(ROOT / "corpus"))
    lists, judged = [], []
    for half in (0, 1):
        judged.append(pairs_as_judgements(inputs.write(records, bench.work / f"corpus{half}", half)))
        known = pairs_as_judgements((r[1], r[2]) for r in records
                                    if r[0] == "relation" and (r[3] == "broader" or inputs.half_of(r[1], r[2]) != half))
        lists.append(Lists(bench.run("related", f"corpus{half}", judged[half]), known))
    tell_parts("corpus, declared pairs left out", lists, judged)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=["weights", "parts"])
    parser.add_argument("--data", type=pathlib.Path, default=ROOT.parent / "shared/data")
    parser.add_argument("--program", type=pathlib.Path, default=ROOT / "build/release/bench/recommend_parts")
    parser.add_argument("--work", type=pathlib.Path, default=ROOT / "build/related")
    options = parser.parse_args()
    bench = Bench(options.program, options.work)
    (learn if options.what == "weights" else ablate)(bench, options.data)


if __name__ == "__main__":
    main()
