"""All modules together, as far as there is time for it in every run of the tests."""

from collections import Counter

import pytest

from chain.kit.verdicts import Level
from tests.modules.markets.machine import MarketMachine, run

STEPS = 1_000
REACHED = (  # calls that were done, events that were heard: without them a run shows little
    *("compute.submit_result", "compute.place_bid", "compute.open_under_policy"),
    *("compute.EarningsPaid", "compute.BondSlashed", "compute.RolledOver", "compute.Ruled"),
    *("verification.challenge", "verification.respond", "verification.open_vote"),
    *("verification.MiddlePosted", "verification.SeatSettled", "verification.BondMoved"),
    *("devices.beat", "devices.EpochClosed", "devices.ChallengePassed", "devices.ChallengeMissed"),
    *("devices.pay_for_service", "devices.report_unserved", "devices.appeal", "devices.Slashed"),
    *(
        "devices.suspect",
        "devices.ServiceNoted",
        "devices.RewardAccrued",
        "devices.MaintenanceClosed",
    ),
    *("licensing.buy", "licensing.Judged", "licensing.TagChanged", "licensing.VaultClaimed"),
    *("model_fees.Redeemed", "model_fees.ChannelSettled", "model_fees.MeterResolved"),
    *("model_fees.TicketsReturned", "identity.CredentialMoved", "identity.SubjectDeactivated"),
    *("token.Transfer", "token.Approval"),
    *("compute changed", "devices changed", "model_fees.pay_for_use", "minted", "vanished"),
)


class Crowd(MarketMachine):
    """The crowd of this run."""

    tally: Counter[str] = Counter()


@pytest.mark.timeout(600)  # where it fails, Hypothesis looks for the shortest way there
def test_a_thousand_steps_keep_every_sum_and_come_to_an_end() -> None:
    """Whatever a crowd does to all modules, all ends when all are silent."""
    tally = run(Crowd, examples=11, steps=100)
    print(f"{tally['steps']} steps in {tally['examples']} examples")
    assert tally["steps"] >= STEPS, tally["steps"]
    assert [] == [name for name in REACHED if not tally[name]]
    assert all(tally[f"level.{level.name}"] for level in Level if level != Level.NONE)
