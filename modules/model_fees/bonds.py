"""
Bonds of providers: what an overcharge is paid back from.

    bond --> free --unbond--> leaving --wait--> back, by itself
               +--dispute--> locked --> free again | refunded to the payer, forfeited
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from chain.types.primitives import Address, Seconds, Wei
from modules.model_fees.events import ProviderBonded, ProviderUnbonded, ProviderUnbonding
from modules.model_fees.refusals import BondTooSmall

if TYPE_CHECKING:
    from modules.model_fees.books import Books

BOND_LEAVES: Final = 2  # kind of deadline; its key is the provider


def add(fees: Books) -> None:
    """Add the coins sent to the caller's free bond."""
    bond = fees.bonds[fees.sender]
    fees.bonds[fees.sender] = replace(bond, free_wei=Wei(bond.free_wei + fees.value_wei))
    fees.bonds_wei = Wei(fees.bonds_wei + fees.value_wei)
    fees.bonded.add(fees.sender)
    fees.emit(ProviderBonded(fees.sender, fees.value_wei))


def leave(fees: Books, amount_wei: Wei) -> None:
    """Begin to take free bond back; the wait is that of all that is leaving."""
    bond = fees.bonds[fees.sender]
    if not 0 < amount_wei <= bond.free_wei:
        raise BondTooSmall(amount_wei, bond.free_wei)
    leaves_s = Seconds(fees.block.time_s + fees.live.bond_wait_s)
    fees.bonds[fees.sender] = replace(
        bond,
        free_wei=Wei(bond.free_wei - amount_wei),
        leaving_wei=Wei(bond.leaving_wei + amount_wei),
        leaves_s=leaves_s,
    )
    fees.timers.set(leaves_s, BOND_LEAVES, int.from_bytes(fees.sender, "big"))
    fees.emit(ProviderUnbonding(fees.sender, amount_wei, leaves_s))


def on_leaving(fees: Books, key: int) -> None:
    """Give back what has waited long enough; an earlier entry leaves it to the last."""
    provider = Address(key.to_bytes(20, "big"))
    bond = fees.bonds[provider]
    if fees.block.time_s < bond.leaves_s or not bond.leaving_wei:
        return
    fees.bonds[provider] = replace(bond, leaving_wei=Wei(0))
    fees.bonds_wei = Wei(fees.bonds_wei - bond.leaving_wei)
    fees.pay(provider, bond.leaving_wei, "bond_return")
    fees.emit(ProviderUnbonded(provider, bond.leaving_wei))


def lock(fees: Books, provider: Address, amount_wei: int) -> int:
    """Lock up to an amount, what is leaving first; return how much it is."""
    bond = fees.bonds[provider]
    from_leaving = min(amount_wei, bond.leaving_wei)
    from_free = min(amount_wei - from_leaving, bond.free_wei)
    fees.bonds[provider] = replace(
        bond,
        free_wei=Wei(bond.free_wei - from_free),
        leaving_wei=Wei(bond.leaving_wei - from_leaving),
        locked_wei=Wei(bond.locked_wei + from_leaving + from_free),
    )
    return from_leaving + from_free


def unlock(fees: Books, provider: Address, locked_wei: int, taken_wei: int) -> None:
    """End a lock: what is taken leaves the bond, to be paid by the caller; the rest is free."""
    bond = fees.bonds[provider]
    assert 0 <= taken_wei <= locked_wei <= bond.locked_wei, "what is taken was locked"
    fees.bonds[provider] = replace(
        bond,
        free_wei=Wei(bond.free_wei + locked_wei - taken_wei),
        locked_wei=Wei(bond.locked_wei - locked_wei),
    )
    fees.bonds_wei = Wei(fees.bonds_wei - taken_wei)
