"""Bundles of others: what opens them, who is trusted, and what is told of them."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from intake.domain.consent import RecipientGroup, Use
from intake.errors import (
    BundleDamagedError,
    DestinationExistsError,
    NoKeyGivenError,
    NotAcceptedError,
    UnknownSignerError,
    UsageError,
    WrongKeyError,
)
from intake.export.schema_check import first_flaw
from intake.services import bundles, exports, team, vaults
from intake.services.bundles import ANY_SIGNER, Means
from intake.services.exports import ExportRequest, Policy
from intake.services.session import VaultSession
from intake.vault.secret import Secret
from tests.unit.services.conftest import CHEAP, OpenVault, Template, secret
from tests.unit.services.making import document, fill


@dataclass(frozen=True)
class Sent:
    """Two bundles of the same kind from two copies of one vault, and what opens them."""

    plain: Path
    sealed: Path
    key: Path
    signer: Path


@pytest.fixture(scope="module")
def sent(
    tmp_path_factory: pytest.TempPathFactory, template: Template, open_vault: OpenVault
) -> Sent:
    """Return bundles that tests only read."""
    folder = tmp_path_factory.mktemp("sent")
    with secret() as passphrase:
        team.create_key(folder / "key", passphrase, 10)
    made = Sent(folder / "a.zip", folder / "b.age", folder / "key", folder / "signer.pub")
    for out, recipients in ((made.plain, ()), (made.sealed, (str(folder / "key.pub"),))):
        session = open_vault(template.copy_to(folder / out.stem))
        try:
            fill(session, *(document(number) for number in range(1, 7)))
            request = ExportRequest(
                policy=Policy.RECORDS,
                purpose=Use.ANALYSIS,
                group=RecipientGroup.ANALYSTS,
                recipients=recipients,
                unencrypted=not recipients,
            )
            exports.write(session, exports.plan(session, request), out)
            if not made.signer.exists():
                team.save_public_key(team.own_key(session), made.signer)
        finally:
            session.close()
    return made


@pytest.fixture
def other(tmp_path: Path) -> Iterator[VaultSession]:
    """Yield a vault with keys of its own."""
    with secret() as passphrase, vaults.new_recovery_key() as recovery:
        session = vaults.create(
            tmp_path / "other", name="", passphrase=passphrase, recovery=recovery, costs=CHEAP
        )
    yield session
    session.close()


def test_what_a_bundle_says_of_itself_is_told_in_full(sent: Sent) -> None:
    report = bundles.verify(sent.plain, Means(signer=str(sent.signer)))
    assert (report.signer, report.trusted, report.encrypted) == ("signer", True, False)
    assert (report.policy, report.purpose, report.group) == ("records", "analysis", "analysts")
    assert first_flaw("output-bundle", report.as_document()) is None


def test_nobody_is_trusted_unless_somebody_says_so(sent: Sent) -> None:
    with pytest.raises(UnknownSignerError):
        bundles.verify(sent.plain, Means())
    report = bundles.verify(sent.plain, Means(signer=ANY_SIGNER))
    assert (report.signer, report.trusted) == ("", False)
    assert len(report.signer_words.split()) == 6


def test_a_vault_trusts_itself_and_whom_it_has_pinned(
    sent: Sent, vault_session: VaultSession, other: VaultSession
) -> None:
    assert bundles.verify(sent.plain, Means(session=vault_session)).trusted
    with pytest.raises(UnknownSignerError):
        bundles.verify(sent.plain, Means(session=other))
    team.trust(other, "field team", sent.signer)
    assert bundles.verify(sent.plain, Means(session=other)).signer == "field team"


def test_a_key_named_for_one_call_is_not_pinned(sent: Sent, other: VaultSession) -> None:
    assert bundles.verify(sent.plain, Means(session=other, signer=str(sent.signer))).trusted
    assert team.trusted_keys(other) == ()


def test_a_name_that_is_pinned_stays_with_its_key(
    sent: Sent, other: VaultSession, vault_session: VaultSession, tmp_path: Path
) -> None:
    """Another key of the same file name must not be told as the trusted person."""
    theirs = tmp_path / "signer.pub"
    team.save_public_key(team.own_key(other), theirs)
    team.trust(other, "signer", theirs)
    with pytest.raises(NotAcceptedError, match="signer is pinned to another key") as caught:
        bundles.verify(sent.plain, Means(session=other, signer=str(sent.signer)))
    assert caught.value.exit_code == 3
    own_name = tmp_path / f"{vault_session.name}.pub"
    shutil.copy(theirs, own_name)
    with pytest.raises(NotAcceptedError):
        bundles.verify(sent.plain, Means(session=vault_session, signer=str(own_name)))
    assert bundles.verify(sent.plain, Means(signer=str(sent.signer))).signer == "signer"


def test_the_pinned_key_itself_may_be_named_again(sent: Sent, other: VaultSession) -> None:
    team.trust(other, "signer", sent.signer)
    assert bundles.verify(sent.plain, Means(session=other, signer=str(sent.signer))).trusted


def test_a_sealed_bundle_opens_with_its_recipient_s_key_alone(
    sent: Sent, vault_session: VaultSession
) -> None:
    with secret() as passphrase:
        means = Means(key_file=sent.key, passphrase=passphrase, signer=str(sent.signer))
        assert bundles.verify(sent.sealed, means).encrypted
    with Secret.from_text("not this one") as wrong, pytest.raises(WrongKeyError):
        bundles.verify(sent.sealed, Means(key_file=sent.key, passphrase=wrong, signer=ANY_SIGNER))
    with pytest.raises(WrongKeyError):
        bundles.verify(sent.sealed, Means(session=vault_session))
    with secret() as passphrase:
        for keyless in (Means(signer=ANY_SIGNER), Means(passphrase=passphrase, signer=ANY_SIGNER)):
            with pytest.raises(NoKeyGivenError):
                bundles.verify(sent.sealed, keyless)


def test_only_a_bundle_with_a_passphrase_needs_one(sent: Sent, tmp_path: Path) -> None:
    assert not bundles.needs_passphrase(sent.plain)
    assert not bundles.needs_passphrase(sent.sealed)
    assert bundles.needs_passphrase(sent.key)  # as every age file with a passphrase
    with pytest.raises(UsageError):
        bundles.needs_passphrase(tmp_path / "nowhere")


def test_open_verifies_first_and_writes_into_an_empty_folder_only(
    sent: Sent, tmp_path: Path
) -> None:
    means = Means(signer=str(sent.signer))
    with pytest.raises(UnknownSignerError):
        bundles.open_bundle(sent.plain, tmp_path / "a", Means())
    damaged = tmp_path / "damaged.zip"
    shutil.copy(sent.plain, damaged)
    damaged.write_bytes(damaged.read_bytes()[:-1])
    with pytest.raises(BundleDamagedError):
        bundles.open_bundle(damaged, tmp_path / "a", means)
    assert not (tmp_path / "a").exists()
    report = bundles.open_bundle(sent.plain, tmp_path / "a", means)
    for name, size in report.files:
        assert (tmp_path / "a" / name).stat().st_size == size
    with pytest.raises(DestinationExistsError):
        bundles.open_bundle(sent.plain, tmp_path / "a", means)


def test_a_signer_that_is_not_there_is_told(sent: Sent, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no key file"):
        bundles.verify(sent.plain, Means(signer=str(tmp_path / "nowhere.pub")))
