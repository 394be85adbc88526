#!/usr/bin/env python3
"""Runs clang-tidy over our sources with the compile commands of the release build.

  scripts/tidy.py [FILE]...       all of src/ where no file is named

Most of the time goes to the headers of the standard library, so neighbours are checked as one: up to eight files of one directory that compile
with the same flags and can be compiled together. Those that cannot (two helpers of one name) are halved until they can.
"""
import collections
import concurrent.futures
import json
import os
import pathlib
import shlex
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
DATABASE = ROOT / "build/release/compile_commands.json"
MOST_TOGETHER = 8


def flags_by_file():
    """What a parser needs to know of each file; not what the compiler does with it, of which clang knows other switches."""
    flags = {}
    for entry in json.loads(DATABASE.read_text()):
        words = shlex.split(entry["command"])
        kept = []
        for word, following in zip(words, words[1:] + [""]):
            if word.startswith(("-I", "-D", "-std=")):
                kept.append(word)
            elif word == "-isystem":
                kept += [word, following]
        flags[entry["file"]] = tuple(kept)
    return flags


def text_of(files):
    return "".join(f'#include "{file}"  // NOLINT\n' for file in files)


def compiles_together(files, flags, folder):
    unit = folder / "together.cpp"
    unit.write_text(text_of(files))
    command = ["clang++-14", "-fsyntax-only", "-w", *flags, str(unit)]
    return subprocess.run(command, capture_output=True).returncode == 0


def check(files, flags):
    """The faults of the files, as clang-tidy prints them; empty when there are none."""
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        if len(files) > 1 and not compiles_together(files, flags, folder):
            half = len(files) // 2
            return check(files[:half], flags) + check(files[half:], flags)
        unit = pathlib.Path(files[0])
        if len(files) > 1:
            unit = folder / "together.cpp"
        command = ["clang-tidy", "--quiet", f"--config-file={ROOT}/.clang-tidy",
                   f"--header-filter=^{ROOT}/(src|tests|bench)/", str(unit), "--", "-Wno-unknown-warning-option", *flags]
        run = subprocess.run(command, capture_output=True, text=True)
        if run.returncode == 0 and not run.stdout.strip():
            return ""
        return run.stdout + (run.stderr if run.returncode != 0 else "")


def main():
    if not DATABASE.exists():
        subprocess.run(["cmake", "--preset", "release"], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    named = sys.argv[1:]
    if not named:
        listed = subprocess.run(["git", "ls-files", "src/*.cpp"], cwd=ROOT, check=True, capture_output=True, text=True)
        named = listed.stdout.split()
    flags = flags_by_file()
    alike = collections.defaultdict(list)
    for file in sorted(str((ROOT / name).resolve()) for name in named):
        if file not in flags:
            sys.exit(f"{file}: the release build does not compile it")
        alike[os.path.dirname(file), flags[file]].append(file)
    together = []
    for (_, own), files in alike.items():
        together += [(files[i:i + MOST_TOGETHER], own) for i in range(0, len(files), MOST_TOGETHER)]
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        faults = "".join(pool.map(lambda each: check(*each), together))
    if faults:
        sys.exit(faults)


if __name__ == "__main__":
    main()
