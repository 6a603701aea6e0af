"""
How a route stands, as a relayer reads it at both ends: for people who watch, and for programs.

    Side, the other Side --> Status: packets under way, what is to do, the client's height and age
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bridge.planning import Policy, candidates
from bridge.side import Side
from chain.types.primitives import Height, Seconds, Wei


@dataclass(frozen=True, slots=True)
class Status:
    """One end. Times are of this end's clock, in seconds; `balance_wei` None: nobody was named."""

    chain_id: int
    route: int
    is_open: bool
    height: Height
    time_s: Seconds
    sent: int  # packets, the last one's number
    pending: int  # of these, not ended
    oldest_timeout_s: Seconds  # of a pending one, 0 for none
    to_do: dict[str, int]  # at this end, by task
    client_height: Height
    client_time_s: Seconds
    client_is_live: bool
    client_expires_s: Seconds
    balance_wei: Wei | None = None

    @property
    def client_age_s(self) -> int:
        """How far the client is behind this end's clock, in seconds."""
        return max(0, self.time_s - self.client_time_s)


def status_of(here: Side, there: Side, balance_wei: Wei | None = None) -> Status:
    """Return how an end stands that has been read."""
    book = here.book
    to_do: dict[str, int] = {}
    for item, _ in candidates(book, there.book, Policy()):
        to_do[item.task.value] = to_do.get(item.task.value, 0) + 1
    return Status(
        here.end.place.chain_id,
        here.end.place.route,
        book.is_open,
        book.head.height,
        book.head.time_s,
        book.last_sent,
        len(book.sent),
        min((one.packet.timeout_s for one in book.sent.values()), default=Seconds(0)),
        to_do,
        book.trust.height,
        book.trust.time_s,
        book.trust.is_live,
        book.trust.expires_s,
        balance_wei,
    )


def ended_of(sides: Sequence[Side]) -> tuple[int, int]:
    """Return how many packets of both ends have ended, and how many were sent."""
    sent = sum(side.book.last_sent for side in sides)
    return sent - sum(len(side.book.sent) for side in sides), sent


def status_json(status: Status) -> dict[str, Any]:
    """Return a status for programs."""
    return {
        "chain_id": status.chain_id,
        "route": status.route,
        "open": status.is_open,
        "height": status.height,
        "time_s": status.time_s,
        "sent": status.sent,
        "pending": status.pending,
        "oldest_timeout_s": status.oldest_timeout_s,
        "to_do": dict(sorted(status.to_do.items())),
        "client": {
            "height": status.client_height,
            "time_s": status.client_time_s,
            "age_s": status.client_age_s,
            "live": status.client_is_live,
            "expires_s": status.client_expires_s,
        },
        "balance_wei": None if status.balance_wei is None else str(status.balance_wei),
    }
