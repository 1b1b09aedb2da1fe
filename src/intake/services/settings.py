"""Settings kept in the vault: nobody learns from the disk how a team works."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace

from intake.disclosure.k_anonymity import DEFAULT_K, LEAST_K
from intake.domain.audit import Action
from intake.domain.changes import Changes, Noun
from intake.domain.ids import CaseId
from intake.redaction.suggest import Profile
from intake.services.session import VaultSession
from intake.store.store import Store
from intake.store.transaction import Transaction

LARGEST_K = 50
_KEY = "settings"
_PLACE = "place"
_APPEARANCES = frozenset({"system", "light", "dark", "contrast"})
_PROFILES = frozenset(Profile)


@dataclass(frozen=True, slots=True)
class Settings:
    """Each setting, declared once with its default.

    Attributes:
        idle_minutes: Minutes without input until the vault locks (1 to 60).
        panic_shortcut: A second key sequence for the panic lock beside F12; never Esc.
        appearance: ``system``, ``light``, ``dark`` or ``contrast``.
        k: Smallest group of people in a bundle, unless an export asks for another; 3 only on
            purpose.
        redaction_profile: ``strict``, ``balanced`` or ``none``.
        second_look: A statement leaves only once a second person has looked at what would leave.
        interviewer_code: Filled into new interviews; never a name.
        project: Filled into new cases.
        seal_when_finalised: Sealing is offered as the next step when a case is finalised.
    """

    idle_minutes: int = 5
    panic_shortcut: str = ""
    appearance: str = "system"
    k: int = DEFAULT_K
    redaction_profile: str = "strict"
    second_look: bool = False
    interviewer_code: str = ""
    project: str = ""
    seal_when_finalised: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """Where a person was when the vault was locked.

    Attributes:
        case_id: The case whose interview was open; empty when none was.
        section: Name of the section; the caret itself stands with the statement.
    """

    case_id: str = ""
    section: str = ""


def load(session: VaultSession) -> Settings:
    """Return the vault's settings; unknown or broken values fall back to the default."""
    stored = session.store.settings.get(_KEY)
    found = asdict(Settings())
    for name, value in (stored if isinstance(stored, dict) else {}).items():
        if type(value) is type(found.get(name)):
            found[name] = value
    return limited(Settings(**found))


def limited(settings: Settings) -> Settings:
    """Return settings with every value inside its limits."""
    default = Settings()
    return replace(
        settings,
        appearance=_one_of(_APPEARANCES, settings.appearance, default.appearance),
        redaction_profile=_one_of(_PROFILES, settings.redaction_profile, default.redaction_profile),
        idle_minutes=min(max(settings.idle_minutes, 1), 60),
        k=min(max(settings.k, LEAST_K), LARGEST_K),
        panic_shortcut="" if "esc" in settings.panic_shortcut.lower() else settings.panic_shortcut,
    )


def _one_of(known: frozenset[str], value: str, default: str) -> str:
    return value if value in known else default


def save(session: VaultSession, new: Settings) -> Changes:
    """Store the vault's settings."""
    with session.store.write(Action.SETTINGS_CHANGED) as tx:
        session.store.settings.set(tx, _KEY, asdict(limited(new)))
        tx.touch(Noun.SETTING)
    return tx.changes


def stay_strict(store: Store, tx: Transaction) -> None:
    """Where the settings are lost, ask for what some vault may have asked for: a second look."""
    store.settings.set(tx, _KEY, asdict(Settings(second_look=True)))


def last_place(session: VaultSession) -> Place:
    """Return where the person was when the vault was last locked."""
    stored = session.store.settings.get(_PLACE)
    if not isinstance(stored, dict):
        return Place()
    case_id, section = stored.get("case_id"), stored.get("section")
    if not isinstance(case_id, str) or not isinstance(section, str):
        return Place()
    return Place(case_id, section)


def forget_place(session: VaultSession, tx: Transaction, case_id: CaseId) -> None:
    """Forget where the person was, if it was in a case that goes."""
    if last_place(session).case_id == case_id:
        session.store.settings.set(tx, _PLACE, None)


def remember_place(session: VaultSession, place: Place) -> Changes:
    """Store where the person is."""
    with session.store.write() as tx:
        session.store.settings.set(tx, _PLACE, asdict(place))
    return tx.changes
