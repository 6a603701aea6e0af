"""The markets' modules together, as far as there is time for it in every run of the tests."""

from tests.modules.markets.crowd import Crowd

STEPS = 1_000  # NONE makes no claims: the six other levels are reached
REACHED = (
    *("submit_result", "reveal", "reveal_trace", "challenge", "respond", "seal_vote", "open_vote"),
    *("heartbeat", "top_up", "dispute_lease", "end_lease"),
)


def test_a_thousand_steps_keep_every_sum_and_come_to_an_end() -> None:
    """Whatever a crowd does to the market and its verifier, all ends when all are silent."""
    crowd = Crowd(seed=8)
    for _ in range(STEPS):
        crowd.step()
    crowd.end()
    assert all(crowd.done[name] for name in REACHED), crowd.done
    assert crowd.gone
    assert len({level for level, _ in crowd.outcomes()}) == 6, crowd.outcomes()
