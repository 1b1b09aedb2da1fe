"""What the protection page says of each thing: its name, what it means, and what to do."""

from __future__ import annotations

from intake.gui.desktop import Event
from intake.gui.i18n import noop, translate
from intake.services.protection import Finding, Protection, ProtectionState, Surrounding

# Name, then what it means where it is on. What to do otherwise stands below.
_PROCESS = {
    "umask": (
        noop("Protection", "Private files"),
        noop("Protection", "No other person on this laptop can read files that Intake makes."),
    ),
    "no_core_file": (
        noop("Protection", "No memory dumps"),
        noop("Protection", "If Intake crashes, no copy of its memory is written to the disk."),
    ),
    "no_memory_access": (
        noop("Protection", "No reading of memory"),
        noop("Protection", "Other programs of yours cannot look into the memory of Intake."),
    ),
    "no_new_privileges": (
        noop("Protection", "No further rights"),
        noop("Protection", "Nothing that runs inside Intake can get more rights than you have."),
    ),
    "no_network": (
        noop("Protection", "No network"),
        noop("Protection", "Intake refuses every connection to other machines."),
    ),
    "no_screen_pictures": (
        noop("Protection", "No pictures of the screen"),
        noop("Protection", "Other programs get no picture of this window."),
    ),
}
_NOT_HERE = noop(
    "Protection", "This system offers nothing of the kind. Close other programs while you work."
)
_FAILED = noop(
    "Protection",
    "It could not be switched on. Start Intake anew; if this stays, show the page to whoever looks "
    "after your security.",
)

_SURROUNDINGS = {
    "disk_encryption": noop("Protection", "Encrypted disk"),
    "vault_place": noop("Protection", "Place of the vault"),
    "sync_folder": noop("Protection", "No copies in a cloud"),
    "swap": noop("Protection", "Memory on the disk (swap)"),
    "hibernation": noop("Protection", "Hibernation"),
    "freed_memory": noop("Protection", "Wiping of freed memory"),
    "display": noop("Protection", "Keys and screen"),
    "clipboard_managers": noop("Protection", "Clipboard"),
    "indexers": noop("Protection", "Desktop search"),
}
_GOOD = {
    "disk_encryption": noop("Protection", "The disk beneath the vault is encrypted."),
    "vault_place": noop("Protection", "The vault lies on a disk of this laptop."),
    "vault_place memory": noop("Protection", "The vault lies in memory and goes with it."),
    "sync_folder": noop("Protection", "The vault lies in no folder that a known service copies."),
    "swap none": noop("Protection", "Memory is never moved to the disk."),
    "swap encrypted": noop("Protection", "Memory that is moved to the disk is encrypted there."),
    "hibernation impossible": noop("Protection", "This laptop cannot hibernate."),
    "hibernation no_swap": noop("Protection", "There is no place to write the memory to."),
    "hibernation switched_off": noop("Protection", "It is switched off."),
    "freed_memory": noop("Protection", "The system overwrites memory that a program gives back."),
    "display": noop("Protection", "Other programs can neither read your keys nor see this window."),
    "clipboard_managers": noop("Protection", "No running program was found that keeps copies."),
    "indexers": noop("Protection", "No running search program was found that lists the vault."),
}
_RISK = {
    "disk_encryption": noop(
        "Protection",
        "No encryption was found beneath the vault. The vault is encrypted by itself; what other "
        "programs and the system write is not. Have the whole disk encrypted when you install "
        "the system next time.",
    ),
    "vault_place network": noop(
        "Protection",
        "The vault lies on another machine, and a broken connection can damage it. Make a backup "
        "and restore it to a folder of this laptop.",
    ),
    "vault_place removable": noop(
        "Protection",
        "The vault lies on a disk that can be pulled out. Lock before you pull it, and keep a "
        "backup elsewhere.",
    ),
    "sync_folder": noop(
        "Protection",
        "Found: {names}. Every version of the vault is copied to other machines, and old ones stay "
        "there. Make a backup, restore it to a folder outside, and have the copies deleted.",
    ),
    "swap": noop(
        "Protection",
        "Pieces of what is open may be written to the disk as they are. Have swap switched off or "
        "encrypted.",
    ),
    "hibernation": noop(
        "Protection",
        "The whole memory may be written to the disk unencrypted. Have it switched off, and shut "
        "down instead.",
    ),
    "hibernation encrypted": noop(
        "Protection",
        "The whole memory may be written to the encrypted disk, and opens with its passphrase. "
        "Shut down before you travel.",
    ),
    "freed_memory": noop(
        "Protection",
        "What was in memory may stay there for a while after locking. Shut down before you "
        "travel, or have the system started with init_on_free=1.",
    ),
    "display": noop(
        "Protection",
        "This session runs on X11: every program in it can read your keys and see this window. "
        "Choose a Wayland session when you log in.",
    ),
    "display through_wayland": noop(
        "Protection",
        "The window is shown through X11 inside Wayland: other X11 programs can read your keys "
        "while it is in front. Close them while you work.",
    ),
    "clipboard_managers": noop(
        "Protection",
        "Running: {names}. It keeps what is copied to other programs. Copy inside Intake only, "
        "or close it.",
    ),
    "indexers": noop(
        "Protection",
        "Running: {names}. It lists names and times of the vault's files, though not what is in "
        "them. Leave the folder out in its settings.",
    ),
}
_UNKNOWN = noop("Protection", "It cannot be told here. Ask whoever looks after this laptop.")
_NOT_WRITTEN = noop("Protection", "Intake cannot look at this on your system yet.")
_EVENTS = {
    Event.SLEEP: noop("Protection", "The laptop goes to sleep"),
    Event.LID: noop("Protection", "The lid is closed"),
    Event.SCREEN_LOCK: noop("Protection", "The screen is locked"),
    Event.USER_SWITCH: noop("Protection", "Somebody else takes over"),
}


def process_name(found: Protection) -> str:
    """Return what a protection of the process is called."""
    return translate("Protection", _PROCESS[found.name][0])


def process_sentence(found: Protection) -> str:
    """Return what it means, and what to do where it is not on."""
    if found.state is ProtectionState.ON:
        return translate("Protection", _PROCESS[found.name][1])
    failed = found.state is ProtectionState.FAILED
    return translate("Protection", _FAILED if failed else _NOT_HERE)


def around_name(found: Surrounding) -> str:
    """Return what something around the program is called."""
    return translate("Protection", _SURROUNDINGS[found.name])


def around_sentence(found: Surrounding) -> str:
    """Return what it means, and what to do where it is a danger."""
    if found.finding is Finding.UNKNOWN:
        not_written = found.detail == "not_written"
        return translate("Protection", _NOT_WRITTEN if not_written else _UNKNOWN)
    texts = _GOOD if found.finding is Finding.GOOD else _RISK
    text = texts.get(f"{found.name} {found.detail}") or texts[found.name]
    return translate("Protection", text).format(names=", ".join(found.names))


def event_name(event: Event) -> str:
    """Return what a signal of the desktop is called."""
    return translate("Protection", _EVENTS[event])


def event_sentence(*, heard: bool) -> str:
    """Return what follows when it happens."""
    if heard:
        return translate("Protection", "Intake locks at once.")
    return translate(
        "Protection", "This desktop does not tell of it. Lock by hand, or wait for the timer."
    )
