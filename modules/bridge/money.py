"""
What leaves this chain in a packet, and what comes out of one.

    lock: own coin --> escrow           unlock: escrow --> receiver, or back to the sender
    lock: voucher  --> burned           unlock: minted --> receiver, or back to the sender

`outstanding` is the escrow of an own coin, and the supply of a voucher. Both ways out go through
`unlock`, so a refund restores exactly what sending took (ibc-apps#170: coins given back, escrow
not), and no way out can pay more than went in.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from chain.kit.abi import Uint64
from chain.types.primitives import Address, Wei
from modules.bridge import vouchers
from modules.bridge.records import AMOUNT_MAX, Asset

if TYPE_CHECKING:
    from modules.bridge.books import Books


def lock(bridge: Books, route: Uint64, key: int, asset: Asset, amount_wei: Wei) -> None:
    """Take an amount from the caller: coins that came with the call, or vouchers it holds."""
    if asset.is_native:
        _book(bridge, route, key, amount_wei)
        return
    vouchers.burn(bridge, asset, bridge.sender, amount_wei)
    bridge.outstanding[route, key] = Wei(bridge.outstanding[route, key] - amount_wei)


def unlock(
    bridge: Books, route: Uint64, key: int, asset: Asset, receiver: Address, amount_wei: Wei
) -> None:
    """Give an amount out; for a native coin it is checked before that the escrow has it."""
    if asset.is_native:
        _book(bridge, route, key, -amount_wei)
        bridge.pay(receiver, amount_wei, "bridge_out")
        return
    bridge.outstanding[route, key] = Wei(bridge.outstanding[route, key] + amount_wei)
    vouchers.mint(bridge, route, asset, receiver, amount_wei)


def covers(bridge: Books, route: Uint64, key: int, asset: Asset, amount_wei: Wei) -> bool:
    """Whether an amount can come out: it is in escrow, or vouchers stay below their bound."""
    held_wei = bridge.outstanding[route, key]
    return amount_wei <= (held_wei if asset.is_native else AMOUNT_MAX - held_wei)


def _book(bridge: Books, route: Uint64, key: int, change_wei: int) -> None:
    held_wei = bridge.outstanding[route, key] + change_wei
    assert held_wei >= 0, "no more comes out of a route than went in"
    bridge.outstanding[route, key] = Wei(held_wei)
    bridge.escrowed_wei = Wei(bridge.escrowed_wei + change_wei)
