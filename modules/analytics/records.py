"""What analytics is tuned by, counts, shows and says."""

from enum import IntEnum
from typing import Final

from chain.kit.record import Event, Indexed, Params, Record, Refusal, Scope, param
from chain.types.primitives import Height, Seconds, Wei

WHOLE_BPS: Final = 10_000  # bps of the whole
EPOCHS_KEPT: Final = 400  # closed epochs that can be asked for one by one; totals are for ever
PAGE_MAX: Final = 50  # epochs of one page of a view


class Market(IntEnum):
    """
    Who tells of payments. Numbers are for good: they are in storage.

    A payer's mark has a lane of 32 bits for each, so there may be seven besides ALL.
    """

    ALL = 0  # a payer of any of them
    COMPUTE = 1
    DEVICES = 2
    VERIFICATION = 3
    MODELS = 4
    DATA = 5


MARKETS: Final = tuple(market for market in Market if market != Market.ALL)


class AnalyticsParams(Params):
    """How long an epoch is."""

    epoch_blocks: Height = param(
        default=Height(7_200),
        doc="blocks of an epoch; one that runs ends when it was to end",
        minimum=10,
        maximum=1_000_000,
        step=100_000,
        cooldown_s=0,
        scope=Scope.NEW_ONLY,
    )


class AnalyticsGenesis(Record):
    """Analytics' section of genesis.json."""

    params: AnalyticsParams = AnalyticsParams()


class Tally(Record):
    """
    What a market did, in an epoch or ever.

    `payers` are those who paid for the first time, `active_payers` those who paid in the epoch (in
    the running one, where the tally is of all time). The legs in wei sum to what was charged.
    """

    payments: int = 0
    uses: int = 0
    payers: int = 0
    active_payers: int = 0
    supplier_wei: Wei = Wei(0)
    treasury_wei: Wei = Wei(0)
    burned_wei: Wei = Wei(0)
    infrastructure_wei: Wei = Wei(0)
    contributor_wei: Wei = Wei(0)
    referrer_wei: Wei = Wei(0)
    verifier_wei: Wei = Wei(0)
    refunded_wei: Wei = Wei(0)
    refunds: int = 0
    disputes: int = 0
    disputes_lost: int = 0  # by who supplied
    disputes_won: int = 0


class Epoch(Record):
    """What is kept of an epoch besides its tallies; the supply is that of the block before it."""

    began_at: Height
    ended_at: Height  # its last block; 0 while it runs
    began_s: Seconds
    ended_s: Seconds
    minted_wei: Wei
    burned_wei: Wei
    supply_wei: Wei
    slots_busy: int  # of compute, at the end
    slots_declared: int
    devices_ready: int
    devices_bonded: int


class EpochView(Record):
    """An epoch of the whole network."""

    number: int
    epoch: Epoch
    tally: Tally


class Rates(Record):
    """How much was disputed, and how much of that rightly, in bps; zero of nothing is zero."""

    disputed_bps: int  # disputes of payments
    lost_bps: int  # of the disputes that were ruled on, those that the supplier lost
    refunded_bps: int  # coins that went back, of those that were charged or went back


class Utilisation(Record):
    """How much of what is offered was in use when an epoch ended, in bps."""

    compute_bps: int
    devices_bps: int


class EpochClosed(Event):
    """An epoch ended: what the network was paid in it, and what became of the supply."""

    number: Indexed[int]
    payments: int
    active_payers: int
    charged_wei: Wei
    minted_wei: Wei
    burned_wei: Wei


class EpochUnknown(Refusal):
    """The epoch is not over and kept: the oldest and the newest that are."""

    number: int
    oldest: int
    newest: int


class CounterFull(Refusal):
    """A counter would not fit its bits; what was to be counted is not."""

    counter: str
