"""All modules together, as far as there is time for it in every run of the tests."""

from collections import Counter

from tests.modules.markets.machine import MarketMachine, run

STEPS = 1_000
REACHED = (
    *("submit_result", "dispute_lease", "heartbeat", "open_under_policy", "top_up"),
    *("withdraw_bond", "register_provider", "accept_bid", "deposit_bond"),
)


class Crowd(MarketMachine):
    """The crowd of this run."""

    tally = Counter()


def test_a_thousand_steps_keep_every_sum_and_come_to_an_end() -> None:
    """Whatever a crowd does to all modules, all ends when all are silent."""
    tally = run(Crowd, examples=24, steps=60)
    assert tally["steps"] >= STEPS, tally["steps"]
    print(sorted(tally.items()))
