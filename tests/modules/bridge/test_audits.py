"""Each invariant fails where it must: books that do not add up are found."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from chain.kit.abi import Uint64
from chain.kit.assembly import check_invariants, own
from chain.types.primitives import Wei
from modules.bridge.books import asset_key
from modules.bridge.module import Bridge
from modules.bridge.records import NATIVE_TOKEN
from modules.bridge.vouchers import SUPPLY_SLOT, voucher_address
from tests.modules.bridge.town import ROUTE
from tests.modules.bridge.witnesses import Witnesses
from tests.modules.stage import COIN

NATIVE, VOUCHER = asset_key(NATIVE_TOKEN, True), asset_key(NATIVE_TOKEN, False)
ONE = Uint64(1)


def lose_coins(bridge: Any) -> None:
    """Let the bridge's account lose a wei."""
    bridge.host.burn(bridge.address, Wei(1))


def miscount_escrow(bridge: Any) -> None:
    """Refund without restoring the escrow: a route says less than the total."""
    bridge.outstanding[ROUTE, NATIVE] = Wei(bridge.outstanding[ROUTE, NATIVE] - 1)


def miscount_fee(bridge: Any) -> None:
    """Let a packet hold another fee than is counted."""
    bridge.sends[ROUTE, ONE] = replace(bridge.sends[ROUTE, ONE], fee_wei=Wei(12))


def forget_packet(bridge: Any) -> None:
    """Lose the commitment of a packet that is under way."""
    del bridge.commitments[ROUTE, ONE]


def miscount_bond(bridge: Any) -> None:
    """Let a bond be smaller than is counted."""
    validator = bridge.attester_list.page(0, 1)[0]
    bridge.attesters[validator] = replace(bridge.attesters[validator], bond_wei=Wei(1))


def overfill_bucket(bridge: Any) -> None:
    """Let a bucket hold more than its capacity."""
    bucket = bridge.buckets[ROUTE, NATIVE]
    bridge.buckets[ROUTE, NATIVE] = replace(bucket, room_wei=Wei(1_001 * COIN))


def lose_voucher(bridge: Any) -> None:
    """Forget what a voucher stands for."""
    del bridge.voucher_of[voucher_address(ROUTE, NATIVE_TOKEN)]


def mint_beyond(bridge: Any) -> None:
    """Make a voucher that the bridge does not know of."""
    address = voucher_address(ROUTE, NATIVE_TOKEN)
    bridge.host.save(address, SUPPLY_SLOT, bridge.host.load(address, SUPPLY_SLOT) + 1)


CASES = {
    "coins_cover_claims": lose_coins,
    "escrows_match": miscount_escrow,
    "fees_match": miscount_fee,
    "bonds_match": miscount_bond,
    "limits_hold": overfill_bucket,
    "vouchers_match": mint_beyond,
}


@pytest.mark.parametrize(
    ("name", "damage"),
    [*CASES.items(), ("fees_match", forget_packet), ("limits_hold", lose_voucher)],
)
def test_damage_is_found(name: str, damage: Callable[[Any], None]):
    """The invariant that speaks of it is the one that fails."""
    town = Witnesses()
    town.send(town.a)
    town.deliver(town.a, town.b, town.send(town.b))
    bridge = own(Bridge, town.a.host)
    assert check_invariants(Bridge, town.a.host, with_audits=True) is None
    damage(bridge)
    assert name == check_invariants(Bridge, town.a.host, with_audits=True)
