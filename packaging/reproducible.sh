#!/usr/bin/env bash
# Build the wheel and the Debian package twice and compare them byte by byte.
set -euo pipefail
cd "$(dirname "$0")/.."
first=build/reproducible/first
second=build/reproducible/second
for folder in "$first" "$second"; do
  rm -rf "$folder"
  make package PACKAGES="$folder" >/dev/null
done
(cd "$first" && sha256sum -- *) | tee build/reproducible/SHA256SUMS
(cd "$second" && sha256sum --check --strict ../SHA256SUMS)
