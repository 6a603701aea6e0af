"""
What all parts of identity stand on: parameters, bonds, keys' nonces and waits.

    wait(kind, key, blocks) --one entry of the queue, moved lazily--> is_due --> the part's default
"""

from chain.kit.module import Module, peer
from chain.kit.storage import Map, PairMap, Struct, Value
from chain.kit.timers import Clock, Timers
from chain.types.primitives import ZERO_HASH, Address, Hash32, Height, Wei
from modules.identity.params import IdentityParams, LiveParams
from modules.identity.peers import Pool, Stakes
from modules.identity.records import Freeze, Wait
from modules.identity.refusals import (
    CaseInvalid,
    CostMismatch,
    FreezeInvalid,
    FreezeTooSoon,
    OfficerConcerned,
)


class Ground(Module):
    """Slots 0 to 95, and what every part does the same way."""

    # Storage, in Solidity's layout. Slots are consensus: append; never move, never reuse.
    settings = Struct(0, IdentityParams)  # slots 0 to 63 are the parameters'
    subject_bonds_wei = Value(64, Wei)
    issuer_bonds_wei = Value(65, Wei)
    nonces = Map(66, Address, int)  # of a key: consents it spent
    waits = PairMap(67, int, int, Wait)  # kind of deadline, number
    timers = Timers(68, Clock.HEIGHT)  # 68 to 71
    used_cases = PairMap(72, Hash32, int, bool)  # case, whom it froze

    stakes: Stakes = peer()
    treasury: Pool = peer()

    @property
    def live(self) -> LiveParams:
        """The parameters, read one at a time."""
        return LiveParams(self)

    def wait(self, kind: int, number: int, blocks: int, is_extended: bool = True) -> Height:
        """
        Have the chain act on a thing after so many blocks; return the height.

        A pause extends the wait of those who could not act meanwhile, and no freeze.
        """
        until, found = Height(self.block.height + blocks), self.waits[kind, number]
        timer_at = found.timer_at
        if timer_at == 0 or timer_at > until:
            self.timers.set(until, kind, number)
            timer_at = until
        self.waits[kind, number] = Wait(until, blocks if is_extended else 0, timer_at)
        return until

    def stop_waiting(self, kind: int, number: int) -> None:
        """Forget a deadline; the queue's entry for it finds nothing to do."""
        timer_at = self.waits[kind, number].timer_at
        self.waits[kind, number] = Wait(Height(0), 0, timer_at)

    def is_due(self, kind: int, number: int) -> bool:
        """Whether a deadline's time has come; otherwise it is set again."""
        found, now = self.waits[kind, number], self.block.height
        if found.timer_at == 0 or now < found.timer_at:
            return False  # an older entry; the one that counts comes later
        resumed_at = self.resumed_at
        until = max(found.until, Height(resumed_at + found.span)) if resumed_at else found.until
        if found.until and now < until:
            self.timers.set(until, kind, number)
            self.waits[kind, number] = Wait(until, found.span, until)
            return False
        del self.waits[kind, number]
        return found.until != 0

    def take_fee(self, fee_wei: int, held_wei: int = 0) -> None:
        """Burn a fee out of the coins sent; raises CostMismatch unless it and the rest came."""
        expected_wei = Wei(fee_wei + held_wei)
        if self.value_wei != expected_wei:
            raise CostMismatch(expected_wei, self.value_wei)
        self.burn(fee_wei, "identity_fee")

    def is_officer(self, account: Address) -> bool:
        """Whether an account is the compliance officer; nobody is where there is none."""
        return any(account) and account == self.live.officer

    def refuse_officer(self, account: Address) -> None:
        """Raise OfficerConcerned where the officer would be issuer, guardian or heir."""
        if self.is_officer(account):
            raise OfficerConcerned(account)

    def begin_freeze(self, before: Freeze, whom: int, case: Hash32, blocks: int) -> Freeze:
        """
        Return the freeze that the officer begins; a case freezes the same one only once.

        Raises CaseInvalid, FreezeInvalid, and FreezeTooSoon where it would chain on to another.
        """
        if case == ZERO_HASH or self.used_cases[case, whom]:
            raise CaseInvalid(case)
        self.check_span(blocks, self.live.freeze_blocks_max)
        again_at = Height(before.until + self.live.freeze_gap_blocks)
        if any(before.case) and self.block.height < again_at:
            raise FreezeTooSoon(again_at)
        self.used_cases[case, whom] = True
        return Freeze(case, Height(self.block.height + blocks))

    def check_span(self, blocks: int, maximum: int) -> None:
        """Raise FreezeInvalid where a freeze would last no time, or too long."""
        if not 1 <= blocks <= maximum:
            raise FreezeInvalid(maximum, blocks)

    def roles(self, **held: bool) -> tuple[str, ...]:
        """Return the names of the roles that the sender holds."""
        return tuple(name for name, is_held in held.items() if is_held)
