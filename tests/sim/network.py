"""
Links between nodes: they lose, delay, repeat, reorder and cut, as one seed says.

    node -> Hub.send -> conditions of the link -> 0, 1 or 2 deliveries -> the receiver's inbox
"""

import asyncio
import random
from collections import Counter, deque
from dataclasses import dataclass

from chain.types.certificate import Vote
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


class Inbox:
    """Messages that wait for one life of one node; one reader."""

    def __init__(self) -> None:
        self._waiting: deque[Inbound] = deque()
        self._reader: asyncio.Future[None] | None = None

    def put(self, inbound: Inbound) -> bool:
        """Add a message and wake the reader; False when too many wait."""
        if len(self._waiting) >= INBOX_MAX:
            return False
        self._waiting.append(inbound)
        if self._reader is not None and not self._reader.done():
            self._reader.set_result(None)
        return True

    async def get(self) -> Inbound:
        """Wait for the next message."""
        while not self._waiting:
            self._reader = asyncio.get_running_loop().create_future()
            await self._reader
        return self._waiting.popleft()


class Hub:
    """Everyone's inboxes, and the links between them."""

    def __init__(self, loop: SimLoop, rng: random.Random, conditions: Conditions) -> None:
        self._loop, self._rng = loop, rng
        self.conditions = conditions
        self.cuts: set[tuple[str, str]] = set()  # directed: sender, receiver
        self.counts: Counter[str] = Counter()
        self.names: tuple[str, ...] = ()
        self._inboxes: dict[str, Inbox] = {}
        # By the ms in which they arrive, in the order they were sent: one timer for each.
        self._under_way: dict[int, list[tuple[str, str, Message]]] = {}

    def join(self, name: str) -> "SimNetwork":
        """Network of one node's new life; what was on its way to the old one is lost."""
        self._inboxes[name] = Inbox()
        self.names = tuple(sorted({*self.names, name}))
        return SimNetwork(self, name)

    def is_current(self, network: "SimNetwork") -> bool:
        """Whether this life of a node has not ended."""
        return self._inboxes.get(network.name) is network.inbox

    def leave(self, name: str) -> None:
        """Take a dead node's messages from now on to nowhere."""
        self._inboxes.pop(name, None)

    def send(self, sender: str, receiver: str, message: Message) -> None:
        """Put one message on one link."""
        for delay_ms in self.delays_ms(sender, receiver):
            due_ms = self._loop.now_ms() + delay_ms
            arriving = self._under_way.get(due_ms)
            if arriving is None:
                arriving = self._under_way[due_ms] = []
                self._loop.call_later(delay_ms / 1_000, self._arrive, due_ms)
            arriving.append((sender, receiver, message))

    def delays_ms(self, sender: str, receiver: str) -> list[int]:
        """Draw when the copies of one message arrive on a link; none when it is lost or cut."""
        self.counts["sent"] += 1
        if (sender, receiver) in self.cuts:
            self.counts["cut"] += 1
            return []
        delays_ms = self.conditions.delays_ms(self._rng)
        if len(delays_ms) != 1:
            self.counts["repeated" if delays_ms else "lost"] += 1
        return delays_ms

    def inbox(self, name: str) -> Inbox:
        """Messages that wait for one node."""
        return self._inboxes[name]

    def _arrive(self, due_ms: int) -> None:
        for sender, receiver, message in self._under_way.pop(due_ms):
            inbox = self._inboxes.get(receiver)
            if inbox is None or not inbox.put(Inbound(message, sender)):
                self.counts["undelivered"] += 1


class SimNetwork:
    """
    consensus.host.network.Network of one life of one node.

    A vote is not passed on to a peer that has sent it or been sent it, as gossip does; what is
    sent to one peer is always sent.
    """

    def __init__(self, hub: Hub, name: str) -> None:
        self.hub, self.name = hub, name
        self.inbox = hub.inbox(name)
        self._known: dict[str, set[Vote]] = {}

    async def broadcast(self, message: Message) -> None:
        """Send to all other nodes, but no vote to one that has it."""
        for receiver in self.hub.names:
            if not isinstance(message, Vote) or self._is_news(receiver, message):
                self.put(receiver, message)

    async def send(self, peer: str, message: Message) -> None:
        """Send to one other node."""
        self.put(peer, message)

    def put(self, receiver: str, message: Message) -> None:
        """Put a message on the link, unless this life is over."""
        if self.hub.is_current(self) and receiver != self.name:
            self.hub.send(self.name, receiver, message)

    def peers(self) -> tuple[str, ...]:
        """All other nodes."""
        return tuple(name for name in self.hub.names if name != self.name)

    def report(self, peer: str, points: int, reason: str) -> None:
        """Faults are counted, nobody is banned: addresses cost nothing here."""
        self.hub.counts["reported"] += 1

    async def receive(self) -> Inbound:
        """Wait for the next message."""
        inbound = await self.inbox.get()
        if isinstance(inbound.message, Vote):
            self._is_news(inbound.peer, inbound.message)
        return inbound

    def _is_news(self, peer: str, vote: Vote) -> bool:
        known = self._known.setdefault(peer, set())
        size = len(known)
        known.add(vote)
        return len(known) > size
