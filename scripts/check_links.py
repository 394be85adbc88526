#!/usr/bin/env python3
"""Names every relative link of our Markdown documents that leads nowhere, and every path they quote that does not exist."""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
LINK = re.compile(r"\[[^\]]*\]\(([^)#\s]+)(?:#[^)\s]*)?\)")
# Paths quoted in backticks that look like files or folders of this repository.
QUOTED = re.compile(r"`((?:src|docs|scripts|corpus|tests|bench|web|cmake)/[\w./-]+)`")


def documents():
    yield from sorted(ROOT.glob("*.md"))
    for folder in ("docs", "corpus", "bench"):
        for path in sorted((ROOT / folder).rglob("*.md")):
            if "guides" not in path.parts and "tips" not in path.parts:
                yield path


def main() -> int:
    dead = []
    for document in documents():
        for number, line in enumerate(document.read_text(encoding="utf-8").splitlines(), 1):
            where = f"{document.relative_to(ROOT)}:{number}"
            for target in LINK.findall(line):
                if "://" in target or target.startswith("mailto:"):
                    continue
                if not (document.parent / target).exists():
                    dead.append(f"{where}: the link to {target} is dead")
            for target in QUOTED.findall(line):
                matches = list(ROOT.glob(target.rstrip("/"))) or list(ROOT.glob(target.rstrip("/.") + ".*"))
                if not matches:
                    dead.append(f"{where}: there is no {target}")
    for fault in dead:
        print(fault)
    return 1 if dead else 0


if __name__ == "__main__":
    sys.exit(main())
