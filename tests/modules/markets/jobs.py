"""Those who ask for compute and those who give it: orders, bids, results and leases."""

from dataclasses import replace
from typing import Any

from hypothesis import strategies as st

from chain.kit.verdicts import Level, canary_seal, result_seal
from chain.types.primitives import ZERO_HASH, Hash32, Height, Wei
from modules.compute.machines import ORDERS
from modules.compute.module import Compute
from modules.compute.records import Capacity, Kind, Offer, OrderState, OrderTerms, Tenure
from modules.verification.module import Verification
from tests.modules.compute.market import CLASS, JOB, LEASE, MEMORY, SEAL, SPOT, TRAINING, UNIT_WEI
from tests.modules.markets.crowd import LEVEL, PICK, Crowd, newest, step
from tests.modules.markets.market_town import FUNDER, PAYERS, PROVIDERS, coins
from tests.modules.stage import COIN, account
from tests.modules.verification.programs import sum_trace
from tests.modules.verification.scene import DIGEST, SALT, WRONG, terms

TRACE = sum_trace([5])
LEASES = (
    LEASE,
    SPOT,
    replace(LEASE, wants_backup=True, auction_blocks=Height(2)),
    replace(LEASE, duration_blocks=Height(20), provider_policy=1),
)
BACKED = replace(JOB, wants_backup=True, auction_blocks=Height(2))
JOBS = (JOB, TRAINING, BACKED, replace(JOB, provider_policy=1))
PAYER, PROVIDER = st.sampled_from(PAYERS), st.sampled_from(PROVIDERS)
OWNERS_CALLS = ("cancel_order", "match_order", "accept_result", "pause", "resume", "end_lease")
PROVIDERS_CALLS = ("start", "heartbeat", "reclaim", "kill", "withdraw_earnings")
LEASES_CALLS = ("pause", "resume", "end_lease", "reclaim", "kill", "heartbeat")
LEASES_AMONG = 30  # of the latest orders, in which a lease is looked for
ANYBODYS_CALLS = ("judge", "settle", "poke")
BEFORE_RESULT = (OrderState.OPEN, OrderState.MATCHED, OrderState.RUNNING)
WHOLE = 10_000  # bps
EVERY = 2  # blocks in which a provider looks after an order once


def job_terms(item: int, level: Level, payer: int, *, is_canary: bool) -> OrderTerms:
    """Return what a job asks for; a canary's payer knows that its claimed digest is wrong."""
    changes: dict[str, Any] = {"program": TRACE.program} if level == Level.BISECTION else {}
    if is_canary and level == Level.AUDIT:
        changes["canary"] = canary_seal(account(payer), DIGEST, SALT)
    return replace(JOBS[item], claim=terms(level, **changes))


