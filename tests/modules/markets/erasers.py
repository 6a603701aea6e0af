"""
Those who demand that data is forgotten, and those who take licences back by law.

    whom a policy admits --> tombstone, notices to all heirs --> proof in time, or a penalty
"""

from hypothesis import strategies as st

from chain.types.primitives import Hash32
from modules.identity.module import Identity
from modules.licensing.records import NOTICES_MAX, AssetState
from tests.modules.identity.scene import COST_WEI, JAPAN, RESIDENCE
from tests.modules.markets.crowd import PICK, step
from tests.modules.markets.data import Data
from tests.modules.markets.market_town import ACCUSER, PAYERS
from tests.modules.markets.subjects import Subjects

KEEPER = ACCUSER  # of the law: it lives where the policy of those who may wants it
WHO = st.sampled_from((KEEPER, KEEPER, *PAYERS))
VOUCHED_EVERY = 20  # blocks from one of the keeper's credentials to the next
VOUCHED_S = 90
ERASED_EVERY = 100  # blocks from one habitual erasure to the next


class Erasers(Data, Subjects):
    """A keeper of the law, others who try, and owners who prove what they destroyed."""

    def __init__(self) -> None:
        super().__init__()
        self.attempt(Identity, "register", sender=KEEPER, value_wei=COST_WEI)
        self.vouch(self.subject(KEEPER), RESIDENCE, JAPAN, VOUCHED_S)

    def habits(self) -> None:
        """Let the keeper be vouched for anew now and then."""
        super().habits()
        if self.town.height % VOUCHED_EVERY == 0:
            self.vouch(self.subject(KEEPER), RESIDENCE, JAPAN, VOUCHED_S)
        turn, rest = divmod(self.town.height, ERASED_EVERY)
        if rest == VOUCHED_EVERY:
            self.do("request_erasure", 2 + turn, self.archive.fresh(), sender=PAYERS[1])
            self.erase(2 + turn, KEEPER, proves=turn % 2 == 0)

    @step(pick=PICK, who=WHO, really=st.integers(0, 2), proves=st.booleans())
    def forget_data(self, pick: int, who: int, really: int, proves: bool) -> None:
        """Demand an erasure, now and then; every heir hears of it, and some owners prove it."""
        if really == 0:
            self.erase(self.asset(pick), who, proves=proves)
        else:
            self.do("send_notices", self.asset(pick), sender=who)

    def erase(self, asset: int, who: int, *, proves: bool) -> None:
        """Demand that an asset is forgotten; its owner proves that it did, or not."""
        page = self.archive.page
        if self.do("request_erasure", asset, self.archive.fresh(), sender=who):
            assert page.assets[asset].state == AssetState.RETIRED
            assert page.erasures[asset].noticed == min(len(page.children[asset]), NOTICES_MAX)
        if proves:
            self.do("prove_erasure", asset, Hash32(b"\xd0" * 32), sender=self.owner(asset))

    @step(pick=PICK, who=WHO)
    def order_by_law(self, pick: int, who: int) -> None:
        """Give notice of a licence's end by law, and take some notice back."""
        licence = self.licence(pick)
        self.do("order_revocation", licence, self.archive.fresh(), sender=who)
        if pick == 0:
            self.do("withdraw_revocation", licence, sender=who)
