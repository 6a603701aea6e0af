"""How markets tell the book, and that it cannot stop them."""

import pytest

from chain.errors import Malformed
from chain.kit.host import CallInfo
from chain.kit.memory_host import MemoryHost
from chain.kit.module import Paused
from chain.kit.usage import Leg, LegAmount, legs_of, tell
from chain.types.primitives import Address
from tests.chain.kit.demo import Demo

BOOK = Address(b"\x0b" * 20)


@pytest.fixture
def market() -> Demo:
    """A module that is paid."""
    return Demo(MemoryHost(), CallInfo(Address(b"\xa1" * 20)))


def test_parts_of_nothing_are_left_out():
    """A payment's legs are those that somebody gets."""
    found = legs_of({Leg.SUPPLIER: 3, Leg.BURNED: 0, Leg.TREASURY: 1})
    assert (LegAmount(Leg.SUPPLIER, 3), LegAmount(Leg.TREASURY, 1)) == found
    assert () == legs_of({})


def test_what_is_told_is_kept(market):
    """A note runs as the market's own doing."""
    tell(market, lambda: market.host.save(BOOK, 1, 7))
    assert 7 == market.host.load(BOOK, 1)


@pytest.mark.parametrize("refusal", [Paused(), Malformed("no")])
def test_book_that_refuses_leaves_nothing_and_stops_nobody(market, refusal):
    """Half a note is undone; what the market did before it stays."""
    market.host.save(market.address, 1, 5)

    def note():
        market.host.save(BOOK, 1, 7)
        market.host.log(BOOK, [1], b"")
        raise refusal

    tell(market, note)
    assert (5, 0) == (market.host.load(market.address, 1), market.host.load(BOOK, 1))
    assert [] == market.host.logs


def test_our_own_mistakes_are_not_swallowed(market):
    """What is no word of the book stops the node: other nodes would not have it."""
    with pytest.raises(ZeroDivisionError):
        tell(market, lambda: 1 // 0)
