"""Whether a vault lies in a folder that a service copies to other machines."""

from __future__ import annotations

import html
import json
import re
from pathlib import Path, PurePath

from intake.services.surroundings.machine import (
    Machine,
    Surrounding,
    exists,
    good,
    listed,
    read_text,
    risk,
)

# What their folders are usually called; behind the name may stand whose it is.
_NAMES = {
    "cloudstorage": "iCloud or another cloud",
    "dropbox": "Dropbox",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "icloud drive": "iCloud",
    "iclouddrive": "iCloud",
    "mega": "Mega",
    "megasync": "Mega",
    "mobile documents": "iCloud",
    "my drive": "Google Drive",
    "nextcloud": "Nextcloud",
    "onedrive": "OneDrive",
    "owncloud": "ownCloud",
    "pclouddrive": "pCloud",
    "seafile": "Seafile",
    "syncthing": "Syncthing",
    "yandex.disk": "Yandex.Disk",
    "yandexdisk": "Yandex.Disk",
}
_BEHIND = (" ", "-", "(")
_SHORTEST = 5  # letters of a name that may be followed by others: "mega-" begins many words
# Files that the services leave in the topmost folder that they copy.
_MARKS = {
    ".dropbox": "Dropbox",
    ".dropbox.cache": "Dropbox",
    ".megaignore": "Mega",
    ".nextcloudsync.log": "Nextcloud",
    ".owncloudsync.log": "ownCloud",
    ".stfolder": "Syncthing",
    ".tmp.drivedownload": "Google Drive",
}
_JOURNAL = re.compile(r"^\._?sync_[0-9a-f]+\.db$")
_SETTINGS = (
    ("Dropbox", (".dropbox", "info.json"), r'"path":\s*"((?:[^"\\]|\\.)*)"'),
    ("Nextcloud", (".config", "Nextcloud", "nextcloud.cfg"), r"localPath=(.+)"),
    ("ownCloud", (".config", "ownCloud", "owncloud.cfg"), r"localPath=(.+)"),
    ("OneDrive", (".config", "onedrive", "config"), r'(?m)^\s*sync_dir\s*=\s*"([^"]*)"'),
    ("Syncthing", (".config", "syncthing", "config.xml"), r'<folder\b[^>]*\spath="([^"]*)"'),
    (
        "Syncthing",
        (".local", "state", "syncthing", "config.xml"),
        r'<folder\b[^>]*\spath="([^"]*)"',
    ),
    ("Yandex.Disk", (".config", "yandex-disk", "config.cfg"), r'(?m)^\s*dir="?([^"\n]*)"?'),
)


def sync_folder(machine: Machine, vault: Path) -> Surrounding:
    """Tell which services copy the vault, by names, by their marks and by their settings."""
    found = _by_name(vault) | _by_mark(machine, vault) | _by_settings(machine, vault)
    if found:
        return risk("sync_folder", names=tuple(sorted(found)))
    return good("sync_folder")


def _by_name(vault: Path) -> set[str]:
    found = set()
    for part in vault.parent.parts:
        folded = part.casefold()
        for name, service in _NAMES.items():
            behind = folded.removeprefix(name)
            longer = behind != folded and behind.startswith(_BEHIND) and len(name) >= _SHORTEST
            if folded == name or longer:
                found.add(service)
    return found


def _by_mark(machine: Machine, vault: Path) -> set[str]:
    found = set()
    for folder in (vault, *vault.parents):
        inside = machine.at(folder)
        for mark, service in _MARKS.items():
            # Dropbox keeps a folder of this name in the home of everybody who has it.
            if exists(inside / mark) and not (mark == ".dropbox" and (inside / mark).is_dir()):
                found.add(service)
        if any(_JOURNAL.match(each.name) for each in listed(inside)):
            found.add("Nextcloud")
    return found


def _by_settings(machine: Machine, vault: Path) -> set[str]:
    found = set()
    for service, place, pattern in _SETTINGS:
        text = read_text(machine.at_home(*place)) or ""
        for written in re.findall(pattern, text):
            folder = _folder(machine, written, place[-1])
            if folder and vault.is_relative_to(folder):
                found.add(service)
    return found


def _folder(machine: Machine, written: str, file: str) -> PurePath | None:
    """Return the folder that a setting names; ``None`` for what is no absolute path."""
    text = written.strip()
    if file.endswith(".json"):
        try:
            text = json.loads(f'"{text}"', strict=False)
        except ValueError:
            return None
    elif file.endswith(".xml"):
        text = html.unescape(text)
    if text.startswith("~/"):
        text = f"{machine.home}{text[1:]}"
    folder = PurePath(text)
    return folder if folder.is_absolute() else None
