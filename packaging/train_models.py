"""Trains the recognisers' models from data that the user has; writes them and their digests.

Usage: make models DATA=DIR

DIR holds what ``docs/models.md`` names: ``tab_train_dev.json`` (Text Anonymization Benchmark, MIT)
and ``belarusian_names_train.jsonl`` (UD_Belarusian-HSE, CC BY-SA 4.0). Other data give other
models: the digests of the data behind the shipped ones are checked, but with ``--any-data``.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import pycrfsuite

from intake.redaction.recognisers.features import sequences
from intake.redaction.source_text import SourceText

FOLDER = Path(__file__).parents[1] / "src" / "intake" / "redaction" / "recognisers" / "models"
OUTSIDE = "O"  # a word that identifies nobody
Span = tuple[int, int, str]
Document = tuple[str, list[Span]]  # a text, and what identifies somebody in it
NAME_TYPES = {"Giv": "PERSON", "Sur": "PERSON", "Pat": "PERSON", "Prs": "PERSON", "Geo": "LOC"} | {
    "Com": "ORG"
}
PARAMETERS = {
    "algorithm": "lbfgs",
    "c1": 0.05,
    "c2": 1.0,
    "max_iterations": 100,
    "feature.possible_transitions": True,
}


class Recipe(NamedTuple):
    """How one model is made.

    Attributes:
        rarest: Features that occur less often are left out.
        in_small: Every text is learnt a second time, as somebody types who uses no capitals.
    """

    data: str
    sha256: str
    rarest: int
    in_small: bool = False


RECIPES: Mapping[str, Recipe] = {
    "judgments_en": Recipe(
        "tab_train_dev.json", "ec4f4a524f5679084f14f0e03ec936f46eba189055be1decf65f92d3fd4c55a7", 2
    ),
    "names_be": Recipe(
        "belarusian_names_train.jsonl",
        "5200c50e2d7417cbedd922ea592c7e2f47ccca31f4a418cda78255bdeb717d00",
        1,
        in_small=True,
    ),
}


def judgments(path: Path) -> Iterator[Document]:
    """Yield (text, what is to be masked) of the Text Anonymization Benchmark."""
    yield from judgments_in(json.loads(path.read_text("utf-8")))


def judgments_in(documents: Iterable[Mapping[str, Any]]) -> Iterator[Document]:
    """Yield (text, what is to be masked) of documents in the format of that benchmark."""
    for document in documents:
        mentions = (
            mention
            for annotator in document["annotations"].values()
            for mention in annotator["entity_mentions"]
        )
        yield (
            document["text"],
            [
                (each["start_offset"], each["end_offset"], each["entity_type"])
                for each in mentions
                if each["identifier_type"] != "NO_MASK"
            ],
        )


def sentences(path: Path) -> Iterator[Document]:
    """Yield (text, names) of the Belarusian sentences."""
    for line in path.read_text("utf-8").splitlines():
        sentence = json.loads(line)
        spans: list[Span] = []
        reached = 0
        for word, name in zip(sentence["tokens"], sentence["names"], strict=True):
            start = sentence["text"].find(word, reached)
            if start < 0:
                continue  # a contraction that the corpus writes out
            reached = start + len(word)
            if name in NAME_TYPES:
                spans.append((start, reached, NAME_TYPES[name]))
        yield sentence["text"], spans


READERS = {"tab_train_dev.json": judgments, "belarusian_names_train.jsonl": sentences}


def with_small(documents: Iterable[Document]) -> Iterator[Document]:
    """Yield each document, and again as somebody would type it who uses no capitals."""
    for text, spans in documents:
        yield text, spans
        small = "".join(char.lower() if len(char.lower()) == 1 else char for char in text)
        yield small, spans


def train(documents: Iterable[Document], rarest: int, target: Path) -> int:
    """Train one model and write it; return how many paragraphs it was trained on.

    Args:
        documents: What it learns from; the same documents give the same bytes.
        rarest: Features that occur less often are left out.
        target: The file to write.
    """
    trainer = pycrfsuite.Trainer(verbose=False, algorithm=PARAMETERS["algorithm"])
    trainer.set_params({key: value for key, value in PARAMETERS.items() if key != "algorithm"})
    trainer.set_params({"feature.minfreq": rarest})
    count = 0
    for text, spans in documents:
        for words, rows in sequences(SourceText(text)):
            labels = [OUTSIDE] * len(words)
            for start, end, label in spans:
                for index, word in enumerate(words):
                    if word.start < end and start < word.end:
                        labels[index] = label
            trainer.append(rows, labels)
            count += 1
    trainer.train(str(target))
    return count


def write_manifest(folder: Path, data: Mapping[str, str]) -> None:
    """Write ``models.json``: without the digest in it a model is not read.

    Args:
        folder: Where the models are.
        data: Digest of the data behind each model, by its name.
    """
    manifest = {
        name: {"data": behind, "sha256": digest(folder / f"{name}.crf")}
        for name, behind in data.items()
    }
    text = json.dumps(manifest, indent=2, sort_keys=True) + "\n"
    (folder / "models.json").write_text(text, "utf-8")


def digest(path: Path) -> str:
    """Return the SHA-256 of a file in hexadecimal."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def main() -> int:
    """Train all models."""
    parser = argparse.ArgumentParser()
    parser.add_argument("data", type=Path)
    parser.add_argument(
        "--any-data", action="store_true", help="other data than docs/models.md names"
    )
    options = parser.parse_args()
    behind: dict[str, str] = {}
    for name, recipe in RECIPES.items():
        found = options.data / recipe.data
        if not found.is_file():
            print(f"{found} is not there: docs/models.md says where it comes from", file=sys.stderr)
            return 1
        if digest(found) != recipe.sha256 and not options.any_data:
            print(f"{found.name} is not the file that docs/models.md names", file=sys.stderr)
            return 1
        target = FOLDER / f"{name}.crf"
        read = READERS[recipe.data](found)
        count = train(with_small(read) if recipe.in_small else read, recipe.rarest, target)
        behind[name] = digest(found)
        print(f"{target.name}: {count} paragraphs, {target.stat().st_size} bytes")
    write_manifest(FOLDER, behind)
    return 0


if __name__ == "__main__":
    sys.exit(main())
