"""Feeds one reader with inputs that libFuzzer grows towards new code: ``make fuzz TARGET=archive``.

It needs ``atheris``, which no environment of the program has. Words behind the target go to
libFuzzer. An error but a refusal, something taken that is not what the bytes say, more than
``LIMIT_S`` seconds of work (a machine that does other work meanwhile is no finding) or more than
512 MiB is a finding, which stays under ``build/fuzz``.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import atheris

from tests.children import ROOT

with atheris.instrument_imports(include=["intake"]):
    from tests.fuzz import __main__ as fuzz
    from tests.fuzz.targets import TARGETS

LIMIT_S = 3.0  # what counts where the code is going makes it slower


def main() -> None:
    """Grow inputs until a finding, or until the time given is over."""
    name, *words = sys.argv[1:]
    target = TARGETS[name]
    corpus = ROOT / "build" / "fuzz" / name
    place, made = (corpus.with_name(f"{name}-{use}") for use in ("input", "made"))
    for folder in (place, made):
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
    corpus.mkdir(exist_ok=True)
    with fuzz.unlimited():  # the reader loads what it needs
        seeds = fuzz.sown(target, made, made / "input")
    for number, seed in enumerate(seeds):
        (corpus / f"seed-{number}").write_bytes(seed)

    def feed(content: bytes) -> None:
        for left in place.iterdir():
            left.unlink()
        try:
            with fuzz.limited(LIMIT_S):
                target.read(content, place)
        except target.refusals:
            return

    limits = [
        "-timeout=1200",
        "-rss_limit_mb=512",
        f"-artifact_prefix={Path(corpus.parent)}/finding-",
    ]
    atheris.Setup([sys.argv[0], *limits, *words, str(corpus)], feed)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
