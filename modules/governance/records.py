"""What governance stores and shows: its parameters, its proposals and the votes on them."""

from enum import IntEnum
from typing import Final

from chain.kit.record import Params, Record, Scope, param
from chain.types.primitives import ZERO_ADDRESS, Address, Bps, Height, Seconds, Wei

WHOLE_BPS: Final = 10_000  # bps of the whole
TITLE_BYTES_MAX: Final = 128  # bytes of UTF-8
SUMMARY_BYTES_MAX: Final = 4_096  # bytes of UTF-8
CHANGES_MAX: Final = 32  # parameters that one proposal may change
PARAMETER_NAME_BYTES_MAX: Final = 64  # bytes of `module.field`
CALL_DATA_BYTES_MAX: Final = 8_192  # bytes of a call that a proposal makes
DEPOSITORS_MAX: Final = 64  # accounts that may deposit on one proposal
OPEN_PROPOSALS_MAX: Final = 1_000  # proposals that are not yet decided or carried out
OPTIONS_MAX: Final = 4  # options that one vote may be spread over
PAGE_MAX: Final = 100  # entries of one page of a view
PROPOSALS_PAGE_MAX: Final = 20  # proposals of one page; they may be long
GUARDIAN: Final = "governance.guardian"  # the one parameter whose change no guardian may cancel
ADDRESS_MAX: Final = 2**160 - 1  # an address as a number


class GovernanceParams(Params):
    """What a proposal takes; each lives by the values that stood when it was submitted."""

    deposit_wei_min: Wei = param(
        default=Wei(1_000 * 10**18),
        doc="wei deposited before voting begins",
        minimum=1,
        maximum=10**24,
        scope=Scope.NEW_ONLY,
    )
    initial_deposit_bps: Bps = param(
        default=Bps(1_000),
        doc="share of the deposit that a proposer must bring, in bps",
        minimum=0,
        maximum=10_000,
        scope=Scope.NEW_ONLY,
    )
    deposit_period_s: Seconds = param(
        default=Seconds(1_209_600),
        doc="seconds in which the deposit must be completed; 14 days",
        minimum=1,
        maximum=2_592_000,  # 30 days
        scope=Scope.NEW_ONLY,
    )
    voting_period_s: Seconds = param(
        default=Seconds(604_800),
        doc="seconds in which votes are taken; 7 days",
        minimum=1,
        maximum=2_592_000,  # 30 days
        scope=Scope.NEW_ONLY,
    )
    timelock_s: Seconds = param(
        default=Seconds(172_800),
        doc="seconds between passing and being carried out; 2 days",
        minimum=1,
        maximum=2_592_000,  # 30 days
        scope=Scope.NEW_ONLY,
    )
    execution_grace_s: Seconds = param(
        default=Seconds(604_800),
        doc="seconds after the timelock in which a proposal may still be carried out; 7 days",
        minimum=60,
        maximum=2_592_000,  # 30 days
        scope=Scope.NEW_ONLY,
    )
    quorum_bps: Bps = param(
        default=Bps(3_340),
        doc="share of all bonded stake that must vote, in bps",
        minimum=100,
        maximum=8_000,
        step=1_000,
        scope=Scope.NEW_ONLY,
    )
    threshold_bps: Bps = param(
        default=Bps(5_000),
        doc="share of yes among yes, no and veto that must be passed, in bps",
        minimum=5_000,
        maximum=9_000,
        step=1_000,
        scope=Scope.NEW_ONLY,
    )
    veto_bps: Bps = param(
        default=Bps(3_340),
        doc="share of veto among all votes above which the deposit is burned, in bps",
        minimum=1_000,
        maximum=5_000,
        step=1_000,
        scope=Scope.NEW_ONLY,
    )
    expired_burn_bps: Bps = param(
        default=Bps(0),
        doc="share of a deposit that is burned where it is never completed, in bps",
        minimum=0,
        maximum=10_000,
        scope=Scope.NEW_ONLY,
    )
    cancel_burn_bps: Bps = param(
        default=Bps(5_000),
        doc="share of a deposit that is burned where the proposer cancels, in bps",
        minimum=0,
        maximum=10_000,
        scope=Scope.NEW_ONLY,
    )
    epoch_blocks: int = param(
        default=1_000,
        doc="blocks of an epoch, at whose beginning some parameters change",
        minimum=1,
        maximum=100_000,
    )
    guardian: Address = param(
        default=ZERO_ADDRESS,
        doc="who may cancel proposals, and nothing else; nobody where it is zero",
        minimum=0,
        maximum=ADDRESS_MAX,
    )


