"""
The shipped modules together, under a crowd that trades and judges by chance.

    seed -> step -> call, refused or done -> block: every invariant -> everybody silent -> all ends
"""

import random
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from eth_hash.auto import keccak

from chain.errors import ChainError
from chain.kit.assembly import check_invariants, own
from chain.kit.module import Module, TimerFailed
from chain.kit.record import topic_of
from chain.kit.verdicts import Level, result_seal, vote_seal
from chain.types.primitives import Bps, Hash32, Height
from modules.analytics.module import Analytics
from modules.analytics.records import Market
from modules.compute.machines import ORDERS
from modules.compute.module import Compute
from modules.compute.params import ComputeGenesis
from modules.compute.records import Capacity, Kind, Offer, OrderState
from modules.mint.module import Mint
from modules.verification.ledger import owed_wei
from modules.verification.module import Verification
from modules.verification.records import ClaimState, GameState, Role, Side, VerificationGenesis
from tests.modules.chain_of_five import FIVE, genesis_of
from tests.modules.compute.market import CLASS, JOB, LEASE, MEMORY, PARAMS, SEAL, UNIT_WEI
from tests.modules.stage import COIN, Stage, account
from tests.modules.verification.programs import sum_trace
from tests.modules.verification.scene import DIGEST, SALT, SHORT, WRONG, terms

PAYERS, PROVIDERS, MEMBERS = (1, 2, 3), (4, 5, 6, 7), range(10, 30)
FICKLE = (*PROVIDERS[1:], *PAYERS[1:], *list(MEMBERS)[:6])  # some of each kind always stay
BOND_WEI = 20 * COIN  # free bond that a provider likes to have
GONE_BLOCKS = 200  # longer than any window, and than the outer deadline of a verdict
AUDIT_EVERY = 10  # blocks from one check of all audits to the next
TRACE = sum_trace([5])
TIMER_FAILED = int.from_bytes(topic_of(TimerFailed), "big")
ENDING_BLOCKS = 400  # longer than all windows of all appeals
NEWEST = 12  # orders and claims that steps choose among


class MarketStage(Stage):
    """The full assembly with short windows; all audits are checked every few blocks."""

    def __init__(self) -> None:
        sections = genesis_of() | {
            "compute": ComputeGenesis(replace(PARAMS, verdict_timeout_blocks=Height(150))),
            "verification": VerificationGenesis(SHORT),
        }
        super().__init__(FIVE, accounts=30, **sections)

    def check(self) -> None:
        """Fail where an invariant does not hold; audits too, in every tenth block."""
        if self.height % AUDIT_EVERY == 0:
            super().check()
            self.check_book()
            return
        for module in self.assembly.modules:
            assert not own(module, self.host).is_paused, f"{module.name} is paused"
            mark = self.host.snapshot()
            assert check_invariants(module, self.host, with_audits=False) is None, module.name
            self.host.revert(mark)

    def check_book(self) -> None:
        """What the book heard of the compute market is what the market itself counts."""
        book, revenue = own(Analytics, self.host), self.call(Compute, "revenue")
        assert isinstance(book, Analytics)
        tally = book.market_totals(Market.COMPUTE)
        legs = (tally.burned_wei, tally.treasury_wei, tally.refunded_wei)
        assert (revenue.burned_wei, revenue.treasury_wei, revenue.refunded_wei) == legs
        assert revenue.gross_wei == book.charged(Market.COMPUTE)
        compute: Any = own(Compute, self.host)
        paid_wei = sum(compute.providers[who].paid_wei for who in compute.provider_list)
        assert paid_wei == tally.supplier_wei


