"""What a relayer reads of both ends, told to people."""

import asyncio

from bridge.relayer import Relayer
from bridge.side import Side
from bridge.status import ended_of, status_json, status_of
from chain.types.primitives import Wei
from tests.bridge.world import PAYEE, FakeEnd, joined


def test_a_packet_is_under_way_then_done():
    """Sent, to be delivered over there, to be acknowledged here, ended: the numbers follow it."""
    one, two = joined()
    one.send()
    one.mine(3)
    relayer = Relayer((Side(FakeEnd(one), PAYEE), Side(FakeEnd(two), PAYEE)))

    async def looked():
        await relayer.look()
        a, b = relayer.sides
        return status_of(a, b, Wei(5)), status_of(b, a)

    async def begun():
        await relayer.begin()
        return await looked()

    here, there = asyncio.run(begun())
    assert (1, 1, {}, 5) == (here.sent, here.pending, here.to_do, here.balance_wei)
    assert ({"deliver": 1}, 0, None) == (there.to_do, there.pending, there.balance_wei)
    assert here.oldest_timeout_s > here.time_s and there.oldest_timeout_s == 0
    assert (0, 1) == ended_of(relayer.sides)
    assert [[], []] == [side.end.submitted for side in relayer.sides]
    for _ in range(20):
        asyncio.run(relayer.round())
        one.mine()
        two.mine()
    here, there = asyncio.run(looked())
    assert (1, 0, {}) == (here.sent, here.pending, here.to_do)
    assert (1, 1) == ended_of(relayer.sides)


def test_a_client_is_as_old_as_its_header_is_behind_this_ends_clock():
    """Never below zero, as the other chain's clock may be ahead."""
    one, two = joined()
    relayer = Relayer((Side(FakeEnd(one), PAYEE), Side(FakeEnd(two), PAYEE)))
    asyncio.run(relayer.begin())
    one.mine(50)
    asyncio.run(relayer.look())
    status = status_of(*relayer.sides)
    shown = status_json(status)
    assert max(0, status.time_s - status.client_time_s) == shown["client"]["age_s"] >= 0
    assert (status.is_open, None) == (shown["open"], shown["balance_wei"])
