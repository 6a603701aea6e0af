"""
Governance: proposals, votes and the parameters of every module.

    submit --dry run--> DEPOSIT --complete--> VOTING --votes by stake--> TIMELOCK --> EXECUTED
       |                                                                    |
       refused with the reason                              all of it or nothing (FAILED)

A parameter changes only within its bounds, step and cooldown, from the value the proposal expects,
and only if every module's invariants hold afterwards: tried at submission and again at execution.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

from chain.kit.assembly import REFUSED
from chain.kit.collections import ListMap, SetMap
from chain.kit.governed import GovernedCalls, NotGoverned
from chain.kit.module import Module, audit, call, invariant, peer, view
from chain.kit.parameters import ParameterBook, UnknownParameter, checked
from chain.kit.storage import Map, PairMap, Struct, Value
from chain.kit.switches import NotPaused, Switches, UnknownModule
from chain.kit.timers import Clock, Timers
from chain.types.primitives import Address, Bps, Height, Wei
from modules.governance import actions, lifecycle
from modules.governance.ballots import cast, default_power_wei
from modules.governance.checks import check_call, check_changes, check_texts
from modules.governance.closing import close
from modules.governance.events import (
    ChangeScheduled,
    ChangesDropped,
    DepositAdded,
    Overruled,
    ParameterChanged,
    ProposalSubmitted,
    StatusChanged,
    Voted,
    VotingStarted,
)
from modules.governance.records import (
    DEPOSITORS_MAX,
    GUARDIAN,
    OPEN,
    PAGE_MAX,
    PROPOSALS_PAGE_MAX,
    WHOLE_BPS,
    Ballot,
    Content,
    Deposit,
    GovernanceGenesis,
    GovernanceParams,
    HistoryEntry,
    Kind,
    Option,
    Parameter,
    ParameterChange,
    PendingChange,
    Progress,
    Proposal,
    Status,
    Tally,
    VoterBallot,
    WeightedOption,
)
from modules.governance.refusals import (
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
)
from modules.governance.tally import EMPTY, voted_wei, with_ballot

# Events and refusals of the other files stand here too: a page names all it may say.
__all__ = [
    "BallotInvalid",
    "CallTooLong",
    "ChangeScheduled",
    "ChangesDropped",
    "ChangesInvalid",
    "ChangesRefused",
    "DepositAdded",
    "DepositTooSmall",
    "DryRunFailed",
    "Governance",
    "InvariantBroken",
    "NoVotingPower",
    "NotGoverned",
    "NotPaused",
    "Overruled",
    "ParameterChanged",
    "ProposalSubmitted",
    "StatusChanged",
    "TargetNotOpen",
    "TextInvalid",
    "TooManyOpenProposals",
    "UnknownModule",
    "UnknownParameter",
    "Voted",
    "VotingStarted",
]


class Stake(Protocol):
    """What an account had at stake with one validator."""

    @property
    def validator(self) -> Address:
        """Whose shares it had."""
        ...

    @property
    def amount_wei(self) -> Wei:
        """What they were worth, in wei."""
        ...


class StakeView(Protocol):
    """Who has how much bonded stake behind whom, at the end of a past block."""

    def delegations_at(self, delegator: Address, height: Height) -> Sequence[Stake]:
        """Return all that an account had at stake; a bounded number of validators."""
        ...

    def validator_power_at(self, validator: Address, height: Height) -> Wei:
        """Return all stake behind a validator, in wei: at least the sum of its delegations."""
        ...

    def total_power_at(self, height: Height) -> Wei:
        """Return all bonded stake, in wei."""
        ...


class TreasuryView(Protocol):
    """The community pool."""

    def spend(self, recipient: Address, amount_wei: Wei, purpose: str) -> None:
        """Pay out of the pool; refused where it has too little."""
        ...


class Governance(Module, address=0x0805):
    """Those who have stake decide."""

    # Storage, in Solidity's layout. Slots are consensus: append; never move, never reuse.
    settings = Struct(0, GovernanceParams)  # slots 0 to 31 are the parameters'
    count = Value(32, int)  # proposals so far; numbers the next
    open_count = Value(33, int)
    contents = Map(34, int, Content)
    progress = Map(35, int, Progress)
    terms = Map(36, int, GovernanceParams)  # as they stood when the proposal was submitted
    tallies = Map(37, int, Tally)
    deposits = PairMap(38, int, Address, Wei)
    depositors = SetMap(39, int, Address)
    held_wei = Value(41, Wei)  # all deposits
    ballots = PairMap(42, int, Address, Ballot)
    voters = SetMap(43, int, Address)
    history_of = ListMap(45, str, HistoryEntry)
    pending = Map(46, str, PendingChange)
    timers = Timers(47, Clock.SECONDS)  # 47 to 50
    epochs = Timers(51, Clock.HEIGHT)  # 51 to 54
    overridden = PairMap(55, int, Address, Wei)  # proposal, validator: stake that votes itself

    book: ParameterBook = peer()
    switches: Switches = peer()
    calls: GovernedCalls = peer()
    stakes: StakeView = peer()
    treasury: TreasuryView = peer()

    def genesis(self, state: GovernanceGenesis) -> None:
        """Set the parameters; raises Malformed."""
        self.settings = checked(state.params)

    @call(payable=True)
    def submit_parameters(
        self, title: str, summary: str, changes: tuple[ParameterChange, ...]
    ) -> int:
        """
        Propose to change parameters, all together; the coins sent are the first deposit.

        Each change names the value it expects to replace. Returns the proposal's number.
        """
        check_changes(changes)
        return self._submit(Content(Kind.PARAMETERS, self.sender, title, summary, changes=changes))

    @call(payable=True)
    def submit_spend(self, title: str, summary: str, recipient: Address, amount_wei: Wei) -> int:
        """Propose to pay out of the treasury; returns the proposal's number."""
        content = Content(Kind.TREASURY_SPEND, self.sender, title, summary)
        return self._submit(replace(content, recipient=recipient, amount_wei=amount_wei))

    @call(payable=True)
    def submit_text(self, title: str, summary: str) -> int:
        """Propose a statement that changes nothing by itself; returns the proposal's number."""
        return self._submit(Content(Kind.TEXT, self.sender, title, summary))

    @call(payable=True)
    def submit_cancel(self, title: str, summary: str, target_id: int) -> int:
        """Propose to cancel another proposal; it takes effect as soon as it passes."""
        return self._submit(Content(Kind.CANCEL, self.sender, title, summary, target_id=target_id))

    @call(payable=True)
    def submit_resume(self, title: str, summary: str, module: str) -> int:
        """Propose to set a paused module going again; returns the proposal's number."""
        return self._submit(Content(Kind.RESUME, self.sender, title, summary, module=module))

    @call(payable=True)
    def submit_call(self, title: str, summary: str, module: str, call_data: bytes) -> int:
        """
        Propose a call that only a passed proposal can make; returns the proposal's number.

        `call_data` is the method's selector and arguments, as a transaction would carry them.
        """
        check_call(call_data)
        content = Content(Kind.CALL, self.sender, title, summary, module=module)
        return self._submit(replace(content, call_data=call_data))

    @call(payable=True)
    def deposit(self, id: int) -> None:
        """Add the coins sent to a proposal's deposit; voting begins when it is complete."""
        progress = self._in_status(id, Status.DEPOSIT)
        if self.block.time_s >= progress.deposit_end_s:
            raise PeriodOver(progress.deposit_end_s)
        lifecycle.add_deposit(self, id, self.sender, self.value_wei)

    @call()
    def vote(self, id: int, option: Option) -> None:
        """
        Vote with all the caller's stake; a later vote takes the place of an earlier one.

        A validator votes for all stake behind it, but for that whose owners vote themselves.
        """
        self._in_status(id, Status.VOTING)
        cast(self, id, (WeightedOption(option, Bps(WHOLE_BPS)),))

    @call()
    def vote_weighted(self, id: int, options: tuple[WeightedOption, ...]) -> None:
        """Spread the caller's stake over options, by weights in bps that sum to 10,000."""
        self._in_status(id, Status.VOTING)
        cast(self, id, options)

    @call()
    def cancel(self, id: int) -> None:
        """
        Stop a proposal: its proposer before it passed, at a share of the deposit, or the guardian.

        The guardian can do nothing else, and not to a proposal that would change the guardian.
        """
        content, progress = self.contents[id], self._progress(id)
        if progress.status not in OPEN:
            raise StatusWrong(id, progress.status)
        is_before_passing = progress.status != Status.TIMELOCK
        if self.sender == content.proposer and is_before_passing:
            burn_bps = self.terms[id].cancel_burn_bps
            close(self, id, Status.CANCELLED, "by its proposer", burn_bps)
        elif self.sender == self.settings.guardian:
            if any(change.parameter == GUARDIAN for change in content.changes):
                raise GuardianConcerned(id)
            close(self, id, Status.CANCELLED, "by the guardian")
        else:
            raise NotCanceller(id)

    @view
    def params(self) -> GovernanceParams:
        """Return governance's own parameters."""
        return self.settings

    @view
    def proposal_count(self) -> int:
        """Return how many proposals there were; they are numbered from 1."""
        return self.count

    @view
    def proposal(self, id: int) -> Proposal:
        """Return one proposal, whole; refused where there is none."""
        progress, content = self._progress(id), self.contents[id]
        return Proposal(
            id=id,
            kind=content.kind,
            status=progress.status,
            proposer=content.proposer,
            title=content.title,
            summary=content.summary,
            changes=content.changes,
            recipient=content.recipient,
            amount_wei=content.amount_wei,
            target_id=content.target_id,
            module=content.module,
            deposit_wei=progress.deposit_wei,
            deposit_wei_min=self.terms[id].deposit_wei_min,
            submitted_s=progress.submitted_s,
            deposit_end_s=progress.deposit_end_s,
            voting_start_s=progress.voting_start_s,
            voting_end_s=progress.voting_end_s,
            timelock_end_s=progress.timelock_end_s,
            closed_s=progress.closed_s,
            snapshot_height=progress.snapshot_height,
            total_power_wei=progress.total_power_wei,
            tally=self.tallies[id],
            reason=progress.reason,
            call_data=content.call_data,
        )

    @view
    def proposals(self, offset: int, limit: int) -> tuple[Proposal, ...]:
        """Return proposals, oldest first, at most PROPOSALS_PAGE_MAX."""
        end = min(self.count, offset + min(limit, PROPOSALS_PAGE_MAX))
        return tuple(self.proposal(number + 1) for number in range(offset, end))

    @view
    def proposal_params(self, id: int) -> GovernanceParams:
        """Return the parameters that a proposal lives by."""
        self._progress(id)
        return self.terms[id]

    @view
    def tally(self, id: int) -> Tally:
        """Return the votes on a proposal so far, as stake by option, in wei."""
        self._progress(id)
        return self.tallies[id]

    @view
    def vote_of(self, id: int, voter: Address) -> Ballot:
        """Return an account's vote; without power where it did not vote."""
        self._progress(id)
        return self.ballots[id, voter]

    @view
    def votes(self, id: int, offset: int, limit: int) -> tuple[VoterBallot, ...]:
        """Return the votes on a proposal in the order of first votes, at most PAGE_MAX."""
        self._progress(id)
        voters = self.voters[id].page(offset, min(limit, PAGE_MAX))
        ballots = ((voter, self.ballots[id, voter]) for voter in voters)
        return tuple(VoterBallot(voter, b.power_wei, b.options) for voter, b in ballots)

    @view
    def default_power(self, id: int, validator: Address) -> Wei:
        """
        Return the stake behind a validator whose owners have not voted themselves, in wei.

        The validator votes for it; its own stake is part of it until then. Zero before the vote.
        """
        progress = self._progress(id)
        return default_power_wei(self, id, validator) if progress.voting_start_s else Wei(0)

    @view
    def deposits_of(self, id: int) -> tuple[Deposit, ...]:
        """Return the deposits that a proposal still holds."""
        self._progress(id)
        depositors = self.depositors[id].page(0, DEPOSITORS_MAX)
        return tuple(Deposit(account, self.deposits[id, account]) for account in depositors)

    @view
    def parameter(self, name: str) -> Parameter:
        """Return one parameter with its bounds; refused where there is none."""
        spec = self.book.spec(name)
        return Parameter(
            name=name,
            value=self.book.value(name),
            minimum=spec.rule.minimum,
            maximum=spec.rule.maximum,
            step=spec.rule.step or 0,
            cooldown_s=spec.rule.cooldown_s,
            scope=spec.rule.scope,
            changed_at_s=actions.changed_at_s(self, name),
            doc=spec.rule.doc,
        )

    @view
    def parameters(self, offset: int, limit: int) -> tuple[Parameter, ...]:
        """Return the parameters of all modules, at most PAGE_MAX."""
        names = self.book.names()[offset : offset + min(limit, PAGE_MAX)]
        return tuple(self.parameter(name) for name in names)

    @view
    def history(self, parameter: str, offset: int, limit: int) -> tuple[HistoryEntry, ...]:
        """Return every change of a parameter, oldest first, at most PAGE_MAX."""
        self.book.spec(parameter)
        return self.history_of[parameter].page(offset, min(limit, PAGE_MAX))

    @view
    def pending_changes(self) -> tuple[PendingChange, ...]:
        """Return the decided changes that wait for the next epoch, and when each takes effect."""
        found = (self.pending[name] for name in self.book.names())
        return tuple(change for change in found if change.proposal_id)

    @view
    def preview(self, changes: tuple[ParameterChange, ...]) -> str:
        """
        Return why a proposal of these changes would be refused now, or nothing.

        Checks names, expected values, bounds, steps, cooldowns and cross-field rules. Submitting
        also tries all invariants; `eth_call` on `submit_parameters` does that without a vote.
        """
        try:
            check_changes(changes)
            return actions.objection_to(self, changes)
        except REFUSED as refusal:
            return str(refusal)

    def on_timer(self, kind: int, key: int) -> None:
        """Take a proposal to where its time says it goes."""
        if kind == lifecycle.DEPOSIT_ENDS:
            lifecycle.end_deposit(self, key)
        elif kind == lifecycle.VOTING_ENDS:
            lifecycle.end_voting(self, key)
        elif kind == lifecycle.TIMELOCK_ENDS:
            lifecycle.end_timelock(self, key)
        elif kind == actions.EPOCH_BEGINS:
            actions.begin_epoch(self, key)
        else:
            super().on_timer(kind, key)

    @invariant
    def coins_cover_deposits(self) -> bool:
        """The module holds at least the deposits; anyone can force coins on it, so not exactly."""
        return self.host.balance_wei(self.address) >= self.held_wei

    @audit
    def deposits_sum_to_held(self) -> bool:
        """Only open proposals hold deposits, and together they hold what is counted."""
        held_wei = 0
        for number in range(1, self.count + 1):
            amount_wei = sum(item.amount_wei for item in self.deposits_of(number))
            if amount_wei and self.progress[number].status not in (Status.DEPOSIT, Status.VOTING):
                return False
            held_wei += amount_wei
        return held_wei == self.held_wei

    @audit
    def tallies_are_the_votes(self) -> bool:
        """Every tally is what its votes add up to."""
        nobody = Ballot(Wei(0), ())
        for number in range(1, self.count + 1):
            tally = EMPTY
            for voter in self.voters[number]:
                tally = with_ballot(tally, nobody, self.ballots[number, voter])
            if tally != self.tallies[number]:
                return False
        return True

    @audit
    def every_stake_votes_once(self) -> bool:
        """While voting is on, a vote is as heavy as stake says, and all are not above all stake."""
        for number in range(1, self.count + 1):
            progress = self.progress[number]
            if progress.status != Status.VOTING:
                continue
            if voted_wei(self.tallies[number]) > progress.total_power_wei:
                return False
            for voter in self.voters[number]:
                own = self.stakes.delegations_at(voter, progress.snapshot_height)
                own_wei = sum(stake.amount_wei for stake in own)
                power_wei = self.ballots[number, voter].power_wei
                if own_wei + default_power_wei(self, number, voter) != power_wei:
                    return False
        return True

    @audit
    def open_proposals_are_counted(self) -> bool:
        """As many proposals are open as are counted."""
        states = (self.progress[number].status for number in range(1, self.count + 1))
        return sum(1 for status in states if status in OPEN) == self.open_count

    def _submit(self, content: Content) -> int:
        check_texts(content.title, content.summary)
        return lifecycle.submit(self, content)

    def _progress(self, number: int) -> Progress:
        if not 0 < number <= self.count:
            raise UnknownProposal(number)
        return self.progress[number]

    def _in_status(self, number: int, status: Status) -> Progress:
        progress = self._progress(number)
        if progress.status != status:
            raise StatusWrong(number, progress.status)
        return progress
