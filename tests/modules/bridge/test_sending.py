"""What may leave, and what it must bring along."""

from typing import Any

import pytest

from chain.kit.abi import Uint64
from chain.kit.state_machine import StateForbids
from chain.types.primitives import ZERO_ADDRESS, Gas, Seconds, Wei
from modules.bridge.events import FeeAdded, PacketSent
from modules.bridge.module import Bridge
from modules.bridge.packets import encode_transfer, packet_commitment
from modules.bridge.records import AMOUNT_MAX, NATIVE_TOKEN, End, Packet, Transfer
from modules.bridge.refusals import (
    RouteForbids,
    TimeoutInvalid,
    TransferInvalid,
    UnknownAsset,
    ValueWrong,
    VoucherRefused,
)
from tests.modules.bridge.town import ALICE, BOB, OTHER, ROUTE, Town, order_of
from tests.modules.stage import COIN, account


@pytest.fixture
def town() -> Town:
    """Return two chains with a bridge between them."""
    return Town()


def test_a_send_says_all_that_a_relayer_needs(town: Town):
    """The event holds the packet, its fee, and the commitment that stands in storage."""
    order = order_of(town.a)
    assert 1 == town.a.do("send", order, sender=ALICE, value_wei=COIN + 11)
    transfer = Transfer(NATIVE_TOKEN, False, account(ALICE), account(BOB), Wei(COIN), Gas(0), b"")
    packet = Packet(Uint64(1), order.timeout_s, encode_transfer(transfer))
    commitment = packet_commitment(town.a.end(), town.b.end(), packet)
    assert town.a.do("commitment_of", ROUTE, packet) == commitment
    expected = PacketSent(ROUTE, Uint64(1), order.timeout_s, packet.payload, Wei(11), commitment)
    assert town.a.logged(expected)
    assert (Uint64(1),) == town.a.do("pending", ROUTE, Uint64(1), 10)
    assert 1 == town.a.do("sent_count", ROUTE)


def test_a_fee_can_grow_while_the_packet_is_under_way(town: Town):
    """What is added joins the fee of a packet that is sent, and of no other."""
    town.send(town.a)
    town.a.do("add_fee", ROUTE, Uint64(1), value_wei=5)
    assert town.a.logged(FeeAdded(ROUTE, Uint64(1), Wei(5), Wei(16)))
    with town.a.refuses(StateForbids):
        town.a.do("add_fee", ROUTE, Uint64(2), value_wei=5)


@pytest.mark.parametrize(
    "fields",
    [
        {"amount_wei": Wei(0), "token": ZERO_ADDRESS},
        {"amount_wei": Wei(COIN), "token": ZERO_ADDRESS},
        {"amount_wei": Wei(0), "call_gas": Gas(9), "call_data": b"x"},
        {"amount_wei": Wei(1)},  # dust
        {"amount_wei": Wei(AMOUNT_MAX + 1)},
        {"receiver": ZERO_ADDRESS},
        {"receiver": Bridge.address},  # the other side's bridge has the same address
        {"call_gas": Gas(9)},
        {"call_data": b"x"},
        {"call_gas": Gas(2_000_001), "call_data": b"x"},
        {"call_gas": Gas(9), "call_data": bytes(8_193)},
    ],
)
def test_what_could_only_be_refused_is_not_sent(town: Town, fields: dict[str, Any]):
    """An order of a wrong shape, dust among them (#168), takes nothing and goes nowhere."""
    order = order_of(town.a, **fields)
    coins_wei = order.fee_wei + (order.amount_wei if order.token == NATIVE_TOKEN else 0)
    if coins_wei > 1_000 * COIN:
        town.a.host.mint(account(ALICE), Wei(coins_wei))
    with town.a.refuses(TransferInvalid):
        town.a.do("send", order, sender=ALICE, value_wei=coins_wei)


@pytest.mark.parametrize("seconds", [59, 604_801])
def test_a_packet_lives_between_a_minute_and_a_week(town: Town, seconds: int):
    """Too little time cannot be carried, too much freezes coins."""
    order = order_of(town.a, timeout_s=Seconds(town.a.time_s + seconds))
    with town.a.refuses(TimeoutInvalid):
        town.a.do("send", order, sender=ALICE, value_wei=COIN + 11)


@pytest.mark.parametrize("value_wei", [0, COIN + 10, COIN + 12])
def test_the_coins_sent_are_the_amount_and_the_fee(town: Town, value_wei: int):
    """Neither less, nor more that would be lost."""
    with town.a.refuses(ValueWrong):
        town.a.do("send", order_of(town.a), sender=ALICE, value_wei=value_wei)


def test_unknown_tokens_and_routes_take_nothing(town: Town):
    """Only a registered token travels, and only on a route that is open."""
    with town.a.refuses(UnknownAsset):
        town.a.do("send", order_of(town.a, token=account(5)), sender=ALICE, value_wei=11)
    with town.a.refuses(RouteForbids):
        town.a.do("send", order_of(town.a, route=Uint64(2)), sender=ALICE, value_wei=COIN + 11)


def test_vouchers_that_nobody_holds_are_not_sent(town: Town):
    """Burning asks the voucher; one that was never made has no holders."""
    voucher = town.a.do("voucher", ROUTE, NATIVE_TOKEN)
    order = order_of(town.a, token=voucher)
    with town.a.refuses(VoucherRefused):
        town.a.do("send", order, sender=ALICE, value_wei=11)
    town.deliver(town.a, town.b, town.send(town.b, receiver=account(OTHER)))
    with town.a.refuses(VoucherRefused):
        town.a.do("send", order_of(town.a, token=voucher), sender=ALICE, value_wei=11)


def test_a_voucher_goes_home_on_its_own_route_only(town: Town):
    """A voucher of one route is no token of another: what it stands for is locked there."""
    town.a.vote("open_route", 1, End(town.b.chain_id, Bridge.address, Uint64(2)))
    voucher = town.a.do("voucher", ROUTE, NATIVE_TOKEN)
    order = order_of(town.a, token=voucher, route=Uint64(2))
    with town.a.refuses(UnknownAsset):
        town.a.do("send", order, sender=ALICE, value_wei=11)
