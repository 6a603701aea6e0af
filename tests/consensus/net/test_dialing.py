"""Whom to dial and when."""

import asyncio
import random
from itertools import pairwise

from consensus.host.clock import ManualClock
from consensus.net.address import PeerAddress
from consensus.net.address_book import AddressBook
from consensus.net.config import NetConfig
from consensus.net.dialer import DialFailed
from consensus.net.dialing import (
    BACKOFF_DOUBLINGS_MAX,
    BACKOFF_MS,
    DIALS_MAX,
    JITTER_PERCENT,
    LOOK_MS,
    SEED_MS,
    Dialing,
)
from consensus.net.roster import Occupation
from consensus.net.transport import PeerId
from tests.consensus.net.stage import name, run

ME = name(1)


def address(number: int) -> PeerAddress:
    """Public address."""
    return PeerAddress(name(number), f"{number % 99 + 20}.{number // 99}.1.1", 26_656)


class Phone:
    """A transport that notes who is dialled; `reachable` answer."""

    def __init__(self, clock: ManualClock) -> None:
        self.clock = clock
        self.reachable: dict[str, PeerId] = {}
        self.connected: set[PeerId] = set()
        self.own: set[PeerId] = set()
        self.dialled: list[tuple[int, PeerAddress]] = []
        self.hangs = False
        self.connects_meanwhile: PeerId | None = None

    def peers(self) -> tuple[PeerId, ...]:
        """Connected peers."""
        return tuple(sorted(self.connected))

    def occupation(self) -> Occupation:
        """All are outbound."""
        return Occupation(0, len(self.connected - self.own))

    async def dial(self, wanted: PeerAddress) -> PeerId:
        """Connect, refuse, or hang."""
        self.dialled.append((self.clock.now_ms(), wanted))
        if self.hangs:
            await asyncio.Event().wait()
        if self.connects_meanwhile is not None:
            self.connected.add(self.connects_meanwhile)
        peer = self.reachable.get(wanted.target)
        if peer is None:
            raise DialFailed(wanted, "nobody is there")
        self.connected.add(peer)
        return peer

    def answers(self, *addresses: PeerAddress) -> None:
        """Addresses at which somebody answers."""
        for one in addresses:
            assert one.identity is not None
            self.reachable[one.target] = one.identity


class Desk:
    """Dialing on a clock that is moved by hand."""

    def __init__(self, **settings: object) -> None:
        self.clock = ManualClock(0)
        self.phone = Phone(self.clock)
        self.book = AddressBook(ME, random.Random(3))
        self.banned: set[PeerId] = set()
        config = NetConfig(**settings)  # type: ignore[arg-type]
        self.phone.own = set(config.own_peers)
        self.dialing = Dialing(
            self.phone, self.book, config, self.clock, random.Random(4), self.banned.__contains__
        )

    async def pass_ms(self, span_ms: int) -> None:
        """Run for a while."""
        running = asyncio.create_task(self.dialing.run())
        for _ in range(span_ms // LOOK_MS):
            await asyncio.sleep(0)
            await asyncio.sleep(0)
            await self.clock.advance_ms(LOOK_MS)
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)


def test_persistent_peers_are_dialled_for_ever_ever_more_slowly() -> None:
    """Waits double with jitter to about a minute and never end; success ends them."""

    async def story() -> None:
        desk = Desk(persistent_peers=(address(2),), pex=False)
        await desk.pass_ms(600_000)
        times = [moment for moment, _ in desk.phone.dialled]
        waits = [later - earlier for earlier, later in pairwise(times)]
        longest = BACKOFF_MS << BACKOFF_DOUBLINGS_MAX
        for number, wait in enumerate(waits):
            least = min(BACKOFF_MS << number, longest)
            assert least <= wait <= least * (100 + JITTER_PERCENT) // 100 + LOOK_MS
        assert len(waits) > BACKOFF_DOUBLINGS_MAX
        desk.phone.answers(address(2))
        await desk.pass_ms(2 * longest)
        assert desk.phone.peers() == (name(2),)
        count = len(desk.phone.dialled)
        await desk.pass_ms(100_000)
        assert len(desk.phone.dialled) == count

    run(story)


