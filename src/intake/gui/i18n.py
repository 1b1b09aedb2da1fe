"""Interface language: catalogues, direction, and the functions that mark text for translation."""

from __future__ import annotations

import unicodedata
from functools import cache

from PySide6.QtCore import QCoreApplication, QLocale, Qt, QTranslator
from PySide6.QtGui import QGuiApplication

from intake.resources import resource_path

ENGLISH = "en"
PSEUDO = "x-rtl"
# Each language under its own name, as people look for it.
LANGUAGES = {ENGLISH: "English", "be": "Беларуская", "ru": "Русский"}
CATALOGUES = ("shell", "work")
_RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur", PSEUDO})


def translate(context: str, text: str) -> str:
    """Return ``text`` in the interface language.

    Args:
        context: Name of the class or module, as in the catalogue; a literal.
        text: English source; a literal, so that it is found for the catalogue.
    """
    return QCoreApplication.translate(context, text)


def translate_to(language: str, context: str, text: str) -> str:
    """Return ``text`` in ``language``, whatever the window speaks; empty without a catalogue of it.

    Args:
        language: For texts that stand inside others of that language.
        context: As for ``translate``.
        text: As for ``translate``; marked for the catalogue by ``noop``.
    """
    if language == ENGLISH:
        return text
    found = (each.translate(context, text) for each in _translators_of(language))
    return next((words for words in found if words), "")


def plural(context: str, text: str, count: int) -> str:
    """Return ``text`` with ``%n`` replaced by ``count``, in the form that the language asks for."""
    return QCoreApplication.translate(context, text, None, count)


def noop(_context: str, text: str) -> str:
    """Mark ``text`` for the catalogue and return it unchanged; ``translate`` comes later."""
    return text


def available_languages() -> dict[str, str]:
    """Return the languages whose catalogues are built, code to own name."""
    return {code: name for code, name in LANGUAGES.items() if code == ENGLISH or _catalogues(code)}


def system_language() -> str:
    """Return the language of the system when we speak it, else English."""
    for tag in QLocale.system().uiLanguages():
        code = tag.split("-")[0]
        if code in LANGUAGES:
            return code
    return ENGLISH


def is_right_to_left(language: str) -> bool:
    """Tell whether a language is written from right to left."""
    return language.split("-", maxsplit=1)[0] in _RIGHT_TO_LEFT or language in _RIGHT_TO_LEFT


def direction_of(text: str) -> Qt.LayoutDirection:
    """Return the direction of a text by its first letter, whatever the window's is."""
    for char in text:
        kind = unicodedata.bidirectional(char)
        if kind in ("R", "AL"):
            return Qt.LayoutDirection.RightToLeft
        if kind == "L":
            break
    return Qt.LayoutDirection.LeftToRight


class Interpreter:
    """Keeps the translators of the interface language installed."""

    def __init__(self) -> None:
        self._translators: list[QTranslator] = []
        self.language = ENGLISH

    def speak(self, language: str) -> None:
        """Switch the whole interface to a language; unknown ones fall back to English."""
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        self.language = language
        application.setLayoutDirection(
            Qt.LayoutDirection.RightToLeft
            if is_right_to_left(language)
            else Qt.LayoutDirection.LeftToRight
        )
        QLocale.setDefault(QLocale(language if language != PSEUDO else "ar"))
        for old in self._translators:
            application.removeTranslator(old)
        self._translators = []
        for path in _catalogues(language):
            translator = QTranslator(application)
            if translator.load(path):
                application.installTranslator(translator)
                self._translators.append(translator)


@cache
def _translators_of(language: str) -> tuple[QTranslator, ...]:
    made = []
    for path in _catalogues(language):
        translator = QTranslator()
        if translator.load(path):
            made.append(translator)
    return tuple(made)


def _catalogues(language: str) -> list[str]:
    found = []
    for name in CATALOGUES:
        try:
            found.append(str(resource_path("i18n", f"{name}.{language}.qm")))
        except FileNotFoundError:
            continue
    return found
