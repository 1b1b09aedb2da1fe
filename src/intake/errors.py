"""Every error a person may meet: plain words, a short code, an exit code; never case data.

    IntakeError
    ├── DamagedError (3)           a file is damaged, truncated, foreign or hostile
    ├── RefusedError (4)           policy says no
    ├── WrongSecretError (5)       a passphrase or key does not open the file
    ├── RollbackError (6)          the vault was put back to an earlier state
    ├── UnavailableError (7)       the machine cannot do it now
    ├── UsageError (2)             what was asked for cannot be meant
    └── CancelledError (130)       the person stopped it; nothing half-written

``template`` holds the sentence with ``{names}``; parameters are counts, line numbers, keys, codes
and paths that the person typed, never a value out of a case. The window translates the template by
``code``; the command line prints ``str(error)``.
"""

from __future__ import annotations

from intake.error_base import IntakeError
from intake.refusal_errors import (
    AnonymityError,
    ConsentMissingError,
    LeakFoundError,
    NothingToReleaseError,
    PendingReviewError,
    RefusedError,
    SeriesError,
)
from intake.secret_errors import (
    MistypedRecoveryKeyError,
    MistypedSheetError,
    NoKeyGivenError,
    OneSheetError,
    OtherSplitError,
    SameSheetError,
    WeakPassphraseError,
    WrongFilePassphraseError,
    WrongKeyError,
    WrongPassphraseError,
    WrongRecoveryKeyError,
    WrongSecretError,
    WrongSheetError,
)

__all__ = [
    "AnonymityError",
    "ConsentMissingError",
    "IntakeError",
    "LeakFoundError",
    "MistypedRecoveryKeyError",
    "MistypedSheetError",
    "NoKeyGivenError",
    "NothingToReleaseError",
    "OneSheetError",
    "OtherSplitError",
    "PendingReviewError",
    "RefusedError",
    "SameSheetError",
    "SeriesError",
    "WeakPassphraseError",
    "WrongFilePassphraseError",
    "WrongKeyError",
    "WrongPassphraseError",
    "WrongRecoveryKeyError",
    "WrongSecretError",
    "WrongSheetError",
]

# Stands for the key where a line is wrong as a whole.
WHOLE_LINE = "line"


class UsageError(IntakeError):
    """What was asked for cannot be meant; ``what`` says why."""

    code, exit_code = "U01", 2
    template = "{what}"


class NoFolderError(UsageError):
    """The folder that should hold something new is not there."""

    code = "U02"
    template = "There is no folder {path}. Create it first, or choose another place."


class UnreadableFileError(UsageError):
    """A file that was named is not there, or may not be read."""

    code = "U03"
    template = "The file {path} cannot be read. Check its path."


class SeveralBackupsError(UsageError):
    """The folder in which backups stand was given where one backup is needed."""

    code = "U04"
    template = "{path} is the folder of backups. Choose one inside: {names}."


class TooLongError(UsageError):
    """A text is longer than it may be."""

    code = "U05"
    template = "This is too long. It may have {most} characters at most."


class DamagedError(IntakeError):
    """A file is damaged, truncated, foreign or hostile."""

    code, exit_code = "F00", 3
    template = "The file is damaged. Use a backup, or ask for the file again."


class VaultMissingError(DamagedError):
    """There is no vault at the path."""

    code = "F01"
    template = "There is no vault at {path}. Check the path; nothing was created."


class HeadersMissingError(VaultMissingError):
    """A vault's database is there, but no copy of its header."""

    code = "F15"
    template = (
        "The vault at {path} has lost both copies of its header, without which no passphrase "
        "opens it. Restore a backup, or put header.0 and header.1 back; nothing was changed."
    )


class VaultEmptyError(DamagedError):
    """A file of the vault is there but has no content."""

    code = "F02"
    template = "The file {name} of this vault is empty. Restore a backup; nothing was changed."


class NotAVaultError(DamagedError):
    """The file is something else than a vault, a plain database for one."""

    code = "F03"
    template = "{path} is not an Intake vault. Choose another folder; nothing was changed."


class VaultTruncatedError(DamagedError):
    """A file of the vault is shorter than it must be."""

    code = "F04"
    template = "The file {name} of this vault is cut short. Restore a backup; nothing was changed."


class VaultDamagedError(DamagedError):
    """A check of the vault's content failed in ``part``."""

    code = "F05"
    template = (
        "The vault is damaged ({part}). Check it, restore the newest good backup, "
        "or rescue what can be read into a new vault."
    )


