"""Verification with an asker whose money is at stake, some drawn people, and a clock."""

from dataclasses import dataclass, field
from typing import Any

from chain.kit.assembly import Assembly, own
from chain.kit.host import BlockInfo, CallInfo
from chain.kit.memory_host import LoggedEvent
from chain.kit.module import Module, Unauthorized, call, peer
from chain.kit.record import Refusal
from chain.kit.storage import Value
from chain.kit.verdicts import ClaimTerms, Level, Verifier, result_seal, vote_seal
from chain.types.primitives import ZERO_HASH, Address, Bps, Hash32, Wei
from modules.verification.module import Verification
from modules.verification.params import VerificationParams
from modules.verification.records import (
    Choice,
    ClaimState,
    Progress,
    Role,
    Round,
    Seat,
    Side,
    VerificationGenesis,
)
from tests.modules.gates import FakeGate
from tests.modules.stage import COIN, Notebook, Stage, account

WORKER, PAYER, CHALLENGER, OTHER = 1, 2, 3, 4
MEMBERS = range(10, 30)  # accounts that are registered in every role
VALUE = Wei(100 * COIN)
FORFEIT = Wei(30 * COIN)
DIGEST, WRONG, SALT = Hash32(b"\x11" * 32), Hash32(b"\x66" * 32), Hash32(b"\x22" * 32)
POOL = account(0xF001)

SHORT = VerificationParams(
    draw_blocks=2,
    reveal_blocks=4,
    challenge_blocks=6,
    respond_blocks=5,
    evidence_blocks=3,
    vote_blocks=5,
    open_blocks=4,
    clock_blocks=12,
    unbonding_blocks=20,
    retry_blocks=2,
)


Kept = tuple[dict[Any, int], dict[Address, int], list[LoggedEvent], BlockInfo]
FILLED: dict[VerificationParams, Kept] = {}  # stages with all members registered


class AskerRefuses(Refusal):
    """The asker was told to refuse."""


@dataclass
class Delegation:
    """A stake, as staking shows it."""

    amount_wei: Wei


@dataclass
class FakeStakes:
    """Who delegates to whom, as the test says."""

    links: set[tuple[Address, Address]] = field(default_factory=set)

    def delegation(self, delegator: Address, validator: Address) -> Delegation:
        """Return 1 wei for a link."""
        return Delegation(Wei(1 if (delegator, validator) in self.links else 0))


@dataclass
class FakePool:
    """The community pool."""

    address: Address = POOL


class Asker(Module, address=0x0A00, name="asker"):
    """Pays VALUE for what is ruled the worker's; takes FORFEIT off who is wrong."""

    calls_heard = Value(64, int)
    is_refusing = Value(65, bool)
    disputed = Value(66, int)
    ruled_bps = Value(67, tuple[int, ...])
    forfeit_lie = Value(68, bool)
    is_standing = Value(69, bool)  # it is the worker itself: who challenged forfeits

    verifier: Verifier = peer()

    @call(payable=True)
    def open(
        self,
        subject: int,
        worker: Address,
        payer: Address,
        seal: Hash32,
        terms: ClaimTerms,
        value_wei: Wei,
    ) -> int:
        """Ask for a verdict, with the fee moved first."""
        fee_wei = self.verifier.fee_wei(terms, value_wei)
        self.pay(self.verifier.address, fee_wei, "verification_fee")
        return self.verifier.open_claim(subject, worker, payer, seal, terms, value_wei)

    @call()
    def open_unpaid(
        self, worker: Address, payer: Address, terms: ClaimTerms, value_wei: Wei
    ) -> int:
        """Ask for a verdict without the fee."""
        return self.verifier.open_claim(7, worker, payer, ZERO_HASH, terms, value_wei)

    @call()
    def accuse(self, worker: Address, challenger: Address, value_wei: Wei) -> int:
        """Bring an accusation."""
        return self.verifier.open_dispute(9, worker, challenger, DIGEST, value_wei)

    @call()
    def link(self, claim: int, earlier: int) -> None:
        """Link two claims."""
        self.verifier.link(claim, earlier)

    @call()
    def accept(self, claim: int) -> None:
        """Accept for the payer."""
        self.verifier.accept(claim)

    @call()
    def refuse(self, refuses: bool, lies: bool) -> None:
        """Be told whether to refuse rulings, or to name coins that do not come."""
        self.is_refusing, self.forfeit_lie = refuses, lies

    def claim_disputed(self, subject: int, claim: int) -> None:
        """Count it."""
        if self.sender != self.verifier.address:
            raise Unauthorized(self.sender)
        if self.is_refusing:
            raise AskerRefuses()
        self.disputed += 1

    def claim_ruled(self, subject: int, claim: int, worker_bps: Bps, refund_wei: Wei) -> Wei:
        """Remember it, and forfeit for who was wrong."""
        if self.sender != self.verifier.address:
            raise Unauthorized(self.sender)
        if self.is_refusing:
            raise AskerRefuses()
        self.calls_heard += 1
        self.ruled_bps = (*self.ruled_bps, worker_bps)
        if self.forfeit_lie:
            return FORFEIT
        forfeit_wei = FORFEIT if (worker_bps == 0) != self.is_standing else 0
        self.pay(self.verifier.address, forfeit_wei, "forfeit")
        return Wei(forfeit_wei)


