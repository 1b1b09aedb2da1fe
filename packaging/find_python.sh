#!/usr/bin/env bash
# Print the first Python of the wanted versions that runs here: on PATH, or kept by pyenv.
#   find_python.sh 3.11 3.12 3.13
for version in "$@"; do
  for python in "python$version" python3 python; do
    [ "$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null)" = "$version" ] || continue
    command -v "$python"
    exit
  done
  for python in "$(pyenv root 2>/dev/null)/versions/$version".*/bin/python; do
    [ -x "$python" ] || continue
    echo "$python"
    exit
  done
done
