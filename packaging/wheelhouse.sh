#!/usr/bin/env bash
# Fill one folder with all a machine without network needs to install Intake with pip, hashes checked.
#   wheelhouse.sh PYTHON FOLDER      for the version of PYTHON and this kind of system
set -euo pipefail
cd "$(dirname "$0")/.."
python=$1 folder=$2
rm -rf "$folder"
bash packaging/wheel.sh "$python" "$folder"
"$python" -m pip download --quiet --disable-pip-version-check --require-hashes --only-binary :all: --no-deps --dest "$folder" -r requirements/runtime.txt
wheel=$(basename "$folder"/case_intake-*.whl)
version=${wheel#case_intake-}
{
  cat requirements/runtime.txt
  printf 'case-intake==%s \\\n    --hash=sha256:%s\n' "${version%%-*}" "$(sha256sum "$folder/$wheel" | cut -d ' ' -f 1)"
} > "$folder/requirements.txt"
cp packaging/verify.md "$folder/VERIFY.md"
cat > "$folder/INSTALL.txt" <<END
Intake ${version%%-*}, to install without network on $("$python" -c 'import platform, sys; print(platform.machine(), "with Python %d.%d" % sys.version_info[:2])')

  sha256sum --check --quiet SHA256SUMS
  python3 -m venv ~/intake-program
  ~/intake-program/bin/pip install --no-index --find-links . --require-hashes -r requirements.txt
  ~/intake-program/bin/intake

VERIFY.md says how to make sure that this folder is what was published.
END
(cd "$folder" && sha256sum -- * > ../SHA256SUMS && mv ../SHA256SUMS .)
echo "$folder: $(ls "$folder" | wc -l) files, $(du -sh "$folder" | cut -f 1)"
