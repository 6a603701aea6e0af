"""
How long code may run for one question: the watch that a world's instructions look at.

    Simulator --watch_for(5 s)--> chain.vm.call --> every 1,024 instructions: is the time over?
"""

import time
from collections.abc import Callable


def watch_for(limit_s: float, failure: Exception) -> Callable[[], None]:
    """Return a watch that raises `failure` when so many seconds from now are over."""
    end_s = time.monotonic() + limit_s

    def watch() -> None:
        if time.monotonic() >= end_s:
            raise failure

    return watch
