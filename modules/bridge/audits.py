"""What must be true of all routes together: bounded checks of each block, and walks over all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from chain.kit.abi import Uint64
from modules.bridge.books import NATIVE_BIT, asset_key
from modules.bridge.machines import HELD
from modules.bridge.records import NATIVE_TOKEN, PacketState
from modules.bridge.vouchers import supply_of

if TYPE_CHECKING:
    from modules.bridge.books import Books


def coins_cover_claims(bridge: Books) -> bool:
    """Whether every coin that is owed is here."""
    claims_wei = bridge.escrowed_wei + bridge.fees_wei + bridge.bonds_wei
    return bridge.host.balance_wei(bridge.address) >= claims_wei


def escrows_match(bridge: Books) -> bool:
    """Whether the escrows of all routes, of which there are few, sum to the total."""
    key = asset_key(NATIVE_TOKEN, True)
    routes = (Uint64(number) for number in range(1, bridge.route_count + 1))
    return sum(bridge.outstanding[route, key] for route in routes) == bridge.escrowed_wei


def fees_match(bridge: Books) -> bool:
    """Whether fees of packets under way sum to the total, and only these have a commitment."""
    total_wei = 0
    for route in range(1, bridge.route_count + 1):
        for sequence in range(1, bridge.sequences[Uint64(route)] + 1):
            sent = bridge.sends[Uint64(route), Uint64(sequence)]
            is_committed = any(bridge.commitments[Uint64(route), Uint64(sequence)])
            if is_committed != (sent.state == PacketState.SENT):
                return False
            total_wei += sent.fee_wei
    return total_wei == bridge.fees_wei


def bonds_match(bridge: Books) -> bool:
    """Whether bonds sum to the total, and none stands behind who attests no more."""
    found = [bridge.attesters[validator] for validator in bridge.attester_list]
    held_wei = sum(item.bond_wei for item in found if item.state in HELD)
    return held_wei == bridge.bonds_wei == sum(item.bond_wei for item in found)


def limits_hold(bridge: Books) -> bool:
    """Whether no bucket holds more than its capacity, and each voucher is known by its address."""
    for number in range(1, bridge.route_count + 1):
        route = Uint64(number)
        for key in bridge.asset_keys[route]:
            if bridge.buckets[route, key].room_wei > bridge.limits[route, key].capacity_wei:
                return False
            asset = bridge.assets[route, key]
            if not key & NATIVE_BIT and bridge.voucher_of[asset.local].token != asset.token:
                return False
    return True


def vouchers_match(bridge: Books) -> bool:
    """Whether each voucher's own supply is what the bridge made of it and did not burn."""
    for number in range(1, bridge.route_count + 1):
        route = Uint64(number)
        for key in bridge.asset_keys[route]:
            asset = bridge.assets[route, key]
            made = bridge.outstanding[route, key]
            if not asset.is_native and supply_of(bridge, asset) != made:
                return False
    return True
