"""Intake as one system of the comparison, with the profile that is named on the command line."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from benchmarks.redaction import child


def load() -> child.Reader:
    """Return what reads a document, people of the case included."""
    # Importing is a part of loading, which the child measures.
    from intake.domain.person import Identity, Role  # noqa: PLC0415 (as said above)
    from intake.redaction.suggest import Profile, suggest  # noqa: PLC0415 (as said above)

    profile = Profile(sys.argv[1])

    def read(document: child.Document) -> Iterator[child.Span]:
        people = [
            Identity(
                code=f"P{place}",
                role=Role.OTHER,
                names=(each["name"],),
                aliases=tuple(each.get("aliases") or ()),
                phones=(each["phone"],) if each.get("phone") else (),
            )
            for place, each in enumerate(document["identities"], start=1)
        ]
        found = suggest(
            document["text"], language=document["lang"], identities=people, profile=profile
        )
        return ((each.start, each.end) for each in found)

    return read


if __name__ == "__main__":
    child.answer(load)
