"""A crowd that does anything to the compute market, in any order; refusals leave nothing."""

from dataclasses import replace
from typing import Any

from chain.errors import ChainError
from chain.kit.assembly import own
from chain.kit.module import TimerFailed
from chain.kit.record import topic_of
from chain.kit.verdicts import Level
from chain.types.primitives import ZERO_ADDRESS, Bps, Hash32, Height, Wei
from modules.compute.machines import ORDERS
from modules.compute.module import Compute
from modules.compute.records import Attribute, Capacity, Offer, OrderState, OrderTerms, Tenure
from tests.modules.compute.market import (
    CLASS,
    JOB,
    LEASE,
    MEMORY,
    POLICY,
    SEAL,
    SPOT,
    TRAINING,
    Market,
    claim_terms,
)
from tests.modules.stage import COIN

ORDER_CALLS = (
    "cancel_order",
    "match_order",
    "start",
    "accept_result",
    "judge",
    "pause",
    "resume",
    "heartbeat",
    "reclaim",
    "kill",
    "end_lease",
    "settle",
    "withdraw_earnings",
    "poke",
)
POKE_EVERYWHERE = "poke"  # no transition of its own: it does whatever is due
MENU: tuple[OrderTerms, ...] = (
    JOB,
    replace(JOB, claim=claim_terms(Level.NONE), auction_blocks=Height(2)),
    replace(TRAINING, wants_backup=True),
    replace(LEASE, wants_backup=True, auction_blocks=Height(1)),
    replace(LEASE, policy=1, top_up_wei=Wei(COIN // 2), attributes=(MEMORY,)),
    replace(LEASE, tenure=Tenure.RESERVED, start_height=Height(30), reservation_wei=Wei(COIN // 9)),
    replace(LEASE, duration_blocks=Height(9), tier_min=1),
    SPOT,
)
SHARES = ("take_bps", "take_burn_bps", "slash_miss_bps", "slash_fraud_bps", "stalled_worker_bps")
TIMER_FAILED = int.from_bytes(topic_of(TimerFailed), "big")
SPANS = ("grace_blocks", "heartbeat_blocks", "start_timeout_blocks", "verdict_timeout_blocks")


class Crowd:
    """The market, and what may be done to it."""

    def __init__(self) -> None:
        self.market = Market()
        self.supply_wei = sum(self.market.host.balances_wei.values())
        self.attempts = self.done = 0
        self.market.stakes.tiers[bytes(19) + b"\x02"] = 1  # type: ignore[index]
        open_policy = replace(POLICY, spender=ZERO_ADDRESS)
        self.market.do("create_policy", open_policy, value_wei=5 * COIN)

    def attempt(self, name: str, *values: Any, sender: int, value_wei: int = 0) -> None:
        """Make a call; a refusal is an answer."""
        self.attempts += 1
        try:
            self.market.do(name, *values, sender=sender, value_wei=value_wei)
        except ChainError:
            return
        self.done += 1

    def open(self, who: int, item: int, amount: int) -> None:
        """Ask for something on the menu."""
        self.attempt("open_order", MENU[item], sender=who, value_wei=amount)

    def open_under_policy(self, who: int, policy: int, item: int, amount: int) -> None:
        """Ask for something with somebody's coins."""
        self.attempt("open_under_policy", policy, MENU[item], amount, sender=who)

    def bid(self, who: int, order: int, price: int, displaces: int, device: int) -> None:
        """Offer to serve."""
        number = self.order(order)
        terms = own(Compute, self.market.host).terms[number]  # type: ignore[attr-defined]
        offer = Offer(
            price_wei=Wei(price),
            pause_price_wei=Wei(price // 3 if terms.kind else 0),
            reclaim_blocks=terms.reclaim_blocks,
            device=device,
            displaces=displaces if terms.tenure != Tenure.SPOT else 0,
        )
        self.attempt("place_bid", number, offer, sender=who)

    def order(self, index: int) -> int:
        """Return one of the newest orders."""
        count = int(self.market.do("order_total"))
        return max(1, count - index)

    def likely(self, call: str, index: int) -> int:
        """Return one of the newest orders, one that is in a state for the call if there is."""
        count = int(self.market.do("order_total"))
        if call == POKE_EVERYWHERE:
            return self.order(index)
        sources = [
            state for line in ORDERS.transitions if line.name == call for state in line.sources
        ]
        fitting = [n for n in range(count, 0, -1) if self.market.state(n) in sources]
        return fitting[index % len(fitting)] if fitting else self.order(index)

    def accept_bid(self, order: int, index: int) -> None:
        """Pick a bid as the order's owner."""
        number = self.order(order)
        bids = self.market.do("open_bids_on", number)
        owner = own(Compute, self.market.host).orders[number].requester  # type: ignore[attr-defined]
        if bids:
            who = int.from_bytes(owner, "big")
            self.attempt("accept_bid", number, bids[index % len(bids)], sender=who)

    def act(self, call: str, order: int, who: int) -> None:
        """Make one of the calls that take an order alone, as the role it is for, or as anybody."""
        number = self.likely(call, order)
        self.attempt(call, number, sender=who or self.right_one(call, number))

    def right_one(self, call: str, number: int) -> int:
        """Return who is likely to be allowed to make a call."""
        compute: Any = own(Compute, self.market.host)
        if call in ("start", "heartbeat", "reclaim", "kill", "withdraw_earnings"):
            return int.from_bytes(compute.bids[compute.progress[number].bid].provider, "big") or 1
        return int.from_bytes(compute.orders[number].requester, "big") or 1

    def submit(self, order: int, units: int) -> None:
        """Deliver."""
        number = self.likely("submit_result", order)
        who = self.right_one("start", number)
        self.attempt("submit_result", number, SEAL, units, sender=who)

    def dispute(self, order: int) -> None:
        """Accuse the lessor."""
        number = self.likely("dispute_lease", order)
        who = self.right_one("end_lease", number)
        self.attempt("dispute_lease", number, SEAL, sender=who)

    def top_up(self, order: int, who: int, amount: int) -> None:
        """Add coins."""
        self.attempt("top_up", self.likely("grace_ends", order), sender=who, value_wei=amount)

    def rule(self, order: int, claim_shift: int, bps: int, refund: int) -> None:
        """Rule on a claim that is open, or was, or never was."""
        number = self.likely("claim_ruled", order)
        if number > self.market.do("order_total"):
            return
        claim = self.market.claim(number) + claim_shift
        self.market.verifier.rule(number, max(0, claim), bps, refund)

    def object(self, order: int) -> None:
        """Have the verifier say that somebody objects."""
        number = self.likely("claim_disputed", order)
        if number <= self.market.do("order_total"):
            self.market.verifier.dispute(number, self.market.claim(number))

    def switch_verifier(self) -> None:
        """Stop the verifier, or set it going."""
        self.market.verifier.is_paused = not self.market.verifier.is_paused

    def withdraw_bid(self, bid: int, who: int) -> None:
        """Take a bid back."""
        self.attempt("withdraw_bid", bid, sender=who)

    def withdraw_bond(self, who: int, amount: int) -> None:
        """Take bond back."""
        self.attempt("withdraw_bond", amount, sender=who)

    def declare(self, who: int, slots: int, has_memory: bool) -> None:
        """Register, or change what is declared."""
        attributes = (MEMORY,) if has_memory else (Attribute(MEMORY.key, Hash32(b"\1" * 32)),)
        values = ("u", attributes, (Capacity(CLASS, slots),))
        self.attempt("register_provider", *values, sender=who, value_wei=COIN)
        self.attempt("update_provider", *values, sender=who)

    def retire(self, who: int) -> None:
        """Stop offering."""
        self.attempt("retire_provider", sender=who)

    def fund_policy(self, policy: int, who: int, amount: int) -> None:
        """Fund a policy, and make another."""
        self.attempt("fund_policy", policy, sender=who, value_wei=amount)
        soon = replace(POLICY, expires_at=Height(self.market.height + 15), spender=ZERO_ADDRESS)
        self.attempt("create_policy", soon, sender=who, value_wei=amount)

    def revoke(self, policy: int, who: int) -> None:
        """End a policy."""
        self.attempt("revoke_policy", policy, sender=who)

    def govern(self, share: int, bps: int, span: int, blocks: int) -> None:
        """Change two parameters, if they may be so."""
        compute: Any = own(Compute, self.market.host)
        changes = {SHARES[share]: Bps(bps), SPANS[span]: Height(blocks)}
        wanted = replace(compute.settings, **changes)
        if wanted.objection() is None:
            compute.settings = wanted

    def go_on(self, blocks: int) -> None:
        """Let blocks pass; every invariant and audit is checked after each."""
        for _ in range(blocks):
            self.supply_wei -= self.market.host.burned_wei
            self.market.next_block()

    def serve(self, blocks: int) -> None:
        """Let blocks pass in which every lessor sends its heartbeat."""
        for _ in range(blocks):
            for number in range(1, self.market.do("order_total") + 1):
                if self.market.state(number) in (OrderState.RUNNING, OrderState.RECLAIMING):
                    self.attempt("heartbeat", number, sender=self.right_one("heartbeat", number))
            self.go_on(1)

    def check(self) -> None:
        """No coin came from nowhere, and none is lost."""
        burned_wei = self.market.host.burned_wei
        assert sum(self.market.host.balances_wei.values()) == self.supply_wei - burned_wei
        assert not any(amount < 0 for amount in self.market.host.balances_wei.values())

    def end(self) -> None:
        """Everybody goes silent: every order ends, and only free bond and policies are left."""
        for _ in range(400):
            self.supply_wei -= self.market.host.burned_wei
            self.market.stage_block()
        self.market.check()
        self.check()
        totals = self.market.do("totals")
        assert (totals.escrow_wei, totals.earned_wei) == (0, 0)
        for number in range(1, self.market.do("order_total") + 1):
            state: OrderState = self.market.state(number)
            assert ORDERS.is_terminal(state), (number, state)
        timer_failed = [log for log in self.market.host.logs if log.topics[0] == TIMER_FAILED]
        assert not timer_failed, "no deadline is ever refused"
