"""The export page tells of groups of earlier bundles, and of groups at different levels."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from intake.domain.answers import Answer
from intake.domain.consent import RecipientGroup, Use
from intake.gui.pages.export import EFFECT, WHO, ExportPage
from intake.gui.workers.store_worker import ImmediateWorker
from intake.services import cases, exports, interviews, team
from intake.services.exports import ExportRequest, Policy
from intake.services.session import VaultSession
from intake.vault.secret import Secret
from tests.gui.hands import words_on
from tests.gui.test_export_page import KEY_PASSPHRASE, begin, go_on, plan_of
from tests.unit.services.making import document, fill


@pytest.fixture
def vault(vault_session: VaultSession) -> VaultSession:
    """Return a vault with eight people who agree to everything."""
    fill(vault_session, *(document(number) for number in range(8)))
    return vault_session


@pytest.fixture
def page(qtbot: QtBot, worker: ImmediateWorker, vault: VaultSession, tmp_path: Path) -> ExportPage:
    path = tmp_path / "analyst.key"
    team.create_key(path, Secret.from_text(KEY_PASSPHRASE), work_factor=1)
    team.trust(vault, "analyst", Path(f"{path}.pub"))
    return begin(qtbot, worker, vault)


def test_groups_of_earlier_bundles_are_told(
    page: ExportPage, vault: VaultSession, tmp_path: Path
) -> None:
    request = ExportRequest(Policy.RECORDS, Use.ANALYSIS, RecipientGroup.ANALYSTS, unencrypted=True)
    exports.write(vault, exports.plan(vault, request), tmp_path / "before.zip")
    go_on(page, WHO)
    assert "1 group of earlier bundles leaves again" in words_on(page._who)
    case_id = plan_of(page).included[0]
    interview = cases.case_file(vault, case_id).interviews[0].id
    interviews.save_answer(vault, case_id, interview, "age", Answer(71))
    fill(vault, *(document(number) for number in range(20, 26)))
    page.open(vault)
    go_on(page, WHO)
    assert len(plan_of(page).leaving.over) == 1
    assert "1 group of earlier bundles never leaves again" in words_on(page._who)


def test_where_groups_differ_it_is_told_from_what_to_what(
    page: ExportPage, vault: VaultSession
) -> None:
    others = [{"targeted_group": ["lawyer"], "age": 20 + 6 * n, "sex": "male"} for n in range(8)]
    fill(vault, *(document(20 + n, answers=each) for n, each in enumerate(others)))
    go_on(page, EFFECT)
    first, *_, last = plan_of(page).schemes
    assert first != last
    table = page._effect.table.rows
    hows = {table.text_at(r, 0): table.text_at(r, 3) for r in range(table.rowCount())}
    assert hows["Age"].startswith("in narrow bands; in some groups ")
