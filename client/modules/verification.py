"""
Verification: whether work is what was asked for, by levels that anybody may raise.

Rendered from modules/verification/module.py by `python -m cli.render`; not to be edited.
"""

from collections.abc import Sequence  # noqa: F401
from dataclasses import dataclass
from enum import IntEnum  # noqa: F401
from typing import Annotated, ClassVar, Final  # noqa: F401

from client import kit
from client.transactions import Pending
from client.modules.shared import (
    AddressTaken,
    ClaimTerms,
    CoinsMoved,
    DelegatecallRefused,
    Denied,
    InsufficientCoins,
    Level,
    ModulePaused,
    ModuleResumed,
    NotPayable,
    Paused,
    Reentered,
    RoleForbids,
    StateForbids,
    TimerFailed,
    Unauthorized,
)


class Role(IntEnum):
    """What a bonded member is drawn for."""

    REPLICA = 0
    AUDITOR = 1
    ATTESTOR = 2
    JUROR = 3


class Side(IntEnum):
    """What a challenger wants of the outcome."""

    NONE = 0
    AGAINST_WORKER = 1
    FOR_WORKER = 2


class Kind(IntEnum):
    """What a claim is about."""

    RESULT = 0
    ACCUSATION = 1


class ClaimState(IntEnum):
    """Where a claim stands."""

    NOTHING = 0
    COMMITTED = 1
    REVEALED = 2
    CHALLENGED = 3
    EVIDENCE = 4
    DRAWING = 5
    VOTING = 6
    OPENING = 7
    BISECTING = 8
    RULED = 9
    EXECUTED = 10


class Choice(IntEnum):
    """What a vote or a round says."""

    NONE = 0
    AGAINST = 1
    SPLIT = 2
    WORKER = 3


class GameState(IntEnum):
    """Whose move it is in a bisection."""

    NOTHING = 0
    SPLITTING = 1
    CHOOSING = 2
    STEPPING = 3
    OVER = 4


class MemberState(IntEnum):
    """Where a member's registration stands."""

    NOTHING = 0
    ACTIVE = 1
    SUSPENDED = 2
    LEAVING = 3


class BondEnd(IntEnum):
    """Where a bond may go; every wei of every bond ends in exactly one of these."""

    RETURNED = 0
    WINNER = 1
    JURORS = 2
    AUDITORS = 3
    TREASURY = 4
    BURNT = 5


@dataclass(frozen=True, slots=True)
class MachineState(kit.Record):
    """All of the machine between two steps; code and memory by their roots."""

    code: kit.Bytes32
    memory: kit.Bytes32
    counter: kit.Uint256
    is_halted: bool
    registers: tuple[kit.Uint256, ...]


@dataclass(frozen=True, slots=True)
class Witness(kit.Record):
    """What one step reads: the state, the instruction, one word of memory, each proven."""

    state: MachineState
    instruction: kit.Uint256
    code_proof: tuple[kit.Bytes32, ...]
    word: kit.Uint256
    memory_proof: tuple[kit.Bytes32, ...]


@dataclass(frozen=True, slots=True)
class VerificationParams(kit.Record):
    """Windows, bonds, fees and rates; a claim keeps those it was opened with."""

    draw_blocks: kit.Uint256
    reveal_blocks: kit.Uint256
    challenge_blocks: kit.Uint256
    respond_blocks: kit.Uint256
    evidence_blocks: kit.Uint256
    vote_blocks: kit.Uint256
    open_blocks: kit.Uint256
    clock_blocks: kit.Uint256
    bond_bps: kit.Bps
    bond_wei_min: kit.Wei
    appeal_bond_bps: kit.Bps
    seat_fee_wei: kit.Wei
    replica_bps: kit.Bps
    auditors: kit.Uint256
    attestors: kit.Uint256
    jurors: kit.Uint256
    appeals_max: kit.Uint256
    audit_bps_min: kit.Bps
    audit_bps_max: kit.Bps
    penalty_bps: kit.Bps
    canary_penalty_bps: kit.Bps
    canary_share_bps: kit.Bps
    jackpot_bps: kit.Bps
    winner_bps: kit.Bps
    voters_bps: kit.Bps
    burn_bps: kit.Bps
    open_cases_max: kit.Uint256
    member_bond_wei_min: kit.Wei
    seat_stake_wei: kit.Wei
    unbonding_blocks: kit.Uint256
    retry_blocks: kit.Uint256
    member_policy: kit.Uint256


