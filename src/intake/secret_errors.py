"""Errors about passphrases, keys and sheets that do not open something; part of ``errors``."""

from __future__ import annotations

from intake.error_base import IntakeError


class WrongSecretError(IntakeError):
    """A passphrase or key does not open the file."""

    code, exit_code = "S00", 5
    template = "This does not open it."


class WrongPassphraseError(WrongSecretError):
    """The passphrase opens no key slot."""

    code = "S01"
    template = "The passphrase does not open this vault. Check the keyboard layout and caps lock."


class WrongRecoveryKeyError(WrongSecretError):
    """The recovery key is mistyped (checksum) or opens no key slot."""

    code = "S02"
    template = "This recovery key does not open the vault. Check each group of four characters."


class MistypedRecoveryKeyError(WrongRecoveryKeyError):
    """The recovery key is mistyped, and it is known in which of its groups (1 to 9)."""

    code = "S05"
    template = "Group {group} of this recovery key looks wrong. Compare its four characters."


class OneSheetError(WrongRecoveryKeyError):
    """One sheet of a recovery key that was split over three was typed alone."""

    code = "S08"
    template = (
        "This is one sheet of three ({words}, sheet {number}). It opens nothing alone: "
        "type a second one of the same two words with it."
    )


class MistypedSheetError(WrongRecoveryKeyError):
    """A sheet of a split recovery key is mistyped, and it is known in which group (A to J).

    ``place`` is 1 for the sheet that was typed first.
    """

    code = "S09"
    template = (
        "Group {group} of the sheet typed as number {place} looks wrong. "
        "Compare its four characters."
    )


class WrongSheetError(WrongRecoveryKeyError):
    """A sheet of a split recovery key is mistyped, and nobody can tell where."""

    code = "S10"
    template = (
        "The sheet typed as number {place} has slips in several groups, or is no sheet of a "
        "recovery key. Compare all ten groups."
    )


class OtherSplitError(WrongRecoveryKeyError):
    """Two sheets of different splits were typed together."""

    code = "S11"
    template = (
        "These sheets do not belong together: one says {first}, the other {second}. "
        "Look for two with the same two words."
    )


class SameSheetError(WrongRecoveryKeyError):
    """The same sheet of a split recovery key was typed twice."""

    code = "S12"
    template = "This is sheet {number} twice. Type two different ones of the three."


class WrongKeyError(WrongSecretError):
    """The container is encrypted to somebody else."""

    code = "S03"
    template = (
        "This file is not encrypted to your key, or its first lines are damaged. "
        "Ask the sender to use your public key and to send it again."
    )


class NoKeyGivenError(WrongKeyError):
    """The file is encrypted to a key, and none was given to open it."""

    code = "S07"
    template = (
        "This file is encrypted to somebody's key. Choose the key file that opens it "
        "(in a command: --key FILE, or --vault VAULT where the key is in a vault)."
    )


class WrongFilePassphraseError(WrongKeyError):
    """The passphrase does not open a bundle or a key file."""

    code = "S06"
    template = "The passphrase does not open this file. Check the keyboard layout and caps lock."


class WeakPassphraseError(WrongSecretError):
    """The passphrase is below the strength floor."""

    code, exit_code = "S04", 2
    template = "This passphrase is too easy to guess. Use six generated words or a longer one."
