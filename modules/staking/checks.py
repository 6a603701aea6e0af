"""What a validator may say of itself."""

from chain.types.primitives import Bps, Seconds
from modules.staking.records import (
    COMMISSION_COOLDOWN_S,
    MONIKER_BYTES_MAX,
    CommissionChangedRecently,
    CommissionStepTooBig,
    CommissionTooHigh,
    MonikerTooLong,
    Profile,
    StakingParams,
)


def check_moniker(moniker: str) -> None:
    """Raise MonikerTooLong above MONIKER_BYTES_MAX bytes of UTF-8."""
    found = len(moniker.encode())
    if found > MONIKER_BYTES_MAX:
        raise MonikerTooLong(MONIKER_BYTES_MAX, found)


def check_promises(profile: Profile, allowed: StakingParams) -> None:
    """Raise where a new validator promises more freedom than the chain gives."""
    check_commission(profile.commission_bps_max, allowed.commission_bps_max)
    check_commission(profile.commission_bps, profile.commission_bps_max)
    if profile.commission_change_bps_max > allowed.commission_change_bps_max:
        raise CommissionStepTooBig(
            allowed.commission_change_bps_max, profile.commission_change_bps_max
        )


def check_commission_change(profile: Profile, commission_bps: Bps, now_s: Seconds) -> None:
    """Raise where a commission would pass its maximum, move too far, or too soon."""
    check_commission(commission_bps, profile.commission_bps_max)
    step_bps = abs(commission_bps - profile.commission_bps)
    if step_bps > profile.commission_change_bps_max:
        raise CommissionStepTooBig(profile.commission_change_bps_max, Bps(step_bps))
    allowed_s = Seconds(profile.commission_changed_s + COMMISSION_COOLDOWN_S)
    if now_s < allowed_s:
        raise CommissionChangedRecently(allowed_s)


def check_commission(found_bps: Bps, maximum_bps: Bps) -> None:
    """Raise CommissionTooHigh above the maximum."""
    if found_bps > maximum_bps:
        raise CommissionTooHigh(maximum_bps, found_bps)
