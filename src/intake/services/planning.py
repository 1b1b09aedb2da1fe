"""Works out what a bundle would hold, by the code that writes it; writes nothing."""

from __future__ import annotations

import csv
import io
import secrets
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from intake.disclosure.hierarchies import Level, QuasiField
from intake.disclosure.k_anonymity import Row
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
from intake.domain.consent import RecipientGroup
from intake.domain.ids import CaseId
from intake.domain.progress import CancelToken, ProgressCallback, ignore_progress
from intake.domain.statement import Statement
from intake.errors import (
    AnonymityError,
    ConsentMissingError,
    NothingToReleaseError,
    UsageError,
)
from intake.export import bundle
from intake.export.bundle import BundleContents
from intake.export.counting import FieldCounts, count_answers
from intake.export.facts import Facts, Figures
from intake.export.fields import FieldPolicy
from intake.export.snapshot import RedactedCase, answers_of, build
from intake.export.terms import SEED_BYTES, Policy, Release, RowIds
from intake.redaction.apply import RedactedText
from intake.redaction.suggest import Profile
from intake.services import settings
from intake.services.interviews import form
from intake.services.plans import DEFAULT_K, ExportPlan, ExportRequest, FieldEffect
from intake.services.quoting import Quoting, counts_by_kind
from intake.services.selection import Reason, Selection, Terms, select
from intake.services.session import VaultSession

LEAST_K = 3
# Records in which different facts are withheld on the person's wish must not be told apart by
# what is missing: so classes form inside groups of equal wishes.
_WISHES = QuasiField("consent.withheld", Generalisation.NONE)


def plan(
    session: VaultSession,
    request: ExportRequest,
    progress: ProgressCallback = ignore_progress,
    cancel: CancelToken | None = None,
) -> ExportPlan:
    """Work out what would leave; nothing is written.

    Raises:
        RollbackError: The vault was put back and this has not been settled.
        ConsentMissingError: No case has consent for this purpose, group and level.
        AnonymityError: Fewer than k people.
        NothingToReleaseError: Everything stays out for other reasons.
        UsageError: The request cannot be meant.
        CancelledError: Stopped.
    """
    session.store.refuse_rollback()
    _require_sensible(request)
    cancel = cancel or CancelToken()
    request = replace(request, seed=request.seed or secrets.token_bytes(SEED_BYTES))
    release = Release(
        request.policy,
        request.purpose,
        request.group,
        datetime.now(UTC).astimezone().date().isoformat(),
        RowIds(request.seed or b""),
    )
    terms = Terms(release.policy, release.purpose, release.group, release.day)
    chosen = select(session, request.case_ids, terms, progress, cancel)
    _require_people(chosen, request.k)
    return _Planner(session, request, release, chosen).plan(progress, cancel)


def _require_sensible(request: ExportRequest) -> None:
    if request.k < LEAST_K:
        raise UsageError(what=f"The smallest group is {LEAST_K}; below that somebody stands out.")
    if request.unreviewed_statements and not request.accept_suggestions:
        raise UsageError(what="--unreviewed-statements goes with --accept-suggestions.")
    if request.group is RecipientGroup.ANY:
        raise UsageError(what="Name one recipient group.")


def _require_people(chosen: Selection, k: int) -> None:
    if len(chosen.files) >= k:
        return
    if chosen.files:
        raise AnonymityError(k=k)
    if set(chosen.excluded) <= {Reason.NO_CONSENT, Reason.WITHDRAWN, Reason.EXPIRED}:
        raise ConsentMissingError
    raise NothingToReleaseError


