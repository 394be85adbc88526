#!/usr/bin/env bash
# Puts every C++ file into the form of .clang-format; with --check only says which are not.
set -euo pipefail
cd "$(dirname "$0")/.."
mode=(-i)
if [ "${1:-}" = --check ]; then mode=(--dry-run --Werror); fi
git ls-files '*.cpp' '*.h' | xargs -r clang-format "${mode[@]}"
