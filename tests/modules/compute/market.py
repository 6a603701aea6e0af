"""
A stage with the compute market alone, a verifier that says what a test tells it, and its people.

    payer 1, funder 6 | providers 2, 3, 4 | gateway 5 | stranger 9
"""

from dataclasses import replace
from typing import Any

from chain.kit.assembly import Assembly, own
from chain.kit.host import CallInfo
from chain.kit.record import Refusal
from chain.kit.verdicts import ClaimTerms, Level
from chain.types.primitives import ZERO_HASH, Address, Bps, Hash32, Height, Wei
from modules.compute.module import Compute
from modules.compute.params import ComputeGenesis, ComputeParams
from modules.compute.records import (
    Attribute,
    Capacity,
    Kind,
    Offer,
    OrderState,
    OrderTerms,
    PolicyTerms,
    Tenure,
)
from tests.modules.gates import FakeGate
from tests.modules.stage import COIN, Notebook, Stage, account

PAYER, FIRST, SECOND, THIRD, GATEWAY, FUNDER, STRANGER = 1, 2, 3, 4, 5, 6, 9
VERIFIER = Address(b"\x0a" + b"\x01" * 19)
TREASURY = Address(b"\x08" + b"\x07" * 19)
BURNED = Address(b"\0" * 20)
FEE_WEI = Wei(COIN // 100)
CLASS = Hash32(b"gpu".ljust(32, b"\0"))
MEMORY = Attribute(Hash32(b"memory".ljust(32, b"\0")), Hash32(b"80GB".ljust(32, b"\0")))
REGION = Attribute(Hash32(b"region".ljust(32, b"\0")), Hash32(b"jp".ljust(32, b"\0")))
SEAL = Hash32(b"\x5e" * 32)
PARAMS = ComputeParams(
    start_timeout_blocks=Height(5),
    grace_blocks=Height(4),
    reclaim_blocks_min=Height(4),
    reclaim_blocks_max=Height(50),
    spot_notice_blocks=Height(2),
    pause_blocks_max=Height(8),
    heartbeat_blocks=Height(6),
    holdback_blocks=Height(7),
    verdict_timeout_blocks=Height(12),
    lease_blocks_max=Height(60),
)


class VerifierDown(Refusal):
    """The verifier takes no such claim."""


class FakeVerifier:
    """Takes every claim and rules what a test says, through the asker's own calls."""

    def __init__(self) -> None:
        self.host: Any = None
        self.address = VERIFIER
        self.is_paused = self.refuses = False
        self.fee, self.fee_bps = FEE_WEI, 0
        self.claims: list[tuple[int, Address, Address, Wei]] = []
        self.disputes: list[tuple[int, Address, Address, Wei]] = []
        self.forfeited_wei = 0
        self.excluded: list[tuple[int, Address]] = []

    def fee_wei(self, terms: ClaimTerms, value_wei: Wei) -> Wei:
        """Return the fee of a claim: a flat part, and a share of its value."""
        return Wei(self.fee + value_wei * self.fee_bps // 10_000)

    def open_claim(
        self,
        subject: int,
        worker: Address,
        payer: Address,
        seal: Hash32,
        terms: ClaimTerms,
        value_wei: Wei,
    ) -> int:
        """Number the claim."""
        if self.refuses:
            raise VerifierDown()
        self.claims.append((subject, worker, payer, value_wei))
        return len(self.claims) + len(self.disputes)

    def open_dispute(
        self, subject: int, worker: Address, challenger: Address, evidence: Hash32, value_wei: Wei
    ) -> int:
        """Number the dispute."""
        self.disputes.append((subject, worker, challenger, value_wei))
        return len(self.claims) + len(self.disputes)

    def exclude(self, claim: int, account: Address) -> None:
        """Keep who may not judge."""
        self.excluded.append((claim, account))

    def accept(self, claim: int) -> None:
        """Rule for the worker at once, and give a part of the fee back."""
        subject = self.claims[claim - 1 - len(self.disputes)][0]
        self.rule(subject, claim, 10_000, FEE_WEI // 4)

    def rule(self, subject: int, claim: int, worker_bps: int, refund_wei: int = 0) -> int:
        """Tell the asker the ruling, with what is left of the fee."""
        self.host.transfer(VERIFIER, Compute.address, Wei(refund_wei))
        asker = Compute(self.host, CallInfo(VERIFIER))
        forfeit_wei = asker.claim_ruled(subject, claim, Bps(worker_bps), Wei(refund_wei))
        self.forfeited_wei += forfeit_wei
        return forfeit_wei

    def dispute(self, subject: int, claim: int) -> None:
        """Tell the asker that somebody objects."""
        Compute(self.host, CallInfo(VERIFIER)).claim_disputed(subject, claim)


class FakeStakes:
    """Tiers by account."""

    def __init__(self) -> None:
        self.tiers: dict[Address, int] = {}

    def tier_of(self, who: Address) -> int:
        """Return the tier that the test gave."""
        return self.tiers.get(who, 0)


class FakeDevices:
    """Keeps what it is told, or refuses to hear it."""

    def __init__(self) -> None:
        self.served: list[tuple[int, Wei, Wei]] = []
        self.refuses = False

    def note_served(self, device: int, value_wei: Wei, burned_wei: Wei) -> None:
        """Hear of a payment."""
        if self.refuses:
            raise VerifierDown()
        self.served.append((device, value_wei, burned_wei))


class FakeTreasury:
    """An account."""

    address = TREASURY


class Market(Stage):
    """The stage, with what a test says most often."""

    def __init__(self, params: ComputeParams = PARAMS) -> None:
        self.verifier, self.stakes, self.devices = FakeVerifier(), FakeStakes(), FakeDevices()
        self.gate = FakeGate()
        self.usage = Notebook()
        wires = {
            "compute": {
                "verifier": lambda consumer: self.verifier,
                "stakes": lambda consumer: self.stakes,
                "treasury": lambda consumer: FakeTreasury(),
                "devices": lambda consumer: self.devices,
                "gate": lambda consumer: self.gate,
                "usage": lambda consumer: self.usage,
            }
        }
        super().__init__(Assembly((Compute,), wires), accounts=30, compute=ComputeGenesis(params))
        self.verifier.host = self.host
        self.host.mint(VERIFIER, COIN)
        for who in (FIRST, SECOND, THIRD):
            self.register(who)

    def do(self, name: str, *values: Any, sender: int = PAYER, value_wei: int = 0) -> Any:
        """Call the compute module."""
        return self.call(Compute, name, *values, sender=sender, value_wei=value_wei)

    def register(self, who: int, slots: int = 3) -> None:
        """Register a provider with ten coins of bond."""
        declared = ("https://gpu.example", (MEMORY, REGION), (Capacity(CLASS, slots),))
        self.do("register_provider", *declared, sender=who, value_wei=10 * COIN)

    def pass_blocks(self, blocks: int) -> None:
        """Go on, checking everything after each block."""
        for _ in range(blocks):
            self.next_block()

    def stage_block(self) -> None:
        """Go on without checking what takes long."""
        self.assembly.end_block(self.host)
        self._begin(1)

    def check(self) -> None:
        """Check as stages do, and that no coin too many is in the module (E1, exactly)."""
        super().check()
        totals = self.do("totals")
        claims = totals.escrow_wei + totals.earned_wei + totals.bonds_wei + totals.policies_wei
        assert claims == self.host.balance_wei(Compute.address)

    def state(self, order: int) -> OrderState:
        """Return where an order stands."""
        return own(Compute, self.host).progress[order].state  # type: ignore[attr-defined,no-any-return]

    def open(self, terms: OrderTerms, coins: int = 1, sender: int = PAYER) -> int:
        """Open an order with so many coins of budget, and the reserve on top."""
        reserve_wei = self.do("reserve", terms, coins * COIN)
        value_wei = coins * COIN + reserve_wei
        number: int = self.do("open_order", terms, sender=sender, value_wei=value_wei)
        return number

    def bid(self, order: int, who: int = FIRST, **offer: Any) -> int:
        """Bid on an order."""
        terms = self.do("order", order).terms
        if terms.kind == Kind.LEASE and terms.tenure != Tenure.SPOT:
            offer.setdefault("reclaim_blocks", terms.reclaim_blocks)
        offer.setdefault("price_wei", terms.price_max_wei)
        number: int = self.do("place_bid", order, Offer(**offer), sender=who)
        return number

    def matched(self, terms: OrderTerms, coins: int = 1, **offer: Any) -> int:
        """Open an order that the first provider has won."""
        order = self.open(terms, coins)
        self.do("accept_bid", order, self.bid(order, **offer))
        return order

    def running(self, terms: OrderTerms, coins: int = 1, **offer: Any) -> int:
        """Open an order that the first provider has begun."""
        order = self.matched(terms, coins, **offer)
        self.do("start", order, sender=FIRST)
        return order

    def submitted(self, terms: OrderTerms, units: int = 3, coins: int = 1) -> int:
        """Open a job whose first result waits for a verdict."""
        order = self.running(terms, coins)
        self.do("submit_result", order, SEAL, units, sender=FIRST)
        return order

    def claim(self, order: int) -> int:
        """Return the number of an order's present claim."""
        return int(self.do("order", order).progress.claim)

    def beat(self, order: int, who: int = FIRST) -> None:
        """Send a heartbeat."""
        self.do("heartbeat", order, sender=who)

    def free_wei(self, who: int) -> int:
        """Return a provider's free bond."""
        return int(self.do("provider", account(who)).free_wei)


def claim_terms(level: Level = Level.REQUESTER) -> ClaimTerms:
    """Return terms of a claim."""
    return ClaimTerms(level, 0, ZERO_HASH, 0, ZERO_HASH, ZERO_HASH)


UNIT_WEI = Wei(COIN // 10)
JOB = OrderTerms(
    kind=Kind.JOB,
    spec=SEAL,
    capacity_class=CLASS,
    price_max_wei=UNIT_WEI,
    ttl_blocks=Height(10),
    run_blocks=Height(6),
    milestones=1,
    claim=claim_terms(),
)
PLAIN_JOB = replace(JOB, claim=claim_terms(Level.NONE))
TRAINING = replace(JOB, milestones=4)
LEASE = OrderTerms(
    kind=Kind.LEASE,
    spec=SEAL,
    capacity_class=CLASS,
    price_max_wei=UNIT_WEI,
    ttl_blocks=Height(10),
    reclaim_blocks=Height(5),
)
SPOT = replace(LEASE, tenure=Tenure.SPOT, reclaim_blocks=Height(0))
POLICY = PolicyTerms(
    spender=account(GATEWAY),
    job_wei_max=Wei(2 * COIN),
    period_wei_max=Wei(5 * COIN),
    period_blocks=Height(20),
    expires_at=Height(1_000),
)