class _Planner:
    """Turns selected cases into the contents of a bundle."""

    def __init__(
        self,
        session: VaultSession,
        request: ExportRequest,
        release: Release,
        chosen: Selection,
    ) -> None:
        self._session = session
        self._request = request
        self._release = release
        self._chosen = chosen
        self._fields = FieldPolicy.of(form())
        self._quasi = (*self._fields.quasi, _WISHES)
        profile = Profile(settings.load(session).redaction_profile)
        self._quoting = Quoting(
            request.seed or b"", profile, unreviewed=request.unreviewed_statements
        )
        self._unquoted = 0

    def plan(self, progress: ProgressCallback, cancel: CancelToken) -> ExportPlan:
        """Return the plan."""
        records = [self._record(file) for file in self._chosen.files]
        if self._request.policy is Policy.STATISTICS:
            return self._finish([], None, self._counts(records), records)
        choice = choose(records, self._quasi, k=self._request.k, schemes=_schemes())
        if choice.scheme is None:
            return self._finish([], choice, self._counts(records), records)
        cases = list(self._build(choice, progress, cancel))
        return self._finish(cases, choice, (), records)

    # -- rows ---------------------------------------------------------------------------------

    def _record(self, file: CaseFile) -> Record:
        answers = dict(answers_of(file, self._fields))
        wishes = sorted(self._withheld(file))
        answers[_WISHES.name] = Answer(";".join(wishes) or "none")
        return Record(file.case.id, file.case.id, answers)

    def _withheld(self, file: CaseFile) -> set[str]:
        granted = file.consent.uses.get(self._release.purpose) if file.consent else None
        wished = granted.withhold if granted is not None else frozenset()
        rules = self._fields.by_key.values()
        return {rule.key for rule in rules if {rule.key, rule.name} & wished}

    def _build(
        self, choice: Choice, progress: ProgressCallback, cancel: CancelToken
    ) -> Iterator[RedactedCase]:
        rows = {row.handle: row.values for row in choice.rows}
        total = len(self._chosen.files)
        for done, file in enumerate(self._chosen.files, start=1):
            cancel.check()
            values = rows.get(file.case.id)
            if values is None:
                self._chosen.leave_out(Reason.UNDER_K, file.case.code)
            else:
                own = {key: value for key, value in values.items() if key != _WISHES.name}
                texts = self._statements(file)
                yield build(
                    file,
                    self._release,
                    self._fields,
                    own,
                    statements=texts,
                    allow_pending=self._request.unreviewed_statements,
                )
            progress(total + done, 2 * total)

    def _statements(self, file: CaseFile) -> Sequence[tuple[Statement, RedactedText]]:
        terms = Terms(
            self._release.policy, self._release.purpose, self._release.group, self._release.day
        )
        if not terms.may_quote(file.consent):
            return ()
        if self._request.accept_suggestions and not self._request.unreviewed_statements:
            self._unquoted += 1
            return ()
        return self._quoting.redacted(file)

    # -- counts -------------------------------------------------------------------------------

    def _counts(self, records: Sequence[Record]) -> tuple[FieldCounts, ...]:
        finest = published_schemes()[0]
        rows = {r.handle: generalised(r, self._fields.quasi, finest) for r in records}
        withheld = {file.case.id: self._withheld(file) for file in self._chosen.files}
        counts = []
        for key, rule in self._fields.by_key.items():
            if rule.is_protected:
                continue
            people = {
                record.unit: values
                for record in records
                if key not in withheld[CaseId(record.handle)]
                and (values := _values(record, rows[record.handle], key, rule.is_quasi))
            }
            if people:
                counts.append(count_answers(key, people))
        return tuple(counts)

    # -- the plan -----------------------------------------------------------------------------

    def _finish(
        self,
        cases: list[RedactedCase],
        choice: Choice | None,
        counts: tuple[FieldCounts, ...],
        records: Sequence[Record],
    ) -> ExportPlan:
        contents = BundleContents(
            self._facts(choice, counts_only=not cases), self._fields, tuple(cases), counts
        )
        before = _class_sizes([generalised(r, self._quasi, _schemes()[0]) for r in records])
        after = () if choice is None else tuple(choice.partition.class_sizes.values())
        by_row = {self._release.ids.interview(f.case.id): f.case.id for f in self._chosen.files}
        kept = tuple(by_row[case.row_id] for case in cases)
        return ExportPlan(
            request=self._request,
            included=kept or tuple(file.case.id for file in self._chosen.files),
            excluded={reason: len(codes) for reason, codes in self._chosen.excluded.items()},
            excluded_cases={r: tuple(sorted(c)) for r, c in self._chosen.excluded.items()},
            fields=self._effects(choice),
            scheme=choice.scheme.name if choice is not None and choice.scheme else "",
            risk_before=len(before) / max(1, len(records)),
            risk_after=0.0 if choice is None else choice.partition.global_risk,
            class_sizes_before=before,
            class_sizes_after=after,
            statements=sum(len(case.statements) for case in cases),
            pending_statements=self._quoting.pending_statements,
            pending_marks=self._quoting.pending_marks,
            tables=_preview(contents),
            counts_only=not cases,
            notices=self._notices(choice, counts_only=not cases),
            contents=contents,
            state=self._session.store.state_digest(),
        )

    def _facts(self, choice: Choice | None, *, counts_only: bool) -> Facts:
        scheme = choice.scheme if choice is not None else None
        loss = next(
            (
                o.loss
                for o in (choice.outcomes if choice else ())
                if scheme and o.scheme == scheme.name
            ),
            0.0,
        )
        under_k = len(self._chosen.excluded.get(Reason.UNDER_K, ()))
        figures = Figures(
            k=self._request.k,
            global_risk=choice.partition.global_risk if choice is not None else 0.0,
            information_loss=loss,
            scheme=scheme.name if scheme is not None else "",
            suppressed_rows=under_k,
            redactions=counts_by_kind(self._quoting.masked),
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
            withheld={reason.value: len(c) for reason, c in self._chosen.excluded.items()},
            counts_only=counts_only,
            notes=self._notices(choice, counts_only=counts_only),
        )

    def _effects(self, choice: Choice | None) -> tuple[FieldEffect, ...]:
        scheme = choice.scheme if choice is not None else None
        return tuple(self._effect(rule.key, scheme) for rule in self._fields.rules)

    def _effect(self, key: str, scheme: Scheme | None) -> FieldEffect:
        rule = self._fields.by_key[key]
        if rule.is_protected:
            return FieldEffect(key, "withheld")
        if not rule.is_quasi:
            return FieldEffect(key, "kept")
        level = Level.WITHHELD if scheme is None else scheme.level(rule.as_quasi_field())
        if level is Level.WITHHELD:
            return FieldEffect(key, "withheld")
        return FieldEffect(key, "kept" if level is Level.AS_IS else "generalised", level.value)

    def _notices(self, choice: Choice | None, *, counts_only: bool) -> tuple[str, ...]:
        notices = []
        if self._request.unreviewed_statements:
            notices.append(
                "No person has reviewed the statements in this bundle: every mark is a machine's."
            )
        if self._unquoted:
            notices.append("Statements stayed out because no person reviewed their marks.")
        if self._request.k < DEFAULT_K:
            notices.append("Groups of fewer than 5 people were allowed on purpose.")
        if counts_only and choice is not None:
            notices.append("Too few people are alike for rows: only counts leave.")
        return tuple(notices)


def _schemes() -> tuple[Scheme, ...]:
    """Return the published schemes, each with the groups of equal wishes."""
    return tuple(
        Scheme(scheme.name, {**scheme.levels, _WISHES.name: Level.AS_IS})
        for scheme in published_schemes()
    )


def _values(record: Record, row: Row, key: str, is_quasi: bool) -> tuple[str, ...]:  # noqa: FBT001 (of the field at hand)
    if is_quasi:
        value = row.values.get(key, "")
        return () if value.startswith("missing:") or not value else tuple(value.split(";"))
    answer = record.answers.get(key)
    return () if answer is None else answer.texts


def _class_sizes(rows: Sequence[Row]) -> tuple[int, ...]:
    return tuple(Counter(tuple(sorted(row.values.items())) for row in rows).values())


def _preview(contents: BundleContents) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Return the tables out of the very bytes that would be written."""
    files, _ = bundle.make_files(contents, CancelToken())
    return {
        file.name: tuple(
            tuple(row) for row in csv.reader(io.StringIO(file.content.decode("utf-8-sig")))
        )
        for file in files
        if file.name.endswith(".csv")
    }
