"""What verification stores and shows."""

from enum import IntEnum
from typing import Final

from chain.kit.packing import Coins, Count16, Count32, Number, Packed
from chain.kit.record import Record
from chain.kit.verdicts import ClaimTerms, Level
from chain.types.primitives import ZERO_ADDRESS, ZERO_HASH, Address, Bps, Hash32, Height, Wei
from modules.verification.params import VerificationParams

WHOLE_BPS: Final = 10_000  # bps of the whole
SPLIT_BPS: Final = Bps(5_000)  # the split rule: half each where nobody could decide
PAGE_MAX: Final = 100  # entries of one page of a view
SEATS_MAX: Final = 31  # voters of one round
COPIES_MAX: Final = 9  # workers of REDUNDANCY, the first one included
ROUNDS_MAX: Final = 16  # of one claim, redraws and a canary included
BISECTIONS_MAX: Final = 3  # games about one claim
EVIDENCE_MAX: Final = 8  # hashes that one party may add to one claim
REDRAWS_MAX: Final = 64  # candidates passed over while one round is seated
RETRY_BLOCKS_MAX: Final = 100_000  # between two tries to tell an asker its ruling
STREAK_FULL: Final = 50  # audits passed in a row that earn the lowest rate
STEPS_MAX: Final = 2**40  # of a trace; a game about it takes at most 40 halvings


class Role(IntEnum):
    """What a bonded member is drawn for."""

    REPLICA = 0
    AUDITOR = 1
    ATTESTOR = 2
    JUROR = 3


class MemberState(IntEnum):
    """Where a member's registration stands."""

    NOTHING = 0
    ACTIVE = 1  # can be drawn
    SUSPENDED = 2  # the bond is below the least: not drawn until it is topped up
    LEAVING = 3  # not drawn any more; the bond waits for the unbonding time and open duties


class ClaimState(IntEnum):
    """Where a claim stands."""

    NOTHING = 0
    COMMITTED = 1  # the worker must show what it sealed
    REVEALED = 2  # there is an outcome; anybody may challenge it
    CHALLENGED = 3  # the worker must answer
    EVIDENCE = 4  # parties bring what the jury shall see
    DRAWING = 5  # waits for the beacon of the height that was fixed
    VOTING = 6  # those drawn look, and seal what they found
    OPENING = 7  # they open their seals
    BISECTING = 8  # two sides halve a trace
    RULED = 9  # final; bonds, fees and the asker are settled batch by batch
    EXECUTED = 10


class GameState(IntEnum):
    """Whose move it is in a bisection."""

    NOTHING = 0
    SPLITTING = 1  # the worker names the state in the middle
    CHOOSING = 2  # the challenger says which half is wrong
    STEPPING = 3  # one step is left: either proves it
    OVER = 4


class Kind(IntEnum):
    """What a claim is about."""

    RESULT = 0
    ACCUSATION = 1  # cleared where nobody can decide


class Side(IntEnum):
    """What a challenger wants of the outcome."""

    NONE = 0
    AGAINST_WORKER = 1
    FOR_WORKER = 2


class Choice(IntEnum):
    """What a vote or a round says."""

    NONE = 0
    AGAINST = 1
    SPLIT = 2
    WORKER = 3


class BondEnd(IntEnum):
    """Where a bond may go; every wei of every bond ends in exactly one of these."""

    RETURNED = 0
    WINNER = 1
    JURORS = 2
    AUDITORS = 3
    TREASURY = 4
    BURNT = 5


ROLE_OF: Final = {
    Level.REDUNDANCY: Role.REPLICA,
    Level.AUDIT: Role.AUDITOR,
    Level.ATTESTED: Role.ATTESTOR,
    Level.JURY: Role.JUROR,
}


class VerificationGenesis(Record):
    """Verification's section of genesis.json."""

    params: VerificationParams = VerificationParams()


class Claim(Record):
    """What a claim is about; never changes once it is opened."""

    kind: Kind
    asker: Address
    subject: int
    worker: Address
    payer: Address
    seal: Hash32
    terms: ClaimTerms
    value_wei: Wei
    rules: int  # version of the parameters that hold for it
    opened: Height


