"""
What peers did wrong, and who is banned for it.

    penalise(peer, points) --sum, forgiven over time--> BAN_POINTS reached -> banned for ban_s

The scale: 100 points ban. What no honest node sends costs much, what a busy or unlucky one may
send costs little, and points are forgiven one a second, so that a slow trickle never bans.
"""

from collections.abc import Mapping
from typing import Final, TypeVar

from chain.types.primitives import Milliseconds
from consensus.host.clock import Clock
from consensus.net.transport import PeerId

Value = TypeVar("Value")

BAN_POINTS: Final = 100
FORGIVEN_MS: Final = 1_000  # time in which one point is forgiven
MALFORMED_POINTS: Final = 25  # bytes that decode to nothing
WRONG_PAYLOAD_POINTS: Final = 50  # vouched for a payload that is not its block
FLOOD_POINTS: Final = 1  # one message over the rate of its channel
TRANSACTION_INVALID_POINTS: Final = 1  # a transaction that no state would admit
UNASKED_POINTS: Final = 10  # an answer without a question, or a question too soon
PEERS_MAX: Final = 4_096  # peers whose points or bans are remembered; the oldest are forgotten


class PeerScores:
    """
    Points and bans of peers; those in `exempt` are scored and never banned.

    An operator's own peers are exempt: a ban of one's sentry would cut one off, a lost
    connection is enough.
    """

    def __init__(self, clock: Clock, ban_s: int, exempt: frozenset[PeerId] = frozenset()) -> None:
        self._clock, self._ban_ms, self._exempt = clock, ban_s * 1_000, exempt
        self._points: dict[PeerId, tuple[int, Milliseconds]] = {}  # points, and as of when
        self._bans: dict[PeerId, Milliseconds] = {}  # until when

    def penalise(self, peer: PeerId, points: int) -> bool:
        """Count points; True when they are enough to disconnect the peer now."""
        total = self.points(peer) + points
        self._points.pop(peer, None)
        if total < BAN_POINTS:
            self._remember(self._points, peer, (total, self._clock.now_ms()))
            return False
        if peer not in self._exempt:
            self.ban(peer, Milliseconds(self._clock.now_ms() + self._ban_ms))
        return True

    def points(self, peer: PeerId) -> int:
        """Points that are not forgiven yet."""
        points, since_ms = self._points.get(peer, (0, self._clock.now_ms()))
        return max(0, points - (self._clock.now_ms() - since_ms) // FORGIVEN_MS)

    def ban(self, peer: PeerId, until_ms: Milliseconds) -> None:
        """Ban a peer until a moment (Unix, ms)."""
        self._bans.pop(peer, None)
        self._remember(self._bans, peer, until_ms)

    def is_banned(self, peer: PeerId) -> bool:
        """Whether a peer may not be connected now."""
        if self._bans.get(peer, 0) > self._clock.now_ms():
            return True
        self._bans.pop(peer, None)
        return False

    def bans(self) -> Mapping[PeerId, Milliseconds]:
        """Peers that are banned now, and until when (Unix, ms)."""
        return {peer: until for peer, until in self._bans.items() if self.is_banned_at(until)}

    def is_banned_at(self, until_ms: Milliseconds) -> bool:
        """Whether a ban until a moment still holds."""
        return until_ms > self._clock.now_ms()

    @staticmethod
    def _remember(table: dict[PeerId, Value], peer: PeerId, value: Value) -> None:
        table[peer] = value
        while len(table) > PEERS_MAX:
            del table[next(iter(table))]
