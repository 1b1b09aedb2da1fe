"""Copies of the package whose models never saw what they are asked about; measures nothing.

usage: python -m benchmarks.redaction.folds JUDGMENTS FOLDER FOLDS   (``packaging`` on the path)

The program reads its models from its own package and from nowhere else, so that nobody can slip it
another one. To measure other models, or none, the whole package is copied and the copy's models are
exchanged: what is measured is the program as it ships.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "src" / "intake"
MODELS = Path("redaction", "recognisers", "models")
_JUDGMENTS = "judgments_en"
_TRAINING = (
    ROOT / "packaging" / "train_models.py",
    PACKAGE / "redaction" / "recognisers" / "features.py",
    PACKAGE / "redaction" / "source_text.py",
)


def copied(folder: Path) -> Path:
    """Lay out a fresh checkout in small; return where its package is imported from."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    shutil.copyfile(ROOT / "pyproject.toml", folder / "pyproject.toml")
    (folder / "resources").symlink_to(ROOT / "resources")
    shutil.copytree(
        PACKAGE, folder / "src" / "intake", ignore=shutil.ignore_patterns("__pycache__")
    )
    return folder / "src"


def without_models(folder: Path) -> Path:
    """Return where to import a copy of the package from that has no models."""
    source = copied(folder)
    shutil.rmtree(source / "intake" / MODELS)
    return source


def with_model(folder: Path, model: Path) -> Path:
    """Return where to import a copy of the package from that has another model of judgments."""
    source = copied(folder)
    models = source / "intake" / MODELS
    shutil.copyfile(model, models / f"{_JUDGMENTS}.crf")
    manifest = json.loads((models / "models.json").read_text("utf-8"))
    manifest[_JUDGMENTS] = {"sha256": hashlib.sha256(model.read_bytes()).hexdigest()}
    (models / "models.json").write_text(json.dumps(manifest), "utf-8")
    return source


def held_out(documents: Sequence[Any], fold: int, folds: int) -> list[Any]:
    """Return the documents that a fold is asked about; it is trained on all others."""
    return [each for place, each in enumerate(documents) if place % folds == fold]


def model_of(judgments: Path, folder: Path, fold: int, folds: int) -> Path:
    """Return where the model of a fold lies; other data or another training give another place."""
    parts = (judgments, *_TRAINING)
    digest = hashlib.sha256(b"".join(hashlib.sha256(p.read_bytes()).digest() for p in parts))
    return folder / f"{_JUDGMENTS}-{digest.hexdigest()[:16]}-{fold}-of-{folds}.crf"


def train_all(judgments: Path, folder: Path, folds: int) -> None:
    """Train the model of every fold that is not there yet."""
    import train_models  # noqa: PLC0415 (only this step needs the training's folder on the path)

    folder.mkdir(parents=True, exist_ok=True)
    documents = json.loads(judgments.read_text("utf-8"))
    rarest = train_models.RECIPES[_JUDGMENTS].rarest
    for fold in range(folds):
        target = model_of(judgments, folder, fold, folds)
        if target.exists():
            continue
        asked = {each["doc_id"] for each in held_out(documents, fold, folds)}
        others = [each for each in documents if each["doc_id"] not in asked]
        part = target.with_suffix(".part")
        train_models.train(train_models.judgments_in(others), rarest, part)
        part.rename(target)
        print(f"fold {fold + 1} of {folds}: trained on {len(others)} judgments", file=sys.stderr)


if __name__ == "__main__":
    train_all(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))
