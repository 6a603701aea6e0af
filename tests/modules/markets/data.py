"""Those who own, buy, use and dispute data, before the chain's own gate and jury."""

from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from chain.errors import ChainError
from chain.types.primitives import ZERO_ADDRESS, ZERO_HASH, Address, Bps, Wei
from modules.licensing.module import Licensing
from modules.licensing.params import LicensingParams
from modules.licensing.records import AssetState, Ground, Kind, LicenceState, Tag, TagState
from tests.modules.licensing.scene import PARAMS, RECEIPT, Scene, version_terms
from tests.modules.markets.crowd import NEWEST, PICK, Crowd, newest, number_of, step
from tests.modules.markets.market_town import CHALLENGERS, FUNDER, PAYERS, PROVIDERS
from tests.modules.stage import COIN, account

if TYPE_CHECKING:
    from tests.modules.markets.market_town import MarketTown

WHO = st.sampled_from((*PAYERS, *PROVIDERS))
ASSETS_MAX = 8
MOVABLE_AMONG = 24  # of the latest licences, in which one that may be handed on is looked for
ODD_WEI = Wei(COIN + 7)  # a price of which no share is a whole number
RENEWABLE = Kind.SUBSCRIPTION
TRADED_EVERY = 3  # blocks from one habitual sale to the next
DESCENT = (  # assets, who makes the next of each, under what, for which royalty in bps
    (2, PAYERS[2], Kind.PERPETUAL, 1_000),
    (3, PROVIDERS[0], Kind.PERPETUAL, 3_333),
)


class Archive(Scene):
    """What owners and buyers of data do, on a stage that is there already."""

    def __init__(self, town: "MarketTown") -> None:
        self.stage, self.params, self.evidence = town, PARAMS, 0

    @property
    def live(self) -> LicensingParams:
        """The parameters as they are voted to be."""
        return self.page.settings


