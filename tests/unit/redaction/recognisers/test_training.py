"""The models can be trained anew by anybody who has the data; other data are refused."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

import train_models

ROOT = Path(__file__).resolve().parents[4]


def made_up_judgments(folder: Path) -> Path:
    text = "The applicant, Mr Zorik Gander, was born in 1961.\nHe lives in Gooseham."
    mention = {
        "start_offset": text.index("Zorik"),
        "end_offset": text.index(",", 16),
        "entity_type": "PERSON",
        "identifier_type": "DIRECT",
    }
    kept = {**mention, "start_offset": 0, "end_offset": 3, "identifier_type": "NO_MASK"}
    document = {"text": text, "annotations": {"one": {"entity_mentions": [mention, kept]}}}
    path = folder / "tab_train_dev.json"
    path.write_text(json.dumps([document]), "utf-8")
    return path


def made_up_sentences(folder: Path) -> Path:
    sentence = {
        "text": "Зорка Гусак прыйшла",
        "tokens": ["Зорка", "Гусак", "немае", "прыйшла"],
        "names": ["Giv", "Sur", None, None],
    }
    path = folder / "belarusian_names_train.jsonl"
    path.write_text(json.dumps(sentence) + "\n", "utf-8")
    return path


def test_what_is_to_be_masked_is_read_from_the_benchmark(tmp_path: Path) -> None:
    ((text, spans),) = train_models.judgments(made_up_judgments(tmp_path))
    assert [(text[start:end], label) for start, end, label in spans] == [("Zorik Gander", "PERSON")]


def test_names_are_read_from_the_sentences(tmp_path: Path) -> None:
    ((text, spans),) = train_models.sentences(made_up_sentences(tmp_path))
    assert [text[start:end] for start, end, _ in spans] == ["Зорка", "Гусак"]


def test_training_gives_the_same_bytes_for_the_same_data(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    made_up_judgments(tmp_path)
    made_up_sentences(tmp_path)
    results = []
    for name in ("first", "second"):
        target = tmp_path / name
        target.mkdir()
        monkeypatch.setattr(train_models, "FOLDER", target)
        monkeypatch.setattr(sys, "argv", ["train_models.py", str(tmp_path), "--any-data"])
        assert train_models.main() == 0
        results.append({path.name: path.read_bytes() for path in target.iterdir()})
    assert results[0] == results[1]
    assert set(results[0]) == {"judgments_en.crf", "names_be.crf", "models.json"}
    assert "2 paragraphs" in capsys.readouterr().out


def test_other_data_are_refused_unless_they_are_asked_for(tmp_path: Path) -> None:
    script = [sys.executable, str(ROOT / "packaging" / "train_models.py"), str(tmp_path)]
    missing = subprocess.run(script, capture_output=True, text=True, check=False)
    assert (missing.returncode, "is not there" in missing.stderr) == (1, True)
    made_up_judgments(tmp_path)
    other = subprocess.run(script, capture_output=True, text=True, check=False)
    assert (other.returncode, "is not the file" in other.stderr) == (1, True)
