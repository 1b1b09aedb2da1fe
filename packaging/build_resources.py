"""Builds what the package ships: catalogues compiled, everything else copied to ``_built``.

Also makes the language ``x-rtl`` for pictures: English in accented letters behind an Arabic word,
drawn from right to left, so that texts that are not translated and layouts that are not mirrored
can be seen at a glance.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import PySide6

import catalogues

BUILT = catalogues.ROOT / "src" / "intake" / "_built"
RESOURCES = catalogues.ROOT / "resources"
PSEUDO = "x-rtl"
_PSEUDO_RULES = "ar"  # its ways of counting
_WORD = "نص"
_ACCENTS = str.maketrans("aceinouyAEIOUY", "áçéíñöúýÁÉÍÖÚÝ")
_KEPT = re.compile(r"(\{\w*\}|%n)")


def main() -> int:
    """Build everything anew."""
    shutil.rmtree(BUILT, ignore_errors=True)
    for folder in sorted(path for path in RESOURCES.iterdir() if path.is_dir()):
        if folder != catalogues.FOLDER:
            shutil.copytree(folder, BUILT / folder.name)
    target = BUILT / "i18n"
    target.mkdir(parents=True)
    for source in sorted(catalogues.FOLDER.glob("*.ts")):
        compile_catalogue(source, target / f"{source.stem}.qm")
    for part in catalogues.CATALOGUES:
        source = target / f"{part}.{PSEUDO}.ts"
        write_pseudo(part, source)
        compile_catalogue(source, source.with_suffix(".qm"))
        source.unlink()
    return 0


def compile_catalogue(source: Path, target: Path) -> None:
    """Compile a .ts file with Qt's own compiler; unfinished texts stay English."""
    name = "lrelease.exe" if sys.platform == "win32" else "lrelease"
    compiler = Path(PySide6.__file__).parent / name
    subprocess.run([compiler, "-silent", source, "-qm", target], check=True)


def write_pseudo(part: str, path: Path) -> None:
    """Write the made-up right-to-left language of one part."""
    wanted = catalogues.messages(part)
    forms = catalogues.PLURAL_FORMS[_PSEUDO_RULES]
    texts = {m: (pseudo(m.source),) * (forms if m.plural else 1) for m in wanted}
    catalogues.write(path, catalogues.Catalogue(_PSEUDO_RULES, texts), wanted)


def pseudo(text: str) -> str:
    """Return a text in accented letters behind an Arabic word; placeholders stay."""
    parts = _KEPT.split(text)
    return f"{_WORD} " + "".join(
        part if _KEPT.fullmatch(part) else part.translate(_ACCENTS) for part in parts
    )


if __name__ == "__main__":
    raise SystemExit(main())
