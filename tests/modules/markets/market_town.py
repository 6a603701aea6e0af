"""
The chain's whole assembly with short windows, and books that are read after every block.

    call, refused: no trace | block: invariants, exact books, supply --> epochs, timers, habits
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from typing import Any, Final

from eth_hash.auto import keccak

from chain.errors import ChainError
from chain.kit.assembly import check_invariants, own
from chain.kit.host import CommitVote
from chain.kit.module import Module, ModulePaused, TimerFailed, method_named
from chain.kit.record import topic_of
from chain.types.primitives import Bps, Hash32, Height, Seconds, Wei
from modules import MODULES, validators
from modules.analytics.module import Analytics
from modules.analytics.records import MARKETS, Market
from modules.beacon.module import Beacon
from modules.compute.module import Compute
from modules.compute.params import ComputeGenesis
from modules.devices.module import Devices
from modules.devices.params import DevicesGenesis
from modules.governance.module import Governance
from modules.identity.module import Identity
from modules.identity.params import IdentityGenesis
from modules.licensing.module import Licensing
from modules.licensing.params import LicensingGenesis
from modules.mint.module import Mint
from modules.mint.records import MintGenesis, MintParams
from modules.model_fees.module import ModelFees
from modules.model_fees.params import ModelFeesGenesis
from modules.slashing.module import Slashing
from modules.staking.module import Staking
from modules.token.module import Token
from modules.verification.ledger import owed_wei
from modules.verification.module import Verification
from modules.verification.records import Role, VerificationGenesis
from tests.modules.chain_of_five import FIVE, genesis_of, with_model
from tests.modules.compute.market import PARAMS as MARKET_PARAMS
from tests.modules.devices.scene import PARAMS as DEVICE_PARAMS
from tests.modules.devices.scene import Scene
from tests.modules.identity.scene import PARAMS as SUBJECT_PARAMS
from tests.modules.licensing.scene import PARAMS as DATA_PARAMS
from tests.modules.markets.doorman import Doorman
from tests.modules.markets.takings import Takings
from tests.modules.markets.witness import Witness
from tests.modules.model_fees.scene import PARAMS as MODEL_PARAMS
from tests.modules.stage import COIN, Stage, account
from tests.modules.verification.scene import SHORT

PAYERS, PROVIDERS, CHALLENGERS = (1, 2, 3), (4, 5, 6, 7), (8, 9)  # payers are validators too
MEMBERS = range(10, 30)
FUNDER, SPENDER, AUTHOR, PROPOSER = 30, 31, 35, 39
DELEGATORS, SERVED, ACCUSER = (32, 33), (36, 37), 38
PEOPLE: Final = range(1, 40)
TRACED_EVERY = 4  # calls from one that is looked at whole to the next
AUDIT_EVERY = 10  # blocks from one check of all audits to the next

COMPUTE = replace(MARKET_PARAMS, verdict_timeout_blocks=Height(150))
DEVICES = replace(
    DEVICE_PARAMS,
    probation_epochs=1,
    challenges_per_draw=1,
    verifiers=2,
    bans_max=1_000,
    case_blocks_max=120,
)
DATA = replace(DATA_PARAMS, erasure_policy=2, regulator_policy=2)  # of a crowd; else nobody's
MODELS = replace(
    MODEL_PARAMS,
    provider_bond_min_wei=Wei(0),
    dispute_fee_wei=Wei(10**13),
    bond_wait_s=Seconds(150),
)
ISSUANCE = MintGenesis(MintParams(device_share_bps=Bps(5_000)))  # half may be the devices'
BROKEN: Final = {
    int.from_bytes(topic_of(kind), "big"): kind.__name__ for kind in (TimerFailed, ModulePaused)
}
NAMES: Final = {
    (module.address, int.from_bytes(topic_of(event), "big")): f"{module.name}.{event.__name__}"
    for module in MODULES
    for event in module.events
}


class Fleet(Scene):
    """What devices do, on a stage that is there already; their owners are the providers."""

    def __init__(self, town: "MarketTown") -> None:
        self.stage, self.town, self.params = town, town, DEVICES
        self.keys: dict[int, bytes] = {}

    def blocks(self, count: int = 1) -> None:
        """Go on as the town does."""
        self.town.blocks(count)


class MarketTown(Stage):
    """The full assembly, some members, and what everybody's books say after each block."""

    def __init__(self, salt: int = 0) -> None:
        self.salt, self.calls = salt, 0  # the salt is the beacon's
        self.heard: Counter[str] = Counter()  # events by module and name
        self.takings = Takings()
        sections = genesis_of(mint=ISSUANCE) | {
            "compute": ComputeGenesis(COMPUTE),
            "verification": VerificationGenesis(SHORT),
            "devices": DevicesGenesis(DEVICES),
            "licensing": LicensingGenesis(DATA),
            "model_fees": ModelFeesGenesis(MODELS),
            "identity": IdentityGenesis(SUBJECT_PARAMS),
        }
        self.doorman, self.witness = Doorman(self), Witness(self)
        super().__init__(FIVE, accounts=max(PEOPLE), **sections)
        self.fleet = Fleet(self)
        for who in MEMBERS:
            for role in Role:
                self.call(Verification, "join", role, sender=who, value_wei=500 * COIN)
        with_model(self, AUTHOR)

    @property
    def compute(self) -> Any:
        """The market as it stands, for reading."""
        return own(Compute, self.host)

    @property
    def court(self) -> Any:
        """The verifier as it stands, for reading."""
        return own(Verification, self.host)

    def call(
        self, module: type[Module], name: str, *values: Any, sender: int = 1, value_wei: int = 0
    ) -> Any:
        """Call a module; what is refused leaves no word, no coin and no log: some are looked at."""
        method = method_named(module, name)
        if method is not None and method.is_view:
            return super().call(module, name, *values, sender=sender)
        self.calls += 1
        before = self.trace() if self.calls % TRACED_EVERY == 0 else None
        asked = self.doorman.asked(module.name, name, account(sender), values)
        stopped = [item for item in asked if not self.doorman.admits(*item)]
        try:
            found = super().call(module, name, *values, sender=sender, value_wei=value_wei)
        except ChainError:
            if before is not None:
                assert before == self.trace(), f"{module.name}.{name} was refused, left a trace"
            self.heard[f"{module.name} stopped"] += bool(stopped)
            raise
        self.heard[f"{module.name} admitted"] += bool(asked)
        assert not stopped, f"{module.name}.{name} let somebody in whom a policy stops: {stopped}"
        return found

    def trace(self) -> tuple[Any, ...]:
        """Return all that a call can change."""
        host = self.host
        sums = len(host.logs), host.minted_wei, host.burned_wei
        return dict(host.words), dict(host.balances_wei), sums

    def blocks(self, count: int, away: frozenset[int] = frozenset(), seconds: int = 1) -> None:
        """Go on by blocks of some seconds; every validator signs but those who are away."""
        for _ in range(count):
            self.host.beacon_value = Hash32(keccak(f"{self.salt} {self.height}".encode()))
            gone = {account(number) for number in away}
            votes = tuple(
                CommitVote(item.validator, item.power, item.validator not in gone)
                for item in validators(self.host)
            )
            self.next_block(seconds, votes)
            self.check_supply()

    def until(self, is_reached: Callable[[], bool], most: int, seconds: int = 1) -> int:
        """Go on until something is so; return how many blocks it took, fail after `most`."""
        for passed in range(most):
            if is_reached():
                return passed
            self.blocks(1, seconds=seconds)
        assert is_reached(), f"still waiting after {most} blocks"
        return most

    def check(self) -> None:
        """Fail where an invariant, a book or the supply is wrong; audits in every tenth block."""
        with_audits = self.height % AUDIT_EVERY == 0
        for module in self.assembly.modules:
            assert not own(module, self.host).is_paused, f"{module.name} is paused"
            mark = self.host.snapshot()
            failed = check_invariants(module, self.host, with_audits=with_audits)
            assert failed is None, f"{module.name}: {failed}"
            self.host.revert(mark)
        for kind, promised_wei in self.books().items():
            assert promised_wei == self.host.balance_wei(kind.address), kind.name
        self._hear()
        if with_audits:
            self.check_usage()

    def books(self) -> dict[type[Module], int]:
        """Return what each module must hold, to the wei: all that it owes and no coin more."""
        devices: Any = own(Devices, self.host)
        staking: Any = own(Staking, self.host)
        governance: Any = own(Governance, self.host)
        fees: Any = own(ModelFees, self.host)
        identity: Any = own(Identity, self.host)
        market = self.compute.totals()
        return {
            Compute: market.escrow_wei + market.earned_wei + market.bonds_wei + market.policies_wei,
            Verification: owed_wei(self.court),
            Devices: devices.bonds_total_wei
            + devices.escrow_total_wei
            + devices.claimable_total_wei
            + devices.pools_left_wei
            + devices.carry_wei,
            Staking: staking.total_bonded() + staking.unbonding_total_wei,
            Governance: governance.held_wei,
            Licensing: sum(vars(self.call(Licensing, "totals")).values())
            + sum(vars(self.call(Licensing, "annotation_totals")).values()),
            ModelFees: fees.deposits_wei
            + fees.incomes_wei
            + fees.bonds_wei
            + fees.stakes_wei
            + fees.tickets_wei,
            Identity: identity.subject_bonds_wei + identity.issuer_bonds_wei,
            **dict.fromkeys((Mint, Slashing, Beacon, Token, Analytics), 0),
        }

    def check_usage(self) -> None:
        """Fail where the book of usage heard something else than a market's events say was paid."""
        book: Any = own(Analytics, self.host)
        for market in MARKETS:
            found = self.takings.difference(market, book.market_totals(market), self.court)
            assert not found, f"{market.name}: events and book differ: {found}"
        revenue, tally = self.call(Compute, "revenue"), book.market_totals(Market.COMPUTE)
        legs = (tally.burned_wei, tally.treasury_wei, tally.refunded_wei)
        assert (revenue.burned_wei, revenue.treasury_wei, revenue.refunded_wei) == legs
        assert revenue.gross_wei == book.charged(Market.COMPUTE)
        providers = self.compute.provider_list
        paid_wei = sum(self.compute.providers[who].paid_wei for who in providers)
        assert paid_wei == tally.supplier_wei
        used, charged_wei = self.call(ModelFees, "usage_total"), book.charged(Market.MODELS)
        assert used.charged_wei == charged_wei

    def check_supply(self) -> None:
        """Fail where an account is below zero, or all together are not what the ledger says."""
        balances_wei = self.host.balances_wei.values()
        assert not any(wei < 0 for wei in balances_wei)
        minted_wei, burned_wei = self.host.supply_change()  # since the supply was counted
        supply_wei = self.call(Mint, "supply") + minted_wei - burned_wei
        assert supply_wei == sum(balances_wei)

    def _hear(self) -> None:
        """Count the block's events; a deadline that was refused, or a pause, is a fault."""
        self.witness.hear(self.host.logs)
        for log in self.host.logs:
            assert log.topics[0] not in BROKEN, (BROKEN[log.topics[0]], log)
            self.heard[NAMES.get((log.address, log.topics[0]), "CoinsMoved")] += 1
            self.takings.hear(log)
        self.host.logs.clear()


def coins(count: int) -> Wei:
    """Return so many coins in wei."""
    return Wei(count * COIN)
