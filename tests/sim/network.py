"""
Links between nodes: they lose, delay, repeat, reorder and cut, as one seed says.

    node -> Hub.send -> conditions of the link -> 0, 1 or 2 timers -> the receiver's inbox
"""

import asyncio
import random
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from consensus.host.network import Inbound, Message
from tests.sim.loop import SimLoop

INBOX_MAX = 20_000  # messages that wait for one node; more are lost


@dataclass(frozen=True, slots=True)
class Conditions:
    """How links behave; chances from 0 to 1, spans in ms."""

    loss: float = 0.0
    delay_ms_min: int = 1
    delay_ms_max: int = 50
    late: float = 0.0  # chance of a delay up to `late_ms_max` instead
    late_ms_max: int = 0
    repeat: float = 0.0  # chance that a message comes twice

    def delays_ms(self, rng: random.Random) -> list[int]:
        """Draw when the copies of one message arrive; none when it is lost."""
        if self.loss and rng.random() < self.loss:
            return []
        copies = 2 if self.repeat and rng.random() < self.repeat else 1
        return [self._delay_ms(rng) for _ in range(copies)]

    def _delay_ms(self, rng: random.Random) -> int:
        top_ms = self.delay_ms_max
        if self.late and rng.random() < self.late:
            top_ms = self.late_ms_max
        low_ms = self.delay_ms_min
        return low_ms + int(rng.random() * (top_ms - low_ms + 1))


class Hub:
    """Everyone's inboxes, and the links between them."""

    def __init__(self, loop: SimLoop, rng: random.Random, conditions: Conditions) -> None:
        self._loop, self._rng = loop, rng
        self.conditions = conditions
        self.cuts: set[tuple[str, str]] = set()  # directed: sender, receiver
        self.counts: Counter[str] = Counter()
        self.names: tuple[str, ...] = ()
        self._inboxes: dict[str, asyncio.Queue[Inbound]] = {}
        self.tap: Callable[[str, str, Message], None] = lambda sender, receiver, message: None

    def join(self, name: str) -> "SimNetwork":
        """Network of one node's new life; what was on its way to the old one is lost."""
        self._inboxes[name] = asyncio.Queue(INBOX_MAX)
        self.names = tuple(sorted(self._inboxes))
        return SimNetwork(self, name)

    def leave(self, name: str) -> None:
        """Take a dead node's messages from now on to nowhere."""
        self._inboxes.pop(name, None)

    def send(self, sender: str, receiver: str, message: Message) -> None:
        """Put one message on one link."""
        self.counts["sent"] += 1
        self.tap(sender, receiver, message)
        if (sender, receiver) in self.cuts:
            self.counts["cut"] += 1
            return
        delays_ms = self.conditions.delays_ms(self._rng)
        if not delays_ms:
            self.counts["lost"] += 1
        elif len(delays_ms) > 1:
            self.counts["repeated"] += 1
        for delay_ms in delays_ms:
            self._loop.call_later(delay_ms / 1_000, self._arrive, sender, receiver, message)

    def later(self, delay_ms: int, call: Callable[..., None], *arguments: object) -> None:
        """Call something after a span of ms."""
        self._loop.call_later(delay_ms / 1_000, call, *arguments)

    def inbox(self, name: str) -> asyncio.Queue[Inbound]:
        """Messages that wait for one node."""
        return self._inboxes[name]

    def _arrive(self, sender: str, receiver: str, message: Message) -> None:
        inbox = self._inboxes.get(receiver)
        if inbox is None or inbox.full():
            self.counts["undelivered"] += 1
            return
        inbox.put_nowait(Inbound(message, sender))


class SimNetwork:
    """consensus.host.network.Network of one life of one node."""

    def __init__(self, hub: Hub, name: str) -> None:
        self.hub, self.name = hub, name
        self.alive = True
        self._inbox = hub.inbox(name)

    async def broadcast(self, message: Message) -> None:
        """Send to all other nodes."""
        for receiver in self.hub.names:
            self.put(receiver, message)

    async def send(self, peer: str, message: Message) -> None:
        """Send to one other node."""
        self.put(peer, message)

    def put(self, receiver: str, message: Message) -> None:
        """Put a message on the link, unless this life is over."""
        if self.alive and receiver != self.name:
            self.hub.send(self.name, receiver, message)

    def peers(self) -> tuple[str, ...]:
        """All other nodes."""
        return tuple(name for name in self.hub.names if name != self.name)

    def report(self, peer: str, points: int, reason: str) -> None:
        """Faults are counted, nobody is banned: addresses cost nothing here."""
        self.hub.counts["reported"] += 1

    async def receive(self) -> Inbound:
        """Wait for the next message."""
        return await self._inbox.get()
