"""
What this chain does besides the EVM: every module, in order, and who meets whom.

The order of MODULES is the order of genesis and of every hook; `mint` is last, so that it sees
all coins that the others made or destroyed. Modules never import one another: what one needs of
another it declares as a Protocol, and this page hands it over.
"""

from chain.kit.assembly import Assembly, FeeShare, Power, Roles, own, provided_by
from chain.kit.host import Host
from modules.mint.module import Mint
from modules.staking.module import Staking
from modules.treasury.module import Treasury

MODULES = (Staking, Treasury, Mint)


def fee_share(host: Host) -> FeeShare:
    """Return how the base fee is split, by the treasury's parameter."""
    treasury = Treasury(host, own(Treasury, host).caller)
    return FeeShare(treasury.params().base_fee_burn_bps, Treasury.address)


def validators(host: Host) -> tuple[Power, ...]:
    """Return who decides blocks, by stake."""
    elected = Staking(host, own(Staking, host).caller).validator_set()
    return tuple(Power(entry.validator, entry.power) for entry in elected)


def assemble() -> Assembly:
    """Return this chain's modules, wired."""
    return Assembly(MODULES, {}, Roles(fee_share, validators))
