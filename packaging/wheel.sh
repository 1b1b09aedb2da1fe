#!/usr/bin/env bash
# Build the wheel of the package from the files git knows plus the built resources.
#   wheel.sh PYTHON FOLDER      PYTHON has setuptools; FOLDER receives the wheel
set -euo pipefail
cd "$(dirname "$0")/.."
source packaging/epoch.sh
python=$1 folder=$2
clean=build/wheel-source
rm -rf "$clean"
mkdir -p "$clean" "$folder"
git ls-files -z --cached --others --exclude-standard -- src pyproject.toml README.md LICENSE | xargs -0 cp --parents --target-directory "$clean"
cp -r src/intake/_built "$clean/src/intake/"
rm -f "$clean/src/intake/_built/.stamp" "$folder"/case_intake-*.whl
chmod -R u=rwX,go=rX "$clean"
"$python" -m pip wheel --quiet --disable-pip-version-check --no-deps --no-index --no-build-isolation --wheel-dir "$folder" "./$clean"
