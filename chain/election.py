"""
From what the modules elect to who decides a block: the set two heights on.

    set(H + 1) --one turn--> rotation --powers as elected after block H--> set(H + 2)

Nothing that a module can elect stops the chain: what the set cannot hold is cut to fit, by the
same arithmetic on every node.
"""

from collections.abc import Sequence

from chain.kit.assembly import Power
from chain.types.primitives import Address
from chain.types.validators import POWER_TOTAL_MAX, VALIDATORS_MAX, Validator, ValidatorSet


def set_after(current: ValidatorSet, elected: Sequence[Power]) -> ValidatorSet:
    """
    Return the set of the height after `current`'s: one turn on, with the powers that are elected.

    Members keep their place in the rotation, also those whose power changes. Where nobody with a
    power is elected the powers stay as they are: a chain without validators could never elect
    any again.
    """
    turned = current.incremented(1)
    powers = _fitted(elected)
    if not powers:
        return turned
    gone = [Validator(v.address, 0) for v in turned if v.address not in powers]
    changed = [
        Validator(address, power)
        for address, power in powers.items()
        if power != turned.power_of(address)
    ]
    return turned.updated([*gone, *changed])


def _fitted(elected: Sequence[Power]) -> dict[Address, int]:
    """
    The strongest VALIDATORS_MAX with a power, within POWER_TOTAL_MAX.

    Staking counts whole coins, so no supply below 10**18 coins reaches the limit. Powers above it
    are divided by one number: shares of the total stay what they are, and those who have less
    than one unit then are left out.
    """
    ranked = sorted(
        (entry for entry in elected if entry.power > 0), key=lambda e: (-e.power, e.validator)
    )[:VALIDATORS_MAX]
    powers = {entry.validator: entry.power for entry in ranked}
    assert len(powers) == len(ranked), "an election names each validator once"
    divisor = -(-sum(powers.values()) // POWER_TOTAL_MAX)
    if divisor <= 1:
        return powers
    return {who: power // divisor for who, power in powers.items() if power >= divisor}