@dataclass(frozen=True, slots=True)
class Claim(kit.Record):
    """What a claim is about; never changes once it is opened."""

    kind: Kind
    asker: kit.Address
    subject: kit.Uint256
    worker: kit.Address
    payer: kit.Address
    seal: kit.Bytes32
    terms: ClaimTerms
    value_wei: kit.Wei
    rules: kit.Uint256
    opened: kit.Height


@dataclass(frozen=True, slots=True)
class Progress(kit.Record):
    """
    How far a claim is.

    `level` is that of the last decision, NONE before the first. `deadline` counts in the module's
    own blocks, those in which it was not paused.
    """

    state: ClaimState = ClaimState.NOTHING
    deadline: kit.Height = 0
    outcome_bps: kit.Bps = 0
    level: Level = Level.NONE
    is_decided: bool = False
    is_revealed: bool = False
    is_canary: bool = False
    is_disputed: bool = False
    judged_bps: kit.Bps = 0
    rate_bps: kit.Bps = 0
    rounds: kit.Uint256 = 0
    executed: kit.Uint256 = 0
    attempts: kit.Uint256 = 0
    fee_wei: kit.Wei = 0
    paid_wei: kit.Wei = 0
    earlier: kit.Uint256 = 0
    paused_blocks: kit.Uint256 = 0
    steps: kit.Uint256 = 0
    digest: kit.Bytes32 = kit.ZERO_BYTES32
    trace_end: kit.Bytes32 = kit.ZERO_BYTES32


@dataclass(frozen=True, slots=True)
class Moment(kit.Record):
    """One entry of a claim's timeline."""

    height: kit.Height
    state: ClaimState
    outcome_bps: kit.Bps


@dataclass(frozen=True, slots=True)
class Round(kit.Record):
    """One try to decide a claim: by voters, by a game, or by opening a canary."""

    level: Level
    size: kit.Uint256 = 0
    challenger: kit.Address = kit.ZERO_ADDRESS
    side: Side = Side.NONE
    before_bps: kit.Bps = 0
    bond_wei: kit.Wei = 0
    respondent_wei: kit.Wei = 0
    fee_wei: kit.Wei = 0
    sealed: kit.Uint256 = 0
    opened: kit.Uint256 = 0
    against: kit.Uint256 = 0
    split: kit.Uint256 = 0
    worker: kit.Uint256 = 0
    choice: Choice = Choice.NONE
    digest: kit.Bytes32 = kit.ZERO_BYTES32
    is_redraw: bool = False
    is_stalled: bool = False
    is_canary: bool = False


@dataclass(frozen=True, slots=True)
class Seat(kit.Record):
    """One drawn voter of a round."""

    voter: kit.Address
    is_opened: bool = False
    choice: Choice = Choice.NONE
    stake_wei: kit.Wei = 0
    seal: kit.Bytes32 = kit.ZERO_BYTES32
    value: kit.Uint256 = 0


@dataclass(frozen=True, slots=True)
class Game(kit.Record):
    """A bisection: both agree on the state after `low` steps and differ after `high`."""

    state: GameState = GameState.NOTHING
    low: kit.Uint256 = 0
    high: kit.Uint256 = 0
    low_hash: kit.Bytes32 = kit.ZERO_BYTES32
    high_hash: kit.Bytes32 = kit.ZERO_BYTES32
    middle_hash: kit.Bytes32 = kit.ZERO_BYTES32
    worker_left: kit.Uint256 = 0
    challenger_left: kit.Uint256 = 0
    turn_began: kit.Height = 0


@dataclass(frozen=True, slots=True)
class Evidence(kit.Record):
    """The hash of something that a party wants the jury to see."""

    author: kit.Address
    digest: kit.Bytes32
    height: kit.Height


@dataclass(frozen=True, slots=True)
class Clocks(kit.Record):
    """What is left of the waits of a claim, in blocks."""

    deadline_blocks: kit.Uint256
    worker_blocks: kit.Uint256
    challenger_blocks: kit.Uint256


@dataclass(frozen=True, slots=True)
class Duty(kit.Record):
    """A seat that waits to be settled, and what it asks for."""

    claim: kit.Uint256
    round: kit.Uint256
    state: ClaimState
    deadline: kit.Height
    is_sealed: bool
    is_opened: bool


@dataclass(frozen=True, slots=True)
class Member(kit.Record):
    """A bonded member in one role."""

    state: MemberState = MemberState.NOTHING
    bond_wei: kit.Wei = 0
    leaves: kit.Height = 0
    duties: kit.Uint256 = 0


