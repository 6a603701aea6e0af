"""
Beacon: every proposer reveals the next link of a hash chain that it committed to with its stake.

    link in the block's mix_hash --> the next link is owed        none --> fined, in the end jailed
    tip in the block ------------> 64 blocks later it acts        a later round's block: neither

Whether a link is the right one is checked before the block is executed; a block with a wrong one is
invalid. So the module only keeps account. What a proposer can still choose: docs/beacon.md.
"""

from typing import Protocol

from chain import params
from chain.errors import Malformed
from chain.kit.module import Module, invariant, peer, view
from chain.kit.parameters import checked
from chain.kit.storage import Map, Struct
from chain.types.beacon import NO_TURN, Reveal, Turn
from chain.types.primitives import ZERO_ADDRESS, ZERO_HASH, Address, Bps, Seconds
from modules.beacon import chains, silence
from modules.beacon.records import (
    BeaconGenesis,
    BeaconParams,
    ChainCommitted,
    Commitment,
    CommitmentInfo,
    GenesisTip,
    JailedForMissedLinks,
    LinkMissed,
    Misses,
    PendingTip,
)

# Events that chains.py and silence.py emit, named here because a page declares what it may say.
__all__ = ["Beacon", "ChainCommitted", "JailedForMissedLinks", "LinkMissed"]


class Stakes(Protocol):
    """Who is a validator."""

    @property
    def is_paused(self) -> bool:
        """Whether nothing can be punished now."""
        ...

    def operator_of(self, consensus_address: Address) -> Address:
        """Return the validator that signs, or ever signed, with an address; zero for strangers."""
        ...

    def consensus_address_of(self, validator: Address) -> Address:
        """Return the address that a validator signs with; zero for strangers."""
        ...


class Slashing(Protocol):
    """Who takes the fines."""

    @property
    def is_paused(self) -> bool:
        """Whether nothing can be punished now."""
        ...

    def punish_missed_link(self, validator: Address, fraction_bps: Bps, jail_s: Seconds) -> None:
        """Burn a fraction of a validator's stake; jail it for `jail_s` seconds unless it is 0."""
        ...


class Beacon(Module, address=0x0809):
    """What every proposer owes to the block's randomness."""

    # Storage, in Solidity's layout. Slots are consensus: append; never move, never reuse.
    settings = Struct(0, BeaconParams)  # slots 0 to 31 are the parameters'
    commitments = Map(32, Address, Commitment)  # of a validator: the chain that acts
    pending_tips = Map(33, Address, PendingTip)  # of a validator: the one that follows
    counts = Map(34, Address, Misses)  # of a validator

    stakes: Stakes = peer()
    slashing: Slashing = peer()

    def genesis(self, state: BeaconGenesis) -> None:
        """Set the parameters and the first commitments, which act at once; raises Malformed."""
        self.settings = checked(state.params)
        for entry in state.tips:
            self._commit_at_genesis(entry)

    @view
    def params(self) -> BeaconParams:
        """Return the governed parameters."""
        return self.settings

    @view
    def commitment(self, validator: Address) -> CommitmentInfo:
        """Return a validator's chain and the one that follows it; zeros where there is none."""
        acting, pending = chains.current(self, validator)
        return CommitmentInfo(
            acting.expected, acting.number, acting.used, pending.tip, pending.acts_from
        )

    @view
    def links_left(self, validator: Address) -> int:
        """Return how many links a validator's chain has left; 0 where it owes none."""
        acting, _ = chains.current(self, validator)
        return 0 if acting.expected == ZERO_HASH else params.BEACON_LINKS - acting.used

    @view
    def misses(self, validator: Address) -> Misses:
        """Return how many links a validator missed, in all and in its window."""
        return self.counts[validator]

    def turn(self) -> Turn:
        """Return what the proposer of this block owes, and whether it may name a new chain."""
        validator = self._owner_of_turn()
        if self.is_paused or validator == ZERO_ADDRESS:
            return NO_TURN
        acting, pending = chains.current(self, validator)
        can_commit = pending.tip == ZERO_HASH
        return Turn(validator, acting.expected, acting.number, acting.used, can_commit)

    def begin_block(self) -> None:
        """
        Take the proposer's link and its new tip, or count that there is none.

        While staking or slashing is paused nobody's silence counts.
        """
        validator = self._owner_of_turn()
        if validator != ZERO_ADDRESS:
            self._take(validator, self.block.reveal)

    @invariant
    def proposer_within_its_chain(self) -> bool:
        """Nobody shows more links than a chain has, and a chain that is used up owes none."""
        acting = self.commitments[self.stakes.operator_of(self.block.proposer)]
        is_used_up = acting.used == params.BEACON_LINKS
        return acting.used <= params.BEACON_LINKS and not (is_used_up and any(acting.expected))

    def _owner_of_turn(self) -> Address:
        """
        Return whose link is due in this block; zero for nobody's.

        Only the first round's proposer gives one. Otherwise who lets its own proposal fail could
        choose among the links of those who come next.
        """
        block = self.block
        if block.proposer != block.first_proposer:
            return ZERO_ADDRESS
        return self.stakes.operator_of(block.proposer)

    def _take(self, validator: Address, reveal: Reveal) -> None:
        acting, pending = chains.promote(self, validator)
        is_excused = self.stakes.is_paused or self.slashing.is_paused
        if reveal.link is not None:
            chains.advance(self, validator, acting, reveal.link)
        elif acting.expected != ZERO_HASH:
            if reveal.tip is not None:
                chains.give_up(self, validator, acting)
            if not is_excused:
                silence.note_missed(self, validator)
        elif reveal.tip is None and pending.tip == ZERO_HASH and not is_excused:
            silence.note_without_chain(self, validator)
        if reveal.tip is not None:
            silence.note_chain(self, validator)
            chains.name_next(self, validator, reveal.tip)

    def _commit_at_genesis(self, entry: GenesisTip) -> None:
        who = f"beacon.tips: 0x{entry.validator.hex()}"
        if self.stakes.consensus_address_of(entry.validator) == ZERO_ADDRESS:
            raise Malformed(f"{who}: a validator of staking's section expected")
        if entry.tip == ZERO_HASH or self.commitments[entry.validator].number:
            raise Malformed(f"{who}: one tip that is not zero expected")
        self.commitments[entry.validator] = Commitment(entry.tip, 1, 0)
