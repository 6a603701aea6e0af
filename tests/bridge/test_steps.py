"""The way from what a client trusts to the newest block: as short as its validators allow."""

import asyncio
from itertools import pairwise

import pytest

from bridge import steps
from bridge.endpoint import AnswerInvalid
from bridge.steps import ONE_THIRD, TWO_THIRDS, fewest_signers, is_taken, steps_to
from tests.bridge.kumiai import set_of
from tests.bridge.light import Source


def way(source: Source, share) -> list[tuple[int, int]]:
    """Return the heights of the steps from the first block to the last."""
    first, last = source.heights[0], source.heights[-1]
    found = asyncio.run(steps_to(source, source.blocks[first], source.blocks[last], share))
    for old, new in found:
        assert is_taken(old, new, share)
    return [(old.height - first, new.height - first) for old, new in found]


def test_the_same_validators_need_one_step():
    """However far away the newest block is."""
    assert [(0, 39)] == way(Source(40, every=1_000), TWO_THIRDS)


@pytest.mark.parametrize(("share", "most"), [(ONE_THIRD, 4), (TWO_THIRDS, 8)])
def test_validators_that_changed_need_blocks_between(share, most):
    """One of four is replaced in every fourth block: steps cover as many as stay known."""
    found = way(Source(16, every=4), share)
    assert 1 < len(found) <= most
    assert found[0][0] == 0 and found[-1][1] == 15
    assert all(left[1] == right[0] for left, right in pairwise(found))


def test_a_set_that_changes_in_each_block_is_followed_block_by_block():
    """Even a wholly new set is taken by the next block, which names it by hash."""
    source = Source(6, every=1, members=1)
    assert [(n, n + 1) for n in range(5)] == way(source, TWO_THIRDS)


def test_a_block_whose_validators_nobody_named_is_the_nodes_fault():
    """Between neighbours there is no middle to ask for."""
    one, other = Source(3), Source(3, start=20)
    first, second = one.heights[0], one.heights[1]
    with pytest.raises(AnswerInvalid, match="its validators are not those it names"):
        asyncio.run(steps_to(one, one.blocks[first], other.blocks[second], TWO_THIRDS))


def test_one_round_shows_a_bounded_number_of_blocks(monkeypatch):
    """The rest follows when these are trusted."""
    monkeypatch.setattr(steps, "STEPS_MAX", 3)
    assert [(0, 1), (1, 2), (2, 3)] == way(Source(9, members=1), TWO_THIRDS)


def test_as_few_signatures_as_convince_are_shown():
    """Three of four equal validators are more than two thirds; gas is paid for each."""
    source = Source(2, every=100)
    block = source.blocks[source.heights[0]]
    assert 3 == len(fewest_signers(block, None))
    trusted = set_of((2, 3, 4))
    chosen = fewest_signers(block, trusted)
    assert chosen == sorted(chosen) and 4 == len(chosen)
