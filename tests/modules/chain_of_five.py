"""The chain's own assembly of modules, with short periods and few coins."""

from typing import Any

from chain.types.primitives import Bps, Seconds, Wei
from modules import assemble
from modules.analytics.records import AnalyticsGenesis
from modules.beacon.records import BeaconGenesis
from modules.compute.params import ComputeGenesis
from modules.devices.params import DevicesGenesis
from modules.governance.module import Governance
from modules.governance.records import GovernanceGenesis, GovernanceParams, Option, ParameterChange
from modules.identity.params import IdentityGenesis
from modules.licensing.params import LicensingGenesis
from modules.mint.records import MintGenesis
from modules.model_fees.module import ModelFees
from modules.model_fees.params import (
    ModelFeesGenesis,
)
from modules.model_fees.records import (
    Prices,
    RevenueSplit,
)
from modules.rewards.records import RewardsGenesis
from modules.slashing.records import SlashingGenesis
from modules.staking.records import GenesisValidator, StakingGenesis, StakingParams
from modules.token.records import TokenGenesis
from modules.treasury.module import TreasuryGenesis
from modules.verification.records import VerificationGenesis
from tests.modules.stage import COIN, Stage, account

FIVE = assemble()

DEPOSIT_WEI = Wei(64 * COIN)
GUARDIAN = 9  # the account that may cancel
GOVERNANCE_PARAMS = GovernanceParams(
    deposit_wei_min=DEPOSIT_WEI,
    deposit_period_s=Seconds(10),
    voting_period_s=Seconds(6),
    timelock_s=Seconds(2),
    execution_grace_s=Seconds(60),
    epoch_blocks=20,
    guardian=account(GUARDIAN),
)
SCHEDULE = MintGenesis()
STAKING_PARAMS = StakingParams(unbonding_s=Seconds(20))
MODEL = "guild/translator-7b"
PRICES = Prices(Wei(10**12), Wei(3 * 10**12))
SPLIT = RevenueSplit(account(5), Bps(5_000), Bps(4_000), Bps(1_000))


def genesis_of(
    governance: GovernanceParams = GOVERNANCE_PARAMS,
    staking: StakingParams = STAKING_PARAMS,
    mint: MintGenesis = SCHEDULE,
) -> dict[str, Any]:
    """Return every module's genesis: validators 1 (60 coins), 2 (30 coins) and 3 (10 coins)."""
    stakes = ((1, 60), (2, 30), (3, 10))
    validators = tuple(GenesisValidator(account(n), Wei(c * COIN), f"v{n}") for n, c in stakes)
    return {
        "staking": StakingGenesis(staking, validators),
        "rewards": RewardsGenesis(),
        "slashing": SlashingGenesis(),
        "beacon": BeaconGenesis(),
        "licensing": LicensingGenesis(),
        "model_fees": ModelFeesGenesis(),
        "governance": GovernanceGenesis(governance),
        "treasury": TreasuryGenesis(),
        "identity": IdentityGenesis(),
        "token": TokenGenesis(),
        "compute": ComputeGenesis(),
        "verification": VerificationGenesis(),
        "devices": DevicesGenesis(),
        "analytics": AnalyticsGenesis(),
        "mint": mint,
    }


def five(**changes: Any) -> Stage:
    """Return a stage with all modules; `changes` are those of `genesis_of`."""
    return Stage(FIVE, **genesis_of(**changes))


def with_model(stage: Stage, author: int = 4) -> Stage:
    """Put an active model on the register."""
    stage.call(ModelFees, "register_model", MODEL, "ipfs://card", PRICES, SPLIT, sender=author)
    stage.call(ModelFees, "activate_model", MODEL, sender=author)
    return stage


def propose(stage: Stage, parameter: str, expected: int, value: int, sender: int = 8) -> int:
    """Submit a change of one parameter with the whole deposit; return its number."""
    changes = (ParameterChange(parameter, expected, value),)
    number: int = stage.call(
        Governance, "submit_parameters", "T", "", changes, sender=sender, value_wei=DEPOSIT_WEI
    )
    return number


def vote(stage: Stage, number: int, *votes: tuple[int, Option]) -> None:
    """Cast votes by account."""
    for voter, option in votes:
        stage.call(Governance, "vote", number, option, sender=voter)


def pass_time(stage: Stage, seconds: int) -> None:
    """Go on by blocks of one second."""
    for _ in range(seconds):
        stage.next_block()


def enact(stage: Stage, number: int) -> None:
    """Vote yes with most of the stake and wait until the proposal is carried out."""
    vote(stage, number, (1, Option.YES))
    pass_time(stage, 9)
