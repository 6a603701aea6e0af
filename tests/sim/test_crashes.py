"""A crash at each fail point, of the process or of the whole machine, and what becomes of it."""

import logging
from collections.abc import Iterator
from dataclasses import replace

import pytest

from consensus.host.engine import FAIL_POINTS
from tests.sim.cluster import simulate
from tests.sim.scenario import HASTY, HEALTHY, STORM, CrashAt, Fault, LostDisk, Scenario, draw

NTH_MAX = 5  # passings of a fail point at which a node dies, each in a run of its own


@pytest.fixture(autouse=True)
def _quiet() -> Iterator[None]:
    """Peers that die are warned of."""
    logging.disable(logging.CRITICAL)
    yield
    logging.disable(logging.NOTSET)


def calm_but(*faults: Fault) -> Scenario:
    """Four honest validators on good links, and some faults."""
    drawn = draw(1, 4, STORM)
    return replace(
        drawn,
        powers=(10,) * 4,
        storm=HEALTHY,
        calm=HEALTHY,
        liars={},
        faults=faults,
        config=HASTY,
        storm_heights=3,
        real=False,
        wire=False,
    )


@pytest.mark.parametrize("power", [False, True], ids=["kill", "power"])
@pytest.mark.parametrize("name", FAIL_POINTS)
def test_a_validator_dies_at_each_fail_point_and_comes_back(name: str, power: bool) -> None:
    """At the nth passing one node dies; it recovers from log and store, and nothing is broken."""
    died = 0
    for nth in range(1, NTH_MAX + 1):
        result = simulate(calm_but(CrashAt(nth % 4, name, nth, power, 300)))
        assert [] == result.violations
        died += result.crashes[name]
    assert died >= 2, "the fail point is passed in every height"


@pytest.mark.parametrize("name", FAIL_POINTS)
def test_everyone_dies_at_one_fail_point(name: str) -> None:
    """All four lose power at the same place, one after another, and the chain goes on."""
    faults = [CrashAt(node, name, 1 + node % 2, True, 200) for node in range(4)]
    result = simulate(calm_but(*faults))
    assert [] == result.violations
    assert 4 == result.crashes[name]


def test_a_lost_disk_is_fetched_again() -> None:
    """A node with an empty disk and a new key fetches every block and follows."""
    result = simulate(calm_but(LostDisk(2, 900, 200)))
    assert [] == result.violations
    assert 1 == result.crashes["lost disk"]
