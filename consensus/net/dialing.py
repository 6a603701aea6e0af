"""
Whom to dial and when: the operator's peers for ever, others until enough are connected.

    persistent peers -- backoff 1 s, 2 s, ... 60 s, with jitter --> dial, again and again
    AddressBook, then seeds ----------- while places are free ----> dial

Jitter, so that nodes that lost each other at once do not meet at once for ever.
"""

import asyncio
import logging
import random
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass
from functools import partial
from typing import Final, Protocol

from chain.types.primitives import Milliseconds
from consensus.host.clock import Clock
from consensus.net.address import PeerAddress
from consensus.net.address_book import AddressBook
from consensus.net.config import NetConfig
from consensus.net.dialer import DialFailed
from consensus.net.roster import Occupation
from consensus.net.transport import PeerId

LOOK_MS: Final = Milliseconds(500)  # how often to look whom to dial
BACKOFF_MS: Final = 1_000  # after the first failure; doubles with each
BACKOFF_DOUBLINGS_MAX: Final = 6  # at most 64 s
JITTER_PERCENT: Final = 30  # of a backoff, added at random
DIALS_MAX: Final = 8  # dials under way at once
SEED_MS: Final = 30_000  # between two dials of a seed

log = logging.getLogger(__name__)


class Dialable(Protocol):
    """What dialling needs of the transport."""

    def peers(self) -> tuple[PeerId, ...]:
        """Connected peers."""

    def occupation(self) -> Occupation:
        """Places taken by peers that are not the operator's own."""

    def dial(self, address: PeerAddress) -> Awaitable[PeerId]:
        """Connect. Raises DialFailed."""


@dataclass(slots=True)
class _Persistent:
    address: PeerAddress
    identity: PeerId | None  # as named, or as it turned out to be
    failures: int = 0
    due_ms: int = 0


class Dialing:
    """Dials until cancelled."""

    def __init__(
        self,
        transport: Dialable,
        book: AddressBook,
        config: NetConfig,
        clock: Clock,
        random_source: random.Random,
        is_banned: Callable[[PeerId], bool] = lambda peer: False,
    ) -> None:
        self._transport, self._book, self._config = transport, book, config
        self._clock, self._random, self._is_banned = clock, random_source, is_banned
        self._persistent = [_Persistent(a, a.identity) for a in config.persistent_peers]
        self._own = config.own_peers
        self._dials: dict[PeerAddress, asyncio.Task[None]] = {}
        self._seed_ms: int | None = None

    async def run(self) -> None:
        """Look every half second whom to dial, until cancelled."""
        try:
            while True:
                self.look()
                await self._clock.sleep_ms(LOOK_MS)
        finally:
            for dial in list(self._dials.values()):
                dial.cancel()
            await asyncio.gather(*self._dials.values(), return_exceptions=True)

    def wants_more(self) -> bool:
        """Whether places for dialled peers are free."""
        return self._transport.occupation().outbound < self._config.max_outbound

    def look(self) -> None:
        """Start the dials that are due."""
        now_ms, connected = self._clock.now_ms(), set(self._transport.peers())
        for wanted in self._persistent:
            if wanted.identity not in connected and wanted.due_ms <= now_ms:
                self._start(wanted.address, partial(self._dial_persistent, wanted))
        if self._config.pex:
            self._fill(connected, now_ms)

    def _fill(self, connected: set[PeerId], now_ms: Milliseconds) -> None:
        """Dial from the book, and a seed when it has nothing and no one is connected."""
        under_way = {a.identity for a in self._dials if a.identity is not None}
        free = self._config.max_outbound - self._transport.occupation().outbound
        for _ in range(free - len(under_way - self._own)):
            without = connected | under_way | self._own
            address = self._book.pick(without, now_ms)
            if address is None or address.identity is None:
                if not connected:
                    self._dial_a_seed(now_ms)
                return
            under_way.add(address.identity)
            if self._is_banned(address.identity):
                self._book.forget(address.identity)
            else:
                self._start(address, partial(self._dial_known, address))

    def _dial_a_seed(self, now_ms: Milliseconds) -> None:
        due = self._seed_ms is None or now_ms - self._seed_ms >= SEED_MS
        if self._config.seeds and due:
            self._seed_ms = now_ms
            seed = self._random.choice(self._config.seeds)
            self._start(seed, partial(self._dial_known, seed))

    def _start(self, address: PeerAddress, dial: Callable[[], Coroutine[None, None, None]]) -> None:
        """Dial beside the loop, unless that is being done or enough dials are under way."""
        if address in self._dials or len(self._dials) >= DIALS_MAX:
            return
        task = self._dials[address] = asyncio.ensure_future(dial())
        task.add_done_callback(lambda _: self._dials.pop(address, None))

    async def _dial_persistent(self, wanted: _Persistent) -> None:
        """Dial a peer of the operator's; after a failure later, and ever later."""
        try:
            wanted.identity = await self._transport.dial(wanted.address)
        except DialFailed as error:
            if wanted.identity in self._transport.peers():
                return  # it dialled this node at the same time
            doublings = min(wanted.failures, BACKOFF_DOUBLINGS_MAX)
            backoff_ms = BACKOFF_MS << doublings
            jitter_ms = self._random.randrange(backoff_ms * JITTER_PERCENT // 100)
            wanted.failures += 1
            wanted.due_ms = self._clock.now_ms() + backoff_ms + jitter_ms
            level = logging.WARNING if wanted.failures == 1 else logging.DEBUG
            log.log(level, "%s; again in %d ms", error, backoff_ms + jitter_ms)
        else:
            wanted.failures, wanted.due_ms = 0, self._clock.now_ms() + BACKOFF_MS

    async def _dial_known(self, address: PeerAddress) -> None:
        """Dial an address of the book or a seed, and note what came of it."""
        try:
            peer = await self._transport.dial(address)
        except DialFailed as error:
            log.debug("%s", error)
            if address.identity is not None:
                self._book.failed(address.identity, self._clock.now_ms())
        else:
            self._book.answered(PeerAddress(peer, address.host, address.port))