@dataclass(frozen=True, slots=True)
class MemberStats(kit.Record):
    """How a member did its duty."""

    seats: kit.Uint256 = 0
    coherent: kit.Uint256 = 0
    incoherent: kit.Uint256 = 0
    missed: kit.Uint256 = 0
    lost_wei: kit.Wei = 0
    earned_wei: kit.Wei = 0


@dataclass(frozen=True, slots=True)
class WorkerStats(kit.Record):
    """How a worker's results fared, each counted once, when it is final."""

    claims: kit.Uint256 = 0
    proven: kit.Uint256 = 0
    failed: kit.Uint256 = 0
    streak: kit.Uint256 = 0


@dataclass(frozen=True, slots=True)
class Totals(kit.Record):
    """What the module's coins are."""

    free_wei: kit.Wei = 0
    bonds_wei: kit.Wei = 0
    members_wei: kit.Wei = 0
    fees_wei: kit.Wei = 0
    canary_wei: kit.Wei = 0


@dataclass(frozen=True, slots=True)
class ClaimOpened(kit.Event):
    """A result, or an accusation, stands to judgement."""

    claim: Annotated[kit.Uint256, kit.INDEXED]
    asker: Annotated[kit.Address, kit.INDEXED]
    worker: Annotated[kit.Address, kit.INDEXED]
    subject: kit.Uint256
    level: Level
    value_wei: kit.Wei


@dataclass(frozen=True, slots=True)
class ClaimMoved(kit.Event):
    """A claim went on; `cause` names the call or the deadline's default."""

    claim: Annotated[kit.Uint256, kit.INDEXED]
    state: ClaimState
    outcome_bps: kit.Bps
    deadline: kit.Height
    cause: str


@dataclass(frozen=True, slots=True)
class Revealed(kit.Event):
    """A worker showed the digest that it had sealed."""

    claim: Annotated[kit.Uint256, kit.INDEXED]
    worker: Annotated[kit.Address, kit.INDEXED]
    digest: kit.Bytes32


@dataclass(frozen=True, slots=True)
class Linked(kit.Event):
    """A claim builds on an earlier one and falls with it."""

    claim: Annotated[kit.Uint256, kit.INDEXED]
    earlier: Annotated[kit.Uint256, kit.INDEXED]


@dataclass(frozen=True, slots=True)
class Voided(kit.Event):
    """A claim fell with the one it builds on."""

    claim: Annotated[kit.Uint256, kit.INDEXED]
    earlier: Annotated[kit.Uint256, kit.INDEXED]


@dataclass(frozen=True, slots=True)
class Challenged(kit.Event):
    """Somebody objects to an outcome, with a bond."""

    claim: Annotated[kit.Uint256, kit.INDEXED]
    challenger: Annotated[kit.Address, kit.INDEXED]
    level: Level
    side: Side
    bond_wei: kit.Wei


@dataclass(frozen=True, slots=True)
class Responded(kit.Event):
    """The worker stands by its result, with as large a bond."""

    claim: Annotated[kit.Uint256, kit.INDEXED]
    worker: Annotated[kit.Address, kit.INDEXED]
    bond_wei: kit.Wei


@dataclass(frozen=True, slots=True)
class EvidenceAdded(kit.Event):
    """A party brought evidence."""

    claim: Annotated[kit.Uint256, kit.INDEXED]
    author: Annotated[kit.Address, kit.INDEXED]
    digest: kit.Bytes32


@dataclass(frozen=True, slots=True)
class Sampled(kit.Event):
    """The beacon decided whether a result is audited."""

    claim: Annotated[kit.Uint256, kit.INDEXED]
    is_audited: bool
    rate_bps: kit.Bps


@dataclass(frozen=True, slots=True)
class Drawn(kit.Event):
    """The beacon gave somebody a seat."""

    claim: Annotated[kit.Uint256, kit.INDEXED]
    voter: Annotated[kit.Address, kit.INDEXED]
    round: kit.Uint256


@dataclass(frozen=True, slots=True)
class VoteSealed(kit.Event):
    """A voter committed to what it found."""

    claim: Annotated[kit.Uint256, kit.INDEXED]
    voter: Annotated[kit.Address, kit.INDEXED]
    round: kit.Uint256


@dataclass(frozen=True, slots=True)
class VoteOpened(kit.Event):
    """A voter showed what it found: a distance, a digest, or bps."""

    claim: Annotated[kit.Uint256, kit.INDEXED]
    voter: Annotated[kit.Address, kit.INDEXED]
    round: kit.Uint256
    value: kit.Uint256


