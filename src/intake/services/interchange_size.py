"""How much one case of the interchange may hold; knows nothing of what it means.

No case comes near these limits. What is kept of a case is worked on again by every search, review
and export: so a case is bounded by what those can bear, not by what can be read.
"""

from __future__ import annotations

from typing import Any

from intake.services.interchange_case import FlawError

# The schema has how many persons, names and events fit, and how long one text may be.
MOST_OF_PERSONS = 100_000  # characters about all persons: every name is looked for in every text
MOST_OF_THE_REST = 2_000_000  # characters of all else but the statement
MOST_EVENTS = 1_000  # one for each act
MOST_LINKS = 20_000  # persons named as victims and perpetrators, in all events

_ACT = "act_type"
_LINKED = ("victims", "perpetrators")
_ON_ITS_OWN = frozenset({"statement", "persons", "events"})


def require_bounded(document: dict[str, Any]) -> None:
    """Refuse a case that holds more than all that comes later can bear.

    Args:
        document: It fits the schema.

    Raises:
        FlawError: Too many, or too much; it names the key.
    """
    if _characters(document.get("persons", [])) > MOST_OF_PERSONS:
        raise FlawError("persons", f"no more than {MOST_OF_PERSONS} characters fit here in all")
    events = document.get("events", [])
    # An event with several acts is kept once for each of them.
    acts = [_acts(event) for event in events]
    if sum(acts) > MOST_EVENTS:
        raise FlawError("events", f"no more than {MOST_EVENTS} fit here, one for each act")
    links = sum(
        times * sum(len(event.get(part, [])) for part in _LINKED)
        for times, event in zip(acts, events, strict=True)
    )
    if links > MOST_LINKS:
        raise FlawError("events", f"no more than {MOST_LINKS} victims and perpetrators fit here")
    rest = {key: _characters(value) for key, value in document.items() if key not in _ON_ITS_OWN}
    rest["events"] = sum(n * _characters(event) for n, event in zip(acts, events, strict=True))
    if sum(rest.values()) > MOST_OF_THE_REST:
        largest = max(rest, key=lambda key: rest[key])
        raise FlawError(largest, f"no more than {MOST_OF_THE_REST} characters fit in one case")


def _acts(event: dict[str, Any]) -> int:
    acts = event.get(_ACT)
    return max(1, len(set(acts))) if isinstance(acts, list) else 1


def _characters(value: object) -> int:
    """Return how long all texts in a value are together."""
    if isinstance(value, str):
        return len(value)
    if isinstance(value, dict):
        return sum(map(_characters, value.values()))
    return sum(map(_characters, value)) if isinstance(value, list) else 0
