"""What is said of memory, programs and sync folders, on machines made of files."""

from __future__ import annotations

import gzip
import os
from pathlib import Path

import pytest

from intake.services import protection
from intake.services.surroundings import Finding
from intake.services.surroundings.memory import freed_memory, hibernation
from intake.services.surroundings.programs import clipboard_managers, display, indexers
from intake.services.surroundings.sync_folders import sync_folder
from tests.unit.services.fake_machine import HOME, VAULT, FakeMachine

GOOD, RISK, UNKNOWN = Finding.GOOD, Finding.RISK, Finding.UNKNOWN


@pytest.fixture
def fake(tmp_path: Path) -> FakeMachine:
    return FakeMachine(tmp_path)


# --- hibernation ----------------------------------------------------------------------------------


@pytest.fixture
def hibernating(fake: FakeMachine) -> FakeMachine:
    """A machine that can write its memory to an open disk."""
    fake.write("/sys/power/state", "freeze mem disk\n")
    fake.write("/sys/power/disk", "[platform] shutdown reboot\n")
    fake.device("sda2")
    fake.swap("/dev/sda2")
    return fake


def test_hibernation_to_an_open_disk_is_a_risk(hibernating: FakeMachine) -> None:
    found = hibernation(hibernating.machine)
    assert (found.finding, found.detail) == (RISK, "")


def test_hibernation_to_an_encrypted_disk_is_told_apart(hibernating: FakeMachine) -> None:
    hibernating.encrypted_disk()
    hibernating.swap("/dev/dm-0")
    found = hibernation(hibernating.machine)
    assert (found.finding, found.detail) == (RISK, "encrypted")


def test_without_a_place_to_write_to_there_is_no_hibernation(hibernating: FakeMachine) -> None:
    hibernating.swap()
    assert hibernation(hibernating.machine).detail == "no_swap"


@pytest.mark.parametrize(
    ("state", "disk"), [("freeze mem", "[platform]"), ("mem disk", "[disabled]"), ("mem disk", "")]
)
def test_a_kernel_that_cannot(hibernating: FakeMachine, state: str, disk: str) -> None:
    hibernating.write("/sys/power/state", state)
    path = hibernating.write("/sys/power/disk", disk)
    if not disk:
        path.unlink()
    assert hibernation(hibernating.machine).detail == "impossible"


@pytest.mark.parametrize("file", ["sleep.conf", "sleep.conf.d/90-no.conf"])
def test_hibernation_that_is_forbidden(hibernating: FakeMachine, file: str) -> None:
    hibernating.write(f"/etc/systemd/{file}", "[Sleep]\nAllowHibernation = no\n")
    assert hibernation(hibernating.machine).detail == "switched_off"


@pytest.mark.parametrize(
    "files",
    [
        {"etc": "no", "etc/part/50.conf": "yes"},
        {"usr/lib": "no", "etc": "yes"},
        {"usr/lib/part/50.conf": "no", "etc/part/50.conf": ""},
        {"usr/lib/part/10.conf": "no", "run/part/20.conf": "yes"},
    ],
)
def test_what_is_said_last_counts(hibernating: FakeMachine, files: dict[str, str]) -> None:
    for name, word in files.items():
        folder, _, part = name.partition("/part/")
        file = f"sleep.conf.d/{part}" if part else "sleep.conf"
        hibernating.write(f"/{folder}/systemd/{file}", f"[Sleep]\nAllowHibernation={word}\n")
    assert hibernation(hibernating.machine).finding is RISK


def test_a_setting_that_is_commented_out_forbids_nothing(hibernating: FakeMachine) -> None:
    hibernating.write("/etc/systemd/sleep.conf", "[Sleep]\n#AllowHibernation=no\n")
    assert hibernation(hibernating.machine).finding is RISK


def test_all_ways_to_hibernate_must_be_masked(hibernating: FakeMachine) -> None:
    units = hibernating.root / "etc/systemd/system"
    units.mkdir(parents=True)
    for each in ("hibernate", "hybrid-sleep"):
        (units / f"{each}.target").symlink_to("/dev/null")
    assert hibernation(hibernating.machine).finding is RISK
    (units / "suspend-then-hibernate.target").symlink_to("/dev/null")
    assert hibernation(hibernating.machine).detail == "switched_off"


def test_hibernation_that_cannot_be_told(fake: FakeMachine) -> None:
    assert hibernation(fake.machine).finding is UNKNOWN


# --- freed memory ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "finding"),
    [
        ("quiet init_on_free=1", GOOD),
        ("init_on_free=1 init_on_free=0", RISK),
        ("init_on_free=off", RISK),
    ],
)
def test_the_command_line_of_the_kernel_decides(
    fake: FakeMachine, line: str, finding: Finding
) -> None:
    fake.write("/proc/cmdline", line)
    assert freed_memory(fake.machine).finding is finding


