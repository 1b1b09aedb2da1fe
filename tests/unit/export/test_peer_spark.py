"""Spark reads the data set that DuckDB reads, from the same files, and finds the same."""

from __future__ import annotations

import json
import os
import pwd
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from intake.domain.answers import Answer
from tests.unit.export.uniting import ask, bundle, counted, other_form, unite

pytestmark = pytest.mark.peer  # pip has to fetch it, and Java 17 has to be there

REPOSITORY = Path(__file__).parents[3]
LOCK = REPOSITORY / "tests" / "interop" / "spark.txt"
INSTALLED = REPOSITORY / "build" / "spark"
SCRIPT = """
import json, sys
from pyspark.sql import SparkSession, functions as f
spark = (SparkSession.builder.master("local[1]").config("spark.ui.enabled", "false")
         .config("spark.driver.host", "127.0.0.1").config("spark.driver.bindAddress", "127.0.0.1")
         .getOrCreate())
spark.sparkContext.setLogLevel("OFF")
people = spark.read.parquet(sys.argv[1] + "/interviews")
events = spark.read.parquet(sys.argv[1] + "/events").withColumnRenamed("interview_id", "id")
both = people.join(events, ["bundle", "id"])
acts = both.select(f.explode(f.split("act_type", ";")).alias("act"))
found = {
    "by_bundle": sorted(map(list, people.groupBy("bundle").count().collect())),
    "acts": sorted(map(list, acts.groupBy("act").count().collect())),
    "columns": sorted(people.columns),
    "people": sorted(map(list, spark.read.parquet(sys.argv[1] + "/counts")
                         .select("value", "people").collect()), key=str),
    "religion": sorted(map(list, people.groupBy("religion_reason").count().collect()), key=str),
}
print(json.dumps(found))
"""


def _environment() -> dict[str, str]:
    # pip and Java look into the home that the tests have put away.
    return os.environ | {"HOME": pwd.getpwuid(os.getuid()).pw_dir}


@pytest.fixture(scope="session")
def spark() -> Path:
    """Return the Python of an environment with Spark in it."""
    if not shutil.which("java"):
        pytest.fail("Java is missing. Install it: apt-get install openjdk-17-jre-headless")
    python = INSTALLED / "bin" / "python"
    stamp = INSTALLED / "stamp"
    if not stamp.exists() or stamp.stat().st_mtime < LOCK.stat().st_mtime:
        subprocess.run([sys.executable, "-m", "venv", INSTALLED], check=True)
        subprocess.run(
            # Spark comes as source alone: nothing is compiled in it.
            [
                python,
                "-m",
                "pip",
                "install",
                "--quiet",
                "--require-hashes",
                "--no-deps",
                "-r",
                LOCK,
            ],
            check=True,
            env=_environment(),
        )
        stamp.touch()
    return python


def asked(spark: Path, folder: Path) -> dict[str, Any]:
    done = subprocess.run(
        [spark, "-c", SCRIPT, str(folder / "all")],
        check=False,
        capture_output=True,
        text=True,
        env=_environment(),
        timeout=240,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def test_it_finds_what_duckdb_finds(spark: Path, tmp_path: Path) -> None:
    unite(
        tmp_path,
        bundle(tmp_path, 1),
        bundle(tmp_path, 2, 8, fields=other_form(), act_type=Answer("arrest")),
        counted(tmp_path, 3),
    )
    found = asked(spark, tmp_path)
    tables = {
        "by_bundle": "select bundle, count(*) from @interviews group by 1",
        "acts": "select unnest(string_split(act_type, ';')) act, count(*) from @events group by 1",
        "religion": "select religion_reason, count(*) from @interviews group by 1",
        "people": "select value, people from @counts",
    }
    for name, question in tables.items():
        assert sorted(found[name], key=str) == sorted(map(list, ask(tmp_path, question)), key=str)
    columns = ask(tmp_path, "select column_name from (describe select * from @interviews)")
    assert found["columns"] == sorted(name for (name,) in columns)
