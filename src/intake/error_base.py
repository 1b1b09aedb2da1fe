"""What every error for people is built on; ``errors`` draws the whole tree."""

from __future__ import annotations

from typing import ClassVar


class IntakeError(Exception):
    """Base of all errors meant for people.

    Args:
        **parameters: Values for the names in ``template``.
    """

    code: ClassVar[str] = "I00"
    exit_code: ClassVar[int] = 70
    template: ClassVar[str] = "Something went wrong inside the program."

    def __init__(self, **parameters: str | int) -> None:
        super().__init__()
        self.parameters = parameters

    def __str__(self) -> str:
        """Return the sentence for a person, with the short code behind it."""
        return f"{self.template.format(**self.parameters)} [{self.code}]"
