"""A node that lags fetches blocks, believes only what they prove, and waits for nobody's word."""

import asyncio
from dataclasses import dataclass, field, replace
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from chain.types.certificate import BlockId, Certificate
from chain.types.primitives import Hash32, Height, Milliseconds, Round
from consensus.host.app import Verdict
from consensus.host.config import FAULT_POINTS_FALSE_BLOCK, EngineConfig, SyncConfig
from consensus.host.network import (
    BlockRequest,
    CertifiedBlock,
    Inbound,
    LoopbackNetwork,
    MemoryHub,
    Message,
    NoBlock,
    StatusMessage,
    size_bytes,
)
from consensus.host.sync import BlockSync
from tests.consensus.host.test_gossip import Ear
from tests.consensus.stage import CONFIG, FAST, Home, home, homes, play, reach

HUGE = Height(2**62)


@dataclass
class Peers(LoopbackNetwork):
    """A network of which only the names and the reports matter."""

    names: tuple[str, ...]
    reports: list[tuple[str, int]] = field(default_factory=list)

    def peers(self) -> tuple[str, ...]:
        """Return everyone."""
        return self.names

    def report(self, peer: str, points: int, reason: str) -> None:
        """Note it."""
        self.reports.append((peer, points))


def block(height: int, size: int = 0) -> CertifiedBlock:
    """A block whose proof nobody checks here."""
    name = BlockId(Hash32(height.to_bytes(32, "big")), Milliseconds(height))
    return CertifiedBlock(Certificate(Height(height), Round(0), name, ()), bytes(size))


def sync_of(*names: str, alone: bool = False, **settings_: int) -> BlockSync:
    """A sync at height 0 and time 0."""
    config = replace(SyncConfig(), **settings_)
    return BlockSync(Peers(tuple(sorted(names))), config, Height(0), 0, alone)


def status(height: int, oldest: int = 1) -> StatusMessage:
    """Word of a peer."""
    return StatusMessage(Height(height), Height(oldest))


def now(ms: int) -> Milliseconds:
    """A moment."""
    return Milliseconds(ms)


def asked(sync: BlockSync, ms: int) -> list[tuple[str, int]]:
    """What the sync asks for at a moment."""
    return [(peer, request.height) for peer, request in sync.tick(now(ms))]


def test_a_window_of_blocks_is_asked_of_all_who_have_them() -> None:
    """Requests are shared out; never more than the window, nor more than a peer's part."""
    sync = sync_of("a", "b", "c", in_flight_max=6, in_flight_per_peer_max=2)
    for peer in ("a", "b"):
        sync.heard(peer, status(100), now(0))
    sync.heard("c", status(100, oldest=50), now(0))
    assert [("a", 1), ("b", 2), ("a", 3), ("b", 4)] == asked(sync, 0)
    assert [] == asked(sync, 1)


def test_a_lag_of_one_height_is_none_for_a_while() -> None:
    """A peer that committed a moment ago is ahead by one: the votes are under way."""
    sync = sync_of("a")
    sync.heard("a", status(1), now(0))
    assert [] == asked(sync, 900)
    assert [("a", 1)] == asked(sync, 1_000)


def test_votes_from_above_are_a_hint() -> None:
    """A peer that passes on votes of height 7 should have block 6."""
    sync = sync_of("a")
    sync.heard_of("a", Height(7), now(0))
    assert Height(6) == sync.claims("a")
    assert ("a", 6) in asked(sync, 0)


def test_a_huge_claim_is_struck_out_and_a_low_one_hides_nobody() -> None:
    """ASA-2025-001, malachite#1541, cometbft#5803: only blocks count, whatever is claimed."""
    sync = sync_of("liar", "low", "true", request_ms=1_000)
    sync.heard("liar", status(HUGE), now(0))
    sync.heard("true", status(3), now(0))
    sync.heard("low", status(0), now(0))
    sync.no_block("liar", Height(99), now(0))  # nobody asked it that
    assert {"liar", "true"} == {peer for peer, _ in asked(sync, 0)}
    again = asked(sync, 1_000)
    assert {"true"} >= {peer for peer, height in again if height <= 3}
    assert Height(0) == sync.target(now(1_000))  # both silent: nothing is proven
    assert not sync.holds(now(1_000))


