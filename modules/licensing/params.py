"""What governance may tune in licensing, each with its bounds."""

from typing import Any, Final

from chain.kit.record import Params, Record, Scope, param
from chain.types.primitives import Bps, Seconds, Wei
from modules.licensing.records import ANCESTORS_MAX, PARENTS_MAX, WHOLE

DAY_S: Final = 86_400  # seconds
YEAR_S: Final = 365 * DAY_S
COIN: Final = 10**18  # wei


def _seconds(default: int, doc: str, maximum: int = YEAR_S) -> Any:
    """A span; what is under way keeps the one it began with."""
    bounds: dict[str, Any] = {"minimum": 1, "maximum": maximum, "scope": Scope.NEW_ONLY}
    return param(default=Seconds(default), doc=doc, **bounds)


def _bps(default: int, doc: str, maximum: int) -> Any:
    """A share; what is under way keeps the one it began with."""
    bounds: dict[str, Any] = {"minimum": 0, "maximum": maximum, "scope": Scope.NEW_ONLY}
    return param(default=Bps(default), doc=doc, **bounds)


def _count(default: int, doc: str, maximum: int, minimum: int = 0) -> Any:
    return param(default=default, doc=doc, minimum=minimum, maximum=maximum, scope=Scope.NEW_ONLY)


class LicensingParams(Params):
    """
    Fees, windows and limits.

    Fees and royalties never take more than a price together: royalties are shares of what fees
    leave, so a change of either keeps every link that was made.
    """

    protocol_fee_bps: Bps = _bps(250, "the protocol's share of income, in bps", 2_000)
    referrer_bps_max: Bps = _bps(1_000, "most that an offer may give to referrers, in bps", 3_000)
    min_payment_wei: Wei = param(
        default=Wei(10**9),
        doc="wei that a price has at least, unless it is free",
        minimum=0,
        maximum=COIN,
        scope=Scope.NEW_ONLY,
    )
    parents_max: int = _count(8, "versions that one version may be made of", PARENTS_MAX)
    ancestors_max: int = _count(32, "ancestors of one version", ANCESTORS_MAX)
    royalty_stack_bps_max: Bps = _bps(
        5_000, "most that all ancestors of a new version get together, in bps", WHOLE
    )
    duration_s_max: Seconds = _seconds(10 * YEAR_S, "longest term, in seconds", 50 * YEAR_S)
    approve_timeout_s: Seconds = _seconds(
        3 * DAY_S, "seconds in which a licensor answers before the buyer is refunded"
    )
    renew_window_s: Seconds = _seconds(
        3 * DAY_S, "seconds before a period's end from which on it is renewed, half of it at most"
    )
    grace_s_max: Seconds = _seconds(30 * DAY_S, "longest grace of a subscription, in seconds")
    keeper_bps: Bps = _bps(50, "share of a renewal for who carries it out, in bps", 500)
    revoke_notice_s: Seconds = _seconds(7 * DAY_S, "seconds before a revocation takes effect")
    verdict_timeout_s: Seconds = _seconds(
        60 * DAY_S, "seconds after which a jury's word is not awaited any more"
    )
    tag_timeout_s: Seconds = _seconds(
        90 * DAY_S, "seconds after which a tag that nobody lifts is final"
    )
    dispute_cooldown_s: Seconds = _seconds(
        DAY_S, "seconds after a dismissed dispute before the next about the same asset"
    )
    erasure_s: Seconds = _seconds(14 * DAY_S, "seconds in which an owner proves an erasure")
    erasure_penalty_bps: Bps = _bps(
        5_000, "share of the vault that is lost where no erasure is proven, in bps", WHOLE
    )
    bond_hold_s: Seconds = _seconds(30 * DAY_S, "seconds that a retired asset's bond is held")
    asset_bond_wei: Wei = param(
        default=Wei(COIN // 10),
        doc="bond of a new asset, in wei; a tenth of a coin",
        minimum=0,
        maximum=10_000 * COIN,
        scope=Scope.NEW_ONLY,
    )
    erasure_policy: int = _count(
        0, "policy that admits who may demand erasure; 0 for nobody", 2**64 - 1
    )
    regulator_policy: int = _count(
        0, "policy that admits who may revoke by law; 0 for nobody", 2**64 - 1
    )
    task_s_max: Seconds = _seconds(YEAR_S, "longest life of a task, and longest wait in it")
    missed_seat_bps: Bps = _bps(
        1_000, "share of a task's bond that a seat without answers costs, in bps", WHOLE
    )
    cheat_seat_bps: Bps = _bps(
        5_000, "share of a task's bond that failing gold questions costs, in bps", WHOLE
    )


class LicensingGenesis(Record):
    """Licensing's section of genesis.json."""

    params: LicensingParams = LicensingParams()
