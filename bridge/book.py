"""
What a relayer knows of one end: its packets under way, and what came from the other.

    final blocks --happenings--> Book --planning--> work        Book --low_height--> journal

All of it is read from the chain and may be forgotten at any time.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Final

from bridge.ends.end import (
    AnswerWritten,
    FeeAdded,
    Happening,
    Head,
    PacketReceived,
    PacketSent,
    PacketSettled,
    TransferDelayed,
    Trust,
)
from chain.types.primitives import ZERO_HASH, Height, Seconds, Wei

OPEN_MAX: Final = 10_000  # packets under way that are kept; the worst paid are forgotten first
MARKS_MAX: Final = 512  # final blocks whose times are remembered
NOTHING: Final = Height(-1)  # scanned before the first block
NO_HEAD: Final = Head(Height(0), Seconds(0), ZERO_HASH)
NO_TRUST: Final = Trust(Height(0), Seconds(0), False, False, Seconds(0))


@dataclass
class Book:
    """One end as far as it was read."""

    scanned: Height = NOTHING
    head: Head = NO_HEAD
    is_open: bool = False
    trust: Trust = NO_TRUST
    last_sent: int = 0  # the highest sequence seen
    sent: dict[int, PacketSent] = field(default_factory=dict)
    received: dict[int, Height] = field(default_factory=dict)
    delayed: dict[int, Seconds] = field(default_factory=dict)
    answers: dict[int, AnswerWritten] = field(default_factory=dict)
    marks: list[Head] = field(default_factory=list)

    def note_head(self, head: Head) -> None:
        """Remember the newest final block, and its time."""
        self.head = head
        if not self.marks or head.height > self.marks[-1].height:
            self.marks.append(head)
            del self.marks[:-MARKS_MAX]

    def note(self, happenings: Iterable[Happening], last: Height) -> None:
        """Take in what happened up to a height."""
        for one in happenings:
            self._note(one)
        self.scanned = last
        while len(self.sent) > OPEN_MAX:
            worst = min(self.sent.values(), key=lambda one: (one.fee_wei, -one.packet.sequence))
            del self.sent[worst.packet.sequence]

    def first_after(self, time_s: Seconds) -> Head | None:
        """Return the first known final block at or after a time."""
        return next((mark for mark in self.marks if mark.time_s >= time_s), None)

    def forget_settled(self, source: "Book") -> None:
        """Drop what came of packets that have ended at their source."""
        for part in (self.received, self.delayed, self.answers):
            over = [n for n in part if n <= source.last_sent and n not in source.sent]
            for sequence in over:
                del part[sequence]

    def low_height(self) -> Height:
        """Return from where on to read again to know all of this."""
        heights = [one.height for one in self.sent.values()]
        heights += [*self.received.values(), Height(self.scanned + 1)]
        return min(heights)

    def _note(self, one: Happening) -> None:
        if isinstance(one, PacketSent):
            self.sent[one.packet.sequence] = one
            self.last_sent = max(self.last_sent, one.packet.sequence)
        elif isinstance(one, FeeAdded):
            known = self.sent.get(one.sequence)
            if known is not None:
                fee_wei = Wei(known.fee_wei + one.added_wei)
                self.sent[one.sequence] = replace(known, fee_wei=fee_wei)
        elif isinstance(one, PacketReceived):
            self.received[one.sequence] = one.height
        elif isinstance(one, TransferDelayed):
            self.delayed[one.sequence] = one.releases_s
        elif isinstance(one, AnswerWritten):
            self.delayed.pop(one.sequence, None)
            self.answers[one.sequence] = one
        elif isinstance(one, PacketSettled):
            self.sent.pop(one.sequence, None)
