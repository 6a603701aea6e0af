"""What a validator may say of itself."""

from chain.errors import Malformed
from chain.kit.record import Refusal
from chain.types.primitives import Bps, Seconds
from modules.staking.records import (
    COMMISSION_COOLDOWN_S,
    MONIKER_BYTES_MAX,
    GenesisValidator,
    Profile,
    StakingParams,
)
from modules.staking.refusals import (
    CommissionChangedRecently,
    CommissionStepTooBig,
    CommissionTooHigh,
    MonikerTooLong,
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


def genesis_profile(entry: GenesisValidator, params: StakingParams, genesis_s: Seconds) -> Profile:
    """Return the profile of a validator that the chain begins with; raises Malformed."""
    if entry.stake_wei < params.bond_wei_min:
        raise Malformed(
            f"stake of at least {params.bond_wei_min} wei expected in genesis, "
            f"found {entry.stake_wei}"
        )
    profile = Profile(
        entry.moniker,
        entry.commission_bps,
        entry.commission_bps_max,
        entry.commission_change_bps_max,
        Seconds(0),
        Seconds(max(genesis_s, 1)),
    )
    try:
        check_moniker(entry.moniker)
        check_promises(profile, params)
    except Refusal as refusal:
        raise Malformed(f"validator 0x{entry.validator.hex()} in genesis: {refusal}") from refusal
    return profile
