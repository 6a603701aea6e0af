"""
Verification, for synchronous programs.

Rendered by `python -m cli.render` from the asynchronous class; not to be edited.
"""

from __future__ import annotations

from client import kit
from client.modules.shared import (ClaimTerms, Level)
from client.modules.verification import (
    Claim,
    Clocks,
    Duty,
    Evidence,
    Game,
    MachineState,
    Member,
    MemberStats,
    Moment,
    Progress,
    Role,
    Round,
    Seat,
    Side,
    Totals,
    VerificationParams,
    Witness,
    WorkerStats,
)
from client.sync.faces import (ModuleClient, Pending)


class Verification(ModuleClient):
    """Verification: whether work is what was asked for, by levels that anybody may raise."""

    def deposit(self, *, value_wei: int) -> Pending:
        """Put the coins sent down for bonds and fees to come."""
        return Pending(self._loop.run(self._inner.deposit(value_wei=value_wei)), self._loop)

    def withdraw(self, amount_wei: kit.Wei) -> Pending:
        """Take coins back that no bond holds."""
        return Pending(self._loop.run(self._inner.withdraw(amount_wei)), self._loop)

    def join(self, role: Role, *, value_wei: int) -> Pending:
        """Register for draws in a role; the coins sent are the bond, and the weight."""
        return Pending(self._loop.run(self._inner.join(role, value_wei=value_wei)), self._loop)

    def top_up(self, role: Role, *, value_wei: int) -> Pending:
        """Add the coins sent to a bond."""
        return Pending(self._loop.run(self._inner.top_up(role, value_wei=value_wei)), self._loop)

    def resign(self, role: Role) -> Pending:
        """Be drawn no more; the bond comes back by itself after the unbonding time."""
        return Pending(self._loop.run(self._inner.resign(role)), self._loop)

    def reveal(self, claim: kit.Uint256, digest: kit.Bytes32, salt: kit.Bytes32) -> Pending:
        """Show the digest that the worker sealed."""
        return Pending(self._loop.run(self._inner.reveal(claim, digest, salt)), self._loop)

    def reveal_trace(
        self,
        claim: kit.Uint256,
        steps: kit.Uint256,
        end: MachineState,
        salt: kit.Bytes32,
    ) -> Pending:
        """Show the end of the trace that the worker sealed: `steps` steps, halted."""
        return Pending(self._loop.run(self._inner.reveal_trace(claim, steps, end, salt)), self._loop)

    def accept(self, claim: kit.Uint256) -> Pending:
        """Say for the payer that a result is good: final now, not after the window."""
        return Pending(self._loop.run(self._inner.accept(claim)), self._loop)

    def link(self, claim: kit.Uint256, earlier: kit.Uint256) -> Pending:
        """Let a claim fall with an earlier one that it builds on; its worker or asker says so."""
        return Pending(self._loop.run(self._inner.link(claim, earlier)), self._loop)

    def challenge(
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
        return Pending(self._loop.run(self._inner.challenge(claim, level, side, evidence, value_wei=value_wei)), self._loop)

    def respond(self, claim: kit.Uint256, *, value_wei: int) -> Pending:
        """Stand by a challenged result with a bond as large; the coins sent add to the deposit."""
        return Pending(self._loop.run(self._inner.respond(claim, value_wei=value_wei)), self._loop)

    def add_evidence(self, claim: kit.Uint256, digest: kit.Bytes32) -> Pending:
        """Bring the hash of something that the jury shall see."""
        return Pending(self._loop.run(self._inner.add_evidence(claim, digest)), self._loop)

    def seal_vote(self, claim: kit.Uint256, seal: kit.Bytes32) -> Pending:
        """Commit to a vote; `chain.kit.verdicts.vote_seal` makes the seal."""
        return Pending(self._loop.run(self._inner.seal_vote(claim, seal)), self._loop)

    def open_vote(self, claim: kit.Uint256, value: kit.Uint256, salt: kit.Bytes32) -> Pending:
        """
        Open a vote.

        An auditor's value is the distance it measured, an attestor's 0 for a good quote, a replica
        worker's the digest as a number, a juror's the bps that are the worker's.
        """
        return Pending(self._loop.run(self._inner.open_vote(claim, value, salt)), self._loop)

    def open_canary(self, claim: kit.Uint256, salt: kit.Bytes32, *, value_wei: int) -> Pending:
        """
        Show, as its payer, that a result was known to be wrong before it was delivered.

        Where the audit passed it, that needs a challenge's bond from the deposit.
        """
        return Pending(self._loop.run(self._inner.open_canary(claim, salt, value_wei=value_wei)), self._loop)

    def post_middle(self, claim: kit.Uint256, state_hash: kit.Bytes32) -> Pending:
        """Name the worker's state half-way between the two that are disputed."""
        return Pending(self._loop.run(self._inner.post_middle(claim, state_hash)), self._loop)

    def choose_half(self, claim: kit.Uint256, agrees_to_middle: bool) -> Pending:
        """Say for the challenger whether the state half-way is right."""
        return Pending(self._loop.run(self._inner.choose_half(claim, agrees_to_middle)), self._loop)

    def prove_step(self, claim: kit.Uint256, witness: Witness) -> Pending:
        """Let the chain execute the one step that is left."""
        return Pending(self._loop.run(self._inner.prove_step(claim, witness)), self._loop)

    def execute(self, claim: kit.Uint256) -> Pending:
        """Settle the next round of a final claim, or tell the asker; anybody may, any time."""
        return Pending(self._loop.run(self._inner.execute(claim)), self._loop)

    def params(self) -> VerificationParams:
        """Return the governed parameters."""
        return self._loop.run(self._inner.params())

    def fee_wei(self, terms: ClaimTerms, value_wei: kit.Wei) -> kit.Wei:
        """Return what a claim on these terms costs up front, in wei; refused where they are bad."""
        return self._loop.run(self._inner.fee_wei(terms, value_wei))

    def claim_count(self) -> kit.Uint256:
        """Return how many claims were opened."""
        return self._loop.run(self._inner.claim_count())

    def claim(self, claim: kit.Uint256) -> Claim:
        """Return what a claim is about; refused if unknown."""
        return self._loop.run(self._inner.claim(claim))

    def standing(self, claim: kit.Uint256) -> Progress:
        """Return how far a claim is; refused if unknown."""
        return self._loop.run(self._inner.standing(claim))

    def timeline(
        self,
        claim: kit.Uint256,
        offset: kit.Uint256,
        limit: kit.Uint256,
    ) -> tuple[Moment, ...]:
        """Return a claim's moves, oldest first, at most PAGE_MAX."""
        return self._loop.run(self._inner.timeline(claim, offset, limit))

    def rounds_of(self, claim: kit.Uint256) -> tuple[Round, ...]:
        """Return the rounds of a claim, at most ROUNDS_MAX."""
        return self._loop.run(self._inner.rounds_of(claim))

    def seats_of(self, claim: kit.Uint256, round_index: kit.Uint256) -> tuple[Seat, ...]:
        """Return the seats of one round, at most SEATS_MAX."""
        return self._loop.run(self._inner.seats_of(claim, round_index))

    def game(self, claim: kit.Uint256) -> Game:
        """Return the last bisection about a claim."""
        return self._loop.run(self._inner.game(claim))

    def evidence(
        self,
        claim: kit.Uint256,
        offset: kit.Uint256,
        limit: kit.Uint256,
    ) -> tuple[Evidence, ...]:
        """Return the evidence of a claim, oldest first, at most PAGE_MAX."""
        return self._loop.run(self._inner.evidence(claim, offset, limit))

    def challenge_price(self, claim: kit.Uint256, level: Level) -> kit.Wei:
        """Return the bond and the fee of the next challenge at a level together, in wei."""
        return self._loop.run(self._inner.challenge_price(claim, level))

    def clocks(self, claim: kit.Uint256) -> Clocks:
        """Return how many blocks are left of a claim's deadline and of each side's clock."""
        return self._loop.run(self._inner.clocks(claim))

    def duties_of(
        self,
        account: kit.Address,
        offset: kit.Uint256,
        limit: kit.Uint256,
    ) -> tuple[Duty, ...]:
        """Return the seats of an account that are not settled, at most PAGE_MAX."""
        return self._loop.run(self._inner.duties_of(account, offset, limit))

    def member(self, role: Role, account: kit.Address) -> Member:
        """Return an account's registration in a role."""
        return self._loop.run(self._inner.member(role, account))

    def member_stats_of(self, role: Role, account: kit.Address) -> MemberStats:
        """Return how an account did its duty in a role."""
        return self._loop.run(self._inner.member_stats_of(role, account))

    def worker_stats_of(self, account: kit.Address) -> WorkerStats:
        """Return how a worker's results fared."""
        return self._loop.run(self._inner.worker_stats_of(account))

    def audit_rate(self, account: kit.Address) -> kit.Bps:
        """Return the chance that a worker's next result is audited, in bps."""
        return self._loop.run(self._inner.audit_rate(account))

    def overturn_rate(self, account: kit.Address) -> kit.Bps:
        """Return the share of a worker's final results that failed, in bps."""
        return self._loop.run(self._inner.overturn_rate(account))

    def member_weight(self, role: Role) -> kit.Wei:
        """Return the bonds of all that can be drawn in a role, in wei."""
        return self._loop.run(self._inner.member_weight(role))

    def free(self, account: kit.Address) -> kit.Wei:
        """Return what an account has deposited and no bond holds, in wei."""
        return self._loop.run(self._inner.free(account))

    def holdings(self) -> Totals:
        """Return what the module's coins are."""
        return self._loop.run(self._inner.holdings())
