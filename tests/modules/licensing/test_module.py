"""The page as a whole, and its seam with the real verifier on the real assembly."""

from typing import Any

import pytest

from chain.kit.admission import Denied
from chain.kit.assembly import own
from chain.kit.verdicts import vote_seal
from chain.types.primitives import ZERO_ADDRESS, Hash32, Seconds, Wei
from modules.analytics.module import Analytics
from modules.analytics.records import Market
from modules.identity.module import Identity
from modules.identity.records import PolicyTerms
from modules.licensing.module import Licensing
from modules.licensing.records import (
    AssetState,
    CaseState,
    Ground,
    Guards,
    Kind,
    RevocationState,
    Tag,
    TagState,
    Terms,
)
from modules.verification.module import Verification
from modules.verification.records import ClaimState, Role, VerificationGenesis
from tests.modules.chain_of_five import FIVE, genesis_of
from tests.modules.licensing.scene import version_terms
from tests.modules.stage import COIN, Stage, account
from tests.modules.verification.scene import SALT, SHORT

OWNER, BUYER, CHALLENGER, TRUE_OWNER = 2, 3, 4, 5
JURORS = range(20, 30)
EVIDENCE = Hash32(b"\xe1" * 32)
BOND_WEI = COIN // 10


class Town:
    """All modules, real ones, with jurors, an asset and a licence sold on it."""

    def __init__(self) -> None:
        genesis = genesis_of() | {"verification": VerificationGenesis(SHORT)}
        self.stage = Stage(FIVE, accounts=30, **genesis)
        for juror in JURORS:
            self.verify("join", Role.JUROR, sender=juror, value_wei=100 * COIN)
        for who in (BUYER, CHALLENGER):
            self.verify("deposit", sender=who, value_wei=50 * COIN)
        bond_wei = self.call("params").asset_bond_wei
        self.call("create_asset", version_terms(), sender=OWNER, value_wei=bond_wei)
        self.call("list_asset", 1, sender=OWNER)
        self.sell(Terms(price_wei=Wei(COIN), purposes=1))

    def sell(self, terms: Terms) -> int:
        """Offer the asset, and let BUYER take the offer; return the licence."""
        offer = self.call("open_offer", 1, 1, terms, sender=OWNER)
        guards = Guards(self.call("offer", offer).offer.terms_hash, Wei(COIN), 0)
        values = (offer, account(BUYER), guards, ZERO_ADDRESS)
        found: int = self.call("buy", *values, sender=BUYER, value_wei=COIN)
        return found

    def call(self, name: str, *values: Any, sender: int = 1, value_wei: int = 0) -> Any:
        """Call licensing."""
        return self.stage.call(Licensing, name, *values, sender=sender, value_wei=value_wei)

    def verify(self, name: str, *values: Any, sender: int, value_wei: int = 0) -> Any:
        """Call verification."""
        return self.stage.call(Verification, name, *values, sender=sender, value_wei=value_wei)

    def blocks(self, count: int = 1) -> None:
        """Go on, with a beacon of each block's own."""
        for _ in range(count):
            self.stage.host.beacon_value = Hash32((self.stage.height + 1).to_bytes(32, "big"))
            self.stage.next_block()

    def until(self, claim: int, state: ClaimState) -> None:
        """Go on until a claim is in a state."""
        for _ in range(100):
            if own(Verification, self.stage.host).progress[claim].state == state:  # type: ignore[attr-defined]
                return
            self.blocks()
        raise AssertionError(f"{state.name} expected")

    def jury(self, case: int, worker_bps: int) -> None:
        """Let drawn jurors agree on a case, and the chain carry it out."""
        claim = self.call("case_record", case).claim
        self.until(claim, ClaimState.VOTING)
        seats = [int.from_bytes(s.voter, "big") for s in self.verify_view("seats_of", claim, 0)]
        for voter in seats:
            seal = vote_seal(claim, 0, account(voter), worker_bps, SALT)
            self.verify("seal_vote", claim, seal, sender=voter)
        self.until(claim, ClaimState.OPENING)
        for voter in seats:
            self.verify("open_vote", claim, worker_bps, SALT, sender=voter)
        self.until(claim, ClaimState.EXECUTED)

    def verify_view(self, name: str, *values: Any) -> Any:
        """Ask verification."""
        return self.verify(name, *values, sender=1)


