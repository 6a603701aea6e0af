"""The entry policy: whoever gets a device satisfies it."""

import pytest

from chain.kit.admission import Denied, Reason
from tests.modules.devices import scene as town
from tests.modules.stage import account

POLICY = 3
MISSING = Reason.CREDENTIAL_MISSING


def test_owners_of_devices_satisfy_the_entry_policy(monkeypatch: pytest.MonkeyPatch) -> None:
    """By registering, and by being given a device: no back door through a friend."""
    monkeypatch.setattr(town.GATE, "against", {POLICY: {account(town.OTHER): int(MISSING)}})
    monkeypatch.setattr(town.GATE, "admitted", [])
    scene = town.Scene(entry_policy=POLICY)
    with scene.stage.refuses(Denied):
        scene.register(1, town.OTHER)
    number = scene.register(1, town.OWNER)
    assert [(POLICY, account(town.OWNER))] == town.GATE.admitted
    with scene.stage.refuses(Denied):
        word = scene.handover(number, town.OTHER)
        scene.call("transfer", number, account(town.OTHER), word)
