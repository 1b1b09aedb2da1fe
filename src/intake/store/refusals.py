"""Why a disk refused: the errors of the system and of the library as those for people."""

from __future__ import annotations

import errno
import os
from pathlib import Path

from intake.errors import DiskFullError, ReadOnlyError, UnavailableError

_PROBE_BYTES = 4096  # a page of the database


def from_os_error(error: OSError) -> UnavailableError:
    """Return the error for people that an error of the operating system stands for."""
    if error.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}:
        return DiskFullError()
    if error.errno in {errno.EROFS, errno.EACCES, errno.EPERM}:
        return ReadOnlyError()
    return UnavailableError(reason="the disk did not answer")


def why_disk_refused(path: Path) -> UnavailableError:
    """Find out why the disk refused: the library says "full" for only one of the reasons.

    A quota or a limit on the length of files reaches us as a failed write. So that is tried again,
    with a page of zeros as far out as the database and its log reach.
    """
    probe = path.with_name(f"{path.name}-room")
    files = [path, path.with_name(f"{path.name}-wal")]
    try:
        reach = max((file.stat().st_size for file in files if file.exists()), default=0)
        descriptor = os.open(probe, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600)
        try:
            os.lseek(descriptor, reach, os.SEEK_SET)
            os.write(descriptor, bytes(_PROBE_BYTES))
        finally:
            os.close(descriptor)
            probe.unlink()
    except OSError as error:
        return from_os_error(error)
    return UnavailableError(reason="the disk did not answer")
