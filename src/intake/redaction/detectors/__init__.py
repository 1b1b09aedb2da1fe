"""The pattern detectors by source name; one interface, one module per kind."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Protocol

from intake.redaction.detectors import (
    addresses,
    coordinates,
    dates,
    documents,
    emails,
    given_names,
    iban,
    ip,
    links,
    names,
    organisations,
    phones,
    places,
    plates,
    spoken_numbers,
    unique_traits,
)
from intake.redaction.source_text import SourceText
from intake.redaction.suggestion import Suggestion


class Detector(Protocol):
    """Finds one kind of thing in a prepared text, in time linear in its length."""

    def __call__(self, source: SourceText, /) -> Iterable[Suggestion]:
        """Return what was found, in any order; spans may overlap."""


DETECTORS: Mapping[str, Detector] = MappingProxyType(
    {
        "address": addresses.find,
        "coordinates": coordinates.find,
        "date": dates.find,
        "document": documents.find,
        "e-mail": emails.find,
        "given_name": given_names.find,
        "iban": iban.find,
        "ip": ip.find,
        "link": links.find,
        "name": names.find,
        "organisation": organisations.find,
        "phone": phones.find,
        "place": places.find,
        "plate": plates.find,
        "spoken_number": spoken_numbers.find,
        "unique": unique_traits.find,
    }
)