@dataclass(frozen=True, slots=True)
class RoundDecided(kit.Event):
    """A round is over; NONE where nobody could decide."""

    claim: Annotated[kit.Uint256, kit.INDEXED]
    round: kit.Uint256
    level: Level
    choice: Choice


@dataclass(frozen=True, slots=True)
class CanaryOpened(kit.Event):
    """A payer showed that it knew a result to be wrong before it was delivered."""

    claim: Annotated[kit.Uint256, kit.INDEXED]
    payer: Annotated[kit.Address, kit.INDEXED]
    was_caught: bool


@dataclass(frozen=True, slots=True)
class JackpotPaid(kit.Event):
    """An auditor caught a canary."""

    claim: Annotated[kit.Uint256, kit.INDEXED]
    auditor: Annotated[kit.Address, kit.INDEXED]
    amount_wei: kit.Wei


@dataclass(frozen=True, slots=True)
class MiddlePosted(kit.Event):
    """A worker named its state in the middle."""

    claim: Annotated[kit.Uint256, kit.INDEXED]
    step: kit.Uint256
    state_hash: kit.Bytes32


@dataclass(frozen=True, slots=True)
class HalfChosen(kit.Event):
    """A challenger said in which half the fault is."""

    claim: Annotated[kit.Uint256, kit.INDEXED]
    low: kit.Uint256
    high: kit.Uint256


@dataclass(frozen=True, slots=True)
class StepExecuted(kit.Event):
    """The chain executed the step that two sides disagreed on."""

    claim: Annotated[kit.Uint256, kit.INDEXED]
    step: kit.Uint256
    claimed: kit.Bytes32
    found: kit.Bytes32


@dataclass(frozen=True, slots=True)
class ClaimRuled(kit.Event):
    """A claim is final."""

    claim: Annotated[kit.Uint256, kit.INDEXED]
    outcome_bps: kit.Bps


@dataclass(frozen=True, slots=True)
class AskerFailed(kit.Event):
    """The asker could not hear the ruling; anybody may execute it again."""

    claim: Annotated[kit.Uint256, kit.INDEXED]
    reason: str


@dataclass(frozen=True, slots=True)
class BondMoved(kit.Event):
    """A part of a bond found its end."""

    claim: Annotated[kit.Uint256, kit.INDEXED]
    source: Annotated[kit.Address, kit.INDEXED]
    target: Annotated[kit.Address, kit.INDEXED]
    amount_wei: kit.Wei
    end: BondEnd


@dataclass(frozen=True, slots=True)
class SeatSettled(kit.Event):
    """A voter was paid, or paid, for one seat."""

    claim: Annotated[kit.Uint256, kit.INDEXED]
    voter: Annotated[kit.Address, kit.INDEXED]
    round: kit.Uint256
    earned_wei: kit.Wei
    lost_wei: kit.Wei


@dataclass(frozen=True, slots=True)
class Deposited(kit.Event):
    """Coins were put down for bonds and fees to come."""

    account: Annotated[kit.Address, kit.INDEXED]
    amount_wei: kit.Wei


@dataclass(frozen=True, slots=True)
class Withdrawn(kit.Event):
    """Coins that no bond holds went back."""

    account: Annotated[kit.Address, kit.INDEXED]
    amount_wei: kit.Wei


@dataclass(frozen=True, slots=True)
class MemberMoved(kit.Event):
    """A member's registration changed."""

    account: Annotated[kit.Address, kit.INDEXED]
    role: Role
    state: MemberState
    bond_wei: kit.Wei


class TermsInvalid(kit.Refusal):
    """These terms cannot be verified."""

    reason: str


class TooFewMembers(kit.Refusal):
    """Fewer members are registered than this level draws."""

    role: Role
    needed: kit.Uint256
    found: kit.Uint256


class FeeMissing(kit.Refusal):
    """The fee must be moved to the verifier before a claim is opened."""

    needed_wei: kit.Wei
    found_wei: kit.Wei


class SealWrong(kit.Refusal):
    """What is shown does not open the seal."""

    expected: kit.Bytes32
    found: kit.Bytes32


class TraceWrong(kit.Refusal):
    """The trace's end cannot stand."""

    reason: str


class TraceMissing(kit.Refusal):
    """A result that is bisected must be shown with its trace first, by reveal_trace."""

    claim: kit.Uint256


