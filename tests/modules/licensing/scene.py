"""
A stage for licensing: a court that rules when told, a gate and a usage book that remember.

    owner 2 | buyer 3 | sponsor 4 | challenger 5 | keeper 6 | other 7 | poor 8 | nobody 9
"""

from dataclasses import replace
from typing import Any

from chain.kit.admission import Denied, Reason
from chain.kit.assembly import Assembly, provided_by
from chain.kit.host import CallInfo
from chain.kit.module import Module, Paused, call, peer
from chain.kit.usage import Leg, LegAmount
from chain.types.primitives import ZERO_ADDRESS, ZERO_HASH, Address, Bps, Hash32, Seconds, Wei
from modules.licensing.module import Licensing
from modules.licensing.params import LicensingGenesis, LicensingParams
from modules.licensing.records import (
    AssetState,
    Guards,
    Kind,
    LicenceState,
    Purpose,
    Tag,
    Terms,
    VersionTerms,
)
from modules.treasury.module import Treasury, TreasuryGenesis
from tests.modules.courts import Court
from tests.modules.stage import COIN, Stage, account

OWNER, BUYER, SPONSOR, CHALLENGER, KEEPER, OTHER, NOBODY = 2, 3, 4, 5, 6, 7, 9
EVERY, ERASERS, REGULATORS, BUYERS = 1, 2, 3, 4  # policies of the fake gate
DAY_S = 86_400
APP = Hash32(b"\xa9" * 32)
RECEIPT = Hash32(b"\x4e" * 32)
PARAMS = LicensingParams(
    approve_timeout_s=Seconds(50),
    renew_window_s=Seconds(30),
    revoke_notice_s=Seconds(40),
    verdict_timeout_s=Seconds(500),
    tag_timeout_s=Seconds(300),
    dispute_cooldown_s=Seconds(20),
    erasure_s=Seconds(60),
    bond_hold_s=Seconds(100),
    grace_s_max=Seconds(60),
    erasure_policy=ERASERS,
    regulator_policy=REGULATORS,
)


class FakeGate:
    """Policies by number, with the accounts that each shuts out."""

    def __init__(self) -> None:
        self.barred: dict[int, set[int]] = {EVERY: set(), ERASERS: set(), REGULATORS: set()}
        self.barred |= {BUYERS: {NOBODY}}
        self.asked: list[tuple[int, Address]] = []

    def has_policy(self, policy: int) -> bool:
        """Whether the test knows it."""
        return policy == 0 or policy in self.barred

    def reasons_against(self, policy: int, who: Address) -> int:
        """Return a reason for who is barred."""
        is_barred = int.from_bytes(who, "big") in self.barred[policy]
        return int(Reason.CREDENTIAL_MISSING) if is_barred else 0

    def admit(self, policy: int, who: Address) -> None:
        """Raise Denied for who is barred."""
        reasons = self.decide(policy, who)
        if reasons:
            raise Denied(policy, who, reasons)

    def decide(self, policy: int, who: Address) -> int:
        """Remember that it was asked."""
        self.asked.append((policy, who))
        return self.reasons_against(policy, who)


class FakeUsage:
    """Sums of what it is told."""

    def __init__(self) -> None:
        self.uses = self.disputes = 0
        self.stands_still = False
        self.legs = dict.fromkeys(Leg, 0)
        self.refunds: list[tuple[Address, int]] = []
        self.verdicts: list[bool] = []

    def note_payment(self, payer: Address, uses: int, legs: tuple[LegAmount, ...]) -> None:
        """Add the legs up, unless it stands still."""
        if self.stands_still:
            raise Paused()
        self.uses += uses
        for leg in legs:
            assert leg.amount_wei > 0
            self.legs[leg.leg] += leg.amount_wei

    def note_refund(self, payer: Address, amount_wei: Wei) -> None:
        """Remember a refund."""
        self.refunds.append((payer, amount_wei))

    def note_dispute(self) -> None:
        """Count a dispute."""
        self.disputes += 1

    def note_verdict(self, supplier_lost: bool) -> None:
        """Remember a verdict."""
        self.verdicts.append(supplier_lost)


