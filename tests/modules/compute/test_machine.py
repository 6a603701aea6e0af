"""The compute market under a crowd that does anything: whatever happens, it adds up and ends."""

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from tests.modules.compute.crowd import MENU, ORDER_CALLS, SHARES, SPANS, Crowd
from tests.modules.compute.market import UNIT_WEI
from tests.modules.stage import COIN

PEOPLE = st.integers(1, 6)
ORDERS = st.integers(0, 3)
AMOUNTS = st.sampled_from([0, 1, COIN // 3, COIN, 2 * COIN + 7])
PRICES = st.sampled_from([1, UNIT_WEI // 7, UNIT_WEI // 2, UNIT_WEI - 1, UNIT_WEI])
DEALS = [0, 1, 2, 2, 3, 3, 3, 4, 4, 5, 6, 7, 7]  # of the menu
BPS = st.sampled_from([0, 1, 3_333, 9_999, 10_000])


class ComputeMachine(RuleBasedStateMachine):
    """Actions in any order, several in one block."""

    def __init__(self) -> None:
        super().__init__()
        self.crowd = Crowd()

    @rule(who=PEOPLE, item=st.integers(0, len(MENU) - 1), amount=AMOUNTS)
    def open(self, who: int, item: int, amount: int) -> None:
        """Ask."""
        self.crowd.open(who, item, amount)

    @rule(who=PEOPLE, policy=st.integers(1, 3), item=st.integers(0, 7), amount=AMOUNTS)
    def open_under_policy(self, who: int, policy: int, item: int, amount: int) -> None:
        """Ask with another's coins."""
        self.crowd.open_under_policy(who, policy, item, amount)

    @rule(
        who=st.integers(2, 4),
        order=ORDERS,
        price=PRICES,
        displaces=st.integers(0, 4),
        device=st.integers(0, 1),
    )
    def bid(self, who: int, order: int, price: int, displaces: int, device: int) -> None:
        """Offer."""
        self.crowd.bid(who, order, price, displaces, device)

    @rule(order=ORDERS, index=st.integers(0, 3))
    def accept_bid(self, order: int, index: int) -> None:
        """Pick."""
        self.crowd.accept_bid(order, index)

    @rule(who=st.integers(2, 4), item=st.sampled_from(DEALS), price=PRICES, amount=AMOUNTS)
    def deal(self, who: int, item: int, price: int, amount: int) -> None:
        """Bring an order under way at once."""
        self.crowd.open(1, item, amount + COIN // 4)
        self.crowd.bid(who, 0, price, 0, 1)
        self.crowd.bid(2 + (who + 1) % 3, 0, price, 0, 0)
        self.crowd.accept_bid(0, 0)
        self.crowd.act("start", 0, 0)

    @rule(call=st.sampled_from(ORDER_CALLS), order=ORDERS, who=st.sampled_from([0, 0, 0, 1, 3]))
    def act(self, call: str, order: int, who: int) -> None:
        """Do one of many things to an order."""
        self.crowd.act(call, order, who)

    @rule(order=ORDERS, units=st.sampled_from([0, 1, 5, 10**9]))
    def submit(self, order: int, units: int) -> None:
        """Deliver."""
        self.crowd.submit(order, units)

    @rule(order=ORDERS)
    def dispute(self, order: int) -> None:
        """Accuse."""
        self.crowd.dispute(order)

    @rule(order=ORDERS, who=PEOPLE, amount=AMOUNTS)
    def top_up(self, order: int, who: int, amount: int) -> None:
        """Add."""
        self.crowd.top_up(order, who, amount)

    @rule(order=ORDERS, shift=st.sampled_from([0, 0, 0, 1]), bps=BPS, refund=st.integers(0, 9))
    def rule_on(self, order: int, shift: int, bps: int, refund: int) -> None:
        """Rule."""
        self.crowd.rule(order, shift, bps, refund)

    @rule(order=ORDERS)
    def object(self, order: int) -> None:
        """Object."""
        self.crowd.object(order)

    @rule()
    def switch_verifier(self) -> None:
        """Stop or start who judges."""
        self.crowd.switch_verifier()

    @rule(bid=st.integers(1, 9), who=st.integers(2, 4))
    def withdraw_bid(self, bid: int, who: int) -> None:
        """Take back."""
        self.crowd.withdraw_bid(bid, who)

    @rule(who=PEOPLE, amount=AMOUNTS)
    def withdraw_bond(self, who: int, amount: int) -> None:
        """Take bond back."""
        self.crowd.withdraw_bond(who, amount)

    @rule(who=PEOPLE, slots=st.integers(0, 3), has_memory=st.booleans())
    def declare(self, who: int, slots: int, has_memory: bool) -> None:
        """Change."""
        self.crowd.declare(who, slots, has_memory)

    @rule(who=PEOPLE)
    def retire(self, who: int) -> None:
        """Stop."""
        self.crowd.retire(who)

    @rule(policy=st.integers(1, 3), who=PEOPLE, amount=AMOUNTS)
    def fund_policy(self, policy: int, who: int, amount: int) -> None:
        """Fund."""
        self.crowd.fund_policy(policy, who, amount)

    @rule(policy=st.integers(1, 3), who=PEOPLE)
    def revoke(self, policy: int, who: int) -> None:
        """Revoke."""
        self.crowd.revoke(policy, who)

    @rule(
        share=st.integers(0, len(SHARES) - 1),
        bps=st.sampled_from([0, 1, 777, 3_000]),
        span=st.integers(0, len(SPANS) - 1),
        blocks=st.integers(1, 9),
    )
    def govern(self, share: int, bps: int, span: int, blocks: int) -> None:
        """Change the rules."""
        self.crowd.govern(share, bps, span, blocks)

    @rule(blocks=st.sampled_from([1, 1, 1, 2, 5, 12]))
    def go_on(self, blocks: int) -> None:
        """Go on."""
        self.crowd.go_on(blocks)

    @rule(blocks=st.sampled_from([3, 8, 15]))
    def serve(self, blocks: int) -> None:
        """Go on while leases are served."""
        self.crowd.serve(blocks)

    @invariant()
    def adds_up(self) -> None:
        """Everything that must hold holds, in the middle of a block too."""
        self.crowd.check()
        self.crowd.market.check()

    def teardown(self) -> None:
        """At the end everybody is silent, and everything comes to its end."""
        self.crowd.end()


TestComputeMachine = ComputeMachine.TestCase
TestComputeMachine.settings = settings(max_examples=15, stateful_step_count=40, deadline=None)
