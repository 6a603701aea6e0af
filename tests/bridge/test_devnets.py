"""Two development chains as processes, and a relayer between them that is driven by hand."""

import asyncio
import time

import pytest

from bridge.journal import Journal
from bridge.planning import Policy
from bridge.relayer import Relayer
from bridge.side import Side
from chain.types.primitives import Address
from tests.bridge.devnets import (
    BOB,
    COIN,
    RELAYER,
    Land,
    join,
    start,
    wallet,
)

pytestmark = [pytest.mark.e2e, pytest.mark.long, pytest.mark.timeout(180)]
ACKNOWLEDGED = 2


async def relay_until(one, two, condition, seconds=40.0, path=None):
    """Relay by hand until a condition holds."""
    ends = (one.end(RELAYER), two.end(RELAYER))
    payee = Address(bytes.fromhex(wallet(RELAYER).address[2:]))
    try:
        for end in ends:
            await end.open()
        relayer = Relayer(
            (Side(ends[0], payee), Side(ends[1], payee)),
            Journal(path, (ends[0].place, ends[1].place)),
            Policy(),
        )
        await relayer.begin()
        deadline = time.monotonic() + seconds
        while not condition():
            assert time.monotonic() < deadline, "not done in time"
            await relayer.round()
            await asyncio.sleep(0.1)
        return relayer
    finally:
        for end in ends:
            await end.close()


def test_coins_cross_between_two_devnets_both_ways(tmp_path):
    """Packets sent on both chains arrive, are answered and settled by a relayer over real nodes."""
    with start(tmp_path / "a", 41_001) as a, start(tmp_path / "b", 41_002) as b:
        one, two = Land(a), Land(b)
        join(one, two)
        outward = [one.transfer(two.now_s) for _ in range(3)]
        inward = [two.transfer(one.now_s) for _ in range(2)]

        def is_settled() -> bool:
            states = [one.state(n) for n in outward] + [two.state(n) for n in inward]
            return all(state == ACKNOWLEDGED for state in states)

        path = tmp_path / "journal.json"
        asyncio.run(relay_until(one, two, is_settled, path=path))
        assert 3 * COIN == two.vouchers(BOB)
        assert 2 * COIN == one.vouchers(BOB)
        # Another relayer, with only the journal, has nothing left to do.
        found = asyncio.run(relay_until(one, two, lambda: True, path=path))
        assert path.exists() and found.sides[0].book.scanned > 0