class NotRevealed(kit.Refusal):
    """The worker must show its result before it answers."""

    claim: kit.Uint256


class LevelTooLow(kit.Refusal):
    """A dispute goes up only, and not to a level that this claim has no terms for."""

    claim: kit.Uint256
    decided: Level
    found: Level


class SideInvalid(kit.Refusal):
    """Nobody can win more than there is, or object to what is theirs."""

    side: Side


class TooManyRounds(kit.Refusal):
    """This claim was tried as often as it may be at this level."""

    claim: kit.Uint256
    level: Level


class TooManyCases(kit.Refusal):
    """This account has as many open cases as it may."""

    maximum: kit.Uint256


class DepositTooSmall(kit.Refusal):
    """The deposit does not cover it."""

    needed_wei: kit.Wei
    found_wei: kit.Wei


class NothingSent(kit.Refusal):
    """An amount above zero is needed."""


class LinkInvalid(kit.Refusal):
    """A claim builds once, on an earlier claim of the same asker, worker and payer."""

    claim: kit.Uint256
    earlier: kit.Uint256


class TooMuchEvidence(kit.Refusal):
    """A party may bring so many hashes."""

    maximum: kit.Uint256


class AlreadySealed(kit.Refusal):
    """This seat has its seal."""

    claim: kit.Uint256


class NotSealed(kit.Refusal):
    """This seat sealed nothing that could be opened, or opened it already."""

    claim: kit.Uint256


class VoteInvalid(kit.Refusal):
    """A juror gives the worker 0, 5,000 or 10,000 bps."""

    value: kit.Uint256


class CanaryInvalid(kit.Refusal):
    """Only an audited result can be opened as a canary, once."""

    claim: kit.Uint256


class BondTooSmall(kit.Refusal):
    """A member's bond must be at least this much."""

    needed_wei: kit.Wei
    found_wei: kit.Wei


class StepWrong(kit.Refusal):
    """What is shown is not the state before the step."""

    expected: kit.Bytes32
    found: kit.Bytes32


class ForfeitMissing(kit.Refusal):
    """An asker named a forfeit that it did not move."""

    named_wei: kit.Wei
    found_wei: kit.Wei


class UnknownClaim(kit.Refusal):
    """No claim has this number."""

    claim: kit.Uint256


class AlreadyRevealed(kit.Refusal):
    """The worker has shown its result."""

    claim: kit.Uint256


class WitnessWrong(kit.Refusal):
    """A step's witness does not fit the state that it is about."""

    reason: str


