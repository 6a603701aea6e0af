"""Those who pay models by vouchers, with keys of their own, and those who are paid."""

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from eth_hash.auto import keccak
from hypothesis import strategies as st

from chain.errors import ChainError
from chain.types.primitives import Address, Hash32, Seconds, Wei
from modules.model_fees.batches import compact
from modules.model_fees.module import ModelFees
from modules.model_fees.records import Channel
from modules.model_fees.typed import Receipt, Ticket, Voucher
from modules.verification.module import Verification
from tests.modules.markets.crowd import PICK, Crowd, number_of, step
from tests.modules.markets.market_town import AUTHOR, FUNDER, MODELS, PROPOSER
from tests.modules.model_fees.scene import (
    AGENT,
    AGENT_KEY,
    KEYS,
    MODEL,
    PAYEE,
    PAYEE_KEY,
    PAYER,
    PAYER_KEY,
    PREIMAGE,
    PRICE_IN,
    Scene,
    signed,
)
from tests.modules.stage import COIN, account

if TYPE_CHECKING:
    from tests.modules.markets.market_town import MarketTown

SESSION_S, WHOLE = 60, 10_000
SIGNED_EVERY = 4  # blocks from one habitual voucher to the next


class Tollgate(Scene):
    """What payers and payees of channels do, on a stage that is there already."""

    def __init__(self, town: "MarketTown") -> None:
        self.stage, self.params = town, MODELS
        for holder in KEYS:
            town.host.transfer(account(PROPOSER), holder, Wei(1_000 * COIN))
        self.call("bond_provider", sender=PAYEE, value_wei=10 * COIN)
        self.model(MODEL)


