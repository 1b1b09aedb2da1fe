#!/usr/bin/env bash
# Install each package where there is no network, and do the main job with it.
#   test_airgapped.sh WHEELHOUSE PYTHON [PACKAGE.deb]
set -euo pipefail
if [ "${INSIDE:-}" != yes ]; then
  wheelhouse=$(realpath "$1") deb=${3:+$(realpath "$3")}
  user=$([ "$(id -u)" = 0 ] || echo --map-root-user)
  exec unshare --net $user env -i INSIDE=yes PIP_CONFIG_FILE=/dev/null PATH="$PATH" LC_ALL=C.UTF-8 bash "$0" "$wheelhouse" "$2" "$deb"
fi
wheelhouse=$1 python=$2 deb=$3
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
export HOME=$place/home
mkdir "$HOME"

if [ "$(tail -n +3 /proc/net/dev | cut -d : -f 1 | tr -d ' ')" != lo ]; then
  echo "the network is not cut off; this would prove nothing" >&2
  exit 1
fi

do_the_main_job() { # NAME COMMAND...
  local name=$1
  shift
  (cd "$place" && "$@" demo "$place/$name" >"$place/$name.log" 2>&1) || { cat "$place/$name.log"; echo "$name: the demo failed" >&2; exit 1; }
  [ -s "$place/$name/bundle.age" ] || { echo "$name: there is no bundle" >&2; exit 1; }
  echo "$name: installed and did the main job without network"
}

(cd "$wheelhouse" && sha256sum --check --quiet --strict SHA256SUMS)
"$python" -m venv "$place/venv"
(cd "$wheelhouse" && "$place/venv/bin/pip" install --quiet --disable-pip-version-check --no-cache-dir --no-index --find-links . --require-hashes -r requirements.txt)
do_the_main_job wheelhouse "$place/venv/bin/intake"

if [ -n "$deb" ]; then
  dpkg-deb --extract "$deb" "$place/root"
  # With a PATH that leads nowhere: the package brings along all that it runs.
  do_the_main_job deb env PATH=/nowhere "$place/root/usr/bin/intake"
fi
