"""The catalogues of the interface: which texts there are, and the .ts files that translate them.

Texts are found by reading the sources: ``translate(context, text)``, ``plural(context, text, n)``
and ``noop(context, text)`` with literals, and the templates of ``intake.errors``. (lupdate knows
neither our plurals nor the templates.) Each catalogue stands for a part of the window, so that
people who work on different parts do not meet in one file.
"""

from __future__ import annotations

import ast
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from intake import errors

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ROOT / "src" / "intake" / "gui"
FOLDER = ROOT / "resources" / "i18n"
ENGLISH = "en"
# Languages whose catalogues must be complete.
COMPLETE = ("be", "ru")
PLURAL_FORMS = {"en": 2, "be": 3, "ru": 3, "uk": 3, "pl": 3, "ar": 6}

# Files of the part "work"; everything else of the window is the part "shell".
_WORK = (
    "export/",
    "interview/",
    "models/marks_model.py",
    "pages/export.py",
    "pages/interview.py",
    "pages/review.py",
    "questions/",
    "review/",
    "widgets/paged_text.py",
    "widgets/path_sheet.py",
    "widgets/statement_edit.py",
)
CATALOGUES = ("shell", "work")
_MARKERS = {"translate": False, "noop": False, "plural": True}


@dataclass(frozen=True, slots=True, order=True)
class Message:
    """One text; ``plural`` ones have a form for each way of counting."""

    context: str
    source: str
    plural: bool = False


@dataclass(slots=True)
class Catalogue:
    """The translations of one part into one language.

    Attributes:
        texts: Message to its translation, a form each for plural ones; only what is finished.
    """

    language: str
    texts: dict[Message, tuple[str, ...]] = field(default_factory=dict)


def messages(part: str) -> list[Message]:
    """Return every text of a part, sorted, each once."""
    found: set[Message] = set()
    for path in sorted(SOURCES.rglob("*.py")):
        if _part_of(path) == part:
            found.update(messages_in(path.read_text("utf-8")))
    if part == "shell":
        found.update(Message("Errors", template) for template in _templates(errors.IntakeError))
    return sorted(found)


def messages_in(source: str) -> Iterator[Message]:
    """Yield the texts that one source file marks.

    Raises:
        ValueError: A text stands under a context that is no literal: it would never be translated.
    """
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
            continue
        arguments: list[ast.expr | None] = [*node.args, None, None]
        context, text = arguments[:2]
        name = node.func.id
        if (
            name in _MARKERS
            and isinstance(context, ast.Constant)
            and isinstance(context.value, str)
            and isinstance(text, ast.Constant)
            and isinstance(text.value, str)
        ):
            yield Message(context.value, text.value, _MARKERS[name])
        elif name in _MARKERS and isinstance(text, ast.Constant):
            raise ValueError(f"write the context of this text as a literal: {text.value!r}")


def catalogue_path(part: str, language: str) -> Path:
    """Return where a catalogue is kept."""
    return FOLDER / f"{part}.{language}.ts"


def languages() -> list[str]:
    """Return the languages that have catalogues."""
    return sorted({path.name.split(".")[1] for path in FOLDER.glob("*.ts")})


def wanted(part: str, language: str) -> list[Message]:
    """Return what a catalogue must hold: in English only plurals, else everything."""
    return [m for m in messages(part) if language != ENGLISH or m.plural]


def read(path: Path, language: str) -> Catalogue:
    """Read a catalogue; a missing file is an empty one."""
    catalogue = Catalogue(language)
    if not path.exists():
        return catalogue
    for context in ET.parse(path).getroot().iter("context"):
        name = context.findtext("name", "")
        for entry in context.iter("message"):
            plural = entry.get("numerus") == "yes"
            message = Message(name, entry.findtext("source", ""), plural)
            translation = entry.find("translation")
            if translation is None or translation.get("type"):
                continue
            forms = [form.text or "" for form in translation.iter("numerusform")]
            texts = tuple(forms) if plural else (translation.text or "",)
            if all(texts):
                catalogue.texts[message] = texts
    return catalogue


def write(path: Path, catalogue: Catalogue, wanted_messages: list[Message]) -> None:
    """Write what is wanted in Qt's format, in order, unfinished where it is missing."""
    root = ET.Element("TS", version="2.1", language=catalogue.language, sourcelanguage=ENGLISH)
    contexts: dict[str, ET.Element] = {}
    for message in wanted_messages:
        if message.context not in contexts:
            contexts[message.context] = ET.SubElement(root, "context")
            ET.SubElement(contexts[message.context], "name").text = message.context
        entry = ET.SubElement(contexts[message.context], "message")
        if message.plural:
            entry.set("numerus", "yes")
        ET.SubElement(entry, "source").text = message.source
        translation = ET.SubElement(entry, "translation")
        texts = catalogue.texts.get(message)
        if texts is None:
            translation.set("type", "unfinished")
            texts = ("",) * PLURAL_FORMS.get(catalogue.language, 1) if message.plural else ("",)
        if message.plural:
            for text in texts:
                ET.SubElement(translation, "numerusform").text = text
        else:
            translation.text = texts[0]
    ET.indent(root, "  ")
    body = ET.tostring(root, "unicode")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n', "utf-8")


def _part_of(path: Path) -> str:
    name = path.relative_to(SOURCES).as_posix()
    return "work" if name.startswith(_WORK) else "shell"


def _templates(kind: type[errors.IntakeError]) -> Iterator[str]:
    yield kind.template
    for child in kind.__subclasses__():
        yield from _templates(child)
