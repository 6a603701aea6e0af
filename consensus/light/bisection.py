"""
The way from a trusted block to one further ahead, in steps that each carry enough trust.

    trusted -----------------------> target    not enough trust?
    trusted ---------> middle -----> target    halve the step, and go on from the middle
"""

from collections.abc import Callable

from chain.light.block import LightBlock
from chain.light.errors import NotEnoughTrust
from chain.light.verifier import TrustPolicy, verify
from chain.types.primitives import Height
from consensus.light.provider import Provider, fetch

# Told of every height that is verified, and of the height that is wanted.
OnStep = Callable[[Height, Height], None]


async def bisect(
    provider: Provider,
    policy: TrustPolicy,
    trusted: LightBlock,
    target: LightBlock,
    now_ms: int,
    on_step: OnStep | None = None,
) -> list[LightBlock]:
    """
    Return the verified way from the trusted block to the target, both included.

    Takes one step where the validators have hardly changed, and some log2 of the distance where
    they have; a provider can force a step for each height at worst, never a wrong one. Raises
    what `verify` and the provider raise.
    """
    way, waiting = [trusted], [target]
    while waiting:
        try:
            verify(policy, way[-1], waiting[-1], now_ms)
        except NotEnoughTrust:
            # The next height never gets here: it needs no trust but in the set that is named.
            middle = Height((way[-1].height + waiting[-1].height) // 2)
            waiting.append(await fetch(provider, middle))
            continue
        way.append(waiting.pop())
        if on_step is not None:
            on_step(way[-1].height, target.height)
    return way
