from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

PACKAGING = Path(__file__).parents[2] / "packaging"


def load(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, PACKAGING / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


catalogues = load("catalogues")
check = load("check_translations")
build = load("build_resources")
Message, Catalogue = catalogues.Message, catalogues.Catalogue


def faults(source: str, *texts: str, plural: bool = False, language: str = "be") -> list[str]:
    return list(check.faults_of(Message("C", source, plural), texts, language))


def test_texts_are_found_where_they_are_marked() -> None:
    source = """
A = noop("One", "first")
def f(n, x):
    translate("Two", "second " "half")
    plural("Two", "%n case(s)", n)
    translate("Two", x)
    translate("Two")
    other("Two", "not marked")
    object.translate("Two", "nor this")
"""
    assert set(catalogues.messages_in(source)) == {
        Message("One", "first"),
        Message("Two", "second half"),
        Message("Two", "%n case(s)", plural=True),
    }


def test_a_text_without_a_context_of_its_own_is_refused() -> None:
    with pytest.raises(ValueError, match="as a literal"):
        list(catalogues.messages_in('translate(CONTEXT, "never translated")'))


def test_the_templates_of_errors_are_texts_too() -> None:
    from intake.errors import DiskFullError

    assert Message("Errors", DiskFullError.template) in catalogues.messages("shell")


def test_every_marked_text_belongs_to_one_part() -> None:
    parts = [set(catalogues.messages(part)) for part in catalogues.CATALOGUES]
    assert all(parts)


def test_a_catalogue_is_written_and_read_back(tmp_path: Path) -> None:
    path = tmp_path / "x.be.ts"
    plain, many = Message("C", "a < b & c"), Message("C", "%n case(s)", plural=True)
    catalogue = Catalogue("be", {plain: ("а < б",), many: ("1", "2", "3")})
    catalogues.write(path, catalogue, [plain, many, Message("D", "open")])
    assert catalogues.read(path, "be").texts == catalogue.texts
    assert path.read_text().count('type="unfinished"') == 1
    assert catalogues.read(tmp_path / "missing.ts", "be").texts == {}


def test_old_texts_leave_a_catalogue_and_new_ones_come_in(tmp_path: Path) -> None:
    path = tmp_path / "x.be.ts"
    old, new = Message("C", "old"), Message("C", "new")
    catalogues.write(path, Catalogue("be", {old: ("стары",)}), [old])
    catalogues.write(path, catalogues.read(path, "be"), [new])
    assert "стары" not in path.read_text()
    assert "new" in path.read_text()


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("Saved {time}", "Захавана"),
        ("Saved {time}", "Захавана {час}"),
        ("&Back", "Назад"),
        ("Back", "&Назад"),
        ("End. ", "Канец."),
        ("Word", "Сло\u202eва"),
    ],
)
def test_a_translation_that_would_break_the_window_is_refused(source: str, text: str) -> None:
    assert faults(source, text)


def test_a_good_translation_passes() -> None:
    assert faults("&Saved {time}", "&Захавана {time}") == []
    assert faults("Terms & conditions", "Умовы") == []
    assert faults("%n case(s)", "%n а", "%n б", "%n в", plural=True) == []


def test_plurals_need_every_form_of_the_language() -> None:
    assert faults("%n case(s)", "%n а", "%n б", plural=True)
    assert faults("%n case(s)", "%n а", "б", "%n в", plural=True)


def test_what_is_missing_or_left_over_is_told() -> None:
    one, two = Message("C", "one"), Message("C", "two")
    found = list(check.faults(Catalogue("be", {two: ("два",)}), [one]))
    assert len(found) == 2
    assert "not translated" in found[0]
    assert "not in the sources" in found[1]


def test_the_made_up_language_keeps_placeholders() -> None:
    made = build.pseudo("Saved {time}, %n left")
    assert "{time}" in made
    assert "%n" in made
    assert made != "Saved {time}, %n left"
