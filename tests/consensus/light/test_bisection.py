"""The way ahead: one step where nothing changed, few where much did."""

import asyncio

import pytest

from chain.certificates import CertificateRefused
from chain.errors import Invalid
from chain.light.block import LightBlock
from chain.light.errors import BlockInconsistent
from consensus.light.bisection import bisect
from consensus.light.errors import HeightUnavailable
from tests.chain.light.stage import (
    NOW_MS,
    POLICY,
    branch,
    grow,
    members,
)
from tests.consensus.light.providers import ChainProvider

FOUR = members({0: 10, 1: 10, 2: 10, 3: 10})


def walk(chain: list[LightBlock], first: int, last: int) -> tuple[list[int], ChainProvider]:
    """Heights of the way, and the provider that was asked."""
    provider = ChainProvider(chain)
    way = asyncio.run(bisect(provider, POLICY, chain[first], chain[last], NOW_MS))
    return [block.height for block in way], provider


def test_an_unchanged_set_takes_one_step() -> None:
    """A hundred blocks away costs nothing more than one."""
    heights, provider = walk(grow([FOUR] * 100), 0, 99)
    assert ([0, 99], []) == (heights, provider.asked)


def test_a_changed_set_takes_a_logarithm_of_steps() -> None:
    """One complete change somewhere in 512 blocks: at most 2 * log2 blocks are asked for."""
    strangers = members({4: 10, 5: 10, 6: 10})
    for change in (1, 200, 300, 510):
        chain = grow([FOUR] * change + [strangers] * (512 - change))
        heights, provider = walk(chain, 0, 511)
        assert len(provider.asked) <= 2 * 9, (change, provider.asked)
        assert {change, change + 1} & set(heights), "the step over the change is the next one"
        assert heights == sorted(heights)


def test_a_set_that_turns_over_slowly_takes_steps_of_half_its_life() -> None:
    """One of eight leaves every four blocks: 256 blocks are some tens of steps, not 256."""
    sets = [members({(h // 4 + i) % 24: 10 for i in range(8)}) for h in range(256)]
    heights, provider = walk(grow(sets), 0, 255)
    assert len(heights) < 40 and len(provider.asked) < 80


def test_every_verified_height_is_told() -> None:
    """For a progress bar: each step as it is taken, and nothing twice."""
    chain = grow([FOUR] * 5 + [members({7: 10})] * 5)
    told: list[tuple[int, int]] = []

    def on_step(verified: int, wanted: int) -> None:
        told.append((verified, wanted))

    way = asyncio.run(bisect(ChainProvider(chain), POLICY, chain[0], chain[9], NOW_MS, on_step))
    assert told == [(block.height, 9) for block in way[1:]]


def test_a_forged_target_ends_the_walk() -> None:
    """Strangers sign a block ahead; no way of steps leads to it."""
    chain = grow([FOUR] * 20)
    strangers = members({4: 10})
    forged = branch(chain, 10, [strangers] * 9, lambda _: [])[:-1]
    forged = branch(forged, len(forged) - 1, [strangers])
    with pytest.raises(Invalid) as caught:
        asyncio.run(bisect(ChainProvider(forged), POLICY, chain[0], forged[-1], NOW_MS))
    assert isinstance(caught.value, CertificateRefused)


def test_another_height_than_asked_for_is_refused() -> None:
    """A provider cannot lead the walk around by answering something else."""
    chain = grow([FOUR] * 5 + [members({7: 10})] * 5)
    provider = ChainProvider(chain)
    provider.answers[4] = chain[3]
    with pytest.raises(BlockInconsistent, match="expected height 4, found 3"):
        asyncio.run(bisect(provider, POLICY, chain[0], chain[9], NOW_MS))


def test_a_height_that_is_missing_is_the_provider_s_fault() -> None:
    """The error says who has not got what."""
    chain = grow([FOUR] * 5 + [members({7: 10})] * 5)
    provider = ChainProvider(chain, "ann")
    provider.answers[4] = HeightUnavailable("ann", 4)
    with pytest.raises(HeightUnavailable, match="ann has no block 4"):
        asyncio.run(bisect(provider, POLICY, chain[0], chain[9], NOW_MS))
