"""The peers of the census-like table; runs in the environment of ``peers.txt``.

usage: python -m benchmarks.disclosure.adult_peers judge|anjana0|anjana5|shown5 FOLDER K

``shown5`` gives anjana the hierarchy of the age as its documentation shows it, with an entry for
each row of the table; the others have one for each different answer.
"""

from __future__ import annotations

import importlib
import json
import sys
import time
from pathlib import Path
from typing import Any

QUASI = ["age", "education", "marital", "occupation", "country", "sex"]
SENSITIVE = ["workclass", "income"]


def judge(folder: Path) -> dict[str, Any]:
    """Return k, l and t of our rows as pycanon works them out."""
    rows = _read(folder / "ours.csv")
    canon = importlib.import_module("pycanon.anonymity")
    return {
        "k": int(canon.k_anonymity(rows, QUASI)),
        "l": int(canon.l_diversity(rows, QUASI, SENSITIVE)),
        "t": round(float(canon.t_closeness(rows, QUASI, SENSITIVE)), 6),
    }


def anjana(folder: Path, what: str, k: int) -> dict[str, Any]:
    """Let anjana work on the table and write its rows.

    Args:
        folder: With ``table.csv`` and ``hierarchies.json``.
        what: ``anjana`` or ``shown``, and per cent of the rows that may stay out.
        k: Least number of rows alike.
    """
    table = _read(folder / "table.csv")
    steps = json.loads((folder / "hierarchies.json").read_text("utf-8"))
    numpy = importlib.import_module("numpy")
    hierarchies = {
        name: {number: numpy.array(level) for number, level in enumerate(levels)}
        for name, levels in steps.items()
    }
    suppressed = int(what[6:]) if what.startswith("anjana") else int(what[5:])
    if what.startswith("shown"):
        ages = steps["age"][0]
        places = [ages.index(age) for age in table["age"]]
        hierarchies["age"] = {
            number: numpy.array(level)[places] for number, level in enumerate(steps["age"])
        }
    module = importlib.import_module("anjana.anonymity")
    began = time.process_time()
    found = module.k_anonymity(table, [], QUASI, k, suppressed, hierarchies)
    took = time.process_time() - began
    found[[*QUASI, *SENSITIVE]].to_csv(folder / f"{what}.csv", index=False)
    return {"seconds": took}


def _read(path: Path) -> Any:  # noqa: ANN401 (a data frame; its library has no part here)
    return importlib.import_module("pandas").read_csv(path, dtype=str)


def main() -> None:
    """Run one of them and print what it measured as one line of JSON."""
    what, folder, k = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])
    if what == "judge":
        print(json.dumps(judge(folder)))
    else:
        print(json.dumps(anjana(folder, what, k)))


if __name__ == "__main__":
    main()
