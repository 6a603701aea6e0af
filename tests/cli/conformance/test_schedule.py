"""Which fork a block belongs to, and what that means for it."""

import pytest

from chain.errors import Malformed
from chain.vm.fork import (
    BYZANTIUM,
    CANCUN,
    CONSTANTINOPLE,
    FRONTIER,
    HOMESTEAD,
    PARIS,
    PRAGUE_WITH_BLOBS,
    TANGERINE_WHISTLE,
)
from cli.conformance.schedule import (
    ForkSchedule,
    admission_of,
    compute_blob_base_fee_wei,
    is_from,
    machine_of,
    reward_wei,
)

CONFIG = {
    "homesteadBlock": 2,
    "eip150Block": 3,
    "byzantiumBlock": 9,
    "mergeNetsplitBlock": 20,
    "cancunTime": 420,
    "pragueTime": 450,
    "blobSchedule": {"prague": {"baseFeeUpdateFraction": 7_000}},
}


@pytest.mark.parametrize(
    ("height", "time_s", "expected"),
    [
        (0, 0, FRONTIER),
        (1, 10, FRONTIER),
        (2, 20, HOMESTEAD),
        (3, 30, TANGERINE_WHISTLE),
        (8, 80, TANGERINE_WHISTLE),
        (9, 90, BYZANTIUM),
        (20, 419, PARIS),
        (21, 420, CANCUN),
        (22, 449, CANCUN),
        (22, 450, PRAGUE_WITH_BLOBS),
    ],
)
def test_forks_begin_where_the_config_says(height: int, time_s: int, expected: object) -> None:
    """Early forks begin at a height, later ones at a second; the first block of each counts."""
    assert ForkSchedule.of_config(CONFIG).at(height, time_s) == expected


def test_rewards_fell_and_ended() -> None:
    """Five coins, three from Byzantium, two from Constantinople, none from Paris."""
    forks = (FRONTIER, HOMESTEAD, BYZANTIUM, CONSTANTINOPLE, PARIS, PRAGUE_WITH_BLOBS)
    assert [5, 5, 3, 2, 0, 0] == [reward_wei(fork) // 10**18 for fork in forks]
    assert is_from(CANCUN, PARIS) and not is_from(PARIS, CANCUN)


def test_blob_gas_costs_more_the_more_was_used() -> None:
    """1 wei at no excess, e times as much a fraction later; the config's fraction counts."""
    assert (1, 2, 22_026) == tuple(
        compute_blob_base_fee_wei(excess * 1_000, 1_000) for excess in (0, 1, 10)
    )
    schedule = ForkSchedule.of_config(CONFIG)
    assert 1 == schedule.blob_base_fee_wei(PARIS, 100)
    assert 1_096 == schedule.blob_base_fee_wei(PRAGUE_WITH_BLOBS, 49_000)
    assert 1 == schedule.blob_base_fee_wei(CANCUN, 49)


def test_each_fork_lets_in_what_it_knew() -> None:
    """Unprotected transactions always, blobs from Cancun; a fork has one machine."""
    assert admission_of(FRONTIER).allow_unprotected
    assert (False, True) == (admission_of(PARIS).carry_blobs, admission_of(CANCUN).carry_blobs)
    assert machine_of("Prague") is machine_of("Prague")
    assert machine_of("Prague").fork.carries_blobs


@pytest.mark.parametrize("value", [-1, "3", True, 1.5])
def test_a_config_that_is_no_number_is_refused(value: object) -> None:
    """The name and what was found are told."""
    with pytest.raises(Malformed, match="genesis config byzantiumBlock: a number expected"):
        ForkSchedule.of_config({"byzantiumBlock": value})
