#!/usr/bin/env bash
# Runs clang-tidy over our sources with the compile commands of the release build.
set -euo pipefail
cd "$(dirname "$0")/.."
database=build/release
if [ ! -f "$database/compile_commands.json" ]; then cmake --preset release > /dev/null; fi
# clang does not know some of GCC's warning switches; the compiler itself has checked those.
git ls-files 'src/*.cpp' | xargs -P "$(nproc)" -n 4 clang-tidy -p "$database" --quiet \
  --extra-arg=-Wno-unknown-warning-option 2> >(grep -v 'warnings generated' >&2)
