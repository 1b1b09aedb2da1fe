"""What was shared, with whom, what has to come back, and the letters that ask for it."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from intake.domain.audit import Action
from intake.domain.consent import Consent, RecipientGroup, Use, UseConsent, Withdrawal
from intake.domain.ids import CaseId
from intake.errors import DestinationExistsError, UsageError
from intake.services import cases, consents, exports, recall_notices, team
from intake.services.days import today
from intake.services.exports import ExportRequest, Policy
from intake.services.left_bundles import LeftBundle, bundles_of
from intake.services.session import VaultSession
from tests.unit.services.conftest import OpenVault, Template, secret
from tests.unit.services.making import document, fill, name_of, review_everything, uses

DAY = "2022-06-01"
UN, ANALYSTS = RecipientGroup.UN, RecipientGroup.ANALYSTS


def left(
    session: VaultSession, folder: Path, *keys: str, policy: Policy, group: RecipientGroup
) -> str:
    """Let a bundle leave for analysis, and return its number."""
    asked = ExportRequest(policy, Use.ANALYSIS, group, recipients=keys, unencrypted=not keys)
    return exports.write(session, exports.plan(session, asked), folder / f"{group}.age").bundle_id


@dataclass(frozen=True)
class Shared:
    """Cases in two bundles: with statements for two keys, and rows for the UN.

    The last of them does not want to be quoted.
    """

    vault: Path
    ids: tuple[CaseId, ...]
    one: str
    other: str


@pytest.fixture(scope="module")
def shared(
    tmp_path_factory: pytest.TempPathFactory, template: Template, open_vault: OpenVault
) -> Shared:
    """Return a closed vault that tests copy."""
    folder = tmp_path_factory.mktemp("shared")
    session = open_vault(template.copy_to(folder))
    with secret() as passphrase:
        team.create_key(folder / "Invented Institute", passphrase, work_factor=1)
        team.pin(session, "Zubrava", team.create_key(folder / "key", passphrase, work_factor=1))
    unquoted = uses(quotation={"level": "none", "recipients": []})
    ids = fill(session, *map(document, range(5)), document(5, consent=unquoted))
    review_everything(session)
    keys = ("Zubrava", str(folder / "Invented Institute.pub"))
    one = left(session, folder, *keys, policy=Policy.ANALYSIS, group=ANALYSTS)
    other = left(session, folder, policy=Policy.RECORDS, group=UN)
    session.close()
    return Shared(folder / "vault", ids, one, other)


@pytest.fixture
def session(shared: Shared, tmp_path: Path, open_vault: OpenVault) -> Iterator[VaultSession]:
    """Yield a copy of the vault."""
    opened = open_vault(Path(shutil.copytree(shared.vault, tmp_path / "vault")))
    yield opened
    opened.close()


def over(session: VaultSession, case_id: CaseId) -> list[str]:
    return [each.bundle_id for each in bundles_of(session, case_id) if each.is_over]


def test_what_was_shared_and_with_whom_is_told_in_full(
    session: VaultSession, shared: Shared
) -> None:
    ids, one, other = shared.ids, shared.one, shared.other
    names = ("Invented Institute", "Zubrava")
    first = LeftBundle(
        one, today(), ANALYSTS, Use.ANALYSIS, Policy.ANALYSIS, names, quotes=True, is_over=False
    )
    second = LeftBundle(other, today(), UN, Use.ANALYSIS, Policy.RECORDS, is_over=False)
    assert bundles_of(session, ids[0]) == (first, second)
    assert bundles_of(session, ids[5]) == (replace(first, quotes=False), second)
    receipt = cases.withdraw(session, ids[0], Withdrawal(DAY))
    assert receipt.bundles == receipt.recalled
    assert [each.bundle_id for each in receipt.bundles] == [one, other]


@pytest.mark.parametrize(
    ("what", "erase", "expected"),
    [
        ({Use.MEDIA}, False, ()),
        ({Use.ANALYSIS}, False, (0, 1)),
        ({Use.QUOTATION}, False, (0,)),
        (set(), False, (0, 1)),
        ({Use.MEDIA}, True, (0, 1)),
    ],
)
def test_a_withdrawal_recalls_what_it_concerns(
    session: VaultSession,
    shared: Shared,
    what: set[Use],
    erase: bool,  # noqa: FBT001 (a parameter of pytest)
    expected: tuple[int, ...],
) -> None:
    ids, numbers = shared.ids, [shared.one, shared.other]
    receipt = cases.withdraw(session, ids[0], Withdrawal(DAY, frozenset(what), erase=erase))
    assert [each.bundle_id for each in receipt.bundles] == numbers
    assert [each.bundle_id for each in receipt.recalled] == [numbers[each] for each in expected]
    assert over(session, ids[1]) == []


def test_who_is_not_quoted_in_it_recalls_nothing_by_taking_quotation_back(
    session: VaultSession, shared: Shared
) -> None:
    taken = Withdrawal(DAY, frozenset({Use.QUOTATION}))
    assert cases.withdraw(session, shared.ids[5], taken).recalled == ()


def _changed(session: VaultSession, case_id: CaseId, **changes: object) -> None:
    now = session.store.consents.current(case_id)
    assert now is not None
    granted: UseConsent = replace(now.uses[Use.ANALYSIS], **changes)  # type: ignore[arg-type]  # names of fields
    consents.save(session, case_id, replace(now, uses={**now.uses, Use.ANALYSIS: granted}))


def test_consent_that_was_made_narrower_recalls_as_well_and_days_do_not(
    session: VaultSession, shared: Shared
) -> None:
    ids, one, other = shared.ids, shared.one, shared.other
    _changed(session, ids[0], recipients=frozenset({UN}))
    assert over(session, ids[0]) == [one]
    _changed(session, ids[0], recipients=frozenset())
    assert over(session, ids[0]) == [one, other]
    _changed(session, ids[1], until=DAY, conditions="Ask me first.")
    assert over(session, ids[1]) == []


def test_a_fact_that_is_to_be_left_out_since_calls_back_what_holds_it(
    session: VaultSession, shared: Shared
) -> None:
    _changed(session, shared.ids[0], withhold=frozenset({"age"}))
    assert over(session, shared.ids[0]) == [shared.one, shared.other]
    assert over(session, shared.ids[1]) == []


def test_what_was_left_out_when_it_left_calls_nothing_back(
    vault_session: VaultSession, tmp_path: Path
) -> None:
    wishing = uses(analysis={"level": "code", "recipients": ["any"], "withhold": ["age", "sex"]})
    ids = fill(vault_session, *(document(number, consent=wishing) for number in range(5)))
    number = left(vault_session, tmp_path, policy=Policy.RECORDS, group=UN)
    _changed(vault_session, ids[0], withhold=frozenset({"age"}))
    assert over(vault_session, ids[0]) == []
    _changed(vault_session, ids[0], withhold=frozenset({"age", "sex", "role"}))
    assert over(vault_session, ids[0]) == [number]


def test_what_the_ledger_does_not_know_has_to_come_back(session: VaultSession) -> None:
    (case_id,) = fill(session, document())
    for number, body in (("b1", {"group": "un"}), ("b2", {"purpose": "of tomorrow", "to": 7})):
        with session.store.write(Action.EXPORTED, number) as tx:
            session.store.releases.record(tx, number, "2022-06", [case_id], body)
    assert over(session, case_id) == ["b1", "b2"]


def test_without_consent_everything_has_to_come_back(session: VaultSession, shared: Shared) -> None:
    ids, numbers = shared.ids, [shared.one, shared.other]
    consents.save(session, ids[0], Consent())
    assert over(session, ids[0]) == numbers


# -- the letters ----------------------------------------------------------------------------------


def test_there_is_a_letter_for_each_recipient_and_it_tells_of_no_case_and_nobody_else(
    session: VaultSession, shared: Shared, tmp_path: Path
) -> None:
    ids, one, other = shared.ids, shared.one, shared.other
    codes = [cases.case_file(session, each).case.code for each in ids]
    for case_id in ids[:2]:
        cases.withdraw(session, case_id, Withdrawal(DAY))
    languages = recall_notices.LANGUAGES
    written = recall_notices.write(session, ids, tmp_path / "letters", languages)
    texts = {each.name: each.read_text("utf-8") for each in (tmp_path / "letters").iterdir()}
    assert texts.keys() == {name for name, _ in written.letters}
    assert {bundle.bundle_id for _, bundle in written.letters} == {one, other}
    (first, third), (second,) = (
        [texts[name] for name, bundle in written.letters if bundle.bundle_id == each]
        for each in (one, other)
    )
    assert third == first.replace("Invented Institute", "Zubrava")
    assert "Zubrava" not in first
    assert other not in first
    assert one not in second
    for part in (
        "Please delete a bundle: consent was taken back",
        f"Bundle: {one}",
        f"Written on: {today()}",
        "Recipient: Invented Institute",
        "every copy",
        "the folder where it was opened",
        "intake bundle collate",
        "Камплект: ",
        "Получатель: Invented Institute",
    ):
        assert part.casefold() in first.casefold(), part
    assert "Recipient:" not in second
    assert "the United Nations" in second
    for text in (*texts, *texts.values()):
        assert not [code for code in codes if code in text]
        assert not [
            word for number in range(6) for word in name_of(number).split()[1:] if word in text
        ]
        assert DAY not in text


def test_the_name_of_a_letter_does_not_tell_that_somebody_else_got_the_bundle(
    session: VaultSession, shared: Shared, tmp_path: Path
) -> None:
    cases.withdraw(session, shared.ids[0], Withdrawal(DAY))
    written = recall_notices.write(session, shared.ids, tmp_path / "letters")
    kinds = {re.sub("[0-9a-f]{8}", "*", name) for name, _ in written.letters}
    assert (len(written.letters), kinds) == (3, {"recall-*-*.txt"})


def test_bundles_whose_numbers_begin_alike_are_recalled_all_the_same(
    vault_session: VaultSession, tmp_path: Path
) -> None:
    """A parcel of somebody hostile can bring such numbers."""
    (case_id,) = fill(vault_session, document())
    for number in ("a" * 32, "a" * 31 + "b"):
        with vault_session.store.write(Action.EXPORTED, number) as tx:
            vault_session.store.releases.record(tx, number, "2022-06", [case_id], {})
    written = recall_notices.write(vault_session, [case_id], tmp_path / "letters")
    assert len(written.letters) == len(list((tmp_path / "letters").iterdir())) == 2


def test_without_anything_to_recall_there_is_no_letter(
    session: VaultSession, shared: Shared, tmp_path: Path
) -> None:
    with pytest.raises(UsageError, match="consent covers all"):
        recall_notices.write(session, shared.ids, tmp_path / "letters")
    assert not (tmp_path / "letters").exists()


def test_letters_go_into_no_folder_that_holds_something(
    session: VaultSession, shared: Shared, tmp_path: Path
) -> None:
    cases.withdraw(session, shared.ids[0], Withdrawal(DAY))
    with pytest.raises(DestinationExistsError):
        recall_notices.write(session, shared.ids, tmp_path)