DEPOSIT: Final = kit.Call("deposit", (), payable=True)
WITHDRAW: Final = kit.Call("withdraw", (kit.Wei,))
JOIN: Final = kit.Call("join", (Role,), payable=True)
TOP_UP: Final = kit.Call("topUp", (Role,), payable=True)
RESIGN: Final = kit.Call("resign", (Role,))
REVEAL: Final = kit.Call("reveal", (kit.Uint256, kit.Bytes32, kit.Bytes32))
REVEAL_TRACE: Final = kit.Call("revealTrace", (kit.Uint256, kit.Uint256, MachineState, kit.Bytes32))
ACCEPT: Final = kit.Call("accept", (kit.Uint256,))
LINK: Final = kit.Call("link", (kit.Uint256, kit.Uint256))
CHALLENGE: Final = kit.Call("challenge", (kit.Uint256, Level, Side, kit.Bytes32), payable=True)
RESPOND: Final = kit.Call("respond", (kit.Uint256,), payable=True)
ADD_EVIDENCE: Final = kit.Call("addEvidence", (kit.Uint256, kit.Bytes32))
SEAL_VOTE: Final = kit.Call("sealVote", (kit.Uint256, kit.Bytes32))
OPEN_VOTE: Final = kit.Call("openVote", (kit.Uint256, kit.Uint256, kit.Bytes32))
OPEN_CANARY: Final = kit.Call("openCanary", (kit.Uint256, kit.Bytes32), payable=True)
POST_MIDDLE: Final = kit.Call("postMiddle", (kit.Uint256, kit.Bytes32))
CHOOSE_HALF: Final = kit.Call("chooseHalf", (kit.Uint256, bool))
PROVE_STEP: Final = kit.Call("proveStep", (kit.Uint256, Witness))
EXECUTE: Final = kit.Call("execute", (kit.Uint256,))
PARAMS: Final[kit.View[VerificationParams]] = kit.View("params", (), VerificationParams)
FEE_WEI: Final[kit.View[kit.Wei]] = kit.View("feeWei", (ClaimTerms, kit.Wei), kit.Wei)
CLAIM_COUNT: Final[kit.View[kit.Uint256]] = kit.View("claimCount", (), kit.Uint256)
CLAIM: Final[kit.View[Claim]] = kit.View("claim", (kit.Uint256,), Claim)
STANDING: Final[kit.View[Progress]] = kit.View("standing", (kit.Uint256,), Progress)
TIMELINE: Final[kit.View[tuple[Moment, ...]]] = kit.View(
    "timeline",
    (kit.Uint256, kit.Uint256, kit.Uint256),
    tuple[Moment, ...],
)
ROUNDS_OF: Final[kit.View[tuple[Round, ...]]] = kit.View(
    "roundsOf",
    (kit.Uint256,),
    tuple[Round, ...],
)
SEATS_OF: Final[kit.View[tuple[Seat, ...]]] = kit.View(
    "seatsOf",
    (kit.Uint256, kit.Uint256),
    tuple[Seat, ...],
)
GAME: Final[kit.View[Game]] = kit.View("game", (kit.Uint256,), Game)
EVIDENCE: Final[kit.View[tuple[Evidence, ...]]] = kit.View(
    "evidence",
    (kit.Uint256, kit.Uint256, kit.Uint256),
    tuple[Evidence, ...],
)
CHALLENGE_PRICE: Final[kit.View[kit.Wei]] = kit.View(
    "challengePrice",
    (kit.Uint256, Level),
    kit.Wei,
)
CLOCKS: Final[kit.View[Clocks]] = kit.View("clocks", (kit.Uint256,), Clocks)
DUTIES_OF: Final[kit.View[tuple[Duty, ...]]] = kit.View(
    "dutiesOf",
    (kit.Address, kit.Uint256, kit.Uint256),
    tuple[Duty, ...],
)
MEMBER: Final[kit.View[Member]] = kit.View("member", (Role, kit.Address), Member)
MEMBER_STATS_OF: Final[kit.View[MemberStats]] = kit.View(
    "memberStatsOf",
    (Role, kit.Address),
    MemberStats,
)
WORKER_STATS_OF: Final[kit.View[WorkerStats]] = kit.View(
    "workerStatsOf",
    (kit.Address,),
    WorkerStats,
)
AUDIT_RATE: Final[kit.View[kit.Bps]] = kit.View("auditRate", (kit.Address,), kit.Bps)
OVERTURN_RATE: Final[kit.View[kit.Bps]] = kit.View("overturnRate", (kit.Address,), kit.Bps)
MEMBER_WEIGHT: Final[kit.View[kit.Wei]] = kit.View("memberWeight", (Role,), kit.Wei)
FREE: Final[kit.View[kit.Wei]] = kit.View("free", (kit.Address,), kit.Wei)
HOLDINGS: Final[kit.View[Totals]] = kit.View("holdings", (), Totals)


