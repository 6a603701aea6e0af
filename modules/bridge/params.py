"""What governance may tune of the bridge, and the section of genesis.json."""

from typing import Final

from chain.kit.record import Params, Record, Scope, param
from chain.types.primitives import ZERO_ADDRESS, Address, Bps, Seconds, Wei

ADDRESS_MAX: Final = 2**160 - 1  # an address as a number
BOND_WAIT_S_MAX: Final = 5_184_000  # 60 days


class BridgeParams(Params):
    """How long the bridge waits, what a lie costs, and who may stop it."""

    guardian: Address = param(
        default=ZERO_ADDRESS,
        doc="who may pause routes, and nothing else; nobody where it is zero",
        minimum=0,
        maximum=ADDRESS_MAX,
    )
    delay_s: Seconds = param(
        default=Seconds(86_400),
        doc="seconds that a large transfer waits here before it is released",
        minimum=1,
        maximum=604_800,
        scope=Scope.NEW_ONLY,
    )
    substitute_delay_s: Seconds = param(
        default=Seconds(172_800),
        doc="seconds between announcing a client's substitute and its effect",
        minimum=1,
        maximum=2_592_000,
        scope=Scope.NEW_ONLY,
    )
    bond_min_wei: Wei = param(
        default=Wei(100 * 10**18),
        doc="least wei behind a validator's attestations",
        minimum=1,
        maximum=10**27,
        scope=Scope.NOW,
    )
    bond_wait_s: Seconds = param(
        default=Seconds(1_814_400),  # three weeks, as stake unbonds
        doc="seconds between an attester's last attestation and the return of its bond",
        minimum=1,
        maximum=BOND_WAIT_S_MAX,
        scope=Scope.NEW_ONLY,
    )
    accuser_bps: Bps = param(
        default=Bps(1_000),
        doc="share of a burned bond that who proved the lie gets, in bps",
        minimum=0,
        maximum=5_000,
        scope=Scope.NOW,
    )


class BridgeGenesis(Record):
    """The section of genesis.json."""

    params: BridgeParams = BridgeParams()
