"""Works out what a bundle would hold, by the code that writes it; writes no bundle."""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from intake.disclosure.hierarchies import Level, QuasiField
from intake.disclosure.k_anonymity import DEFAULT_K, LEAST_K
from intake.disclosure.schemes import (
    Choice,
    Record,
    Scheme,
    choose,
    generalised,
    published_schemes,
)
from intake.domain.answers import Answer
from intake.domain.case import CaseFile
from intake.domain.classes import Generalisation
from intake.domain.consent import RecipientGroup, Use
from intake.domain.ids import CaseId
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
from intake.export.facts import Facts, Figures
from intake.export.fields import FieldPolicy
from intake.export.snapshot import RedactedCase, answers_of, build
from intake.export.terms import SEED_BYTES, Policy, Release, RowIds
from intake.redaction.apply import RedactedText
from intake.redaction.leaks import LeakGate, OwnPeople
from intake.redaction.pseudonyms import Pseudonyms
from intake.redaction.suggest import Profile
from intake.services import review, rulings, second_look, settings
from intake.services.diversity import least_diversity
from intake.services.effects import class_sizes, effects, preview
from intake.services.interviews import form
from intake.services.plans import (
    ExportPlan,
    ExportRequest,
    Notice,
)
from intake.services.quoting import Quoting, counts_by_kind
from intake.services.selection import Reason, Selection, Terms, field_names, select
from intake.services.session import VaultSession
from intake.services.tallies import tally

# Records in which different facts are withheld on the person's wish must not be told apart by
# what is missing: so classes form inside groups of equal wishes.
_WISHES = QuasiField("consent.withheld", Generalisation.NONE)
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
        AnonymityError: Fewer than k people.
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
    chosen = select(session, request.case_ids, terms, progress, cancel)
    usual = settings.load(session).k
    people = _People(usual if request.k is None else request.k, usual)
    _require_people(chosen, people.k)
    planner = _Planner(
        session, replace(request, seed=seed), release, terms, fields, chosen, people=people
    )
    return planner.plan(progress, cancel)


def today() -> str:
    """Return the day that consent is held against, ISO."""
    return datetime.now(UTC).astimezone().date().isoformat()


def require_sensible(request: ExportRequest) -> None:
    """Refuse a request that cannot be meant.

    Raises:
        UsageError: It cannot.
    """
    if request.k is not None and request.k < LEAST_K:
        raise UsageError(what=f"The smallest group is {LEAST_K}; below that somebody stands out.")
    if request.unreviewed_statements and not request.accept_suggestions:
        raise UsageError(what="--unreviewed-statements goes with --accept-suggestions.")
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


