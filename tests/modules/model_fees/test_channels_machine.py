"""Channels, agents, disputes and tickets under random actors: every wei accounted for, always."""

from dataclasses import replace
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from chain.errors import Refusal
from chain.types.primitives import Address, Bps, Hash32, Seconds, Wei
from modules.model_fees.batches import compact
from modules.model_fees.machines import CHANNELS, DISPUTES
from modules.model_fees.records import (
    LANES_PER_MODEL,
    Band,
    BaseShare,
    Channel,
    DataShare,
    DisputeState,
    Prices,
)
from modules.model_fees.tariffs import load
from modules.model_fees.typed import Receipt, Voucher
from tests.modules.courts import Court
from tests.modules.model_fees.scene import (
    AGENT,
    AGENT_KEY,
    AUTHOR,
    BASE,
    IMAGES,
    MODEL,
    PAYEE,
    PAYEE_KEY,
    PAYER,
    PAYER_KEY,
    PLAIN,
    PRICE_IN,
    PRICES,
    REFERRER,
    SPLIT,
    SPONSOR,
    TOWER,
    Scene,
    signed,
)
from tests.modules.stage import COIN, account

RICH = "guild/rich"  # everything that conditions can say, in one model
CONDITIONS = replace(
    PLAIN,
    meters=(IMAGES,),
    bases=(BaseShare(BASE, Bps(1_500)),),
    data=(DataShare(1, Bps(500)), DataShare(2, Bps(500)), DataShare(3, Bps(500))),
    free_units=(20, 2),
    free_period_s=Seconds(100),
    requests_max=40,
    window_s=Seconds(50),
    band=Band(Wei(500 * PRICE_IN), Bps(2_000), Bps(8_000), 500, 5_000, 20_000),
)
RICH_SPLIT = replace(SPLIT, author_bps=Bps(2_000))
PICK = st.integers(0, 5)
EVIDENCE = Hash32(b"\xee" * 32)
SENDERS = st.sampled_from((PAYEE, PAYER, TOWER))