def test_a_lost_persistent_peer_is_dialled_again_at_once() -> None:
    """What worked before is tried without a long wait."""

    async def story() -> None:
        desk = Desk(persistent_peers=(address(2),), pex=False)
        desk.phone.answers(address(2))
        await desk.pass_ms(10_000)
        desk.phone.connected.clear()
        await desk.pass_ms(1_000)
        assert desk.phone.peers() == (name(2),)

    run(story)


def test_a_peer_that_dialled_at_the_same_time_is_no_failure() -> None:
    """Two persistent peers dial each other; the refused dial costs no later wait."""

    async def story() -> None:
        desk = Desk(persistent_peers=(address(2),), pex=False)
        desk.phone.connects_meanwhile = name(2)
        await desk.pass_ms(2_000)
        assert len(desk.phone.dialled) == 1
        desk.phone.connected.clear()
        await desk.pass_ms(LOOK_MS * 2)
        assert len(desk.phone.dialled) >= 2

    run(story)


def test_a_persistent_peer_without_identity_is_recognised_once_met() -> None:
    """Named by host alone, it is not dialled again while connected."""

    async def story() -> None:
        desk = Desk(persistent_peers=(PeerAddress(None, "sentry", 1),), pex=False)
        desk.phone.reachable["sentry:1"] = name(2)
        await desk.pass_ms(60_000)
        assert len(desk.phone.dialled) == 1

    run(story)


def test_free_places_are_filled_from_the_book_and_no_more() -> None:
    """Up to max_outbound; those that answer become tried."""

    async def story() -> None:
        desk = Desk(max_outbound=3)
        for number in range(10, 30):
            desk.book.add(address(number), name(99))
            desk.phone.answers(address(number))
        await desk.pass_ms(5_000)
        assert len(desk.phone.connected) == len(desk.phone.dialled) == 3
        assert not desk.dialing.wants_more()
        tried = {e.address.identity for e in desk.book.entries() if e.is_tried}
        assert tried == desk.phone.connected

    run(story)


def test_dead_addresses_are_given_up() -> None:
    """Addresses that never answer are dialled a few times and forgotten."""

    async def story() -> None:
        desk = Desk()
        desk.book.add(address(10), name(99))
        await desk.pass_ms(10_000_000)
        assert len(desk.phone.dialled) == 8
        assert len(desk.book) == 0

    run(story)


def test_banned_and_own_peers_are_not_taken_from_the_book() -> None:
    """A ban strikes an address out; the operator's peers are dialled as configured only."""

    async def story() -> None:
        desk = Desk(unconditional_peer_ids=frozenset([name(11)]))
        desk.banned.add(name(10))
        for number in (10, 11):
            desk.book.add(address(number), name(99))
        await desk.pass_ms(10_000)
        assert desk.phone.dialled == []
        assert [entry.address for entry in desk.book.entries()] == [address(11)]

    run(story)


def test_seeds_are_asked_while_nobody_is_known() -> None:
    """Every half minute, until somebody is connected."""

    async def story() -> None:
        desk = Desk(seeds=(PeerAddress(None, "seed", 1),))
        await desk.pass_ms(3 * SEED_MS - LOOK_MS)
        assert len(desk.phone.dialled) == 3
        desk.phone.reachable["seed:1"] = name(7)
        await desk.pass_ms(10 * SEED_MS)
        assert len(desk.phone.dialled) == 4
        assert desk.phone.peers() == (name(7),)

    run(story)


def test_without_pex_only_the_operators_peers_are_dialled() -> None:
    """A validator behind sentries dials them and nobody else."""

    async def story() -> None:
        desk = Desk(pex=False, persistent_peers=(address(2),), seeds=(address(3),))
        desk.book.add(address(10), name(99))
        await desk.pass_ms(60_000)
        assert {wanted for _, wanted in desk.phone.dialled} == {address(2)}

    run(story)


def test_dials_under_way_are_bounded_and_not_doubled() -> None:
    """Peers that never answer hold a bounded number of dials, each once."""

    async def story() -> None:
        persistent = tuple(address(number) for number in range(10, 30))
        desk = Desk(persistent_peers=persistent, pex=False)
        desk.phone.hangs = True
        await desk.pass_ms(60_000)
        assert len(desk.phone.dialled) == DIALS_MAX

    run(story)
