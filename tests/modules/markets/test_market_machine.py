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
    *("token.Transfer", "token.permit", "token.AuthorizationUsed", "token.AuthorizationCanceled"),
    *("token.receive_with_signature", "token.transfer_with_signature refused"),
    *("token.permit refused", "token.transfer_from", "token.cancel_with_signature refused"),
    *("identity.RecoveryStarted", "identity.RecoveryVetoed", "recovered", "identity.present"),
    *("identity.rotate_key", "identity.AccessDecided", "identity.note_access", "identity.Barred"),
    *("licensing.RoyaltyPaid", "licensing.RoyaltyReceived", "licensing.LicenceRefunded"),
    *("licensing.open_gold", "licensing.pick_awards"),
    *("licensing.AnnotatorPenalised", "licensing.TaskRefunded", "licensing.Tombstoned"),
    *("model_fees.DataPaid", "model_fees.IncomeBooked", "model_fees.IncomeDistributed"),
    *("model_fees.UnitsPaid", "model_fees.AgentAuthorised", "agent paid"),
    *("compute admitted", "compute stopped", "licensing admitted", "licensing stopped"),
    *("model_fees admitted", "model_fees stopped"),
    *("compute changed", "devices changed", "model_fees.pay_for_use", "minted", "vanished"),
    *("licensing changed", "identity changed", "model_fees changed"),
)
LEVELS = tuple(f"level.{level.name}" for level in Level if level)


class Crowd(MarketMachine):
    """The crowd of this run."""

    tally: Counter[str] = Counter()


@pytest.mark.timeout(600)  # where it fails, Hypothesis looks for the shortest way there
def test_a_thousand_steps_keep_every_sum_and_come_to_an_end() -> None:
    """Whatever a crowd does to all modules, all ends when all are silent."""
    tally = run(Crowd, examples=8, steps=130, names=(*REACHED, *LEVELS))
    print(f"{tally['steps']} steps in {tally['examples']} examples")
    assert tally["steps"] >= STEPS, tally["steps"]
    assert [] == [name for name in (*REACHED, *LEVELS) if not tally[name]]