@dataclass(frozen=True, slots=True)
class _People:
    """How many people have to be alike.

    Attributes:
        k: What is asked for here.
        usual: What the vault is set to.
    """

    k: int
    usual: int


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
        people: _People,
    ) -> None:
        self._session = session
        self._request = request
        self._people = people
        self._release = release
        self._terms = terms
        self._fields = fields
        self._chosen = chosen
        self._quasi = (*fields.quasi, _WISHES)
        self._wishes: dict[str, frozenset[str]] = {
            file.case.id: self._withheld(file) for file in chosen.files
        }
        self._quoting: Quoting | None = None
        self._unquoted = False

    def plan(self, progress: ProgressCallback, cancel: CancelToken) -> ExportPlan:
        """Return the plan."""
        records = [self._record(file) for file in self._chosen.files]
        choice = None
        if self._request.policy is not Policy.STATISTICS:
            choice = choose(records, self._quasi, k=self._people.k, schemes=_schemes())
        if choice is None or choice.scheme is None:
            return self._finish((), choice, records, self._gate(self._chosen.files))
        rows = {row.handle: row.values for row in choice.rows}
        kept = [file for file in self._chosen.files if file.case.id in rows]
        for file in self._chosen.files:
            if file.case.id not in rows:
                self._chosen.leave_out(Reason.UNDER_K, file.case.code)
        gate = self._gate(kept)
        self._quoting = self._quotes(kept, gate)
        cases = tuple(self._build(kept, rows, progress, cancel))
        self._reopen(self._quoting)
        return self._finish(cases, choice, records, gate)

    def _gate(self, files: Sequence[CaseFile]) -> LeakGate:
        included = [file.case.id for file in files]
        return self._session.people.gate(self._session.store, included)

    # -- rows ---------------------------------------------------------------------------------

    def _record(self, file: CaseFile) -> Record:
        answers = dict(answers_of(file, self._fields))
        answers[_WISHES.name] = Answer(";".join(sorted(self._wishes[file.case.id])) or "none")
        return Record(file.case.id, self._chosen.units[file.case.id], answers)

    def _withheld(self, file: CaseFile) -> frozenset[str]:
        """Return the keys of the fields that a person wants to stay out of this bundle."""
        wished = self._terms.wishes(file.consent, self._release.purpose)
        rules = self._fields.by_key.values()
        return frozenset(rule.key for rule in rules if {rule.key, rule.name} & wished)

    def _build(
        self,
        kept: Sequence[CaseFile],
        rows: Mapping[str, Mapping[str, str]],
        progress: ProgressCallback,
        cancel: CancelToken,
    ) -> Iterator[RedactedCase]:
        total = len(kept)
        for done, file in enumerate(kept, start=1):
            cancel.check()
            values = rows[file.case.id]
            yield build(
                file,
                self._release,
                self._fields,
                {key: value for key, value in values.items() if key != _WISHES.name},
                statements=self._statements(file),
                allow_pending=self._request.unreviewed_statements,
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
        )

    def _statements(self, file: CaseFile) -> Sequence[tuple[Statement, RedactedText]]:
        if self._quoting is None or not self._terms.may_quote(file.consent):
            return ()
        if self._request.accept_suggestions and not self._request.unreviewed_statements:
            self._unquoted = True
            return ()
        uses = (self._release.purpose, Use.QUOTATION)
        wishes = frozenset[str]().union(*(self._terms.wishes(file.consent, use) for use in uses))
        return self._quoting.redacted(file, wishes)

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
        cases: tuple[RedactedCase, ...],
        choice: Choice | None,
        records: Sequence[Record],
        gate: LeakGate,
    ) -> ExportPlan:
        counts = () if cases else tally(records, self._fields, self._wishes, self._people.k)
        by_row = {self._release.ids.interview(f.case.id): f.case.id for f in self._chosen.files}
        released = {by_row[case.row_id]: case for case in cases}
        facts = self._facts(choice, released)
        contents = BundleContents(facts, self._fields, cases, counts)
        before = class_sizes([generalised(r, self._quasi, _schemes()[0]) for r in records])
        scheme = choice.scheme if choice is not None else None
        quoting = self._quoting
        return ExportPlan(
            request=self._request,
            k=self._people.k,
            included=tuple(released) or tuple(file.case.id for file in self._chosen.files),
            excluded={reason: len(codes) for reason, codes in self._chosen.excluded.items()},
            excluded_cases={r: tuple(sorted(c)) for r, c in self._chosen.excluded.items()},
            fields=effects(self._fields, scheme, cases, counts),
            scheme=scheme.name if scheme is not None else "",
            risk_before=len(before) / max(1, len(records)),
            risk_after=0.0 if choice is None else choice.partition.global_risk,
            class_sizes_before=before,
            class_sizes_after=tuple(choice.partition.class_sizes.values()) if choice else (),
            statements=sum(len(case.statements) for case in cases),
            pending_statements=quoting.pending_statements if quoting else 0,
            pending_marks=quoting.pending_marks if quoting else 0,
            waiting_statements=quoting.waiting if quoting else 0,
            tables=preview(contents),
            counts_only=not cases,
            notices=facts.notes,
            contents=contents,
            gate=gate,
            quoted=self._quoted(),
            kept_names=tuple(sorted(quoting.kept_names)) if quoting else (),
            state=self._session.store.state_digest(),
        )

    def _facts(self, choice: Choice | None, released: Mapping[CaseId, RedactedCase]) -> Facts:
        scheme = choice.scheme if choice is not None else None
        losses = {each.scheme: each.loss for each in choice.outcomes} if choice else {}
        figures = Figures(
            k=self._people.k,
            diversity=None
            if choice is None
            else least_diversity(choice.rows, self._quasi, released, self._fields),
            global_risk=choice.partition.global_risk if choice is not None else 0.0,
            information_loss=losses.get(scheme.name, 0.0) if scheme is not None else 0.0,
            scheme=scheme.name if scheme is not None else "",
            suppressed_rows=len(self._chosen.excluded.get(Reason.UNDER_K, ())),
            redactions=counts_by_kind(self._quoting.masked) if self._quoting else {},
            levels={
                rule.key: scheme.level(rule.as_quasi_field()).value
                for rule in self._fields.rules
                if scheme is not None and rule.is_quasi
            },
        )
        return Facts(
            release=self._release,
            figures=figures,
            reviewed=not self._request.accept_suggestions,
            withheld=self._chosen.withheld(),
            counts_only=not released,
            notes=self._notices(choice, counts_only=not released),
        )

    def _notices(self, choice: Choice | None, *, counts_only: bool) -> tuple[str, ...]:
        quoting = self._quoting
        told = {
            Notice.NOT_REVIEWED: (
                self._request.unreviewed_statements and self._request.policy is Policy.ANALYSIS
            ),
            Notice.STAYED_OUT: self._unquoted,
            Notice.KEPT_HERE: quoting is not None and quoting.kept_here > 0,
            Notice.WOULD_HAVE_NAMED: quoting is not None and quoting.left_out > 0,
            Notice.SMALL_GROUPS: self._people.k < DEFAULT_K,
            Notice.BELOW_SETTING: self._people.k < self._people.usual,
            Notice.ONLY_COUNTS: counts_only and choice is not None,
        }
        return tuple(notice.value for notice, is_so in told.items() if is_so)


def _schemes() -> tuple[Scheme, ...]:
    """Return the published schemes, each with the groups of equal wishes."""
    return tuple(
        Scheme(scheme.name, {**scheme.levels, _WISHES.name: Level.AS_IS})
        for scheme in published_schemes()
    )
