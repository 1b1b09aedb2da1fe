"""Disclosure classes: what kind of danger a field carries, and so what may ever leave."""

from __future__ import annotations

from enum import StrEnum


class DisclosureClass(StrEnum):
    """Class of a field; a field without one is ``INTERNAL`` and never leaves."""

    DIRECT = "direct"
    QUASI = "quasi"
    QUASI_SENSITIVE = "quasi_sensitive"
    SENSITIVE = "sensitive"
    NARRATIVE = "narrative"
    PLAIN = "plain"
    INTERNAL = "internal"

    @property
    def is_quasi(self) -> bool:
        """Whether the field takes part in equivalence classes."""
        return self in {DisclosureClass.QUASI, DisclosureClass.QUASI_SENSITIVE}

    @property
    def never_leaves(self) -> bool:
        """Whether no export policy may carry the field."""
        return self in {DisclosureClass.DIRECT, DisclosureClass.INTERNAL}


class Generalisation(StrEnum):
    """How a field is made coarser before it leaves; ``NONE`` for fields left as they are."""

    NONE = ""
    QUARTER = "quarter"
    COUNTRY_GROUP = "country_group"
    REGION = "region"
    BANDS = "bands"
    PARENT = "parent"
    OTHER = "other"
