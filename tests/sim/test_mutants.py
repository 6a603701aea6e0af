"""A rule broken on purpose is noticed: the checkers check what they say."""

import logging
from collections.abc import Iterator

import pytest

from tests.sim.cluster import simulate
from tests.sim.mutants import MUTANTS, Mutant
from tests.sim.scenario import draw

HUNT_SEEDS = 120  # from the known seed on; the runner hunts through 2,000 (run.py --mutant)


@pytest.fixture(autouse=True)
def _quiet() -> Iterator[None]:
    """Broken nodes have much to warn of."""
    logging.disable(logging.CRITICAL)
    yield
    logging.disable(logging.NOTSET)


@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda mutant: mutant.name)
def test_every_mutant_is_caught(mutant: Mutant) -> None:
    """Some seed soon shows the broken rule, by the right property, and passes without it."""
    for seed in range(mutant.seed, mutant.seed + HUNT_SEEDS):
        scenario = draw(seed, 4, mutant.profile)
        with mutant.broken():
            found = simulate(scenario).violations
        if found:
            assert found[0].property in mutant.caught_by, found
            assert [] == simulate(scenario).violations, "this seed fails without the mutant too"
            return
    pytest.fail(f"{mutant.name}: not caught from seed {mutant.seed} on: {mutant.why}")
