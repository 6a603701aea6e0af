"""A packet's whole way over two chains with real proofs, and each of its ends."""

import pytest

from chain.kit.abi import Uint64
from modules.bridge.events import PacketAcknowledged, PacketTimedOut
from modules.bridge.records import PacketState
from tests.modules.bridge.town import (
    ALICE,
    BOB,
    OTHER,
    RELAYER,
    ROUTE,
    Town,
)
from tests.modules.stage import COIN, account


@pytest.fixture
def town() -> Town:
    """Return two chains with a bridge between them."""
    return Town()


def test_a_transfer_crosses_and_its_fee_is_shared(town: Town):
    """Coins are locked here, vouchers made there, and both carriers get half of the fee."""
    before = [town.a.balance_wei(who) for who in (ALICE, RELAYER, OTHER)]
    packet = town.send(town.a)
    answer = town.deliver(town.b, town.a, packet)
    assert answer.success and answer.payee == account(RELAYER)
    assert COIN == town.b.vouchers_of(BOB) == town.a.outstanding(True) == town.b.outstanding(False)
    town.acknowledge(town.a, town.b, packet, answer)
    after = [town.a.balance_wei(who) for who in (ALICE, RELAYER, OTHER)]
    assert [-COIN - 11, 6, 5] == [new - old for new, old in zip(after, before, strict=True)]
    assert PacketState.ACKNOWLEDGED == town.a.do("sent", ROUTE, Uint64(1)).state
    assert town.a.logged(PacketAcknowledged(ROUTE, Uint64(1), True, account(RELAYER)))
    town.check()


def test_vouchers_go_home(town: Town):
    """What was locked comes out where vouchers return, and no more is abroad."""
    packet = town.send(town.a)
    town.deliver(town.b, town.a, packet)
    home = town.b.do("voucher", ROUTE, town.a.do("asset_tokens", ROUTE, 0, 9)[0])
    back = town.send(town.b, COIN // 2, sender=BOB, token=home, receiver=account(OTHER))
    before = town.a.balance_wei(OTHER)
    assert town.deliver(town.a, town.b, back).success
    assert COIN // 2 == town.a.balance_wei(OTHER) - before == town.a.outstanding(True)
    assert COIN // 2 == town.b.vouchers_of(BOB) == town.b.outstanding(False)
    town.check()


def test_what_never_arrived_comes_back(town: Town):
    """After the last second, absence of a receipt gives back all and half of the fee."""
    before = town.a.balance_wei(ALICE)
    packet = town.send(town.a)
    town.pass_time(1_001)
    town.time_out(town.a, town.b, packet)
    assert before - 5 == town.a.balance_wei(ALICE)
    assert town.a.logged(PacketTimedOut(ROUTE, Uint64(1)))
    assert 0 == town.a.outstanding(True)
    town.check()