class Jobs(Crowd):
    """Payers and providers."""

    def __init__(self) -> None:
        self.digests: dict[int, Hash32] = {}  # by order: what its worker sealed last
        super().__init__()

    @step(payer=PAYER, who=PROVIDER, item=st.integers(0, 3), level=LEVEL, is_canary=st.booleans())
    def deal(self, payer: int, who: int, item: int, level: Level, is_canary: bool) -> None:
        """Bring a job under way."""
        wanted = job_terms(item, level, payer, is_canary=is_canary)
        self.open_and_start(payer, who, wanted)

    @step(payer=PAYER, who=PROVIDER, item=st.integers(0, 4))
    def lease(self, payer: int, who: int, item: int) -> None:
        """Bring a lease under way, or reserve one."""
        if item < len(LEASES):
            self.open_and_start(payer, who, LEASES[item])
            return
        start = Height(self.town.height + LEASE.ttl_blocks + 3)
        changes = {"start_height": start, "reservation_wei": Wei(COIN // 9)}
        self.open_and_start(payer, who, replace(LEASE, tenure=Tenure.RESERVED, **changes))

    def open_and_start(self, payer: int, who: int, wanted: OrderTerms) -> None:
        """Open an order, let two bid, pick one, begin."""
        budget_wei = coins(3 if wanted.kind == Kind.LEASE else 30)
        if self.attempt(Compute, "open_order", wanted, sender=payer, value_wei=budget_wei):
            self.match(self.town.compute.order_count, payer, who)

    def match(self, number: int, picker: int, who: int) -> None:
        """Let two bid, the second for a little more; pick the first, and begin."""
        self.bid(number, who, UNIT_WEI - 1)
        self.bid(number, 4 + (who - 3) % 4, UNIT_WEI)
        bids = self.town.call(Compute, "open_bids_on", number)
        if bids and not self.town.compute.terms[number].auction_blocks:
            self.attempt(Compute, "accept_bid", number, bids[0], sender=picker)
            self.attempt(Compute, "start", number, sender=self.provider_of(number) or who)

    def bid(self, number: int, who: int, price: int) -> None:
        """Offer to serve an order, with the provider's own device."""
        self.fill_bond(who)
        wanted = self.town.compute.terms[number]
        device = next((n for n in sorted(self.town.fleet.keys) if self.owner_of(n) == who), 0)
        offer = Offer(Wei(price), reclaim_blocks=wanted.reclaim_blocks, device=device)
        self.attempt(Compute, "place_bid", number, offer, sender=who)

    @step(
        pick=PICK,
        who=PROVIDER,
        price=st.sampled_from((1, UNIT_WEI // 2, UNIT_WEI, COIN)),
        payer=PAYER,
        value=st.sampled_from((0, 1, COIN // 2, COIN)),
    )
    def haggle(self, pick: int, who: int, price: int, payer: int, value: int) -> None:
        """Ask, perhaps with too little; offer on an open order, and take an offer back."""
        wanted = (*LEASES, *JOBS)[pick]
        self.attempt(Compute, "open_order", wanted, sender=payer, value_wei=value)
        if number := self.order_in(pick, OrderState.OPEN):
            self.bid(number, who, price)
        bid = max(1, self.town.compute.bid_count - pick)
        self.attempt(Compute, "withdraw_bid", bid, sender=who)

    @step(pick=PICK, is_right=st.booleans(), units=st.sampled_from((3, 3, 0, 10**9)))
    def deliver(self, pick: int, is_right: bool, units: int) -> None:
        """Seal a result, right or wrong."""
        if number := self.order_in(pick, OrderState.RUNNING):
            self.submit(number, is_right, units)

    def submit(self, number: int, is_right: bool, units: int) -> None:
        """Deliver a job's result; a lease's provider sends its heartbeat and takes its pay."""
        who, found = self.provider_of(number), self.town.compute.terms[number]
        if found.kind == Kind.LEASE:
            self.attempt(Compute, "heartbeat", number, sender=who)
            if units:
                self.attempt(Compute, "withdraw_earnings", number, sender=who)
            return
        digest = DIGEST if is_right else WRONG
        if found.claim.program != ZERO_HASH:
            digest = TRACE.digest
        seal = result_seal(Compute.address, number, account(who), digest, SALT)
        if self.attempt(Compute, "submit_result", number, seal, units, sender=who):
            self.digests[number] = digest

    def habits(self) -> None:
        """Let there be jobs; let providers deliver, and say now and then that they serve."""
        super().habits()
        self.ask()
        for number in newest(self.town.compute.order_count):
            is_on = self.town.compute.progress[number].state == OrderState.RUNNING
            is_due = (self.town.height + number) % EVERY == 0
            manners = self.manners_of(number)
            if is_on and is_due and manners.delivers:
                self.submit(number, manners.is_right, 3)

    def ask(self) -> None:
        """Let there be a job where there are few."""
        number = self.town.compute.order_count + 1
        manners = self.manners_of(number)
        if not self.order_in(0, *BEFORE_RESULT) and not self.is_gone(manners.payer):
            item, who = number % len(JOBS), PROVIDERS[number % len(PROVIDERS)]
            wanted = job_terms(item, manners.level, manners.payer, is_canary=manners.is_right)
            self.open_and_start(manners.payer, who, wanted)

    @step(
        pick=PICK,
        call=st.sampled_from((*ANYBODYS_CALLS, *OWNERS_CALLS, *PROVIDERS_CALLS)),
        is_stranger=st.sampled_from((False, False, False, True)),
    )
    def manage_order(self, pick: int, call: str, is_stranger: bool) -> None:
        """Do what is the owner's or the provider's to do; or somebody else tries to."""
        number = self.lease_for(call, pick) if call in LEASES_CALLS else self.order_for(call, pick)
        number = self.order_in(pick) if is_stranger else number
        if not number:
            return
        who = FUNDER if is_stranger or call in ANYBODYS_CALLS else self.requester_of(number)
        if call in PROVIDERS_CALLS and not is_stranger:
            who = self.provider_of(number) or PROVIDERS[0]
        self.attempt(Compute, call, number, sender=who)

    @step(pick=PICK, payer=PAYER, who=PROVIDER, item=st.sampled_from((0, 1, 2, 4)))
    def walk_out(self, pick: int, payer: int, who: int, item: int) -> None:
        """Let a provider leave a lease without notice; bring one under way where there is none."""
        if not self.lease_for("kill", pick):
            self.lease(payer, who, item)
            self.go_on(1)
        if number := self.lease_for("kill", pick):
            self.kill(number)

    def kill(self, number: int) -> None:
        """End a lease as its provider: it costs the rules' share of the bond, a spot lease none."""
        who, compute = self.provider_of(number), self.town.compute
        bond_wei = compute.bids[compute.progress[number].bid].bond_wei
        is_spot = compute.terms[number].tenure == Tenure.SPOT
        share_bps = 0 if is_spot else compute.rules_of(number).slash_miss_bps
        lost_wei = compute.providers[account(who)].slashed_wei + bond_wei * share_bps // WHOLE
        if self.attempt(Compute, "kill", number, sender=who):
            assert compute.providers[account(who)].slashed_wei == lost_wei, (number, share_bps)
            assert compute.progress[number].state in (OrderState.CLOSED, OrderState.MATCHED)

    def lease_for(self, call: str, pick: int) -> int:
        """Return one of the latest leases in a state that takes a call; 0 for none."""
        compute = self.town.compute
        states = [
            state for line in ORDERS.transitions if line.name == call for state in line.sources
        ]
        found = [
            number
            for number in range(max(0, compute.order_count - LEASES_AMONG), compute.order_count)
            if compute.orders[number + 1].kind == Kind.LEASE
            and compute.progress[number + 1].state in states
        ]
        return found[pick % len(found)] + 1 if found else 0

    @step(pick=PICK, who=st.sampled_from((*PAYERS, FUNDER)), value=st.sampled_from((1, COIN)))
    def top_up(self, pick: int, who: int, value: int) -> None:
        """Pay into somebody's order."""
        if number := self.order_for("top_up", pick):
            self.attempt(Compute, "top_up", number, sender=who, value_wei=value)

    @step(pick=PICK)
    def dispute_lease(self, pick: int) -> None:
        """Bring a lease's earnings before a jury."""
        if number := self.order_for("dispute_lease", pick):
            payer = self.requester_of(number)
            self.attempt(Verification, "deposit", sender=payer, value_wei=coins(9))
            self.attempt(Compute, "dispute_lease", number, SEAL, sender=payer)

    @step(who=PROVIDER, amount=st.sampled_from((1, COIN, 30 * COIN)), slots=st.integers(0, 3))
    def provide(self, who: int, amount: int, slots: int) -> None:
        """Take free bond back; stop offering, or be back with other slots after a slash."""
        declared = ("u", (MEMORY,), (Capacity(CLASS, 4 * slots),))
        self.attempt(Compute, "withdraw_bond", Wei(amount), sender=who)
        if slots:
            self.attempt(Compute, "register_provider", *declared, sender=who, value_wei=COIN)
            self.attempt(Compute, "update_provider", *declared, sender=who)
        elif amount == 1:
            self.attempt(Compute, "retire_provider", sender=who)
