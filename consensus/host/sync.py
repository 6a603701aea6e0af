"""
Block sync: fetches from peers the committed blocks that this node lacks, some at a time.

    StatusMessage, votes from above -> claims -> BlockRequest -> CertifiedBlock -> HeightRun

It only fetches. Each block is handed to the run of its height, which checks every signature of
its certificate against the validators of that height, executes it and commits it: there is one
owner of the current height and one way in which a height ends. What peers claim is believed
only as a place to ask: a claim that no block follows is struck out (ASA-2025-001,
malachite#1541), and a low one hides nobody else's (cometbft#5803).
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from chain.types.primitives import Height, Milliseconds
from consensus.host.config import (
    FAULT_POINTS_FALSE_BLOCK,
    FAULT_POINTS_MINOR,
    SyncConfig,
)
from consensus.host.network import (
    BlockRequest,
    CertifiedBlock,
    Inbound,
    Network,
    StatusMessage,
    size_bytes,
)

FOREVER_MS = 2**62


@dataclass(slots=True)
class _Claim:
    """What a peer says to have, and since when it has been above us."""

    height: Height
    oldest_height: Height = Height(0)
    above_since_ms: int = FOREVER_MS
    paused_until_ms: int = 0


@dataclass(frozen=True, slots=True)
class _Request:
    peer: str
    until_ms: int


@dataclass(slots=True)
class BlockSync:
    """
    Which blocks to ask of whom; plain state, moved on by what happens and by `tick`.

    `height` is the committed height; blocks of the next one are never kept here, they are
    handed over at once by `take`.
    """

    network: Network
    config: SyncConfig
    height: Height
    started_ms: int
    alone: bool  # this validator needs nobody to decide
    _claims: dict[str, _Claim] = field(default_factory=dict)
    _requests: dict[Height, _Request] = field(default_factory=dict)
    _blocks: dict[Height, Inbound] = field(default_factory=dict)
    _failed: dict[Height, set[str]] = field(default_factory=dict)
    _bytes: int = 0
    _progress_ms: int = -FOREVER_MS
    _handed_until_ms: int = -FOREVER_MS  # the next height's block is with its run so long

    # What peers say.

    def claims(self, peer: str) -> Height:
        """Return the committed height that a peer says to have, 0 when it said nothing."""
        claim = self._claims.get(peer)
        return Height(0) if claim is None else claim.height

    def claim_of(self, peer: str) -> StatusMessage | None:
        """Return what a peer says to have, None where it said nothing."""
        claim = self._claims.get(peer)
        return None if claim is None else StatusMessage(claim.height, claim.oldest_height)

    def heard(self, peer: str, status: StatusMessage, now_ms: Milliseconds) -> None:
        """Take a peer's word on how far it is."""
        claim = self._claims.setdefault(peer, _Claim(status.height))
        claim.height, claim.oldest_height = status.height, status.oldest_height
        self._note_above(claim, now_ms)

    def heard_of(self, peer: str, height: Height, now_ms: Milliseconds) -> None:
        """A peer passes on votes of `height`, so it should have what is below."""
        below = Height(height - 1)
        claim = self._claims.setdefault(peer, _Claim(below))
        claim.height = max(claim.height, below)
        self._note_above(claim, now_ms)

    def _note_above(self, claim: _Claim, now_ms: int) -> None:
        above = claim.height > self.height
        claim.above_since_ms = min(claim.above_since_ms, now_ms) if above else FOREVER_MS

    def no_block(self, peer: str, height: Height, now_ms: Milliseconds) -> None:
        """A peer does not have what it was asked for: its claim was false, or is pruned."""
        request = self._requests.get(height)
        if request is None or request.peer != peer:
            return
        self._fail(height, f"no block {height} where one was claimed", now_ms)

    def take(self, inbound: Inbound, now_ms: Milliseconds) -> Inbound | None:
        """
        Take a block that came; return it when its turn is now.

        Blocks above the next height are kept only when they were asked of this peer, and
        while there is room; they are asked for again later otherwise.
        """
        assert isinstance(inbound.message, CertifiedBlock)
        height = inbound.message.certificate.height
        if height == self.height + 1:
            return self._hand_over(inbound, now_ms)
        request, size = self._requests.get(height), size_bytes(inbound.message)
        if request is None or request.peer != inbound.peer or height <= self.height:
            return None
        del self._requests[height]
        if self._bytes + size <= self.config.waiting_bytes_max:
            self._blocks[height] = inbound
            self._bytes += size
        return None

    # What became of blocks.

    def committed(self, height: Height, fetched: bool, now_ms: Milliseconds) -> Inbound | None:
        """The next height is final; return the block after it if it waits here."""
        self.height, self._handed_until_ms = height, -FOREVER_MS
        if fetched:
            self._progress_ms = now_ms
        for gone in [h for h in self._requests if h <= height]:
            del self._requests[gone]
        for gone in [h for h in self._failed if h <= height]:
            del self._failed[gone]
        for gone in [h for h in self._blocks if h <= height]:
            self._bytes -= size_bytes(self._blocks.pop(gone).message)
        for claim in self._claims.values():
            claim.above_since_ms = FOREVER_MS
            self._note_above(claim, now_ms)
        inbound = self._blocks.pop(Height(height + 1), None)
        if inbound is None:
            return None
        self._bytes -= size_bytes(inbound.message)
        return self._hand_over(inbound, now_ms)

    def _hand_over(self, inbound: Inbound, now_ms: int) -> Inbound:
        """Give a block away to be verified and executed; it is not asked for meanwhile."""
        self._requests.pop(Height(self.height + 1), None)
        self._handed_until_ms = now_ms + self.config.request_ms
        return inbound

    def refused(self, peer: str, height: Height, reason: str, now_ms: Milliseconds) -> None:
        """A peer's block does not prove itself: never again from this peer."""
        self.network.report(peer, FAULT_POINTS_FALSE_BLOCK, f"block {height}: {reason}")
        self._failed.setdefault(height, set()).add(peer)
        self._handed_until_ms = -FOREVER_MS
        self._pause(peer, now_ms)

    # What to do next.

    def target(self, now_ms: Milliseconds) -> Height:
        """Return the highest height that some peer not in disgrace claims, at least our own."""
        claimed = (c.height for c in self._claims.values() if c.paused_until_ms <= now_ms)
        return max([self.height, *claimed])

    def is_behind(self, now_ms: Milliseconds) -> bool:
        """Whether blocks are to be fetched: a lag of two heights, or of one for a while."""
        for claim in self._claims.values():
            waited = now_ms - claim.above_since_ms >= self.config.grace_ms
            far = claim.height > self.height + 1
            if claim.paused_until_ms <= now_ms and (far or (claim.height > self.height and waited)):
                return True
        return False

    def holds(self, now_ms: Milliseconds) -> bool:
        """
        Whether this node should wait with its own voice, because its height is decided already.

        Bounded: at the start by `startup_ms`, later by `patience_ms` since the last block.
        """
        if self.alone:
            return False
        if not self._claims:
            return now_ms - self.started_ms < self.config.startup_ms
        since_ms = max(self._progress_ms, self.started_ms)
        return self.is_behind(now_ms) and now_ms - since_ms < self.config.patience_ms

    def tick(self, now_ms: Milliseconds) -> Iterator[tuple[str, BlockRequest]]:
        """Yield what to ask of whom now; requests that took too long go to somebody else."""
        for height in [h for h, r in self._requests.items() if r.until_ms <= now_ms]:
            self._fail(height, f"no answer to a request for block {height}", now_ms)
        connected = self.network.peers()
        self._claims = {p: c for p, c in self._claims.items() if p in connected}
        if not self.is_behind(now_ms):
            return
        roomy = 2 * self._bytes < self.config.waiting_bytes_max
        window = self.config.in_flight_max if roomy else 1  # what has no room would come in vain
        last = min(self.target(now_ms), self.height + window)
        first = self.height + (2 if now_ms < self._handed_until_ms else 1)
        for number in range(first, last + 1):
            height = Height(number)
            if height in self._requests or height in self._blocks:
                continue
            if (peer := self._choose(height, now_ms)) is not None:
                self._requests[height] = _Request(peer, now_ms + self.config.request_ms)
                yield peer, BlockRequest(height)

    def _choose(self, height: Height, now_ms: int) -> str | None:
        """Return the least busy peer that claims a height, by name where several are."""
        failed = self._failed.get(height, set())
        busy: dict[str, int] = {}
        for request in self._requests.values():
            busy[request.peer] = busy.get(request.peer, 0) + 1
        able = [
            (busy.get(peer, 0), peer)
            for peer, claim in sorted(self._claims.items())
            if claim.oldest_height <= height <= claim.height
            and claim.paused_until_ms <= now_ms
            and busy.get(peer, 0) < self.config.in_flight_per_peer_max
        ]
        fresh = [choice for choice in able if choice[1] not in failed]
        chosen = min(fresh or able, default=None)
        return None if chosen is None else chosen[1]

    def _fail(self, height: Height, reason: str, now_ms: Milliseconds) -> None:
        request = self._requests.pop(height)
        self.network.report(request.peer, FAULT_POINTS_MINOR, reason)
        self._failed.setdefault(height, set()).add(request.peer)
        self._pause(request.peer, now_ms)

    def _pause(self, peer: str, now_ms: int) -> None:
        """Ask this peer nothing for a while, and believe nothing it claims."""
        if (claim := self._claims.get(peer)) is not None:
            claim.paused_until_ms = now_ms + self.config.pause_ms
