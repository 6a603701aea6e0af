"""
Governance: proposals, votes and the parameters of every module.

Rendered from modules/governance/module.py by `python -m cli.render`; not to be edited.
"""

from collections.abc import Sequence  # noqa: F401
from dataclasses import dataclass
from enum import IntEnum  # noqa: F401
from typing import Annotated, ClassVar, Final  # noqa: F401

from client import kit
from client.transactions import Pending
from client.modules.shared import (
    AddressTaken,
    CoinsMoved,
    DelegatecallRefused,
    InsufficientCoins,
    ModulePaused,
    ModuleResumed,
    NotGoverned,
    NotPaused,
    NotPayable,
    Paused,
    Reentered,
    Scope,
    TimerFailed,
    Unauthorized,
    UnknownModule,
    UnknownParameter,
)


class Option(IntEnum):
    """What a vote says."""

    YES = 0
    NO = 1
    ABSTAIN = 2
    VETO = 3


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
    TIMELOCK = 2
    EXECUTED = 3
    REJECTED = 4
    VETOED = 5
    FAILED_QUORUM = 6
    FAILED = 7
    CANCELLED = 8
    EXPIRED = 9


@dataclass(frozen=True, slots=True)
class ParameterChange(kit.Record):
    """One parameter, the value it is expected to have, and the one it shall have."""

    parameter: str
    expected: kit.Uint256
    value: kit.Uint256


@dataclass(frozen=True, slots=True)
class WeightedOption(kit.Record):
    """An option and the share of a vote that goes to it, in bps."""

    option: Option
    weight_bps: kit.Bps


@dataclass(frozen=True, slots=True)
class GovernanceParams(kit.Record):
    """What a proposal takes; each lives by the values that stood when it was submitted."""

    deposit_wei_min: kit.Wei
    initial_deposit_bps: kit.Bps
    deposit_period_s: kit.Seconds
    voting_period_s: kit.Seconds
    timelock_s: kit.Seconds
    execution_grace_s: kit.Seconds
    quorum_bps: kit.Bps
    threshold_bps: kit.Bps
    veto_bps: kit.Bps
    expired_burn_bps: kit.Bps
    cancel_burn_bps: kit.Bps
    epoch_blocks: kit.Uint256
    guardian: kit.Address


@dataclass(frozen=True, slots=True)
class Tally(kit.Record):
    """Stake by option, in wei."""

    yes_wei: kit.Wei
    no_wei: kit.Wei
    abstain_wei: kit.Wei
    veto_wei: kit.Wei


@dataclass(frozen=True, slots=True)
class Proposal(kit.Record):
    """A proposal as queries show it, whole."""

    id: kit.Uint256
    kind: Kind
    status: Status
    proposer: kit.Address
    title: str
    summary: str
    changes: tuple[ParameterChange, ...]
    recipient: kit.Address
    amount_wei: kit.Wei
    target_id: kit.Uint256
    module: str
    deposit_wei: kit.Wei
    deposit_wei_min: kit.Wei
    submitted_s: kit.Seconds
    deposit_end_s: kit.Seconds
    voting_start_s: kit.Seconds
    voting_end_s: kit.Seconds
    timelock_end_s: kit.Seconds
    closed_s: kit.Seconds
    snapshot_height: kit.Height
    total_power_wei: kit.Wei
    tally: Tally
    reason: str
    call_data: bytes


@dataclass(frozen=True, slots=True)
class Ballot(kit.Record):
    """An account's vote and the power behind it."""

    power_wei: kit.Wei
    options: tuple[WeightedOption, ...]


@dataclass(frozen=True, slots=True)
class VoterBallot(kit.Record):
    """A vote and whose it is."""

    voter: kit.Address
    power_wei: kit.Wei
    options: tuple[WeightedOption, ...]


@dataclass(frozen=True, slots=True)
class Deposit(kit.Record):
    """Coins that one account put down for a proposal."""

    depositor: kit.Address
    amount_wei: kit.Wei


@dataclass(frozen=True, slots=True)
class Parameter(kit.Record):
    """A parameter: its value now and what it may become. `step` 0 means any step within bounds."""

    name: str
    value: kit.Uint256
    minimum: kit.Uint256
    maximum: kit.Uint256
    step: kit.Uint256
    cooldown_s: kit.Seconds
    scope: Scope
    changed_at_s: kit.Seconds
    doc: str


