"""Brings the catalogues up to date with the sources: new texts in, old ones out, none translated.

Usage: python packaging/update_translations.py [LANGUAGE ...]
Then fill in what is marked unfinished (any editor, or Qt Linguist) in ``resources/i18n``.
"""

from __future__ import annotations

import sys

import catalogues


def main(languages: list[str]) -> int:
    """Update the catalogues of these languages, of all there are when none is named."""
    for language in languages or sorted({catalogues.ENGLISH, *catalogues.languages()}):
        for part in catalogues.CATALOGUES:
            path = catalogues.catalogue_path(part, language)
            wanted = catalogues.wanted(part, language)
            found = catalogues.read(path, language)
            catalogues.write(path, found, wanted)
            missing = sum(message not in found.texts for message in wanted)
            print(f"{path.name}: {len(wanted)} texts, {missing} unfinished")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
