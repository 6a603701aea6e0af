"""
A packet leaves: coins are locked or vouchers burned; a commitment stands until its end.

    send --> SENT --add_fee--> SENT
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from chain.kit.abi import Uint64
from chain.types.primitives import ZERO_ADDRESS, Address, Seconds, Wei
from modules.bridge import money
from modules.bridge.events import FeeAdded, PacketSent
from modules.bridge.machines import PACKET
from modules.bridge.packets import encode_transfer, packet_commitment
from modules.bridge.records import (
    AMOUNT_MAX,
    CALL_DATA_BYTES_MAX,
    CALL_GAS_MAX,
    NATIVE_TOKEN,
    TIMEOUT_S_MAX,
    TIMEOUT_S_MIN,
    Order,
    Packet,
    PacketState,
    RouteEntry,
    Sent,
    Transfer,
)
from modules.bridge.refusals import TimeoutInvalid, TransferInvalid, UnknownAsset, ValueWrong

if TYPE_CHECKING:
    from modules.bridge.books import Books


def send(bridge: Books, order: Order) -> Uint64:
    """Send a transfer, a message or both; return its number on the route."""
    route = bridge.open_for_business(order.route)
    _check_timeout(bridge, order.timeout_s)
    _check_shape(order, route)
    coins_wei = Wei(order.fee_wei + (order.amount_wei if order.token == NATIVE_TOKEN else 0))
    if bridge.value_wei != coins_wei:
        raise ValueWrong(coins_wei, bridge.value_wei)
    token, returning = _take(bridge, order) if order.amount_wei else (ZERO_ADDRESS, False)
    transfer = Transfer(
        token,
        returning,
        bridge.sender,
        order.receiver,
        order.amount_wei,
        order.call_gas,
        order.call_data,
    )
    return _commit(bridge, order, route, encode_transfer(transfer))


def add_fee(bridge: Books, route: Uint64, sequence: Uint64) -> None:
    """Add the coins sent to the fee of a packet that is under way."""
    sent = bridge.sends[route, sequence]
    PACKET.enter("add_fee", sent.state)
    fee_wei = Wei(sent.fee_wei + bridge.value_wei)
    bridge.sends[route, sequence] = replace(sent, fee_wei=fee_wei)
    bridge.fees_wei = Wei(bridge.fees_wei + bridge.value_wei)
    bridge.emit(FeeAdded(route, sequence, bridge.value_wei, fee_wei))


def _commit(bridge: Books, order: Order, route: RouteEntry, payload: bytes) -> Uint64:
    sequence = Uint64(bridge.sequences[order.route] + 1)
    bridge.sequences[order.route] = sequence
    packet = Packet(sequence, order.timeout_s, payload)
    commitment = packet_commitment(bridge.end_of(order.route), route.remote, packet)
    bridge.commitments[order.route, sequence] = commitment
    state = PACKET.move("send", PacketState.NOTHING, PacketState.SENT)
    bridge.sends[order.route, sequence] = Sent(state, order.fee_wei)
    bridge.fees_wei = Wei(bridge.fees_wei + order.fee_wei)
    bridge.emit(
        PacketSent(order.route, sequence, order.timeout_s, payload, order.fee_wei, commitment)
    )
    return sequence


def _take(bridge: Books, order: Order) -> tuple[Address, bool]:
    """Take the amount; return the token on its own chain, and whether it returns there."""
    voucher = bridge.voucher_of[order.token]
    is_voucher = any(voucher.token)
    if is_voucher and voucher.route != order.route:
        raise UnknownAsset(order.route, order.token)
    token = voucher.token if is_voucher else order.token
    key, asset = bridge.known_asset(order.route, token, not is_voucher)
    minimum_wei = bridge.limits[order.route, key].minimum_wei
    if order.amount_wei < minimum_wei:
        raise TransferInvalid(f"at least {minimum_wei} wei of this token expected: no dust")
    money.lock(bridge, order.route, key, asset, order.amount_wei)
    return token, is_voucher


def _check_timeout(bridge: Books, timeout_s: Seconds) -> None:
    now_s = bridge.block.time_s
    earliest_s, latest_s = Seconds(now_s + TIMEOUT_S_MIN), Seconds(now_s + TIMEOUT_S_MAX)
    if not earliest_s <= timeout_s <= latest_s:
        raise TimeoutInvalid(earliest_s, latest_s)


def _check_shape(order: Order, route: RouteEntry) -> None:
    """Raise TransferInvalid for what the other side could only refuse."""
    objection = shape_objection(order.amount_wei, order.call_gas, order.call_data)
    if objection:
        raise TransferInvalid(objection)
    if order.receiver in (ZERO_ADDRESS, route.remote.bridge):
        raise TransferInvalid("a receiver expected that is neither zero nor the other bridge")
    if (order.token == ZERO_ADDRESS) != (order.amount_wei == 0):
        raise TransferInvalid("a token expected with an amount, and none without")


def shape_objection(amount_wei: int, call_gas: int, call_data: bytes) -> str:
    """Return what is wrong with an amount and a call, or nothing."""
    if amount_wei > AMOUNT_MAX:
        return f"an amount of at most {AMOUNT_MAX} expected"
    if call_gas > CALL_GAS_MAX or len(call_data) > CALL_DATA_BYTES_MAX:
        return f"at most {CALL_GAS_MAX} gas and {CALL_DATA_BYTES_MAX} bytes for a call expected"
    if (call_gas == 0) != (call_data == b""):
        return "gas expected with a call, and none without"
    return "" if amount_wei or call_data else "an amount or a call expected"