class Models(Module, address=0x0A03, name="model_fees"):
    """A market that pays data for what was made of it."""

    vaults: Any = peer()

    @call(payable=True)
    def pay_royalty(self, asset: int, told_wei: Wei) -> None:
        """Move the coins sent, and say how much it was."""
        self.pay(self.vaults.address, self.value_wei, "royalty")
        self.vaults.receive_royalty(asset, self.sender, told_wei)


def version_terms(seed: int = 1, parents: tuple[int, ...] = (), uri: str = "ipfs://x") -> Any:
    """Return what a test version commits to."""
    return VersionTerms(Hash32(seed.to_bytes(32, "big")), Hash32(b"\x5c" * 32), uri, parents)


def hash_number(number: int) -> Hash32:
    """Return a hash that no test used before, if the number is new."""
    return Hash32((number + 10**9).to_bytes(32, "big"))


PLAIN: dict[Kind, dict[str, Any]] = {
    Kind.PERPETUAL: {},
    Kind.TIMED: {"duration_s": Seconds(1_000)},
    Kind.USES: {"duration_s": Seconds(1_000), "uses": 10},
    Kind.SEATS: {"seats": 2},
    Kind.RENTAL: {
        "duration_s": Seconds(100),
        "deposit_wei": Wei(COIN),
        "late_fee_wei": Wei(COIN // 50),
    },
    Kind.FREE: {"price_wei": Wei(0), "account_max": 1},
    Kind.SUBSCRIPTION: {"duration_s": Seconds(100), "grace_s": Seconds(20)},
}


class Scene:
    """A stage with licensing, the court, and what tests do over and over."""

    def __init__(self, **changed: Any) -> None:
        self.gate, self.usage = FakeGate(), FakeUsage()
        wires = {
            "licensing": {
                "verifier": provided_by(Court),
                "treasury": provided_by(Treasury),
                "gate": lambda consumer: self.gate,
                "usage": lambda consumer: self.usage,
            },
            "verification": {"asker": provided_by(Licensing)},
            "model_fees": {"vaults": provided_by(Licensing)},
        }
        self.params = replace(PARAMS, **changed)
        self.stage = Stage(
            Assembly((Treasury, Licensing, Court, Models), wires),
            accounts=12,
            licensing=LicensingGenesis(self.params),
            treasury=TreasuryGenesis(),
        )
        self.evidence = 0

    def call(self, name: str, *values: Any, sender: int = OWNER, value_wei: int = 0) -> Any:
        """Call licensing."""
        return self.stage.call(Licensing, name, *values, sender=sender, value_wei=value_wei)

    @property
    def page(self) -> Licensing:
        """The module itself, to look at what it stores."""
        return Licensing(self.stage.host, CallInfo(Licensing.address))

    def asset(self, owner: int = OWNER, seed: int = 1, parents: tuple[int, ...] = ()) -> int:
        """Put an asset on the market; return its number."""
        number: int = self.draft(owner, seed, parents)
        self.call("list_asset", number, sender=owner)
        return number

    def draft(self, owner: int = OWNER, seed: int = 1, parents: tuple[int, ...] = ()) -> int:
        """Put a draft on the register; return its number."""
        terms, bond_wei = version_terms(seed, parents), self.params.asset_bond_wei
        number: int = self.call("create_asset", terms, sender=owner, value_wei=bond_wei)
        return number

    def offer(self, asset: int, kind: Kind = Kind.PERPETUAL, **changed: Any) -> int:
        """Open an offer by the asset's owner; return its number."""
        purposes = 1 << Purpose.TRAINING | 1 << Purpose.EVALUATION
        fields: dict[str, Any] = {"kind": kind, "price_wei": Wei(COIN), "purposes": purposes}
        terms = Terms(**{**fields, **PLAIN[kind], **changed})
        owner = int.from_bytes(self.page.assets[asset].owner, "big")
        newest = self.page.assets[asset].versions
        number: int = self.call("open_offer", asset, newest, terms, sender=owner)
        return number

    def guards(self, offer: int) -> Guards:
        """Return a buyer's agreement to just these terms."""
        terms, terms_hash = self.page.terms[offer], self.page.offers[offer].terms_hash
        return Guards(terms_hash, terms.price_wei, terms.royalty_bps)

    def buy(
        self,
        offer: int,
        sender: int = BUYER,
        holder: int = 0,
        referrer: Address = ZERO_ADDRESS,
    ) -> int:
        """Buy with what it costs; return the licence."""
        terms = self.page.terms[offer]
        number: int = self.call(
            "buy",
            offer,
            account(holder or sender),
            self.guards(offer),
            referrer,
            sender=sender,
            value_wei=terms.price_wei + terms.deposit_wei,
        )
        return number

    def sold(self, kind: Kind = Kind.PERPETUAL, **changed: Any) -> int:
        """Return a licence of a new asset, sold to BUYER."""
        return self.buy(self.offer(self.asset(), kind, **changed))

    def derivative(self, parent: int, owner: int = OTHER, royalty_bps: int = 1_000) -> int:
        """Return a listed asset made of another under a new licence."""
        terms = {"is_derivable": True, "royalty_bps": Bps(royalty_bps)}
        licence = self.buy(self.offer(parent, **terms), sender=owner)
        return self.asset(owner, 100 + licence, (licence,))

    def state(self, licence: int) -> LicenceState:
        """Return a licence's state in this block."""
        found: LicenceState = self.call("licence", licence).state
        return found

    def asset_state(self, asset: int) -> AssetState:
        """Return an asset's state."""
        return self.page.assets[asset].state

    def use(self, licence: int, count: int = 1, sender: int = BUYER, **changed: Any) -> None:
        """Use a licence for training."""
        purpose, app = changed.get("purpose", Purpose.TRAINING), changed.get("app", ZERO_HASH)
        self.call("use", licence, count, int(purpose), app, RECEIPT, sender=sender)

    def wait(self, seconds: int, step: int = 0) -> None:
        """Let time pass in one block, or in several."""
        while seconds > 0:
            now = min(seconds, step or seconds)
            self.stage.next_block(now)
            seconds -= now

    def pass_unseen(self, seconds: int) -> None:
        """Let time pass before the chain has looked at what is due."""
        block = self.stage.host.block
        self.stage.host.block = replace(block, time_s=Seconds(block.time_s + seconds))

    def stand_still(self, seconds: int) -> None:
        """Pause the module for some seconds; it goes on in the block after."""
        self.page.set_paused(True)
        self.pass_unseen(seconds)
        self.stage.assembly.begin_block(self.stage.host)
        self.page.set_paused(False)

    def fresh(self) -> Hash32:
        """Return evidence that nobody saw before."""
        self.evidence += 1
        return hash_number(self.evidence)

    def accuse(self, asset: int, true_owner: int = 0, sender: int = CHALLENGER) -> int:
        """Accuse an asset; return the case."""
        owner = account(true_owner) if true_owner else ZERO_ADDRESS
        tag = Tag.NOT_THE_OWNERS
        number: int = self.call("raise_dispute", asset, tag, owner, self.fresh(), sender=sender)
        return number

    def rule(self, case: int, worker_bps: int, refund_wei: int = 0) -> int:
        """Let the court rule on a case; return the forfeit."""
        claim = self.page.cases[case].claim
        found: int = self.stage.call(Court, "rule", claim, Bps(worker_bps), Wei(refund_wei))
        return found

    def tag(self, asset: int, true_owner: int = 0) -> int:
        """Have an asset tagged; return the case."""
        case = self.accuse(asset, true_owner)
        self.rule(case, 0)
        return case

    def tune(self, **changed: Any) -> None:
        """Change parameters, as a passed proposal would."""
        page = self.page
        page.settings = replace(page.settings, **changed)

    def balance(self, number: int) -> int:
        """Return an account's coins."""
        return self.stage.balance_wei(number)

    @property
    def pool_wei(self) -> int:
        """The community pool's coins."""
        return self.stage.host.balance_wei(Treasury.address)
