"""Those who prove, doubt and judge: results shown, challenges, juries, games and canaries."""

from hypothesis import strategies as st

from chain.kit.verdicts import Level, vote_seal
from chain.types.primitives import Wei
from modules.verification.module import Verification
from modules.verification.records import ClaimState, GameState, Role, Side
from tests.modules.markets.crowd import LEVEL, MANNERS, PICK, Manners, newest, number_of, step
from tests.modules.markets.jobs import TRACE, Jobs
from tests.modules.markets.market_town import CHALLENGERS, MEMBERS, PAYERS, PROVIDERS, coins
from tests.modules.stage import COIN, account
from tests.modules.verification.scene import DIGEST, SALT, WRONG

ROLE = st.sampled_from(Role)
PARTIES = (*PAYERS, *PROVIDERS, *CHALLENGERS)


class Disputes(Jobs):
    """Workers who stand by their results, challengers, and those who are drawn."""

    def __init__(self) -> None:
        self.votes: dict[tuple[int, int, int], int] = {}  # claim, round, voter: what was sealed
        super().__init__()

    def habits(self) -> None:
        """Let every claim go on as those behave who have to do with it."""
        super().habits()
        for number in newest(self.town.court.count):
            self.carry_on(number, self.manners_of(number))

    @step(pick=PICK, manners=MANNERS)
    def follow(self, pick: int, manners: Manners) -> None:
        """Let one claim go on, for once, as others would behave."""
        if found := newest(self.town.court.count):
            self.carry_on(found[pick % len(found)], manners)

    def carry_on(self, number: int, manners: Manners) -> None:
        """Do what a claim waits for, if those who could are so minded."""
        state = self.claim_state(number)
        if state == ClaimState.COMMITTED and manners.reveals:
            self.show(number)
        elif state == ClaimState.REVEALED:
            if manners.complains:
                self.open_canary(number)
            if self.town.court.progress[number].rounds <= manners.objections:
                self.object_to(number, self.level_up(number), manners.side, CHALLENGERS[0])
        elif state == ClaimState.CHALLENGED and manners.responds:
            self.respond(number)
        elif state in (ClaimState.VOTING, ClaimState.OPENING):
            self.let_vote(number, manners)
        elif state == ClaimState.BISECTING:
            self.play(number, manners.is_honest)

    def open_canary(self, number: int) -> None:
        """Let a payer show that it knew a result to be wrong, where it did."""
        claim = self.town.court.claims[number]
        if any(claim.terms.canary):
            values = {"sender": number_of(claim.payer), "value_wei": coins(50)}
            self.attempt(Verification, "open_canary", number, SALT, **values)

    def show(self, number: int) -> None:
        """Let a claim's worker show its result."""
        worker = self.worker_of(number)
        digest = self.digests.get(self.town.court.claims[number].subject, DIGEST)
        if digest == TRACE.digest:
            values = (number, TRACE.steps, TRACE.end, SALT)
            self.attempt(Verification, "reveal_trace", *values, sender=worker)
        else:
            self.attempt(Verification, "reveal", number, digest, SALT, sender=worker)

    def level_up(self, number: int) -> Level:
        """Return a level at which a claim may be challenged."""
        found = self.town.court.claims[number].terms
        if any(found.program) and not self.town.court.progress[number].rounds:
            return Level.BISECTION
        return Level.AUDIT if found.level == Level.REQUESTER else Level.JURY

    def object_to(self, number: int, level: Level, side: Side, who: int) -> None:
        """Challenge an outcome with more than it costs."""
        values = (number, level, side, DIGEST)
        self.attempt(Verification, "challenge", *values, sender=who, value_wei=coins(50))

    @step(
        pick=PICK,
        level=LEVEL,
        side=st.sampled_from(Side),
        who=st.sampled_from((*CHALLENGERS, *PAYERS)),
    )
    def object(self, pick: int, level: Level, side: Side, who: int) -> None:
        """Challenge an outcome, whatever it is."""
        if number := self.claim_in(pick, ClaimState.REVEALED):
            self.object_to(number, level, side, who)

    def respond(self, number: int) -> None:
        """Let a worker stand by its result."""
        if not self.town.court.progress[number].is_revealed:
            self.show(number)
        worker = self.worker_of(number)
        self.attempt(Verification, "respond", number, sender=worker, value_wei=coins(50))

    def let_vote(self, number: int, manners: Manners) -> None:
        """Let those who are drawn seal, or open what they sealed; the worker of copies too."""
        index = self.town.court.progress[number].rounds - 1
        for place, seat in enumerate(self.town.court.seats_of(number, index)):
            voter, said = number_of(seat.voter), self.agreed.get(number, manners.said)
            if place != manners.silent:
                self.judge(number, index, voter, said[place % len(said)])
        is_open = self.claim_state(number) == ClaimState.OPENING
        if is_open and manners.reveals and not self.town.court.progress[number].is_revealed:
            self.show(number)

    def judge(self, number: int, index: int, voter: int, value: int) -> None:
        """Seal a vote, or open the one that was sealed."""
        key = (number, index, voter)
        if self.claim_state(number) == ClaimState.OPENING:
            values = (number, self.votes.get(key, value), SALT)
            self.attempt(Verification, "open_vote", *values, sender=voter)
        elif key not in self.votes:
            seal = vote_seal(number, index, account(voter), value, SALT)
            if self.attempt(Verification, "seal_vote", number, seal, sender=voter):
                self.votes[key] = value

    def play(self, number: int, is_honest: bool) -> None:
        """Make a move of a bisection."""
        game, worker = self.town.court.games[number], self.worker_of(number)
        if game.state == GameState.SPLITTING:
            said = TRACE.hashes[(game.low + game.high) // 2] if is_honest else WRONG
            self.attempt(Verification, "post_middle", number, said, sender=worker)
        elif game.state == GameState.CHOOSING:
            who = number_of(list(self.town.court.rounds[number])[-1].challenger)
            self.attempt(Verification, "choose_half", number, is_honest, sender=who)
        elif game.state == GameState.STEPPING and is_honest:
            witness = TRACE.witness(game.low)
            self.attempt(Verification, "prove_step", number, witness, sender=worker)

    @step(pick=PICK, who=st.sampled_from(PARTIES))
    def press(self, pick: int, who: int) -> None:
        """Bring evidence, open a canary, settle a ruling before the chain does."""
        if number := self.claim_in(pick, ClaimState.EVIDENCE):
            self.attempt(Verification, "add_evidence", number, DIGEST, sender=who)
        if number := self.claim_in(pick, ClaimState.REVEALED):
            self.open_canary(number)
        if number := self.claim_in(pick, ClaimState.RULED):
            self.attempt(Verification, "execute", number, sender=who)

    @step(
        who=st.sampled_from(MEMBERS), role=ROLE, call=st.sampled_from(("resign", "top_up", "join"))
    )
    def move_member(self, who: int, role: Role, call: str) -> None:
        """Leave, or come back to where one can be drawn."""
        value_wei = 0 if call == "resign" else coins(500)
        self.attempt(Verification, call, role, sender=who, value_wei=value_wei)

    @step(
        who=st.sampled_from(PARTIES),
        amount=st.sampled_from((1, COIN, 90 * COIN)),
        is_in=st.booleans(),
    )
    def move_deposit(self, who: int, amount: int, is_in: bool) -> None:
        """Put coins down for bonds, or take them back."""
        if is_in:
            self.attempt(Verification, "deposit", sender=who, value_wei=amount)
        else:
            self.attempt(Verification, "withdraw", Wei(amount), sender=who)
