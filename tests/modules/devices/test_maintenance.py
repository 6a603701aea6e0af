"""Declared maintenance: ahead, within a budget; the clock stands still and earns nothing."""

from chain.types.primitives import Height
from modules.devices.events import MaintenanceClosed, MaintenanceDeclared, MaintenanceOpened
from modules.devices.params import YEAR_BLOCKS
from modules.devices.records import Status
from modules.devices.refusals import MaintenanceRefused
from tests.modules.devices.scene import Scene


def declare(scene: Scene, number: int, ahead: int, blocks: int) -> None:
    """Declare a maintenance some blocks ahead."""
    scene.call("declare_maintenance", number, Height(scene.stage.height + ahead), blocks)


def test_maintenance_begins_and_ends_at_its_heights() -> None:
    """Announced, begun and over: each is told."""
    scene = Scene()
    number = scene.active(1)
    start = Height(scene.stage.height + 2)
    scene.rest(number)
    assert scene.stage.logged(MaintenanceDeclared(number, start, Height(start + 10)))
    assert scene.stage.logged(MaintenanceOpened(number, Height(start + 10)))
    assert Status.MAINTENANCE == scene.status(number)
    scene.blocks(10)
    assert scene.stage.logged(MaintenanceClosed(number, 10))
    assert Status.ACTIVE == scene.status(number)


def test_rest_is_no_outage_and_earns_nothing() -> None:
    """Epochs away are not judged: no slash, no reward; windows before and after count."""
    scene = Scene()
    number = scene.active(1)
    earned_wei = scene.call("device", number).earned_wei
    declare(scene, number, 2, 30)
    scene.beat(number)
    scene.next_epoch()
    assert Status.MAINTENANCE == scene.status(number)
    assert earned_wei < scene.call("device", number).earned_wei
    earned_wei = scene.call("device", number).earned_wei
    scene.next_epoch()
    scene.next_epoch()
    assert earned_wei == scene.call("device", number).earned_wei
    scene.blocks(2)
    assert Status.ACTIVE == scene.status(number)
    for window in (1, 2, 3):
        while scene.window() < window:
            scene.blocks()
        scene.beat(number)
    scene.next_epoch()
    assert Status.ACTIVE == scene.status(number)
    assert () == scene.call("slash_history", number, 0, 10)


def test_declarations_keep_notice_length_and_budget() -> None:
    """Too soon, too long, too far, a second at once, or above the year's budget is refused."""
    scene = Scene()
    number = scene.active(1)
    for ahead, blocks in ((1, 5), (2, 31), (2, 0), (YEAR_BLOCKS + 1, 5)):
        with scene.stage.refuses(MaintenanceRefused):
            declare(scene, number, ahead, blocks)
    declare(scene, number, 2, 30)
    with scene.stage.refuses(MaintenanceRefused, "one is declared"):
        declare(scene, number, 5, 5)
    scene.blocks(32)
    assert 30 == scene.call("maintenance_of", number).used_blocks
    with scene.stage.refuses(MaintenanceRefused, "in a year"):
        declare(scene, number, 2, 21)
    declare(scene, number, 2, 20)


def test_early_end_gives_the_rest_back() -> None:
    """What was declared and not used is not spent of the year's budget."""
    scene = Scene()
    number = scene.active(1)
    scene.rest(number)
    scene.blocks(3)
    scene.call("end_maintenance", number)
    assert Status.ACTIVE == scene.status(number)
    assert 3 == scene.call("maintenance_of", number).used_blocks
    scene.blocks(20)
    assert scene.stage.events(MaintenanceClosed) == 1


def test_device_out_of_service_does_not_begin_one() -> None:
    """Who went offline before its maintenance is offline, not away."""
    scene = Scene()
    number = scene.active(1)
    declare(scene, number, 12, 5)
    scene.blocks(12)
    assert Status.OFFLINE == scene.status(number)
    assert 0 == scene.stage.events(MaintenanceOpened)
    assert scene.call("maintenance_of", number).ends_at <= scene.stage.height