class Channels(Crowd):
    """A payer, a payee, an agent, and a watchtower."""

    def __init__(self) -> None:
        super().__init__()
        self.toll = Tollgate(self.town)
        self.lanes: dict[tuple[int, int], Voucher] = {}  # by channel and epoch: the newest
        self.signatures: list[tuple[Voucher, bytes]] = []
        self.grant, self.agent_wei = (0, 1, 0, 0), 0  # cap, period, since, until; what it signed
        self.cashed: set[Ticket] = set()
        self.served: dict[int, list[Receipt]] = {}  # by channel: receipts of its only voucher

    def charge(
        self, name: str, *values: Any, sender: Address | int = PAYER, value_wei: int = 0
    ) -> bool:
        """Make a call of model fees, by a number or an address."""
        number = sender if isinstance(sender, int) else number_of(sender)
        return self.attempt(ModelFees, name, *values, sender=number, value_wei=value_wei)

    def channel(self, pick: int) -> Channel | None:
        """Return one of the latest channels."""
        total = self.toll.call("channel_total")
        return self.toll.channel(total - pick % min(total, 4)) if total else None

    @step(deposit=st.sampled_from((10**14, 10**16, COIN)), cap=st.sampled_from((0, 10**14)))
    def open_channel(self, deposit: int, cap: int) -> None:
        """Open a channel, some with a cap."""
        expires_s = Seconds(self.town.time_s + SESSION_S)
        period_s = Seconds(30 if cap else 0)
        terms = self.toll.terms(expires_s=expires_s, cap_wei=Wei(cap), period_s=period_s)
        self.charge("open_channel", terms, value_wei=deposit)

    def habits(self) -> None:
        """Let a channel be open, and a voucher be signed now and then, mostly redeemed."""
        super().habits()
        turn, rest = divmod(self.town.height, SIGNED_EVERY)
        if rest:
            return
        if turn % 4 == 0:
            self.open_channel(2 * 10**15, turn % 3 * 10**13)  # enough is left for a renewal
            self.let_agent(10**12 * (1 + turn % 3), 40, ends=turn % 12 == 8)
        key = (PAYER_KEY, AGENT_KEY, PAYER_KEY)[turn % 3]
        self.sign_voucher(0, turn % 7, 0, key, at_once=turn % 4 < 3)

    @step(
        pick=PICK,
        read=st.integers(0, 60),
        greed=st.sampled_from((-1, 0, 0, 0, 1)),
        key=st.sampled_from((PAYER_KEY, PAYER_KEY, PAYER_KEY, AGENT_KEY, PAYEE_KEY)),
        at_once=st.booleans(),
    )
    def sign_voucher(self, pick: int, read: int, greed: int, key: bytes, at_once: bool) -> None:
        """Sign the next voucher: at its price, a little less or a little more, by some key."""
        found = self.channel(pick)
        if found is None or found.number in self.served:
            return
        at = (found.number, found.epoch)
        last = self.lanes.get(at) or self.toll.voucher(found.number, (0, 0), 0, epoch=found.epoch)
        units = last.units_0 + read
        voucher = replace(
            last,
            nonce=last.nonce + 1,
            requests=last.requests + 1,
            units_0=units,
            amount_wei=max(last.amount_wei, units * PRICE_IN + greed),
            receipt_root=Hash32(b"\x5e" * 32),
        )
        self.lanes[at] = voucher
        self.signatures.append((voucher, signed(voucher, key)))
        if at_once:
            self.redeem_one(found, voucher, key)

    def redeem_one(self, found: Channel, voucher: Voucher, key: bytes) -> None:
        """Redeem a voucher alone; what an agent signed counts against its grant."""
        if not self.charge("redeem", *self.signatures[-1], sender=PAYEE):
            return
        paid_wei = self.toll.channel(found.number).paid_wei - found.paid_wei
        assert key != PAYEE_KEY, "a payee paid itself"
        if key == AGENT_KEY:
            cap_wei, period_s, since_s, until_s = self.grant
            self.agent_wei += paid_wei
            periods = (self.town.time_s - since_s) // period_s + 1
            assert self.town.time_s < until_s, "an agent signed after its end"
            assert self.agent_wei <= cap_wei * periods, "an agent signed for more than its cap"
            self.tally["agent paid"] += paid_wei > 0

    @step(
        picks=st.lists(PICK, min_size=1, max_size=6),
        who=st.sampled_from((PAYEE, PAYER, account(FUNDER))),
    )
    def redeem_some(self, picks: list[int], who: Address) -> None:
        """Redeem some of the latest vouchers, in any order, some twice."""
        recent = self.signatures[-8:]
        if recent:
            packed = b"".join(compact(*recent[pick % len(recent)]) for pick in picks)
            before_wei = self.toll.call("usage_total").charged_wei
            if self.charge("redeem_batch", packed, sender=who):
                self.tally["redeemed"] += self.toll.call("usage_total").charged_wei > before_wei

    @step(pick=PICK, who=st.sampled_from((PAYER, PAYEE, account(FUNDER))), more=st.booleans())
    def close_channel(self, pick: int, who: Address, more: bool) -> None:
        """Begin to close a channel, or add to what is behind it."""
        found = self.channel(pick)
        if found is not None and more:
            self.charge("top_up_channel", found.number, sender=who, value_wei=10**14)
        elif found is not None:
            self.charge("close_channel", found.number, sender=who)

    @step(pick=PICK, off=st.sampled_from((0, 0, 1)), renews=st.booleans())
    def agree(self, pick: int, off: int, renews: bool) -> None:
        """Close by both signatures, or begin the next session by both."""
        found = self.channel(pick)
        if found is None:
            return
        if renews:
            terms = self.toll.terms(expires_s=Seconds(self.town.time_s + SESSION_S))
            word = self.toll.renewal(found.number, terms.expires_s, PAYEE_KEY)
            self.charge("renew_channel", found.number, terms, word)
            return
        paid_wei = Wei(found.paid_wei + off)
        words = [self.toll.farewell(found.number, paid_wei, k) for k in (PAYER_KEY, PAYEE_KEY)]
        self.charge("close_together", found.number, paid_wei, b"", *words, sender=FUNDER)

    @step(cap=st.integers(1, 10**14), span=st.integers(1, 100), ends=st.booleans())
    def let_agent(self, cap: int, span: int, ends: bool) -> None:
        """Let the agent sign, or end its grant."""
        until_s = Seconds(self.town.time_s + span)
        period_s, now_s = Seconds(20), self.town.time_s
        if ends:
            if self.charge("revoke_agent", AGENT):
                latest_s = now_s + self.toll.fees.live.agent_notice_s
                self.grant = (*self.grant[:3], min(self.grant[3], latest_s))
        elif self.charge("authorise_agent", AGENT, Wei(cap), period_s, (), until_s):
            self.grant, self.agent_wei = (cap, period_s, now_s, until_s), 0

    @step(
        amounts=st.lists(st.integers(1, 40), min_size=1, max_size=4),
        lies=st.booleans(),
        answers=st.booleans(),
        doubts=st.booleans(),
    )
    def dispute_meter(self, amounts: list[int], lies: bool, answers: bool, doubts: bool) -> None:
        """Serve with receipts, dispute them; they are opened or not, some go before the jury."""
        terms = self.toll.terms(expires_s=Seconds(self.town.time_s + SESSION_S))
        if not self.charge("open_channel", terms, value_wei=10**15):
            return
        number = self.toll.call("channel_total")
        receipts = self.toll.receipts(number, tuple(n * PRICE_IN for n in amounts))
        self.served[number] = receipts
        total_wei = sum(amounts) * PRICE_IN * (2 if lies else 1)
        self.try_redeem(number, receipts, total_wei)
        fee_wei = self.toll.fees.live.dispute_fee_wei
        if not self.charge("dispute_meter", number, 0, value_wei=fee_wei):
            return
        self.go_on(1)
        dispute = self.toll.call("dispute_total")
        if answers:
            openings = self.toll.openings(dispute, receipts)
            self.charge("answer_dispute", dispute, openings, sender=PAYEE)
        if doubts:
            self.attempt_deposit()
            self.charge("doubt_receipt", dispute, 0, Hash32(b"\xee" * 32))

    def try_redeem(self, number: int, receipts: list[Receipt], total_wei: int) -> None:
        """Redeem the one voucher of a channel with receipts; it may be refused."""
        try:
            self.toll.redeem_with(number, receipts, total_wei)
        except ChainError:
            self.tally["refused"] += 1

    def attempt_deposit(self) -> None:
        """Give the payer a deposit to dispute with."""
        payer = number_of(PAYER)
        self.attempt(Verification, "deposit", sender=payer, value_wei=20 * COIN)

    @step(
        face=st.integers(10**14, 2 * COIN),
        nonce=st.integers(1, 99),
        unlocks=st.integers(0, 4),
        odds=st.sampled_from((256, 255, 256, 0)),
        fund_bps=st.sampled_from((2 * WHOLE, WHOLE // 2, WHOLE, 3 * WHOLE)),
    )
    def play_ticket(self, face: int, nonce: int, unlocks: int, odds: int, fund_bps: int) -> None:
        """Redeem a ticket, twice, that wins for sure, by half or never; or have the fund back."""
        if unlocks == 0:
            self.charge("unlock_tickets")
            return
        face = max(face, self.toll.fees.live.ticket_face_min_wei)
        self.charge("fund_tickets", value_wei=face * fund_bps // WHOLE)
        expires_s = self.town.time_s + self.toll.fees.live.ticket_s_max
        ticket = self.toll.ticket(
            nonce, face_wei=face, win_threshold=2**odds - 1, expires_s=expires_s
        )
        for _ in range(2):
            self.cash(ticket)

    def cash(self, ticket: Ticket) -> None:
        """Redeem a ticket: its face value moves whole, once, where it wins; or nothing moves."""
        word, funded_wei = signed(ticket, PAYER_KEY), self.toll.fees.tickets_wei
        draw = int.from_bytes(keccak(word[:64] + PREIMAGE), "big")
        wins = draw < ticket.win_threshold and ticket not in self.cashed
        done = self.charge("redeem_ticket", ticket, word, PREIMAGE, sender=PAYEE)
        if not self.is_gone(number_of(PAYEE)):
            assert done == (wins and funded_wei >= ticket.face_wei), (ticket, draw, funded_wei)
        assert funded_wei - self.toll.fees.tickets_wei == (ticket.face_wei if done else 0)
        if done:
            self.cashed.add(ticket)

    @step(read=st.integers(0, 99))
    def pay_model(self, read: int) -> None:
        """Pay at once, without a channel."""
        self.charge("pay_for_units", MODEL, (read,), Wei(COIN), (), value_wei=10**15)
        self.charge("distribute", MODEL, sender=AUTHOR)