def test_nobody_waits_longer_than_blocks_come() -> None:
    """tendermint#2916, cometbft#3406: promises alone hold no validator back."""
    sync = sync_of("a", patience_ms=500, request_ms=10_000)
    sync.heard("a", status(100), now(0))
    assert sync.holds(now(499))
    assert not sync.holds(now(500))
    sync.committed(Height(1), True, now(600))
    assert sync.holds(now(1_000))
    assert not sync.holds(now(1_100))
    sync.committed(Height(2), False, now(1_200))  # decided by votes: no block came
    assert not sync.holds(now(1_201))


def test_a_validator_that_is_enough_never_waits() -> None:
    """One with all the power cannot be behind anybody."""
    sync = sync_of("a", alone=True)
    sync.heard("a", status(HUGE), now(0))
    assert not sync.holds(now(0))


def test_start_waits_for_the_first_word_and_not_longer() -> None:
    """Peers are asked how far they are; silent ones are not waited for."""
    sync = sync_of("a", startup_ms=300)
    assert sync.holds(now(299))
    assert not sync.holds(now(300))
    assert not sync_of("a", alone=True, startup_ms=300).holds(now(0))


def test_blocks_wait_for_their_turn_within_bytes() -> None:
    """What comes early is kept up to a number of bytes; unasked blocks are not kept at all."""
    size = size_bytes(block(3, 1_000))
    sync = sync_of("a", "b", waiting_bytes_max=2 * size)
    sync.heard("a", status(5), now(0))
    asked(sync, 0)
    assert None is sync.take(Inbound(block(3, 1_000), "b"), now(0))  # asked of another
    for height in (3, 4, 5):
        assert None is sync.take(Inbound(block(height, 1_000), "a"), now(0))
    first = Inbound(block(1, 1_000), "a")
    assert first == sync.take(first, now(0))
    assert None is sync.committed(Height(1), True, now(1))
    assert Inbound(block(3, 1_000), "a") == sync.committed(Height(2), True, now(2))
    assert Inbound(block(4, 1_000), "a") == sync.committed(Height(3), True, now(3))
    assert [("a", 5)] == [(peer, height) for peer, height in asked(sync, 2_000)]


def test_nothing_is_asked_for_that_would_have_no_room() -> None:
    """While large blocks wait for their turn, only the next one is fetched."""
    size = size_bytes(block(3, 1_000))
    sync = sync_of("a", waiting_bytes_max=2 * size, in_flight_max=3)
    sync.heard("a", status(9), now(0))
    assert [1, 2, 3] == [height for _, height in asked(sync, 0)]
    sync.take(Inbound(block(3, 1_000), "a"), now(0))
    sync.take(Inbound(block(1, 1_000), "a"), now(0))
    sync.committed(Height(1), True, now(1))
    assert [] == asked(sync, 1)  # 2 is under way, 4 would have no room
    sync.committed(Height(2), True, now(2))
    sync.committed(Height(3), True, now(2))
    assert [4, 5, 6] == [height for _, height in asked(sync, 3)]


def test_a_false_block_costs_its_peer_and_is_asked_elsewhere() -> None:
    """Who gives a block that does not prove itself is reported and not asked again."""
    sync = sync_of("a", "b")
    for peer in ("a", "b"):
        sync.heard(peer, status(2), now(0))
    assert [("a", 1), ("b", 2)] == asked(sync, 0)
    assert sync.take(Inbound(block(1), "a"), now(1)) is not None
    assert [] == asked(sync, 1)
    sync.refused("a", Height(1), "bad", now(1))
    assert isinstance(sync.network, Peers)
    assert [("a", FAULT_POINTS_FALSE_BLOCK)] == sync.network.reports
    assert [("b", 1)] == asked(sync, 2)


