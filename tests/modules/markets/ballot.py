"""What is proposed in a town: parameters of all modules, and values in and out of bounds."""

from chain.kit.parameters import Change, ParameterBook
from chain.types.primitives import Seconds
from modules import MODULES
from tests.modules.stage import COIN, Stage

TUNED: dict[str, tuple[int, ...]] = {  # what is proposed; some of it is out of bounds
    "compute.grace_blocks": (1, 3, 9),
    "compute.start_timeout_blocks": (1, 5, 9),
    "compute.holdback_blocks": (2, 6, 9),  # two are below the heartbeat's six
    "compute.take_bps": (0, 777, 3_000, 9_999),
    "compute.slash_fraud_bps": (0, 3_333, 10_000),
    "compute.stalled_worker_bps": (0, 5_000, 10_000),
    "compute.bids_max": (1, 2, 20),
    "compute.verdict_timeout_blocks": (2, 9, 150),  # a ruling may come too late
    "compute.heartbeat_blocks": (2, 6, 9),
    "compute.poke_reward_wei": (0, COIN, 10**23),
    "compute.min_deposit_wei": (0, COIN),
    "verification.challenge_blocks": (2, 4, 9),
    "verification.respond_blocks": (2, 5),
    "verification.draw_blocks": (1, 2, 3),
    "verification.penalty_bps": (0, 2_000, 10_000),
    "verification.jurors": (1, 3, 5, 8),
    "verification.seat_fee_wei": (1, COIN, 10**25),
    "verification.winner_bps": (0, 5_000, 7_000),
    "verification.member_bond_wei_min": (10 * COIN, 100 * COIN, 450 * COIN),  # some are suspended
    "verification.seat_stake_wei": (1, 10 * COIN, 90 * COIN),
    "verification.open_cases_max": (1, 20),
    "verification.appeals_max": (0, 2),
    "verification.unbonding_blocks": (1, 20, 40),
    "devices.take_bps": (0, 500, 5_000),
    "devices.beta_bps": (0, 9_000, 10_000),
    "devices.floor_wei": (0, 7, COIN),
    "devices.windows": (2, 4, 6),
    "devices.window_blocks": (1, 2, 3),
    "devices.escrow_epochs": (1, 2, 4),
    "devices.appeal_blocks": (2, 5, 15),
    "devices.challenges_per_draw": (0, 1, 2),
    "devices.offline_slash_1_bps": (0, 50, 10_000),
    "devices.case_blocks_max": (2, 9, 120),  # so may this one
    "devices.unbonding_blocks": (2, 25, 60),
    "devices.gpu_bond_wei": (COIN, 100 * COIN),
    "devices.verifiers": (0, 2, 7),
    "devices.probation_challenges": (0, 1, 3),
    "devices.response_blocks": (2, 4, 9),
    "devices.cool_up_epochs": (1, 2),
    "devices.harmed_bps": (0, 5_000, 10_000),
    "licensing.protocol_fee_bps": (0, 333, 2_000),
    "licensing.referrer_bps_max": (0, 1_000, 3_000),
    "licensing.min_payment_wei": (0, 10**9, COIN),
    "licensing.royalty_stack_bps_max": (0, 5_000, 10_000),
    "licensing.approve_timeout_s": (1, 7, 90),
    "licensing.renew_window_s": (1, 30, 90),
    "licensing.keeper_bps": (0, 50, 500),
    "licensing.grace_s_max": (1, 20, 60),
    "licensing.revoke_notice_s": (1, 9, 90),
    "licensing.verdict_timeout_s": (2, 50, 900),  # a word may come too late here as well
    "licensing.tag_timeout_s": (1, 30, 600),
    "licensing.dispute_cooldown_s": (1, 20, 60),
    "licensing.bond_hold_s": (1, 40, 400),
    "licensing.asset_bond_wei": (0, COIN // 10, COIN),
    "licensing.missed_seat_bps": (0, 1_000, 10_000),
    "licensing.cheat_seat_bps": (0, 5_000, 10_000),
    "identity.issuer_term_blocks": (1, 30, 300),
    "identity.issuer_unbonding_blocks": (1, 7, 9),
    "identity.issuer_bond_wei": (COIN, 100 * COIN, 150 * COIN),
    "identity.subject_bond_wei": (COIN, 2 * COIN, 10**30),
    "identity.freeze_blocks_max": (1, 5, 40),
    "identity.freeze_gap_blocks": (1, 4, 20),
    "identity.recovery_delay_blocks": (1, 6, 10),  # the last is no less than the guardians' delay
    "identity.credential_s_max": (1, 60, 1_000),
    "identity.credentials_max": (1, 2, 64),
    "model_fees.protocol_fee_bps": (0, 250, 300),
    "compute.requester_policy": (1, 0, 0),
    "devices.entry_policy": (1, 0, 3),
    "licensing.erasure_policy": (1, 2, 0),
    "model_fees.epoch_s": (1, 20, 30),
    "model_fees.challenge_s": (2, 40, 60),  # two epochs at least, and watch_s twice
    "model_fees.watch_s": (1, 10, 20),
    "model_fees.watch_bps": (0, 500, 2_000),
    "model_fees.agent_notice_s": (1, 20, 60),
    "model_fees.deposit_min_wei": (0, 10**14, COIN),
    "model_fees.bond_wait_s": (2, 150, 400),
    "model_fees.dispute_window_s": (1, 30, 60),
    "model_fees.answer_s": (1, 9, 20),
    "model_fees.verdict_s": (2, 50, 900),
    "model_fees.receipt_samples": (1, 3, 16),
    "model_fees.overcharge_multiplier_bps": (10_000, 30_000, 1_000_000),
    "model_fees.dispute_fee_wei": (0, 10**13, COIN),
    "model_fees.ticket_wait_s": (1, 50, 90),
    "model_fees.ticket_s_max": (1, 40, 60),
    "model_fees.ticket_face_min_wei": (1, 10**15, COIN),
    "treasury.base_fee_burn_bps": (0, 5_000),
}
NAMES = tuple(TUNED)
OF_ROUTES: dict[str, tuple[int, ...]] = {  # of the bridge, which has a machine of its own
    "bridge.guardian": (0, 8, 9),  # accounts, or nobody
    "bridge.delay_s": (1, 60, 600_000),
    "bridge.substitute_delay_s": (1, 30, 300),
    "bridge.bond_min_wei": (1, COIN, 10**27),
    "bridge.bond_wait_s": (1, 90, 5_000),
    "bridge.accuser_bps": (0, 1_000, 5_000),
}


def vote_for_all(stage: Stage) -> int:
    """Set each to the last of its values that may be, as proposals do; return how many were."""
    book, done = ParameterBook(MODULES, stage.host), 0
    for name, values in (TUNED | OF_ROUTES).items():
        for value in reversed(values):
            changes = (Change(name, book.value(name), value),)
            if book.objection(changes, lambda parameter: Seconds(0), stage.time_s) is None:
                book.apply(changes)
                done += 1
                break
    return done
