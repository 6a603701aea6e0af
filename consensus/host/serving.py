"""
Answers to peers that lag: committed blocks, at a pace that one peer cannot exceed.

    BlockRequest -> FairQueue -> App.certified -> CertifiedBlock | NoBlock
"""

from dataclasses import dataclass

from chain.types.primitives import Height
from consensus.host.app import App
from consensus.host.clock import Clock
from consensus.host.config import SyncConfig
from consensus.host.network import CertifiedBlock, Network, NoBlock
from consensus.host.queues import FairQueue

REQUESTS_WAITING_MAX = 64  # requests of one peer that wait for an answer; more are dropped
ALLOWANCES_MAX = 1_024  # peers whose pace is remembered


@dataclass(slots=True)
class _Allowance:
    """A bucket of thousandths of a block: so many more may be given now."""

    milliblocks: int
    at_ms: int


class BlockServer:
    """Gives blocks to peers, one request after another, each peer in turn."""

    def __init__(self, app: App, network: Network, clock: Clock, config: SyncConfig) -> None:
        self._app, self._network, self._clock, self._config = app, network, clock, config
        self._waiting: FairQueue[tuple[str, Height]] = FairQueue(REQUESTS_WAITING_MAX, 1)
        self._allowances: dict[str, _Allowance] = {}

    def ask(self, peer: str, height: Height) -> bool:
        """Take a request; False, and no answer, when the peer asks for more than its share."""
        return self._may(peer) and self._waiting.put(peer, (peer, height))

    async def run(self) -> None:
        """Answer for ever."""
        while True:
            peer, height = await self._waiting.get()
            found = await self._app.certified(height)
            answer = NoBlock(height) if found is None else CertifiedBlock(*found)
            await self._network.send(peer, answer)

    def _may(self, peer: str) -> bool:
        now_ms, burst = self._clock.now_ms(), self._config.served_burst * 1_000
        allowance = self._allowances.pop(peer, None) or _Allowance(burst, now_ms)
        passed_ms = max(now_ms - allowance.at_ms, 0)
        gained = passed_ms * self._config.served_per_second
        allowance.milliblocks = min(allowance.milliblocks + gained, burst)
        allowance.at_ms = now_ms
        self._allowances[peer] = allowance  # the last of them asked last
        while len(self._allowances) > ALLOWANCES_MAX:
            del self._allowances[next(iter(self._allowances))]
        if allowance.milliblocks < 1_000:
            return False
        allowance.milliblocks -= 1_000
        return True
