"""
Governance, for synchronous programs.

Rendered by `python -m cli.render` from the asynchronous class; not to be edited.
"""

from __future__ import annotations

from client import kit
from client.modules.governance import (
    Ballot,
    Deposit,
    GovernanceParams,
    HistoryEntry,
    Option,
    Parameter,
    ParameterChange,
    PendingChange,
    Proposal,
    Tally,
    VoterBallot,
    WeightedOption,
)
from client.sync.faces import (ModuleClient, Pending)
from collections.abc import Sequence


class Governance(ModuleClient):
    """Governance: proposals, votes and the parameters of every module."""

    def submit_parameters(
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
        return Pending(self._loop.run(self._inner.submit_parameters(title, summary, changes, value_wei=value_wei)), self._loop)

    def submit_spend(
        self,
        title: str,
        summary: str,
        recipient: kit.Address,
        amount_wei: kit.Wei,
        *,
        value_wei: int,
    ) -> Pending:
        """Propose to pay out of the treasury; returns the proposal's number."""
        return Pending(self._loop.run(self._inner.submit_spend(title, summary, recipient, amount_wei, value_wei=value_wei)), self._loop)

    def submit_text(self, title: str, summary: str, *, value_wei: int) -> Pending:
        """Propose a statement that changes nothing by itself; returns the proposal's number."""
        return Pending(self._loop.run(self._inner.submit_text(title, summary, value_wei=value_wei)), self._loop)

    def submit_cancel(
        self,
        title: str,
        summary: str,
        target_id: kit.Uint256,
        *,
        value_wei: int,
    ) -> Pending:
        """Propose to cancel another proposal; it takes effect as soon as it passes."""
        return Pending(self._loop.run(self._inner.submit_cancel(title, summary, target_id, value_wei=value_wei)), self._loop)

    def submit_resume(self, title: str, summary: str, module: str, *, value_wei: int) -> Pending:
        """Propose to set a paused module going again; returns the proposal's number."""
        return Pending(self._loop.run(self._inner.submit_resume(title, summary, module, value_wei=value_wei)), self._loop)

    def submit_call(
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
        return Pending(self._loop.run(self._inner.submit_call(title, summary, module, call_data, value_wei=value_wei)), self._loop)

    def deposit(self, id: kit.Uint256, *, value_wei: int) -> Pending:
        """Add the coins sent to a proposal's deposit; voting begins when it is complete."""
        return Pending(self._loop.run(self._inner.deposit(id, value_wei=value_wei)), self._loop)

    def vote(self, id: kit.Uint256, option: Option) -> Pending:
        """
        Vote with all the caller's stake; a later vote takes the place of an earlier one.

        A validator votes for all stake behind it, but for that whose owners vote themselves.
        """
        return Pending(self._loop.run(self._inner.vote(id, option)), self._loop)

    def vote_weighted(self, id: kit.Uint256, options: Sequence[WeightedOption]) -> Pending:
        """Spread the caller's stake over options, by weights in bps that sum to 10,000."""
        return Pending(self._loop.run(self._inner.vote_weighted(id, options)), self._loop)

    def cancel(self, id: kit.Uint256) -> Pending:
        """
        Stop a proposal: its proposer before it passed, at a share of the deposit, or the guardian.

        The guardian can do nothing else, and not to a proposal that would change the guardian.
        """
        return Pending(self._loop.run(self._inner.cancel(id)), self._loop)

    def params(self) -> GovernanceParams:
        """Return governance's own parameters."""
        return self._loop.run(self._inner.params())

    def proposal_count(self) -> kit.Uint256:
        """Return how many proposals there were; they are numbered from 1."""
        return self._loop.run(self._inner.proposal_count())

    def proposal(self, id: kit.Uint256) -> Proposal:
        """Return one proposal, whole; refused where there is none."""
        return self._loop.run(self._inner.proposal(id))

    def proposals(self, offset: kit.Uint256, limit: kit.Uint256) -> tuple[Proposal, ...]:
        """Return proposals, oldest first, at most PROPOSALS_PAGE_MAX."""
        return self._loop.run(self._inner.proposals(offset, limit))

    def proposal_params(self, id: kit.Uint256) -> GovernanceParams:
        """Return the parameters that a proposal lives by."""
        return self._loop.run(self._inner.proposal_params(id))

    def tally(self, id: kit.Uint256) -> Tally:
        """Return the votes on a proposal so far, as stake by option, in wei."""
        return self._loop.run(self._inner.tally(id))

    def vote_of(self, id: kit.Uint256, voter: kit.Address) -> Ballot:
        """Return an account's vote; without power where it did not vote."""
        return self._loop.run(self._inner.vote_of(id, voter))

    def votes(
        self,
        id: kit.Uint256,
        offset: kit.Uint256,
        limit: kit.Uint256,
    ) -> tuple[VoterBallot, ...]:
        """Return the votes on a proposal in the order of first votes, at most PAGE_MAX."""
        return self._loop.run(self._inner.votes(id, offset, limit))

    def default_power(self, id: kit.Uint256, validator: kit.Address) -> kit.Wei:
        """
        Return the stake behind a validator whose owners have not voted themselves, in wei.

        The validator votes for it; its own stake is part of it until then. Zero before the vote.
        """
        return self._loop.run(self._inner.default_power(id, validator))

    def deposits_of(self, id: kit.Uint256) -> tuple[Deposit, ...]:
        """Return the deposits that a proposal still holds."""
        return self._loop.run(self._inner.deposits_of(id))

    def parameter(self, name: str) -> Parameter:
        """Return one parameter with its bounds; refused where there is none."""
        return self._loop.run(self._inner.parameter(name))

    def parameters(self, offset: kit.Uint256, limit: kit.Uint256) -> tuple[Parameter, ...]:
        """Return the parameters of all modules, at most PAGE_MAX."""
        return self._loop.run(self._inner.parameters(offset, limit))

    def history(
        self,
        parameter: str,
        offset: kit.Uint256,
        limit: kit.Uint256,
    ) -> tuple[HistoryEntry, ...]:
        """Return every change of a parameter, oldest first, at most PAGE_MAX."""
        return self._loop.run(self._inner.history(parameter, offset, limit))

    def pending_changes(self) -> tuple[PendingChange, ...]:
        """Return the decided changes that wait for the next epoch, and when each takes effect."""
        return self._loop.run(self._inner.pending_changes())

    def preview(self, changes: Sequence[ParameterChange]) -> str:
        """
        Return why a proposal of these changes would be refused now, or nothing.

        Checks names, expected values, bounds, steps, cooldowns and cross-field rules. Submitting
        also tries all invariants; `eth_call` on `submit_parameters` does that without a vote.
        """
        return self._loop.run(self._inner.preview(changes))
