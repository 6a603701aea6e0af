"""The markets' modules together over a long time: what `make test-long` has the time for."""

import pytest

from tests.modules.markets.crowd import Crowd

STEPS = 20_000
SEED = 4


@pytest.mark.long
@pytest.mark.timeout(900)
def test_twenty_thousand_steps_keep_every_sum_and_come_to_an_end() -> None:
    """Levels, escalations, leases and people who vanish: nothing is stuck when all are silent."""
    crowd = Crowd(SEED)
    for _ in range(STEPS):
        crowd.step()
    crowd.end()
    assert len({level for level, _ in crowd.outcomes()}) == 6, crowd.outcomes()
    assert crowd.done["challenge"] >= 100 and crowd.done["respond"] >= 20, crowd.done
    assert len(crowd.gone) >= 8