class Data(Crowd):
    """Owners, buyers and keepers of data."""

    def __init__(self) -> None:
        super().__init__()
        self.archive, self.contents = Archive(self.town), 0
        self.subscribed: list[int] = []  # licences that keepers look after
        self.holders: dict[int, Address] = {}  # of licences: whom each was handed on to last
        for who in PAYERS[:2]:
            self.publish(who, ())
        self.sell(1, Kind.SUBSCRIPTION, {})
        for asset, who, kind, royalty in DESCENT:
            terms = {"is_derivable": True, "royalty_bps": Bps(royalty), "price_wei": ODD_WEI}
            self.sell(asset, kind, terms)
            self.try_to(self.archive.buy, asset, who, who, ZERO_ADDRESS)
            self.publish(who, (self.licence(0),))
        brought = {"needs_approval": True, "referrer_bps": Bps(333), "price_wei": ODD_WEI}
        self.sell(4, Kind.USES, {**brought, "is_transferable": True})
        self.sell(1, Kind.RENTAL, {})

    def habits(self) -> None:
        """Let data be bought, used and handed back now and then."""
        super().habits()
        self.check_holders()
        if self.town.height % TRADED_EVERY == 0:
            turn = self.town.height // TRADED_EVERY
            who = (*PAYERS, *PROVIDERS)[turn % 7]
            self.buy_data(turn % 5, who, who, referred=turn % 2 == 0, answers=turn % 3 > 0)
            self.use_data(turn % 3, 1)
            if turn % 4 == 0:
                self.hand_data_on(turn % 5 + 2, PAYERS[0])
            elif turn % 5 == 0:
                self.subscribe(turn)
            for licence in self.subscribed[-3:]:
                self.do("renew", licence, sender=FUNDER)

    def subscribe(self, turn: int) -> None:
        """Put coins behind what was bought last, where it runs out and can be renewed."""
        licence = self.licence(0)
        if self.archive.page.terms[self.archive.page.licences[licence].offer].kind == RENEWABLE:
            self.subscribed.append(licence)
            self.stand_for_data(0, 1 + turn % 3)

    def try_to(self, act: Any, *values: Any, **more: Any) -> bool:
        """Do what may be refused, in more than a call."""
        try:
            act(*values, **more)
        except (ChainError, OverflowError):
            self.tally["refused"] += 1
            return False
        self.tally[f"licensing.{act.__name__}"] += 1
        return True

    def do(self, name: str, *values: Any, sender: int, value_wei: int = 0) -> bool:
        """Make a call of licensing."""
        return self.attempt(Licensing, name, *values, sender=sender, value_wei=value_wei)

    def publish(self, who: int, licences: tuple[int, ...]) -> None:
        """Put an asset on the market, made of what one has licences for."""
        self.contents += 1
        bond_wei = self.archive.live.asset_bond_wei
        terms = version_terms(self.contents, licences)
        if self.do("create_asset", terms, sender=who, value_wei=bond_wei):
            self.do("list_asset", self.archive.page.asset_count, sender=who)

    def sell(self, asset: int, kind: Kind, terms: dict[str, Any]) -> None:
        """Open an offer."""
        self.try_to(self.archive.offer, asset, kind, **terms)

    def asset(self, pick: int) -> int:
        """Return one of the assets."""
        return 1 + pick % max(1, self.archive.page.asset_count)

    def licence(self, pick: int) -> int:
        """Return one of the latest licences; 0 for none."""
        count = self.archive.page.licence_count
        return count - pick % min(count, NEWEST) if count else 0

    def owner(self, asset: int) -> int:
        """Return whose asset it is."""
        return number_of(self.archive.page.assets[asset].owner) or 1

    def holder(self, licence: int) -> int:
        """Return whose licence it is."""
        return number_of(self.archive.page.licences[licence].holder) or 1

    @step(who=WHO, pick=PICK, derives=st.booleans())
    def make_data(self, who: int, pick: int, derives: bool) -> None:
        """Put data on the market, up to a few; some made of other data."""
        licence = self.licence(pick) if derives else 0
        page = self.archive.page
        states = [page.assets[n].state for n in range(1, page.asset_count + 1)]
        if sum(state != AssetState.RETIRED for state in states) < ASSETS_MAX:
            self.publish(self.holder(licence) if licence else who, (licence,) if licence else ())

    @step(
        pick=PICK,
        kind=st.sampled_from(list(Kind)),
        asks=st.booleans(),
        policy=st.sampled_from((0, 0, 1, 3, 99)),
        royalty=st.sampled_from((0, 500, 3_000)),
    )
    def offer_data(self, pick: int, kind: Kind, asks: bool, policy: int, royalty: int) -> None:
        """Offer an asset in some way, to everybody or to those whom a policy admits."""
        derives = kind in (Kind.PERPETUAL, Kind.TIMED, Kind.FREE)
        terms = {"is_derivable": derives, "royalty_bps": Bps(royalty if derives else 0)}
        price_wei = Wei(0 if kind == Kind.FREE else ODD_WEI + royalty)
        more = {"needs_approval": asks, "is_transferable": True, "price_wei": price_wei}
        more["policy"] = policy
        self.sell(self.asset(pick), kind, {**terms, **more, "referrer_bps": Bps(royalty // 3)})

    @step(pick=PICK, who=WHO, holder=WHO, referred=st.booleans(), answers=st.booleans())
    def buy_data(self, pick: int, who: int, holder: int, referred: bool, answers: bool) -> None:
        """Take an offer, for oneself or another; an owner who is asked mostly answers."""
        referrer = account(FUNDER) if referred else ZERO_ADDRESS
        offers = max(1, self.archive.page.offer_count)
        if not self.is_gone(who):
            self.try_to(self.archive.buy, 1 + pick % offers, who, holder, referrer)
        licence = self.licence(0)
        licensor = self.owner(self.archive.page.licences[licence].asset)
        self.do("approve" if answers else "reject", licence, sender=licensor)

    @step(pick=PICK, count=st.integers(1, 6))
    def use_data(self, pick: int, count: int) -> None:
        """Use a licence."""
        licence = self.licence(pick)
        self.do("use", licence, count, 0, ZERO_HASH, RECEIPT, sender=self.holder(licence))

    @step(pick=PICK, name=st.sampled_from(("waive", "cancel", "settle", "renew")), who=WHO)
    def hold_data(self, pick: int, name: str, who: int) -> None:
        """Do as the holder what needs no words; anybody renews and settles."""
        licence = self.licence(pick)
        is_open = name in ("settle", "renew")
        self.do(name, licence, sender=who if is_open else self.holder(licence))

    @step(pick=PICK, coins=st.integers(0, 3))
    def stand_for_data(self, pick: int, coins: int) -> None:
        """Put coins behind renewals."""
        licence, caps = self.licence(pick), (Wei(2 * COIN), Wei(5 * COIN))
        who = self.holder(licence)
        self.do("fund_standing", licence, *caps, sender=who, value_wei=coins * COIN)

    @step(pick=PICK, who=WHO)
    def hand_data_on(self, pick: int, who: int) -> None:
        """Hand a licence on, return it, or hand an asset over and claim its income."""
        licence, asset = self.licence(pick), self.asset(pick)
        self.do("return_rental", licence, RECEIPT, sender=self.holder(licence))
        licence = self.movable(pick)
        self.transfer(licence, next(n for n in (who, *PAYERS) if n != self.holder(licence)))
        if pick == 1:
            self.do("transfer_asset", asset, account(who), sender=self.owner(asset))
        self.do("claim_vault", asset, sender=who)

    def movable(self, pick: int) -> int:
        """Return one of the latest licences that its holder may hand on; else any of them."""
        page, count = self.archive.page, self.archive.page.licence_count
        found = [
            number
            for number in range(count, max(0, count - MOVABLE_AMONG), -1)
            if page.licences[number].state == LicenceState.ACTIVE
            and page.terms[page.licences[number].offer].is_transferable
        ]
        return found[pick % len(found)] if found else self.licence(pick)

    def transfer(self, licence: int, who: int) -> None:
        """Hand a licence on, with what is left of it; who had it can use it no more."""
        page, before = self.archive.page, self.archive.page.licences[licence]
        holder = self.holder(licence)
        if self.do("transfer_licence", licence, account(who), sender=holder):
            after = page.licences[licence]
            assert (after.holder, after.used) == (account(who), before.used), after
            assert after.payer == (account(who) if before.payer == before.holder else before.payer)
            assert not self.do("use", licence, 1, 0, ZERO_HASH, RECEIPT, sender=holder), licence
            self.holders[licence] = account(who)

    def check_holders(self) -> None:
        """Fail where one of the latest licences has another holder than it was handed on to."""
        for licence in newest(self.archive.page.licence_count):
            found = self.archive.page.licences[licence].holder
            assert found == self.holders.setdefault(licence, found), (licence, found.hex())

    @step(pick=PICK, ground=st.sampled_from((Ground.BREACH, Ground.NO_FAULT)), appeals=PICK)
    def revoke_licence(self, pick: int, ground: Ground, appeals: int) -> None:
        """Revoke a licence, with the refund where one is needed; some holders appeal."""
        licence = self.licence(pick)
        owner = self.owner(self.archive.page.licences[licence].asset)
        paid_wei = self.archive.page.ledgers[licence].paid_wei
        value_wei = paid_wei if ground == Ground.NO_FAULT else 0
        evidence = self.archive.fresh()
        self.do("revoke", licence, ground, evidence, sender=owner, value_wei=value_wei)
        if appeals % 2:
            self.do("appeal", licence, self.archive.fresh(), sender=self.holder(licence))

    @step(
        pick=PICK,
        who=st.sampled_from((*PROVIDERS, *CHALLENGERS)),
        named=st.booleans(),
        agreed=st.booleans(),
    )
    def accuse_data(self, pick: int, who: int, named: bool, agreed: bool) -> None:
        """Accuse an asset before the jury, or contest its tag; some juries believe it all."""
        asset, true_owner = self.asset(pick), account(who) if named else ZERO_ADDRESS
        tagged, evidence = self.tagged(pick), self.archive.fresh()
        values = (asset, Tag.NOT_THE_OWNERS, true_owner, evidence)
        found = self.do("raise_dispute", *values, sender=who)
        evidence = self.archive.fresh()
        found |= self.do("contest_tag", tagged, evidence, sender=self.owner(tagged))
        if found and agreed:
            self.agreed[self.town.court.count] = (0,)  # the accused keeps nothing

    def tagged(self, pick: int) -> int:
        """Return an asset that a ruling tagged; where there is none, any of them."""
        page = self.archive.page
        numbers = range(1, page.asset_count + 1)
        found = [n for n in numbers if page.overlays[n].tag == TagState.TAGGED]
        return found[pick % len(found)] if found else self.asset(pick)

    @step(
        pick=PICK,
        name=st.sampled_from(("clear_tag", "pause_asset", "resume_asset", "retire_asset")),
        really=st.integers(0, 3),
    )
    def manage_data(self, pick: int, name: str, really: int) -> None:
        """Do as an asset's owner what needs no words; few retire it."""
        asset = self.tagged(pick) if name == "clear_tag" else self.asset(pick)
        if name != "retire_asset" or really == 0:
            self.do(name, asset, sender=self.owner(asset))