class Verification(kit.ModuleClient):
    """Verification: whether work is what was asked for, by levels that anybody may raise."""

    NAME = "verification"
    ADDRESS = "0x0000000000000000000000000000000000000a01"
    EVENTS = (
        ClaimOpened,
        ClaimMoved,
        Revealed,
        Linked,
        Voided,
        Challenged,
        Responded,
        EvidenceAdded,
        Sampled,
        Drawn,
        VoteSealed,
        VoteOpened,
        RoundDecided,
        CanaryOpened,
        JackpotPaid,
        MiddlePosted,
        HalfChosen,
        StepExecuted,
        ClaimRuled,
        AskerFailed,
        BondMoved,
        SeatSettled,
        Deposited,
        Withdrawn,
        MemberMoved,
        CoinsMoved,
        ModulePaused,
        ModuleResumed,
        TimerFailed,
    )
    REFUSALS = (
        Denied,
        RoleForbids,
        StateForbids,
        TermsInvalid,
        TooFewMembers,
        FeeMissing,
        SealWrong,
        TraceWrong,
        TraceMissing,
        NotRevealed,
        LevelTooLow,
        SideInvalid,
        TooManyRounds,
        TooManyCases,
        DepositTooSmall,
        NothingSent,
        LinkInvalid,
        TooMuchEvidence,
        AlreadySealed,
        NotSealed,
        VoteInvalid,
        CanaryInvalid,
        BondTooSmall,
        StepWrong,
        ForfeitMissing,
        UnknownClaim,
        AlreadyRevealed,
        WitnessWrong,
        Paused,
        NotPayable,
        InsufficientCoins,
        Unauthorized,
        DelegatecallRefused,
        Reentered,
        AddressTaken,
    )

    async def deposit(self, *, value_wei: int) -> Pending:
        """Put the coins sent down for bonds and fees to come."""
        return await self._send(DEPOSIT, (), value_wei)

    async def withdraw(self, amount_wei: kit.Wei) -> Pending:
        """Take coins back that no bond holds."""
        return await self._send(WITHDRAW, (amount_wei,))

    async def join(self, role: Role, *, value_wei: int) -> Pending:
        """Register for draws in a role; the coins sent are the bond, and the weight."""
        return await self._send(JOIN, (role,), value_wei)

    async def top_up(self, role: Role, *, value_wei: int) -> Pending:
        """Add the coins sent to a bond."""
        return await self._send(TOP_UP, (role,), value_wei)

    async def resign(self, role: Role) -> Pending:
        """Be drawn no more; the bond comes back by itself after the unbonding time."""
        return await self._send(RESIGN, (role,))

    async def reveal(self, claim: kit.Uint256, digest: kit.Bytes32, salt: kit.Bytes32) -> Pending:
        """Show the digest that the worker sealed."""
        return await self._send(REVEAL, (claim, digest, salt))

    async def reveal_trace(
        self,
        claim: kit.Uint256,
        steps: kit.Uint256,
        end: MachineState,
        salt: kit.Bytes32,
    ) -> Pending:
        """Show the end of the trace that the worker sealed: `steps` steps, halted."""
        return await self._send(REVEAL_TRACE, (claim, steps, end, salt))

    async def accept(self, claim: kit.Uint256) -> Pending:
        """Say for the payer that a result is good: final now, not after the window."""
        return await self._send(ACCEPT, (claim,))

    async def link(self, claim: kit.Uint256, earlier: kit.Uint256) -> Pending:
        """Let a claim fall with an earlier one that it builds on; its worker or asker says so."""
        return await self._send(LINK, (claim, earlier))

    async def challenge(
        self,
        claim: kit.Uint256,
        level: Level,
        side: Side,
        evidence: kit.Bytes32,
        *,
        value_wei: int,
    ) -> Pending:
        """
        Object to an outcome, at a higher level than it was found at.

        Bond and fee (`challenge_price`) are taken from the deposit; the coins sent add to it.
        """
        return await self._send(CHALLENGE, (claim, level, side, evidence), value_wei)

    async def respond(self, claim: kit.Uint256, *, value_wei: int) -> Pending:
        """Stand by a challenged result with a bond as large; the coins sent add to the deposit."""
        return await self._send(RESPOND, (claim,), value_wei)

    async def add_evidence(self, claim: kit.Uint256, digest: kit.Bytes32) -> Pending:
        """Bring the hash of something that the jury shall see."""
        return await self._send(ADD_EVIDENCE, (claim, digest))

    async def seal_vote(self, claim: kit.Uint256, seal: kit.Bytes32) -> Pending:
        """Commit to a vote; `chain.kit.verdicts.vote_seal` makes the seal."""
        return await self._send(SEAL_VOTE, (claim, seal))

    async def open_vote(self, claim: kit.Uint256, value: kit.Uint256, salt: kit.Bytes32) -> Pending:
        """
        Open a vote.

        An auditor's value is the distance it measured, an attestor's 0 for a good quote, a replica
        worker's the digest as a number, a juror's the bps that are the worker's.
        """
        return await self._send(OPEN_VOTE, (claim, value, salt))

    async def open_canary(
        self,
        claim: kit.Uint256,
        salt: kit.Bytes32,
        *,
        value_wei: int,
    ) -> Pending:
        """
        Show, as its payer, that a result was known to be wrong before it was delivered.

        Where the audit passed it, that needs a challenge's bond from the deposit.
        """
        return await self._send(OPEN_CANARY, (claim, salt), value_wei)

    async def post_middle(self, claim: kit.Uint256, state_hash: kit.Bytes32) -> Pending:
        """Name the worker's state half-way between the two that are disputed."""
        return await self._send(POST_MIDDLE, (claim, state_hash))

    async def choose_half(self, claim: kit.Uint256, agrees_to_middle: bool) -> Pending:
        """Say for the challenger whether the state half-way is right."""
        return await self._send(CHOOSE_HALF, (claim, agrees_to_middle))

    async def prove_step(self, claim: kit.Uint256, witness: Witness) -> Pending:
        """Let the chain execute the one step that is left."""
        return await self._send(PROVE_STEP, (claim, witness))

    async def execute(self, claim: kit.Uint256) -> Pending:
        """Settle the next round of a final claim, or tell the asker; anybody may, any time."""
        return await self._send(EXECUTE, (claim,))

    async def params(self) -> VerificationParams:
        """Return the governed parameters."""
        return await self._read(PARAMS)

    async def fee_wei(self, terms: ClaimTerms, value_wei: kit.Wei) -> kit.Wei:
        """Return what a claim on these terms costs up front, in wei; refused where they are bad."""
        return await self._read(FEE_WEI, terms, value_wei)

    async def claim_count(self) -> kit.Uint256:
        """Return how many claims were opened."""
        return await self._read(CLAIM_COUNT)

    async def claim(self, claim: kit.Uint256) -> Claim:
        """Return what a claim is about; refused if unknown."""
        return await self._read(CLAIM, claim)

    async def standing(self, claim: kit.Uint256) -> Progress:
        """Return how far a claim is; refused if unknown."""
        return await self._read(STANDING, claim)

    async def timeline(
        self,
        claim: kit.Uint256,
        offset: kit.Uint256,
        limit: kit.Uint256,
    ) -> tuple[Moment, ...]:
        """Return a claim's moves, oldest first, at most PAGE_MAX."""
        return await self._read(TIMELINE, claim, offset, limit)

    async def rounds_of(self, claim: kit.Uint256) -> tuple[Round, ...]:
        """Return the rounds of a claim, at most ROUNDS_MAX."""
        return await self._read(ROUNDS_OF, claim)

    async def seats_of(self, claim: kit.Uint256, round_index: kit.Uint256) -> tuple[Seat, ...]:
        """Return the seats of one round, at most SEATS_MAX."""
        return await self._read(SEATS_OF, claim, round_index)

    async def game(self, claim: kit.Uint256) -> Game:
        """Return the last bisection about a claim."""
        return await self._read(GAME, claim)

    async def evidence(
        self,
        claim: kit.Uint256,
        offset: kit.Uint256,
        limit: kit.Uint256,
    ) -> tuple[Evidence, ...]:
        """Return the evidence of a claim, oldest first, at most PAGE_MAX."""
        return await self._read(EVIDENCE, claim, offset, limit)

    async def challenge_price(self, claim: kit.Uint256, level: Level) -> kit.Wei:
        """Return the bond and the fee of the next challenge at a level together, in wei."""
        return await self._read(CHALLENGE_PRICE, claim, level)

    async def clocks(self, claim: kit.Uint256) -> Clocks:
        """Return how many blocks are left of a claim's deadline and of each side's clock."""
        return await self._read(CLOCKS, claim)

    async def duties_of(
        self,
        account: kit.Address,
        offset: kit.Uint256,
        limit: kit.Uint256,
    ) -> tuple[Duty, ...]:
        """Return the seats of an account that are not settled, at most PAGE_MAX."""
        return await self._read(DUTIES_OF, account, offset, limit)

    async def member(self, role: Role, account: kit.Address) -> Member:
        """Return an account's registration in a role."""
        return await self._read(MEMBER, role, account)

    async def member_stats_of(self, role: Role, account: kit.Address) -> MemberStats:
        """Return how an account did its duty in a role."""
        return await self._read(MEMBER_STATS_OF, role, account)

    async def worker_stats_of(self, account: kit.Address) -> WorkerStats:
        """Return how a worker's results fared."""
        return await self._read(WORKER_STATS_OF, account)

    async def audit_rate(self, account: kit.Address) -> kit.Bps:
        """Return the chance that a worker's next result is audited, in bps."""
        return await self._read(AUDIT_RATE, account)

    async def overturn_rate(self, account: kit.Address) -> kit.Bps:
        """Return the share of a worker's final results that failed, in bps."""
        return await self._read(OVERTURN_RATE, account)

    async def member_weight(self, role: Role) -> kit.Wei:
        """Return the bonds of all that can be drawn in a role, in wei."""
        return await self._read(MEMBER_WEIGHT, role)

    async def free(self, account: kit.Address) -> kit.Wei:
        """Return what an account has deposited and no bond holds, in wei."""
        return await self._read(FREE, account)

    async def holdings(self) -> Totals:
        """Return what the module's coins are."""
        return await self._read(HOLDINGS)
