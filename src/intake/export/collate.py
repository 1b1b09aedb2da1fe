"""Unites bundles into one data set for analysis: Parquet files by table and bundle, and their risk.

Every bundle is verified before anything is written, and read again while it is written; memory does
not grow with the number of rows. What comes out is not encrypted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from intake.domain.progress import CancelToken, ProgressCallback, ignore_progress
from intake.errors import BundleDamagedError, NotAcceptedError
from intake.export import canonical
from intake.export.canonical import Json
from intake.export.joint_risk import JointClasses, JointRisk, RowsOfBundle
from intake.export.new_file import finish
from intake.export.new_folder import Write, filled, require_new
from intake.export.parquet import ParquetFile, require_parquet
from intake.export.reading import TableShape, read_tables, shapes_of
from intake.export.union import Union, united
from intake.export.verify import BundleReport, Opening, verify

COLLATION = "collation.json"
BUNDLES, LABELS = "bundles", "labels"

_BATCH = 2_000  # rows
_OF_BUNDLE = ("bundle_month", "bundle_signer")
_ABOUT = (
    *("bundle", "month", "policy", "purpose", "recipient_group", "signer", "signer_words"),
    *("k", "l", "global_risk", "information_loss", "reviewed", "rows"),
)
_NUMBERS = ("k", "l", "global_risk", "information_loss", "rows")


@dataclass(frozen=True, slots=True)
class Known:
    """A bundle that was verified, and what is needed to read it again."""

    path: Path
    report: BundleReport
    shapes: tuple[TableShape, ...]


@dataclass(frozen=True, slots=True)
class Collation:
    """What was united.

    Attributes:
        bundles: Numbers of the bundles, in order.
        repeated: Files that held a bundle which was there already.
        tables: Rows of each table.
    """

    bundles: tuple[str, ...]
    repeated: tuple[Path, ...]
    tables: dict[str, int]
    risk: JointRisk


def collate(
    folder: Path,
    paths: Sequence[Path],
    opening: Opening,
    progress: ProgressCallback = ignore_progress,
    cancel: CancelToken | None = None,
    *,
    began: Callable[[Path], None] = lambda _path: None,
) -> Collation:
    """Unite bundles in a folder that is new or empty.

    Args:
        folder: Where the data set goes.
        paths: The bundles, in any order.
        opening: What opens all of them.
        progress: Told (done, total) over both readings of every bundle.
        cancel: Lets somebody stop it.
        began: Told each file that is looked at, so that an error can be told of it.

    Raises:
        DestinationExistsError: The folder holds something, or is no folder.
        NoAnalysisError: The packages for analysis are not installed.
        NotAcceptedError: Two different bundles have the same number.
        BundleDamagedError: As ``verify``, and so are the others; nothing is left then.
    """
    require_new(folder)
    require_parquet()
    work = _Collating(opening, progress, cancel or CancelToken(), began)
    work.look_at(paths)
    with filled(folder) as write:
        return work.write(write)


class _Collating:
    """The two readings of all bundles."""

    def __init__(
        self,
        opening: Opening,
        progress: ProgressCallback,
        cancel: CancelToken,
        began: Callable[[Path], None],
    ) -> None:
        self._opening = opening
        self._progress, self._cancel, self._began = progress, cancel, began
        self._union = Union()
        self._known: dict[str, Known] = {}
        self._repeated: list[Path] = []
        self._rows: dict[str, int] = {}
        self._joint = JointClasses()
        self._done = self._total = 0

    def look_at(self, paths: Sequence[Path]) -> None:
        """Verify every bundle and learn its columns."""
        self._total = 2 * len(paths)
        for path in paths:
            self._begin(path)
            found = verify(path, self._opening.identities, self._opening.trust, self._cancel)
            self._take(path, found)
            self._advance()

    def write(self, write: Write) -> Collation:
        """Write the data set."""
        ordered = [self._known[number] for number in sorted(self._known)]
        for known in ordered:  # in this order, so that the names of columns hang on nothing else
            self._union.add(known.shapes)
        about = [self._write_bundle(known, write) for known in ordered]
        _write_small(write, BUNDLES, _ABOUT, about)
        labels = [
            (table, column.name, value, label)
            for table, columns in self._union.tables.items()
            for column in columns
            for value, label in sorted(column.labels.items())
        ]
        _write_small(write, LABELS, ("table", "column", "value", "label"), labels)
        found = Collation(
            tuple(sorted(self._known)), tuple(self._repeated), self._rows, self._joint.risk()
        )
        with write(COLLATION) as target:
            target.write(canonical.encode(_document(found, self._union)))
            finish(target)
        return found

    def _begin(self, path: Path) -> None:
        self._cancel.check()
        self._began(path)

    def _advance(self) -> None:
        self._done += 1
        self._progress(self._done, self._total)

    def _take(self, path: Path, report: BundleReport) -> None:
        number = report.manifest.bundle_id
        before = self._known.get(number)
        if before is not None:
            if before.report.manifest != report.manifest:
                raise NotAcceptedError(what=f"Two different bundles have the number {number}.")
            self._repeated.append(path)
            return
        shapes = shapes_of(report.package)
        for shape in shapes:
            if shape.name in {BUNDLES, LABELS} or len(set(shape.header)) < len(shape.header):
                raise BundleDamagedError(part=shape.path)
        # The package itself is large and the same in most bundles: only its tables are kept.
        kept = replace(report, package={}, pages={})
        self._known[number] = Known(path, kept, self._union.kept(shapes))

    def _write_bundle(self, known: Known, write: Write) -> tuple[object, ...]:
        self._begin(known.path)
        people = RowsOfBundle()
        tables = read_tables(
            known.path,
            known.report.manifest,
            known.shapes,
            self._opening.identities,
            self._cancel,
        )
        for shape, rows in tables:
            self._write_table(known, shape, rows, people, write)
        self._joint.add(people.classes(), known.report.manifest.k)
        self._advance()
        return _about(known.report, people.count)

    def _write_table(
        self,
        known: Known,
        shape: TableShape,
        rows: Iterator[Sequence[str]],
        people: RowsOfBundle,
        write: Write,
    ) -> None:
        columns, places = self._union.tables[shape.name], self._union.places(shape)
        made = known.report.manifest
        given = (made.month, "-".join(known.report.words))
        names = [*(column.name for column in columns), *_OF_BUNDLE]
        numbers = {column.name for column in columns if column.is_number}
        path = f"{shape.name}/bundle={made.bundle_id}/part-0.parquet"
        with write(path) as target, ParquetFile(target, names, numbers) as file:
            count = 0
            while batch := list(islice(rows, _BATCH)):
                if shape.has_people and not people.add(shape, batch, count):
                    raise BundleDamagedError(part=shape.path)
                cells = united(batch, places, len(columns))
                with _damage(shape.path):
                    file.write([*cells, *([value] * len(batch) for value in given)])
                count += len(batch)
            if shape.has_people and count != people.count:
                raise BundleDamagedError(part=shape.path)
            file.close()
            finish(target)
        self._rows[shape.name] = self._rows.get(shape.name, 0) + count


@contextmanager
def _damage(part: str) -> Iterator[None]:
    """Tell of what is no number, or no text, as of damage."""
    try:
        yield
    except (ValueError, OverflowError):
        raise BundleDamagedError(part=part) from None


def _about(report: BundleReport, rows: int) -> tuple[object, ...]:
    found, privacy = report.manifest, report.privacy
    return (
        found.bundle_id,
        found.month,
        found.policy,
        found.purpose,
        found.group,
        report.signer or "",
        "-".join(report.words),
        found.k,
        privacy["l"],
        float(privacy["global_risk"]),
        float(privacy["information_loss"]),
        "yes" if found.reviewed else "no",
        rows,
    )


def _write_small(
    write: Write, name: str, columns: Sequence[str], rows: Sequence[Sequence[object]]
) -> None:
    numbers = {each for each in _NUMBERS if each in columns}
    with write(f"{name}/part-0.parquet") as target, ParquetFile(target, columns, numbers) as file:
        file.write([list(column) for column in zip(*rows, strict=True)] or [[] for _ in columns])
        file.close()
        finish(target)


def _document(found: Collation, union: Union) -> dict[str, Json]:
    tables: dict[str, Json] = {
        name: {
            "rows": found.tables.get(name, 0),
            "columns": [
                {
                    "name": column.name,
                    "field": column.key,
                    "is_reason": column.is_reason,
                    "title": column.title,
                    "disclosure": _listed(sorted(column.disclosure)),
                    "bundles": column.bundles,
                }
                for column in columns
            ],
        }
        for name, columns in union.tables.items()
    }
    return {
        "format": "intake-collation/1",
        "bundles": _listed(found.bundles),
        "tables": tables,
        "risk": risk_document(found.risk),
    }


def _listed(texts: Sequence[str]) -> list[Json]:
    return [*texts]


def risk_document(risk: JointRisk) -> dict[str, Json]:
    """Return the figures as they are written and told."""
    return {
        "rows": risk.rows,
        "classes": risk.classes,
        "smallest_class": risk.smallest,
        "k": risk.k,
        "rows_under_k": risk.rows_under_k,
        "classes_under_k_in_each_bundle": risk.classes_under_k_apart,
        "mean_risk": round(risk.mean, 4),
    }
