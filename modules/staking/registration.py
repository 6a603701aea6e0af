"""
How an account becomes a validator: by a call with its first stake, or by genesis.

    promises checked --> profile, key claimed, first stake --> candidate
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from chain.errors import Malformed
from chain.types.primitives import Address, Bps, Wei
from modules.staking import candidacy, keys, stake
from modules.staking.checks import check_moniker, check_promises, genesis_profile
from modules.staking.events import Delegated, ValidatorCreated
from modules.staking.records import CANDIDATES_MAX, GenesisValidator, Profile
from modules.staking.refusals import AlreadyValidator, BondTooSmall, CandidatesFull

if TYPE_CHECKING:
    from modules.staking.module import Staking

Terms = tuple[str, Bps, Bps, Bps]  # moniker, commission, its maximum, its furthest daily change


def register(staking: Staking, terms: Terms, consensus_address: Address) -> None:
    """Make the caller a validator with the coins it sent; raises what is wrong with them."""
    validator, amount_wei, allowed = staking.sender, staking.value_wei, staking.settings
    if staking.profiles[validator].registered_s:
        raise AlreadyValidator(validator)
    if amount_wei < allowed.bond_wei_min:
        raise BondTooSmall(allowed.bond_wei_min, amount_wei)
    now_s = staking.block.time_s
    profile = Profile(*terms, now_s, now_s)
    check_moniker(profile.moniker)
    check_promises(profile, allowed)
    if not _enter(staking, validator, profile, consensus_address, amount_wei):
        raise CandidatesFull(Wei(candidacy.weakest(staking).power + 1), amount_wei)
    staking.emit(ValidatorCreated(validator, profile.moniker, profile.commission_bps))
    staking.emit(Delegated(validator, validator, amount_wei))


def register_at_genesis(staking: Staking, entry: GenesisValidator) -> None:
    """Mint a first validator's stake and make it a validator; raises Malformed."""
    validator, key = entry.validator, entry.consensus_address
    key = key if any(key) else validator
    if staking.profiles[validator].registered_s:
        raise Malformed(f"validator 0x{validator.hex()} stands twice in genesis")
    if any(staking.operators_by_key[key]):
        raise Malformed(f"consensus address 0x{key.hex()} stands twice in genesis")
    profile = genesis_profile(entry, staking.settings, staking.block.time_s)
    staking.host.mint(staking.address, entry.stake_wei)
    if not _enter(staking, validator, profile, key, entry.stake_wei):
        raise Malformed(f"at most {CANDIDATES_MAX} validators expected in genesis")


def _enter(
    staking: Staking, validator: Address, profile: Profile, key: Address, amount_wei: Wei
) -> bool:
    staking.profiles[validator] = profile
    staking.registry.append(validator)
    keys.claim(staking, validator, key)
    stake.deposit(staking, validator, validator, amount_wei)
    return candidacy.admit(staking, validator)