@dataclass(frozen=True, slots=True)
class HistoryEntry(kit.Record):
    """One change of a parameter: when, by which proposal, from what to what."""

    height: kit.Height
    time_s: kit.Seconds
    proposal_id: kit.Uint256
    old: kit.Uint256
    new: kit.Uint256


@dataclass(frozen=True, slots=True)
class PendingChange(kit.Record):
    """A decided change that waits for the next epoch."""

    parameter: str
    proposal_id: kit.Uint256
    effective_height: kit.Height
    expected: kit.Uint256
    value: kit.Uint256


@dataclass(frozen=True, slots=True)
class ChangeScheduled(kit.Event):
    """A parameter will change at the beginning of an epoch."""

    proposal_id: Annotated[kit.Uint256, kit.INDEXED]
    parameter: str
    value: kit.Uint256
    effective_height: kit.Height


@dataclass(frozen=True, slots=True)
class ChangesDropped(kit.Event):
    """Changes that waited for the epoch could not be made; the parameters stay as they are."""

    proposal_id: Annotated[kit.Uint256, kit.INDEXED]
    reason: str


@dataclass(frozen=True, slots=True)
class DepositAdded(kit.Event):
    """Coins were put down for a proposal."""

    id: Annotated[kit.Uint256, kit.INDEXED]
    depositor: Annotated[kit.Address, kit.INDEXED]
    amount_wei: kit.Wei
    total_wei: kit.Wei


@dataclass(frozen=True, slots=True)
class Overruled(kit.Event):
    """A vote that was cast lost stake whose owner voted itself."""

    id: Annotated[kit.Uint256, kit.INDEXED]
    validator: Annotated[kit.Address, kit.INDEXED]
    owner: Annotated[kit.Address, kit.INDEXED]
    amount_wei: kit.Wei


@dataclass(frozen=True, slots=True)
class ParameterChanged(kit.Event):
    """A parameter has another value from now on."""

    proposal_id: Annotated[kit.Uint256, kit.INDEXED]
    parameter: str
    old: kit.Uint256
    new: kit.Uint256


@dataclass(frozen=True, slots=True)
class ProposalSubmitted(kit.Event):
    """A proposal was put forward, and its dry run succeeded."""

    id: Annotated[kit.Uint256, kit.INDEXED]
    proposer: Annotated[kit.Address, kit.INDEXED]
    kind: Kind
    title: str


@dataclass(frozen=True, slots=True)
class StatusChanged(kit.Event):
    """A proposal went on; `reason` says why where it did not go well."""

    id: Annotated[kit.Uint256, kit.INDEXED]
    status: Status
    reason: str


@dataclass(frozen=True, slots=True)
class Voted(kit.Event):
    """A vote was cast, or cast anew."""

    id: Annotated[kit.Uint256, kit.INDEXED]
    voter: Annotated[kit.Address, kit.INDEXED]
    power_wei: kit.Wei
    options: tuple[WeightedOption, ...]


@dataclass(frozen=True, slots=True)
class VotingStarted(kit.Event):
    """The deposit is complete: stake as of the end of block `snapshot_height` may vote."""

    id: Annotated[kit.Uint256, kit.INDEXED]
    snapshot_height: kit.Height
    total_power_wei: kit.Wei
    voting_end_s: kit.Seconds


class BallotInvalid(kit.Refusal):
    """A vote names 1 to 4 different options with weights above zero that sum to 10,000 bps."""

    options: kit.Uint256
    sum_bps: kit.Uint256


class CallTooLong(kit.Refusal):
    """A proposal's call has at most so many bytes of data."""

    bytes_max: kit.Uint256
    found_bytes: kit.Uint256


class ChangesInvalid(kit.Refusal):
    """A proposal changes 1 to 32 parameters, each named by at most 64 bytes."""

    maximum: kit.Uint256
    found: kit.Uint256


class ChangesRefused(kit.Refusal):
    """The parameters may not be changed so."""

    reason: str


class DepositTooSmall(kit.Refusal):
    """A deposit must be at least this much, or complete what is missing."""

    needed_wei: kit.Wei
    found_wei: kit.Wei