class Progress(Packed):
    """
    How far a claim is.

    `level` is that of the last decision, NONE before the first. `deadline` counts in the module's
    own blocks, those in which it was not paused.
    """

    state: ClaimState = ClaimState.NOTHING
    deadline: Height = Height(0)
    outcome_bps: Bps = Bps(0)
    level: Level = Level.NONE
    is_decided: bool = False
    is_revealed: bool = False
    is_canary: bool = False
    is_disputed: bool = False
    judged_bps: Bps = Bps(0)  # the outcome on its own merits, where it fell with an earlier claim
    rate_bps: Bps = Bps(0)  # chance of an audit, fixed at the commit
    rounds: Count16 = 0
    executed: Count16 = 0  # rounds settled
    attempts: Count32 = 0  # to tell the asker
    fee_wei: Coins = Wei(0)  # of the asker's fee, what no round has used
    paid_wei: Coins = Wei(0)  # the asker's fee
    earlier: Number = 0  # the claim it builds on
    paused_blocks: Number = 0  # of the module, that its timer knows of
    steps: Number = 0  # of the trace, for BISECTION
    digest: Hash32 = ZERO_HASH
    trace_end: Hash32 = ZERO_HASH


class Round(Record):
    """One try to decide a claim: by voters, by a game, or by opening a canary."""

    level: Level
    size: int = 0  # voters wanted
    challenger: Address = ZERO_ADDRESS
    side: Side = Side.NONE
    before_bps: Bps = Bps(0)  # the outcome it challenges
    bond_wei: Wei = Wei(0)
    respondent_wei: Wei = Wei(0)  # the worker's bond against it
    fee_wei: Wei = Wei(0)
    sealed: int = 0
    opened: int = 0
    against: int = 0
    split: int = 0
    worker: int = 0
    choice: Choice = Choice.NONE
    digest: Hash32 = ZERO_HASH  # of most workers, for REDUNDANCY
    is_redraw: bool = False
    is_stalled: bool = False  # nobody could decide it
    is_canary: bool = False


class Seat(Packed):
    """One drawn voter of a round."""

    voter: Address
    is_opened: bool = False
    choice: Choice = Choice.NONE
    stake_wei: Coins = Wei(0)  # what it can lose by this seat
    seal: Hash32 = ZERO_HASH
    value: int = 0


class Game(Record):
    """A bisection: both agree on the state after `low` steps and differ after `high`."""

    state: GameState = GameState.NOTHING
    low: int = 0
    high: int = 0
    low_hash: Hash32 = ZERO_HASH
    high_hash: Hash32 = ZERO_HASH
    middle_hash: Hash32 = ZERO_HASH
    worker_left: int = 0  # blocks on the worker's clock
    challenger_left: int = 0
    turn_began: Height = Height(0)


class Member(Packed):
    """A bonded member in one role."""

    state: MemberState = MemberState.NOTHING
    bond_wei: Coins = Wei(0)
    leaves: Height = Height(0)
    duties: Count32 = 0  # seats that are not settled


class MemberStats(Packed):
    """How a member did its duty."""

    seats: Number = 0
    coherent: Number = 0
    incoherent: Number = 0
    missed: Number = 0
    lost_wei: Coins = Wei(0)
    earned_wei: Coins = Wei(0)


class WorkerStats(Packed):
    """How a worker's results fared, each counted once, when it is final."""

    claims: Number = 0
    proven: Number = 0  # upheld by a decision, not only by silence
    failed: Number = 0
    streak: Number = 0  # proven in a row


class Totals(Record):
    """What the module's coins are."""

    free_wei: Wei = Wei(0)
    bonds_wei: Wei = Wei(0)
    members_wei: Wei = Wei(0)
    fees_wei: Wei = Wei(0)
    canary_wei: Wei = Wei(0)


class Evidence(Record):
    """The hash of something that a party wants the jury to see."""

    author: Address
    digest: Hash32
    height: Height


class Moment(Packed):
    """One entry of a claim's timeline."""

    height: Height
    state: ClaimState
    outcome_bps: Bps


class Duty(Record):
    """A seat that waits to be settled, and what it asks for."""

    claim: int
    round: int
    state: ClaimState
    deadline: Height
    is_sealed: bool
    is_opened: bool


class Clocks(Record):
    """What is left of the waits of a claim, in blocks."""

    deadline_blocks: int
    worker_blocks: int
    challenger_blocks: int
