"""All modules together, as far as there is time for it in every run of the tests."""

from collections import Counter

from tests.modules.markets.machine import MarketMachine, run

STEPS = 1_000
REACHED = ()


class Crowd(MarketMachine):
    """The crowd of this run."""

    tally = Counter()


def test_a_thousand_steps_keep_every_sum_and_come_to_an_end() -> None:
    """Whatever a crowd does to all modules, all ends when all are silent."""
    tally = run(Crowd, examples=12, steps=100)
    print(f"{tally['steps']} steps in {tally['examples']} examples")
    print(sorted(tally.items()))
    assert tally["steps"] >= STEPS, tally["steps"]
    assert all(tally[name] for name in REACHED), [name for name in REACHED if not tally[name]]
