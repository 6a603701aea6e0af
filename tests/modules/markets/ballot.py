"""What is proposed in a town: parameters of all modules, and values in and out of bounds."""

from tests.modules.stage import COIN

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
    "model_fees.protocol_fee_bps": (0, 250, 300),
    "compute.requester_policy": (1, 0, 0),
    "devices.entry_policy": (1, 0, 3),
    "licensing.protocol_fee_bps": (0, 250, 2_000),
    "licensing.erasure_policy": (1, 2, 0),
    "licensing.missed_seat_bps": (0, 1_000, 10_000),
    "licensing.cheat_seat_bps": (0, 3_333, 10_000),
    "treasury.base_fee_burn_bps": (0, 5_000),
}
NAMES = tuple(TUNED)
