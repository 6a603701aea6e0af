"""Verification under random actors: whatever they do, every coin is accounted for each block."""

from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from chain.errors import ChainError
from chain.kit.assembly import own
from chain.kit.verdicts import Level, canary_seal
from chain.types.primitives import Hash32
from modules.verification.ledger import owed_wei
from modules.verification.module import Verification
from modules.verification.records import ClaimState, GameState, Role, Side
from tests.modules.stage import COIN, account
from tests.modules.verification.programs import sum_trace
from tests.modules.verification.scene import (
    CHALLENGER,
    DIGEST,
    MEMBERS,
    OTHER,
    PAYER,
    SALT,
    WORKER,
    WRONG,
    Asker,
    Court,
    terms,
)

TRACE = sum_trace([5])
LEVELS = st.sampled_from(list(Level))
SIDES = st.sampled_from([Side.AGAINST_WORKER, Side.FOR_WORKER])
PEOPLE = st.sampled_from([WORKER, PAYER, CHALLENGER, OTHER])
VALUES = st.sampled_from([0, 3, 5_000, 10_000, 99, int.from_bytes(DIGEST, "big")])
PICK = st.integers(0, 1_000)


class VerificationMachine(RuleBasedStateMachine):
    """Calls in any order; refused ones must leave nothing, final ones must stay."""

    def __init__(self) -> None:
        super().__init__()
        self.court = Court()
        self.stage, self.host = self.court.stage, self.court.host
        self.supply_wei = sum(self.host.balances_wei.values())
        self.final: dict[int, int] = {}
        self.burned_wei = 0

    def attempt(self, make: Any) -> bool:
        """Make a call; if it is refused, check that nothing changed."""
        before = (dict(self.host.words), dict(self.host.balances_wei), len(self.host.logs))
        try:
            make()
        except ChainError:
            assert before == (self.host.words, self.host.balances_wei, len(self.host.logs))
            return False
        return True

    def pick(self, which: int) -> int:
        """A claim among the last few; 1 where there is none."""
        count = self.court.page.count
        return max(count - which % min(max(count, 1), 4), 1)

    @rule(level=LEVELS, traced=st.booleans(), canary=st.booleans(), wrong=st.booleans())
    def open(self, level: Level, traced: bool, canary: bool, wrong: bool) -> None:
        """Ask for a verdict."""
        traced = traced or level == Level.BISECTION
        digest = TRACE.digest if traced else WRONG if wrong else DIGEST
        changes: dict[str, Any] = {"program": TRACE.program} if traced else {}
        if canary:
            changes["canary"] = canary_seal(account(PAYER), digest, SALT)
        self.attempt(lambda: self.court.open(terms(level, **changes), digest))

    @rule()
    def accuse(self) -> None:
        """Accuse the worker before a jury."""
        self.court.call("deposit", sender=CHALLENGER, value_wei=20 * COIN)
        parties = (account(WORKER), account(CHALLENGER))
        self.attempt(lambda: self.court.ask("accuse", *parties, 100 * COIN))

    @rule(which=PICK, digest=st.sampled_from([DIGEST, WRONG, TRACE.digest]))
    def reveal(self, which: int, digest: Hash32) -> None:
        """Show a result, the right way or another."""
        number = self.pick(which)
        self.attempt(lambda: self.court.reveal(number, digest))
        values = (number, TRACE.steps, TRACE.end, SALT)
        self.attempt(lambda: self.court.call("reveal_trace", *values, sender=WORKER))

    @rule(which=PICK, level=LEVELS, side=SIDES, who=PEOPLE)
    def challenge(self, which: int, level: Level, side: Side, who: int) -> None:
        """Object."""
        self.attempt(lambda: self.court.challenge(self.pick(which), level, side, who))

    @rule(which=PICK)
    def respond(self, which: int) -> None:
        """Stand by a result."""
        number = self.pick(which)
        self.attempt(lambda: self.court.call("respond", number, sender=WORKER, value_wei=50 * COIN))

    @rule(which=PICK, values=st.lists(VALUES, min_size=3, max_size=3))
    def vote(self, which: int, values: list[int]) -> None:
        """Let some who are drawn seal, and open what they sealed."""
        number = self.pick(which)
        if not self.court.progress(number).rounds:
            return
        for index, voter in enumerate(self.court.voters(number)):
            value = values[index % 3]
            if value != 99:
                self.attempt(lambda: self.court.seal(number, voter, value))  # noqa: B023
        for voter in self.court.voters(number):
            key = (number, self.court.progress(number).rounds - 1, voter)
            if key in self.court.votes:
                self.attempt(lambda: self.court.show(number, voter))  # noqa: B023

    @rule(which=PICK, honest=st.booleans(), agrees=st.booleans())
    def play(self, which: int, honest: bool, agrees: bool) -> None:
        """Make a move of a game."""
        number = self.pick(which)
        game = self.court.page.games[number]
        middle = (game.low + game.high) // 2
        said = TRACE.hashes[middle] if honest and middle <= TRACE.steps else WRONG
        if game.state == GameState.SPLITTING:
            self.attempt(lambda: self.court.call("post_middle", number, said, sender=WORKER))
        elif game.state == GameState.CHOOSING:
            challenger = int.from_bytes(self.court.rounds(number)[-1].challenger, "big")
            self.attempt(lambda: self.court.call("choose_half", number, agrees, sender=challenger))
        elif game.state == GameState.STEPPING:
            step = TRACE.witness(game.low)
            self.attempt(lambda: self.court.call("prove_step", number, step, sender=WORKER))

    @rule(which=PICK, who=PEOPLE)
    def end(self, which: int, who: int) -> None:
        """Accept, open a canary, link, or execute."""
        number = self.pick(which)
        self.attempt(lambda: self.court.call("accept", number, sender=who))
        self.attempt(
            lambda: self.court.call("open_canary", number, SALT, sender=who, value_wei=10 * COIN)
        )
        self.attempt(lambda: self.court.call("link", number, number - 1, sender=who))
        self.attempt(lambda: self.court.call("execute", number, sender=who))

    @rule(member=st.sampled_from(list(MEMBERS)), role=st.sampled_from(list(Role)))
    def move_member(self, member: int, role: Role) -> None:
        """Leave, or come back."""
        if not self.attempt(lambda: self.court.call("resign", role, sender=member)):
            bond = 100 * COIN
            self.attempt(lambda: self.court.call("join", role, sender=member, value_wei=bond))
            self.attempt(lambda: self.court.call("top_up", role, sender=member, value_wei=bond))

    @rule(refuses=st.booleans(), lies=st.booleans())
    def deafen(self, refuses: bool, lies: bool) -> None:
        """Let the asker refuse, lie, or hear."""
        self.court.ask("refuse", refuses, lies)

    @rule(which=PICK, windows=st.integers(1, 900))
    def govern(self, which: int, windows: int) -> None:
        """Change parameters while claims are under way."""
        page = self.court.page
        changed = {"challenge_blocks": 2 + windows % 9, "penalty_bps": which * 10}
        page.settings = page.settings.__class__(**{**vars(page.settings), **changed})

    @rule(blocks=st.sampled_from([1, 1, 3, 9]))
    def go_on(self, blocks: int) -> None:
        """Go on; every invariant and audit is checked after each block."""
        for _ in range(blocks):
            self.court.blocks()
            self.burned_wei += self.host.burned_wei

    @invariant()
    def adds_up(self) -> None:
        """No coin came, what left was burnt, the module holds what it owes, the final stays."""
        held = self.host.balance_wei(Verification.address)
        assert owed_wei(self.court.page) == held
        assert sum(self.host.balances_wei.values()) <= self.supply_wei
        for number in range(1, self.court.page.count + 1):
            progress = self.court.progress(number)
            if number in self.final:
                assert self.final[number] == progress.outcome_bps
                assert progress.state in (ClaimState.RULED, ClaimState.EXECUTED)
            elif progress.state in (ClaimState.RULED, ClaimState.EXECUTED):
                self.final[number] = progress.outcome_bps

    def teardown(self) -> None:
        """In the end everybody goes silent, and every claim ends with all coins in their place."""
        self.court.ask("refuse", False, False)
        self.court.blocks(260)
        for number in range(1, self.court.page.count + 1):
            if self.court.state(number) != ClaimState.EXECUTED:
                self.court.call("execute", number, sender=OTHER)
            assert ClaimState.EXECUTED == self.court.state(number), self.court.state(number).name
        self.court.check_empty()
        assert len(own(Asker, self.host).ruled_bps) == self.court.page.count


TestVerificationMachine = VerificationMachine.TestCase
TestVerificationMachine.settings = settings(max_examples=12, stateful_step_count=30, deadline=None)
