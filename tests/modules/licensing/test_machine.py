"""Licensing under random actors: all invariants after every block, all coins out at the end."""

from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from chain.errors import Refusal
from chain.types.primitives import ZERO_ADDRESS, ZERO_HASH, Bps, Wei
from modules.licensing.machines import LIVE
from modules.licensing.module import Licensing
from modules.licensing.records import AssetState, CaseState, Ground, Kind, LicenceState, Tag
from tests.modules.licensing.scene import (
    RECEIPT,
    REGULATORS,
    Models,
    Scene,
    version_terms,
)
from tests.modules.stage import COIN, account

WHO = st.sampled_from((2, 3, 4, 5, 6, 7))
PICK = st.integers(0, 9)


class LicensingMachine(RuleBasedStateMachine):
    """What is refused leaves nothing behind; what is not keeps every promise."""

    def __init__(self) -> None:
        super().__init__()
        self.scene = Scene()
        self.seed = 0
        self.make(2)
        self.offer(1, Kind.SUBSCRIPTION, False, 1_000)
        self.offer(1, Kind.TIMED, False, 2_000)

    def attempt(self, name: str, *values: Any, sender: int, value_wei: int = 0) -> Any:
        """Make a call that may be refused."""
        try:
            return self.scene.call(name, *values, sender=sender, value_wei=value_wei)
        except Refusal:
            return None

    def asset(self, pick: int) -> int:
        """Return one of the assets there are, or one that is not."""
        return pick % (self.scene.page.asset_count + 1)

    def licence(self, pick: int) -> int:
        """Return one of the latest licences."""
        count = self.scene.page.licence_count
        return max(0, count - pick % 6)

    def owner(self, asset: int) -> int:
        """Return an asset's owner as an account of the stage, or somebody."""
        number = int.from_bytes(self.scene.page.assets[asset].owner, "big")
        return number if 1 <= number <= 12 else 1

    def holder(self, licence: int) -> int:
        """Return a licence's holder as an account of the stage."""
        return int.from_bytes(self.scene.page.licences[licence].holder, "big") or 1

    @rule(who=WHO)
    def make(self, who: int) -> None:
        """Put another asset on the market, up to a few."""
        if self.seed < 5:
            self.seed += 1
            self.scene.asset(who, self.seed)

    @rule(pick=PICK, right=PICK, who=WHO)
    def derive(self, pick: int, right: int, who: int) -> None:
        """Make something of somebody's data, or a version of it."""
        licence = self.licence(right)
        self.seed += 1
        terms = version_terms(self.seed, (licence,) if licence else ())
        holder = self.holder(licence)
        if pick % 2 and self.scene.page.asset_count < 7:
            bond_wei = self.scene.params.asset_bond_wei
            self.attempt("create_asset", terms, sender=holder, value_wei=bond_wei)
        else:
            asset = self.asset(pick)
            self.attempt("add_version", asset, terms, sender=self.owner(asset))

    @rule(
        pick=PICK,
        kind=st.sampled_from(list(Kind)),
        needs_approval=st.booleans(),
        royalty=st.sampled_from((0, 500, 3_000)),
    )
    def offer(self, pick: int, kind: Kind, needs_approval: bool, royalty: int) -> None:
        """Offer an asset."""
        asset = self.asset(pick)
        derives = kind in (Kind.PERPETUAL, Kind.TIMED, Kind.FREE)
        terms = {"is_derivable": derives, "royalty_bps": Bps(royalty if derives else 0)}
        more = {"needs_approval": needs_approval, "is_transferable": True}
        more |= {"referrer_bps": Bps(royalty // 3), "price_wei": Wei(COIN + royalty)}
        if kind == Kind.FREE:
            more["price_wei"] = Wei(0)
        try:
            self.scene.offer(asset, kind, **terms, **more)
        except (Refusal, OverflowError):
            return

    @rule(pick=PICK, who=WHO, holder=WHO, referred=st.booleans())
    def buy(self, pick: int, who: int, holder: int, referred: bool) -> None:
        """Take an offer, for oneself or another."""
        count = self.scene.page.offer_count
        referrer = account(9) if referred else ZERO_ADDRESS
        try:
            self.scene.buy(1 + pick % count, who, holder, referrer)
        except Refusal:
            return

    @rule(pick=PICK, name=st.sampled_from(("approve", "reject", "withdraw_revocation")))
    def answer(self, pick: int, name: str) -> None:
        """Answer as the licensor."""
        licence = self.licence(pick)
        owner = self.owner(self.scene.page.licences[licence].asset)
        self.attempt(name, licence, sender=owner)

    @rule(pick=PICK, count=st.integers(1, 6))
    def use(self, pick: int, count: int) -> None:
        """Use a licence."""
        licence = self.licence(pick)
        self.attempt("use", licence, count, 0, ZERO_HASH, RECEIPT, sender=self.holder(licence))

    @rule(pick=PICK, name=st.sampled_from(("waive", "cancel", "settle", "renew")))
    def act(self, pick: int, name: str) -> None:
        """Do as the holder what needs no words."""
        licence = self.licence(pick)
        self.attempt(name, licence, sender=self.holder(licence))

    @rule(pick=PICK, coins=st.integers(0, 3))
    def stand(self, pick: int, coins: int) -> None:
        """Put coins behind renewals."""
        licence = self.licence(pick)
        caps = (Wei(2 * COIN), Wei(5 * COIN))
        who = self.holder(licence)
        self.attempt("fund_standing", licence, *caps, sender=who, value_wei=coins * COIN)

    @rule(pick=PICK)
    def keep(self, pick: int) -> None:
        """Renew whatever can be renewed, as a keeper."""
        self.attempt("renew", self.licence(pick), sender=6)

    @rule(pick=PICK, who=WHO)
    def hand_on(self, pick: int, who: int) -> None:
        """Hand a licence on, or return it."""
        licence = self.licence(pick)
        holder = self.holder(licence)
        if pick % 2:
            self.attempt("transfer_licence", licence, account(who), sender=holder)
        else:
            self.attempt("return_rental", licence, RECEIPT, sender=holder)

    @rule(pick=PICK, ground=st.sampled_from((Ground.BREACH, Ground.NO_FAULT)))
    def revoke(self, pick: int, ground: Ground) -> None:
        """Revoke a licence, with the refund where one is needed."""
        licence = self.licence(pick)
        owner = self.owner(self.scene.page.licences[licence].asset)
        evidence = self.scene.fresh()
        for value_wei in (0, self.scene.page.ledgers[licence].paid_wei):
            values = (licence, ground, evidence)
            self.attempt("revoke", *values, sender=owner, value_wei=value_wei)
        if pick == 0:
            self.scene.gate.barred[REGULATORS] = set()
            self.attempt("order_revocation", licence, self.scene.fresh(), sender=8)
        if pick % 3 == 0:
            holder = self.holder(licence)
            self.attempt("appeal", licence, self.scene.fresh(), sender=holder)

    @rule(pick=PICK, who=WHO, owner=st.sampled_from((0, 3, 7)))
    def accuse(self, pick: int, who: int, owner: int) -> None:
        """Accuse an asset, or contest its tag."""
        asset = self.asset(pick)
        named = account(owner) if owner else ZERO_ADDRESS
        evidence = self.scene.fresh()
        self.attempt("raise_dispute", asset, Tag.UNLAWFUL, named, evidence, sender=who)
        self.attempt("contest_tag", asset, self.scene.fresh(), sender=self.owner(asset))

    @rule(back=st.integers(0, 2), bps=st.sampled_from((0, 4_000, 10_000)))
    def judge(self, back: int, bps: int) -> None:
        """Let the court rule on one of the latest cases."""
        case = self.scene.page.case_count - back
        if case > 0 and self.scene.page.cases[case].state == CaseState.OPEN:
            self.scene.rule(case, bps)

    @rule(
        pick=PICK,
        name=st.sampled_from(
            ("clear_tag", "retire_asset", "pause_asset", "resume_asset", "list_asset")
        ),
    )
    def manage(self, pick: int, name: str) -> None:
        """Do as an asset's owner what needs no words."""
        asset = self.asset(pick)
        self.attempt(name, asset, sender=self.owner(asset))

    @rule(pick=PICK, who=WHO)
    def give(self, pick: int, who: int) -> None:
        """Hand an asset over, or claim its income."""
        asset = self.asset(pick)
        if pick % 2:
            self.attempt("transfer_asset", asset, account(who), sender=self.owner(asset))
        self.attempt("claim_vault", asset, sender=who)

    @rule(pick=PICK, proves=st.booleans())
    def erase(self, pick: int, proves: bool) -> None:
        """Demand an erasure, rarely; prove it or not."""
        if pick == 1:
            asset = self.asset(pick)
            self.attempt("request_erasure", asset, RECEIPT, sender=8)
            if proves:
                self.attempt("prove_erasure", asset, RECEIPT, sender=self.owner(asset))

    @rule(pick=PICK, amount=st.integers(1, COIN))
    def pay_royalty(self, pick: int, amount: int) -> None:
        """Let a model pay its data."""
        values = (self.asset(pick), Wei(amount))
        try:
            self.scene.stage.call(Models, "pay_royalty", *values, sender=9, value_wei=amount)
        except Refusal:
            return

    @rule(fee=st.sampled_from((0, 250, 2_000)), stack=st.sampled_from((0, 3_000, 10_000)))
    def govern(self, fee: int, stack: int) -> None:
        """Change fees and limits in between."""
        self.scene.tune(protocol_fee_bps=Bps(fee), royalty_stack_bps_max=Bps(stack))

    @rule(seconds=st.sampled_from((1, 7, 40, 100, 301, 600)))
    def wait(self, seconds: int) -> None:
        """Let time pass in silence."""
        self.scene.wait(seconds)

    @invariant()
    def promises_hold(self) -> None:
        """The module holds exactly what it promised (L1 to L8)."""
        self.scene.stage.check()
        found = vars(self.scene.call("totals"))
        balance_wei = self.scene.stage.host.balance_wei(Licensing.address)
        assert sum(found.values()) == balance_wei

    def teardown(self) -> None:
        """Whatever happened, time and the owners' claims bring every coin out."""
        page = self.scene.page
        for _ in range(3):
            self.scene.wait(86_400)
        for asset in range(1, page.asset_count + 1):
            self.attempt("clear_tag", asset, sender=self.owner(asset))
            self.attempt("retire_asset", asset, sender=self.owner(asset))
        self.scene.wait(86_400)
        self.scene.wait(86_400)
        for licence in range(1, page.licence_count + 1):
            self.attempt("settle", licence, sender=9)
            state = page.licences[licence].state
            assert state not in LIVE or page.periods[licence].ends_at == 0
            assert state != LicenceState.PENDING
        for asset in range(1, page.asset_count + 1):
            assert page.assets[asset].state == AssetState.RETIRED
            self.attempt("claim_vault", asset, sender=9)
        assert 0 == self.scene.stage.host.balance_wei(Licensing.address)


TestLicensingMachine = LicensingMachine.TestCase
TestLicensingMachine.settings = settings(max_examples=15, stateful_step_count=30, deadline=None)
