#!/usr/bin/env python3
"""Reads the #includes of src/ and names every one that points the wrong way, or shows a library outside its home.

Dependencies go one way: core <- indexer, server <- cli; inside core a folder includes only those to its left. A big library is known to few
places, so that it can be replaced there.
"""
import pathlib
import re
import sys

ROOT = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else __file__).resolve()
ROOT = ROOT if ROOT.is_dir() else ROOT.parent.parent
SRC = ROOT / "src"

# Left to right. A file directly in core/ has a place of its own.
CORE = ["error", "result", "version", "text", "model", "index", "recommend", "suggest", "search", "engine", "eval", "json"]
PARTS = {"core": {"core"}, "indexer": {"core", "indexer"}, "server": {"core", "server"},
         "cli": {"core", "indexer", "server", "cli"}}

# library (start of the include) -> where it may be seen
HOMES = {
    "Eigen/": ["core/recommend/latent_space.cpp", "core/recommend/role_kernel.cpp"],
    "xapian.h": ["core/index/", "indexer/"],
    "boost/beast": ["server/"],
    "boost/asio": ["server/"],
    "nlohmann/": ["core/json/", "core/index/manifest.cpp", "server/", "indexer/publication_gate.cpp",
                  "indexer/source/"],
    "unicode/": ["core/text/", "indexer/source/"],
    "libstemmer.h": ["core/text/stemmer.cpp"],
    "yaml-cpp/": ["indexer/"],
    "md4c.h": ["indexer/"],
    "zlib.h": ["indexer/source/input_file.cpp"],
    "zstd.h": ["core/index/document_store.cpp"],
    "simdjson.h": ["indexer/source/jsonl_source.cpp"],
    "gumbo.h": ["indexer/source/"],
    "spdlog/": ["server/log"],
    "toml++/": ["server/server_config.cpp"],
    "CLI/": ["cli/"],
    "xxhash.h": ["core/index/checksum.cpp", "indexer/", "server/"],
}

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')


def place_in_core(path: str) -> int:
    name = path.split("/")[1] if "/" in path else path
    return CORE.index(name.split(".")[0])


def faults_of(file: pathlib.Path):
    own = file.relative_to(SRC).as_posix()
    part = own.split("/")[0]
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
        found = INCLUDE.match(line)
        if not found:
            continue
        where = f"src/{own}:{number}"
        kind, target = found.groups()
        if kind == "<":
            for library, homes in HOMES.items():
                if target.startswith(library) and not any(own.startswith(home) for home in homes):
                    yield f"{where}: {target} is at home in {', '.join(homes)} only"
            continue
        target_part = target.split("/")[0]
        if target_part not in PARTS:
            yield f"{where}: \"{target}\" is not below src/; use <> for libraries"
        elif target_part not in PARTS[part]:
            yield f"{where}: {part} must not know {target_part} ({target})"
        elif part == target_part == "core" and place_in_core(target) > place_in_core(own):
            yield f"{where}: {target} lies to the right of this file"


def main() -> int:
    faults = [fault for file in sorted(SRC.rglob("*")) if file.suffix in {".h", ".cpp"} for fault in faults_of(file)]
    for fault in faults:
        print(fault)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
