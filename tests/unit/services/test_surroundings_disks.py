"""What is said of disks and swap, on machines made of files."""

from __future__ import annotations

from pathlib import Path

import pytest

from intake.services.surroundings import Finding, look
from intake.services.surroundings.disks import disk_encryption, swap, vault_place
from tests.unit.services.fake_machine import VAULT, FakeMachine

GOOD, RISK, UNKNOWN = Finding.GOOD, Finding.RISK, Finding.UNKNOWN


@pytest.fixture
def fake(tmp_path: Path) -> FakeMachine:
    return FakeMachine(tmp_path)


# --- encryption -----------------------------------------------------------------------------------


def test_a_plain_disk_is_told(fake: FakeMachine) -> None:
    fake.device("sda2")
    fake.mount("/", "ext4", "/dev/sda2", "8:2")
    assert disk_encryption(fake.machine, VAULT).finding is RISK


def test_an_encrypted_disk_is_told_by_its_name(fake: FakeMachine) -> None:
    fake.encrypted_disk()
    fake.mount("/", "ext4", "/dev/mapper/luks-invented", "253:0")
    assert disk_encryption(fake.machine, VAULT).finding is GOOD


def test_the_disk_of_the_vault_counts_and_no_other(fake: FakeMachine) -> None:
    fake.encrypted_disk()
    fake.device("sdb1")
    fake.mount("/", "ext4", "/dev/mapper/luks-invented")
    fake.mount("/people", "ext4", "/dev/sdb1")
    fake.mount("/people/other", "ext4", "/dev/mapper/luks-invented")
    assert disk_encryption(fake.machine, VAULT).finding is RISK
    assert disk_encryption(fake.machine, Path("/srv/vault")).finding is GOOD


def test_what_is_mounted_over_something_is_what_counts(fake: FakeMachine) -> None:
    fake.encrypted_disk()
    fake.device("sdb1")
    fake.mount("/people", "ext4", "/dev/mapper/luks-invented")
    fake.mount("/people", "ext4", "/dev/sdb1")
    assert disk_encryption(fake.machine, VAULT).finding is RISK


def test_a_volume_on_an_encrypted_disk_is_encrypted(fake: FakeMachine) -> None:
    volume = fake.device("dm-1", "virtual/block", "LVM-invented", dm__name="vg-home")
    fake.stand_on(volume, fake.encrypted_disk())
    fake.mount("/", "ext4", "/dev/mapper/vg-home")
    assert disk_encryption(fake.machine, VAULT).finding is GOOD


def test_a_volume_over_two_disks_is_encrypted_when_both_are(fake: FakeMachine) -> None:
    volume = fake.device("dm-1", "virtual/block", "LVM-invented", dm__name="vg-home")
    fake.stand_on(volume, fake.encrypted_disk(), fake.device("sdb1"))
    fake.mount("/", "ext4", "/dev/mapper/vg-home")
    assert disk_encryption(fake.machine, VAULT).finding is RISK


def test_a_ring_of_devices_ends(fake: FakeMachine) -> None:
    one = fake.device("dm-1", "virtual/block", dm__name="one")
    two = fake.device("dm-2", "virtual/block", dm__name="two")
    fake.stand_on(one, two)
    fake.stand_on(two, one)
    fake.mount("/", "ext4", "/dev/mapper/one")
    assert disk_encryption(fake.machine, VAULT).finding is RISK
    assert vault_place(fake.machine, VAULT).finding is GOOD


def test_a_source_without_a_name_is_found_by_its_number(fake: FakeMachine) -> None:
    made = fake.encrypted_disk()
    numbers = fake.root / "sys/dev/block"
    numbers.mkdir(parents=True)
    (numbers / "253:0").symlink_to(made)
    fake.mount("/", "ext4", "/dev/root", "253:0")
    assert disk_encryption(fake.machine, VAULT).finding is GOOD


@pytest.mark.parametrize(("below", "finding"), [("crypt", GOOD), ("plain", RISK)])
def test_a_file_that_is_a_disk_counts_as_the_disk_it_lies_on(
    fake: FakeMachine, below: str, finding: Finding
) -> None:
    fake.encrypted_disk()
    fake.device("sdb1")
    fake.mount("/", "ext4", "/dev/mapper/luks-invented" if below == "crypt" else "/dev/sdb1")
    fake.device("loop0", "virtual/block", loop__backing_file="/srv/image")
    fake.mount("/people", "ext4", "/dev/loop0")
    assert disk_encryption(fake.machine, VAULT).finding is finding


@pytest.mark.parametrize(
    ("kind", "finding"),
    [
        ("fuse.gocryptfs", GOOD),
        ("ecryptfs", GOOD),
        ("tmpfs", GOOD),
        ("zfs", UNKNOWN),
        ("overlay", UNKNOWN),
        ("nfs4", UNKNOWN),
        ("ext4", UNKNOWN),
    ],
)
def test_some_kinds_of_file_systems_say_it_themselves(
    fake: FakeMachine, kind: str, finding: Finding
) -> None:
    fake.mount("/", kind, "something")
    assert disk_encryption(fake.machine, VAULT).finding is finding


@pytest.mark.parametrize(
    ("uuid", "finding"),
    [("CRYPT-LUKS2-1-x", GOOD), ("CRYPT-INTEGRITY-1-x", RISK), ("CRYPT-VERITY-1-x", RISK)],
)
def test_what_only_notices_changes_is_no_encryption(
    fake: FakeMachine, uuid: str, finding: Finding
) -> None:
    fake.device("dm-7", "virtual/block", uuid, dm__name="checked")
    fake.mount("/", "ext4", "/dev/mapper/checked")
    assert disk_encryption(fake.machine, VAULT).finding is finding


