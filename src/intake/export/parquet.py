"""Writes columns of texts and numbers as one Parquet file; needs the packages for analysis."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from contextlib import suppress
from types import TracebackType
from typing import BinaryIO, Self

from intake.export.analysis_packages import required

_COMPRESSION = "zstd"


def require_parquet() -> None:
    """Refuse where the package that writes Parquet is not installed.

    Raises:
        NoAnalysisError: It is not.
    """
    required("pyarrow")


class ParquetFile:
    """One file; every cell may be ``None``.

    Args:
        target: Where it is written; stays open.
        names: Names of the columns.
        numbers: Those of them that hold numbers: whole ones come as texts or as numbers.
    """

    def __init__(self, target: BinaryIO, names: Sequence[str], numbers: Collection[str]) -> None:
        self._arrow = required("pyarrow")
        arrow = self._arrow
        number = {"global_risk": arrow.float64(), "information_loss": arrow.float64()}
        self._schema = arrow.schema(
            [
                (name, number.get(name, arrow.int64()) if name in numbers else arrow.string())
                for name in names
            ]
        )
        self._writer = required("pyarrow.parquet").ParquetWriter(
            target, self._schema, compression=_COMPRESSION
        )

    def write(self, columns: Sequence[Sequence[object]]) -> None:
        """Write columns of equal length, in the order of the names."""
        arrow = self._arrow
        arrays = [
            arrow.array(_numbers(cells) if arrow.types.is_integer(each.type) else cells, each.type)
            for cells, each in zip(columns, self._schema, strict=True)
        ]
        self._writer.write_batch(arrow.record_batch(arrays, schema=self._schema))

    def close(self) -> None:
        """Write the end of the file."""
        self._writer.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, _value: object, _trace: TracebackType | None
    ) -> None:
        if kind is None:
            self.close()
            return
        # Left open it would try once more when nobody looks.
        with suppress(OSError, ValueError):
            self.close()


def _numbers(cells: Sequence[object]) -> list[int | None]:
    return [None if cell is None else int(str(cell)) for cell in cells]