class Crowd:
    """People who act by chance; some vanish for longer than any window."""

    def __init__(self, seed: int) -> None:
        self.seed, self.chance = seed, random.Random(seed)
        self.stage = MarketStage()
        self.host = self.stage.host
        self.digests: dict[int, Hash32] = {}  # by order: what its worker sealed
        self.votes: dict[tuple[int, int, int], int] = {}
        self.gone: dict[int, int] = {}  # who vanished, and the height until which
        self.done: Counter[str] = Counter()
        for who in PROVIDERS:
            self.enter(who)
        for who in MEMBERS:
            for role in Role:
                self.attempt(Verification, "join", role, sender=who, value_wei=500 * COIN)

    def enter(self, who: int) -> None:
        """Register a provider with bond and deposit."""
        declared = ("u", (MEMORY,), (Capacity(CLASS, 9),))
        self.attempt(Compute, "register_provider", *declared, sender=who, value_wei=50 * COIN)
        self.attempt(Verification, "deposit", sender=who, value_wei=100 * COIN)

    def attempt(
        self, module: type[Module], name: str, *values: Any, sender: int, value_wei: int = 0
    ) -> bool:
        """Make a call; who has vanished makes none, and a refusal is an answer."""
        if self.stage.height < self.gone.get(sender, 0):
            return False
        try:
            self.stage.call(module, name, *values, sender=sender, value_wei=value_wei)
        except ChainError:
            return False
        self.done[name] += 1
        return True

    @property
    def compute(self) -> Any:
        """The market as it stands, for reading."""
        return own(Compute, self.host)

    @property
    def court(self) -> Any:
        """The verifier as it stands, for reading."""
        return own(Verification, self.host)

    def newest(self, count: int) -> list[int]:
        """Return the newest numbers, in a random order."""
        found = list(range(max(1, count - NEWEST + 1), count + 1))
        self.chance.shuffle(found)
        return found

    def order_in(self, *states: OrderState) -> int:
        """Return one of the newest orders in one of these states; 0 for none."""
        numbers = self.newest(self.stage.call(Compute, "order_total"))
        return next((n for n in numbers if self.compute.progress[n].state in states), 0)

    def claim_in(self, *states: ClaimState) -> int:
        """Return one of the newest claims in one of these states; 0 for none."""
        numbers = self.newest(self.court.count)
        return next((n for n in numbers if self.court.progress[n].state in states), 0)

    def provider_of(self, order: int) -> int:
        """Return who serves an order."""
        bid = self.compute.progress[order].bid
        return int.from_bytes(self.compute.bids[bid].provider, "big")

    def worker_of(self, claim: int) -> int:
        """Return whose result a claim is about."""
        return int.from_bytes(self.court.claims[claim].worker, "big")

    def deal(self) -> None:
        """Bring a job or a lease under way."""
        level, payer = self.chance.choice(list(Level)), self.chance.choice(PAYERS)
        program = {"program": TRACE.program} if level == Level.BISECTION else {}
        wanted = self.chance.choice((LEASE, *[replace(JOB, claim=terms(level, **program))] * 3))
        if not self.attempt(Compute, "open_order", wanted, sender=payer, value_wei=30 * COIN):
            return
        number = self.stage.call(Compute, "order_total")
        offer = Offer(price_wei=UNIT_WEI, reclaim_blocks=wanted.reclaim_blocks)
        who = self.chance.choice(PROVIDERS)
        if self.compute.providers[account(who)].free_wei < BOND_WEI:  # slashed, or all behind bids
            self.attempt(Compute, "deposit_bond", sender=who, value_wei=BOND_WEI)
        if self.attempt(Compute, "place_bid", number, offer, sender=who):
            bid = self.stage.call(Compute, "open_bids_on", number)[0]
            self.attempt(Compute, "accept_bid", number, bid, sender=payer)
            self.attempt(Compute, "start", number, sender=who)

    def deliver(self) -> None:
        """Seal a result, right or wrong."""
        number = self.order_in(OrderState.RUNNING)
        if not number or self.compute.terms[number].kind != Kind.JOB:
            return
        level = self.compute.terms[number].claim.level
        digest = TRACE.digest if level == Level.BISECTION else self.chance.choice((DIGEST, WRONG))
        who = self.provider_of(number)
        seal = result_seal(Compute.address, number, account(who), digest, SALT)
        if self.attempt(Compute, "submit_result", number, seal, 3, sender=who):
            self.digests[number] = digest

    def reveal(self) -> None:
        """Show what was sealed."""
        number = self.claim_in(ClaimState.COMMITTED)
        if not number:
            return
        claim, who = self.court.claims[number], self.worker_of(number)
        digest = self.digests.get(claim.subject, DIGEST)
        if digest == TRACE.digest:
            values = (number, TRACE.steps, TRACE.end, SALT)
            self.attempt(Verification, "reveal_trace", *values, sender=who)
        self.attempt(Verification, "reveal", number, digest, SALT, sender=who)

    def object(self) -> None:
        """Challenge an outcome, whatever it is."""
        number = self.claim_in(ClaimState.REVEALED)
        if not number:
            return
        found = self.court.claims[number].terms.level
        level = self.chance.choice([level for level in Level if level > found] or [Level.JURY])
        side = self.chance.choice((Side.AGAINST_WORKER, Side.FOR_WORKER))
        values, who = (number, level, side, DIGEST), self.chance.choice((8, 9, *PAYERS))
        self.attempt(Verification, "challenge", *values, sender=who, value_wei=50 * COIN)

    def respond(self) -> None:
        """Stand by a result."""
        number = self.claim_in(ClaimState.CHALLENGED)
        if number:
            values = {"sender": self.worker_of(number), "value_wei": 50 * COIN}
            self.attempt(Verification, "respond", number, **values)

    def stand(self) -> None:
        """Bring somebody's bond back to where it can be drawn."""
        values = (self.chance.choice(list(Role)),)
        who = self.chance.choice(list(MEMBERS))
        self.attempt(Verification, "top_up", *values, sender=who, value_wei=50 * COIN)

    def vote(self) -> None:
        """Let most of those who are drawn seal or open."""
        number = self.claim_in(ClaimState.VOTING, ClaimState.OPENING)
        if not number:
            return
        index = self.court.progress[number].rounds - 1
        right = self.chance.choice((0, 10_000, int.from_bytes(DIGEST, "big")))
        for seat in self.court.seats_of(number, index):
            who = int.from_bytes(seat.voter, "big")
            key = (number, index, who)
            if self.chance.random() < 0.2:
                continue
            if key not in self.votes:
                seal = vote_seal(number, index, account(who), right, SALT)
                if self.attempt(Verification, "seal_vote", number, seal, sender=who):
                    self.votes[key] = right
            else:
                shown = (number, self.votes[key], SALT)
                self.attempt(Verification, "open_vote", *shown, sender=who)

    def play(self) -> None:
        """Make a move of a bisection, mostly an honest one."""
        number = self.claim_in(ClaimState.BISECTING)
        if not number:
            return
        game, worker = self.court.games[number], self.worker_of(number)
        if game.state == GameState.SPLITTING:
            middle = (game.low + game.high) // 2
            said = TRACE.hashes[middle] if self.chance.random() < 0.8 else WRONG
            self.attempt(Verification, "post_middle", number, said, sender=worker)
        elif game.state == GameState.CHOOSING:
            who = int.from_bytes(list(self.court.rounds[number])[-1].challenger, "big")
            agrees = self.chance.random() < 0.5
            self.attempt(Verification, "choose_half", number, agrees, sender=who)
        elif game.state == GameState.STEPPING:
            witness = TRACE.witness(game.low)
            self.attempt(Verification, "prove_step", number, witness, sender=worker)

    def serve(self) -> None:
        """Send a heartbeat, top up, accuse or end a lease."""
        number = self.order_in(OrderState.RUNNING, OrderState.RECLAIMING)
        if not number:
            return
        payer = int.from_bytes(self.compute.orders[number].requester, "big")
        self.attempt(Compute, "heartbeat", number, sender=self.provider_of(number))
        name = self.chance.choice(("heartbeat", "top_up", "dispute_lease", "end_lease"))
        if name == "top_up":
            self.attempt(Compute, name, number, sender=payer, value_wei=COIN)
        elif name == "dispute_lease":
            self.attempt(Verification, "deposit", sender=payer, value_wei=9 * COIN)
            self.attempt(Compute, name, number, SEAL, sender=payer)
        elif name == "end_lease" and self.chance.random() < 0.3:
            self.attempt(Compute, name, number, sender=payer)

    def govern(self) -> None:
        """Change parameters of both sides."""
        compute, court = self.compute, self.court
        wanted = replace(compute.settings, grace_blocks=Height(self.chance.randint(1, 9)))
        if wanted.objection() is None:
            compute.settings = wanted
        blocks, bps = self.chance.randint(2, 9), Bps(self.chance.randint(0, 5_000))
        court.settings = replace(court.settings, challenge_blocks=blocks, penalty_bps=bps)

    def vanish(self) -> None:
        """Let a payer, a provider or one of those who are drawn vanish."""
        if self.chance.random() < 0.05:
            self.gone[self.chance.choice(FICKLE)] = self.stage.height + GONE_BLOCKS

    def step(self) -> None:
        """Do one thing; after a few, the block ends."""
        actions: tuple[Callable[[], None], ...] = (
            *(self.deal, self.deliver, self.deliver, self.deliver, self.reveal, self.reveal),
            *(self.reveal, self.object, self.object, self.object),
            *(self.respond, self.respond, self.vote, self.vote, self.vote, self.vote),
            *(self.play, self.play, self.serve, self.stand, self.govern, self.vanish),
        )
        self.chance.choice(actions)()
        if self.chance.random() < 0.3:
            self.go_on()

    def go_on(self) -> None:
        """End the block; the beacon is the seed's."""
        self.host.beacon_value = Hash32(keccak(f"{self.seed} {self.stage.height}".encode()))
        self.stage.next_block()
        assert not any(wei < 0 for wei in self.host.balances_wei.values())
        assert owed_wei(self.court) == self.host.balance_wei(Verification.address)
        minted_wei, burned_wei = self.host.supply_change()  # since the supply was counted
        supply_wei = own(Mint, self.host).supply() + minted_wei - burned_wei
        assert supply_wei == sum(self.host.balances_wei.values())

    def outcomes(self) -> Counter[tuple[Level, bool]]:
        """Count claims by level, and by whether the worker got anything."""
        court = self.court
        return Counter(
            (court.claims[n].terms.level, court.progress[n].outcome_bps > 0)
            for n in range(1, court.count + 1)
        )

    def end(self) -> None:
        """Everybody goes silent: every claim is executed, every order ends, no coin is stuck."""
        for _ in range(ENDING_BLOCKS):
            self.go_on()
        for number in range(1, self.court.count + 1):
            state = self.court.progress[number].state
            assert state == ClaimState.EXECUTED, (number, state.name)
        for number in range(1, self.stage.call(Compute, "order_total") + 1):
            state = self.compute.progress[number].state
            assert ORDERS.is_terminal(state), (number, state.name)
        totals = self.stage.call(Compute, "totals")
        assert (totals.escrow_wei, totals.earned_wei) == (0, 0)
        assert totals.bonds_wei + totals.policies_wei == self.host.balance_wei(Compute.address)
        assert (self.court.totals.bonds_wei, self.court.totals.fees_wei) == (0, 0)
        assert not [log for log in self.host.logs if log.topics[0] == TIMER_FAILED]
