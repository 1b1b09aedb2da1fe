"""Works out what a bundle would hold, by the code that writes it; writes no bundle."""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from intake.disclosure.k_anonymity import LEAST_K, Partition, Row, partition
from intake.disclosure.lattice import lattice
from intake.disclosure.schemes import Generaliser, Record, published_schemes
from intake.domain.case import CaseFile
from intake.domain.consent import RecipientGroup, Use
from intake.domain.ids import CaseId, StatementId
from intake.domain.marks import Decision
from intake.domain.progress import CancelToken, ProgressCallback, ignore_progress
from intake.domain.statement import Statement
from intake.errors import (
    AnonymityError,
    ConsentMissingError,
    NothingToReleaseError,
    UsageError,
)
from intake.export.bundle import BundleContents
from intake.export.counting import FieldCounts
from intake.export.facts import Facts
from intake.export.fields import FieldPolicy
from intake.export.snapshot import RedactedCase, build
from intake.export.terms import SEED_BYTES, Policy, Release, RowIds
from intake.redaction.apply import RedactedText
from intake.redaction.leaks import LeakGate, OwnPeople
from intake.redaction.pseudonyms import Pseudonyms
from intake.redaction.suggest import Profile
from intake.services import review, rulings, second_look, settings
from intake.services.days import today
from intake.services.effects import class_sizes, effects, preview
from intake.services.figures import People, figures_of, loss_in, notices_of
from intake.services.frozen import commit_to_statement
from intake.services.interviews import form
from intake.services.plans import ExportPlan, ExportRequest, FieldEffect
from intake.services.preflight import require_nobody_betrayed
from intake.services.quoting import Quoting
from intake.services.selection import Reason, Selection, Terms, field_names, select
from intake.services.series import Leaving, LeavingClass, Series
from intake.services.session import VaultSession
from intake.services.tallies import tally
from intake.services.trials import Trial, Trials

_NO_CONSENT = frozenset({Reason.NO_CONSENT, Reason.WITHDRAWN, Reason.EXPIRED})


def plan(
    session: VaultSession,
    request: ExportRequest,
    progress: ProgressCallback = ignore_progress,
    cancel: CancelToken | None = None,
) -> ExportPlan:
    """Work out what would leave; no bundle is written.

    Where a reviewed statement turns out to name somebody all the same, its review is opened again:
    that is the only thing that this changes in the vault.

    Raises:
        RollbackError: The vault was put back, wholly or in part.
        ConsentMissingError: No case has consent for this purpose, group and level.
        AnonymityError: Fewer than k people, or this bundle and those before it betray somebody.
        NothingToReleaseError: Everything stays out for other reasons.
        UsageError: The request cannot be meant.
        CancelledError: Stopped.
    """
    cancel = cancel or CancelToken()
    require_sensible(request)
    # Consents and the ledger decide what leaves: first the whole vault is proven to be of today.
    session.store.soundness.require(progress, cancel)
    seed = request.seed or secrets.token_bytes(SEED_BYTES)
    day = today()
    release = Release(request.policy, request.purpose, request.group, day, RowIds(seed))
    if session.store.releases.knows(release.ids.bundle()):
        raise UsageError(what="A bundle was made from this seed before. Use another seed.")
    fields = FieldPolicy.of(form())
    terms = Terms(request.policy, request.purpose, request.group, day, field_names(fields))
    # Whoever was counted is a row nowhere, and the other way round: no class is in any counts.
    counts = request.policy is Policy.STATISTICS
    ledger = () if counts else session.store.classes.standing()
    returning = frozenset(case for each in ledger for case in each.members)
    chosen = select(session, request.case_ids, terms, progress, cancel, returning)
    usual = settings.load(session).k
    people = People(usual if request.k is None else request.k, usual)
    series = Series(session, ledger, terms, fields, chosen, k=people.k)
    standing = series.standing()
    _require_people(chosen, people.k)
    planner = _Planner(
        session, replace(request, seed=seed), release, terms, fields, chosen, people=people
    )
    return planner.plan(series, standing, progress, cancel)


def require_sensible(request: ExportRequest) -> None:
    """Refuse a request that cannot be meant.

    Raises:
        UsageError: It cannot.
    """
    if request.k is not None and request.k < LEAST_K:
        raise UsageError(what=f"The smallest group is {LEAST_K}; below that somebody stands out.")
    if request.unreviewed_statements and not request.accept_suggestions:
        raise UsageError(what="--unreviewed-statements goes with --accept-suggestions.")
    try:
        lattice(request.weights)
    except ValueError as error:
        raise UsageError(what=f"These weights cannot be meant: {error}.") from error
    if request.group is RecipientGroup.ANY:
        raise UsageError(what="Name one recipient group.")


