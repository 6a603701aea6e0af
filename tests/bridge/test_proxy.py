"""The gateway's code is changed in public, with a delay, and never without its initialiser."""

import pytest

from tests.bridge.anvil import Refused
from tests.bridge.packets import commitment_of
from tests.bridge.scene import DELAY_S, GUARDIAN, ROUTE, USER

pytestmark = [pytest.mark.e2e, pytest.mark.npm]
IMPLEMENTATION_SLOT = 0x360894A13BA1A3210667C828492DB98DCA3E2076CC3735A920A3CA505D382BBC
INITIALISER = "initialiseNext"


@pytest.fixture
def following(anvil):
    """The code that is to come."""
    return anvil.deploy("Upgrades", name="NextGateway")


def test_an_upgrade_keeps_what_is_stored(scene, following):
    """After the delay the new code finds routes, escrow and commitments where they were."""
    packet = scene.send()
    data = following.encode_abi(INITIALISER)
    data_hash = scene.anvil.web3.keccak(hexstr=data)
    proxy = scene.proxy.functions
    scene.anvil.send(proxy.proposeUpgrade(following.address, data_hash))
    upgrade = proxy.upgrade(following.address, data)
    assert "UpgradeNotDue" == scene.anvil.refusal(upgrade)
    scene.anvil.pass_time(DELAY_S)
    scene.anvil.send(upgrade)
    gateway = scene.anvil.at("Upgrades", scene.proxy.address, "NextGateway").functions
    stored = scene.anvil.web3.eth.get_storage_at(scene.proxy.address, IMPLEMENTATION_SLOT)
    assert following.address == scene.anvil.web3.to_checksum_address(bytes(stored)[12:])
    assert 2 == scene.anvil.ask(gateway.version())
    assert commitment_of(scene.here, scene.there, packet) == scene.anvil.ask(
        gateway.commitments(ROUTE, packet.sequence)
    )
    assert 10 * 10**18 == scene.anvil.ask(gateway.held(scene.token.address))
    assert "UpgradeNotDue" == scene.anvil.refusal(upgrade)


def test_an_upgrade_without_its_initialiser_is_undone(scene, following):
    """Ronin, August 2024: code whose storage is another version's never runs."""
    proxy = scene.proxy.functions
    scene.anvil.send(proxy.proposeUpgrade(following.address, scene.anvil.web3.keccak(b"")))
    scene.anvil.pass_time(DELAY_S)
    assert "VersionMismatch" == scene.anvil.refusal(proxy.upgrade(following.address, b""))
    assert 1 == scene.anvil.ask(scene.do.version())


def test_code_runs_only_upon_its_own_version(scene):
    """The bare implementation, whose storage is nobody's, does nothing at all."""
    code = scene.code.functions
    users = scene.anvil.users
    for call in (
        code.initialise(users[0], users[1]),
        code.pause(0),
        code.send(scene.order()),
        code.openRoute(1, users[1], 1, users[1]),
        code.acceptGovernor(),
    ):
        assert "VersionWrong" == scene.anvil.refusal(call)


def test_what_was_proposed_is_what_comes(scene, following):
    """Other code, another initialiser or a withdrawn proposal are not due."""
    proxy, data = scene.proxy.functions, following.encode_abi(INITIALISER)
    propose = proxy.proposeUpgrade(following.address, scene.anvil.web3.keccak(hexstr=data))
    scene.anvil.send(propose)
    scene.anvil.pass_time(DELAY_S)
    for upgrade in (
        proxy.upgrade(following.address, b""),
        proxy.upgrade(scene.code.address, data),
    ):
        assert "UpgradeNotDue" == scene.anvil.refusal(upgrade)
    scene.anvil.send(proxy.cancelUpgrade())
    assert "UpgradeNotDue" == scene.anvil.refusal(proxy.upgrade(following.address, data))


def test_only_the_admin_upgrades(scene, following):
    """The guardian and everyone else are refused, until the right is handed on."""
    proxy, users = scene.proxy.functions, scene.anvil.users
    calls = [
        proxy.proposeUpgrade(following.address, bytes(32)),
        proxy.upgrade(following.address, b""),
        proxy.cancelUpgrade(),
        proxy.changeUpgradeAdmin(users[USER]),
    ]
    for call in calls:
        for user in (GUARDIAN, USER):
            assert "NotAdmin" == scene.anvil.refusal(call, user)
    assert "UpgradeInvalid" == scene.anvil.refusal(proxy.changeUpgradeAdmin("0x" + "00" * 20))
    assert "UpgradeInvalid" == scene.anvil.refusal(proxy.proposeUpgrade(users[1], bytes(32)))
    scene.anvil.send(proxy.changeUpgradeAdmin(users[USER]))
    assert "NotAdmin" == scene.anvil.refusal(proxy.cancelUpgrade())
    scene.anvil.send(proxy.cancelUpgrade(), USER)


@pytest.mark.parametrize(
    ("delay_s", "begins", "error"),
    [
        (0, True, "UpgradeInvalid"),
        (61 * 86_400, True, "UpgradeInvalid"),
        (DELAY_S, False, "VersionMismatch"),
    ],
)
def test_a_proxy_begins_whole(scene, delay_s, begins, error):
    """Without a delay, or without an initialiser, there is no proxy."""
    users = scene.anvil.users
    data = scene.code.encode_abi("initialise", [users[0], users[1]]) if begins else b""
    with pytest.raises(Refused, match=error):
        scene.anvil.deploy("Proxy", scene.code.address, users[0], delay_s, data)