class GovernanceGenesis(Record):
    """Governance's section of genesis.json."""

    params: GovernanceParams = GovernanceParams()


class Kind(IntEnum):
    """What a proposal does when it is carried out."""

    PARAMETERS = 0
    TREASURY_SPEND = 1
    TEXT = 2
    CANCEL = 3
    RESUME = 4
    CALL = 5


class Status(IntEnum):
    """
    Where a proposal stands.

        DEPOSIT -> VOTING -> TIMELOCK -> EXECUTED | FAILED
           |         |          +-> EXPIRED, CANCELLED
           |         +-> REJECTED, VETOED, FAILED_QUORUM, CANCELLED
           +-> EXPIRED, CANCELLED
    """

    DEPOSIT = 0
    VOTING = 1
    TIMELOCK = 2  # passed, waiting to be carried out
    EXECUTED = 3
    REJECTED = 4
    VETOED = 5
    FAILED_QUORUM = 6
    FAILED = 7  # could not be carried out; nothing of it was
    CANCELLED = 8
    EXPIRED = 9  # nobody completed the deposit, or its time to be carried out passed


OPEN = (Status.DEPOSIT, Status.VOTING, Status.TIMELOCK)


class Option(IntEnum):
    """What a vote says."""

    YES = 0
    NO = 1
    ABSTAIN = 2
    VETO = 3


class ParameterChange(Record):
    """One parameter, the value it is expected to have, and the one it shall have."""

    parameter: str
    expected: int
    value: int


class WeightedOption(Record):
    """An option and the share of a vote that goes to it, in bps."""

    option: Option
    weight_bps: Bps


class Ballot(Record):
    """An account's vote and the power behind it."""

    power_wei: Wei
    options: tuple[WeightedOption, ...]


class VoterBallot(Record):
    """A vote and whose it is."""

    voter: Address
    power_wei: Wei
    options: tuple[WeightedOption, ...]


class Tally(Record):
    """Stake by option, in wei."""

    yes_wei: Wei
    no_wei: Wei
    abstain_wei: Wei
    veto_wei: Wei


class Content(Record):
    """What a proposal says; fields that its kind does not use are empty."""

    kind: Kind
    proposer: Address
    title: str
    summary: str
    changes: tuple[ParameterChange, ...] = ()
    recipient: Address = ZERO_ADDRESS
    amount_wei: Wei = Wei(0)
    target_id: int = 0
    module: str = ""
    call_data: bytes = b""


class Progress(Record):
    """How far a proposal is; times that did not come yet are zero."""

    status: Status
    submitted_s: Seconds
    deposit_end_s: Seconds
    deposit_wei: Wei
    voting_start_s: Seconds = Seconds(0)
    voting_end_s: Seconds = Seconds(0)
    snapshot_height: Height = Height(0)
    total_power_wei: Wei = Wei(0)
    timelock_end_s: Seconds = Seconds(0)
    closed_s: Seconds = Seconds(0)
    reason: str = ""


class Proposal(Record):
    """A proposal as queries show it, whole."""

    id: int
    kind: Kind
    status: Status
    proposer: Address
    title: str
    summary: str
    changes: tuple[ParameterChange, ...]
    recipient: Address
    amount_wei: Wei
    target_id: int
    module: str
    deposit_wei: Wei
    deposit_wei_min: Wei
    submitted_s: Seconds
    deposit_end_s: Seconds
    voting_start_s: Seconds
    voting_end_s: Seconds
    timelock_end_s: Seconds
    closed_s: Seconds
    snapshot_height: Height
    total_power_wei: Wei
    tally: Tally
    reason: str
    call_data: bytes


class Deposit(Record):
    """Coins that one account put down for a proposal."""

    depositor: Address
    amount_wei: Wei


class HistoryEntry(Record):
    """One change of a parameter: when, by which proposal, from what to what."""

    height: Height
    time_s: Seconds
    proposal_id: int
    old: int
    new: int


class PendingChange(Record):
    """A decided change that waits for the next epoch."""

    parameter: str
    proposal_id: int
    effective_height: Height
    expected: int
    value: int


class Parameter(Record):
    """A parameter: its value now and what it may become. `step` 0 means any step within bounds."""

    name: str
    value: int
    minimum: int
    maximum: int
    step: int
    cooldown_s: Seconds
    scope: Scope
    changed_at_s: Seconds
    doc: str