class DryRunFailed(kit.Refusal):
    """The proposal could not be carried out as things stand."""

    reason: str


class GuardianConcerned(kit.Refusal):
    """The guardian may not cancel a proposal about the guardian."""

    id: kit.Uint256


class InvariantBroken(kit.Refusal):
    """An invariant would not hold any more."""

    invariant: str


class NotCanceller(kit.Refusal):
    """Only its proposer, before it passed, or the guardian may cancel a proposal."""

    id: kit.Uint256


class NoVotingPower(kit.Refusal):
    """The account had no stake bonded, and none behind it, when voting began."""

    snapshot_height: kit.Uint256


class PeriodOver(kit.Refusal):
    """The period for this ended."""

    ended_s: kit.Seconds


class StatusWrong(kit.Refusal):
    """A proposal in this status does not allow it."""

    id: kit.Uint256
    status: Status


class TargetNotOpen(kit.Refusal):
    """Only another proposal that is not yet carried out can be cancelled."""

    id: kit.Uint256


class TextInvalid(kit.Refusal):
    """A title is 1 to 128 bytes of UTF-8, a summary at most 4,096."""

    field: str
    bytes_max: kit.Uint256
    found_bytes: kit.Uint256


class TooManyOpenProposals(kit.Refusal):
    """So many proposals are open; wait until some are decided."""

    maximum: kit.Uint256


class UnknownProposal(kit.Refusal):
    """No proposal has this number."""

    id: kit.Uint256


SUBMIT_PARAMETERS: Final = kit.Call(
    "submitParameters",
    (str, str, tuple[ParameterChange, ...]),
    payable=True,
)
SUBMIT_SPEND: Final = kit.Call("submitSpend", (str, str, kit.Address, kit.Wei), payable=True)
SUBMIT_TEXT: Final = kit.Call("submitText", (str, str), payable=True)
SUBMIT_CANCEL: Final = kit.Call("submitCancel", (str, str, kit.Uint256), payable=True)
SUBMIT_RESUME: Final = kit.Call("submitResume", (str, str, str), payable=True)
SUBMIT_CALL: Final = kit.Call("submitCall", (str, str, str, bytes), payable=True)
DEPOSIT: Final = kit.Call("deposit", (kit.Uint256,), payable=True)
VOTE: Final = kit.Call("vote", (kit.Uint256, Option))
VOTE_WEIGHTED: Final = kit.Call("voteWeighted", (kit.Uint256, tuple[WeightedOption, ...]))
CANCEL: Final = kit.Call("cancel", (kit.Uint256,))
PARAMS: Final[kit.View[GovernanceParams]] = kit.View("params", (), GovernanceParams)
PROPOSAL_COUNT: Final[kit.View[kit.Uint256]] = kit.View("proposalCount", (), kit.Uint256)
PROPOSAL: Final[kit.View[Proposal]] = kit.View("proposal", (kit.Uint256,), Proposal)
PROPOSALS: Final[kit.View[tuple[Proposal, ...]]] = kit.View(
    "proposals",
    (kit.Uint256, kit.Uint256),
    tuple[Proposal, ...],
)
PROPOSAL_PARAMS: Final[kit.View[GovernanceParams]] = kit.View(
    "proposalParams",
    (kit.Uint256,),
    GovernanceParams,
)
TALLY: Final[kit.View[Tally]] = kit.View("tally", (kit.Uint256,), Tally)
VOTE_OF: Final[kit.View[Ballot]] = kit.View("voteOf", (kit.Uint256, kit.Address), Ballot)
VOTES: Final[kit.View[tuple[VoterBallot, ...]]] = kit.View(
    "votes",
    (kit.Uint256, kit.Uint256, kit.Uint256),
    tuple[VoterBallot, ...],
)
DEFAULT_POWER: Final[kit.View[kit.Wei]] = kit.View(
    "defaultPower",
    (kit.Uint256, kit.Address),
    kit.Wei,
)
DEPOSITS_OF: Final[kit.View[tuple[Deposit, ...]]] = kit.View(
    "depositsOf",
    (kit.Uint256,),
    tuple[Deposit, ...],
)
PARAMETER: Final[kit.View[Parameter]] = kit.View("parameter", (str,), Parameter)
PARAMETERS: Final[kit.View[tuple[Parameter, ...]]] = kit.View(
    "parameters",
    (kit.Uint256, kit.Uint256),
    tuple[Parameter, ...],
)
HISTORY: Final[kit.View[tuple[HistoryEntry, ...]]] = kit.View(
    "history",
    (str, kit.Uint256, kit.Uint256),
    tuple[HistoryEntry, ...],
)
PENDING_CHANGES: Final[kit.View[tuple[PendingChange, ...]]] = kit.View(
    "pendingChanges",
    (),
    tuple[PendingChange, ...],
)
PREVIEW: Final[kit.View[str]] = kit.View("preview", (tuple[ParameterChange, ...],), str)


