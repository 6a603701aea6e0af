"""
Slashing: validators that break consensus, or are not there, lose stake and their seat.

    last commit --> blocks missed of a window --too many--> slashed, jailed --unjail--> free
    evidence -----> fault of a key, at a height ---------> slashed, tombstoned
    beacon -------> link kept back ------too many--------> slashed, jailed

Runs after staking in every block, so that its verdicts count in the election at the block's end.
"""

from typing import Protocol

from chain.kit.collections import List
from chain.kit.module import Module, Paused, Unauthorized, audit, call, invariant, peer, view
from chain.kit.parameters import checked
from chain.kit.storage import Map, PairMap, Struct, Value
from chain.types.primitives import Address, Bps, Height, Seconds
from modules.slashing import faults, links, uptime
from modules.slashing.records import (
    WORD_BITS,
    BlockMissed,
    FaultIgnored,
    FaultPostponed,
    FaultPunished,
    FaultReport,
    JailedForDowntime,
    SigningInfo,
    SlashingGenesis,
    SlashingParams,
    StillJailed,
    Unjailed,
)

# Events that faults.py and uptime.py emit, named here because a page declares what it may say.
__all__ = [
    "BlockMissed",
    "FaultIgnored",
    "FaultPostponed",
    "FaultPunished",
    "JailedForDowntime",
    "Slashing",
]


class Stakes(Protocol):
    """The stake that answers for faults."""

    @property
    def is_paused(self) -> bool:
        """Whether nothing can be punished now."""
        ...

    def operator_of(self, consensus_address: Address) -> Address:
        """Return the validator that signs, or ever signed, with an address; zero for strangers."""
        ...

    def is_shut_out(self, validator: Address) -> bool:
        """Return whether a validator is jailed or tombstoned."""
        ...

    def member_since(self, validator: Address) -> Height:
        """Return the height of the election that brought a member in."""
        ...

    def slash(
        self, validator: Address, fraction_bps: Bps, fault_height: Height, power: int
    ) -> None:
        """Burn a fraction of the stake behind a power at a past height."""
        ...

    def jail(self, validator: Address) -> None:
        """Shut a validator out until it is freed."""
        ...

    def unjail(self, validator: Address) -> None:
        """Free a jailed validator; refused where it is not jailed or its own stake too small."""
        ...

    def tombstone(self, validator: Address) -> None:
        """Shut a validator out for good."""
        ...


class Beacon(Protocol):
    """Who keeps account of links: the only one that may have a missed one punished."""

    @property
    def address(self) -> Address:
        """The account that must make the call."""
        ...


class Slashing(Module, address=0x0806):
    """What a validator loses, and when it may come back."""

    # Storage, in Solidity's layout. Slots are consensus: append; never move, never reuse.
    settings = Struct(0, SlashingParams)  # slots 0 to 31 are the parameters'
    infos = Map(32, Address, SigningInfo)  # of a validator
    missed = PairMap(33, Address, int, int)  # validator, index of word: blocks missed, a bit each
    postponed = List(34, FaultReport)
    postponed_next = Value(35, int)  # the first postponed fault that is not punished

    stakes: Stakes = peer()
    beacon: Beacon = peer()

    def genesis(self, state: SlashingGenesis) -> None:
        """Set the parameters; raises Malformed."""
        self.settings = checked(state.params)

    @call()
    def unjail(self) -> None:
        """
        Let the calling validator compete again.

        Refused before its time is over, while its own stake is below the bond, and for good after
        a fault against consensus.
        """
        validator = self.sender
        if self.stakes.is_paused:
            raise Paused()
        info = self.infos[validator]
        if not info.is_tombstoned and self.block.time_s < info.jailed_until_s:
            raise StillJailed(info.jailed_until_s)
        self.stakes.unjail(validator)
        self.infos[validator] = uptime.restart(self, validator, info)
        self.emit(Unjailed(validator))

    @view
    def params(self) -> SlashingParams:
        """Return the governed parameters."""
        return self.settings

    @view
    def signing_info(self, validator: Address) -> SigningInfo:
        """Return how a validator keeps its duty; zeros for who never had one."""
        return self.infos[validator]

    @view
    def jailed_until(self, validator: Address) -> Seconds:
        """Return the time from which a jailed validator may ask to be freed; 0 if never jailed."""
        return self.infos[validator].jailed_until_s

    @view
    def is_tombstoned(self, validator: Address) -> bool:
        """Return whether a validator was shut out for good."""
        return self.infos[validator].is_tombstoned

    @view
    def missed_blocks_max(self) -> int:
        """Return how many blocks of a window a validator may miss."""
        return uptime.missed_blocks_max(self.settings)

    def punish_missed_link(self, validator: Address, fraction_bps: Bps, jail_s: Seconds) -> None:
        """Burn a fraction of a stake, and jail for `jail_s` s unless 0; the beacon's word only."""
        if self.sender != self.beacon.address:
            raise Unauthorized(self.sender)
        links.punish(self, validator, fraction_bps, jail_s)

    def begin_block(self) -> None:
        """
        Count who signed the last block, and punish what is proven.

        While staking is paused nobody's absence counts, and faults wait.
        """
        reports = [
            FaultReport(item.fault, item.validator, item.height, item.power)
            for item in self.block.misbehaviour
        ]
        if self.stakes.is_paused:
            for report in reports:
                faults.postpone(self, report)
            return
        faults.catch_up(self)
        for report in reports:
            faults.punish(self, report)
        for vote in self.block.last_commit:
            uptime.note(self, vote)

    @invariant
    def postponed_in_order(self) -> bool:
        """No fault is punished before it is known."""
        return self.postponed_next <= len(self.postponed)

    @audit
    def missed_blocks_are_marked(self) -> bool:
        """The count of every validator that signed lately is that of its bitmap."""
        operators = {self.stakes.operator_of(vote.validator) for vote in self.block.last_commit}
        return all(self._marked(validator) for validator in sorted(operators))

    def _marked(self, validator: Address) -> bool:
        info = self.infos[validator]
        words = range(-(-info.window_blocks // WORD_BITS))
        marks = sum(self.missed[validator, index].bit_count() for index in words)
        return marks == info.missed_blocks
