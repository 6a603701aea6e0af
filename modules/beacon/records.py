"""What the beacon stores, shows and says."""

from typing import Final

from chain.kit.record import Event, Indexed, Params, Record, Scope, param
from chain.types.primitives import Address, Bps, Hash32, Height, Seconds

# A tip acts this many blocks after the block that named it: nobody knows the randomness that far
# ahead, unless all proposers in between are one.
TIP_DELAY_BLOCKS: Final = 64


class BeaconParams(Params):
    """What it costs to keep a link back."""

    missed_link_bps: Bps = param(
        default=Bps(10),
        doc="share of the stake that a missed link costs, in bps",
        minimum=1,
        maximum=500,
        step=50,
        cooldown_s=86_400,
        scope=Scope.NEW_ONLY,
    )
    missed_links_max: int = param(
        default=3,
        doc="links that a validator may miss in a window; one more jails it",
        minimum=0,
        maximum=1_000,
        step=100,
        cooldown_s=86_400,
    )
    window_blocks: int = param(
        default=10_000,
        doc="blocks of a window, which begins with the first link that is missed",
        minimum=100,
        maximum=1_000_000,
        step=100_000,
        cooldown_s=86_400,
    )
    jail_s: Seconds = param(
        default=Seconds(3_600),
        doc="seconds that a validator which missed too many links stays jailed; an hour",
        minimum=1,
        maximum=2_592_000,  # 30 days
        scope=Scope.NEW_ONLY,
    )
    grace_proposals: int = param(
        default=3,
        doc="blocks that a validator may propose without a chain; later ones miss a link each",
        minimum=1,
        maximum=1_000,
    )


class GenesisTip(Record):
    """A commitment that is there from the first block on."""

    validator: Address
    tip: Hash32


class BeaconGenesis(Record):
    """The beacon's section of genesis.json."""

    params: BeaconParams = BeaconParams()
    tips: tuple[GenesisTip, ...] = ()


class Commitment(Record):
    """A validator's chain: what its next link hashes to, zero where it owes none."""

    expected: Hash32
    number: int  # of the validator's chains, from 1
    used: int  # links that are out


class PendingTip(Record):
    """A chain that is named and does not act yet; a zero tip where there is none."""

    tip: Hash32
    acts_from: Height


class CommitmentInfo(Record):
    """A validator's chain, and the one that follows it; zeros where there is none."""

    expected: Hash32
    number: int
    used: int
    pending_tip: Hash32
    acts_from: Height


class Misses(Record):
    """How a validator kept its promise: links it missed, and blocks it had no chain for."""

    total: int
    window_start: Height  # of the first link missed in the window
    in_window: int
    without_chain: int  # blocks proposed since it has no chain


class ChainCommitted(Event):
    """A validator named its next chain, which acts from a height on."""

    validator: Indexed[Address]
    number: int
    tip: Hash32
    acts_from: Height


class LinkMissed(Event):
    """A validator proposed a block and kept its link back, or has no chain though it had time."""

    validator: Indexed[Address]
    in_window: int
    fraction_bps: Bps  # of its stake that it loses


class JailedForMissedLinks(Event):
    """A validator missed too many links in its window."""

    validator: Indexed[Address]
    until_s: Seconds
