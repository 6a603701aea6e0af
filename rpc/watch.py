"""
How long code may run for one question: the watch that a world's instructions look at.

    Simulator --watch_for(5 s)--> chain.vm.call --> every 1,024 instructions: is the time over?
"""

import time
from typing import Final

from chain.vm.world import Watch

MS_PER_S: Final = 1_000


def watch_for(limit_s: float, failure: Exception) -> Watch:
    """Return a watch that raises `failure` when so many seconds from now are over."""
    end_s = time.monotonic() + limit_s

    def watch(ahead_ms: int) -> None:
        if time.monotonic() + ahead_ms / MS_PER_S >= end_s:
            raise failure

    return watch