class ChannelsMachine(RuleBasedStateMachine):
    """What is refused leaves nothing behind; what is not keeps every promise of M1 to M8."""

    def __init__(self) -> None:
        super().__init__()
        self.scene = Scene(provider_bond_min_wei=Wei(0), dispute_fee_wei=Wei(10**13))
        self.scene.model(RICH, split=RICH_SPLIT, conditions=CONDITIONS)
        self.coins_wei = sum(self.scene.stage.host.balances_wei.values())
        self.vouchers: list[tuple[Voucher, bytes]] = []
        self.newest: dict[tuple[int, int, int], Voucher] = {}
        self.receipts: dict[tuple[int, int], list[Receipt]] = {}
        self.nonce = self.rulings = 0
        self.open(both=True, cap=0, referrer=False, deposit=10**15)

    def attempt(
        self, name: str, *values: Any, sender: Address | int = PAYER, value_wei: int = 0
    ) -> Any:
        """Make a call that may be refused; then it must leave nothing."""
        host = self.scene.stage.host
        before = (dict(host.words), dict(host.balances_wei), len(host.logs))
        try:
            return self.scene.call(name, *values, sender=sender, value_wei=value_wei)
        except Refusal:
            assert before == (host.words, host.balances_wei, len(host.logs))
            return None

    def picked(self, pick: int) -> Channel:
        """Return one of the channels there are."""
        return self.scene.channel(pick % self.scene.call("channel_total") + 1)

    @rule(
        both=st.booleans(),
        cap=st.sampled_from((0, 10**14)),
        referrer=st.booleans(),
        deposit=st.sampled_from((10**14, 10**15, 10**17)),
    )
    def open(self, both: bool, cap: int, referrer: bool, deposit: int) -> None:
        """Open a channel for one model or two, with a cap and a referrer or without."""
        changed: dict[str, Any] = {"cap_wei": Wei(cap), "period_s": Seconds(30 if cap else 0)}
        if referrer:
            changed["referrer"] = account(REFERRER)
        expires_s = Seconds(self.scene.stage.time_s + 150)
        names = (MODEL, RICH) if both else (RICH,)
        terms = self.scene.terms(*names, expires_s=expires_s, **changed)
        self.attempt("open_channel", terms, value_wei=deposit)

    @rule(pick=PICK, amount=st.integers(0, 10**15), who=st.sampled_from((PAYER, SPONSOR)))
    def top_up(self, pick: int, amount: int, who: Address | int) -> None:
        """Add to a deposit."""
        number = self.picked(pick).number
        self.attempt("top_up_channel", number, sender=who, value_wei=amount)

    @rule(
        pick=PICK,
        lane=st.sampled_from((0, 0, 1, 1, 16)),
        read=st.integers(0, 60),
        written=st.integers(0, 9),
        images=st.integers(0, 1),
        greed=st.sampled_from((-1, 0, 0, 0, 1)),
        key=st.sampled_from((PAYER_KEY, PAYER_KEY, AGENT_KEY, PAYEE_KEY)),
        at_once=st.booleans(),
    )
    def sign(
        self,
        pick: int,
        lane: int,
        read: int,
        written: int,
        images: int,
        greed: int,
        key: bytes,
        at_once: bool,
    ) -> None:
        """Sign the next voucher of a lane: at its price, a little less or a little more."""
        channel = self.picked(pick)
        if greed == 0:
            lane %= LANES_PER_MODEL * len(channel.tariffs)
        at = (channel.number, channel.epoch, lane)
        last = self.newest.get(at) or self.scene.voucher(
            channel.number, (0, 0), 0, lane=lane, epoch=channel.epoch
        )
        units = (last.units_0 + read, last.units_1 + written, last.units_2 + images, 0, 0, 0)
        tariff = channel.tariffs[min(lane // LANES_PER_MODEL, len(channel.tariffs) - 1)]
        cost_wei = load(self.scene.fees, tariff).cost_wei(units)
        voucher = replace(
            last,
            nonce=last.nonce + 1,
            requests=last.requests + 1,
            units_0=units[0],
            units_1=units[1],
            units_2=units[2],
            amount_wei=max(last.amount_wei, cost_wei + greed),
            receipt_root=Hash32(bytes([self.nonce % 256]) * 32),
        )
        self.newest[at] = voucher
        self.vouchers.append((voucher, signed(voucher, key)))
        if at_once:
            self.attempt("redeem", *self.vouchers[-1], sender=PAYEE)

    @rule(picks=st.lists(PICK, min_size=1, max_size=6), sender=SENDERS)
    def redeem(self, picks: list[int], sender: Address | int) -> None:
        """Redeem some of the latest vouchers, in any order, some twice."""
        recent = self.vouchers[-6:]
        if recent:
            some = [recent[pick % len(recent)] for pick in picks]
            before = self.scene.call("usage_total").charged_wei
            packed = b"".join(compact(*item) for item in some)
            taken = self.attempt("redeem_batch", packed, sender=sender)
            assert taken is not None and taken <= len({id(item) for item in some})
            assert taken or before == self.scene.call("usage_total").charged_wei

    @rule(pick=PICK, who=st.sampled_from((PAYER, PAYEE, TOWER)))
    def close(self, pick: int, who: Address | int) -> None:
        """Begin to close a channel."""
        self.attempt("close_channel", self.picked(pick).number, sender=who)

    @rule(pick=PICK, off=st.sampled_from((0, 0, 1)))
    def close_together(self, pick: int, off: int) -> None:
        """Close by both signatures, over the right sum or a wrong one."""
        channel = self.picked(pick)
        paid_wei = Wei(channel.paid_wei + off)
        words = [self.scene.farewell(channel.number, paid_wei, k) for k in (PAYER_KEY, PAYEE_KEY)]
        self.attempt("close_together", channel.number, paid_wei, b"", *words, sender=TOWER)

    @rule(pick=PICK, who=st.sampled_from((PAYER, PAYEE)))
    def renew(self, pick: int, who: Address) -> None:
        """Start the next session, by either side with the other's word."""
        channel = self.picked(pick)
        terms = self.scene.terms(RICH, expires_s=Seconds(self.scene.stage.time_s + 120))
        key = PAYEE_KEY if who == PAYER else PAYER_KEY
        word = self.scene.renewal(channel.number, terms.expires_s, key)
        self.attempt("renew_channel", channel.number, terms, word, sender=who)

    @rule(cap=st.integers(1, 10**14), span=st.integers(1, 100), only=st.booleans())
    def authorise(self, cap: int, span: int, only: bool) -> None:
        """Let the agent sign."""
        names = (MODEL,) if only else ()
        ends_s = Seconds(self.scene.stage.time_s + span)
        self.attempt("authorise_agent", AGENT, Wei(cap), Seconds(20), names, ends_s)

    @rule()
    def revoke(self) -> None:
        """End the agent's grant, with notice."""
        self.attempt("revoke_agent", AGENT)

    @rule(pick=PICK, lane=st.sampled_from((0, 1, 16)))
    def dispute(self, pick: int, lane: int) -> None:
        """Ask for receipts."""
        fee_wei = self.scene.params.dispute_fee_wei
        self.attempt("dispute_meter", self.picked(pick).number, lane, value_wei=fee_wei)

    @rule(amounts=st.lists(st.integers(1, 40), min_size=1, max_size=5), lie=st.booleans())
    def whole_dispute(self, amounts: list[int], lie: bool) -> None:
        """Serve with receipts on a channel of its own, and have them disputed and opened."""
        scene = self.scene
        terms = scene.terms(expires_s=Seconds(scene.stage.time_s + 100))
        number = self.attempt("open_channel", terms, value_wei=10**15)
        if number is None:
            return
        receipts = scene.receipts(number, tuple(n * PRICE_IN for n in amounts))
        scene.redeem_with(number, receipts, sum(amounts) * PRICE_IN * (2 if lie else 1))
        found = scene.dispute(number)
        openings = scene.openings(found, receipts)
        self.attempt("answer_dispute", found, openings, sender=PAYEE)

    @rule(pick=PICK)
    def doubt(self, pick: int) -> None:
        """Bring a receipt before the jury."""
        total = self.scene.call("dispute_total")
        if total:
            self.attempt("doubt_receipt", pick % total + 1, 0, EVIDENCE)

    @rule(bps=st.sampled_from((0, 5_000, 10_000)))
    def judge(self, bps: int) -> None:
        """Rule on the next claim, in time or too late."""
        if self.rulings < Court(self.scene.stage.host, self.scene.fees.caller).count:
            self.rulings += 1
            self.scene.rule(self.rulings, bps)

    @rule(amount=st.integers(0, 3 * COIN))
    def fund(self, amount: int) -> None:
        """Put coins behind tickets, a part of them for the payee alone."""
        self.attempt("fund_tickets", value_wei=amount)
        self.attempt("reserve_tickets", PAYEE, Wei(amount // 2))

    @rule(face=st.integers(10**14, 2 * COIN), who=st.sampled_from((PAYEE, account(AUTHOR))))
    def win(self, face: int, who: Address) -> None:
        """Redeem a ticket: its face value moves whole, or nothing does (M6)."""
        self.nonce += 1
        if self.nonce % 2:
            self.attempt("fund_tickets", value_wei=face // 2)
        ticket = self.scene.ticket(self.nonce, face_wei=face, recipient=who)
        before = self.scene.fees.tickets_wei
        values = (ticket, signed(ticket, PAYER_KEY), Hash32(b"\x77" * 32))
        self.attempt("redeem_ticket", *values, sender=PAYEE)
        assert before - self.scene.fees.tickets_wei in (0, face)

    @rule()
    def unlock(self) -> None:
        """Have the tickets' fund back."""
        self.attempt("unlock_tickets")

    @rule(amount=st.integers(1, 2 * COIN), leave=st.booleans())
    def bond(self, amount: int, leave: bool) -> None:
        """Add to the payee's bond or take some back."""
        if leave:
            self.attempt("unbond_provider", Wei(amount), sender=PAYEE)
        else:
            self.attempt("bond_provider", sender=PAYEE, value_wei=amount)

    @rule(price=st.integers(0, 2 * PRICE_IN), name=st.sampled_from((BASE, RICH)))
    def reprice(self, price: int, name: str) -> None:
        """Announce other prices."""
        at = Seconds(self.scene.stage.time_s + 12)
        prices = Prices(Wei(price), PRICES.output_token_price_wei)
        self.attempt("schedule_prices", name, prices, at, sender=AUTHOR)

    @rule(read=st.integers(0, 99), name=st.sampled_from((MODEL, RICH)))
    def pay(self, read: int, name: str) -> None:
        """Pay at once, and pay on what came of it."""
        self.attempt("pay_for_units", name, (read,), Wei(COIN), (), value_wei=10**15)
        self.attempt("distribute", BASE, sender=TOWER)
        self.attempt("release_data", 2, sender=TOWER)

    @rule(seconds=st.sampled_from((1, 5, 11, 29)))
    def wait(self, seconds: int) -> None:
        """Let time pass; every invariant and audit is checked."""
        self.scene.wait(seconds)

    @invariant()
    def no_coin_comes_or_goes(self) -> None:
        """Whatever happens, all coins are somebody's."""
        assert self.coins_wei == sum(self.scene.stage.host.balances_wei.values())

    def teardown(self) -> None:
        """In silence every channel, dispute and fund ends, and only bond and incomes are left."""
        self.attempt("unlock_tickets")
        for _ in range(8):
            self.scene.wait(60)
        fees = self.scene.fees
        assert 0 == fees.deposits_wei == fees.stakes_wei == fees.tickets_wei
        total = self.scene.call("channel_total")
        states = [self.scene.channel(number).state for number in range(1, total + 1)]
        assert all(CHANNELS.is_terminal(state) for state in states)
        for number in range(1, self.scene.call("dispute_total") + 1):
            state: DisputeState = self.scene.call("dispute", number).state
            assert DISPUTES.is_terminal(state)


TestChannelsMachine = ChannelsMachine.TestCase
TestChannelsMachine.settings = settings(max_examples=20, stateful_step_count=25, deadline=None)
