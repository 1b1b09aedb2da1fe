"""A machine made of files: what ``/proc``, ``/sys`` and a home would say."""

from __future__ import annotations

from pathlib import Path

from intake.services.surroundings import Machine

HOME = Path("/people/invented")
VAULT = HOME / "Documents" / "work" / "vault"


class FakeMachine:
    """Builds the files of a machine below a folder."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.environment: dict[str, str] = {}
        self.mounts: list[str] = []
        self.processes = 100

    @property
    def machine(self) -> Machine:
        """The machine as the program looks at it."""
        return Machine(self.root, HOME, self.environment, "linux")

    def write(self, path: str | Path, text: str = "") -> Path:
        """Write a file."""
        place = self.root / str(path).lstrip("/")
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text)
        return place

    def mount(self, point: str, kind: str, source: str, number: str = "0:99") -> None:
        """Mount something."""
        written = point.replace(" ", "\\040")
        number_of_row = 20 + len(self.mounts)
        row = f"{number_of_row} 1 {number} / {written} rw shared:1 - {kind} {source} rw"
        self.mounts.append(row)
        self.write("/proc/self/mountinfo", "\n".join([*self.mounts, "cut off", ""]))

    def device(self, name: str, below: str = "pci0/ata1/block", uuid: str = "", **dm: str) -> Path:
        """Make a device; ``sda2`` is made a part of ``sda``."""
        whole = name.rstrip("0123456789") if name.startswith("sd") else name
        folder = self.root / "sys/devices" / below / whole
        if whole != name:
            self.write(folder.relative_to(self.root) / name / "partition", "1\n")
        made = folder / name if whole != name else folder
        made.mkdir(parents=True, exist_ok=True)
        if uuid:
            self.write(made.relative_to(self.root) / "dm/uuid", f"{uuid}\n")
        for each, text in dm.items():
            self.write(made.relative_to(self.root) / each.replace("__", "/"), f"{text}\n")
        link = self.root / "sys/class/block" / name
        link.parent.mkdir(parents=True, exist_ok=True)
        link.symlink_to(made)
        return made

    def stand_on(self, upper: Path, *lower: Path) -> None:
        """Put one device on others."""
        for each in lower:
            (upper / "slaves").mkdir(exist_ok=True)
            (upper / "slaves" / each.name).symlink_to(each)

    def encrypted_disk(self, name: str = "dm-0", mapped: str = "luks-invented") -> Path:
        """Make a disk that cryptsetup opened."""
        made = self.device(name, "virtual/block", f"CRYPT-LUKS2-00-{mapped}", dm__name=mapped)
        part = self.root / "sys/class/block/sda3"
        lower = part.resolve() if part.exists() else self.device("sda3")
        self.stand_on(made, lower)
        return made

    def swap(self, *places: str) -> None:
        """Say what is used for swap."""
        rows = [f"{place}  partition  8388604  0  -2" for place in places]
        self.write("/proc/swaps", "\n".join(["Filename Type Size Used Priority", *rows, ""]))

    def run(self, comm: str, *command: str) -> Path:
        """Run a program."""
        self.processes += 1
        folder = f"/proc/{self.processes}"
        self.write(f"{folder}/cmdline", "\0".join([*command, ""]))
        return self.write(f"{folder}/comm", f"{comm[:15]}\n").parent
