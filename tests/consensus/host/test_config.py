"""Waits grow and end, and time may differ only so much."""

import pytest

from chain.types.primitives import Height, Round
from consensus.core.inputs import Timeout, TimeoutKind
from consensus.host.config import EngineConfig, TimeoutConfig


@pytest.mark.parametrize(
    ("kind", "round_", "expected_ms"),
    [
        (TimeoutKind.PROPOSE, 0, 3_000),
        (TimeoutKind.PROPOSE, 2, 4_000),
        (TimeoutKind.PREVOTE, 1, 1_500),
        (TimeoutKind.PRECOMMIT, 3, 2_500),
    ],
)
def test_waits_grow_by_a_step_a_round(kind: TimeoutKind, round_: int, expected_ms: int) -> None:
    """Linear growth, reset at each height."""
    timeout = Timeout(kind, Height(1), Round(round_))
    assert expected_ms == TimeoutConfig().duration_ms(timeout)


def test_waits_are_capped_after_a_long_halt() -> None:
    """tendermint#1464, besu#7642: round 10,000 waits a minute, not hours."""
    for kind in TimeoutKind:
        assert TimeoutConfig().duration_ms(Timeout(kind, Height(1), Round(10_000))) == 60_000


@pytest.mark.parametrize(
    ("received_ms", "round_", "expected"),
    [
        (999_495, 0, True),
        (999_494, 0, False),
        (1_015_505, 0, True),
        (1_015_506, 0, False),
        (1_015_506, 1, True),
        (1_017_005, 1, True),
        (1_017_006, 1, False),
    ],
)
def test_timely_is_within_precision_and_delay(
    received_ms: int, round_: int, expected: bool
) -> None:
    """PBTS: t - precision <= received <= t + delay(round) + precision, bounds included."""
    assert expected == EngineConfig().is_timely(1_000_000, received_ms, Round(round_))


def test_allowed_delay_stops_growing() -> None:
    """berachain/cometbft#17: the growth overflowed after some 300 rounds."""
    at_60 = EngineConfig().is_timely(0, 4_000_000, Round(60))
    assert at_60 == EngineConfig().is_timely(0, 4_000_000, Round(2**62))
