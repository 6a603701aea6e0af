"""
One end as a relayer holds it: the end, what is known of it, what is under way or has to wait there.

    Side = ChainEnd + Book + holds: (task, packet) --> until a height is read, or a moment passed
"""

from dataclasses import dataclass, field
from typing import Final

from bridge.book import Book
from bridge.ends.end import ChainEnd
from bridge.planning import Task
from bridge.refusals import Standing
from chain.types.primitives import Address, Height

PAUSE_S: Final = 2.0  # seconds until what was refused is tried again; doubled each time
PAUSE_S_MAX: Final = 300.0
DOUBLINGS_MAX: Final = 16
HOLDS_MAX: Final = 50_000  # remembered tries; the bound of two full books
SCAN_BLOCKS: Final = 2_000  # of one question for logs; fewer where a node refuses so many

Key = tuple[Task, int]  # what is done, for which packet


@dataclass(slots=True)
class Hold:
    """Why something is not tried now: a block took it that is not final, or it was refused."""

    height: Height | None = None
    until_s: float = 0.0
    tries: int = 0


@dataclass
class Side:
    """An end, and whom the other end pays for deliveries here."""

    end: ChainEnd
    payee: Address  # on the other chain
    book: Book = field(default_factory=Book)
    holds: dict[Key, Hold] = field(default_factory=dict)
    scan_blocks: int = SCAN_BLOCKS
    update: Hold = field(default_factory=Hold)  # of the client here
    unprovable: Height = Height(-1)  # trusted, and its state is gone from the other chain's node

    @property
    def name(self) -> str:
        """The chain, for people and metrics."""
        return str(self.end.place.chain_id)

    def forget(self) -> None:
        """Know nothing any more."""
        self.book, self.holds, self.update = Book(), {}, Hold()
        self.unprovable = Height(-1)

    def held(self, now_s: float) -> set[Key]:
        """Return what is not to be tried now."""
        return {key for key, hold in self.holds.items() if self._is_held(hold, now_s)}

    def hold_until_final(self, key: Key, height: Height) -> None:
        """Do not repeat what a block took, unless it turns out that it did not count."""
        self.holds[key] = Hold(height=height)

    def postpone(self, key: Key, standing: Standing, now_s: float) -> None:
        """Wait, longer each time, unless somebody else did it and reading will tell."""
        _postpone(self.holds.setdefault(key, Hold()), standing, now_s)

    def may_update(self, now_s: float) -> bool:
        """Whether the client here may be updated now, or was refused a moment ago."""
        return now_s >= self.update.until_s

    def note_update(self, succeeded: bool, standing: Standing, now_s: float) -> None:
        """Wait after a refusal, longer each time."""
        if succeeded:
            self.update = Hold()
        else:
            _postpone(self.update, standing, now_s)

    def tidy(self, other: "Side") -> None:
        """Forget what has ended."""
        self.book.forget_settled(other.book)
        for key in [key for key in self.holds if not self._concerns(key, other)]:
            del self.holds[key]
        for key in list(self.holds)[: max(0, len(self.holds) - HOLDS_MAX)]:
            del self.holds[key]

    def _is_held(self, hold: Hold, now_s: float) -> bool:
        if hold.height is not None:
            # Read past it and still to be done: its block went away, so it is done again.
            return self.book.scanned < hold.height
        return now_s < hold.until_s

    def _concerns(self, key: Key, other: "Side") -> bool:
        """Whether a packet is still under way."""
        source = other if key[0] in (Task.DELIVER, Task.RELEASE) else self
        return key[1] in source.book.sent


def _postpone(hold: Hold, standing: Standing, now_s: float) -> None:
    hold.height, hold.tries = None, hold.tries + 1
    pause_s = PAUSE_S
    if standing is not Standing.DONE:
        pause_s = min(PAUSE_S * 2 ** min(hold.tries - 1, DOUBLINGS_MAX), PAUSE_S_MAX)
    hold.until_s = now_s + pause_s
