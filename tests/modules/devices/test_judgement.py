"""What an epoch's end makes of a device, as a pure decision."""

from dataclasses import replace

import pytest

from chain.types.primitives import Wei
from modules.devices.judgement import absent, answers, crossed, judge
from modules.devices.params import LiveParams
from modules.devices.records import Reason, Standing, Status
from modules.devices.registration import FRESH
from tests.modules.devices.scene import Scene


@pytest.fixture(scope="module")
def live() -> LiveParams:
    """The parameters of a scene: long from 3, very long from 5, two good epochs."""
    return Scene().devices.live


def at(status: Status, **changed: int) -> Standing:
    """Return a standing in a state."""
    return replace(FRESH, status=status, required_wei=Wei(100), bond_wei=Wei(100), **changed)


@pytest.mark.parametrize(
    ("beats", "target"),
    [(4, Status.ACTIVE), (3, Status.DEGRADED), (2, Status.DEGRADED), (1, Status.OFFLINE)],
)
def test_uptime_decides_between_three_states(live: LiveParams, beats: int, target: Status) -> None:
    """Above both thresholds active, between them degraded, below both offline."""
    for status in (Status.ACTIVE, Status.DEGRADED):
        assert target == judge(at(status), beats, 4, live).target


def test_nothing_expected_is_nothing_judged(live: LiveParams) -> None:
    """An epoch all in maintenance leaves a device as it was."""
    assert Status.DEGRADED == judge(at(Status.DEGRADED), 0, 0, live).target


def test_offline_device_cools_up(live: LiveParams) -> None:
    """It is back after good epochs in a row, for a fee; where it was never proven, in probation."""
    first = judge(at(Status.OFFLINE, offline_epochs=2), 4, 4, live)
    assert (Status.OFFLINE, False) == (first.target, first.is_back)
    second = judge(first.standing, 4, 4, live)
    assert (Status.PROBATION, True) == (second.target, second.is_back)
    proven = judge(replace(first.standing, is_proven=True), 4, 4, live)
    assert Status.ACTIVE == proven.target
    assert (0, 0) == (proven.standing.offline_epochs, proven.standing.good_epochs)
    assert 0 == judge(first.standing, 2, 4, live).standing.good_epochs


def test_outages_are_fined_when_they_grow(live: LiveParams) -> None:
    """One penalty for each tier an outage reaches, also when many epochs are judged at once."""
    tiers = lambda verdict: [tier for _, tier in verdict.outages]  # noqa: E731
    assert [0] == tiers(absent(at(Status.ACTIVE), 1, live))
    assert [] == tiers(absent(at(Status.OFFLINE, offline_epochs=1), 1, live))
    assert [1] == tiers(absent(at(Status.OFFLINE, offline_epochs=2), 1, live))
    assert [0, 1, 2] == tiers(absent(at(Status.ACTIVE), 1_000, live))
    assert [] == tiers(absent(at(Status.OFFLINE, offline_epochs=9), 1_000, live))
    assert ((Reason.OFFLINE, 2),) == crossed(Reason.OFFLINE, 4, 5, live)


def test_unreachable_epochs_count_in_a_row(live: LiveParams) -> None:
    """Misses beyond passes count an epoch; a pass ends the row; no draw changes nothing."""
    once = answers(at(Status.ACTIVE), 0, 1, live)
    assert ((Reason.UNREACHABLE, 0),) == once.outages
    assert 1 == answers(once.standing, 0, 0, live).standing.unreachable_epochs
    assert 0 == answers(once.standing, 2, 1, live).standing.unreachable_epochs
    assert () == answers(once.standing, 2, 1, live).outages


def test_silence_begins_probation_again(live: LiveParams) -> None:
    """Good epochs are counted in a row."""
    begun = judge(at(Status.PROBATION), 4, 4, live)
    assert (Status.PROBATION, 1) == (begun.target, begun.standing.good_epochs)
    assert 0 == judge(begun.standing, 2, 4, live).standing.good_epochs
    assert Status.ACTIVE == judge(begun.standing, 4, 4, live).target


def test_patience_is_for_those_who_missed_nothing() -> None:
    """Long good service replaces a challenge that was never drawn, not one that was missed."""
    asked = Scene(probation_challenges=1).devices.live
    patient = at(Status.PROBATION, good_epochs=9)
    assert Status.ACTIVE == judge(patient, 4, 4, asked).target
    assert Status.PROBATION == judge(replace(patient, missed=1), 4, 4, asked).target
    assert Status.ACTIVE == judge(replace(patient, missed=1, passed=1), 4, 4, asked).target
