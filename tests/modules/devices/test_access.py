"""The entry policy: whoever gets a device satisfies it."""

from chain.kit.admission import Denied, Reason
from tests.modules.devices.scene import OTHER, OWNER, Scene
from tests.modules.stage import account

POLICY = 3


def test_owners_of_devices_satisfy_the_entry_policy() -> None:
    """By registering, and by being given a device: no back door through a friend."""
    scene = Scene(entry_policy=POLICY)
    scene.gate.deny(POLICY, account(OTHER), Reason.CREDENTIAL_MISSING)
    with scene.stage.refuses(Denied):
        scene.register(1, OTHER)
    number = scene.register(1, OWNER)
    assert [(POLICY, account(OWNER))] == scene.gate.admitted
    with scene.stage.refuses(Denied):
        scene.call("transfer", number, account(OTHER), scene.handover(number, OTHER))