def test_without_a_list_of_mounts_nothing_is_claimed(fake: FakeMachine) -> None:
    assert disk_encryption(fake.machine, VAULT).finding is UNKNOWN
    assert vault_place(fake.machine, VAULT).finding is UNKNOWN


def test_a_folder_with_a_space_in_its_name_is_found(fake: FakeMachine) -> None:
    fake.device("sda2")
    fake.encrypted_disk()
    fake.mount("/", "ext4", "/dev/sda2")
    fake.mount("/mnt/my disk", "ext4", "/dev/mapper/luks-invented")
    assert disk_encryption(fake.machine, Path("/mnt/my disk/vault")).finding is GOOD


# --- place ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(("kind", "detail"), [("cifs", "network"), ("fuse.sshfs", "network")])
def test_a_disk_of_another_machine_is_told(fake: FakeMachine, kind: str, detail: str) -> None:
    fake.mount("/", kind, "//invented/share")
    found = vault_place(fake.machine, VAULT)
    assert (found.finding, found.detail) == (RISK, detail)


def test_a_stick_is_told_by_the_way_it_is_plugged_in(fake: FakeMachine) -> None:
    fake.device("sdc1", "pci0/usb2/2-1/block")
    fake.mount("/", "vfat", "/dev/sdc1")
    assert vault_place(fake.machine, VAULT).detail == "removable"


def test_a_card_in_a_slot_is_told(fake: FakeMachine) -> None:
    fake.device("mmcblk0", "pci0/mmc0/block")
    fake.write("/sys/devices/pci0/mmc0/block/mmcblk0/device/type", "SD\n")
    fake.mount("/", "vfat", "/dev/mmcblk0")
    assert vault_place(fake.machine, VAULT).detail == "removable"


def test_a_card_is_told_by_its_mark_also_beneath_encryption(fake: FakeMachine) -> None:
    fake.device("sdd1")
    fake.write("/sys/devices/pci0/ata1/block/sdd/removable", "1\n")
    upper = fake.device("dm-5", "virtual/block", "CRYPT-LUKS2-1-x", dm__name="card")
    fake.stand_on(upper, fake.root / "sys/devices/pci0/ata1/block/sdd/sdd1")
    fake.mount("/", "ext4", "/dev/mapper/card")
    assert vault_place(fake.machine, VAULT).detail == "removable"


def test_a_disk_that_is_built_in_is_good(fake: FakeMachine) -> None:
    fake.device("sda2")
    fake.mount("/", "ext4", "/dev/sda2")
    assert vault_place(fake.machine, VAULT).finding is GOOD


@pytest.mark.parametrize(("kind", "finding"), [("tmpfs", GOOD), ("zfs", UNKNOWN)])
def test_a_place_without_a_device(fake: FakeMachine, kind: str, finding: Finding) -> None:
    fake.mount("/", kind, kind)
    assert vault_place(fake.machine, VAULT).finding is finding


# --- swap -----------------------------------------------------------------------------------------


def test_no_swap_is_good(fake: FakeMachine) -> None:
    fake.swap()
    assert (swap(fake.machine).finding, swap(fake.machine).detail) == (GOOD, "none")


def test_swap_in_memory_is_no_swap_on_a_disk(fake: FakeMachine) -> None:
    fake.device("zram0", "virtual/block", backing_dev="none")
    fake.swap("/dev/zram0")
    assert swap(fake.machine).detail == "none"


@pytest.mark.parametrize(
    ("backing", "finding"), [("/dev/sda2", RISK), ("/dev/sdz9", UNKNOWN), ("/dev/dm-0", GOOD)]
)
def test_swap_in_memory_that_overflows_to_a_disk_counts_as_that_disk(
    fake: FakeMachine, backing: str, finding: Finding
) -> None:
    fake.device("sda2")
    fake.encrypted_disk()
    fake.device("zram0", "virtual/block", backing_dev=backing)
    fake.swap("/dev/zram0")
    assert swap(fake.machine).finding is finding


def test_open_swap_beside_encrypted_swap_is_a_risk(fake: FakeMachine) -> None:
    fake.encrypted_disk()
    fake.device("sda2")
    fake.swap("/dev/dm-0")
    assert swap(fake.machine).detail == "encrypted"
    fake.swap("/dev/dm-0", "/dev/sda2")
    assert swap(fake.machine).finding is RISK


@pytest.mark.parametrize(
    ("source", "finding"), [("/dev/mapper/luks-invented", GOOD), ("/dev/sda2", RISK)]
)
def test_a_swap_file_counts_as_the_disk_it_lies_on(
    fake: FakeMachine, source: str, finding: Finding
) -> None:
    fake.device("sda2")
    fake.encrypted_disk()
    fake.mount("/", "ext4", source)
    fake.swap("/swap\\040file")
    assert swap(fake.machine).finding is finding


def test_swap_on_something_unknown_is_no_claim(fake: FakeMachine) -> None:
    assert swap(fake.machine).finding is UNKNOWN
    fake.mount("/", "zfs", "pool")
    fake.swap("/swapfile")
    assert swap(fake.machine).finding is UNKNOWN


# --- all of it ------------------------------------------------------------------------------------


def test_on_other_systems_only_what_is_written_for_them_is_claimed(fake: FakeMachine) -> None:
    machine = type(fake.machine)(fake.root, Path("/people/invented"), {}, "darwin")
    found = look(machine, Path("/people/invented/Dropbox/vault"))
    claimed = {each.name: each.finding for each in found if each.detail != "not_written"}
    assert claimed == {"sync_folder": RISK}
    assert [each.name for each in found] == [each.name for each in look(fake.machine, VAULT)]
