"""One seed is one run: on another day, in another process, with other hash seeds."""

import logging
import os
import subprocess
import sys
from pathlib import Path

from tests.sim.cluster import simulate
from tests.sim.scenario import REAL, STORM, WIRE, draw

ROOT = Path(__file__).parent.parent.parent
CODE = "from tests.sim.test_determinism import digests; print(*digests())"


def digests() -> list[str]:
    """Trace hashes of a few runs: the toy chain, the real one, and gossip over packets."""
    logging.disable(logging.CRITICAL)
    try:
        scenarios = [draw(seed, 4, STORM) for seed in range(3)]
        scenarios += [draw(0, 4, REAL), draw(0, 4, WIRE)]
        return [simulate(scenario).digest for scenario in scenarios]
    finally:
        logging.disable(logging.NOTSET)


def test_the_same_seed_gives_the_same_trace() -> None:
    """Every signature, commit and crash of a run repeats, at the same virtual ms."""
    here = digests()
    assert here == digests()
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
