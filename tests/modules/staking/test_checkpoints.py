"""Voting power over time, against a list that simply remembers everything."""

from hypothesis import given
from hypothesis import strategies as st

from chain.kit.abi import abi_type
from chain.kit.collections import BoundList
from chain.kit.memory_host import MemoryHost
from chain.kit.storage import Words
from chain.types.primitives import Height
from modules.staking.checkpoints import latest_wei, power_at_wei, write_power
from modules.staking.records import Checkpoint
from tests.modules.stage import account


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 10**20)), max_size=20))
def test_power_at_every_height_is_what_was_written_last(notes: list[tuple[int, int]]) -> None:
    """At any height the power is the last one noted at or before it; one entry a height."""
    checkpoints: BoundList[Checkpoint] = BoundList(
        Words(MemoryHost(), account(1)), 0, abi_type(Checkpoint)
    )
    height, remembered = 0, {}
    for step, power in notes:
        height += step
        write_power(checkpoints, Height(height), power)
        remembered[height] = power
    for at in range(-1, height + 2):
        known = [remembered[h] for h in sorted(remembered) if h <= at]
        assert (known[-1] if known else 0) == power_at_wei(checkpoints, Height(at))
    assert len(remembered) == len(checkpoints)
    assert (notes[-1][1] if notes else 0) == latest_wei(checkpoints)
