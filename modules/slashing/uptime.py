"""
Who was there: a bitmap of missed blocks a validator, as long as the window.

    block H + 1 carries the commit of H --> bit (H - start) mod window --> missed --too many--> jail

The bit of a block is written again one window later, so that the count is always that of the last
window. Only what changes is written: a validator that signs every block costs no write.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from chain.kit.host import CommitVote
from chain.types.primitives import Address, Height, Seconds
from modules.slashing.records import (
    WHOLE_BPS,
    WORD_BITS,
    BlockMissed,
    JailedForDowntime,
    SigningInfo,
    SlashingParams,
)

if TYPE_CHECKING:
    from modules.slashing.module import Slashing


def missed_blocks_max(params: SlashingParams) -> int:
    """Return how many blocks of a window may be missed."""
    return params.window_blocks - -(-params.window_blocks * params.signed_bps_min // WHOLE_BPS)


def note(slashing: Slashing, vote: CommitVote) -> None:
    """Note whether a member signed the last block; jail it where it missed too many."""
    validator = slashing.stakes.operator_of(vote.validator)
    if not any(validator) or slashing.stakes.is_shut_out(validator):
        return
    found = slashing.infos[validator]
    info = _begun(slashing, validator, found)
    missed = _flip(slashing, validator, info, not vote.signed)
    info = replace(info, missed_blocks=info.missed_blocks + missed)
    if info != found:
        slashing.infos[validator] = info
    if not vote.signed:
        slashing.emit(BlockMissed(validator, info.missed_blocks))
    is_whole = slashing.block.height >= info.start_height + info.window_blocks
    if is_whole and info.missed_blocks > missed_blocks_max(slashing.settings):
        _jail(slashing, validator, info, vote.power)


def restart(slashing: Slashing, validator: Address, info: SigningInfo) -> SigningInfo:
    """Forget what a validator missed; its window begins in this block."""
    if info.missed_blocks:
        for index in range(-(-info.window_blocks // WORD_BITS)):
            slashing.missed[validator, index] = 0
    return replace(
        info,
        member_since=slashing.stakes.member_since(validator),
        start_height=slashing.block.height,
        window_blocks=slashing.settings.window_blocks,
        missed_blocks=0,
    )


def _begun(slashing: Slashing, validator: Address, info: SigningInfo) -> SigningInfo:
    """Begin a window for who is new in the set, and for everyone when its length changes."""
    is_same = info.member_since == slashing.stakes.member_since(validator)
    if info.start_height and is_same and info.window_blocks == slashing.settings.window_blocks:
        return info
    return restart(slashing, validator, info)


def _flip(slashing: Slashing, validator: Address, info: SigningInfo, is_missed: bool) -> int:
    """Write a block's bit; returns by how much the count of missed blocks changes."""
    position = (slashing.block.height - info.start_height) % info.window_blocks
    index, bit = position // WORD_BITS, position % WORD_BITS
    word = slashing.missed[validator, index]
    if bool(word >> bit & 1) == is_missed:
        return 0
    slashing.missed[validator, index] = word ^ 1 << bit
    return 1 if is_missed else -1


def _jail(slashing: Slashing, validator: Address, info: SigningInfo, power: int) -> None:
    """Punish once: a jailed validator is not counted, and begins anew when it is freed."""
    params, now_s = slashing.settings, slashing.block.time_s
    until_s = Seconds(now_s + params.jail_s)
    slashing.emit(JailedForDowntime(validator, info.missed_blocks, until_s))
    fault_height = Height(slashing.block.height - 1)
    slashing.stakes.slash(validator, params.downtime_bps, fault_height, power)
    slashing.stakes.jail(validator)
    slashing.infos[validator] = replace(restart(slashing, validator, info), jailed_until_s=until_s)
