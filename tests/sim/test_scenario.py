"""What seeds draw: everything there is to draw, and never a third of the power among liars."""

from collections import Counter

from consensus.host.engine import FAIL_POINTS
from tests.sim.byzantine import LIES
from tests.sim.scenario import STORM, CrashAt, CrashWhen, Cut, FullDisk, LostDisk, draw

SEEDS = range(600)


def test_equal_seeds_draw_equal_scenarios() -> None:
    """A scenario is a pure function of seed, size and profile."""
    assert [draw(seed, 4, STORM) for seed in range(20)] == [draw(s, 4, STORM) for s in range(20)]
    assert draw(1, 4, STORM) != draw(2, 4, STORM)


def test_liars_and_lost_keys_stay_below_a_third() -> None:
    """Whatever the powers, liars and nodes that lose their key have less than a third together."""
    for count in (4, 7, 31):
        for seed in SEEDS:
            scenario = draw(seed, count, STORM)
            silent = set(scenario.liars)
            silent |= {f.node for f in scenario.faults if isinstance(f, LostDisk)}
            power = sum(scenario.powers[node] for node in silent)
            assert 3 * power < sum(scenario.powers)


def test_every_kind_of_trouble_is_drawn() -> None:
    """Each fault, fail point, lie, power failure, chain and network has its seeds."""
    scenarios = [draw(seed, 4, STORM) for seed in SEEDS]
    faults = [fault for scenario in scenarios for fault in scenario.faults]
    kinds = Counter(type(fault) for fault in faults)
    assert {CrashAt, CrashWhen, Cut, FullDisk, LostDisk} == set(kinds)
    points = {fault.fail_point for fault in faults if isinstance(fault, CrashAt)}
    assert set(FAIL_POINTS) == points
    lies = {lie for scenario in scenarios for kinds in scenario.liars.values() for lie in kinds}
    assert set(LIES) == lies
    assert {True, False} == {f.power for f in faults if isinstance(f, CrashAt | CrashWhen)}
    assert any(len(f.nodes) == 4 for f in faults if isinstance(f, CrashWhen)), "all at once"
    assert any(scenario.real for scenario in scenarios)
    assert any(scenario.wire for scenario in scenarios)
