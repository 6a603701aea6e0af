"""A packet's whole way over two chains with real proofs, and each of its ends."""

from dataclasses import replace

import pytest

from chain.kit.abi import Uint64
from chain.kit.state_machine import StateForbids
from chain.types.primitives import ZERO_ADDRESS, Gas, Seconds, Wei
from modules.bridge.events import PacketAcknowledged, PacketTimedOut
from modules.bridge.module import Bridge
from modules.bridge.packets import COMMITMENTS_SLOT
from modules.bridge.records import NATIVE_TOKEN, Limits, PacketState
from modules.bridge.refusals import NotTimedOut, ProofContradicts, RouteForbids, UnknownPacket
from tests.modules.bridge.town import (
    ALICE,
    BOB,
    OTHER,
    RELAYER,
    ROUTE,
    Town,
    answer_of,
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


def test_an_answer_that_failed_gives_all_back(town: Town):
    """ibc-apps#170: a refund restores the escrow with the coins, to the wei."""
    before = town.a.balance_wei(ALICE)
    packet = town.send(town.a, receiver=NATIVE_TOKEN)
    answer = town.deliver(town.b, town.a, packet)
    town.acknowledge(town.a, town.b, packet, answer)
    assert not answer.success
    assert before - 11 == town.a.balance_wei(ALICE)
    assert 0 == town.a.outstanding(True) == town.a.host.balance_wei(Bridge.address)
    town.check()


def test_burned_vouchers_are_made_again(town: Town):
    """penumbra#3773: a refund of vouchers restores what is abroad as much as who holds it."""
    town.deliver(town.b, town.a, town.send(town.a))
    voucher = town.b.do("voucher", ROUTE, NATIVE_TOKEN)
    back = town.send(town.b, sender=BOB, token=voucher)
    assert 0 == town.b.vouchers_of(BOB) == town.b.outstanding(False)
    town.pass_time(1_001)
    town.time_out(town.b, town.a, back)
    assert COIN == town.b.vouchers_of(BOB) == town.b.outstanding(False)
    town.check()


def test_no_limit_stands_before_a_refund(town: Town):
    """namada#4822: an empty bucket holds receipts, and never what comes back to its sender."""
    tiny = Limits(Wei(COIN), Wei(1), Wei(COIN), Wei(COIN))
    first, second = town.send(town.a, 3 * COIN), town.send(town.a, 3 * COIN, receiver=NATIVE_TOKEN)
    town.a.vote("set_limits", ROUTE, NATIVE_TOKEN, True, tiny)
    answer = town.deliver(town.b, town.a, second)
    town.acknowledge(town.a, town.b, second, answer)
    town.pass_time(1_001)
    town.time_out(town.a, town.b, first)
    assert 0 == town.a.outstanding(True)


def test_no_kill_stands_before_a_refund(town: Town):
    """A killed route takes no packets, and still ends those under way."""
    packet = town.send(town.a)
    for side in (town.a, town.b):
        side.vote("kill_route", ROUTE)
    with pytest.raises(RouteForbids):
        town.deliver(town.b, town.a, packet)
    town.pass_time(1_001)
    town.time_out(town.a, town.b, packet)
    assert 0 == town.a.outstanding(True)


def test_no_fee_is_left_behind(town: Town):
    """hyperbridge#1278: a packet that is called off pays its fee out, half of it to the sender."""
    packet = town.send(town.a, fee_wei=Wei(1_001))
    town.a.do("add_fee", ROUTE, packet.sequence, value_wei=10)
    before = [town.a.balance_wei(who) for who in (ALICE, OTHER)]
    town.pass_time(1_001)
    town.time_out(town.a, town.b, packet)
    after = [town.a.balance_wei(who) for who in (ALICE, OTHER)]
    assert [COIN + 506, 505] == [new - old for new, old in zip(after, before, strict=True)]
    assert 0 == town.a.host.balance_wei(Bridge.address)


def test_a_payee_that_cannot_be_paid_blocks_nothing(town: Town):
    """A module as payee would get coins past its books: the caller gets them instead."""
    packet = town.send(town.a, receiver=NATIVE_TOKEN)
    height = town.learn(town.b, town.a)
    proof = town.a.proof(height, COMMITMENTS_SLOT, 1, 1)
    town.b.do("deliver", ROUTE, packet, proof, NATIVE_TOKEN)
    before = town.a.balance_wei(OTHER)
    town.acknowledge(town.a, town.b, packet, answer_of(town.b))
    assert 11 == town.a.balance_wei(OTHER) - before
    assert 0 == town.a.outstanding(True)


def test_an_answer_settles_once(town: Town):
    """Neither the answer again nor a time out moves a coin that was moved."""
    packet = town.send(town.a)
    answer = town.deliver(town.b, town.a, packet)
    town.acknowledge(town.a, town.b, packet, answer)
    with pytest.raises(StateForbids):
        town.acknowledge(town.a, town.b, packet, answer)
    town.pass_time(1_001)
    with pytest.raises(StateForbids):
        town.time_out(town.a, town.b, packet)


def test_a_received_packet_never_times_out(town: Town):
    """Refund and delivery both: the receipt is there, so its absence cannot be proven."""
    packet = town.send(town.a)
    town.deliver(town.b, town.a, packet)
    town.pass_time(1_001)
    with pytest.raises(ProofContradicts):
        town.time_out(town.a, town.b, packet)


def test_no_time_out_by_a_block_before_the_last_second(town: Town):
    """Timeout without proof of absence: an early block proves absence that says nothing."""
    packet = town.send(town.a)
    town.a.seal(2_000)  # this chain's clock is past it; the other one's is not
    with pytest.raises(NotTimedOut):
        town.time_out(town.a, town.b, packet)


def test_another_packet_under_the_same_number_is_none(town: Town):
    """A packet that was changed does not meet its commitment, whatever is proven."""
    packet = town.send(town.a)
    answer = town.deliver(town.b, town.a, packet)
    with pytest.raises(UnknownPacket):
        town.acknowledge(town.a, town.b, replace(packet, timeout_s=Seconds(9)), answer)
    with pytest.raises(ProofContradicts):
        town.acknowledge(town.a, town.b, packet, replace(answer, success=False))
    with pytest.raises(ProofContradicts):
        town.acknowledge(town.a, town.b, packet, replace(answer, payee=account(OTHER)))


def test_a_message_that_never_arrived_gives_its_fee_back(town: Town):
    """A packet without an amount has nothing to give back but the fee."""
    before = town.a.balance_wei(ALICE)
    packet = town.send(
        town.a, 0, token=ZERO_ADDRESS, call_gas=Gas(9), call_data=b"x", receiver=account(55)
    )
    town.pass_time(1_001)
    town.time_out(town.a, town.b, packet)
    assert before - 5 == town.a.balance_wei(ALICE)
