"""Transports over real gRPC on 127.0.0.1: who connects, what arrives, and who is cut off."""

import asyncio
import time
from dataclasses import replace

import pytest

from chain.types.primitives import Hash32
from consensus.host.clock import SystemClock
from consensus.net.config import RATES, Rate
from consensus.net.dialer import DialFailed
from consensus.net.grpc_transport import GrpcTransport
from consensus.net.messages import MESSAGE_BYTES_MAX
from consensus.net.peers import BAN_POINTS
from consensus.net.transport import Channel, Packet, PeerConnected, PeerDisconnected
from tests.consensus.net.stage import run
from tests.consensus.net.wires import CONFIG, TERMS, Wires, event, key, packet, transport, until


@pytest.mark.parametrize("count", [2, 4, 7])
def test_everyone_hears_everyone(count: int) -> None:
    """In a full mesh each packet reaches each peer, from the peer that sent it."""

    async def story() -> None:
        async with Wires(count) as nodes:
            await until(lambda: all(len(node.peers()) == count - 1 for node in nodes))
            for node in nodes:
                for peer in node.peers():
                    assert node.send(peer, Channel.CONSENSUS, node.identity.encode())
            for node in nodes:
                heard = {(await packet(node)).data.decode() for _ in node.peers()}
                assert heard == set(node.peers())

    run(story)


def test_large_and_many_messages_arrive_in_order() -> None:
    """The largest message passes, and thousands of small ones, none lost, none out of order."""

    async def story() -> None:
        async with Wires(2) as (a, b):
            large = bytes(MESSAGE_BYTES_MAX)
            for number in range(5_000):
                assert a.send(b.identity, Channel.CONSENSUS, number.to_bytes(4, "big"))
            assert a.send(b.identity, Channel.PROPOSAL, large)
            for number in range(5_000):
                assert (await packet(b)).data == number.to_bytes(4, "big")
            assert (await packet(b)).data == large

    run(story)


def test_votes_overtake_blocks() -> None:
    """What is urgent leaves before what is bulky, although it was queued later."""

    async def story() -> None:
        async with Wires(2) as (a, b):
            for _ in range(40):
                a.send(b.identity, Channel.BLOCK, bytes(200_000))
            a.send(b.identity, Channel.CONSENSUS, b"vote")
            assert (await packet(b)).channel is Channel.CONSENSUS

    run(story)


def test_a_peer_that_dies_is_noticed_and_can_come_back() -> None:
    """The end of a peer is an event; redialled under the same identity it is spoken to again."""

    async def story() -> None:
        async with transport(0) as a:
            async with transport(1) as b:
                await a.dial(b.address)
                await event(a, PeerConnected)
            assert (await event(a, PeerDisconnected)).peer == b.identity
            assert a.peers() == ()
            assert not a.send(b.identity, Channel.CONSENSUS, b"lost")
            async with transport(1) as again:
                await a.dial(again.address)
                a.send(again.identity, Channel.CONSENSUS, b"back")
                assert (await packet(again)).data == b"back"

    run(story)


def test_another_identity_than_the_pinned_is_refused() -> None:
    """Whoever answers at an address has to be the one who was meant."""

    async def story() -> None:
        async with transport(0) as a, transport(1) as b:
            wrong = replace(b.address, identity=key(2).identity)
            with pytest.raises(DialFailed, match=f"expected peer {key(2).identity}"):
                await a.dial(wrong)
            assert b.peers() == ()
            assert await a.dial(replace(b.address, identity=None)) == b.identity

    run(story)


@pytest.mark.parametrize(
    ("terms", "why"),
    [
        (replace(TERMS, chain_id=1), "chain id: expected 1, found 31337"),
        (replace(TERMS, genesis_hash=Hash32(bytes(32))), "genesis: expected 0000"),
        (replace(TERMS, version=2), "protocol version: expected 2, found 1"),
    ],
)
def test_nodes_of_different_networks_do_not_connect(terms: object, why: str) -> None:
    """Another chain, genesis or protocol is refused with words that say which."""

    async def story() -> None:
        async with transport(0, terms=terms) as a, transport(1) as b:  # type: ignore[arg-type]
            with pytest.raises(DialFailed, match=why):
                await a.dial(b.address)
            assert (a.peers(), b.peers()) == ((), ())

    run(story)


def test_a_node_does_not_connect_to_itself() -> None:
    """Its own address, told by somebody, is recognised."""

    async def story() -> None:
        async with transport(0) as a:
            with pytest.raises(DialFailed, match="to itself"):
                await a.dial(replace(a.address, identity=None))

    run(story)


def test_two_who_dial_each_other_at_once_keep_one_connection() -> None:
    """Whatever the timing, both end with the same single connection, and it works."""

    async def story() -> None:
        for _ in range(5):
            async with transport(0) as a, transport(1) as b:
                dials = (a.dial(b.address), b.dial(a.address))
                await asyncio.gather(*dials, return_exceptions=True)
                await until(lambda: len(a.connections()) == len(b.connections()) == 1)
                await asyncio.sleep(0.05)
                (left,), (right,) = a.connections(), b.connections()
                assert left.is_outbound != right.is_outbound
                assert a.send(b.identity, Channel.CONSENSUS, b"to b")
                assert b.send(a.identity, Channel.CONSENSUS, b"to a")
                assert (await packet(b)).data == b"to b"
                assert (await packet(a)).data == b"to a"

    run(story)


