"""
Verification: whether work is what was asked for, by levels that anybody may raise.

    asker --open_claim--> claim --worker reveals, judges are drawn--> provisional outcome
                            ^                                           |  window
                            +--challenge with a bond, one level up------+--> final: claim_ruled

Bonds, draws, votes and clocks are kept here; the money that a ruling is about stays with the asker
until the ruling is final. All coins of a claim, of every round of it, move after that and once.
"""

from collections.abc import Mapping

from chain.kit.admission import Denied, Gate
from chain.kit.collections import List, ListMap, SetMap
from chain.kit.host import CallInfo, Host
from chain.kit.module import Module, Paused, Unauthorized, audit, call, invariant, peer, view
from chain.kit.parameters import checked
from chain.kit.sortition import Sortition
from chain.kit.state_machine import RoleForbids, StateForbids
from chain.kit.storage import Map, PairMap, Struct, Value
from chain.kit.timers import Clock, Timers
from chain.kit.usage import UsageBook
from chain.kit.verdicts import Asker, ClaimTerms, Level, canary_seal
from chain.types.primitives import ZERO_HASH, Address, Bps, Hash32, Height, Wei
from modules.verification import (
    audits,
    claims,
    deadlines,
    game,
    ledger,
    members,
    rounds,
    settlement,
    views,
)
from modules.verification.events import *  # noqa: F403
from modules.verification.machines import CLAIM, GAME, MEMBERSHIP
from modules.verification.params import VerificationParams
from modules.verification.peers import Pool, Stakes
from modules.verification.records import (
    PAGE_MAX,
    Claim,
    Clocks,
    Duty,
    Evidence,
    Game,
    Kind,
    Member,
    MemberStats,
    Moment,
    Progress,
    Role,
    Round,
    Seat,
    Side,
    Totals,
    VerificationGenesis,
    WorkerStats,
)
from modules.verification.refusals import *  # noqa: F403
from modules.verification.refusals import UnknownClaim
from modules.verification.vm_step import MachineState, Witness, WitnessWrong

__all__ = ["Denied", "RoleForbids", "StateForbids", "Verification", "WitnessWrong"]


