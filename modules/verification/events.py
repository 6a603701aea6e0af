"""What verification says when something happened."""

from chain.kit.record import Event, Indexed
from chain.kit.verdicts import Level
from chain.types.primitives import Address, Bps, Hash32, Height, Wei
from modules.verification.records import BondEnd, Choice, ClaimState, MemberState, Role, Side


class ClaimOpened(Event):
    """A result, or an accusation, stands to judgement."""

    claim: Indexed[int]
    asker: Indexed[Address]
    worker: Indexed[Address]
    subject: int
    level: Level
    value_wei: Wei


class ClaimMoved(Event):
    """A claim went on; `cause` names the call or the deadline's default."""

    claim: Indexed[int]
    state: ClaimState
    outcome_bps: Bps
    deadline: Height
    cause: str


class Revealed(Event):
    """A worker showed the digest that it had sealed."""

    claim: Indexed[int]
    worker: Indexed[Address]
    digest: Hash32


class Linked(Event):
    """A claim builds on an earlier one and falls with it."""

    claim: Indexed[int]
    earlier: Indexed[int]


class Voided(Event):
    """A claim fell with the one it builds on."""

    claim: Indexed[int]
    earlier: Indexed[int]


class Challenged(Event):
    """Somebody objects to an outcome, with a bond."""

    claim: Indexed[int]
    challenger: Indexed[Address]
    level: Level
    side: Side
    bond_wei: Wei


class Responded(Event):
    """The worker stands by its result, with as large a bond."""

    claim: Indexed[int]
    worker: Indexed[Address]
    bond_wei: Wei


class EvidenceAdded(Event):
    """A party brought evidence."""

    claim: Indexed[int]
    author: Indexed[Address]
    digest: Hash32


class Sampled(Event):
    """The beacon decided whether a result is audited."""

    claim: Indexed[int]
    is_audited: bool
    rate_bps: Bps


class Drawn(Event):
    """The beacon gave somebody a seat."""

    claim: Indexed[int]
    voter: Indexed[Address]
    round: int


class VoteSealed(Event):
    """A voter committed to what it found."""

    claim: Indexed[int]
    voter: Indexed[Address]
    round: int


class VoteOpened(Event):
    """A voter showed what it found: a distance, a digest, or bps."""

    claim: Indexed[int]
    voter: Indexed[Address]
    round: int
    value: int


class RoundDecided(Event):
    """A round is over; NONE where nobody could decide."""

    claim: Indexed[int]
    round: int
    level: Level
    choice: Choice


class CanaryOpened(Event):
    """A payer showed that it knew a result to be wrong before it was delivered."""

    claim: Indexed[int]
    payer: Indexed[Address]
    was_caught: bool


class JackpotPaid(Event):
    """An auditor caught a canary."""

    claim: Indexed[int]
    auditor: Indexed[Address]
    amount_wei: Wei


class MiddlePosted(Event):
    """A worker named its state in the middle."""

    claim: Indexed[int]
    step: int
    state_hash: Hash32


class HalfChosen(Event):
    """A challenger said in which half the fault is."""

    claim: Indexed[int]
    low: int
    high: int


class StepExecuted(Event):
    """The chain executed the step that two sides disagreed on."""

    claim: Indexed[int]
    step: int
    claimed: Hash32
    found: Hash32


class ClaimRuled(Event):
    """A claim is final."""

    claim: Indexed[int]
    outcome_bps: Bps


class AskerFailed(Event):
    """The asker could not hear the ruling; anybody may execute it again."""

    claim: Indexed[int]
    reason: str


class BondMoved(Event):
    """A part of a bond found its end."""

    claim: Indexed[int]
    source: Indexed[Address]
    target: Indexed[Address]
    amount_wei: Wei
    end: BondEnd


class SeatSettled(Event):
    """A voter was paid, or paid, for one seat."""

    claim: Indexed[int]
    voter: Indexed[Address]
    round: int
    earned_wei: Wei
    lost_wei: Wei


class Deposited(Event):
    """Coins were put down for bonds and fees to come."""

    account: Indexed[Address]
    amount_wei: Wei


class Withdrawn(Event):
    """Coins that no bond holds went back."""

    account: Indexed[Address]
    amount_wei: Wei


class MemberMoved(Event):
    """A member's registration changed."""

    account: Indexed[Address]
    role: Role
    state: MemberState
    bond_wei: Wei
