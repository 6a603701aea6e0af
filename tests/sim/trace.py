"""What happened in a simulation, in order: a hash of all of it, and its tail for people."""

import hashlib
from collections import deque

TAIL_MAX = 400  # events that a report shows


class Trace:
    """Every event counts for the hash; the last ones are kept."""

    def __init__(self, verbose: bool = False) -> None:
        self._hash = hashlib.blake2b(digest_size=16)
        self._tail: deque[str] = deque(maxlen=TAIL_MAX)
        self._verbose = verbose
        self.events = 0

    def note(self, time_ms: int, who: str, what: str) -> None:
        """Add one event."""
        line = f"{time_ms:>8} {who:<4} {what}"
        self.events += 1
        self._hash.update(line.encode())
        self._tail.append(line)
        if self._verbose:
            print(line)

    def digest(self) -> str:
        """Hash of everything so far; equal runs have equal hashes."""
        return self._hash.hexdigest()

    def tail(self, count: int = TAIL_MAX) -> str:
        """Return the last events, one a line."""
        return "\n".join(list(self._tail)[-count:])