def _require_people(chosen: Selection, k: int) -> None:
    if chosen.people >= k:
        return
    if chosen.files:
        raise AnonymityError(k=k)
    if chosen.excluded and chosen.excluded.keys() <= _NO_CONSENT:
        raise ConsentMissingError
    raise NothingToReleaseError(**{r.value: len(codes) for r, codes in chosen.excluded.items()})


class _Planner:
    """Turns selected cases into the contents of a bundle."""

    def __init__(
        self,
        session: VaultSession,
        request: ExportRequest,
        release: Release,
        terms: Terms,
        fields: FieldPolicy,
        chosen: Selection,
        *,
        people: People,
    ) -> None:
        self._session = session
        self._request = request
        self._people = people
        self._release = release
        self._terms = terms
        self._fields = fields
        self._chosen = chosen
        self._quoting: Quoting | None = None
        self._unquoted = False
        self._trials: Trials | None = None
        self._records: Sequence[Record] = ()
        self._keys: dict[CaseId, str] = {}
        self._left_before = session.store.classes.said()
        self._said: dict[CaseId, dict[StatementId, str]] = {}

    def plan(
        self,
        series: Series,
        standing: Leaving,
        progress: ProgressCallback,
        cancel: CancelToken,
    ) -> ExportPlan:
        """Return the plan.

        Args:
            series: Forms the classes.
            standing: Those that leave again.
            progress: Told (done, total) cases.
            cancel: Lets somebody stop it.
        """
        self._records = [series.record(file) for file in self._chosen.files]
        wishes: dict[str, frozenset[str]] = {
            file.case.id: series.wished(file) for file in self._chosen.files
        }
        leaving = standing
        if self._request.policy is not Policy.STATISTICS:
            leaving = series.with_new(standing, self._request.weights, cancel)
            self._trials = Trials(series.former, standing, self._fields.quasi)
        kept = self._chosen.files
        gate = self._gate(kept)
        if not leaving.classes:
            counts = tally(self._records, self._fields, wishes, self._people.k)
            return self._finish(leaving, {}, counts, gate)
        self._keys = {case: each.ledger.key for each in leaving.classes for case in each.rows}
        self._quoting = self._quotes(kept, gate)
        cases = dict(self._build(kept, leaving, progress, cancel))
        self._reopen(self._quoting)
        return self._finish(leaving, cases, (), gate)

    def _gate(self, files: Sequence[CaseFile]) -> LeakGate:
        included = [file.case.id for file in files]
        return self._session.people.gate(self._session.store, included)

    # -- rows ---------------------------------------------------------------------------------

    def _build(
        self,
        kept: Sequence[CaseFile],
        leaving: Leaving,
        progress: ProgressCallback,
        cancel: CancelToken,
    ) -> Iterator[tuple[CaseId, RedactedCase]]:
        total = len(kept)
        classes: dict[CaseId, LeavingClass] = {
            case_id: each for each in leaving.classes for case_id in each.rows
        }
        for done, file in enumerate(kept, start=1):
            cancel.check()
            case_id = file.case.id
            each = classes[case_id]
            yield (
                case_id,
                build(
                    file,
                    self._release,
                    self._fields,
                    each.rows[case_id].values,
                    statements=self._statements(file),
                    given=each.ledger.given,
                    allow_pending=self._request.unreviewed_statements,
                ),
            )
            progress(total + done, 2 * total)

    # -- statements ---------------------------------------------------------------------------

    def _quotes(self, kept: Sequence[CaseFile], gate: LeakGate) -> Quoting:
        persons = [person for file in kept for person in file.persons]
        return Quoting(
            Pseudonyms(self._request.seed or b"", persons),
            Profile(settings.load(self._session).redaction_profile),
            gate,
            rulings.always_of(self._session),
            looked_at=second_look.checker(self._session),
            unreviewed=self._request.unreviewed_statements,
            is_verbatim=self._is_verbatim,
        )

    def _statements(self, file: CaseFile) -> Sequence[tuple[Statement, RedactedText]]:
        if self._quoting is None or not self._terms.may_quote(file.consent):
            return ()
        if self._request.accept_suggestions and not self._request.unreviewed_statements:
            self._unquoted = True
            return ()
        uses = (self._release.purpose, Use.QUOTATION)
        wishes = frozenset[str]().union(*(self._terms.wishes(file.consent, use) for use in uses))
        before = self._left_before.get(file.case.id)
        only = None if before is None else before.keys()
        return self._quoting.redacted(file, wishes, only)

    def _is_verbatim(self, file: CaseFile, statement: Statement, text: RedactedText) -> bool:
        """Tell whether a text is as it left before, if it has; note what leaves for the ledger."""
        case_id = file.case.id
        commitment = commit_to_statement(self._keys[case_id], statement, text)
        before = self._left_before.get(case_id, {}).get(statement.id, frozenset())
        if before - {commitment}:
            return False
        self._said.setdefault(case_id, {})[statement.id] = commitment
        return True

    def _reopen(self, quoting: Quoting) -> None:
        """Offer what a finished review has not seen, people recorded since then for example."""
        for statement_id in quoting.unsure:
            marks = review.open_statement(self._session, statement_id).marks
            pending = sum(mark.decision is Decision.PENDING for mark in marks)
            if pending:
                quoting.pending_statements += 1
                quoting.pending_marks += pending
            else:
                quoting.left_out += 1

    def _quoted(self) -> Mapping[str, OwnPeople]:
        quoted = self._quoting.quoted if self._quoting is not None else {}
        return {self._release.ids.statement(each): own for each, own in quoted.items()}

    # -- the plan -----------------------------------------------------------------------------

    def _finish(
        self,
        leaving: Leaving,
        released: Mapping[CaseId, RedactedCase],
        counts: tuple[FieldCounts, ...],
        gate: LeakGate,
    ) -> ExportPlan:
        cases = tuple(released.values())
        seen = self._seen(leaving, released)
        contents = BundleContents(self._facts(leaving, released, seen), self._fields, cases, counts)
        before = class_sizes(_at_the_finest(self._records, self._fields))
        quoting = self._quoting
        return ExportPlan(
            request=self._request,
            k=self._people.k,
            included=tuple(released) or tuple(file.case.id for file in self._chosen.files),
            excluded={reason: len(codes) for reason, codes in self._chosen.excluded.items()},
            excluded_cases={r: tuple(sorted(c)) for r, c in self._chosen.excluded.items()},
            fields=self._effects(leaving, cases, counts),
            leaving=leaving,
            trials=self._trials,
            trial=self._trial(leaving),
            said=self._said,
            risk_before=len(before) / max(1, sum(before)),
            risk_after=seen.global_risk,
            class_sizes_before=before,
            class_sizes_after=tuple(seen.class_sizes.values()),
            statements=sum(len(case.statements) for case in cases),
            pending_statements=quoting.pending_statements if quoting else 0,
            pending_marks=quoting.pending_marks if quoting else 0,
            waiting_statements=quoting.waiting if quoting else 0,
            tables=preview(contents),
            counts_only=not cases,
            notices=contents.facts.notes,
            contents=contents,
            gate=gate,
            quoted=self._quoted(),
            kept_names=tuple(sorted(quoting.kept_names)) if quoting else (),
            state=self._session.store.state_digest(),
        )

    def _effects(
        self,
        leaving: Leaving,
        cases: Sequence[RedactedCase],
        counts: Sequence[FieldCounts],
    ) -> tuple[FieldEffect, ...]:
        return effects(self._fields, leaving.schemes, cases, counts, self._request.weights)

    def _trial(self, leaving: Leaving) -> Trial | None:
        waiting = len(self._chosen.excluded.get(Reason.UNDER_K, ()))
        trials, weights = self._trials, self._request.weights
        return trials.of_plan(weights, leaving, waiting) if trials and leaving.classes else None

    def _seen(self, leaving: Leaving, released: Mapping[CaseId, RedactedCase]) -> Partition:
        if not released:
            return partition((), (), self._people.k)
        chosen, k = self._chosen, self._people.k
        return require_nobody_betrayed(self._session, leaving, released, chosen, self._fields, k)

    def _facts(
        self,
        leaving: Leaving,
        released: Mapping[CaseId, RedactedCase],
        seen: Partition,
    ) -> Facts:
        figures = figures_of(
            leaving,
            released,
            seen,
            self._chosen,
            self._fields,
            people=self._people,
            quoting=self._quoting,
        )
        return Facts(
            release=self._release,
            figures=replace(
                figures,
                information_loss=loss_in(leaving, self._fields),
                weights=dict(sorted(self._request.weights.items())) if released else {},
            ),
            reviewed=not self._request.accept_suggestions,
            withheld=self._chosen.withheld(),
            counts_only=not released,
            notes=notices_of(
                self._request,
                self._people,
                self._quoting,
                is_unquoted=self._unquoted,
                counts_only=not released,
            ),
            language=self._request.language,
        )


def _at_the_finest(records: Sequence[Record], fields: FieldPolicy) -> list[Row]:
    finest = published_schemes()[0]
    generaliser = Generaliser(fields.quasi)
    return [generaliser.row(record, finest) for record in records]
