"""
A packet's end, on the chain that sent it: one of two, proven, and its fee.

    answer proven, success      --> ACKNOWLEDGED   fee: half to each carrier
    answer proven, no success   --> REFUNDED       all goes back; fee: half to each carrier
    absence proven, after time  --> TIMED_OUT      all goes back; fee: half, half to who proved it

No pause, no limit and no kill stands in the way: whoever sent gets back what did not arrive.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from chain.kit.abi import Uint64
from chain.types.primitives import Address, Hash32, Wei
from modules.bridge import money
from modules.bridge.events import PacketAcknowledged, PacketTimedOut
from modules.bridge.lookup import client_of
from modules.bridge.machines import PACKET
from modules.bridge.packets import (
    ACKNOWLEDGEMENTS_SLOT,
    RECEIPTS_SLOT,
    acknowledgement_commitment,
    decode_transfer,
    packet_commitment,
    place_of,
)
from modules.bridge.records import (
    Acknowledgement,
    Packet,
    PacketState,
    RouteEntry,
    Sent,
    StateProof,
    Transfer,
)
from modules.bridge.refusals import NotTimedOut, UnknownPacket

if TYPE_CHECKING:
    from modules.bridge.books import Books


def acknowledge(
    bridge: Books, number: Uint64, packet: Packet, answer: Acknowledgement, proof: StateProof
) -> None:
    """Settle a packet by the other chain's answer; without success all goes back."""
    route, commitment = _under_way(bridge, "acknowledge", number, packet)
    place = place_of(ACKNOWLEDGEMENTS_SLOT, route.remote.route, packet.sequence)
    client_of(bridge, route.client).verify_membership(
        route.remote.bridge, place, acknowledgement_commitment(commitment, answer), proof
    )
    target = PacketState.ACKNOWLEDGED if answer.success else PacketState.REFUNDED
    fee_wei = _close(bridge, "acknowledge", number, packet, target)
    if not answer.success:
        _give_back(bridge, number, decode_transfer(packet.payload))
    _share(bridge, fee_wei, answer.payee)
    bridge.emit(PacketAcknowledged(number, packet.sequence, answer.success, answer.payee))


def timeout(bridge: Books, number: Uint64, packet: Packet, proof: StateProof) -> None:
    """Give all back for a packet that the other chain never received, and never will."""
    route, _ = _under_way(bridge, "timeout", number, packet)
    place = place_of(RECEIPTS_SLOT, route.remote.route, packet.sequence)
    proven_s = client_of(bridge, route.client).verify_absence(route.remote.bridge, place, proof)
    if proven_s < packet.timeout_s:
        raise NotTimedOut(packet.timeout_s, proven_s)
    fee_wei = _close(bridge, "timeout", number, packet, PacketState.TIMED_OUT)
    transfer = decode_transfer(packet.payload)
    _give_back(bridge, number, transfer)
    _share(bridge, fee_wei, transfer.sender)
    bridge.emit(PacketTimedOut(number, packet.sequence))


def _under_way(
    bridge: Books, name: str, number: Uint64, packet: Packet
) -> tuple[RouteEntry, Hash32]:
    """Return the route of a packet that is under way, and its commitment."""
    PACKET.enter(name, bridge.sends[number, packet.sequence].state)
    route = bridge.standing(number)
    commitment = packet_commitment(bridge.end_of(number), route.remote, packet)
    if bridge.commitments[number, packet.sequence] != commitment:
        raise UnknownPacket(number, packet.sequence)
    return route, commitment


def _close(bridge: Books, name: str, number: Uint64, packet: Packet, target: PacketState) -> Wei:
    """Forget a packet before anything is paid; return the fee that it held."""
    sent = bridge.sends[number, packet.sequence]
    del bridge.commitments[number, packet.sequence]
    bridge.sends[number, packet.sequence] = Sent(PACKET.move(name, sent.state, target), Wei(0))
    bridge.fees_wei = Wei(bridge.fees_wei - sent.fee_wei)
    return sent.fee_wei


def _give_back(bridge: Books, number: Uint64, transfer: Transfer) -> None:
    """Restore exactly what sending took: the escrow, or the vouchers."""
    if not transfer.amount:
        return
    key, asset = bridge.known_asset(number, transfer.token, not transfer.returning)
    money.unlock(bridge, number, key, asset, transfer.sender, transfer.amount)


def _share(bridge: Books, fee_wei: Wei, payee: Address) -> None:
    """Pay a fee: half to the payee with the odd wei, half to the caller; no fee stays here."""
    if not bridge.is_payable(payee):
        payee = bridge.sender
    half_wei = fee_wei // 2
    bridge.pay(payee, fee_wei - half_wei, "bridge_fee")
    bridge.pay(bridge.sender, half_wei, "bridge_fee")
