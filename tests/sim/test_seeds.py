"""Clusters of several sizes through 300 storms: nothing that must hold may ever not hold."""

import logging
from collections.abc import Iterator

import pytest

from tests.sim.cluster import Result, simulate
from tests.sim.report import story
from tests.sim.scenario import draw, profile_for

CHUNK = 20  # seeds in one test
STORY_LINES = 60


@pytest.fixture(autouse=True)
def _quiet() -> Iterator[None]:
    """Nodes among liars have much to warn of."""
    logging.disable(logging.CRITICAL)
    yield
    logging.disable(logging.NOTSET)


def run(count: int, seeds: range) -> list[Result]:
    """Simulate seeds; fail with the story of the first violation."""
    results = []
    for seed in seeds:
        result = simulate(draw(seed, count, profile_for(count)))
        assert not result.violations, story(result, STORY_LINES)
        results.append(result)
    return results


@pytest.mark.parametrize("first", range(0, 220, CHUNK))
def test_four_validators_weather_every_storm(first: int) -> None:
    """Agreement, validity, locks, memory, state, supply and liveness hold at n = 4."""
    results = run(4, range(first, first + CHUNK))
    assert sum(result.links["lost"] for result in results) > 100, "too good a network"
    assert any(result.crashes for result in results), "nothing broke"
    assert any(result.lies for result in results), "nobody lied"


@pytest.mark.parametrize("first", range(0, 79, 26))
def test_seven_validators_weather_every_storm(first: int) -> None:
    """The same at n = 7, with up to two liars."""
    run(7, range(first, min(first + 26, 79)))


def test_a_crowd_weathers_a_storm() -> None:
    """The same at n = 31, with up to ten liars."""
    run(31, range(1))