@pytest.mark.parametrize(
    ("config", "finding"),
    [
        ("CONFIG_INIT_ON_FREE_DEFAULT_ON=y\n", GOOD),
        ("# CONFIG_INIT_ON_FREE_DEFAULT_ON is not set\n", RISK),
    ],
)
@pytest.mark.parametrize("packed", [True, False])
def test_then_the_way_the_kernel_was_built(
    fake: FakeMachine, config: str, finding: Finding, *, packed: bool
) -> None:
    fake.write("/proc/cmdline", "quiet")
    if packed:
        (fake.root / "proc/config.gz").write_bytes(gzip.compress(config.encode()))
    else:
        fake.write("/proc/sys/kernel/osrelease", "9.9-invented\n")
        fake.write("/boot/config-9.9-invented", config)
    assert freed_memory(fake.machine).finding is finding


def test_a_kernel_that_says_nothing_is_unknown(fake: FakeMachine) -> None:
    assert freed_memory(fake.machine).finding is UNKNOWN
    fake.write("/proc/config.gz", "not packed")
    assert freed_memory(fake.machine).finding is UNKNOWN


# --- display --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("shown_by", "environment", "finding", "detail"),
    [
        ("wayland", {"DISPLAY": ":0", "WAYLAND_DISPLAY": "w"}, GOOD, ""),
        ("wayland-egl", {}, GOOD, ""),
        ("xcb", {"DISPLAY": ":0"}, RISK, ""),
        ("xcb", {"DISPLAY": ":0", "WAYLAND_DISPLAY": "w"}, RISK, "through_wayland"),
        ("", {"DISPLAY": ":0"}, RISK, ""),
        ("", {"DISPLAY": ":0", "WAYLAND_DISPLAY": "w"}, GOOD, ""),
        ("offscreen", {}, UNKNOWN, ""),
    ],
)
def test_the_display(
    fake: FakeMachine, shown_by: str, environment: dict[str, str], finding: Finding, detail: str
) -> None:
    fake.environment = environment
    found = display(fake.machine, shown_by)
    assert (found.finding, found.detail) == (finding, detail)


# --- programs -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("command", "name"),
    [
        (("copyq", "/usr/bin/copyq"), "CopyQ"),
        (("plasmashell",), "Klipper"),
        (("wrapper-2.0", "/xfce4/panel/wrapper-2.0", "/xfce4/panel/libclipman.so"), "Clipman"),
        (("wl-paste", "wl-paste", "--watch", "cliphist", "store"), "cliphist"),
        (("python3", "python3", "/usr/bin/autocutsel"), "Autocutsel"),
    ],
)
def test_what_keeps_the_clipboard_is_found(
    fake: FakeMachine, command: tuple[str, ...], name: str
) -> None:
    fake.run("bash", "/bin/bash", "-c", "true")
    assert clipboard_managers(fake.machine).finding is GOOD
    fake.run(*command)
    found = clipboard_managers(fake.machine)
    assert (found.finding, found.names) == (RISK, (name,))


def test_programs_of_others_do_not_count(
    fake: FakeMachine, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake.run("copyq")
    monkeypatch.setattr(os, "getuid", lambda: 4321)
    assert clipboard_managers(fake.machine).finding is GOOD


def test_a_sandbox_that_hides_others_is_no_claim(fake: FakeMachine) -> None:
    assert clipboard_managers(fake.machine).finding is UNKNOWN  # no list of processes at all
    fake.run("bash")
    fake.write("/.flatpak-info")
    assert clipboard_managers(fake.machine).finding is UNKNOWN
    assert indexers(fake.machine, VAULT).finding is UNKNOWN


@pytest.mark.parametrize("running", ["tracker-miner-fs-3", "localsearch-3", "baloo_file"])
def test_an_indexer_that_goes_into_the_folder_is_a_risk(fake: FakeMachine, running: str) -> None:
    fake.run(running)
    assert indexers(fake.machine, VAULT).finding is RISK
    assert indexers(fake.machine, Path("/srv/vault")).finding is GOOD
    assert indexers(fake.machine, HOME / ".vault").finding is GOOD


@pytest.mark.parametrize("mark", [VAULT.parent / ".trackerignore", HOME / "Documents/.nomedia"])
def test_a_mark_keeps_tracker_out(fake: FakeMachine, mark: Path) -> None:
    fake.run("tracker-miner-fs-3")
    fake.write(mark)
    assert indexers(fake.machine, VAULT).finding is GOOD


@pytest.mark.parametrize(
    ("settings", "finding"),
    [
        ("exclude folders[$e]=$HOME/Documents/work/,$HOME/Music", GOOD),
        ("exclude folders[$e]=$HOME/Music/", RISK),
        ("[Basic Settings]\nIndexing-Enabled=false", GOOD),
    ],
)
def test_baloo_is_asked_what_it_leaves_out(
    fake: FakeMachine, settings: str, finding: Finding
) -> None:
    fake.run("baloo_file")
    fake.write(HOME / ".config/baloofilerc", settings)
    assert indexers(fake.machine, VAULT).finding is finding


def test_baloo_can_be_told_to_look_into_hidden_folders(fake: FakeMachine) -> None:
    fake.run("baloo_file")
    fake.write(HOME / ".config/baloofilerc", "index hidden folders=true")
    assert indexers(fake.machine, HOME / ".vault").names == ("Baloo",)


def test_recoll_goes_everywhere_at_home(fake: FakeMachine) -> None:
    fake.run("recollindex")
    assert indexers(fake.machine, HOME / ".vault").names == ("Recoll",)


# --- sync folders ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("folder", "name"),
    [
        ("Dropbox (Invented office)", "Dropbox"),
        ("Nextcloud", "Nextcloud"),
        ("OneDrive - Invented", "OneDrive"),
        ("Google Drive", "Google Drive"),
        ("Library/Mobile Documents/x", "iCloud"),
        ("iCloudDrive", "iCloud"),
        ("Yandex.Disk", "Yandex.Disk"),
        ("MEGA", "Mega"),
        ("Syncthing", "Syncthing"),
    ],
)
def test_a_sync_folder_is_known_by_its_name(fake: FakeMachine, folder: str, name: str) -> None:
    assert sync_folder(fake.machine, HOME / folder / "vault").names == (name,)