class Governance(kit.ModuleClient):
    """Governance: proposals, votes and the parameters of every module."""

    NAME = "governance"
    ADDRESS = "0x0000000000000000000000000000000000000805"
    EVENTS = (
        ChangeScheduled,
        ChangesDropped,
        DepositAdded,
        Overruled,
        ParameterChanged,
        ProposalSubmitted,
        StatusChanged,
        Voted,
        VotingStarted,
        CoinsMoved,
        ModulePaused,
        ModuleResumed,
        TimerFailed,
    )
    REFUSALS = (
        NotGoverned,
        UnknownParameter,
        NotPaused,
        UnknownModule,
        BallotInvalid,
        CallTooLong,
        ChangesInvalid,
        ChangesRefused,
        DepositTooSmall,
        DryRunFailed,
        GuardianConcerned,
        InvariantBroken,
        NotCanceller,
        NoVotingPower,
        PeriodOver,
        StatusWrong,
        TargetNotOpen,
        TextInvalid,
        TooManyOpenProposals,
        UnknownProposal,
        Paused,
        NotPayable,
        InsufficientCoins,
        Unauthorized,
        DelegatecallRefused,
        Reentered,
        AddressTaken,
    )

    async def submit_parameters(
        self,
        title: str,
        summary: str,
        changes: Sequence[ParameterChange],
        *,
        value_wei: int,
    ) -> Pending:
        """
        Propose to change parameters, all together; the coins sent are the first deposit.

        Each change names the value it expects to replace. Returns the proposal's number.
        """
        return await self._send(SUBMIT_PARAMETERS, (title, summary, changes), value_wei)

    async def submit_spend(
        self,
        title: str,
        summary: str,
        recipient: kit.Address,
        amount_wei: kit.Wei,
        *,
        value_wei: int,
    ) -> Pending:
        """Propose to pay out of the treasury; returns the proposal's number."""
        return await self._send(SUBMIT_SPEND, (title, summary, recipient, amount_wei), value_wei)

    async def submit_text(self, title: str, summary: str, *, value_wei: int) -> Pending:
        """Propose a statement that changes nothing by itself; returns the proposal's number."""
        return await self._send(SUBMIT_TEXT, (title, summary), value_wei)

    async def submit_cancel(
        self,
        title: str,
        summary: str,
        target_id: kit.Uint256,
        *,
        value_wei: int,
    ) -> Pending:
        """Propose to cancel another proposal; it takes effect as soon as it passes."""
        return await self._send(SUBMIT_CANCEL, (title, summary, target_id), value_wei)

    async def submit_resume(
        self,
        title: str,
        summary: str,
        module: str,
        *,
        value_wei: int,
    ) -> Pending:
        """Propose to set a paused module going again; returns the proposal's number."""
        return await self._send(SUBMIT_RESUME, (title, summary, module), value_wei)

    async def submit_call(
        self,
        title: str,
        summary: str,
        module: str,
        call_data: bytes,
        *,
        value_wei: int,
    ) -> Pending:
        """
        Propose a call that only a passed proposal can make; returns the proposal's number.

        `call_data` is the method's selector and arguments, as a transaction would carry them.
        """
        return await self._send(SUBMIT_CALL, (title, summary, module, call_data), value_wei)

    async def deposit(self, id: kit.Uint256, *, value_wei: int) -> Pending:
        """Add the coins sent to a proposal's deposit; voting begins when it is complete."""
        return await self._send(DEPOSIT, (id,), value_wei)

    async def vote(self, id: kit.Uint256, option: Option) -> Pending:
        """
        Vote with all the caller's stake; a later vote takes the place of an earlier one.

        A validator votes for all stake behind it, but for that whose owners vote themselves.
        """
        return await self._send(VOTE, (id, option))

    async def vote_weighted(self, id: kit.Uint256, options: Sequence[WeightedOption]) -> Pending:
        """Spread the caller's stake over options, by weights in bps that sum to 10,000."""
        return await self._send(VOTE_WEIGHTED, (id, options))

    async def cancel(self, id: kit.Uint256) -> Pending:
        """
        Stop a proposal: its proposer before it passed, at a share of the deposit, or the guardian.

        The guardian can do nothing else, and not to a proposal that would change the guardian.
        """
        return await self._send(CANCEL, (id,))

    async def params(self) -> GovernanceParams:
        """Return governance's own parameters."""
        return await self._read(PARAMS)

    async def proposal_count(self) -> kit.Uint256:
        """Return how many proposals there were; they are numbered from 1."""
        return await self._read(PROPOSAL_COUNT)

    async def proposal(self, id: kit.Uint256) -> Proposal:
        """Return one proposal, whole; refused where there is none."""
        return await self._read(PROPOSAL, id)

    async def proposals(self, offset: kit.Uint256, limit: kit.Uint256) -> tuple[Proposal, ...]:
        """Return proposals, oldest first, at most PROPOSALS_PAGE_MAX."""
        return await self._read(PROPOSALS, offset, limit)

    async def proposal_params(self, id: kit.Uint256) -> GovernanceParams:
        """Return the parameters that a proposal lives by."""
        return await self._read(PROPOSAL_PARAMS, id)

    async def tally(self, id: kit.Uint256) -> Tally:
        """Return the votes on a proposal so far, as stake by option, in wei."""
        return await self._read(TALLY, id)

    async def vote_of(self, id: kit.Uint256, voter: kit.Address) -> Ballot:
        """Return an account's vote; without power where it did not vote."""
        return await self._read(VOTE_OF, id, voter)

    async def votes(
        self,
        id: kit.Uint256,
        offset: kit.Uint256,
        limit: kit.Uint256,
    ) -> tuple[VoterBallot, ...]:
        """Return the votes on a proposal in the order of first votes, at most PAGE_MAX."""
        return await self._read(VOTES, id, offset, limit)

    async def default_power(self, id: kit.Uint256, validator: kit.Address) -> kit.Wei:
        """
        Return the stake behind a validator whose owners have not voted themselves, in wei.

        The validator votes for it; its own stake is part of it until then. Zero before the vote.
        """
        return await self._read(DEFAULT_POWER, id, validator)

    async def deposits_of(self, id: kit.Uint256) -> tuple[Deposit, ...]:
        """Return the deposits that a proposal still holds."""
        return await self._read(DEPOSITS_OF, id)

    async def parameter(self, name: str) -> Parameter:
        """Return one parameter with its bounds; refused where there is none."""
        return await self._read(PARAMETER, name)

    async def parameters(self, offset: kit.Uint256, limit: kit.Uint256) -> tuple[Parameter, ...]:
        """Return the parameters of all modules, at most PAGE_MAX."""
        return await self._read(PARAMETERS, offset, limit)

    async def history(
        self,
        parameter: str,
        offset: kit.Uint256,
        limit: kit.Uint256,
    ) -> tuple[HistoryEntry, ...]:
        """Return every change of a parameter, oldest first, at most PAGE_MAX."""
        return await self._read(HISTORY, parameter, offset, limit)

    async def pending_changes(self) -> tuple[PendingChange, ...]:
        """Return the decided changes that wait for the next epoch, and when each takes effect."""
        return await self._read(PENDING_CHANGES)

    async def preview(self, changes: Sequence[ParameterChange]) -> str:
        """
        Return why a proposal of these changes would be refused now, or nothing.

        Checks names, expected values, bounds, steps, cooldowns and cross-field rules. Submitting
        also tries all invariants; `eth_call` on `submit_parameters` does that without a vote.
        """
        return await self._read(PREVIEW, changes)
