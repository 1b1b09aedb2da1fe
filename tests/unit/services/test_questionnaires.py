"""Questionnaires that somebody else wrote: told cell by cell, stored nowhere."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from intake.domain.classes import DisclosureClass
from intake.errors import FormError, UsageError
from intake.forms.loader import core_form
from intake.resources import resource_path
from intake.services import questionnaires

CORE = resource_path("forms", "core")


def test_the_shipped_form_is_reported_as_it_is() -> None:
    form = core_form()
    found = questionnaires.check(CORE)
    assert found.reference == form.reference
    assert found.questions == len(form.questions)
    assert found.languages == form.languages
    assert found.internal == sum(
        question.disclosure is DisclosureClass.INTERNAL for question in form.questions
    )
    assert 0 < found.internal < found.questions


def test_a_flaw_is_told_by_its_cell(tmp_path: Path) -> None:
    form = tmp_path / "form"
    shutil.copytree(CORE, form)
    survey = form / "survey.csv"
    lines = survey.read_text("utf-8").splitlines()
    lines[5] = "made_up_type" + lines[5][lines[5].index(",") :]
    survey.write_text("\n".join(lines), "utf-8")
    with pytest.raises(FormError) as caught:
        questionnaires.check(form)
    assert caught.value.parameters["sheet"] == "survey"
    assert caught.value.parameters["row"] == 6


def test_a_path_that_leads_nowhere_is_usage(tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        questionnaires.check(tmp_path / "nowhere.xlsx")
    with pytest.raises(FormError):
        questionnaires.check(tmp_path)
