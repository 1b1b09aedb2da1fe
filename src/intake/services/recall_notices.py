"""Recall notices: letters to whoever has a bundle that consent does not cover any more."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from intake.domain.ids import CaseId
from intake.errors import UsageError
from intake.export.new_file import finish
from intake.export.new_folder import filled, require_new
from intake.export.writers.notice import Recalled, letter
from intake.export.writers.words import ENGLISH, LANGUAGES
from intake.services.days import today
from intake.services.left_bundles import LeftBundle, bundles_of
from intake.services.session import VaultSession

__all__ = ["ENGLISH", "LANGUAGES", "Notices", "write"]

_DIGITS = 8  # of a bundle's number that name the file
_NAME_BYTES = 4  # which tell the files of one bundle apart, and not how many there are


@dataclass(frozen=True, slots=True)
class Notices:
    """What was written.

    Attributes:
        folder: Where the letters are.
        letters: Each file with the bundle that it is about, oldest bundle first; ``to`` holds the
            one recipient whom this letter is for, where any is known.
    """

    folder: Path
    letters: tuple[tuple[str, LeftBundle], ...]


def write(
    session: VaultSession,
    case_ids: Iterable[CaseId],
    folder: Path,
    languages: Sequence[str] = (ENGLISH,),
) -> Notices:
    """Write a letter for each recipient of each bundle to be recalled into a new or empty folder.

    They are the same whoever in it took consent back, and tell of no other bundle or recipient.
    No letter, and no name of a file, tells of a case, or how many letters there are.

    Args:
        session: The open vault.
        case_ids: The cases.
        folder: Where the letters go; they are not encrypted.
        languages: What they are written in, one after the other.

    Raises:
        UsageError: No bundle has to be recalled.
        UnavailableError: The folder holds something, or the disk is full or read-only.
    """
    found = {
        each.bundle_id: each
        for case_id in case_ids
        for each in bundles_of(session, case_id)
        if each.is_over
    }
    if not found:
        raise UsageError(what="No bundle has to be recalled: consent covers all that has left.")
    bundles = sorted(found.values(), key=lambda each: (each.day, each.bundle_id))
    letters = tuple(each for bundle in bundles for each in _for_each_recipient(bundle))
    require_new(folder)
    with filled(folder) as create:
        for name, bundle in letters:
            with create(name) as file:
                file.write(letter(_recalled(bundle), languages, today()).encode("utf-8"))
                finish(file)
    return Notices(folder, letters)


def _for_each_recipient(bundle: LeftBundle) -> Iterator[tuple[str, LeftBundle]]:
    letters: Sequence[tuple[str, ...]] = [(each,) for each in bundle.to] or [()]
    for to in letters:
        number = secrets.token_hex(_NAME_BYTES)
        yield f"recall-{bundle.bundle_id[:_DIGITS]}-{number}.txt", replace(bundle, to=to)


def _recalled(bundle: LeftBundle) -> Recalled:
    return Recalled(
        bundle.bundle_id, bundle.day, bundle.purpose or "", bundle.group or "", "".join(bundle.to)
    )
