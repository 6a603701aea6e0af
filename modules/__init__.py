"""
What this chain does besides the EVM: every module, in order, and who meets whom.

The order of MODULES is the order of genesis and of every hook. `rewards` comes after `staking`, by
whose shares it counts, and before `slashing`: what a block earned is shared out among the shares
that earned it, then verdicts follow what that block left to do and count in the election at this
block's end. `beacon` comes after `slashing`, through which its fines go. `identity` comes before
the markets, which ask it who may. `licensing`, `model_fees`, `compute` and `devices` stand around
`verification`, which rules on what they pay for; `analytics` comes behind the markets, whose
payments it counts. `mint` is last: it issues what `rewards` shares out in the next block, and its
ledger sees all coins that the others, and it itself, made or destroyed.

Modules never import one another: what one needs of another it declares as a Protocol, and this
page hands it over.
"""

from typing import Any

from chain.kit.assembly import Assembly, FeeShare, Power, Roles, own, provided_by
from chain.kit.governed import GovernedCalls
from chain.kit.host import Host
from chain.kit.module import Module
from chain.kit.parameters import ParameterBook
from chain.kit.switches import Switches
from chain.types.beacon import Turn
from modules.analytics.module import Analytics
from modules.analytics.records import Market
from modules.beacon.module import Beacon
from modules.compute.module import Compute
from modules.devices.module import Devices
from modules.governance.module import Governance
from modules.identity.module import Identity
from modules.licensing.module import Licensing
from modules.mint.module import Mint
from modules.model_fees.module import ModelFees
from modules.rewards.module import Rewards
from modules.slashing.module import Slashing
from modules.staking.module import Staking
from modules.token.module import Token
from modules.treasury.module import Treasury
from modules.verification.module import Verification

MODULES: tuple[type[Module], ...] = (
    Staking,
    Rewards,
    Slashing,
    Beacon,
    Governance,
    Treasury,
    Token,
    Identity,
    Licensing,
    ModelFees,
    Compute,
    Verification,
    Devices,
    Analytics,
    Mint,
)

# consumer -> its need -> who provides it
WIRES = {
    "staking": {"rewards": provided_by(Rewards), "slashing": provided_by(Slashing)},
    "rewards": {"stakes": provided_by(Staking), "treasury": provided_by(Treasury)},
    "slashing": {"stakes": provided_by(Staking), "beacon": provided_by(Beacon)},
    "beacon": {"stakes": provided_by(Staking), "slashing": provided_by(Slashing)},
    "governance": {
        "book": lambda consumer: ParameterBook(MODULES, consumer.host),
        "switches": lambda consumer: Switches(MODULES, consumer.host),
        "calls": lambda consumer: GovernedCalls(MODULES, consumer.host),
        "stakes": provided_by(Staking),
        "treasury": provided_by(Treasury),
    },
    "treasury": {"authority": provided_by(Governance)},
    "identity": {"stakes": provided_by(Staking), "treasury": provided_by(Treasury)},
    "token": {
        "mint": provided_by(Mint),
        "natives": lambda consumer: frozenset(module.address for module in MODULES),
    },
    "licensing": {
        "verifier": provided_by(Verification),
        "gate": provided_by(Identity),
        "treasury": provided_by(Treasury),
        "usage": provided_by(Analytics),
    },
    "model_fees": {
        "pool": provided_by(Treasury),
        "vaults": provided_by(Licensing),
        "verifier": provided_by(Verification),
        "gate": provided_by(Identity),
        "usage_book": provided_by(Analytics),
    },
    "compute": {
        "verifier": provided_by(Verification),
        "stakes": provided_by(Staking),
        "treasury": provided_by(Treasury),
        "devices": provided_by(Devices),
        "gate": provided_by(Identity),
        "usage": provided_by(Analytics),
    },
    "verification": {
        "askers": lambda consumer: {
            module.address: consumer.as_peer(module)
            for module in (Licensing, ModelFees, Compute, Devices)
        },
        "stakes": provided_by(Staking),
        "treasury": provided_by(Treasury),
        "gate": provided_by(Identity),
        "usage": provided_by(Analytics),
    },
    "devices": {
        "verifier": provided_by(Verification),
        "usage": provided_by(Analytics),
        "treasury": provided_by(Treasury),
        "mint": provided_by(Mint),
        "compute": provided_by(Compute),
        "gate": provided_by(Identity),
    },
    "analytics": {
        "markets": lambda consumer: {
            Compute.address: Market.COMPUTE,
            Devices.address: Market.DEVICES,
            Verification.address: Market.VERIFICATION,
            ModelFees.address: Market.MODELS,
            Licensing.address: Market.DATA,
        },
        "mint": provided_by(Mint),
        "compute": provided_by(Compute),
        "devices": provided_by(Devices),
    },
    "mint": {
        "stakes": provided_by(Staking),
        "rewards": provided_by(Rewards),
        "devices": provided_by(Devices),
    },
}


def _asked(module: type[Module], host: Host) -> Any:
    """Return a module's instance, for questions that the chain itself asks."""
    return own(module, host)


def fee_share(host: Host) -> FeeShare:
    """Return how the base fee is split, by the treasury's parameter."""
    return FeeShare(_asked(Treasury, host).params().base_fee_burn_bps, Treasury.address)


def validators(host: Host) -> tuple[Power, ...]:
    """Return who decides blocks, by stake: the addresses that sign."""
    elected = _asked(Staking, host).consensus_set()
    return tuple(Power(entry.validator, entry.power) for entry in elected)


def turn(host: Host) -> Turn:
    """Return what the block's proposer owes to its randomness."""
    answer: Turn = _asked(Beacon, host).turn()
    return answer


def assemble() -> Assembly:
    """Return this chain's modules, wired."""
    return Assembly(MODULES, WIRES, Roles(fee_share, validators, turn))
