"""
A packet arrives: proven against the other chain's state, received once, answered once.

    deliver --receipt--> DELIVERED | FAILED | DELAYED
                              |               +--release--> DELIVERED | FAILED
                              |               +--refuse, send_back--> FAILED
                              +--> an acknowledgement that the other chain's bridge can check

What can never be done is answered without success, and goes back over there. What cannot be done
now (a limit, a pause, too little gas for the call) is refused whole: it may be tried again.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from eth_hash.auto import keccak

from chain.errors import Malformed
from chain.kit.abi import BytesType, Uint64, abi_type, encode_sequence
from chain.types.primitives import ZERO_ADDRESS, Address, Hash32, Seconds
from modules.bridge import limits, money
from modules.bridge.clients import check_not_zero
from modules.bridge.events import AcknowledgementWritten, PacketReceived, TransferDelayed
from modules.bridge.lookup import check_not_frozen, client_of, is_frozen
from modules.bridge.machines import ARRIVAL, GOVERNANCE
from modules.bridge.packets import (
    COMMITMENTS_SLOT,
    acknowledgement_commitment,
    decode_transfer,
    packet_commitment,
    place_of,
)
from modules.bridge.records import (
    STRANDED_S,
    Acknowledgement,
    Arrival,
    ArrivalState,
    Packet,
    RouteState,
    StateProof,
    Transfer,
)
from modules.bridge.refusals import (
    AlreadyReceived,
    NothingWaits,
    PacketExpired,
    RouteLives,
    StillDelayed,
)
from modules.bridge.sending import shape_objection

if TYPE_CHECKING:
    from modules.bridge.books import Books

CALLBACK: Final = keccak(b"onBridgeTransfer(uint256,uint64,address,address,uint256,bytes)")[:4]
CALLBACK_TYPES: Final = [
    abi_type(int),
    abi_type(Uint64),
    abi_type(Address),
    abi_type(Address),
    abi_type(int),
    BytesType(),
]
ANSWER: Final = CALLBACK.ljust(32, b"\0")  # what the receiver must return
REFUSED: Final = b"refused"  # the reason of what governance, or a kill, sends back


def deliver(
    bridge: Books, number: Uint64, packet: Packet, proof: StateProof, payee: Address
) -> None:
    """Receive a packet that the other chain has committed to; `payee` is paid over there."""
    route = bridge.open_for_business(number)
    check_not_zero("payee", payee)
    check_not_zero("sequence", packet.sequence)
    if any(bridge.receipts[number, packet.sequence]):
        raise AlreadyReceived(number, packet.sequence)
    if bridge.block.time_s >= packet.timeout_s:
        raise PacketExpired(packet.timeout_s)
    ARRIVAL.enter("deliver", bridge.arrivals[number, packet.sequence].state)
    commitment = packet_commitment(route.remote, bridge.end_of(number), packet)
    place = place_of(COMMITMENTS_SLOT, route.remote.route, packet.sequence)
    client_of(bridge, route.client).verify_membership(route.remote.bridge, place, commitment, proof)
    bridge.receipts[number, packet.sequence] = commitment
    bridge.emit(PacketReceived(number, packet.sequence, commitment))
    _decide(bridge, number, packet, payee)


def release(bridge: Books, number: Uint64, packet: Packet) -> None:
    """
    Let a large transfer go that has waited long enough.

    Not while the client is frozen: what waits came over a chain of which there are two.
    """
    check_not_frozen(bridge, bridge.open_for_business(number).client)
    arrival = _waiting(bridge, "release", number, packet)
    if bridge.block.time_s < arrival.releases_s:
        raise StillDelayed(arrival.releases_s)
    transfer = decode_transfer(packet.payload)
    objection = _objection(bridge, number, transfer)
    succeeded, output = (
        (False, objection) if objection else _perform(bridge, number, transfer, is_limited=False)
    )
    _answer(bridge, "release", number, packet.sequence, arrival, succeeded, output)


def refuse(bridge: Books, number: Uint64, packet: Packet) -> None:
    """Answer a large transfer that waits without success, by a vote."""
    arrival = _waiting(bridge, "refuse", number, packet)
    _answer(bridge, "refuse", number, packet.sequence, arrival, False, REFUSED)


def send_back(bridge: Books, number: Uint64, packet: Packet) -> None:
    """
    Answer what waits without success where nothing is released any more.

    So it is on a killed route, and after STRANDED_S on one that is still paused, or whose client is
    still frozen: neither a guardian nor a vote that never comes holds somebody's coins for ever.
    """
    arrival = _waiting(bridge, "send_back", number, packet)
    is_killed = bridge.routes[number].state == RouteState.KILLED
    if not is_killed and not _is_stranded(bridge, number, arrival):
        raise RouteLives(number)
    _answer(bridge, "send_back", number, packet.sequence, arrival, False, REFUSED)


def _waiting(bridge: Books, name: str, number: Uint64, packet: Packet) -> Arrival:
    """Return a delayed arrival, if the packet is the one that was received."""
    arrival = bridge.arrivals[number, packet.sequence]
    ARRIVAL.enter(name, arrival.state, (GOVERNANCE,))
    remote = bridge.routes[number].remote
    commitment = packet_commitment(remote, bridge.end_of(number), packet)
    if bridge.receipts[number, packet.sequence] != commitment:
        raise NothingWaits(number, packet.sequence)
    return arrival


def _is_stranded(bridge: Books, number: Uint64, arrival: Arrival) -> bool:
    """Whether an arrival could have been released long ago, had its route taken packets."""
    if bridge.block.time_s < arrival.releases_s + STRANDED_S:
        return False
    route = bridge.routes[number]
    is_stopped = bridge.all_paused or route.state != RouteState.OPEN
    return is_stopped or is_frozen(bridge, route.client)


def _decide(bridge: Books, number: Uint64, packet: Packet, payee: Address) -> None:
    """Refuse for ever, keep waiting, or perform."""
    arrival = Arrival(ArrivalState.NOTHING, Seconds(0), payee)
    try:
        transfer = decode_transfer(packet.payload)
    except Malformed:
        _answer(bridge, "deliver", number, packet.sequence, arrival, False, b"payload")
        return
    objection = _objection(bridge, number, transfer)
    if objection:
        _answer(bridge, "deliver", number, packet.sequence, arrival, False, objection)
    elif _is_large(bridge, number, transfer):
        _delay(bridge, number, packet.sequence, payee)
    else:
        succeeded, output = _perform(bridge, number, transfer, is_limited=True)
        _answer(bridge, "deliver", number, packet.sequence, arrival, succeeded, output)


def _objection(bridge: Books, number: Uint64, transfer: Transfer) -> bytes:
    """Return why a transfer can never be performed, or nothing."""
    if shape_objection(transfer.amount, transfer.call_gas, transfer.call_data):
        return b"shape"
    has_token = any(transfer.token)
    if has_token != bool(transfer.amount) or (transfer.returning and not has_token):
        return b"token"
    if not bridge.may_receive(transfer.receiver):
        return b"receiver"
    if transfer.call_data and not bridge.host.code_size(transfer.receiver):
        return b"no contract"
    if not transfer.amount:
        return b""
    key = bridge.key_of(transfer)
    asset = bridge.assets[number, key]
    if not any(asset.local):
        return b"unknown asset"
    return b"" if money.covers(bridge, number, key, asset, transfer.amount) else b"escrow"


def _is_large(bridge: Books, number: Uint64, transfer: Transfer) -> bool:
    if not transfer.amount:
        return False
    bound_wei = bridge.limits[number, bridge.key_of(transfer)].delay_from_wei
    return transfer.amount >= bound_wei


def _delay(bridge: Books, number: Uint64, sequence: Uint64, payee: Address) -> None:
    check_not_zero("delay", bridge.settings.delay_s)
    releases_s = Seconds(bridge.block.time_s + bridge.settings.delay_s)
    state = ARRIVAL.move("deliver", ArrivalState.NOTHING, ArrivalState.DELAYED)
    bridge.arrivals[number, sequence] = Arrival(state, releases_s, payee)
    bridge.emit(TransferDelayed(number, sequence, releases_s))


def _perform(
    bridge: Books, number: Uint64, transfer: Transfer, is_limited: bool
) -> tuple[bool, bytes]:
    """Credit and call; a call that fails undoes the credit, its place in the bucket included."""
    mark, local = bridge.host.snapshot(), ZERO_ADDRESS
    if transfer.amount:
        key = bridge.key_of(transfer)
        asset = bridge.assets[number, key]
        local = asset.local
        if is_limited:
            limits.take(bridge, number, key, transfer.amount)
        money.unlock(bridge, number, key, asset, transfer.receiver, transfer.amount)
    if not transfer.call_data:
        return True, b""
    output = _call(bridge, number, transfer, local)
    if output is None:
        return True, b""
    bridge.host.revert(mark)
    return False, output


def _call(bridge: Books, number: Uint64, transfer: Transfer, local: Address) -> bytes | None:
    """Call the receiver; return None where it took the transfer, and else what it said."""
    values = (
        bridge.routes[number].remote.chain_id,
        number,
        transfer.sender,
        local,
        transfer.amount,
        transfer.call_data,
    )
    data = CALLBACK + encode_sequence(CALLBACK_TYPES, values)
    outcome = bridge.call_contract(transfer.receiver, data, transfer.call_gas)
    if outcome.succeeded and outcome.output[:32] == ANSWER:
        return None
    return outcome.output


def _answer(
    bridge: Books,
    name: str,
    number: Uint64,
    sequence: Uint64,
    arrival: Arrival,
    succeeded: bool,
    output: bytes,
) -> None:
    """Write the outcome down for good."""
    target = ArrivalState.DELIVERED if succeeded else ArrivalState.FAILED
    state = ARRIVAL.move(name, arrival.state, target)
    bridge.arrivals[number, sequence] = replace(arrival, state=state)
    answer = Acknowledgement(succeeded, arrival.payee, Hash32(keccak(output)))
    commitment = bridge.receipts[number, sequence]
    bridge.acknowledgements[number, sequence] = acknowledgement_commitment(commitment, answer)
    bridge.emit(
        AcknowledgementWritten(
            number, sequence, succeeded, answer.payee, answer.result_hash, output
        )
    )