class Court:
    """A stage with verification on it, and what people do there."""

    def __init__(self, params: VerificationParams = SHORT, *, members: bool = True) -> None:
        self.stakes, self.usage, self.gate = FakeStakes(), Notebook(), FakeGate()
        wires = {
            "verification": {
                "gate": lambda consumer: self.gate,
                "askers": lambda consumer: {Asker.address: consumer.as_peer(Asker)},
                "stakes": lambda consumer: self.stakes,
                "treasury": lambda consumer: FakePool(),
                "usage": lambda consumer: self.usage,
            },
            "asker": {"verifier": lambda consumer: consumer.as_peer(Verification)},
        }
        self.stage = Stage(
            Assembly((Asker, Verification), wires),
            accounts=40,
            verification=VerificationGenesis(params),
        )
        self.host = self.stage.host
        self.params = params
        self.host.mint(Asker.address, Wei(100_000 * COIN))
        self.votes: dict[tuple[int, int, int], tuple[int, Hash32]] = {}
        if members:
            self._register(params)

    def _register(self, params: VerificationParams) -> None:
        """Register all members, by hand once for the same parameters and by copy afterwards."""
        if params not in FILLED:
            for role in Role:
                for number in MEMBERS:
                    self.call("join", role, sender=number, value_wei=100 * COIN)
            FILLED[params] = self.kept()
        self.restore(FILLED[params])

    def kept(self) -> Kept:
        """All there is to know of the stage's state."""
        host = self.host
        return dict(host.words), dict(host.balances_wei), list(host.logs), host.block

    def restore(self, kept: Kept) -> None:
        """Bring the stage into a state that was kept."""
        self.host.words, self.host.balances_wei = dict(kept[0]), dict(kept[1])
        self.host.logs, self.host.block = list(kept[2]), kept[3]
        self.host.forget()

    @property
    def page(self) -> Any:
        """The module as it stands, for reading."""
        return own(Verification, self.host)

    def call(self, name: str, *values: Any, sender: int, value_wei: int = 0) -> Any:
        """Call verification."""
        return self.stage.call(Verification, name, *values, sender=sender, value_wei=value_wei)

    def ask(self, name: str, *values: Any) -> Any:
        """Call the asker."""
        return self.stage.call(Asker, name, *values, sender=OTHER)

    def peer(self, sender: Address) -> Verification:
        """Verification as another module meets it."""
        return Verification(self.host, CallInfo(sender))

    def open(self, terms: ClaimTerms, digest: Hash32 = DIGEST, subject: int = 7) -> int:
        """Open a claim of WORKER for PAYER."""
        seal = result_seal(Asker.address, subject, account(WORKER), digest, SALT)
        parties = (account(WORKER), account(PAYER))
        number: int = self.ask("open", subject, *parties, seal, terms, VALUE)
        return number

    def progress(self, number: int) -> Progress:
        """How far a claim is."""
        found: Progress = self.page.progress[number]
        return found

    def state(self, number: int) -> ClaimState:
        """A claim's state."""
        return self.progress(number).state

    def blocks(self, count: int = 1) -> None:
        """Go on, with a beacon of each block's own."""
        for _ in range(count):
            self.host.beacon_value = Hash32((self.stage.height + 1).to_bytes(32, "big"))
            self.stage.next_block()

    def assemble_block(self) -> None:
        """Go on though a module is paused."""
        self.stage.assembly.end_block(self.host)
        self.stage._begin(1)

    def until(self, number: int, state: ClaimState, most: int = 300) -> None:
        """Go on until a claim is in a state."""
        for _ in range(most):
            if self.state(number) == state:
                return
            self.blocks()
        raise AssertionError(f"{state.name} expected, found {self.state(number).name}")

    def voters(self, number: int) -> list[int]:
        """The accounts that sit in the round under way."""
        index = self.progress(number).rounds - 1
        return [int.from_bytes(seat.voter, "big") for seat in self.seats(number, index)]

    def seats(self, number: int, index: int) -> list[Seat]:
        """The seats of a round."""
        return list(self.page.seats_of(number, index))

    def rounds(self, number: int) -> list[Round]:
        """The rounds of a claim."""
        return list(self.page.rounds[number])

    def seal(self, number: int, voter: int, value: int) -> None:
        """Seal a vote, and remember it."""
        index = self.progress(number).rounds - 1
        self.votes[number, index, voter] = (value, SALT)
        seal = vote_seal(number, index, account(voter), value, SALT)
        self.call("seal_vote", number, seal, sender=voter)

    def show(self, number: int, voter: int) -> None:
        """Open the vote that was sealed."""
        index = self.progress(number).rounds - 1
        self.call("open_vote", number, *self.votes[number, index, voter], sender=voter)

    def vote(self, number: int, *values: int) -> None:
        """Wait for the draw, then let each voter vote; fewer values leave the last ones silent."""
        self.until(number, ClaimState.VOTING)
        voters = self.voters(number)[: len(values)]
        for voter, value in zip(voters, values, strict=True):
            self.seal(number, voter, value)
        self.until(number, ClaimState.OPENING)
        for voter in voters:
            self.show(number, voter)

    def challenge(
        self,
        number: int,
        level: Level,
        side: Side = Side.AGAINST_WORKER,
        sender: int = CHALLENGER,
    ) -> None:
        """Challenge with exactly the coins that it costs."""
        price = self.page.challenge_price(number, level)
        self.call("challenge", number, level, side, DIGEST, sender=sender, value_wei=price)

    def respond(self, number: int) -> None:
        """Let the worker answer with the bond that it takes."""
        bond = self.rounds(number)[-1].bond_wei
        self.call("respond", number, sender=WORKER, value_wei=bond)

    def reveal(self, number: int, digest: Hash32 = DIGEST) -> None:
        """Let the worker show its result."""
        self.call("reveal", number, digest, SALT, sender=WORKER)

    def finish(self, number: int, outcome_bps: int) -> None:
        """Go on until a claim is executed, and check the outcome as the asker heard it."""
        self.until(number, ClaimState.EXECUTED)
        assert outcome_bps == self.progress(number).outcome_bps
        heard = own(Asker, self.host).ruled_bps
        assert outcome_bps == heard[-1]
        self.check_empty()

    def check_empty(self) -> None:
        """Nothing but members' bonds, free deposits and the jackpot pool is left."""
        totals = self.page.totals
        assert (0, 0) == (totals.bonds_wei, totals.fees_wei)
        held = totals.free_wei + totals.members_wei + totals.canary_wei
        assert held == self.host.balance_wei(Verification.address)


def terms(level: Level, **changes: Any) -> ClaimTerms:
    """Terms of a level, with what it needs."""
    values = {
        "level": level,
        "copies": 3 if level == Level.REDUNDANCY else 0,
        "profile": Hash32(b"\x33" * 32),
        "tolerance": 5,
        "program": ZERO_HASH,
        "canary": ZERO_HASH,
    }
    return ClaimTerms(**{**values, **changes})


NONE = Choice.NONE