def test_a_real_jury_gives_an_asset_to_its_true_owner() -> None:
    """A dispute before drawn jurors ends in the true owner's hands; the bond is the accuser's."""
    town = Town()
    values = (1, Tag.NOT_THE_OWNERS, account(TRUE_OWNER), EVIDENCE)
    case = town.call("raise_dispute", *values, sender=CHALLENGER)
    before_wei = town.stage.balance_wei(CHALLENGER)
    town.jury(case, 0)
    assert CaseState.UPHELD == town.call("case_record", case).state
    found = town.call("asset", 1)
    assert (TagState.TAGGED, account(TRUE_OWNER)) == (found.overlay.tag, found.asset.owner)
    assert AssetState.PAUSED == found.asset.state
    assert 0 == found.asset.bond_wei
    assert town.stage.balance_wei(CHALLENGER) > before_wei
    town.call("clear_tag", 1, sender=TRUE_OWNER)
    before_wei = town.stage.balance_wei(TRUE_OWNER)
    town.call("claim_vault", 1)
    assert before_wei + COIN * 9_750 // 10_000 == town.stage.balance_wei(TRUE_OWNER)


@pytest.mark.parametrize(
    ("bps", "end"), [(0, RevocationState.LIFTED), (10_000, RevocationState.EFFECTIVE)]
)
def test_a_real_jury_decides_an_appeal(bps: int, end: RevocationState) -> None:
    """A holder's appeal is heard before the licence ends, and ends as the jury says."""
    town = Town()
    town.call("revoke", 1, Ground.BREACH, EVIDENCE, sender=OWNER)
    case = town.call("appeal", 1, Hash32(b"\xe2" * 32), sender=BUYER)
    town.jury(case, bps)
    assert end == town.call("licence", 1).revocation.state


def test_a_real_policy_opens_and_closes() -> None:
    """Who is no subject buys nothing; who was one is not renewed, and the answer is on record."""
    town = Town()
    price_wei = town.stage.call(Identity, "params").policy_fee_wei
    values = (PolicyTerms(), account(OWNER))
    policy = town.stage.call(Identity, "create_policy", *values, sender=OWNER, value_wei=price_wei)
    period = {"duration_s": Seconds(100), "grace_s": Seconds(20), "policy": policy}
    terms = Terms(kind=Kind.SUBSCRIPTION, price_wei=Wei(COIN), purposes=1, **period)
    with pytest.raises(Denied):
        town.sell(terms)
    limits = town.stage.call(Identity, "params")
    cost_wei = limits.registration_fee_wei + limits.subject_bond_wei
    subject = town.stage.call(Identity, "register", sender=BUYER, value_wei=cost_wei)
    licence = town.sell(terms)
    caps = (Wei(COIN), Wei(COIN))
    town.call("fund_standing", licence, *caps, sender=BUYER, value_wei=COIN)
    town.stage.call(Identity, "deactivate", subject, sender=BUYER)
    town.stage.next_block(90)
    assert not town.call("renew", licence, sender=CHALLENGER)
    assert COIN == town.call("licence", licence).standing.balance_wei


def test_the_book_of_use_hears_what_data_was_paid() -> None:
    """Each payment is told to the real book as it is made: who paid, and what each leg got."""
    town = Town()
    found = town.stage.call(Analytics, "market_totals", Market.DATA)
    assert (1, 1, 1) == (found.payments, found.uses, found.payers)
    assert COIN * 9_750 // 10_000 == found.supplier_wei
    assert COIN * 250 // 10_000 == found.treasury_wei


def test_the_page_says_where_all_coins_are() -> None:
    """Totals and parameters are public; each lists itself under its own name."""
    town = Town()
    assert 250 == town.call("params").protocol_fee_bps
    held = vars(town.call("totals"))
    assert (COIN * 9_750 // 10_000, BOND_WEI) == (held["vaults_wei"], held["bonds_wei"])
    assert sum(held.values()) == town.stage.host.balance_wei(Licensing.address)
    assert (1, 1) == (town.call("asset_total"), town.call("licence_total"))