class HostileHeaderError(DamagedError):
    """The header asks for costs outside the limits, or no copy of it is intact."""

    code = "F06"
    template = "The vault's header is damaged or hostile ({part}). Restore a backup."


class NewerFormatError(DamagedError):
    """The file was written by a newer version of the program."""

    code = "F07"
    template = (
        "A newer Intake made this (format {found}; this one reads up to {known}). "
        "Update the program, then try again."
    )


class BundleDamagedError(DamagedError):
    """A bundle, container or key file fails its checks in ``part``."""

    code = "F08"
    template = "The file is damaged or not what it claims ({part}). Ask the sender for it again."


class UnknownSignerError(DamagedError):
    """The signature is valid but its key is not trusted here."""

    code = "F09"
    template = (
        "Signer unknown: {words}. Ask the sender for their public key file "
        "(intake key show VAULT --out FILE) and compare these words over another channel; "
        "then give it with --signer FILE, or trust it in your own vault (intake key trust)."
    )


class OtherSignerError(UnknownSignerError):
    """The signature is valid, but by another key than the one that was named."""

    code = "F12"
    template = (
        "Signed by another key than the one you named: {words}. "
        "Ask the sender which key signs bundles for you; until then trust nothing in this file."
    )


class NotAcceptedError(DamagedError):
    """A file is whole, but not what it was taken for; ``what`` says why."""

    code = "F16"
    template = "{what}"


class SecretHalfError(DamagedError):
    """A public key is needed, and this file holds a secret one."""

    code = "F13"
    template = (
        "{path} is the secret half of a key, which nobody else may have. "
        "Use its public half, the .pub file."
    )


class PublicHalfError(DamagedError):
    """A secret key is needed, and this file holds a public one."""

    code = "F14"
    template = "{path} is the public half of a key. Use the key file itself, without .pub."


class InputFileError(DamagedError):
    """One line of an input file is wrong; nothing of the file was taken over."""

    code = "F10"
    template = "Line {line}{place}: {reason}. Nothing was imported; correct the line and try again."

    def __init__(self, **parameters: str | int) -> None:
        place = "" if parameters.get("key", WHOLE_LINE) == WHOLE_LINE else f", {parameters['key']}"
        super().__init__(**({"place": place} | parameters))


class FormError(DamagedError):
    """A form definition is wrong at one cell."""

    code = "F11"
    template = "Form, sheet {sheet}, row {row}, column {column}: {reason}."


class RollbackError(IntakeError):
    """The vault was put back to an earlier state (part of it is older than the rest)."""

    code, exit_code = "R01", 6
    template = (
        "This vault was put back to an earlier state ({part}). It can be read, but writes no "
        "bundle. Record the withdrawals made since, then state that all is caught up: in the "
        "window Settings, Catch up; on the command line intake vault caught-up."
    )


class UnavailableError(IntakeError):
    """The machine cannot do it now."""

    code, exit_code = "A00", 7
    template = "This cannot be done now ({reason})."


class InUseError(UnavailableError):
    """Another instance has the vault open."""

    code = "A01"
    template = "This vault is open in another window. Close it there first."


class ReadOnlyError(UnavailableError):
    """The folder or disk does not allow writing."""

    code = "A02"
    template = "The disk or folder is read-only. Choose another place, or allow writing."


class DiskFullError(UnavailableError):
    """No space is left; what was saved before is intact."""

    code = "A03"
    template = "The disk is full. Free some space; everything saved before is intact."


class DestinationExistsError(UnavailableError):
    """The destination exists; it is never overwritten."""

    code = "A04"
    template = "{path} exists already. Choose another name; nothing was overwritten."


class TooLittleMemoryError(UnavailableError):
    """There is too little free memory to derive the key."""

    code = "A05"
    template = "Opening this vault needs {needed} MiB of free memory. Close other programs."


class PartlySealedError(UnavailableError):
    """Sealing stopped between two cases: those before are sealed, the others are still here."""

    code = "A06"
    template = (
        "Sealing stopped ({reason}). What is in these parcels is no longer here, and no other copy "
        "exists: {files}. The other cases are untouched. Seal them again, or finish with new keys."
    )


class NoAnalysisError(UnavailableError):
    """A package that only analysts need is not installed."""

    code = "A07"
    template = (
        "This needs the package {package}, which is not installed. Install the program with its "
        "tools for analysis: pip install 'case-intake[analysis]'."
    )


class CancelledError(IntakeError):
    """The person stopped the work; nothing half-written is left."""

    code, exit_code = "C01", 130
    template = "Stopped. Nothing was left half-written."
