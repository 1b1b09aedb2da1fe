"""Export of many cases with their statements: time, memory, progress, and what a cancel leaves.

usage: python -m benchmarks.export [--cases N]

The limit beside it is the interpreter writing the same bytes of text into a deterministic zip
archive. Every statement is redacted, because none has been reviewed. Each run is a process.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import time
import zipfile
from pathlib import Path
from typing import Any

from benchmarks import made
from intake.domain.consent import RecipientGroup, Use
from intake.domain.progress import CancelToken
from intake.errors import CancelledError
from intake.services import exports, vaults
from intake.services.exports import ExportPlan, ExportRequest, Policy
from intake.services.session import VaultSession

STEPS = ("write", "cancel", "bare")


def main() -> None:
    """Run the steps, each in a process of its own, or one of them as a child."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--cases", type=int, default=1_000)
    parser.add_argument("--step", choices=STEPS)
    options = parser.parse_args()
    if options.step:
        print(json.dumps(globals()[options.step](options.cases)))
        return
    made.releasable(options.cases)
    found = {step: run(step, options.cases) for step in STEPS}
    for step, facts in found.items():
        told = ", ".join(f"{name} {value}" for name, value in facts.items())
        print(f"{step:7} {told}")


def run(step: str, cases: int) -> dict[str, Any]:
    """Run one step in a process of its own and return what it measured."""
    command = [sys.executable, "-m", "benchmarks.export", "--step", step, "--cases", str(cases)]
    facts: dict[str, Any] = json.loads(
        subprocess.run(command, check=True, capture_output=True).stdout
    )
    return facts


def write(cases: int) -> dict[str, Any]:
    """Export everything and tell time, peak memory and progress."""
    session, folder = opened(cases, "export-write")
    told: list[int] = []
    start = time.perf_counter()
    plan = exports.plan(session, request(), lambda done, _: told.append(done))
    planned = time.perf_counter()
    receipt = exports.write(session, plan, folder / "out.zip", lambda done, _: told.append(done))
    end = time.perf_counter()
    session.close()
    return {
        "cases": len(plan.included),
        "plan s": round(planned - start, 1),
        "write s": round(end - planned, 1),
        "peak MiB": peak(),
        "progress steps": len(told),
        "kB": receipt.path.stat().st_size // 1000,
    }


def cancel(cases: int) -> dict[str, Any]:
    """Cancel at a tenth, half and nine tenths of the writing, and tell what is left."""
    session, folder = opened(cases, "export-cancel")
    plan = exports.plan(session, request())
    before = {p.name for p in folder.iterdir()}
    waits = [cancelled_at(share, session, plan, folder / "out.zip") for share in (0.1, 0.5, 0.9)]
    left = {p.name for p in folder.iterdir()} - before
    session.close()
    return {
        "cancelled": len(waits),
        "files left": len(left),
        "longest wait s": round(max(waits), 2),
    }


def cancelled_at(share: float, session: VaultSession, plan: ExportPlan, out: Path) -> float:
    """Cancel the writing when a share of it is done; return how long that took, in seconds."""
    token = CancelToken()
    asked: list[float] = []

    def stop(done: int, total: int) -> None:
        if done >= total * share and not asked:
            asked.append(time.perf_counter())
            token.cancel()

    try:
        exports.write(session, plan, out, stop, token)
    except CancelledError:
        return time.perf_counter() - asked[0]
    raise SystemExit("the export went on")


def bare(cases: int) -> dict[str, Any]:
    """Write the bytes of the same texts into an archive and tell the time."""
    session, folder = opened(cases, "export-bare")
    summaries = session.store.cases.summaries()
    start = time.perf_counter()
    with zipfile.ZipFile(folder / "out.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for summary in summaries:
            file = session.store.cases.file(summary.id)
            text = "\n".join(each.text for each in file.statements)
            archive.writestr(f"{summary.code}.txt", text)
    end = time.perf_counter()
    session.close()
    return {"s": round(end - start, 1), "peak MiB": peak()}


def request() -> ExportRequest:
    """Return what is asked of the export."""
    return ExportRequest(
        policy=Policy.ANALYSIS,
        purpose=Use.ANALYSIS,
        group=RecipientGroup.PARTNER,
        unencrypted=True,
        accept_suggestions=True,
        unreviewed_statements=True,
    )


def opened(cases: int, name: str) -> tuple[VaultSession, Path]:
    """Open a copy of the vault; return it with an empty folder beside it."""
    vault = made.copy(made.releasable(cases), name)
    with made.secret() as passphrase:
        session = vaults.unlock(vault, passphrase)
    folder = vault.with_name(f"{name}-out")
    folder.mkdir(exist_ok=True)
    for file in folder.iterdir():
        file.unlink()
    return session, folder


def peak() -> int:
    """Return the highest memory use of this process in MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


if __name__ == "__main__":
    main()
