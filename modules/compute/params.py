"""What governance may tune in the compute market, each with its bounds."""

from typing import Any, Final

from chain.kit.record import Params, Record, Scope, param
from chain.types.primitives import Bps, Height, Wei

WHOLE_BPS: Final = 10_000  # bps of the whole
YEAR_BLOCKS: Final = 31_536_000  # blocks of one second in 365 days
WEI_MAX: Final = 10**24  # wei of the largest bounded amount; a million coins


def _blocks(default: int, doc: str, minimum: int = 1, maximum: int = YEAR_BLOCKS) -> Any:
    """A span of blocks; what is under way keeps the one it began with."""
    bounds: dict[str, Any] = {"minimum": minimum, "maximum": maximum, "scope": Scope.NEW_ONLY}
    return param(default=Height(default), doc=doc, **bounds)


def _bps(default: int, doc: str, maximum: int = WHOLE_BPS) -> Any:
    """A share; what is under way keeps the one it began with."""
    bounds: dict[str, Any] = {"minimum": 0, "maximum": maximum, "scope": Scope.NEW_ONLY}
    return param(default=Bps(default), doc=doc, **bounds)


def _wei(default: int, doc: str) -> Any:
    """An amount, asked of what is new."""
    bounds: dict[str, Any] = {"minimum": 0, "maximum": WEI_MAX, "scope": Scope.NEW_ONLY}
    return param(default=Wei(default), doc=doc, **bounds)


class ComputeParams(Params):
    """The market's rules; an order lives by those that stood when it was matched."""

    min_deposit_wei: Wei = _wei(10**15, "wei that an order or a top-up brings at least")
    bid_bond_wei_min: Wei = _wei(10**16, "wei that a bid locks at least")
    bid_bond_bps: Bps = _bps(1_000, "share of an order's budget that a bid locks, in bps")
    bids_max: int = param(
        default=20,
        doc="open bids of one order; a better one pushes the worst out",
        minimum=1,
        maximum=64,
        scope=Scope.NOW,
    )
    order_ttl_blocks_max: Height = _blocks(604_800, "blocks an order may wait for bids")
    start_timeout_blocks: Height = _blocks(600, "blocks in which a matched provider must start")
    run_blocks_max: Height = _blocks(2_592_000, "blocks a job, or one checkpoint, may take")
    lease_blocks_max: Height = _blocks(YEAR_BLOCKS, "blocks a lease may last")
    milestones_max: int = param(
        default=16,
        doc="checkpoints of one job",
        minimum=1,
        maximum=64,
        scope=Scope.NOW,
    )
    grace_blocks: Height = _blocks(600, "blocks a lease without funds waits for a top-up")
    reclaim_blocks_min: Height = _blocks(3_600, "shortest notice before a provider leaves")
    reclaim_blocks_max: Height = _blocks(2_592_000, "longest notice before a provider leaves")
    spot_notice_blocks: Height = _blocks(60, "notice before a spot lease is taken back")
    pause_blocks_max: Height = _blocks(604_800, "blocks after which a paused lease runs again")
    heartbeat_blocks: Height = _blocks(3_600, "blocks without a heartbeat that end a lease")
    holdback_blocks: Height = _blocks(7_200, "blocks for which a lease's earnings stay in escrow")
    verdict_timeout_blocks: Height = _blocks(2_592_000, "blocks after which no verdict is awaited")
    stalled_worker_bps: Bps = _bps(5_000, "the worker's share where no verdict came, in bps")
    take_bps: Bps = _bps(500, "share of pay that the network takes, in bps", 3_000)
    take_burn_bps: Bps = _bps(5_000, "share of the take that is burned, in bps")
    slash_start_bps: Bps = _bps(1_000, "share of the bond lost by not starting, in bps")
    slash_miss_bps: Bps = _bps(3_000, "share of the bond lost by not delivering, in bps")
    slash_fraud_bps: Bps = _bps(10_000, "share of the bond lost by a ruling against, in bps")
    slash_requester_bps: Bps = _bps(8_000, "the requester's share of a slash, in bps")
    poke_reward_wei: Wei = _wei(10**14, "wei for who acts on a deadline that is overdue")
    policy_blocks_max: Height = _blocks(YEAR_BLOCKS, "blocks a spending policy may last")
    requester_policy: int = param(
        default=0,
        doc="access policy that whoever opens an order must satisfy; 0 for everybody",
        minimum=0,
        maximum=2**64 - 1,
        scope=Scope.NEW_ONLY,
    )

    def check(self) -> str | None:
        """What is held back must reach behind the last heartbeat; the least is not the most."""
        if self.holdback_blocks < self.heartbeat_blocks:
            return f"holdback_blocks {self.holdback_blocks} is below heartbeat_blocks"
        if self.reclaim_blocks_min > self.reclaim_blocks_max:
            return f"reclaim_blocks_min {self.reclaim_blocks_min} is above reclaim_blocks_max"
        return None


class ComputeGenesis(Record):
    """The compute market's section of genesis.json."""

    params: ComputeParams = ComputeParams()