def test_places_are_limited_and_the_operators_peers_have_theirs() -> None:
    """Beyond max_inbound strangers are refused; named peers are always taken."""

    async def story() -> None:
        config = replace(CONFIG, max_inbound=1, unconditional_peer_ids=frozenset([key(3).identity]))
        async with (
            transport(0, config) as a,
            transport(1) as b,
            transport(2) as c,
            transport(3) as d,
        ):
            await b.dial(a.address)
            with pytest.raises(DialFailed, match="all 1 places are taken"):
                await c.dial(a.address)
            await d.dial(a.address)
            assert a.peers() == tuple(sorted([b.identity, d.identity]))

    run(story)


def test_one_ip_address_has_few_places() -> None:
    """Identities are free, addresses are not: only so many peers of one."""

    async def story() -> None:
        config = replace(CONFIG, max_inbound_per_ip=1, allow_private_addresses=False)
        async with transport(0, config) as a, transport(1) as b, transport(2) as c:
            await b.dial(a.address)
            with pytest.raises(DialFailed, match="of your IP address"):
                await c.dial(a.address)

    run(story)


def test_a_flood_is_banned_and_others_are_heard() -> None:
    """A peer over the rate of a channel is dropped, banned and not let in again."""

    async def story() -> None:
        rates = {**RATES, Channel.TRANSACTION: Rate(10, 100_000)}
        config = replace(CONFIG, rates=rates)
        async with transport(0, config) as a, transport(1) as flooder, transport(2) as honest:
            await flooder.dial(a.address)
            await honest.dial(a.address)
            for _ in range(40 + BAN_POINTS + 20):
                flooder.send(a.identity, Channel.TRANSACTION, b"spam")
            await until(lambda: a.peers() == (honest.identity,))
            honest.send(a.identity, Channel.CONSENSUS, b"vote")
            heard = [await packet(a) for _ in range(41)]
            assert {p.data for p in heard if p.peer == honest.identity} == {b"vote"}
            with pytest.raises(DialFailed, match="banned"):
                await flooder.dial(a.address)
            with pytest.raises(DialFailed, match="banned"):
                await a.dial(flooder.address)

    run(story)


def test_bulk_over_its_rate_waits_and_is_not_lost() -> None:
    """Blocks that were asked for come as fast as they may, and cost no points."""

    async def story() -> None:
        rates = {**RATES, Channel.BLOCK: Rate(1_000, 1_000_000, burst_s=1)}
        async with transport(0, replace(CONFIG, rates=rates)) as a, transport(1) as b:
            await b.dial(a.address)
            start = time.monotonic()
            for _ in range(15):
                b.send(a.identity, Channel.BLOCK, bytes(100_000))
            for _ in range(15):
                assert len((await packet(a)).data) == 100_000
            assert time.monotonic() - start > 0.4
            assert a.scores.points(b.identity) == 0

    run(story)


def test_penalties_add_up_to_a_ban() -> None:
    """Points of the reactors above end the connection."""

    async def story() -> None:
        async with Wires(2) as (a, b):
            a.penalise(b.identity, BAN_POINTS - 1, "small things")
            assert a.peers() == (b.identity,)
            a.penalise(b.identity, 1, "the last drop")
            await until(lambda: a.peers() == b.peers() == ())
            assert a.scores.is_banned(b.identity)

    run(story)


def test_a_slow_reader_holds_nobody_up() -> None:
    """cometbft#5813: a peer that does not read is cut off; sending never waits."""

    async def story() -> None:
        async with Wires(3) as (a, slow, c):

            async def never(_: Packet) -> None:
                await asyncio.Event().wait()

            slow._intake.put = never  # type: ignore[method-assign]
            start = time.monotonic()
            sent = [a.send(slow.identity, Channel.CONSENSUS, bytes(1_000)) for _ in range(60_000)]
            assert time.monotonic() - start < 5
            assert not all(sent)
            a.send(c.identity, Channel.CONSENSUS, b"hello")
            assert (await packet(c)).data == b"hello"
            await until(lambda: slow.identity not in a.peers())

    run(story)


def test_a_taken_port_is_said_clearly() -> None:
    """Two nodes on one port: the second names it."""

    async def story() -> None:
        async with transport(0) as a:
            second = GrpcTransport(key(1), TERMS, replace(CONFIG, port=a.port), SystemClock())
            with pytest.raises(OSError, match=f"127.0.0.1:{a.port}"):
                await second.start()

    run(story)


def test_nobody_answers() -> None:
    """A closed port fails at once and says where."""

    async def story() -> None:
        async with transport(0) as a:
            async with transport(1) as b:
                gone = b.address
            with pytest.raises(DialFailed, match=str(gone.port)):
                await a.dial(gone)

    run(story)
