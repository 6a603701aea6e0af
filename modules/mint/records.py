"""What mint stores, shows and says: parameters, events and refusals."""

from typing import Final

from chain.kit.record import Event, Indexed, Params, Record, Refusal, param
from chain.types.primitives import Address, Bps, Seconds, Wei

RATE_WHOLE: Final = 10**18  # of a rate or a ratio: this much is 100 %
WHOLE_BPS: Final = 10_000  # bps of the whole
RATE_OF_BPS: Final = RATE_WHOLE // WHOLE_BPS  # one bps as a rate
YEAR_S: Final = Seconds(31_557_600)  # 365.25 days
MINT_GAP_S_MAX: Final = Seconds(60)  # of a longer gap between two blocks, no more is paid for
ALLOWANCE_PERIOD_S: Final = Seconds(604_800)  # a week; an allowance lapses after one to two of them
REPORT_PERIOD_S: Final = Seconds(86_400)  # a day between two events about issuance


class MintParams(Params):
    """How many coins may be issued, how fast, and what share of them should be at stake."""

    inflation_bps_min: Bps = param(
        default=Bps(700),
        doc="least issuance in a year, in bps of the supply",
        minimum=0,
        maximum=2_000,
        step=100,
        cooldown_s=604_800,
    )
    inflation_bps_max: Bps = param(
        default=Bps(2_000),
        doc="most issuance in a year, in bps of the supply",
        minimum=0,
        maximum=2_000,
        step=100,
        cooldown_s=604_800,
    )
    inflation_change_bps: Bps = param(
        default=Bps(1_300),
        doc="furthest that the yearly issuance moves in a year, in bps of the supply",
        minimum=0,
        maximum=5_000,
        step=500,
        cooldown_s=604_800,
    )
    goal_bonded_bps: Bps = param(
        default=Bps(6_700),
        doc="share of the supply that should be at stake, in bps; below it issuance rises",
        minimum=1_000,
        maximum=9_500,
        step=500,
        cooldown_s=604_800,
    )
    supply_bps_max: Bps = param(
        default=Bps(20_000),
        doc="most coins there may be by issuance, in bps of the genesis supply",
        minimum=10_000,
        maximum=60_000,
        step=2_500,
        cooldown_s=2_592_000,  # 30 days
    )
    device_share_bps: Bps = param(
        default=Bps(0),
        doc="share of issuance that is not minted but may be drawn for devices, in bps",
        minimum=0,
        maximum=5_000,
        step=500,
        cooldown_s=604_800,
    )

    def check(self) -> str | None:
        """The least cannot be more than the most."""
        if self.inflation_bps_min > self.inflation_bps_max:
            return (
                f"inflation_bps_min {self.inflation_bps_min} is above "
                f"inflation_bps_max {self.inflation_bps_max}"
            )
        return None


class MintGenesis(Record):
    """Mint's section of genesis.json; the rate it begins with, in bps a year."""

    params: MintParams = MintParams()
    inflation_bps: Bps = Bps(1_300)


class Issued(Event):
    """Coins were created since the last such event, at a rate that is now `rate` * 1e-18 a year."""

    amount_wei: Wei
    supply_wei: Wei
    rate: int


class AllowanceLapsed(Event):
    """Nobody drew what devices might have drawn: it is never created."""

    amount_wei: Wei


class Burned(Event):
    """Somebody destroyed coins of their own."""

    account: Indexed[Address]
    amount_wei: Wei


class NothingToBurn(Refusal):
    """Coins must be sent along to be burned."""
