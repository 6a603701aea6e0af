"""All modules together over a long time: what `make test-long` has the time for."""

from collections import Counter

import pytest

from tests.modules.markets.machine import MarketMachine, run

STEPS = 20_000


class Multitude(MarketMachine):
    """The crowd of this run."""

    tally = Counter()


@pytest.mark.long
@pytest.mark.timeout(1_800)
def test_twenty_thousand_steps_keep_every_sum_and_come_to_an_end() -> None:
    """Every level, escalations, leases, devices, votes and people who vanish: nothing is stuck."""
    tally = run(Multitude, examples=170, steps=130)
    print(f"{tally['steps']} steps in {tally['examples']} examples")
    print(sorted(tally.items()))
    assert tally["steps"] >= STEPS, tally["steps"]
