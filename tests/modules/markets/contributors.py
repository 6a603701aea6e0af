"""
Those who make models of other models and of licensed data, and those who use what is free of it.

    payment --less what is free--> charge --> author | infrastructure | base's income | data's vault
"""

from collections import Counter
from dataclasses import replace
from typing import Any

from hypothesis import strategies as st

from chain.types.primitives import Bps, Seconds, Wei
from modules.model_fees.records import (
    NO_CONDITIONS,
    BaseShare,
    Conditions,
    DataShare,
    Prices,
    Referrer,
    RevenueSplit,
)
from tests.modules.markets.channels import Channels
from tests.modules.markets.crowd import PICK, step
from tests.modules.markets.data import Data
from tests.modules.markets.market_town import FUNDER, PAYERS, PROPOSER, SERVED
from tests.modules.model_fees.scene import (
    AUTHOR,
    BASE,
    MODEL,
    PAYEE,
    PRICE_IN,
    PRICE_OUT,
)
from tests.modules.stage import COIN, account

TUNED, GRAND = "guild/tuned", "guild/tuned-again"  # made of the base, and of what is made of it
FREE_UNITS, PERIOD_S, REQUESTS = 30, 20, 2
ODD = Prices(Wei(PRICE_IN + 7), Wei(PRICE_OUT + 13))  # of which no share is a whole number
GIFTS = {  # of what is made of the base: free units in each period, and how often it is asked
    "free_units": (FREE_UNITS,),
    "free_period_s": Seconds(PERIOD_S),
    "requests_max": REQUESTS,
    "window_s": Seconds(PERIOD_S),
}
USERS = st.sampled_from((*SERVED, *PAYERS))
REFERRED = (Referrer(account(FUNDER), Bps(6_667)), Referrer(account(PROPOSER), Bps(3_333)))
MADE = st.sampled_from((TUNED, TUNED, GRAND, MODEL))


def made_of(bases: dict[str, int], data: dict[int, int], **more: Any) -> Conditions:
    """Return conditions of a model that is made of others, by shares in bps."""
    return replace(
        NO_CONDITIONS,
        bases=tuple(BaseShare(name, Bps(bps)) for name, bps in bases.items()),
        data=tuple(DataShare(asset, Bps(bps)) for asset, bps in data.items()),
        **more,
    )


def split_beside(conditions: Conditions) -> RevenueSplit:
    """Return a split of what bases and data leave."""
    shares = (*conditions.bases, *conditions.data)
    left = 10_000 - sum(item.share_bps for item in shares)
    return RevenueSplit(PAYEE, Bps(left - 2_333), Bps(1_333), Bps(1_000))


class Contributors(Channels, Data):
    """Authors of models that are made of others, and who uses them."""

    def __init__(self) -> None:
        super().__init__()
        self.given: Counter[tuple[str, int, int]] = Counter()  # free: model, account, period
        self.asked: Counter[tuple[str, int, int]] = Counter()  # requests: the same
        self.announced: list[tuple[int, Conditions]] = []  # of TUNED: from when on, in turn
        tuned = made_of({BASE: 1_111}, {1: 777, 4: 1_000}, **GIFTS)
        for name, conditions in (
            (BASE, NO_CONDITIONS),
            (TUNED, tuned),
            (GRAND, made_of({TUNED: 3_001, BASE: 9}, {3: 501}, policy=3)),
        ):
            first = split_beside(NO_CONDITIONS)
            self.charge("register_model", name, "", ODD, first, sender=AUTHOR)
            at = Seconds(self.town.time_s + 1)
            values = (name, ODD, split_beside(conditions), conditions, at)
            if name == TUNED:
                self.announced.append((at, conditions))
            assert self.charge("schedule_terms", *values, sender=AUTHOR)
        self.town.blocks(1)
        for name in (BASE, TUNED, GRAND):
            assert self.charge("activate_model", name, sender=AUTHOR)

    @step(who=USERS, name=MADE, read=st.integers(0, 60), written=st.integers(0, 9), hint=PICK)
    def use_made_model(self, who: int, name: str, read: int, written: int, hint: int) -> None:
        """Pay for use, perhaps brought there by others."""
        self.use(who, name, read, written, REFERRED[: hint % 2 * 2])

    def use(
        self, who: int, name: str, read: int, written: int, referrers: tuple[Referrer, ...]
    ) -> None:
        """Pay for use: what is free costs nothing, but no more of it than there is."""
        period = self.town.time_s // PERIOD_S
        free = 0
        if name == TUNED:
            free = min(read, FREE_UNITS - self.given[name, who, period])
        extra = (0, 0) if name == MODEL else (7, 13)
        charge_wei = (read - free) * (PRICE_IN + extra[0]) + written * (PRICE_OUT + extra[1])
        before_wei = self.town.balance_wei(who)
        values = (name, (read, written), Wei(COIN), referrers)
        if not self.charge("pay_for_units", *values, sender=who, value_wei=10**15):
            return
        assert before_wei - self.town.balance_wei(who) == charge_wei, (name, read, written, free)
        self.given[name, who, period] += free
        self.asked[name, who, period] += 1
        assert name != TUNED or self.asked[name, who, period] <= REQUESTS, "too many requests"

    @step(name=st.sampled_from((BASE, TUNED, GRAND, MODEL)), pick=PICK)
    def pay_on(self, name: str, pick: int) -> None:
        """Pay a model's income on, and what was held for data that could not be paid."""
        self.charge("distribute", name, sender=FUNDER)
        self.charge("release_data", self.asset(pick), sender=FUNDER)

    @step(pick=PICK, share=st.sampled_from((0, 1, 777, 3_333)), cancels=st.booleans())
    def retune(self, pick: int, share: int, cancels: bool) -> None:
        """Announce that a model will be made of other data, or take that back."""
        if cancels:
            self.take_terms_back(pick, share)
        else:
            self.announce(pick, share)

    def announce(self, pick: int, share: int) -> None:
        """Announce that a model will be made of other data, after the notice."""
        asset = 1 + pick % max(1, self.archive.page.asset_count + 1)
        conditions = made_of({BASE: 1_111}, {asset: share}, **GIFTS)
        at = Seconds(self.town.time_s + self.toll.params.price_notice_s)
        values = (TUNED, ODD, split_beside(conditions), conditions, at)
        if self.charge("schedule_terms", *values, sender=AUTHOR):
            self.announced.append((at, conditions))

    def take_terms_back(self, pick: int, share: int) -> None:
        """Take terms back that wait to count; announce some first where none do."""
        if self.announced[-1][0] <= self.town.time_s:
            self.announce(pick, share)
            self.go_on(1)
        if self.charge("cancel_scheduled", TUNED, sender=AUTHOR):
            at, _ = self.announced.pop()
            assert at > self.town.time_s, "terms in force were taken back"

    def check_terms(self) -> None:
        """Fail where other terms are in force than the last that were announced, and kept."""
        now_s, fees = self.town.time_s, self.toll.fees
        expected = next(terms for at, terms in reversed(self.announced) if at <= now_s)
        found = fees.conditions_at(TUNED, fees.version_at(TUNED, now_s))
        assert found == expected, (found, expected)

    def habits(self) -> None:
        """Let a model that is made of others be used now and then."""
        super().habits()
        self.check_terms()
        if self.town.height % 6 == 0:
            turn = self.town.height // 6
            self.use(SERVED[turn % 2], TUNED, 37, 3, REFERRED)
            for who in (*SERVED, SERVED[0]) if turn % 3 == 0 else ():
                self.use(who, GRAND, 37, 3, REFERRED)  # one is not let in, one not twice
