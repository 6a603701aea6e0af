"""All modules together over a long time: what `make test-long` has the time for."""

from collections import Counter

import pytest

from tests.modules.markets.machine import MarketMachine, run
from tests.modules.markets.test_market_machine import LEVELS, REACHED

STEPS = 20_000
REACHED_LATER = (
    *("compute.dispute_lease", "compute.top_up", "compute.PolicyRefunded", "compute.kill"),
    *("compute.UnprovenTakenBack", "compute.withdraw_earnings", "compute.revoke_policy"),
    *("verification.StepExecuted", "verification.add_evidence", "verification.execute"),
    *(
        "verification.resign",
        "verification.open_canary",
        "verification.Sampled",
        "verification changed",
    ),
    *("devices.prove_beats", "devices.PenaltyLifted", "devices.CaseClosed", "devices.claim"),
    *("devices.relocate", "devices.transfer", "devices.rotate_key", "devices.retire"),
    *("licensing.Renewed", "licensing.Used", "licensing.Resolved", "licensing.renew"),
    *("model_fees.redeem_batch", "model_fees.ReceiptDoubted", "model_fees.TicketRedeemed"),
    *("model_fees.renew_channel", "model_fees.close_together", "identity.freeze"),
    *("token.transfer_from", "identity.revoke", "licensing.revoke", "licensing.accept_batch"),
    *("licensing.LineageNotice", "licensing.ErasureProven", "licensing.ErasureOverdue"),
    *("licensing.order_revocation", "licensing.withdraw_revocation", "licensing.leave_task"),
    *("licensing changed", "licensing.fund_standing", "licensing.transfer_licence"),
    *("identity.IssuerSlashed", "identity.freeze_issuer", "identity.rotate_issuer_key"),
    *("identity.RecoveryFailed", "identity.govern_freeze", "identity.cancel_guardians"),
    *("identity.cancel_claim", "identity.change_attribute", "identity.link_account"),
    *("identity.erase_payload", "identity.revoke_disclosure", "identity.lift_freeze"),
    *("model_fees.DataReleased", "model_fees.TermsCancelled", "model_fees.revoke_agent"),
    *("devices admitted", "devices stopped", "token.transfer refused", "redeemed"),
    *("staking.delegate", "staking.undelegate", "governance.cancel", "treasury.Spent"),
)


class Multitude(MarketMachine):
    """The crowd of this run."""

    tally: Counter[str] = Counter()


@pytest.mark.long
@pytest.mark.timeout(3_600)
def test_twenty_thousand_steps_keep_every_sum_and_come_to_an_end() -> None:
    """Every level, escalations, leases, devices, votes and people who vanish: nothing is stuck."""
    tally = run(Multitude, examples=170, steps=130, names=(*REACHED, *REACHED_LATER, *LEVELS))
    print(f"{tally['steps']} steps in {tally['examples']} examples", sorted(tally.items()))
    assert tally["steps"] >= STEPS, tally["steps"]
    assert [] == [name for name in (*REACHED, *REACHED_LATER, *LEVELS) if not tally[name]]
