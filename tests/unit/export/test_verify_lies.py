"""Signed bundles that lie: a trusted signature does not make them true."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from intake.errors import BundleDamagedError, NewerFormatError
from intake.export import canonical
from intake.export import verify as verify_module
from intake.export.keys import to_base64
from intake.export.verify import Trust, open_to, verify
from intake.export.writers.charts import Bar, add_chart
from intake.export.writers.html import Page
from intake.export.writers.words import Words
from tests.unit.export.containers import (
    VECTORS,
)
from tests.unit.export.forging import (
    ANYBODY,
    OFFICE,
    SIGNER,
    Forger,
    archive_of,
    exit_code_of,
    names,
    saved,
)

HOSTILE_PATHS: list[str] = json.loads((VECTORS / "hostile_paths.json").read_text())


def without(name: str) -> Callable[[dict[str, Any]], None]:
    return lambda manifest: manifest.pop(name)


def with_value(name: str, value: object) -> Callable[[dict[str, Any]], None]:
    return lambda manifest: manifest.update({name: value})


def in_file(index: int, **changes: object) -> Callable[[dict[str, Any]], None]:
    return lambda manifest: manifest["files"][index].update(changes)


LIES: dict[str, Callable[[dict[str, Any]], object]] = {
    **{
        f"without {name}": without(name)
        for name in ("format", "bundle_id", "month", "policy", "k", "signer", "withheld", "files")
    },
    "one more key": with_value("offsets", [1, 2]),
    "day instead of month": with_value("month", "2022-06-15"),
    "unknown policy": with_value("policy", "everything"),
    "any group": with_value("recipient_group", "any"),
    "k of one": with_value("k", 1),
    "k as text": with_value("k", "5"),
    "k as truth": lambda manifest: manifest.update(k=True),
    "small count": lambda manifest: manifest["withheld"].update(no_consent="4"),
    "unknown reason": lambda manifest: manifest["withheld"].update(other="5"),
    "short signer": with_value("signer", "AAAA"),
    "signer not canonical": with_value("signer", "A" * 42 + "B="),
    "another format": with_value("format", "intake-parcel/1"),
    "format as number": with_value("format", 1),
    "no files": with_value("files", []),
    "file twice": lambda manifest: manifest["files"].append(manifest["files"][0]),
    "file that is not there": lambda manifest: manifest["files"].append(
        {"path": "data/more.csv", "bytes": 0, "sha256": hashlib.sha256(b"").hexdigest()}
    ),
    "file left out": lambda manifest: manifest["files"].pop(),
    "another order": lambda manifest: manifest["files"].reverse(),
    "another length": in_file(0, bytes=1),
    "another digest": in_file(0, sha256="0" * 64),
    "negative length": in_file(0, bytes=-1),
    "endless length": in_file(0, bytes=1 << 40),
    "too many files": lambda manifest: manifest["files"].extend(manifest["files"] * 60),
    "too many recipients": with_value("recipients", [f"{n:064x}" for n in range(65)]),
}


@pytest.mark.parametrize("name", LIES)
def test_a_manifest_that_lies_is_damage_though_it_is_signed(
    tmp_path: Path, forger: Forger, name: str
) -> None:
    manifest = forger.manifest
    LIES[name](manifest)
    assert exit_code_of(saved(tmp_path, forger.sealed(manifest))) == 3


@pytest.mark.parametrize("path", HOSTILE_PATHS, ids=ascii)
def test_a_signed_manifest_with_a_hostile_path_writes_nothing(
    tmp_path: Path, forger: Forger, path: str
) -> None:
    manifest = forger.manifest
    manifest["files"][-1]["path"] = path.encode("utf-8", "replace").decode()
    assert exit_code_of(saved(tmp_path, forger.sealed(manifest))) == 3
    assert names(tmp_path) == ["bundle.age"]


def test_a_manifest_in_another_layout_is_damage(tmp_path: Path, forger: Forger) -> None:
    """Two layouts of one content would have two digests and one meaning."""
    content = json.dumps(forger.manifest, indent=1).encode()
    forger.members["manifest.json"] = content
    forger.members["manifest.sig"] = to_base64(SIGNER.sign(content)).encode()
    assert exit_code_of(saved(tmp_path, archive_of(forger.members))) == 3


def test_a_later_format_asks_for_a_later_program(tmp_path: Path, forger: Forger) -> None:
    path = saved(tmp_path, forger.change(format="intake-bundle/2", new="thing"))
    with pytest.raises(NewerFormatError, match="format 2"):
        verify(path, (), OFFICE)


@pytest.mark.parametrize("name", ["autorun.inf", "data/run.exe", "data/x/y.csv", "notes.txt"])
def test_a_file_that_no_bundle_has_is_refused(tmp_path: Path, forger: Forger, name: str) -> None:
    forger.members[name] = b"hello"
    manifest = forger.manifest
    digest = hashlib.sha256(b"hello").hexdigest()
    manifest["files"].append({"path": name, "bytes": 5, "sha256": digest})
    assert exit_code_of(saved(tmp_path, forger.sealed(manifest))) == 3


@pytest.mark.parametrize("name", ["datapackage.json", "PRIVACY.json", "report.html"])
def test_a_file_that_every_bundle_has_may_not_be_absent(
    tmp_path: Path, forger: Forger, name: str
) -> None:
    del forger.members[name]
    manifest = forger.manifest
    manifest["files"] = [entry for entry in manifest["files"] if entry["path"] != name]
    assert exit_code_of(saved(tmp_path, forger.sealed(manifest))) == 3


def test_a_bundle_without_any_table_is_refused(tmp_path: Path, forger: Forger) -> None:
    forger.members = {k: v for k, v in forger.members.items() if not k.startswith("data/")}
    manifest = forger.manifest
    manifest["files"] = [e for e in manifest["files"] if not e["path"].startswith("data/")]
    assert exit_code_of(saved(tmp_path, forger.sealed(manifest))) == 3


def test_a_member_behind_those_of_the_manifest_is_refused(tmp_path: Path, forger: Forger) -> None:
    forger.members["data/more.csv"] = b""
    assert exit_code_of(saved(tmp_path, archive_of(forger.members))) == 3


def test_an_oversized_manifest_is_refused_unread(tmp_path: Path, forger: Forger) -> None:
    forger.members["manifest.json"] = b"{" + b" " * (1 << 20)
    assert exit_code_of(saved(tmp_path, archive_of(forger.members))) == 3


@pytest.mark.parametrize("name", ["datapackage.json", "PRIVACY.json"])
@pytest.mark.parametrize("content", [b"", b"[]", b"{}", b'{"a":1,"a":2}', b"{" * 10_000])
def test_a_document_that_is_none_is_damage(
    tmp_path: Path, forger: Forger, name: str, content: bytes
) -> None:
    assert exit_code_of(saved(tmp_path, forger.replace(name, content))) == 3


def test_an_oversized_document_is_refused(
    tmp_path: Path, forger: Forger, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(verify_module, "_MAX_DOCUMENT", 100)
    assert exit_code_of(saved(tmp_path, forger.change())) == 3


@pytest.mark.parametrize(
    "changes", [{"bundle_id": "0" * 32}, {"k": 6}, {"k_covers_statements": True}]
)
def test_privacy_figures_of_another_bundle_are_damage(
    tmp_path: Path, forger: Forger, changes: dict[str, object]
) -> None:
    privacy = json.loads(forger.members["PRIVACY.json"]) | changes
    assert (
        exit_code_of(saved(tmp_path, forger.replace("PRIVACY.json", canonical.encode(privacy))))
        == 3
    )


PAGE = Page("A title", "lead")
PAGE.paragraph('Rows & columns, "quoted"')
add_chart(PAGE, Words(), [Bar("<b>", 5)])
OURS = PAGE.finish("report.html").content.decode()
HOSTILE_PAGES = {
    "script": OURS.replace("<p>", "<script>fetch('//host.example')</script><p>"),
    "script in upper case": OURS.replace("<p>", "<SCRIPT>1</SCRIPT><p>"),
    "handler": OURS.replace("<p>", '<p onclick="x()">'),
    "picture": OURS.replace("<p>", '<img src="https://host.example/x"><p>'),
    "link": OURS.replace("<p>", '<a href="https://host.example/">x</a><p>'),
    "form": OURS.replace("<p>", '<form action="https://host.example/"><p>'),
    "frame": OURS.replace("<p>", "<iframe src=x></iframe><p>"),
    "fetch by style": OURS.replace("<rect ", '<rect style="fill:url(//host.example)" '),
    "picture in a drawing": OURS.replace("<rect ", '<image href="//host.example"/><rect '),
    "script in a drawing": OURS.replace("<rect ", "<script>1</script><rect "),
    "handler in a drawing": OURS.replace("<svg ", '<svg onload="x()" '),
    "reference in a drawing": OURS.replace("<rect ", '<use href="#x"></use><rect '),
    "moving drawing": OURS.replace("<rect ", '<animate attributeName="x"></animate><rect '),
    "drawing of its own colour": OURS.replace("<rect ", '<rect fill="red" '),
    "older bar that fetches": OURS.replace(
        "<p>", '<span class="bar" style="background:url(//host.example)"></span><p>'
    ),
    "style": OURS.replace("<p>", "<style>p{}</style><p>"),
    "comment": OURS.replace("<p>", "<!-- x --><p>"),
    "open tag": OURS.replace("</p>", "</p"),
    "stray quote": OURS.replace("&quot;", '"'),
    "stray reference": OURS.replace("&amp;", "&nbsp;"),
    "control character": OURS.replace("Rows", "Ro\x1bws"),
    "script in the title": OURS.replace("A title", "</title><script>1</script>"),
    "other rules": OURS.replace("default-src 'none'", "default-src *"),
    "other style": OURS.replace("--bar", "--x"),
    "refresh": OURS.replace("<title>", '<meta http-equiv="refresh" content="0"><title>'),
    "something behind": OURS + "<script>1</script>",
    "something before": "<script>1</script>" + OURS,
    "cut short": OURS.removesuffix("</html>\n"),
    "no page": "hello",
    "nothing": "",
}


@pytest.mark.parametrize("name", ["report.html", "codebook.html"])
@pytest.mark.parametrize("kind", [*HOSTILE_PAGES, "no text"])
@pytest.mark.parametrize("trust", [OFFICE, ANYBODY], ids=["trusted", "anybody"])
def test_a_page_that_we_could_not_have_made_is_never_written(
    tmp_path: Path, forger: Forger, name: str, kind: str, trust: Trust
) -> None:
    content = b"\xff" if kind == "no text" else HOSTILE_PAGES[kind].encode()
    assert content != OURS.encode()
    path = saved(tmp_path, forger.replace(name, content))
    with pytest.raises(BundleDamagedError, match=name):
        verify(path, (), trust)
    with pytest.raises(BundleDamagedError, match=name):
        open_to(path, tmp_path / "out", (), trust)
    assert names(tmp_path) == ["bundle.age"]


def test_a_page_with_other_words_is_plain_text_and_may_be_written(
    tmp_path: Path, forger: Forger
) -> None:
    path = saved(tmp_path, forger.replace("report.html", OURS.encode()))
    open_to(path, tmp_path / "out", (), OFFICE)
    assert (tmp_path / "out" / "report.html").read_text("utf-8") == OURS


def test_a_data_package_of_other_tables_is_damage(tmp_path: Path, forger: Forger) -> None:
    package = json.loads(forger.members["datapackage.json"])
    other_id = package | {"id": "0" * 32}
    fewer = package | {"resources": package["resources"][1:]}
    foreign = json.loads(json.dumps(package))
    foreign["resources"][0]["path"] = "https://host.example/data.csv"
    direct = json.loads(json.dumps(package))
    direct["resources"][0]["schema"]["fields"][0]["intake:disclosure"] = "direct"
    twice = package | {"resources": [*package["resources"], package["resources"][0]]}
    renamed = json.loads(json.dumps(package))
    renamed["resources"][0]["name"] = package["resources"][1]["name"]
    for document in (other_id, fewer, foreign, direct, twice, renamed):
        content = forger.replace("datapackage.json", canonical.encode(document))
        assert exit_code_of(saved(tmp_path, content)) == 3
