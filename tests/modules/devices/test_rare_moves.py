"""Moves of devices back to where they were, from each state they may have been in."""

import pytest

from modules.devices.records import Status, Suspicion
from tests.modules.devices.scene import CHALLENGER, EVIDENCE, Scene
from tests.modules.devices.test_machines import reach_device, scene_of


def degraded() -> tuple[Scene, int]:
    """A device that beat too little."""
    tried = reach_device(Status.DEGRADED)
    return scene_of(tried), tried.number


def test_a_degraded_device_rests_and_is_as_degraded_as_before():
    """A maintenance improves nobody's record, whether it is ended before time or at its end."""
    scene, number = degraded()
    scene.rest(number)
    assert Status.MAINTENANCE == scene.status(number)
    scene.call("end_maintenance", number)
    assert Status.DEGRADED == scene.status(number)
    scene, number = degraded()
    scene.rest(number)
    while scene.status(number) == Status.MAINTENANCE:
        scene.blocks()
    assert Status.DEGRADED == scene.status(number)


@pytest.mark.parametrize("status", [Status.PROBATION, Status.DEGRADED, Status.OFFLINE])
def test_a_cleared_device_is_what_it_was(status: Status):
    """A case that ends well changes neither for better nor for worse."""
    tried = reach_device(status)
    scene, number = scene_of(tried), tried.number
    scene.call("suspect", number, Suspicion.CLONE_KEY, EVIDENCE, sender=CHALLENGER)
    assert Status.SUSPECTED == scene.status(number)
    scene.rule(1, 10_000)
    assert status == scene.status(number)
