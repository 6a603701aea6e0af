"""Each lie alone: it is told, it breaks nothing, and what can be proven is proven."""

import logging
from collections.abc import Iterator
from dataclasses import replace

import pytest

from tests.sim.byzantine import LIES
from tests.sim.cluster import Result, simulate
from tests.sim.scenario import HASTY, HEALTHY, STORM, draw

PROOFS = {
    "split votes": "DuplicateVote",
    "flatter": "DuplicateVote",
    "always nil": None,
    "split proposals": "DuplicateProposal",
    "invalid blocks": "DuplicateProposal",
}


@pytest.fixture(autouse=True)
def _quiet() -> Iterator[None]:
    """Liars are warned of."""
    logging.disable(logging.CRITICAL)
    yield
    logging.disable(logging.NOTSET)


def lie_alone(lie: str, wire: bool) -> Result:
    """Four validators on good links, one of them with one lie, for some heights."""
    drawn = draw(1, 4, STORM)
    scenario = replace(
        drawn,
        powers=(10,) * 4,
        storm=HEALTHY,
        calm=HEALTHY,
        liars={1: (lie,)},
        faults=(),
        config=HASTY,
        storm_heights=4,
        real=False,
        wire=wire,
    )
    return simulate(scenario)


@pytest.mark.parametrize("wire", [False, True], ids=["messages", "packets"])
@pytest.mark.parametrize("lie", LIES)
def test_one_liar_in_four_breaks_nothing(lie: str, wire: bool) -> None:
    """The chain goes on, nobody honest is accused, and equivocation is evidence."""
    result = lie_alone(lie, wire)
    assert [] == result.violations
    assert result.heights >= 6
    proof = PROOFS.get(lie)
    assert proof is None or result.evidence[proof] > 0, f"{lie} left no proof"
