"""Which peers of the container are tested here: all of them in CI, elsewhere those installed."""

from __future__ import annotations

import os
import shutil

_PEERS = {
    "test_peer_age_program.py": ("age", "age-keygen"),
    "test_peer_age_encryption.py": ("node", "npm"),
}
# The package reads recorded files of every peer in any case (test_recorded_containers.py).
collect_ignore = [
    module
    for module, programs in _PEERS.items()
    if "CI" not in os.environ and not all(shutil.which(program) for program in programs)
]