@settings(max_examples=60, deadline=None)
@given(
    behaviours=st.lists(st.sampled_from(["honest", "silent", "huge", "false"]), max_size=5),
    order=st.randoms(use_true_random=False),
)
def test_one_honest_peer_is_enough(behaviours: list[str], order: object) -> None:
    """Whatever the others do, all blocks of one honest peer arrive, within the bounds."""
    kinds = {f"p{i}": kind for i, kind in enumerate([*behaviours, "honest"])}
    sync, top, ms, ready = sync_of(*kinds, pause_ms=2_000, request_ms=500), 40, 0, {}
    while sync.height < top:
        for peer, kind in kinds.items():
            sync.heard(peer, status(HUGE if kind == "huge" else top), now(ms))
        requests = asked(sync, ms)
        assert len(sync._requests) <= SyncConfig().in_flight_max
        order.shuffle(requests)  # type: ignore[attr-defined]
        for peer, height in requests:
            if kinds[peer] in ("honest", "false") and height <= top:
                due = sync.take(Inbound(block(height), peer), now(ms))
                if due is not None:
                    ready[height] = due
        while (due := ready.pop(sync.height + 1, None)) is not None:
            height = Height(sync.height + 1)
            if kinds[due.peer] == "false":
                sync.refused(due.peer, height, "false", now(ms))
                break
            waiting = sync.committed(height, True, now(ms))
            if waiting is not None:
                ready[height + 1] = waiting
        ms += 250
        assert ms < 600_000, "stuck"


# With engines.

QUICK = SyncConfig(
    startup_ms=100, patience_ms=500, grace_ms=50, request_ms=200, pause_ms=2_000, tick_ms=20
)
SYNCING = EngineConfig(timeouts=FAST, block_interval_ms=40, resend_ms=50, status_ms=100, sync=QUICK)


async def grow(nodes: list[Home], hub: MemoryHub, heights: int) -> list[asyncio.Future[None]]:
    """Let nodes live until the first has a height; they go on living."""
    lives = [asyncio.ensure_future(n.live(hub.join(str(i)), SYNCING)) for i, n in enumerate(nodes)]
    while len(nodes[0].chain.certificates) < heights:
        await asyncio.sleep(0.02)
        for life in lives:
            if life.done():
                life.result()
    return lives


async def end(lives: list[asyncio.Future[None]]) -> None:
    """Stop nodes."""
    for life in lives:
        life.cancel()
    await asyncio.gather(*lives, return_exceptions=True)


def test_a_validator_with_an_empty_disk_catches_up_in_silence(tmp_path: Path) -> None:
    """cometbft#5953: it fetches every block, signs none of the old heights, then takes part."""

    async def story() -> None:
        nodes, hub = homes(tmp_path, 4), MemoryHub()
        lives = await grow(nodes[:3], hub, 40)
        new = nodes[3]
        lives.append(asyncio.ensure_future(new.live(hub.join("3"), SYNCING)))
        while not new.seen:
            await asyncio.sleep(0.02)
        assert 40 <= min(height for _, height, _, _ in new.seen)
        assert 40 <= len(new.chain.certificates)
        await end(lives)
        for mine, others in zip(new.chain.certificates, nodes[0].chain.certificates, strict=False):
            assert mine.block_id == others.block_id

    play(story())


def test_consensus_falls_back_to_sync_when_it_lags(tmp_path: Path) -> None:
    """cosmos-sdk#19242: a running validator that was cut off fetches what it missed."""

    async def story() -> None:
        nodes, hub = homes(tmp_path, 4), MemoryHub()
        lives = await grow(nodes, hub, 3)
        hub.passes = lambda sender, receiver, message: "3" not in (sender, receiver)
        cut_at = len(nodes[3].chain.certificates)
        while len(nodes[0].chain.certificates) < cut_at + 30:
            await asyncio.sleep(0.02)
        assert len(nodes[3].chain.certificates) <= cut_at + 1
        hub.passes = lambda sender, receiver, message: True
        goal = len(nodes[0].chain.certificates)
        while len(nodes[3].chain.certificates) < goal:
            await asyncio.sleep(0.02)
        signed = {height for _, height, _, _ in nodes[3].seen}
        assert not signed & set(range(cut_at + 3, goal - 2))
        await end(lives)

    play(story())


def test_a_lying_peer_stops_nobody(tmp_path: Path) -> None:
    """ASA-2025-001: a claim of a huge height, and false blocks, cost the liar and no height."""

    async def story() -> None:
        nodes, hub = homes(tmp_path, 4), MemoryHub()
        lives = await grow(nodes[:3], hub, 10)
        liar, ear = Ear(hub, "liar"), Ear(hub, "3")

        async def lie() -> None:
            await liar.broadcast(status(HUGE))
            while True:
                inbound = await liar.receive()
                if isinstance(inbound.message, BlockRequest):
                    await liar.send(inbound.peer, block(inbound.message.height, 10))
                    await liar.broadcast(status(HUGE))

        lying = asyncio.ensure_future(lie())
        lives.append(asyncio.ensure_future(nodes[3].live(ear, SYNCING)))
        while len(nodes[3].chain.certificates) < 20:
            await asyncio.sleep(0.02)
        assert ("liar", FAULT_POINTS_FALSE_BLOCK) in ear.reports
        assert {"liar"} == {peer for peer, points in ear.reports if points > 1}
        await end([*lives, lying])

    play(story())