class Verification(Module, address=0x0A01):
    """One engine for every way to prove a result, and one ledger for every bond."""

    claim_machine = CLAIM
    member_machine = MEMBERSHIP
    game_machine = GAME

    # Storage, in Solidity's layout. Slots are consensus: append; never move, never reuse.
    settings = Struct(0, VerificationParams)  # slots 0 to 63 are the parameters'
    count = Value(64, int)  # claims so far; numbers the next
    versions = List(65, VerificationParams)  # those that some claim was opened with
    claims = Map(66, int, Claim)
    progress = Map(67, int, Progress)
    rounds = ListMap(68, int, Round)
    seats = ListMap(69, int, Seat)  # claim and round in one number
    seat_of = PairMap(70, int, Address, int)  # claim and round, voter: position from 1
    games = Map(71, int, Game)
    evidence_of = ListMap(72, int, Evidence)
    evidence_count = PairMap(73, int, Address, int)
    timeline_of = ListMap(74, int, Moment)
    totals = Struct(75, Totals)  # 75 to 79
    free_wei = Map(80, Address, Wei)
    members = PairMap(81, int, Address, Member)  # by role
    member_stats = PairMap(82, int, Address, MemberStats)
    worker_stats = Map(83, Address, WorkerStats)
    duties = SetMap(84, Address, int)  # 84 and 85: claims and rounds with an open seat
    open_cases = Map(86, Address, int)
    timers = Timers(87, Clock.HEIGHT)  # 87 to 90
    replicas = Sortition(91, Address)  # 91 to 95
    auditors = Sortition(96, Address)  # 96 to 100
    attestors = Sortition(101, Address)  # 101 to 105
    jurors = Sortition(106, Address)  # 106 to 110
    concerned = ListMap(111, int, Address)  # whom a claim pays besides its parties

    askers: Mapping[Address, Asker] = peer()
    stakes: Stakes = peer()
    treasury: Pool = peer()
    gate: Gate = peer()
    usage: UsageBook = peer()

    def __init__(self, host: Host, caller: CallInfo) -> None:
        super().__init__(host, caller)
        self._rules: dict[int, VerificationParams] = {}  # versions never change once written

    def genesis(self, state: VerificationGenesis) -> None:
        """Set the parameters; raises Malformed."""
        self.settings = checked(state.params)

    @call(payable=True)
    def deposit(self) -> None:
        """Put the coins sent down for bonds and fees to come."""
        ledger.deposit(self, self.sender, self.value_wei)

    @call()
    def withdraw(self, amount_wei: Wei) -> None:
        """Take coins back that no bond holds."""
        ledger.withdraw(self, self.sender, amount_wei)

    @call(payable=True)
    def join(self, role: Role) -> None:
        """Register for draws in a role; the coins sent are the bond, and the weight."""
        members.join(self, role, self.sender, self.value_wei)

    @call(payable=True)
    def top_up(self, role: Role) -> None:
        """Add the coins sent to a bond."""
        members.top_up(self, role, self.sender, self.value_wei)

    @call()
    def resign(self, role: Role) -> None:
        """Be drawn no more; the bond comes back by itself after the unbonding time."""
        members.resign(self, role, self.sender)

    @call()
    def reveal(self, claim: int, digest: Hash32, salt: Hash32) -> None:
        """Show the digest that the worker sealed."""
        claims.reveal(self, claim, "reveal", digest, salt)

    @call()
    def reveal_trace(self, claim: int, steps: int, end: MachineState, salt: Hash32) -> None:
        """Show the end of the trace that the worker sealed: `steps` steps, halted."""
        claims.reveal_trace(self, claim, steps, end, salt)

    @call()
    def accept(self, claim: int) -> None:
        """Say for the payer that a result is good: final now, not after the window."""
        claims.accept(self, claim)

    @call()
    def link(self, claim: int, earlier: int) -> None:
        """Let a claim fall with an earlier one that it builds on; its worker or asker says so."""
        claims.link(self, claim, earlier)

    @call(payable=True)
    def challenge(self, claim: int, level: Level, side: Side, evidence: Hash32) -> None:
        """
        Object to an outcome, at a higher level than it was found at.

        Bond and fee (`challenge_price`) are taken from the deposit; the coins sent add to it.
        """
        rounds.check_challenge(self, claim, level, side)
        ledger.deposit(self, self.sender, self.value_wei)
        rounds.take_case(self, claim, self.sender, level, side)
        claims.after_challenge(self, claim, evidence)

    @call(payable=True)
    def respond(self, claim: int) -> None:
        """Stand by a challenged result with a bond as large; the coins sent add to the deposit."""
        ledger.deposit(self, self.sender, self.value_wei)
        rounds.respond(self, claim)

    @call()
    def add_evidence(self, claim: int, digest: Hash32) -> None:
        """Bring the hash of something that the jury shall see."""
        claims.add_evidence(self, claim, digest)

    @call()
    def seal_vote(self, claim: int, seal: Hash32) -> None:
        """Commit to a vote; `chain.kit.verdicts.vote_seal` makes the seal."""
        rounds.seal(self, claim, seal)

    @call()
    def open_vote(self, claim: int, value: int, salt: Hash32) -> None:
        """
        Open a vote.

        An auditor's value is the distance it measured, an attestor's 0 for a good quote, a replica
        worker's the digest as a number, a juror's the bps that are the worker's.
        """
        rounds.open_vote(self, claim, value, salt)

    @call(payable=True)
    def open_canary(self, claim: int, salt: Hash32) -> None:
        """
        Show, as its payer, that a result was known to be wrong before it was delivered.

        Where the audit passed it, that needs a challenge's bond from the deposit.
        """
        digest = self.progress[claim].digest
        claims.check_canary(self, claim, canary_seal(self.sender, digest, salt))
        ledger.deposit(self, self.sender, self.value_wei)
        claims.open_canary(self, claim, Wei(rounds.price_wei(self, claim, Level.AUDIT)[0]))

    @call()
    def post_middle(self, claim: int, state_hash: Hash32) -> None:
        """Name the worker's state half-way between the two that are disputed."""
        game.post_middle(self, claim, state_hash)

    @call()
    def choose_half(self, claim: int, agrees_to_middle: bool) -> None:
        """Say for the challenger whether the state half-way is right."""
        game.choose_half(self, claim, agrees_to_middle)

    @call()
    def prove_step(self, claim: int, witness: Witness) -> None:
        """Let the chain execute the one step that is left."""
        game.prove_step(self, claim, witness)

    @call()
    def execute(self, claim: int) -> None:
        """Settle the next round of a final claim, or tell the asker; anybody may, any time."""
        settlement.execute(self, claim, "execute")

    def open_claim(
        self,
        subject: int,
        worker: Address,
        payer: Address,
        seal: Hash32,
        terms: ClaimTerms,
        value_wei: Wei,
    ) -> int:
        """Take a worker's sealed result to judgement; an asker's word only."""
        self._check_asker()
        return claims.open_claim(
            self,
            Claim(
                Kind.RESULT,
                self.sender,
                subject,
                worker,
                payer,
                seal,
                terms,
                value_wei,
                0,
                Height(self.block.height),
            ),
        )

    def open_dispute(
        self, subject: int, worker: Address, challenger: Address, evidence: Hash32, value_wei: Wei
    ) -> int:
        """Bring an accusation before a jury, on the challenger's deposit; an asker's word only."""
        self._check_asker()
        terms = ClaimTerms(Level.JURY, 0, ZERO_HASH, 0, ZERO_HASH, ZERO_HASH)
        claim = Claim(
            Kind.ACCUSATION,
            self.sender,
            subject,
            worker,
            challenger,
            ZERO_HASH,
            terms,
            value_wei,
            0,
            Height(self.block.height),
        )
        return claims.open_accusation(self, claim, challenger, evidence)

    def exclude(self, claim: int, account: Address) -> None:
        """Keep an account that a claim pays off its seats; the word of who asked only."""
        self._check_asker()
        if self.sender != self.claims[claim].asker:
            raise Unauthorized(self.sender)
        self.concerned[claim].append(account)

    @view
    def params(self) -> VerificationParams:
        """Return the governed parameters."""
        return self.settings

    @view
    def fee_wei(self, terms: ClaimTerms, value_wei: Wei) -> Wei:
        """Return what a claim on these terms costs up front, in wei; refused where they are bad."""
        return claims.fee_wei(self, terms, value_wei)

    @view
    def claim_count(self) -> int:
        """Return how many claims were opened."""
        return self.count

    @view
    def claim(self, claim: int) -> Claim:
        """Return what a claim is about; refused if unknown."""
        return self._known(claim)

    @view
    def standing(self, claim: int) -> Progress:
        """Return how far a claim is; refused if unknown."""
        self._known(claim)
        return self.progress[claim]

    @view
    def timeline(self, claim: int, offset: int, limit: int) -> tuple[Moment, ...]:
        """Return a claim's moves, oldest first, at most PAGE_MAX."""
        return self.timeline_of[claim].page(offset, min(limit, PAGE_MAX))

    @view
    def rounds_of(self, claim: int) -> tuple[Round, ...]:
        """Return the rounds of a claim, at most ROUNDS_MAX."""
        return tuple(self.rounds[claim])

    @view
    def seats_of(self, claim: int, round_index: int) -> tuple[Seat, ...]:
        """Return the seats of one round, at most SEATS_MAX."""
        return tuple(rounds.seats_of(self, claim, round_index))

    @view
    def game(self, claim: int) -> Game:
        """Return the last bisection about a claim."""
        return self.games[claim]

    @view
    def evidence(self, claim: int, offset: int, limit: int) -> tuple[Evidence, ...]:
        """Return the evidence of a claim, oldest first, at most PAGE_MAX."""
        return self.evidence_of[claim].page(offset, min(limit, PAGE_MAX))

    @view
    def challenge_price(self, claim: int, level: Level) -> Wei:
        """Return the bond and the fee of the next challenge at a level together, in wei."""
        self._known(claim)
        return Wei(sum(rounds.price_wei(self, claim, level)))

    @view
    def clocks(self, claim: int) -> Clocks:
        """Return how many blocks are left of a claim's deadline and of each side's clock."""
        self._known(claim)
        return views.clocks(self, claim)

    @view
    def duties_of(self, account: Address, offset: int, limit: int) -> tuple[Duty, ...]:
        """Return the seats of an account that are not settled, at most PAGE_MAX."""
        return views.duties(self, account, offset, min(limit, PAGE_MAX))

    @view
    def member(self, role: Role, account: Address) -> Member:
        """Return an account's registration in a role."""
        return self.members[role, account]

    @view
    def member_stats_of(self, role: Role, account: Address) -> MemberStats:
        """Return how an account did its duty in a role."""
        return self.member_stats[role, account]

    @view
    def worker_stats_of(self, account: Address) -> WorkerStats:
        """Return how a worker's results fared."""
        return self.worker_stats[account]

    @view
    def audit_rate(self, account: Address) -> Bps:
        """Return the chance that a worker's next result is audited, in bps."""
        return claims.audit_rate(self.settings, self.worker_stats[account])

    @view
    def overturn_rate(self, account: Address) -> Bps:
        """Return the share of a worker's final results that failed, in bps."""
        return views.overturn_rate(self.worker_stats[account])

    @view
    def member_weight(self, role: Role) -> Wei:
        """Return the bonds of all that can be drawn in a role, in wei."""
        return Wei(members.tree(self, role).total)

    @view
    def free(self, account: Address) -> Wei:
        """Return what an account has deposited and no bond holds, in wei."""
        return self.free_wei[account]

    @view
    def holdings(self) -> Totals:
        """Return what the module's coins are."""
        return self.totals

    def on_timer(self, kind: int, key: int) -> None:
        """Do what a deadline does by default."""
        deadlines.on_timer(self, kind, key)

    @invariant
    def coins_cover_holdings(self) -> bool:
        """The module holds at least what it owes; anyone can force coins on it, so not exactly."""
        return self.host.balance_wei(self.address) >= ledger.owed_wei(self)

    @audit
    def bonds_and_fees_sum_to_totals(self) -> bool:
        """Every bond and every fee of a claim that is not settled is in the totals, and no more."""
        return audits.bonds_and_fees_sum(self)

    @audit
    def seats_are_duties(self) -> bool:
        """Every seat that is not settled is a duty of its voter, once."""
        return audits.seats_are_duties(self)

    def rules_of(self, claim: int) -> VerificationParams:
        """Return the parameters that a claim was opened with."""
        version = self.claims[claim].rules
        if version not in self._rules:
            self._rules[version] = self.versions[version - 1]
        return self._rules[version]

    def current_rules(self) -> int:
        """Return the version of the parameters as they stand, which a new claim keeps."""
        found = len(self.versions)
        if not found or self.versions[found - 1] != self.settings:
            self.versions.append(self.settings)
        return len(self.versions)

    @property
    def clock(self) -> Height:
        """The module's own height: blocks in which it was paused do not count."""
        return Height(self.block.height - self.paused_blocks)

    def _check_asker(self) -> None:
        """Another module calls past the dispatcher, so the pause is checked here too."""
        if self.sender not in self.askers:
            raise Unauthorized(self.sender)
        if self.is_paused:
            raise Paused()

    def _known(self, number: int) -> Claim:
        found = self.claims[number]
        if not any(found.asker):
            raise UnknownClaim(number)
        return found
