"""One seed is one run: on another day, in another process, with other hash seeds."""

import logging
import os
import subprocess
import sys
from pathlib import Path

from tests.sim.cluster import simulate
from tests.sim.scenario import STORM, draw

ROOT = Path(__file__).parent.parent.parent
SEEDS = range(5)
CODE = """
import logging
logging.disable(logging.CRITICAL)
from tests.sim.cluster import simulate
from tests.sim.scenario import STORM, draw
for seed in range(5):
    print(simulate(draw(seed, 4, STORM)).digest)
"""


def test_the_same_seed_gives_the_same_trace() -> None:
    """Every signature, commit and crash of a run repeats, at the same virtual ms."""
    logging.disable(logging.CRITICAL)
    try:
        here = [simulate(draw(seed, 4, STORM)).digest for seed in SEEDS]
        again = [simulate(draw(seed, 4, STORM)).digest for seed in SEEDS]
    finally:
        logging.disable(logging.NOTSET)
    assert here == again
    assert len(set(here)) == len(here)
    for hash_seed in ("1", "77"):
        environment = {**os.environ, "PYTHONHASHSEED": hash_seed, "PYTHONPATH": str(ROOT)}
        there = subprocess.run(
            [sys.executable, "-c", CODE],
            cwd=ROOT,
            env=environment,
            capture_output=True,
            text=True,
            timeout=100,
            check=True,
        )
        assert here == there.stdout.split()
