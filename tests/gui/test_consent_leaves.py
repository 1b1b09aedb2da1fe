"""What is clicked and typed on the page of consent decides what is in the bytes of a bundle."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from intake.domain.answers import Answer
from intake.domain.case import CaseStatus
from intake.domain.consent import RecipientGroup, Use
from intake.domain.ids import CaseId
from intake.gui.interview.consent_panel import ConsentPanel
from intake.gui.workers.store_worker import ImmediateWorker
from intake.services import cases, exports, interviews
from intake.services.exports import ExportRequest, Policy
from intake.services.session import VaultSession
from tests.gui.hands import TAB, Seat, click, named, press, take, type_into

ANALYSIS = "Analysis of patterns by code"
SAME = {
    "targeted_group": Answer(("lawyer",)),
    "age": Answer(38),
    "earlier_interviews": Answer("several"),
    "recording": Answer("notes"),
}


def begun(session: VaultSession, *, recording: str = "notes") -> CaseId:
    """Begin an interview with the same answers as everybody's, but for one."""
    file = interviews.begin(session, language="en").file
    answers = SAME | {"recording": Answer(recording)}
    for name, value in answers.items():
        interviews.save_answer(session, file.case.id, file.interviews[0].id, name, value)
    return file.case.id


def consented(seat: Seat, group: str, until: str = "") -> None:
    """Say yes, allow analysis to a group without a name, and leave one fact out."""
    panel = seat.go("consent")
    assert isinstance(panel, ConsentPanel)
    click(panel.asking.yes)
    click(named(panel, f"{ANALYSIS}: Without a name"))
    click(named(panel, f"{ANALYSIS}: {group}"))
    terms = panel.cards[Use.ANALYSIS].terms
    type_into(terms.until, until)
    press(TAB)
    take(terms.withhold, "earlier_interviews")
    seat.page.flush()


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_the_clicks_on_the_page_decide_what_the_bytes_hold(
    qtbot: QtBot, worker: ImmediateWorker, session: VaultSession, tmp_path: Path
) -> None:
    ids = [begun(session) for _ in range(5)]
    others = {"United Nations": "", "analysts": "2022-06-01"}
    staying = [begun(session, recording="video") for _ in others]
    seat = Seat(qtbot, worker, session, ids[0])
    for case_id in ids:
        seat.case_id = case_id
        seat.open()
        consented(seat, "analysts")
    for case_id, (group, until) in zip(staying, others.items(), strict=True):
        seat.case_id = case_id
        seat.open()
        consented(seat, group, until)
    for case_id in (*ids, *staying):
        cases.set_status(session, case_id, CaseStatus.FINALISED)
    asked = ExportRequest(
        Policy.RECORDS,
        Use.ANALYSIS,
        RecipientGroup.ANALYSTS,
        unencrypted=True,
        case_ids=(*ids, *staying),
    )
    receipt = exports.write(session, exports.plan(session, asked), tmp_path / "out.zip")
    with zipfile.ZipFile(receipt.path) as archive:
        data = {
            name: archive.read(name).decode("utf-8")
            for name in archive.namelist()
            if name.startswith("data/")
        }
    assert data["data/interviews.csv"].count("notes") == len(ids)
    assert not [word for word in ("video", "several") if word in "".join(data.values())]