@pytest.mark.parametrize("folder", ["Dropboxes", "mega-project", "my own", "driveway"])
def test_other_names_are_no_sync_folders(fake: FakeMachine, folder: str) -> None:
    assert sync_folder(fake.machine, HOME / folder / "vault").finding is GOOD
    assert sync_folder(fake.machine, HOME / "Dropbox").finding is GOOD  # the vault's own name


@pytest.mark.parametrize(
    ("mark", "name"),
    [
        (".stfolder/marker", "Syncthing"),
        (".dropbox", "Dropbox"),
        (".sync_0f3a.db", "Nextcloud"),
        ("._sync_0f3a.db", "Nextcloud"),
        (".nextcloudsync.log", "Nextcloud"),
        (".tmp.drivedownload/x", "Google Drive"),
        (".megaignore", "Mega"),
    ],
)
def test_a_sync_folder_is_known_by_what_lies_in_it(fake: FakeMachine, mark: str, name: str) -> None:
    fake.write(VAULT.parent / mark)
    assert sync_folder(fake.machine, VAULT).names == (name,)
    assert sync_folder(fake.machine, HOME / "elsewhere/vault").finding is GOOD


def test_the_settings_of_dropbox_in_a_home_make_no_sync_folder(fake: FakeMachine) -> None:
    fake.write(HOME / ".dropbox/info.json", '{"personal": {"path": "/people/invented/Db"}}')
    assert sync_folder(fake.machine, VAULT).finding is GOOD
    assert sync_folder(fake.machine, HOME / "Db/vault").names == ("Dropbox",)


@pytest.mark.parametrize(
    ("place", "text", "name"),
    [
        (".config/Nextcloud/nextcloud.cfg", r"0\Folders\1\localPath=~/Documents/", "Nextcloud"),
        (".config/onedrive/config", 'sync_dir = "~/Documents"\n', "OneDrive"),
        (".config/syncthing/config.xml", '<folder id="x" path="~/Documents">', "Syncthing"),
        (".local/state/syncthing/config.xml", f'<folder path="{HOME}">', "Syncthing"),
        (".config/yandex-disk/config.cfg", f'auth="x"\ndir="{HOME}/Documents"\n', "Yandex.Disk"),
        (".dropbox/info.json", f'{{"path": "{HOME}/\\u0044ocuments"}}', "Dropbox"),
    ],
)
def test_a_sync_folder_is_known_by_the_settings_of_its_program(
    fake: FakeMachine, place: str, text: str, name: str
) -> None:
    fake.write(HOME / place, text)
    assert sync_folder(fake.machine, VAULT).names == (name,)
    assert sync_folder(fake.machine, Path("/srv/vault")).finding is GOOD


@pytest.mark.parametrize("text", ['"path": "\\x"', '"path": "not/absolute"', "\udcff"])
def test_settings_that_make_no_sense_are_passed_over(fake: FakeMachine, text: str) -> None:
    path = fake.write(HOME / ".dropbox/info.json")
    path.write_bytes(text.encode("utf-8", "surrogateescape"))
    assert sync_folder(fake.machine, VAULT).finding is GOOD


# --- the report -----------------------------------------------------------------------------------


def test_the_report_counts_what_is_a_danger(fake: FakeMachine) -> None:
    fake.device("sda2")
    fake.mount("/", "ext4", "/dev/sda2")
    fake.swap("/dev/sda2")
    found = protection.report(VAULT, "xcb", fake.machine)
    risks = {each.name for each in found.surroundings if each.finding is RISK}
    assert risks == {"disk_encryption", "swap", "display"}
    assert found.warnings == 3


def test_this_machine_can_be_looked_at(tmp_path: Path) -> None:
    found = protection.report(tmp_path).surroundings
    assert len({each.name for each in found}) == len(found) == 9