def test_a_true_proof_with_a_false_block_is_fetched_again(tmp_path: Path) -> None:
    """The proof holds and the bytes do not: the giver is reported, another gives the block."""

    async def story() -> None:
        nodes, hub = homes(tmp_path, 4), MemoryHub()
        lives = await grow(nodes[:3], hub, 10)
        ear = Ear(hub, "3")
        swapped: list[Height] = []

        def passes(sender: str, receiver: str, message: Message) -> bool:
            if receiver != "3" or not isinstance(message, CertifiedBlock) or swapped:
                return True
            swapped.append(message.certificate.height)
            ear.inject(Inbound(replace(message, payload=b"false"), sender))
            return False

        hub.passes = passes
        lives.append(asyncio.ensure_future(nodes[3].live(ear, SYNCING)))
        while len(nodes[3].chain.certificates) < 12:
            await asyncio.sleep(0.02)
        assert swapped
        assert FAULT_POINTS_FALSE_BLOCK in [points for _, points in ear.reports]
        await end(lives)

    play(story())


def test_four_of_four_start_at_once_behind_a_promise(tmp_path: Path) -> None:
    """tendermint#2916: all wait for blocks that nobody has, a short while, and then decide."""

    async def story() -> None:
        nodes, hub = homes(tmp_path, 4), MemoryHub()
        liar = Ear(hub, "liar")

        async def lie() -> None:
            while True:
                await liar.broadcast(status(HUGE))
                await asyncio.sleep(0.05)

        lying = asyncio.ensure_future(lie())
        await reach(nodes, 5, [n.live(hub.join(str(i)), SYNCING) for i, n in enumerate(nodes)])
        await end([lying])

    play(story())


def test_a_height_whose_decision_is_known_is_never_signed(tmp_path: Path) -> None:
    """cometbft#5953: while a certified block is executed, waits end and nothing is said."""

    async def story() -> None:
        nodes, hub = homes(tmp_path, 4), MemoryHub()
        lives = await grow(nodes[:3], hub, 1)
        await end(lives)
        slow, teller, ear = nodes[3], Ear(hub, "teller"), Ear(hub, "slow")
        validate = slow.chain.validate

        async def slowly(height: Height, block_id: BlockId, payload: bytes) -> Verdict:
            await asyncio.sleep(2)
            return await validate(height, block_id, payload)

        slow.chain.validate = slowly  # type: ignore[method-assign]
        chain = nodes[0].chain
        await teller.send("slow", CertifiedBlock(chain.certificates[0], chain.blocks[0]))
        life = asyncio.ensure_future(slow.live(ear, SYNCING))
        while not slow.chain.certificates:
            await asyncio.sleep(0.02)
        assert {} == slow.seen
        await end([life])

    play(story())


def test_blocks_outside_the_chain_are_answered_with_none(tmp_path: Path) -> None:
    """A question for a height that is not there gets a clear no."""

    async def story() -> None:
        node, hub = home(tmp_path), MemoryHub()
        asker = Ear(hub, "asker")
        life = asyncio.ensure_future(node.live(hub.join("0"), CONFIG))
        await asyncio.sleep(0.1)
        await asker.send("0", BlockRequest(HUGE))
        await asker.send("0", BlockRequest(Height(1)))
        assert NoBlock(HUGE) == await asker.heard(lambda m: isinstance(m, NoBlock))
        found = await asker.heard(lambda m: isinstance(m, CertifiedBlock))
        assert isinstance(found, CertifiedBlock)
        assert found.certificate == node.chain.certificates[0]
        await end([life])

    play(story())


def test_several_requests_of_one_peer_may_be_overdue_at_once() -> None:
    """A silent peer with two requests in flight stops nothing (sim seed 2186 at n = 4)."""
    sync = sync_of("silent", request_ms=500)
    sync.heard("silent", status(5), now(0))
    assert 5 == len(asked(sync, 0))
    assert [] == asked(sync, 500)
